/// Where the parts of a Cartesian panel go inside its frame, in pixels.
struct PanelLayout {
  private let frame: PlotFrame
  private let panel: CartesianPanel
  private let left: Double
  private let right: Double
  private let top: Double
  private let bottom: Double
  private let legendColumns: Int
  private let hasLegend: Bool
  /// The row, counted upwards from the frame, of each vertical line's label.
  private let rows: [Int]

  init(panel: CartesianPanel, legend: [String], frame: PlotFrame) {
    self.frame = frame
    self.panel = panel
    let names = panel.rowNames.map { GnuplotText.width($0) }.max() ?? 0
    left = names > 0 ? names + 22 : 78
    let labels = panel.horizontal.map { GnuplotText.width($0.label, fontSize: 11) }.max() ?? 0
    right = frame.width - max(22, labels > 0 ? labels + 12 : 0)
    let width = right - left
    // gnuplot fits columns into the axes' box by its own, wide estimate of a character, and drops the
    // entries that do not fit: count no more columns than it does.
    let longest = legend.map(\.count).max() ?? 0
    legendColumns = max(1, min(legend.count, Int(width / (Double(longest) * 8.4 + 50))))
    hasLegend = !legend.isEmpty
    let legendRows = (legend.count + legendColumns - 1) / legendColumns
    bottom =
      frame.height - 56 - Double(legendRows) * (PlotStyle.lineHeight + 1) - (legendRows > 0 ? 8 : 0)
    var ends: [Double] = []
    var rows = [Int](repeating: 0, count: panel.vertical.count)
    let order = panel.vertical.indices.sorted {
      panel.vertical[$0].value < panel.vertical[$1].value
    }
    for index in order {
      let line = panel.vertical[index]
      let half = GnuplotText.width(line.label, fontSize: 11) / 2
      let centre = left + panel.xAxis.fraction(of: line.value) * width
      let row = ends.firstIndex { $0 < centre - half } ?? ends.count
      if row == ends.count { ends.append(0) }
      ends[row] = centre + half + 8
      rows[index] = row
    }
    self.rows = rows
    let labelled = panel.vertical.contains { !$0.label.isEmpty }
    top = 32 + (labelled ? Double(ends.count) * 15 + 2 : 0)
  }

  /// The middle of the axes' box.
  var centre: Double { (left + right) / 2 }

  /// The margins around the axes' box.
  var margins: String {
    "set lmargin at screen \(frame.horizontal(left))\n"
      + "set rmargin at screen \(frame.horizontal(right))\n"
      + "set tmargin at screen \(frame.vertical(top))\n"
      + "set bmargin at screen \(frame.vertical(bottom))\n"
  }

  /// The label of the x axis below the numbers.
  var xLabelCommand: String {
    "set label \(GnuplotText.quoted(panel.xAxis.label)) at "
      + "\(frame.position(centre, bottom + 44)) center\n"
  }

  /// The legend in its own room at the foot of the frame.
  var legendCommand: String {
    guard hasLegend else { return "unset key\n" }
    return "set key at \(frame.position(frame.width / 2, bottom + 57)) center top horizontal "
      + "Left reverse samplen 2.5 maxcols \(legendColumns)\n"
  }

  /// The reference lines, and their labels outside the axes' box where they do not collide.
  var referenceCommands: String {
    var text = ""
    let look = "linecolor rgb '\(PlotStyle.reference)' linewidth 1.2 dashtype (6,4)"
    let font = "font 'sans-serif,11' textcolor rgb '\(PlotStyle.reference)'"
    for (index, line) in panel.vertical.enumerated() where panel.xAxis.range.contains(line.value) {
      text += "set arrow from first \(line.value), graph 0 to first \(line.value), graph 1 "
      text += "nohead back \(look)\n"
      guard !line.label.isEmpty else { continue }
      let x = left + panel.xAxis.fraction(of: line.value) * (right - left)
      let y = top - 9 - 15 * Double(rows[index])
      text +=
        "set label \(GnuplotText.quoted(line.label)) at \(frame.position(x, y)) center \(font)\n"
    }
    var lowest = -Double.infinity
    let lines = panel.horizontal.filter { panel.yAxis.range.contains($0.value) }
    for line in lines.sorted(by: { $0.value > $1.value }) {
      text += "set arrow from graph 0, first \(line.value) to graph 1, first \(line.value) "
      text += "nohead back \(look)\n"
      guard !line.label.isEmpty else { continue }
      let y = max(bottom - panel.yAxis.fraction(of: line.value) * (bottom - top), lowest + 14)
      lowest = y
      text += "set label \(GnuplotText.quoted(line.label)) at \(frame.position(right + 5, y)) "
      text += "left \(font)\n"
    }
    return text
  }
}
