/// Names beside coloured marks, outside any axes.
struct LegendMarks {
  /// A name and its mark.
  struct Entry: Sendable {
    let name: String
    /// A gnuplot colour.
    let colour: String
    /// gnuplot's number of the mark: 7 is a disc, 5 a square.
    var mark = 7

    /// Pixels that it needs, with the gap to the next.
    var width: Double { 34 + GnuplotText.width(name) }
  }

  let entries: [Entry]

  /// The entries in as many rows as a width asks for.
  private func rows(width: Double) -> [[Entry]] {
    var rows: [[Entry]] = []
    var room = 0.0
    for entry in entries {
      if rows.isEmpty || entry.width > room {
        rows.append([])
        room = width
      }
      rows[rows.count - 1].append(entry)
      room -= entry.width
    }
    return rows
  }

  /// Pixels from top to bottom that they need in a width.
  func height(width: Double) -> Double {
    Double(rows(width: width).count) * PlotStyle.lineHeight
  }

  /// The commands that write them below a height of a frame, each row in its middle.
  func commands(in frame: PlotFrame, top: Double) -> String {
    var text = ""
    for (index, row) in rows(width: frame.width).enumerated() {
      let y = top + (Double(index) + 0.5) * PlotStyle.lineHeight
      var x = max(4, (frame.width - row.reduce(-20) { $0 + $1.width }) / 2)
      for entry in row {
        text += "set label '' at \(frame.position(x + 4, y)) point pt \(entry.mark) ps 0.75 "
        text += "lc rgb '\(entry.colour)'\n"
        text += "set label \(GnuplotText.quoted(entry.name)) at \(frame.position(x + 14, y)) left "
        text += "font 'sans-serif,12'\n"
        x += entry.width
      }
    }
    return text
  }
}
