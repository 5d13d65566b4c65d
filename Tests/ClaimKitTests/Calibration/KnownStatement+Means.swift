import ClaimKit
import RealModule
import Scalars

extension KnownStatement {
  static let means = [
    KnownStatement("AM–GM of two", .sharp, MeansOfTwo()),
    KnownStatement("AM–GM of three", .sharp, MeansOfThree(constant: 27)),
    KnownStatement(
      "AM–GM of three, 27.001", .ridge, MeansOfThree(constant: Rational(27_001, 1000))),
    KnownStatement("harmonic below geometric mean", .sharp, HarmonicMean()),
    KnownStatement("Cauchy–Schwarz", .sharp, CauchySchwarz(constant: 1)),
    KnownStatement(
      "Cauchy–Schwarz, 1.0001", .ridge, CauchySchwarz(constant: Rational(10_001, 10_000))),
    KnownStatement("Cauchy–Schwarz, 1/2", .loose, CauchySchwarz(constant: Rational(1, 2))),
    KnownStatement("Hölder", .sharp, Holder()),
    KnownStatement("Young", .sharp, Young(isSwapped: false)),
    KnownStatement("Young, exponents exchanged", .plainlyFalse, Young(isSwapped: true)),
    KnownStatement("Minkowski, p ≥ 1", .sharp, Minkowski(least: 1)),
    KnownStatement("Minkowski, p ≥ 0.9", .plainlyFalse, Minkowski(least: Rational(9, 10))),
    KnownStatement("Jensen for exp", .sharp, JensenExponential()),
    KnownStatement("Nesbitt", .sharp, Nesbitt()),
    KnownStatement("Shapiro, fourteen terms", .needle, Shapiro()),
    KnownStatement("logarithmic mean", .sharp, LogarithmicMean()),
  ]
}

private func positive(_ names: String...) -> [Variable] {
  names.map { .decades($0, Rational(1, 10), 10) }
}

/// (a + b)/2 ≥ √(ab).
private struct MeansOfTwo: UnconditionalStatement {
  let variables = positive("a", "b")

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (a, b) = (instance[0], instance[1])
    return .atLeast((a + b) / S(2), S.sqrt(a * b))
  }
}

/// (a + b + c)³ ≥ constant·abc.
private struct MeansOfThree: UnconditionalStatement {
  let constant: Rational
  let variables = positive("a", "b", "c")

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (a, b, c) = (instance[0], instance[1], instance[2])
    let sum = a + b + c
    return .atLeast(sum * sum * sum, S(constant) * a * b * c)
  }
}

/// √(ab) ≥ 2/(1/a + 1/b).
private struct HarmonicMean: UnconditionalStatement {
  let variables = positive("a", "b")

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (a, b) = (instance[0], instance[1])
    return .atLeast(S.sqrt(a * b), S(2) / (S(1) / a + S(1) / b))
  }
}

/// ‖a‖²‖b‖² ≥ constant·(a·b)² in space.
private struct CauchySchwarz: UnconditionalStatement {
  let constant: Rational
  let variables = ["a1", "a2", "a3", "b1", "b2", "b3"].map { Variable.line($0, -3, 3) }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let v = instance.values
    let left =
      (v[0].squared + v[1].squared + v[2].squared) * (v[3].squared + v[4].squared + v[5].squared)
    return .atLeast(left, S(constant) * (v[0] * v[3] + v[1] * v[4] + v[2] * v[5]).squared)
  }
}

/// (aᵖ + bᵖ)^(1/p)·(c^q + d^q)^(1/q) ≥ ac + bd for 1/p + 1/q = 1.
private struct Holder: UnconditionalStatement {
  let variables = positive("a", "b", "c", "d") + [.line("p", Rational(11, 10), 5)]

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (v, p) = (instance.values, instance[4])
    let q = p / (p - S(1))
    let first = S.pow(S.pow(v[0], p) + S.pow(v[1], p), S(1) / p)
    let second = S.pow(S.pow(v[2], q) + S.pow(v[3], q), S(1) / q)
    return .atLeast(first * second, v[0] * v[2] + v[1] * v[3])
  }
}

/// aᵖ/p + b^q/q ≥ ab for 1/p + 1/q = 1.
private struct Young: UnconditionalStatement {
  let isSwapped: Bool
  let variables = positive("a", "b") + [.line("p", Rational(11, 10), 5)]

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (a, b, p) = (instance[0], instance[1], instance[2])
    let q = p / (p - S(1))
    let (left, right) = isSwapped ? (q, p) : (p, q)
    return .atLeast(S.pow(a, left) / p + S.pow(b, right) / q, a * b)
  }
}

/// ‖a‖ₚ + ‖b‖ₚ ≥ ‖a + b‖ₚ in the plane, which needs p ≥ 1.
private struct Minkowski: UnconditionalStatement {
  let least: Rational
  var variables: [Variable] { positive("a1", "a2", "b1", "b2") + [.line("p", least, 4)] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (v, p) = (instance.values, instance[4])
    func norm(_ x: S, _ y: S) -> S { S.pow(S.pow(x, p) + S.pow(y, p), S(1) / p) }
    return .atLeast(norm(v[0], v[1]) + norm(v[2], v[3]), norm(v[0] + v[2], v[1] + v[3]))
  }
}

/// w·eᵃ + (1 − w)·eᵇ ≥ e^(wa + (1 − w)b).
private struct JensenExponential: UnconditionalStatement {
  let variables: [Variable] = [.line("a", -5, 5), .line("b", -5, 5), .line("w", 0, 1)]

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (a, b, w) = (instance[0], instance[1], instance[2])
    let rest = S(1) - w
    return .atLeast(w * S.exp(a) + rest * S.exp(b), S.exp(w * a + rest * b))
  }
}

/// a/(b + c) + b/(c + a) + c/(a + b) ≥ 3/2.
private struct Nesbitt: UnconditionalStatement {
  let variables = positive("a", "b", "c")

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (a, b, c) = (instance[0], instance[1], instance[2])
    return .atLeast(a / (b + c) + b / (c + a) + c / (a + b), S(Rational(3, 2)))
  }
}

/// Σ xᵢ/(xᵢ₊₁ + xᵢ₊₂) ≥ 7 for fourteen numbers in a ring: false by some 10⁻⁵, in a valley of fourteen
/// dimensions.
private struct Shapiro: UnconditionalStatement {
  let variables = (1...14).map { Variable.line("x\($0)", Rational(1, 1000), 1) }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let x = instance.values
    var sum = S.zero
    for i in 0..<14 { sum += x[i] / (x[(i + 1) % 14] + x[(i + 2) % 14]) }
    return .atLeast(sum, S(7))
  }
}

/// (a + b)/2 ≥ (a − b)/log(a/b) for a > b.
private struct LogarithmicMean: Statement {
  let variables = positive("a", "b")

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("a ≥ 1.001·b", nonNegative: instance[0] - S(Rational(1001, 1000)) * instance[1])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (a, b) = (instance[0], instance[1])
    return .atLeast((a + b) / S(2), (a - b) / S.log(a / b))
  }
}
