import ClaimKit
import RealModule
import Scalars

extension KnownStatement {
  static let elementary = [
    KnownStatement("eˣ ≥ 1 + x", .sharp, ExponentialSeries(order: 1, least: -5)),
    KnownStatement("eˣ ≥ 1 + x + x²/2 for x ≥ 0", .sharp, ExponentialSeries(order: 2, least: 0)),
    KnownStatement(
      "eˣ ≥ 1 + x + x²/2 for x ≥ −1/1000", .corner,
      ExponentialSeries(order: 2, least: Rational(-1, 1000))),
    KnownStatement("eˣ ≥ 1 + x/2 for x ≥ 1", .loose, ExponentialSeries(order: 0, least: 1)),
    KnownStatement("Jordan: sin x ≥ 2x/π", .sharp, Jordan(upper: Rational(157, 100))),
    KnownStatement("Jordan beyond π/2", .corner, Jordan(upper: Rational(15_708, 10_000))),
    KnownStatement("tan x ≥ x + x³/3", .sharp, Tangent()),
    KnownStatement("log(1 + x) ≥ 2x/(2 + x)", .sharp, LogarithmBound(isUpper: false)),
    KnownStatement("log(1 + x) ≤ x/√(1 + x)", .sharp, LogarithmBound(isUpper: true)),
    KnownStatement("Motzkin's polynomial ≥ 0", .sharp, Motzkin(level: 0)),
    KnownStatement(
      "Motzkin's polynomial ≥ 10⁻⁶", .needle, Motzkin(level: Rational(1, 1_000_000))),
    KnownStatement("x⁰·¹ ≤ 3.98 for x ≤ 10⁶", .farEnd, SlowPower()),
  ]
}

/// eˣ ≥ the beginning of its series; 1 + x/2 for order 0.
private struct ExponentialSeries: UnconditionalStatement {
  let order: Int
  let least: Rational
  var variables: [Variable] { [.line("x", least, 5)] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let x = instance[0]
    let series =
      switch order {
      case 0: S(1) + x / S(2)
      case 1: S(1) + x
      default: S(1) + x + x.squared / S(2)
      }
    return .atLeast(S.exp(x), series)
  }
}

/// sin x ≥ 2x/π, which ends at π/2.
private struct Jordan: UnconditionalStatement {
  let upper: Rational
  var variables: [Variable] { [.line("x", 0, upper)] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast(S.sin(instance[0]), S(2) * instance[0] / S.pi)
  }
}

private struct Tangent: UnconditionalStatement {
  let variables: [Variable] = [.line("x", 0, Rational(3, 2))]

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let x = instance[0]
    return .atLeast(S.tan(x), x + x * x.squared / S(3))
  }
}

private struct LogarithmBound: UnconditionalStatement {
  let isUpper: Bool
  let variables: [Variable] = [.decades("x", Rational(1, 1000), 1000)]

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let x = instance[0]
    let logarithm = S.log(onePlus: x)
    return isUpper
      ? .atLeast(x / S.sqrt(S(1) + x), logarithm)
      : .atLeast(logarithm, S(2) * x / (S(2) + x))
  }
}

/// x⁴y² + x²y⁴ − 3x²y² + 1 ≥ level: 0 is attained at |x| = |y| = 1 only, and no sum of squares shows it.
private struct Motzkin: UnconditionalStatement {
  let level: Rational
  let variables: [Variable] = [.line("x", -2, 3), .line("y", -2, 3)]

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (x, y) = (instance[0].squared, instance[1].squared)
    return .atLeast(x * y * (x + y - S(3)) + S(1), S(level))
  }
}

/// 3.98 ≥ x⁰·¹·y, y ≤ 1: fails for x > 998 000 and y near 1 only.
private struct SlowPower: Statement {
  let variables: [Variable] = [.decades("x", Rational(1, 1_000_000), 1_000_000), .line("y", 0, 1)]

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("y < 1", positive: S(1) - instance[1])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast(S(Rational(398, 100)), S.pow(instance[0], S(Rational(1, 10))) * instance[1])
  }
}
