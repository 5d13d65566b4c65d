public import Scalars

/// A number that is printed to so many digits, against the value that it stands for.
///
/// It holds where the printed decimal is the value rounded to its last digit: |value − printed| ≤ half a unit
/// there. There is nothing to search; balls decide it, unless the value is exactly between two decimals.
public struct PrintedNumber: Statement {
  /// The number as printed, such as `8.9` or `-0.50`.
  public let printed: String
  private let decimal: Rational
  private let halfUnit: Rational
  private let value: any ClosedValue

  /// The decimal, or one that is `units` units of its last digit larger, as a control.
  ///
  /// - Hypotheses: `printed` is a decimal.
  public init(_ printed: String, largerBy units: Int = 0, value: any ClosedValue) {
    guard let decimal = Rational(printed) else { preconditionFailure("'\(printed)' is a decimal") }
    let places = printed.split(separator: ".").dropFirst().first?.count ?? 0
    let unit = (0..<places).reduce(Rational(1)) { unit, _ in unit * Rational(1, 10) }
    self.printed = printed
    self.decimal = decimal + Rational(units) * unit
    self.value = value
    halfUnit = unit * Rational(1, 2)
  }

  public var variables: [Variable] { [] }

  public func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  public func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let difference = value.value(in: S.self) - S(decimal)
    return .atLeast(S(halfUnit), S.larger(difference, -difference))
  }
}

/// A number without variables, in any number system.
public protocol ClosedValue: Sendable {
  func value<S: Scalar>(in system: S.Type) -> S
}
