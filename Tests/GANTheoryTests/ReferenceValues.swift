import Foundation

/// The rows of `Tests/ReferenceTables/theory.csv`, whose first lines say how it was made.
struct ReferenceValues {
  /// Values by quantity, each with its arguments.
  static func rows(_ quantity: String) throws -> [(arguments: [Substring], value: Double)] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "ReferenceTables/theory.csv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",") }
      .filter { $0[0] == quantity }
      .map { (arguments: $0[1].split(separator: "|"), value: Double($0[2]) ?? .nan) }
    guard !rows.isEmpty else { throw MissingReference(quantity: quantity) }
    return rows
  }

  struct MissingReference: Error {
    let quantity: String
  }

  /// Modes, σ and further numbers, as the table writes them.
  static func line(_ text: Substring) -> (modes: [Double], deviation: Double, rest: [Double]) {
    let parts = text.split(separator: " ")
    return (
      parts[0].split(separator: ";").compactMap { Double($0) }, Double(parts[1]) ?? .nan,
      parts.dropFirst(2).compactMap { Double($0) }
    )
  }
}
