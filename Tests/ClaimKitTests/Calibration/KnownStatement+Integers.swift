import ClaimKit
import RealModule
import Scalars

extension KnownStatement {
  static let integers = [
    KnownStatement("Bernoulli for x ≥ −1", .sharp, Bernoulli(least: -1)),
    KnownStatement("Bernoulli for x ≥ −3.1", .fromThree, Bernoulli(least: Rational(-31, 10))),
    KnownStatement("n! ≤ 2ⁿ⁻¹·1.001", .fromThree, FactorialBelowPowers()),
    KnownStatement("triangle inequality squared, n terms", .fromThree, SquareOfSum()),
    KnownStatement("Stirling from below", .sharp, Stirling()),
    KnownStatement("1.01ⁿ ≤ 10·n", .large, SlowExponential(least: 1, greatest: 1000)),
    KnownStatement("1.01ⁿ ≤ 10·n up to 900", .loose, SlowExponential(least: 1, greatest: 900)),
    KnownStatement(
      "Hₙ ≤ log n + 0.5772 + 1/2n", .large, Harmonic(constant: Rational(5772, 10_000))),
    KnownStatement(
      "Hₙ ≤ log n + 0.57722 + 1/2n", .sharp, Harmonic(constant: Rational(57_722, 100_000))),
    KnownStatement("(1 + 1/n)ⁿ ≤ e", .sharp, Compound(excess: 0)),
    KnownStatement(
      "(1 + 1/n)ⁿ ≤ e − 10⁻⁶·1.4", .large, Compound(excess: Rational(14, 10_000_000))),
    KnownStatement("n² + n + 41 has no divisor 41 before n = 40", .needle, EulerPolynomial()),
  ]
}

extension Assignment {
  /// The value of an integer variable as an exponent or a count.
  fileprivate func count(_ index: Int) -> Int { Int(self[index].approximation.rounded()) }
}

/// (1 + x)ⁿ ≥ 1 + nx: for x ≥ −1 always; below −2, odd n ≥ 3 break it.
private struct Bernoulli: UnconditionalStatement {
  let least: Rational
  var variables: [Variable] { [Variable("n", in: 1...12), .line("x", least, 3)] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (n, x) = (instance[0], instance[1])
    return .atLeast(S.pow(S(1) + x, instance.count(0)), S(1) + n * x)
  }
}

/// 1.001·2ⁿ⁻¹ ≥ n!, with equality up to the factor for n = 1, 2.
private struct FactorialBelowPowers: UnconditionalStatement {
  let variables = [Variable("n", in: 1...15)]

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let n = instance.count(0)
    var factorial = S(1)
    for k in 1...n { factorial *= S(k) }
    return .atLeast(S(Rational(1001, 1000)) * S.pow(S(2), n - 1), factorial)
  }
}

/// 2·Σ xᵢ² ≥ (Σ xᵢ)² over the first n of six numbers: true for n ≤ 2.
private struct SquareOfSum: UnconditionalStatement {
  let variables = [Variable("n", in: 1...6)] + (1...6).map { .line("x\($0)", -1, 1) }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    var (squares, sum) = (S.zero, S.zero)
    for index in 1...instance.count(0) {
      squares += instance[index].squared
      sum += instance[index]
    }
    return .atLeast(S(2) * squares, sum.squared)
  }
}

/// log n! ≥ n·log n − n + log(2πn)/2.
private struct Stirling: UnconditionalStatement {
  let variables = [Variable("n", in: 1...20)]

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let n = instance[0]
    var factorial = S(1)
    for k in 1...instance.count(0) { factorial *= S(k) }
    return .atLeast(S.log(factorial), n * S.log(n) - n + S.log(S(2) * S.pi * n) / S(2))
  }
}

/// log 10n ≥ n·log 1.01: fails from n = 918 on.
private struct SlowExponential: UnconditionalStatement {
  let least: Int
  let greatest: Int
  var variables: [Variable] { [Variable("n", in: least...greatest)] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast(S.log(S(10) * instance[0]), instance[0] * S.log(S(Rational(101, 100))))
  }
}

/// log n + constant + 1/2n ≥ 1 + 1/2 + … + 1/n: with 0.5772 false for n > 72.
private struct Harmonic: UnconditionalStatement {
  let constant: Rational
  let variables = [Variable("n", in: 1...80)]

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let n = instance[0]
    var sum = S.zero
    for k in 1...instance.count(0) { sum += S(1) / S(k) }
    return .atLeast(S.log(n) + S(constant) + S(1) / (S(2) * n), sum)
  }
}

/// e − excess ≥ (1 + 1/n)ⁿ: with 1.4·10⁻⁶ false for n > 970 000.
private struct Compound: UnconditionalStatement {
  let excess: Rational
  let variables = [Variable("n", in: 1...1_000_000)]

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast(
      S.exp(S(1)) - S(excess), S.exp(instance[0] * S.log(onePlus: S(1) / instance[0])))
  }
}

/// |sin(π(n² + n + 41)/41)| > 0 in disguise: (n² + n mod 41)² ≥ 1 fails where 41 divides n(n + 1).
private struct EulerPolynomial: UnconditionalStatement {
  let variables = [Variable("n", in: 1...200)]

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let n = instance.count(0)
    return .atLeast(S(n * (n + 1) % 41), S(1))
  }
}
