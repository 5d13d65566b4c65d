import ClaimKit
import RealModule
import Scalars

extension KnownStatement {
  static let identities = [
    KnownStatement("sin² + cos² = 1", .identity, Pythagoras(factor: 1)),
    KnownStatement("sin² + cos² = 1 + 10⁻⁹", .nearlyEqual, Pythagoras(factor: nearlyOne(9))),
    KnownStatement("eᵃ⁺ᵇ = eᵃeᵇ", .identity, ExponentialLaw(factor: 1)),
    KnownStatement("eᵃ⁺ᵇ = eᵃeᵇ(1 + 10⁻⁹)", .nearlyEqual, ExponentialLaw(factor: nearlyOne(9))),
    KnownStatement("eᵃ⁺ᵇ = eᵃeᵇ(1 + 10⁻¹⁸)", .nearlyEqual, ExponentialLaw(factor: nearlyOne(18))),
    KnownStatement("Φ(x) + Φ(−x) = 1", .identity, Reflection(factor: 1)),
    KnownStatement("Φ(x) + Φ(−x)(1 + 10⁻⁹) = 1", .nearlyEqual, Reflection(factor: nearlyOne(9))),
    KnownStatement("1 − x⁵ = (1 − x)(1 + … + x⁴)", .identity, GeometricSum()),
    KnownStatement("sin 3x", .identity, TripleAngle(factor: 4)),
    KnownStatement(
      "sin 3x with 4 + 10⁻⁹", .nearlyEqual,
      TripleAngle(factor: Rational(4_000_000_001, 1_000_000_000))),
    KnownStatement("tanh(a + b)", .identity, TangentAddition()),
    KnownStatement("the larger of x and 1/1000 is x", .jump, LargerOfTwo()),
  ]

  /// 1 + 10^−digits.
  private static func nearlyOne(_ digits: Int) -> Rational {
    let power = (0..<digits).reduce(1) { power, _ in 10 * power }
    return Rational(power + 1, power)
  }

  static let empty = [
    KnownStatement("two shares above 3", .vacuous, Unmeetable(form: .sum)),
    KnownStatement("a square below 0", .vacuous, Unmeetable(form: .square)),
    KnownStatement("an order that contradicts itself", .vacuous, Unmeetable(form: .order)),
    KnownStatement("cosh x < 1", .vacuous, Unmeetable(form: .hyperbolicCosine)),
  ]
}

private let plane: [Variable] = [.line("a", -3, 3), .line("b", -3, 3)]

private struct Pythagoras: UnconditionalStatement {
  let factor: Rational
  let variables = plane

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let x = instance[0] * instance[1]
    return .equal([(left: S.sin(x).squared + S.cos(x).squared, right: S(factor))])
  }
}

private struct ExponentialLaw: UnconditionalStatement {
  let factor: Rational
  let variables = plane

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (a, b) = (instance[0], instance[1])
    return .equal([(left: S.exp(a + b), right: S.exp(a) * S.exp(b) * S(factor))])
  }
}

private struct Reflection: UnconditionalStatement {
  let factor: Rational
  let variables = plane

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let x = instance[0] + instance[1]
    return .equal([(left: S.normalCDF(x) + S.normalCDF(-x) * S(factor), right: S(1))])
  }
}

private struct GeometricSum: UnconditionalStatement {
  let variables: [Variable] = [.line("x", -2, 2)]

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let x = instance[0]
    let sum = S(1) + x + x.squared + S.pow(x, 3) + S.pow(x, 4)
    return .equal([(left: S(1) - S.pow(x, 5), right: (S(1) - x) * sum)])
  }
}

/// sin 3x = 3·sin x − factor·sin³x.
private struct TripleAngle: UnconditionalStatement {
  let factor: Rational
  let variables: [Variable] = [.line("x", -2, 2)]

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let sine = S.sin(instance[0])
    return .equal([
      (left: S.sin(S(3) * instance[0]), right: S(3) * sine - S(factor) * S.pow(sine, 3))
    ])
  }
}

private struct TangentAddition: UnconditionalStatement {
  let variables = plane

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (a, b) = (S.tanh(instance[0]), S.tanh(instance[1]))
    return .equal([
      (left: S.tanh(instance[0] + instance[1]), right: (a + b) / (S(1) + a * b))
    ])
  }
}

/// False on a thousandth of the range only.
private struct LargerOfTwo: UnconditionalStatement {
  let variables: [Variable] = [.line("x", 0, 1), .line("y", 0, 1)]

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let x = instance[0] + S(Rational(1, 2000))
    return .equal([(left: S.larger(x, S(Rational(1, 1000))) + instance[1], right: x + instance[1])])
  }
}

/// Hypotheses that nothing meets, and a conclusion that holds.
private struct Unmeetable: Statement {
  enum Form { case sum, square, order, hyperbolicCosine }

  let form: Form
  let variables: [Variable] = [.line("a", 0, 1), .line("b", 0, 1)]

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let (a, b) = (instance[0], instance[1])
    switch form {
    case .sum: return [Hypothesis("a + b ≥ 3", nonNegative: a + b - S(3))]
    case .square: return [Hypothesis("a² < 0", positive: -a.squared)]
    case .order:
      return [Hypothesis("a > b", positive: a - b), Hypothesis("b > a", positive: b - a)]
    case .hyperbolicCosine: return [Hypothesis("cosh a < 1", positive: S(1) - S.cosh(a))]
    }
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? { .atLeast(S(1), .zero) }
}
