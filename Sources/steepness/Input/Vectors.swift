import GANTheory
import Scalars

/// Reads numbers, vectors and lists of vectors as exact fractions; errors name the argument.
enum Vectors {
  /// One number.
  static func number(_ text: String, argument: String) throws -> Rational {
    let trimmed = text.trimmed
    if let value = Rational(trimmed) { return value }
    if Double(trimmed)?.isFinite == true {
      throw InputError(
        argument: argument, value: text,
        rule: "is not a fraction of whole numbers up to 9.2e18, as numbers are here",
        remedy: "write it with fewer digits, and between 1e-18 and 9e18 in size")
    }
    throw InputError(
      argument: argument, value: text, rule: "is not a finite number",
      remedy: "write it as 0.5, 1/3 or 2e-3")
  }

  /// A tolerance of steps in time, of which `LineFlow` takes 1e-12 to 1e-2.
  static func tolerance(_ text: String, argument: String) throws -> Double {
    guard let value = Rational(text.trimmed)?.approximation ?? Double(text.trimmed),
      (1e-12...1e-2).contains(value)
    else {
      throw InputError(
        argument: argument, value: text, rule: "must be between 1e-12 and 1e-2",
        remedy: "1e-7 is the usual one")
    }
    return value
  }

  /// A number above 0.
  static func positive(_ text: String, argument: String) throws -> Rational {
    let value = try number(text, argument: argument)
    guard value > 0 else {
      throw InputError(
        argument: argument, value: text, rule: "must be > 0",
        remedy: "give a positive number such as 0.5")
    }
    return value
  }

  /// Numbers separated by commas or semicolons.
  static func list(_ text: String, argument: String) throws -> [Rational] {
    try text.split(omittingEmptySubsequences: false, whereSeparator: { ",;".contains($0) })
      .map { try number(String($0), argument: argument) }
  }

  /// Vectors separated by semicolons, all of one dimension.
  static func vectors(_ text: String, argument: String) throws -> [[Rational]] {
    let vectors = try text.split(separator: ";", omittingEmptySubsequences: false).map {
      try $0.split(separator: ",", omittingEmptySubsequences: false)
        .map { try number(String($0), argument: argument) }
    }
    if let odd = vectors.first(where: { $0.count != vectors[0].count }) {
      throw InputError(
        argument: argument, value: odd.map(\.description).joined(separator: ","),
        rule: "has \(odd.count) coordinates where the first vector has \(vectors[0].count)",
        remedy: "give every vector the same dimension")
    }
    return vectors
  }
}

extension String {
  /// Without spaces at the ends.
  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
