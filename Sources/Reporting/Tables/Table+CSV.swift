/// A table as comma-separated values: `# ` lines with title, metadata, units and note, then a line of names,
/// then the rows.
///
/// Fields are quoted as in RFC 4180; lines end in a line feed alone, as the shell tools expect.
/// A field that contains `#` is quoted too, so that no line of data looks like a comment.
struct CSVLayout: TableLayout {
  let head: Table

  var opening: String {
    var comments = [head.title] + head.metadata.map { "\($0): \($1)" }
    comments += head.columns.compactMap { column in
      column.unit.map { "unit of \(column.name): \($0)" }
    }
    if let note = head.note { comments.append(note) }
    return comments.map { "# " + Table.oneLine($0) + "\n" }.joined()
      + line(head.columns.map { Table.quoted($0.name) })
  }

  func line(_ row: [Cell], index: Int) -> String { line(row.map(\.commaSeparatedField)) }

  func closing(count: Int) -> String { "" }

  private func line(_ fields: [String]) -> String { fields.joined(separator: ",") + "\n" }
}

extension Table {
  /// A csv field with the text: in quotes where it needs them.
  fileprivate static func quoted(_ text: String) -> String {
    let plain =
      !text.isEmpty && text.first != " " && text.last != " "
      && !text.unicodeScalars.contains { ",\"#\r\n".unicodeScalars.contains($0) }
    return plain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

extension Cell {
  /// The entry as a csv field; a missing entry is empty, empty text is a pair of quotes.
  fileprivate var commaSeparatedField: String {
    switch self {
    case .text(let text): Table.quoted(text)
    case .number(let number): number.description
    case .integer(let integer): String(integer)
    case .missing: ""
    }
  }
}
