import ClaimKit
import RealModule
import Scalars

extension KnownStatement {
  static let entropies = [
    KnownStatement("log-sum", .sharp, LogSum()),
    KnownStatement("Pinsker for two coins", .sharp, Pinsker(constant: 2)),
    KnownStatement("Pinsker for two coins, 1", .loose, Pinsker(constant: 1)),
    KnownStatement("Pinsker for two coins, 2.001", .ridge, Pinsker(constant: Rational(2001, 1000))),
    KnownStatement("divergence above Hellinger's", .sharp, HellingerBound()),
    KnownStatement("entropy of three ≤ log 3", .sharp, EntropyOfThree(excess: 0)),
    KnownStatement(
      "entropy of three ≤ log 3 − 10⁻⁶", .corner, EntropyOfThree(excess: Rational(1, 1_000_000))),
    KnownStatement("entropy of a coin ≥ 4p(1 − p)·log 2", .sharp, EntropyOfCoin(form: .lower)),
    KnownStatement(
      "entropy of a coin ≤ (4p(1 − p))^(7/10)·log 2", .sharp,
      EntropyOfCoin(form: .upper(Rational(7, 10)))),
    KnownStatement(
      "entropy of a coin ≤ (4p(1 − p))^(3/4)·log 2", .plainlyFalse,
      EntropyOfCoin(form: .upper(Rational(3, 4)))),
    KnownStatement("Gibbs with a wrong normaliser", .plainlyFalse, WrongGibbs()),
  ]
}

private func share(_ name: String) -> Variable {
  .line(name, Rational(1, 1000), Rational(999, 1000))
}

private func divergence<S: Scalar>(_ p: S, _ q: S) -> S {
  p * S.log(p / q) + (S(1) - p) * S.log((S(1) - p) / (S(1) - q))
}

/// a·log(a/b) + c·log(c/d) ≥ (a + c)·log((a + c)/(b + d)).
private struct LogSum: UnconditionalStatement {
  let variables = ["a", "b", "c", "d"].map { Variable.decades($0, Rational(1, 10), 10) }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let v = instance.values
    let left = v[0] * S.log(v[0] / v[1]) + v[2] * S.log(v[2] / v[3])
    return .atLeast(left, (v[0] + v[2]) * S.log((v[0] + v[2]) / (v[1] + v[3])))
  }
}

/// KL(p, q) ≥ constant·(p − q)².
private struct Pinsker: Statement {
  let constant: Rational
  let variables = [share("p"), share("q")]

  /// Doubles lose the difference of nearly equal coins.
  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let difference = instance[0] - instance[1]
    return [
      Hypothesis("|p − q| ≥ 1/1000", nonNegative: difference.squared - S(Rational(1, 1_000_000)))
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (p, q) = (instance[0], instance[1])
    return .atLeast(divergence(p, q), S(constant) * (p - q).squared)
  }
}

/// KL(p, q) ≥ 2·(1 − √(pq) − √((1 − p)(1 − q))).
private struct HellingerBound: UnconditionalStatement {
  let variables = [share("p"), share("q")]

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (p, q) = (instance[0], instance[1])
    let affinity = S.sqrt(p * q) + S.sqrt((S(1) - p) * (S(1) - q))
    // Moved to one side each, since both sides vanish together.
    return .atLeast(divergence(p, q) + S(2) * affinity, S(2))
  }
}

/// log 3 − excess ≥ H(p, q, 1 − p − q).
private struct EntropyOfThree: Statement {
  let excess: Rational
  let variables = [share("p"), share("q")]

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("p + q < 1", positive: S(1) - instance[0] - instance[1])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (p, q) = (instance[0], instance[1])
    let r = S(1) - p - q
    let entropy = -(p * S.log(p) + q * S.log(q) + r * S.log(r))
    return .atLeast(S.log(S(3)) - S(excess), entropy)
  }
}

/// Bounds of a coin's entropy by its variance.
private struct EntropyOfCoin: UnconditionalStatement {
  enum Form {
    case lower
    case upper(Rational)
  }

  let form: Form
  let variables = [share("p")]

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let p = instance[0]
    let entropy = -(p * S.log(p) + (S(1) - p) * S.log(S(1) - p))
    let variance = S(4) * p * (S(1) - p)
    switch form {
    case .lower: return .atLeast(entropy, variance * S.log(S(2)))
    case .upper(let exponent):
      return .atLeast(S.pow(variance, S(exponent)) * S.log(S(2)), entropy)
    }
  }
}

/// p·log(p/q) ≥ 0 without the other outcome: false for p < q.
private struct WrongGibbs: UnconditionalStatement {
  let variables = [share("p"), share("q")]

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast(instance[0] * S.log(instance[0] / instance[1]), .zero)
  }
}
