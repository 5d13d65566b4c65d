/// Curves, bands, boxes and reference lines over two axes: what all the flat plots are made of.
struct CartesianPanel {
  var title: String
  var xAxis: Axis
  var yAxis: Axis
  var series: [Series] = []
  var bands: [Band] = []
  var boxes: [BoxGroup] = []
  var intervals: [ShadedInterval] = []
  /// The part of the first curve inside each interval, to be filled down to the axis.
  var fills: [(colour: PlotColour, points: [(Double, Double)])] = []
  var horizontal: [ReferenceLine] = []
  var vertical: [ReferenceLine] = []
  /// Names at places of the x axis, in place of numbers.
  var categories: [String] = []
  /// Names at 0, −1, −2, … of the y axis, in place of numbers.
  var rowNames: [String] = []
  /// Whether names stand below the panel.
  var hasLegend = true

  /// The gnuplot commands that draw the panel inside a frame.
  ///
  /// The layout is computed here, in pixels: the legend has its own room below the axis, labels
  /// of reference lines theirs outside the frame, so that neither covers the data.
  func commands(in frame: PlotFrame) -> String {
    let plotted = layers()
    let layout = PanelLayout(panel: self, legend: plotted.legend, frame: frame)
    var text = PlotStyle.reset + layout.margins
    text += "set border 3 lc rgb '#444444'\nset tics nomirror out\n"
    text += "set grid lc rgb '\(PlotStyle.grid)' lw 0.7 back\n"
    text += xAxis.commands("x") + yAxis.commands("y")
    if !categories.isEmpty {
      let names = categories.enumerated().map { "\(GnuplotText.quoted($0.element)) \($0.offset)" }
      text += "set xtics (\(names.joined(separator: ", "))) scale 0\n"
      text += "unset grid\nset grid ytics lc rgb '\(PlotStyle.grid)' lw 0.7 back\n"
    }
    if !rowNames.isEmpty {
      let names = rowNames.enumerated().map { "\(GnuplotText.quoted($0.element)) \(-$0.offset)" }
      text += "set ytics (\(names.joined(separator: ", "))) scale 0\n"
      text += "unset grid\nset grid xtics ytics lc rgb '\(PlotStyle.grid)' lw 0.7 back\n"
    }
    text += PlotStyle.title(title, in: frame, centre: layout.centre)
    text += layout.xLabelCommand + layout.legendCommand
    text += intervalCommands() + layout.referenceCommands
    return text + plotted.blocks + "plot " + plotted.clauses.joined(separator: ", \\\n  ") + "\n"
  }

  /// Pale strips over the full height for the shaded intervals.
  private func intervalCommands() -> String {
    var text = ""
    for interval in intervals {
      let from = max(interval.from, xAxis.range.lowerBound)
      let to = min(interval.to, xAxis.range.upperBound)
      guard from < to else { continue }
      text += "set object rectangle from first \(from), graph 0 to first \(to), graph 1 behind "
      text += "fillcolor rgb '\(interval.colour.rawValue)' fillstyle solid 0.18 noborder\n"
    }
    return text
  }

  /// The data blocks, the clauses of the plot command, and the names in the legend.
  private func layers() -> (blocks: String, clauses: [String], legend: [String]) {
    var (blocks, clauses, legend) = ("", [String](), [String]())
    var count = 0
    func add(_ rows: [[Double]], _ style: String, _ name: String) {
      count += 1
      blocks += GnuplotText.block("d\(count)", rows)
      clauses.append("$d\(count) \(style) \(entry(name))")
    }
    func entry(_ name: String) -> String {
      guard hasLegend, !name.isEmpty else { return "notitle" }
      legend.append(name)
      return "title \(GnuplotText.quoted(name))"
    }
    for band in bands {
      let rows = band.points.map { placed([$0.x], onX: true) + placed([$0.lower, $0.upper]) }
      add(
        rows,
        "using 1:2:3 with filledcurves fillcolor rgb '\(band.colour.rawValue)' "
          + "fillstyle solid 0.35 noborder", band.name)
    }
    for group in boxes {
      let rows = group.boxes.filter { $0.height.isFinite }
        .map { [($0.from + $0.to) / 2, $0.height, $0.to - $0.from] }
      add(
        rows,
        "using 1:2:3 with boxes fillcolor rgb '\(group.colour.rawValue)' "
          + "fillstyle solid \(group.opacity) border rgb '#444444' lw 0.6", group.name)
    }
    for fill in fills {
      add(
        fill.points.map { [$0.0, $0.1] },
        "using 1:2 with filledcurves y1=0 fillcolor rgb '\(fill.colour.rawValue)' "
          + "fillstyle solid 0.6 noborder", "")
    }
    for (index, curve) in series.enumerated() {
      let rows = curve.points.map { placed([$0.0], onX: true) + placed([$0.1]) }
      let colour = curve.colour ?? PlotColour.number(index)
      add(rows, "using 1:2 " + Self.style(curve.style, colour, index), curve.name)
    }
    var named: Set<String> = []
    for interval in intervals where named.insert(interval.name).inserted {
      clauses.append(
        "keyentry with boxes fillcolor rgb '\(interval.colour.rawValue)' "
          + "fillstyle solid 0.45 noborder \(entry(interval.name))")
    }
    return (blocks, clauses, legend)
  }

  /// The values, with NaN for those that the axis cannot show.
  private func placed(_ values: [Double], onX: Bool = false) -> [Double] {
    let logarithmic = onX ? xAxis.logarithmic : yAxis.logarithmic
    return values.map { Axis.shows($0, logarithmic: logarithmic) ? $0 : .nan }
  }

  private static func style(_ style: Series.Style, _ colour: PlotColour, _ index: Int) -> String {
    let look = "linecolor rgb '\(colour.rawValue)'"
    let marks = [7, 5, 9, 13, 11, 6, 4]
    let mark = "pointtype \(marks[index % marks.count]) pointsize 0.6"
    return switch style {
    case .line: "with lines \(look) linewidth 2"
    case .dashed: "with lines \(look) linewidth 2 dashtype (10,6)"
    case .dotted: "with lines \(look) linewidth 2 dashtype (2,4)"
    case .points: "with points \(look) \(mark)"
    case .linePoints: "with linespoints \(look) linewidth 1.2 \(mark)"
    }
  }
}
