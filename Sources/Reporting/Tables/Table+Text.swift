/// A table for a terminal: title, metadata, aligned columns, note.
///
/// Widths count characters, so that accents and Greek letters line up.
struct TextLayout: TableLayout {
  let head: Table
  let widths: [Int]

  /// The widths that fit the table's heads and rows.
  static func widths(of table: Table) -> [Int] {
    table.columns.indices.map { column in
      table.rows.reduce(Table.oneLine(table.columns[column].heading).count) {
        max($0, Table.oneLine($1[column].plainText).count)
      }
    }
  }

  var opening: String {
    var text = Table.oneLine(head.title) + "\n"
    for (key, value) in head.metadata {
      text += "\(Table.oneLine(key)): \(Table.oneLine(value))\n"
    }
    return text + "\n" + line(head.columns.map { Table.oneLine($0.heading) })
      + line(widths.map { String(repeating: "-", count: $0) })
  }

  func line(_ row: [Cell], index: Int) -> String { line(row.map { Table.oneLine($0.plainText) }) }

  func closing(count: Int) -> String { head.note.map { "\n\($0)\n" } ?? "" }

  private func line(_ cells: [String]) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      let padding = String(repeating: " ", count: max(widths[column] - cell.count, 0))
      line += column == 0 ? "" : "  "
      line += head.columns[column].alignment == .leading ? cell + padding : padding + cell
    }
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }
}

extension Table {
  /// The text with every run of line breaks replaced by one space.
  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
