extension Table {
  /// The table for a terminal: title, metadata, aligned columns, note.
  ///
  /// Widths count characters, so that accents and Greek letters line up.
  var plainText: String {
    let body = rows.map { $0.map { Self.oneLine($0.plainText) } }
    let heads = columns.map { Self.oneLine($0.heading) }
    let widths = heads.indices.map { column in
      body.reduce(heads[column].count) { max($0, $1[column].count) }
    }
    func line(_ cells: [String]) -> String {
      var line = ""
      for (column, cell) in cells.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        line += column == 0 ? "" : "  "
        line += columns[column].alignment == .leading ? cell + padding : padding + cell
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }
    var text = Self.oneLine(title) + "\n"
    for (key, value) in metadata { text += "\(Self.oneLine(key)): \(Self.oneLine(value))\n" }
    text += "\n" + line(heads) + line(widths.map { String(repeating: "-", count: $0) })
    for row in body { text += line(row) }
    if let note { text += "\n\(note)\n" }
    return text
  }

  /// The text with every run of line breaks replaced by one space.
  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
