extension Expression {
  /// Whether two expressions are the same function of their symbols wherever both are defined.
  ///
  /// `holds` where the canonical forms agree, where Calcium proves the constant difference to be 0, or
  /// where it vanishes once linear relations
  /// among the exponents are used, or where the exponential of the difference is 1. `fails` where an enclosure at a rational point that
  /// meets all conditions excludes equality. Otherwise nothing is known.
  ///
  /// - Accuracy: exact.
  /// - Rigour: exact where it holds, certified by a ball where it fails.
  public static func equality(_ left: Expression, _ right: Expression) -> Decision {
    let difference = left - right
    guard case .fraction(let fraction) = difference.content else { return .undecided }
    if fraction.isZero { return .holds }
    if isSeparated(fraction, under: difference.conditions) { return .fails }
    if !fraction.hasSymbols, let isZero = ConstantDecision.isZero(fraction) {
      return isZero ? .holds : .fails
    }
    if let reduced = try? fraction.withIndependentExponentials() {
      if reduced.isZero { return .holds }
    }
    // A real number is 0 where its exponential is 1: this decides sums of logarithms.
    if let ratio = exp(difference).fraction, !ratio.generators.isEmpty || ratio.isOne {
      if ratio.isOne { return .holds }
      if (try? ratio.withIndependentExponentials())?.isOne == true { return .holds }
    }
    return .undecided
  }

  /// Whether an enclosure at some point excludes 0.
  private static func isSeparated(_ difference: Fraction, under conditions: [Expression]) -> Bool {
    let points = difference.hasSymbols ? (0..<16).map { SamplePoint($0) } : [.constantsOnly]
    let outcome = Ball.valueAtRisingPrecision(to: difference.hasSymbols ? 512 : 2048) {
      () -> SamplePoint? in
      points.first { point in
        guard let ball = difference.enclosure(at: point), ball.isFinite, !ball.containsZero else {
          return false
        }
        return conditions.allSatisfy { $0.fraction?.enclosure(at: point)?.isPositive == .holds }
      }
    }
    return outcome.value != nil
  }
}
