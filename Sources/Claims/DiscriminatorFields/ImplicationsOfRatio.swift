import ClaimKit
import RealModule
import Scalars

struct ImplicationOfSmallRatio: Claim {
  let id = "theorem-C.1-implications-small"
  let title = "A small ratio and the length of ∇log r"
  let source = "Discussion after the proof of Theorem C.1, appendix C.2"
  let statement = """
    where r ≈ 0, ‖∇log r‖ is large, so that particles are propelled to distant points; judged generously: \
    ‖∇log r‖ ≥ 1/(100σ) wherever r ≤ 1/100
    """
  let hypotheses = ["r = p_data/p_g ≤ 1/100 at the point"]

  var families: [any Statement] { [SmallRatioStatement(isCentral: false)] }

  var control: Control {
    Control(
      "the same for the midpoint between the modes",
      families: [SmallRatioStatement(isCentral: true)]
    )
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        on the way from a point where r = a to one at distance L where r = b, ‖∇log r‖ is at least |log(b/a)|/L \
        somewhere (mean value theorem); attained by Gaussians of equal variance. How small r is says nothing \
        about a single point
        """,
        families: [MeanSlopeStatement(factor: 1)],
        control: Control(
          "a tenth more than that", families: [MeanSlopeStatement(factor: Rational(11, 10))]))
    ]
  }

  let remarks = [
    "log r changes fast as a function of r; what moves a particle is its change with x, which vanishes at every critical point of r.",
    "Searched with p_data = ½N(−m, σ²) + ½N(m, σ²), p_g = N(0, τ²), σ = 1; the amendment with p_data = N(0, 1), p_g = N(c, τ²), whose ∇log r is linear, so that it is longest at an end.",
  ]

  let uses = ["theorem-C.1"]

  let defect: Defect? = Defect(
    .interpretation,
    """
    A small density ratio does not make ∇log r large: at the midpoint of two modes r can be as small as one \
    likes while the velocity vanishes. This is exactly where mode mixture stays.
    """)

  let checkByHand: String? =
    "m = 4, σ = τ = 1, x = 0: r = exp(−8) ≈ 0.00034, and ∇log r = 0 by symmetry"

  let recorded = Verdict.refuted
}

struct ImplicationOfLargeRatio: Claim {
  let id = "theorem-C.1-implications-large"
  let title = "A large ratio and the length of ∇(−1/r)"
  let source = "Discussion after the proof of Theorem C.1, appendix C.2"
  let statement = """
    where r ≫ 1 the vectors ∇(−1/r) are short; judged as: they are those of ∇log r divided by r, at every point
    """
  let hypotheses = ["r = p_data/p_g > 0"]

  var families: [any Statement] { [LargeRatioStatement(form: .limit(power: 1))] }

  let isExhaustive = true

  var control: Control {
    Control("divided by r²", families: [LargeRatioStatement(form: .limit(power: 2))])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened,
        "the velocity itself is ∇log r divided by 1 + r, for every r; hence shorter than both limits",
        families: [LargeRatioStatement(form: .velocity(shift: 1))], control: velocityControl,
        isExhaustive: true)
    ]
  }

  let remarks = [
    "Short in comparison with ∇log r at the same point, not in absolute terms: ∇log r is as long as p_g is narrow, so that a particle may move fast at a large r and rest at a small one (theorem-C.1-implications-small)."
  ]

  let uses = ["theorem-C.1"]

  let recorded = Verdict.proved

  private var velocityControl: Control {
    Control("divided by 2 + r", families: [LargeRatioStatement(form: .velocity(shift: 2))])
  }
}

/// |(log r)′| ≥ 1/100 where r ≤ 1/100, for ½N(±m, 1) against N(0, τ²).
private struct SmallRatioStatement: Statement {
  /// Whether x is the midpoint.
  let isCentral: Bool

  var variables: [Variable] {
    [
      Variable("m", from: 1, to: 8),
      Variable("τ", from: Rational(1, 2), to: 4, scale: .logarithmic),
    ] + (isCentral ? [] : [Variable("x", from: -8, to: 8)])
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let ratio = logRatio(instance).value
    return [Hypothesis("r ≤ 1/100", nonNegative: -S.log(S(100)) - ratio)]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let slope = logRatio(instance).derivative(1)
    return .atLeast(S.larger(slope, -slope), S(Rational(1, 100)))
  }

  private func logRatio<S: Scalar>(_ instance: Assignment<S>) -> Jet<S> {
    let place: S = isCentral ? .zero : instance["x"]
    let x = Jet.variable(at: place, order: 1)
    let (m, width) = (Jet(constant: instance["m"]), Jet(constant: instance["τ"]))
    let data = Jet.log(.cosh(m * x)) - (x.squared + m.squared) / Jet(2)
    return data + (x / width).squared / Jet(2) + .log(width)
  }
}

/// max |(log r)′| over both ends of a segment against |log r(b) − log r(a)|/L.
private struct MeanSlopeStatement: Statement {
  let factor: Rational

  var variables: [Variable] {
    [
      Variable("c", from: -4, to: 4),
      Variable("τ", from: Rational(1, 2), to: 4, scale: .logarithmic),
      Variable("a", from: -8, to: 8),
      Variable("L", from: Rational(1, 10), to: 10, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("L > 0", positive: instance["L"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (start, length) = (instance["a"], instance["L"])
    let (first, last) = (logRatio(start, instance), logRatio(start + length, instance))
    let slopes = [first, last].map { S.larger($0.derivative(1), -$0.derivative(1)) }
    let mean = (last.value - first.value) / length
    return .atLeast(S.larger(slopes[0], slopes[1]), S(factor) * S.larger(mean, -mean))
  }

  private func logRatio<S: Scalar>(_ place: S, _ instance: Assignment<S>) -> Jet<S> {
    let x = Jet.variable(at: place, order: 1)
    let width = Jet(constant: instance["τ"])
    let fromCentre = (x - Jet(constant: instance["c"])) / width
    return (fromCentre.squared - x.squared) / Jet(2) + .log(width)
  }
}

/// Slopes of functions of r, with r > 0 and r′ as numbers.
private struct LargeRatioStatement: Statement {
  enum Form {
    /// (−1/r)′ = (log r)′/r^power.
    case limit(power: Int)
    /// (log d)′ = (log r)′/(shift + r).
    case velocity(shift: Int)
  }

  let form: Form

  var variables: [Variable] {
    [
      Variable("r", from: Rational(1, 100), to: 1000, scale: .logarithmic),
      Variable("r′", from: -10, to: 10),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("r > 0", positive: instance["r"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let r = instance["r"]
    let ratio = Jet(coefficients: [r, instance["r′"]])
    let slope = Jet.log(ratio).derivative(1)
    switch form {
    case .limit(let power):
      return .equal([
        (left: (Jet(-1) / ratio).derivative(1), right: slope / S.pow(r, power))
      ])
    case .velocity(let shift):
      let velocity = Jet.log(ratio / (Jet(1) + ratio)).derivative(1)
      return .equal([(left: velocity, right: slope / (S(shift) + r))])
    }
  }
}
