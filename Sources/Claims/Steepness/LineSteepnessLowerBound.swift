import ClaimKit
import GANTheory
import Scalars

struct LineSteepnessLowerBound: Claim {
  let id = "theorem-3.1"
  let title = "Steepness of the monotone map on the line"
  let source = "Theorem 3.1, section 3.2"
  let statement = """
    some x_* has S_g(x_*) ≥ min over gaps of σ·exp(gap²/8σ²)·exp(−q²), q the (1 − 1/N)-quantile of N(0, 1)
    """
  let hypotheses = [
    "p_data is the equal mixture of N(xᵢ, σ²), i = 1 … N, x₁ < … < x_N", "x_{i+1} − xᵢ ≥ 6σ",
    "g = Ψ⁻¹∘Φ",
  ]

  var families: [any Statement] {
    (2...6).map { LineBoundStatement(count: $0, leastGap: 6, form: .printed) }
  }

  var control: Control {
    Control(
      "the same bound at every x instead of at some x_*",
      families: [EverywhereStatement(count: 2), EverywhereStatement(count: 3)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened,
        """
        some x_* has S_g(x_*) ≥ max over gaps of σ·exp(gap²/8σ²)·exp(−q²/2), for any gaps > 0: better by \
        exp(q²/2 + (greatest gap² − least gap²)/8σ²), and attained by two modes
        """,
        families: (2...6).map {
          LineBoundStatement(count: $0, leastGap: Rational(1, 100), form: .sharpened)
        },
        control: control)
    ]
  }

  let remarks = [
    "The separation of 6σ is not needed.",
    "With two modes both sides are equal, which balls cannot decide: those instances count as undecided.",
    "The proof's first inequality is stated for every y, where it is false; the midpoint of a gap is enough.",
  ]

  let recorded = Verdict.supported
}

/// Some midpoint is at least as steep as a bound, in logarithms.
private struct LineBoundStatement: Statement {
  enum Form {
    case printed
    case sharpened
  }

  let count: Int
  let leastGap: Rational
  let form: Form

  var variables: [Variable] { LineMixture<Double>.variables(count: count, leastGap: leastGap) }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    LineMixture(at: instance, count: count).hypotheses(leastGap: leastGap)
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let bound = LineMixture(at: instance, count: count).steepnessBound
    return .attained(
      bound.logAtMidpoints, atLeast: form == .printed ? bound.logPrinted : bound.logSharpened)
  }
}

/// The printed bound at an arbitrary output y, which is false near a mode.
private struct EverywhereStatement: Statement {
  let count: Int

  var variables: [Variable] {
    LineMixture<Double>.variables(count: count, leastGap: 6) + [Variable("y", from: -1, to: 2)]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    LineMixture(at: instance, count: count).hypotheses(leastGap: 6)
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let mixture = LineMixture(at: instance, count: count)
    let span = mixture.modes[count - 1] - mixture.modes[0]
    let output = mixture.modes[0] + instance["y"] * span
    let map = MeasurePreservingMap(to: mixture.density)
    return .atLeast(map.logSteepness(atOutput: output), mixture.steepnessBound.logPrinted)
  }
}
