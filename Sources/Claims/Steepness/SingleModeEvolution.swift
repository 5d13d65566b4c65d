import ClaimKit
import GANTheory
import RealModule
import Scalars

struct SingleModeEvolution: Claim {
  let id = "theorem-C.5"
  let title = "Recurrence of steepness for a single mode"
  let source = "Theorem C.5, appendix C.7"
  let statement = """
    k' = k + s·(1/k² − 1/k_*²)/(1 + k·φ(k·x₀/k_*)/(k_*·φ(x₀))), φ the density of N(0, I_n)
    """
  let hypotheses = [
    "p_data = N(0, k_*²·I_n)", "p_g = N(0, k²·I_n)", "the discriminator is optimal",
  ]

  let predicates: [[String]] = [
    ["k_* > 0"],
    ["k > 0"],
    [],
  ]

  var families: [any Statement] { recurrences(.printed, isSuboptimal: false) }

  var control: Control {
    Control(
      "(k/k_*)^(n+1) in place of (k/k_*)^n in the corrected form",
      families: recurrences(.miscounted, isSuboptimal: false))
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        "the step is s·k·(1/k² − 1/k_*²)/(1 + (k/k_*)ⁿ·φ(k·x₀/k_*)/φ(x₀))",
        families: recurrences(.derived, isSuboptimal: false)
          + [AnyDimensionStatement(isSuboptimal: false)], control: control, isExhaustive: true),
      Amendment(
        .generalised,
        """
        it describes one step. After it g is not linear and p_g not Gaussian: for k < k_*, with u = k/k_*, σ = s/k_*² and \
        u₁ = u + σ(1 − u²)/(u(1 + uⁿ)), the exact steepness at 0 after the second step is that of the recurrence \
        less k_*·(n + 2)·σ²·(1 − u²)²·u^(n−1)/((1 + uⁿ)²·u₁²·(1 + u₁ⁿ)), in every dimension n
        """,
        families: [SecondStepStatement(share: 1)],
        control: Control(
          "without that difference", families: [SecondStepStatement(share: 0)]),
        isExhaustive: true),
    ]
  }

  let remarks = [
    "A factor k is lost when x = k·x₀ is put into the step, and a power n in the ratio of the densities.",
    "k' depends on x₀: g does not stay linear, so that k is the steepness at 0 in the limit x₀ → 0 only.",
    "Over many short steps such differences add up to the order of the total time squared, by hand: shorter steps do not remove them.",
  ]

  let uses = [
    "equation-2.2", "theorem-C.5-proof-density", "theorem-C.5-proof-gradient",
    "theorem-C.5-proof-last-line",
  ]

  let defect: Defect? = Defect(
    .result,
    """
    The step lacks a factor k and the density ratio a power n. Corrected, the recurrence describes the first step \
    only, since p_g is not Gaussian after it.
    """)

  let checkByHand: String? =
    """
    n = 1, k_* = 1, k = ½, x₀ → 0: r = ½ and the velocity is (4 − 1)·x/(1 + ½) = 2x at x = x₀/2, so that k grows by \
    s; printed is 2s
    """

  let recorded = Verdict.refuted
}

struct SuboptimalEvolution: Claim {
  let id = "proposition-D.2"
  let title = "Recurrence of steepness under a suboptimal discriminator"
  let source = "Proposition D.2, appendix D.3"
  let statement = """
    k' = k + s·(1/k² − 1/k_*²)·(f(r) − r·f′(r))/(r + f(r)), r = k·φ(k·x₀/k_*)/(k_*·φ(x₀))
    """
  let hypotheses = [
    "p_data = N(0, k_*²·I_n)", "p_g = N(0, k²·I_n)", "d̂ = p_data/(p_data + f(r)·p_g)",
  ]

  let predicates: [[String]] = [
    ["k_* > 0"],
    ["k > 0"],
    [],
  ]

  var families: [any Statement] { recurrences(.printed, isSuboptimal: true) }

  var control: Control {
    Control(
      "(k/k_*)^(n+1) in place of (k/k_*)^n in the corrected form",
      families: recurrences(.miscounted, isSuboptimal: true))
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        "the step has the further factor k, and r = (k/k_*)ⁿ·φ(k·x₀/k_*)/φ(x₀)",
        families: recurrences(.derived, isSuboptimal: true)
          + [AnyDimensionStatement(isSuboptimal: true)], control: control, isExhaustive: true),
      Amendment(
        .sharpened,
        """
        near k_* the corrected step multiplies the distance by 1 − 2·(s/k_*²)·(f(1) − f′(1))/(1 + f(1)), in every \
        dimension and for every x₀: k_* attracts exactly for 0 < s·(f(1) − f′(1)) < k_*²·(1 + f(1)); for \
        f′(1) > f(1) it repels, however short the steps
        """,
        families: [FixedPointStatement(isSuboptimal: true, factor: 1)],
        control: Control(
          "twice that rate", families: [FixedPointStatement(isSuboptimal: true, factor: 2)]),
        isExhaustive: true),
    ]
  }

  let remarks = [
    "The same factor k and power n as in Theorem C.5 are missing.",
    "Searched with f(r) = 1 + c·r², c between 0 and 2.",
    "As in Theorem C.5 the recurrence describes one step: p_g is not Gaussian after it.",
  ]

  let uses = [
    "proposition-D.2-proof-field", "proposition-D.2-proof-density",
    "proposition-D.2-proof-gradient",
    "proposition-D.2-proof-last-line",
  ]

  let defect: Defect? = Defect(
    .result, "The step lacks a factor k and the density ratio a power n, as in Theorem C.5.")

  let checkByHand: String? =
    "f ≡ 1 and n = 1 give Theorem C.5: k_* = 1, k = ½, x₀ → 0: k grows by s; printed is 2s"

  let recorded = Verdict.refuted
}

