import ClaimKit
import RealModule
import Scalars

/// Inequalities whose truth is plain, for boxes.
struct PlantedInequality: Statement {
  enum Form {
    /// x² + y² + 1 ≥ 2xy, with room to spare.
    case loose
    /// 1/4 ≥ x(1 − x), attained at 1/2.
    case attainedInside
    /// x ≥ x² on [0, 1/2], attained at 0.
    case attainedAtEnd
    /// x + 1/x ≥ bound over six decades, attained at 1 for 2.
    case reciprocal(Rational)
    /// cos(2πn) ≥ 1/2, true of whole numbers only.
    case wholeNumbers
    /// x² ≥ 1/10⁶ on [−1, 1], false on a thousandth of it.
    case narrowlyFalse
    /// max(x, −x) ≥ 0, which has no value where the sign of x is not known.
    case signed
    /// min(x, y) ≤ max(x, y) − 1/10 for x = y: false on all of the diagonal box.
    case kink
  }

  let form: Form
  var stated: [Variable]?

  var variables: [Variable] {
    switch form {
    case .loose, .kink: [Variable("x", from: -1, to: 1), Variable("y", from: -1, to: 1)]
    case .attainedInside: [Variable("x", from: 0, to: 1)]
    case .attainedAtEnd: [Variable("x", from: 0, to: Rational(1, 2))]
    case .reciprocal: [Variable("x", from: Rational(1, 1000), to: 1000, scale: .logarithmic)]
    case .wholeNumbers: [Variable("n", in: 1...5)]
    case .narrowlyFalse, .signed: [Variable("x", from: -1, to: 1)]
    }
  }

  var certifiedBox: [Variable]? { stated }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    if case .wholeNumbers = form {
      return .atLeast(S.cos(S(2) * S.pi * instance["n"]), S(Rational(1, 2)))
    }
    let x = instance["x"]
    switch form {
    case .loose:
      return .atLeast(x.squared + instance["y"].squared + S(1), S(2) * x * instance["y"])
    case .attainedInside: return .atLeast(S(Rational(1, 4)), x * (S(1) - x))
    case .attainedAtEnd: return .atLeast(x, x.squared)
    case .reciprocal(let bound): return .atLeast(x + S(1) / x, S(bound))
    case .narrowlyFalse: return .atLeast(x.squared, S(Rational(1, 1_000_000)))
    case .signed:
      switch x.isNonNegative {
      case .holds: return .atLeast(x, .zero)
      case .fails: return .atLeast(-x, .zero)
      case .undecided: return nil
      }
    case .kink:
      return .atLeast(
        S.larger(x, instance["y"]) - S(Rational(1, 10)), S.smaller(x, instance["y"]))
    case .wholeNumbers: return nil
    }
  }
}
