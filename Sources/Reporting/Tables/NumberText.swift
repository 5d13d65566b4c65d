import Foundation

/// How a double is spelled for people: six significant digits.
enum NumberText {
  /// Six significant digits as C's `%.6g` writes them; zero has no sign.
  ///
  /// - Accuracy: half a unit in the sixth significant digit.
  static func sixDigits(_ number: Double) -> String {
    if number.isNaN { return "nan" }
    if number.isInfinite { return number < 0 ? "-inf" : "inf" }
    return number == 0 ? "0" : String(format: "%.6g", number)
  }

  /// The mantissa and the decimal exponent of `sixDigits`, which has an exponent only where the
  /// number is very large or very small.
  static func parts(_ number: Double) -> (mantissa: String, exponent: Int?) {
    let digits = sixDigits(number)
    guard number.isFinite, let mark = digits.firstIndex(of: "e") else { return (digits, nil) }
    let exponent = Int(digits[digits.index(after: mark)...])
    return (String(digits[..<mark]), exponent)
  }
}

extension Cell {
  /// The entry as an ASCII number or as its raw text, before any escaping.
  var plainText: String {
    switch self {
    case .text(let text): text
    case .number(let number): NumberText.sixDigits(number)
    case .integer(let integer): String(integer)
    case .missing: "-"
    }
  }
}