private func recurrences(
  _ form: RecurrenceStatement.Form, isSuboptimal: Bool
) -> [any Statement] {
  (1...3).map { RecurrenceStatement(dimension: $0, form: form, isSuboptimal: isSuboptimal) }
}

/// The next k by a formula against the particle k·x₀ moved by s·∇d̂/d̂, which is differentiated from
/// the densities.
private struct RecurrenceStatement: Statement {
  enum Form {
    case printed
    case derived
    /// The derived form with n + 1 in place of n.
    case miscounted
  }

  let dimension: Int
  let form: Form
  let isSuboptimal: Bool

  var variables: [Variable] {
    [
      Variable("k_*", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("k/k_*", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("s", from: Rational(1, 1000), to: 1, scale: .logarithmic),
      Variable("x₀", from: Rational(1, 10), to: 2),
    ] + (isSuboptimal ? [Variable("c", from: 0, to: 2)] : [])
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("k > 0", positive: instance["k/k_*"]),
      Hypothesis("k_* > 0", positive: instance["k_*"]),
      Hypothesis("s > 0", positive: instance["s"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let optimal = instance["k_*"]
    let steepness = instance["k/k_*"] * optimal
    let length = instance["x₀"]
    let recurrence = SingleModeRecurrence(
      dimension: form == .miscounted ? dimension + 1 : dimension, optimalSteepness: optimal,
      stepSize: instance["s"])
    let ratio =
      form == .printed
      ? recurrence.printedRatio(steepness: steepness, squaredLength: length.squared)
      : recurrence.ratio(steepness: steepness, squaredLength: length.squared)
    let scale = isSuboptimal ? instance["c"] : .zero
    let factor = SuboptimalDiscriminator<S> { Jet(1) + Jet(constant: scale) * $0.squared }
      .velocityFactor(at: ratio)
    let formula =
      form == .printed
      ? recurrence.printedNext(steepness: steepness, factor: factor)
      : recurrence.next(steepness: steepness, factor: factor)
    let place = steepness * length
    let moved = place + instance["s"] * velocity(at: place, steepness, optimal, scale)
    return .equal([(left: formula, right: moved / length)])
  }

  /// The first coordinate of ∇log d̂ at (x, 0, …, 0), by a jet through the densities.
  private func velocity<S: Scalar>(at x: S, _ steepness: S, _ optimal: S, _ scale: S) -> S {
    let origin = Array(repeating: Jet<S>.zero, count: dimension)
    let data = GaussianMixture(modes: [origin], standardDeviation: Jet(constant: optimal))
    let generated = GaussianMixture(modes: [origin], standardDeviation: Jet(constant: steepness))
    var point = origin
    point[0] = .variable(at: x, order: 1)
    guard let logRatio = DensityPair(data: data, generated: generated).logRatio(at: point) else {
      return .zero
    }
    let ratio = Jet.exp(logRatio)
    let deviation = Jet(1) + Jet(constant: scale) * ratio.squared
    return Jet.log(ratio / (ratio + deviation)).derivative(1)
  }
}

/// The corrected recurrence with n, f(r) and f′(r) as numbers: every dimension and every f at once.
private struct AnyDimensionStatement: Statement {
  let isSuboptimal: Bool

  var variables: [Variable] {
    [
      Variable("k_*", from: Rational(1, 4), to: 4, scale: .logarithmic),
      Variable("k", from: Rational(1, 4), to: 4, scale: .logarithmic),
      Variable("s", from: Rational(1, 1000), to: 1, scale: .logarithmic),
      Variable("x₀", from: Rational(1, 10), to: 2), Variable("n", from: 1, to: 16),
    ]
      + (isSuboptimal
        ? [
          Variable("f(r)", from: Rational(1, 10), to: 10, scale: .logarithmic),
          Variable("f′(r)", from: -3, to: 3),
        ] : [])
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("k > 0", positive: instance["k"]),
      Hypothesis("k_* > 0", positive: instance["k_*"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (k, optimal, dimension) = (instance["k"], instance["k_*"], instance["n"])
    let (length, stepSize) = (instance["x₀"], instance["s"])
    // A density of N(0, width²·I_n) along a ray from 0.
    func logDensity(_ radius: Jet<S>, width: S) -> Jet<S> {
      let scale = Jet(constant: dimension * S.log(S.sqrt(S(2) * S.pi) * width))
      return -(radius / Jet(constant: width)).squared / Jet(2) - scale
    }
    let place = Jet.variable(at: k * length, order: 1)
    let ratio = Jet.exp(logDensity(place, width: optimal) - logDensity(place, width: k))
    let value: S = isSuboptimal ? instance["f(r)"] : S(1)
    let slope: S = isSuboptimal ? instance["f′(r)"] : .zero
    let deviation = Jet(coefficients: [value, slope * ratio.derivative(1)])
    let moved =
      k * length + stepSize * Jet.log(ratio / (ratio + deviation)).derivative(1)
    let relative = k / optimal
    let stated =
      S.exp(dimension * S.log(relative) + length.squared * (S(1) - relative.squared) / S(2))
    let next = SingleModeRecurrence(
      dimension: 1, optimalSteepness: optimal, stepSize: stepSize
    ).next(steepness: k, factor: (value - stated * slope) / (stated + value))
    return .equal([(left: next, right: moved / length)])
  }
}
