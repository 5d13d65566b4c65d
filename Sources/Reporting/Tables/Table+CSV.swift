extension Table {
  /// The table as comma-separated values: `# ` lines with title, metadata, units and note, then
  /// a line of names, then the rows.
  ///
  /// Fields are quoted as in RFC 4180; lines end in a line feed alone, as the shell tools expect.
  /// A field that contains `#` is quoted too, so that no line of data looks like a comment.
  var commaSeparatedValues: String {
    var comments = [title] + metadata.map { "\($0): \($1)" }
    comments += columns.compactMap { column in column.unit.map { "unit of \(column.name): \($0)" } }
    if let note { comments.append(note) }
    let lines =
      comments.map { "# " + Self.oneLine($0) }
      + [columns.map { Self.quoted($0.name) }.joined(separator: ",")]
      + rows.map { $0.map(\.commaSeparatedField).joined(separator: ",") }
    return lines.joined(separator: "\n") + "\n"
  }

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
