import ClaimKit
import RealModule
import Scalars

extension KnownStatement {
  static let tails = [
    KnownStatement("Mills' ratio ≥ x/(1 + x²)", .sharp, MillsRatio(form: .gordon)),
    KnownStatement("Mills' ratio ≤ 1/x", .sharp, MillsRatio(form: .reciprocal)),
    KnownStatement("Mills' ratio ≥ 2/(x + √(x² + 4))", .sharp, MillsRatio(form: .birnbaum)),
    KnownStatement("Mills' ratio ≥ 1/(1 + x)·½", .loose, MillsRatio(form: .half)),
    KnownStatement(
      "Mills' ratio ≤ (1 − 1/x² + 2.9999/x⁴)/x for x ≥ 2", .farEnd, MillsRatio(form: .series)),
    KnownStatement("Gaussian tail ≤ exp(−x²/2)/2", .sharp, Chernoff(rate: Rational(1, 2))),
    KnownStatement("Gaussian tail ≤ exp(−x²/4)/2", .loose, Chernoff(rate: Rational(1, 4))),
    KnownStatement("Gaussian tail ≤ exp(−0.51·x²)/2", .farEnd, Chernoff(rate: Rational(51, 100))),
    KnownStatement("Φ is log-concave", .sharp, LogConcavity()),
    KnownStatement("Hoeffding's lemma", .sharp, Hoeffding(divisor: 8)),
    KnownStatement(
      "Hoeffding's lemma, 8.001", .ridge, Hoeffding(divisor: Rational(8001, 1000))),
    KnownStatement("cosh x ≤ exp(x²/2)", .sharp, HyperbolicCosine(divisor: 2)),
    KnownStatement(
      "cosh x ≤ exp(x²/2.001)", .needle, HyperbolicCosine(divisor: Rational(2001, 1000))),
  ]
}

/// Bounds of the logarithm of (1 − Φ(x))/φ(x).
private struct MillsRatio: UnconditionalStatement {
  enum Form { case gordon, reciprocal, birnbaum, half, series }

  let form: Form

  var variables: [Variable] {
    switch form {
    case .series: [.decades("x", 2, 1000)]
    default: [.decades("x", Rational(1, 100), 1000)]
    }
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let x = instance[0]
    let ratio = S.logNormalUpperTail(x) - S.logNormalDensity(x)
    switch form {
    case .gordon: return .atLeast(ratio, S.log(x / (S(1) + x.squared)))
    case .reciprocal: return .atLeast(-S.log(x), ratio)
    case .birnbaum: return .atLeast(ratio, S.log(S(2) / (x + S.sqrt(x.squared + S(4)))))
    case .half: return .atLeast(ratio, -S.log(S(2) * (S(1) + x)))
    case .series:
      let square = S(1) / x.squared
      let series = S(1) - square + S(Rational(29_999, 10_000)) * square.squared
      return .atLeast(S.log(series / x), ratio)
    }
  }
}

/// −rate·x² − log 2 ≥ log(1 − Φ(x)).
private struct Chernoff: UnconditionalStatement {
  let rate: Rational
  let variables: [Variable] = [.decades("x", Rational(1, 1000), 20)]

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let x = instance[0]
    return .atLeast(-S(rate) * x.squared - S.log(S(2)), S.logNormalUpperTail(x))
  }
}

/// 2·log Φ((x + y)/2) ≥ log Φ(x) + log Φ(y).
private struct LogConcavity: UnconditionalStatement {
  let variables: [Variable] = [.line("x", -10, 10), .line("y", -10, 10)]

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (x, y) = (instance[0], instance[1])
    return .atLeast(
      S(2) * S.logNormalCDF((x + y) / S(2)), S.logNormalCDF(x) + S.logNormalCDF(y))
  }
}

/// λ²/divisor ≥ log(1 − p + p·e^λ) − λp.
private struct Hoeffding: UnconditionalStatement {
  let divisor: Rational
  let variables: [Variable] = [
    .line("p", Rational(1, 1000), Rational(999, 1000)), .line("λ", -10, 10),
  ]

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (p, λ) = (instance[0], instance[1])
    return .atLeast(
      λ.squared / S(divisor), S.log(onePlus: p * S.expMinusOne(λ)) - λ * p)
  }
}

/// x²/divisor ≥ log cosh x.
private struct HyperbolicCosine: UnconditionalStatement {
  let divisor: Rational
  let variables: [Variable] = [.line("x", -20, 21)]

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let x = instance[0]
    return .atLeast(x.squared / S(divisor), S.log(S.cosh(x)))
  }
}
