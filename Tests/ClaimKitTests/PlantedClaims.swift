import ClaimKit
import RealModule
import Scalars

/// x² ≥ bound on a range, a statement whose truth is plain.
struct SquareStatement: Statement {
  var bound: Rational
  var range: (Rational, Rational) = (-1, 1)
  var isDroppingHypothesis = false

  var variables: [Variable] {
    [Variable("x", from: range.0, to: range.1), Variable("y", from: 0, to: 1)]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    isDroppingHypothesis
      ? [] : [Hypothesis("x ≥ 1/2", nonNegative: instance["x"] - S(Rational(1, 2)))]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast(instance["x"].squared, S(bound))
  }
}

/// sin fails to be below a line only on a small part of the square: a counterexample to be hunted.
struct NeedleStatement: Statement {
  var variables: [Variable] { ["a", "b", "c"].map { Variable($0, from: 0, to: 1) } }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  /// Fails only within 0.02 of the point (0.3, 0.7, 0.5): a share of 3e-5 of the cube.
  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let centre = [Rational(3, 10), Rational(7, 10), Rational(1, 2)]
    var distance = S.zero
    for (name, place) in zip(["a", "b", "c"], centre) {
      distance += (instance[name] - S(place)).squared
    }
    return .atLeast(distance, S(Rational(1, 2500)))
  }
}

/// (√x)² ≥ x: both sides are the same number, which balls see only where the root is exact.
struct ContactStatement: Statement {
  var variables: [Variable] { [Variable("x", from: Rational(1, 2), to: 1)] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("x ≥ 1/2", nonNegative: instance["x"] - S(Rational(1, 2)))]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast(S.sqrt(instance["x"]).squared, instance["x"])
  }
}

/// Fails within 0.02 of an awkward number, most at the number itself; 2/5 is the shortest fraction at which
/// it just fails.
struct AwkwardStatement: Statement {
  static let centre = Rational(38_196_601, 100_000_000)
  static let reach = Rational(1, 2500)

  var variables: [Variable] { [Variable("x", from: 0, to: 1)] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast((instance["x"] - S(Self.centre)).squared, S(Self.reach))
  }
}

/// 2ⁿ ≤ 1000.
struct CountingStatement: Statement {
  var variables: [Variable] { [Variable("n", in: 1...60)] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast(S(1000), S.exp(instance["n"] * S.log(S(2))))
  }
}

/// (a + b)² = a² + factor·ab + b².
struct BinomialStatement: Statement {
  var factor: Rational = 2

  var variables: [Variable] { ["a", "b"].map { Variable($0, from: -3, to: 3) } }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (a, b) = (instance["a"], instance["b"])
    return .equal([(left: (a + b).squared, right: a.squared + S(factor) * a * b + b.squared)])
  }
}

/// A claim put together from its parts.
struct PlantedClaim: Claim {
  var id = "planted"
  let title = "planted"
  let source = "test"
  let statement = "planted"
  var hypotheses = ["x ≥ 1/2"]
  var predicates: [[String]] = []
  var families: [any Statement]
  var isExhaustive = false
  var control = Control(
    "x² ≥ 3/4", families: [SquareStatement(bound: Rational(3, 4))])
  var simulation: Simulation?
  var triviality: Triviality?
  var amendments: [Amendment] = []
  var recorded = Verdict.supported
}
