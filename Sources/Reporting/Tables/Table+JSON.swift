/// The spelling of JSON values.
enum JSONText {
  /// A JSON string with its quotes.
  static func string(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\n": json += "\\n"
      case "\r": json += "\\r"
      case "\t": json += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7f:
        let digits = String(scalar.value, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }

  /// A JSON number that reads back as the same double.
  ///
  /// - Edge cases: NaN is `null`, infinities are the strings `"inf"` and `"-inf"`.
  static func number(_ number: Double) -> String {
    if number.isNaN { return "null" }
    if number.isInfinite { return number < 0 ? "\"-inf\"" : "\"inf\"" }
    return number.description
  }

  /// A JSON object on one line, its keys in the given order.
  static func object(_ members: [(key: String, json: String)]) -> String {
    "{" + members.map { "\(string($0.key)): \($0.json)" }.joined(separator: ", ") + "}"
  }

  /// A JSON array with one element a line.
  static func array(_ elements: [String]) -> String {
    elements.isEmpty ? "[]" : "[\n    " + elements.joined(separator: ",\n    ") + "\n  ]"
  }
}

extension Table {
  /// The table as one JSON object: title, metadata, columns, rows, and the note if there is one.
  var json: String {
    var members = [
      ("title", JSONText.string(title)),
      ("metadata", JSONText.object(metadata.map { ($0, JSONText.string($1)) })),
      (
        "columns",
        JSONText.array(
          columns.map {
            JSONText.object([
              ("name", JSONText.string($0.name)), ("unit", $0.unit.map(JSONText.string) ?? "null"),
            ])
          })
      ),
      (
        "rows",
        JSONText.array(
          rows.map { row in JSONText.object(zip(columns, row).map { ($0.name, $1.json) }) })
      ),
    ]
    if let note { members.append(("note", JSONText.string(note))) }
    return "{\n  "
      + members.map { "\(JSONText.string($0)): \($1)" }.joined(separator: ",\n  ") + "\n}\n"
  }
}

extension Cell {
  /// The entry as a JSON value.
  fileprivate var json: String {
    switch self {
    case .text(let text): JSONText.string(text)
    case .number(let number): JSONText.number(number)
    case .integer(let integer): String(integer)
    case .missing: "null"
    }
  }
}
