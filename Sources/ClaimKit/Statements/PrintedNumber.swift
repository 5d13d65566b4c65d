public import Scalars

/// A number that a formula gives, in every number system.
public protocol ExactNumber: Sendable {
  /// The number; nil where it does not exist.
  func value<S: Scalar>(in system: S.Type) -> S?
}

/// 'the number is 8.9': the value of a formula rounds to the digits that are printed.
///
/// There is nothing to search. Balls decide it at rising precision, which covers all that is asserted: where
/// the claim is `isExhaustive` it is `certified` on a box of one point, or `refuted` with the digits that
/// should have been printed. A value half-way between two decimals rounds to either, by algebra.
///
/// - Rigour: enclosure.
public struct PrintedNumber<Number: ExactNumber>: Statement {
  /// What the printed digits say of the value.
  public enum Rounding: Sendable {
    /// It is within half a unit in the last place that is printed.
    case nearest
    /// Its further digits are cut off.
    case truncated
    /// It is within one unit in the last place: for '≈' where no rule is given.
    case withinOneUnit
  }

  /// As printed.
  public let text: String
  public let rounding: Rounding
  public let number: Number
  /// text = digits·10ᵉ, where 10ᵉ is a unit in the last place.
  private let digits: Int
  private let exponent: Int

  /// - Hypotheses: `text` is a decimal of at most 18 digits, with an exponent such as `e-3` or without; the
  ///   sign may be a hyphen or −.
  public init(_ text: String, rounding: Rounding = .nearest, of number: Number) {
    guard let (digits, exponent) = Self.parsed(text) else {
      preconditionFailure("'\(text)' is a decimal of at most 18 digits")
    }
    self.init(text, digits, exponent, rounding, number)
  }

  private init(
    _ text: String, _ digits: Int, _ exponent: Int, _ rounding: Rounding, _ number: Number
  ) {
    self.text = text
    self.digits = digits
    self.exponent = exponent
    self.rounding = rounding
    self.number = number
  }

  public var variables: [Variable] { [] }

  public func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  /// reach ≥ |2·value/10ᵉ − centre|, in whole numbers of half units.
  public func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    guard let value = number.value(in: S.self) else { return nil }
    let (centre, reach) =
      switch rounding {
      case .nearest: (2 * digits, 1)
      case .truncated: (2 * digits + (isNegative ? -1 : 1), 1)
      case .withinOneUnit: (2 * digits, 2)
      }
    let difference = S(2) * inUnits(value) - S(centre)
    return .atLeast(S(reach), S.larger(difference, -difference))
  }

  /// `printed`, the value's own digits to the same place, and ten digits more.
  public func details(at instance: Assignment<Ball>) -> [String: String] {
    var details = ["printed": text]
    guard let value = number.value(in: Ball.self), value.isFinite else { return details }
    // Digits before the last printed place: |value|/10ᵉ has as many.
    let size = inUnits(value).approximation.magnitude
    let places = size < 1 ? 1 : String(Int(min(size, 1e18))).count
    details["correct digits"] =
      size < 0.5 ? "0 in that place" : value.rounded(toDigits: places) ?? "undecided"
    details["value"] = value.rounded(toDigits: places + 10) ?? value.description
    return details
  }

  /// The same number with the last place three units larger: false wherever the print is right.
  public var control: Control {
    let (sum, overflow) = digits.addingReportingOverflow(isNegative ? -3 : 3)
    precondition(!overflow, "the digits leave room for three units")
    return Control(
      "three units more in the last place of \(text)",
      families: [Self("\(text) and three units", sum, exponent, rounding, number)])
  }

  private var isNegative: Bool { digits < 0 || text.hasPrefix("-") || text.hasPrefix("−") }

  /// value/10ᵉ.
  private func inUnits<S: Scalar>(_ value: S) -> S {
    var power = S(1)
    for _ in 0..<exponent.magnitude { power = power * S(10) }
    return exponent < 0 ? value * power : value / power
  }

  /// The digits of a decimal as a whole number, and the exponent of their last place.
  private static func parsed(_ text: String) -> (digits: Int, exponent: Int)? {
    let parts = text.replacing("−", with: "-").lowercased()
      .split(separator: "e", omittingEmptySubsequences: false)
    guard let mantissa = parts.first, parts.count <= 2 else { return nil }
    let places = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(places.count), places.allSatisfy({ !$0.isEmpty }) else { return nil }
    let fraction = places.count == 2 ? places[1] : ""
    let all = places[0] + fraction
    guard all.count <= 19, fraction.allSatisfy(\.isNumber), let digits = Int(all),
      digits.magnitude < 1_000_000_000_000_000_000
    else { return nil }
    guard parts.count == 2 else { return (digits, -fraction.count) }
    guard let exponent = Int(parts[1]), exponent.magnitude <= 1000 else { return nil }
    return (digits, exponent - fraction.count)
  }
}
