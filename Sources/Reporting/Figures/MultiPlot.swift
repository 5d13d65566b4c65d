/// Several plots in a grid, in one picture.
public struct MultiPlot: Plot {
  public var title: String
  /// The plots, row by row from the top left.
  public let panels: [any Plot]
  /// Plots in a row.
  public let columns: Int
  public var size: PlotSize

  /// A grid of plots; the panels' own sizes are not used.
  ///
  /// - Parameter size: the whole picture; without one, 480 × 400 pixels a panel.
  public init(title: String = "", panels: [any Plot], columns: Int = 2, size: PlotSize? = nil) {
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
    let head = title.isEmpty ? 0.0 : 30
    let rows = (panels.count + columns - 1) / columns
    let shown = min(columns, panels.count)
    let (width, height) = (frame.width / Double(shown), (frame.height - head) / Double(rows))
    var text = "set multiplot\n"
    for (index, panel) in panels.enumerated() {
      let place = PlotFrame(
        canvas: frame.canvas, left: frame.left + Double(index % columns) * width,
        top: frame.top + head + Double(index / columns) * height, width: width, height: height)
      text += try panel.commands(in: place)
    }
    guard !title.isEmpty else { return text + "unset multiplot\n" }
    text += PlotStyle.reset + "unset border\nunset tics\nunset key\n"
    text += "set lmargin at screen 0\nset rmargin at screen 1\n"
    text += "set tmargin at screen 1\nset bmargin at screen 0\n"
    text += "set label \(GnuplotText.quoted(title)) at "
    text += "\(frame.position(frame.width / 2, 17)) center font 'sans-serif,16'\n"
    return text + "set xrange [0:1]\nset yrange [0:1]\nplot NaN notitle\nunset multiplot\n"
  }
}
