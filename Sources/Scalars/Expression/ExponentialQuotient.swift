import RealModule

/// A quotient of two sums of exponentials Σ aᵢ·exp(pᵢ·x) as doubles: an expression made fit for inner loops.
///
/// On either side of 0 the largest exponentials are taken out, so that what is left is a quotient of two polynomials in
/// exp(−u·|x|) ≤ 1 and nothing overflows that the quotient itself does not.
public struct ExponentialQuotient: Sendable, Equatable {
  /// exp(power·x)·A(t)/B(t) with t = exp(slope·x) ≤ 1 on one side of 0.
  private struct Side: Sendable, Equatable {
    let power: Double
    let slope: Double
    let above: [Double]
    let below: [Double]
  }

  private let negative: Side
  private let positive: Side

  /// The quotient that an expression is as a function of a symbol; nil where it is of another kind.
  ///
  /// - Accuracy: exact but for the rounding of the coefficients.
  /// - Edge cases: nil too where the powers span more than 4,000 of their common unit.
  public init?(_ expression: Expression, of symbol: Expression) {
    guard let fraction = expression.fraction, let name = symbol.fraction?.singleGenerator else {
      return nil
    }
    var unit = 1.0
    switch fraction.generators.count {
    case 0: break
    case 1:
      guard case .exponential(let argument) = fraction.generators[0].kernel.kind,
        argument.singleGenerator == name
      else { return nil }
      unit = fraction.generators[0].unit.approximation
    default: return nil
    }
    func coefficients(_ terms: [RationalFunction.Term]) -> [Int: Double] {
      terms.reduce(into: [:]) { $0[$1.exponents.first ?? 0] = $1.coefficient.converted() }
    }
    let (above, below) = (
      coefficients(fraction.function.numeratorTerms),
      coefficients(fraction.function.denominatorTerms)
    )
    guard let negative = Self.side(above, below, unit: unit, sign: -1),
      let positive = Self.side(above, below, unit: unit, sign: 1)
    else { return nil }
    self.negative = negative
    self.positive = positive
  }

  private static func side(
    _ above: [Int: Double], _ below: [Int: Double], unit: Double, sign: Int
  ) -> Side? {
    func leading(_ terms: [Int: Double]) -> (degree: Int, coefficients: [Double])? {
      guard let lead = terms.keys.max(by: { sign * $0 < sign * $1 }),
        let last = terms.keys.max(by: { sign * $1 < sign * $0 }), abs(lead - last) <= 4_000
      else { return (0, [0]) }
      return (lead, (0...abs(lead - last)).map { terms[lead - sign * $0] ?? 0 })
    }
    guard let top = leading(above), let bottom = leading(below), bottom.coefficients[0] != 0 else {
      return nil
    }
    return Side(
      power: Double(top.degree - bottom.degree) * unit, slope: -Double(sign) * unit,
      above: top.coefficients, below: bottom.coefficients)
  }

  /// The quotient and its slope at x.
  ///
  /// - Accuracy: a few ulp for coefficients of one sign, times |power·x|; the sums may cancel otherwise.
  /// - Edge cases: infinite where the quotient overflows.
  public func valueAndSlope(at x: Double) -> (value: Double, slope: Double) {
    let side = x < 0 ? negative : positive
    let t = Double.exp(side.slope * x)
    let (top, topSlope) = Self.polynomial(side.above, at: t)
    let (bottom, bottomSlope) = Self.polynomial(side.below, at: t)
    let quotient = top / bottom
    let slope =
      side.power * quotient + side.slope * t * (topSlope - quotient * bottomSlope) / bottom
    guard side.power != 0 else { return (quotient, slope) }
    let factor = Double.exp(side.power * x)
    return (factor * quotient, factor * slope)
  }

  /// The power p of the leading behaviour c·exp(p·x) towards −∞ or +∞.
  public func leadingPower(towardsNegative: Bool) -> Double {
    towardsNegative ? negative.power : positive.power
  }

  /// Whether no coefficient is negative, so that no value is.
  public var isNonNegativeByForm: Bool {
    (positive.above + positive.below).allSatisfy { $0 >= 0 }
  }

  private static func polynomial(
    _ coefficients: [Double], at t: Double
  ) -> (value: Double, slope: Double) {
    var (value, slope) = (0.0, 0.0)
    for coefficient in coefficients.reversed() {
      slope = slope * t + value
      value = value * t + coefficient
    }
    return (value, slope)
  }
}
