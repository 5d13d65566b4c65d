/// Several plots in a grid, in one picture.
public struct MultiPlot: Plot {
  public var title: String
  /// The plots, row by row from the top left.
  public let panels: [any Plot]
  /// Plots in a row.
  public let columns: Int
  public var size: PlotSize
  /// What colours mean in all panels, below the title.
  let legend: LegendMarks

  /// A grid of plots; the panels' own sizes are not used.
  ///
  /// - Parameters:
  ///   - legend: names and colours that all panels share.
  ///   - size: the whole picture; without one, 480 × 400 pixels a panel.
  public init(
    title: String = "", panels: [any Plot], columns: Int = 2,
    legend: [(name: String, colour: PlotColour)] = [], size: PlotSize? = nil
  ) {
    self.legend = LegendMarks(
      entries: legend.map { LegendMarks.Entry(name: $0.name, colour: $0.colour.rawValue) })
    precondition(!panels.isEmpty, "a grid of plots needs a plot")
    precondition(columns > 0, "\(columns) > 0 is violated")
    self.title = title
    self.panels = panels
    self.columns = columns
    let rows = (panels.count + columns - 1) / columns
    self.size =
      size
      ?? PlotSize(
        width: 480 * min(columns, panels.count), height: 400 * rows + (title.isEmpty ? 0 : 30))
  }

  public func commands(in frame: PlotFrame) throws(ReportingError) -> String {
    "set multiplot\n" + (try panelCommands(in: frame)) + "unset multiplot\n"
  }

  /// Pixels above the panels.
  func headHeight(width: Double) -> Double {
    (title.isEmpty ? 0 : 30) + legend.height(width: width)
  }

  /// The commands that draw the panels and the head, for a picture that is open.
  func panelCommands(in frame: PlotFrame) throws(ReportingError) -> String {
    let head = headHeight(width: frame.width)
    let rows = (panels.count + columns - 1) / columns
    let shown = min(columns, panels.count)
    let (width, height) = (frame.width / Double(shown), (frame.height - head) / Double(rows))
    var text = ""
    for (index, panel) in panels.enumerated() {
      let place = PlotFrame(
        canvas: frame.canvas, left: frame.left + Double(index % columns) * width,
        top: frame.top + head + Double(index / columns) * height, width: width, height: height)
      text += try panel.commands(in: place)
    }
    guard head > 0 else { return text }
    text += PlotStyle.reset + "unset border\nunset tics\nunset key\n"
    text += "set lmargin at screen 0\nset rmargin at screen 1\n"
    text += "set tmargin at screen 1\nset bmargin at screen 0\n"
    if !title.isEmpty {
      text += "set label \(GnuplotText.quoted(title)) at "
      text += "\(frame.position(frame.width / 2, 17)) center font 'sans-serif,16'\n"
    }
    text += legend.commands(in: frame, top: title.isEmpty ? 0 : 30)
    return text + "set xrange [0:1]\nset yrange [0:1]\nplot NaN notitle\n"
  }

  public var numbers: [PlottedNumbers] {
    panels.flatMap { panel in
      panel.numbers.map { numbers in
        var named = numbers
        named.panel = panel.title
        return named
      }
    }
  }
}
