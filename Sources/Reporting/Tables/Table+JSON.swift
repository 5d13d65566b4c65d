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

/// A table as one JSON object: title, metadata, columns, rows, and the note if there is one.
struct JSONLayout: TableLayout {
  let head: Table

  var opening: String {
    let columns = head.columns.map {
      JSONText.object([
        ("name", JSONText.string($0.name)), ("unit", $0.unit.map(JSONText.string) ?? "null"),
      ])
    }
    let members = [
      ("title", JSONText.string(head.title)),
      ("metadata", JSONText.object(head.metadata.map { ($0, JSONText.string($1)) })),
      ("columns", JSONText.array(columns)),
    ]
    return "{\n" + members.map { "  \(JSONText.string($0)): \($1),\n" }.joined() + "  \"rows\": ["
  }

  func line(_ row: [Cell], index: Int) -> String {
    (index == 0 ? "\n    " : ",\n    ")
      + JSONText.object(zip(head.columns, row).map { ($0.name, $1.json) })
  }

  func closing(count: Int) -> String {
    (count == 0 ? "]" : "\n  ]") + (head.note.map { ",\n  \"note\": \(JSONText.string($0))" } ?? "")
      + "\n}\n"
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
