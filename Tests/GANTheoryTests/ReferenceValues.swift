import Foundation
import Scalars

/// The rows of a table under `Tests/ReferenceTables`, whose script says how it was made.
struct ReferenceValues {
  struct Row {
    let arguments: [Substring]
    /// All digits.
    let text: Substring
    var value: Double { Double(text) ?? .nan }
    /// Everything that rounds to the digits.
    var ball: Ball { Ball(rounded: String(text)) ?? .log(.zero) }
    var key: String { arguments.joined(separator: "|") }
  }

  /// Values by quantity, each with its arguments.
  static func rows(_ quantity: String, of table: String = "theory") throws -> [Row] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "ReferenceTables/\(table).csv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",") }
      .filter { $0[0] == quantity }
      .map { Row(arguments: $0[1].split(separator: "|"), text: $0[2]) }
    guard !rows.isEmpty else { throw MissingReference(quantity: quantity) }
    return rows
  }

  struct MissingReference: Error {
    let quantity: String
  }

  /// Modes, σ and further numbers, as the table of the theory writes them.
  static func line(_ text: Substring) -> (modes: [Double], deviation: Double, rest: [Double]) {
    let parts = text.split(separator: " ")
    return (
      parts[0].split(separator: ";").compactMap { Double($0) }, Double(parts[1]) ?? .nan,
      parts.dropFirst(2).compactMap { Double($0) }
    )
  }

  /// An exact fraction of an argument.
  static func fraction(_ text: Substring) throws -> Rational {
    guard let value = Rational(String(text)) else { throw MissingReference(quantity: String(text)) }
    return value
  }

  /// `count gap` or `a;b;c`.
  static func modes(_ text: Substring) throws -> [Rational] {
    guard text.contains(" ") else { return try text.split(separator: ";").map(fraction) }
    let parts = text.split(separator: " ").compactMap { Int($0) }
    return (0..<parts[0]).map { Rational($0 * parts[1]) }
  }
}

extension Ball {
  /// Whether the reference may be one of the enclosed values, and the enclosure has `digits` certain ones.
  func encloses(_ reference: Ball, toDigits digits: Int) -> Bool {
    (self - reference).containsZero && certainDigits >= digits
  }
}
