import ClaimKit
import GANTheory
import RealModule
import Scalars

struct EvolutionOfAnyOddMap: Claim {
  let id = "theorem-3.3-injective"
  let title = "The steepness ODE for generators that do not increase"
  let source = "Theorem 3.3, section 3.2: the hypotheses on g₀"
  let statement = """
    the equation of Theorem 3.3 holds for every odd g₀ with g₀′(0) > 0, also where g₀ is not injective; judged at \
    g(z) = a·z − a·β·z³, which is 0 at z = 0 and z = ±1/√β
    """
  let hypotheses = ["as in Theorem 3.3: g₀ is odd, continuously differentiable, g₀′(0) > 0"]

  var families: [any Statement] { [OddCubicStatement(form: .threeBranches)] }

  var control: Control {
    Control(
      "without the term g‴(0), for g(z) = a·z + a·β·z³",
      families: [OddCubicStatement(form: .increasingWithoutThird)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        "if g increases, for which g(z) = a·z + a·β·z³ stands here: then 0 is the only preimage of 0",
        families: [OddCubicStatement(form: .increasing)], control: control),
      Amendment(
        .sharpened,
        """
        what the folds add: for g(z) = a·z − a·β·z³ the density at 0 is p_g(0) = (1 + exp(−1/2β))/(√(2π)·a), where the \
        proof of Theorem C.6 has 1/(√(2π)·a)
        """,
        families: [FoldedDensityStatement(isFolded: true)],
        control: Control(
          "1/(√(2π)·a)", families: [FoldedDensityStatement(isFolded: false)]),
        isExhaustive: true),
    ]
  }

  let remarks = [
    "The proof writes p_g as one branch φ(g⁻¹)·(g⁻¹)′; each further preimage of 0 adds a branch.",
    "Where g′ = 0 the density p_g is unbounded, away from 0: the flow has no value there, but at 0 all terms exist.",
    "A smooth flow in one dimension keeps an increasing g increasing, so that it is enough to ask it of g₀.",
  ]

  let uses = ["theorem-3.3", "lemma-C.2-first", "theorem-C.6-proof-generated-density"]

  let defect: Defect? = Defect(
    .hypothesis,
    """
    That g₀ increases is not among the hypotheses, and needed: a fold of g adds mass at 0, which changes p_g(0) and \
    p_g″(0) and with them the equation.
    """)

  let checkByHand: String? = """
    g(z) = z − z³ is 0 at 0 and ±1 with slopes 1 and −2: √(2π)·p_g(0) = 1 + 2·exp(−1/2)/2 = 1.61, where the proof has 1
    """

  let recorded = Verdict.refuted
}

struct ClosedFormOfSingleMode: Claim {
  let id = "prose-3.3-closed-form"
  let title = "The steepness has a closed form for a single mode"
  let source = "Section 3.2, remark after Theorem 3.3"
  let statement = """
    for one mode the steepness has a closed form, which appendix C gives; judged for the recurrence of Theorem C.5 with \
    its step corrected: after two steps it is the steepness at 0
    """
  let hypotheses = ["as in Theorem C.5", "0 < k < k_*, s > 0"]

  var families: [any Statement] { [SecondStepStatement(share: 0)] }

  var control: Control {
    Control(
      "twice the difference that theorem-C.5 finds", families: [SecondStepStatement(share: 2)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        a closed form there is for short steps on the line if g is taken to stay linear: dk/dt = k·(1/k² − 1/k_*²)/(1 + k/k_*) \
        is (k_* − k)/(k·k_*), so that t = k_*·(k₀ − k) + k_*²·log((k_* − k₀)/(k_* − k)), or \
        k = k_*·(1 + W(−e·exp(−e − t/k_*²))) with e = 1 − k₀/k_* and W the Lambert function
        """,
        families: [LinearClosureStatement(hasLinearTerm: true)],
        control: Control(
          "without the term k_*·(k₀ − k)",
          families: [LinearClosureStatement(hasLinearTerm: false)]),
        isExhaustive: true)
    ]
  }

  let remarks = [
    "Appendix C prints a recurrence, of which no solution is given; as printed its step is wrong (theorem-C.5).",
    "For the flow itself no closed form is known to us: after the first step g is not linear any more.",
    "Read as 'a recurrence is printed', the sentence is true.",
  ]

  let uses = ["theorem-C.5"]

  let defect: Defect? = Defect(
    .interpretation,
    """
    Appendix C has a recurrence and no closed form; corrected it gives the first step only, and k depends on x₀ from then \
    on.
    """)

  let checkByHand: String? = """
    n = 1, k_* = 1, k = ½, s = 0.1: k₁ = 0.6 at x₀ = 0, but k₁ = ½ + 0.15/(1 + ½·exp(3/8)) = 0.587 at x₀ = 1: g is \
    not linear after one step
    """

  let recorded = Verdict.refuted
}

struct LipschitzConstant: Claim {
  let id = "prose-5-lipschitz"
  let title = "The Lipschitz constant is the supremum of the steepness"
  let source = "Section 5, related concepts"
  let statement = """
    the global Lipschitz constant is the supremum of S_g: judged as ‖g(z₂) − g(z₁)‖ ≤ ‖z₂ − z₁‖·sup of S_g between z₁ and \
    z₂, for quadratic maps of the plane
    """
  let hypotheses = ["g is continuously differentiable on a convex set"]

  var families: [any Statement] { [LipschitzStatement(isUpper: true)] }

  var control: Control {
    Control("with the infimum", families: [LipschitzStatement(isUpper: false)])
  }

  let remarks = [
    "A quadratic map has an affine Jacobian, whose norm is convex along a segment: its supremum is at an end.",
    "No constant below sup S_g will do: difference quotients tend to ‖J_g·u‖ in every direction u.",
    "Not printed but needed: the domain is convex, as ℝⁿ and balls are.",
    "The same inequality says that close latents with far images need a steep place between them (section 2.3).",
  ]

  let uses = ["definition-2.1-invariance"]

  let recorded = Verdict.supported
}

// MARK: Statements

/// The printed rate against (log d)″(0)·g′(0) for g(z) = a·z ∓ a·β·z³, p_g the sum over all preimages of 0.
private struct OddCubicStatement: Statement {
  enum Form {
    case threeBranches
    case increasing
    case increasingWithoutThird
  }

  let form: Form

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("μ/σ", from: 1, to: 6),
      Variable("a", from: Rational(1, 100), to: 100, scale: .logarithmic),
      Variable("β", from: Rational(1, 10), to: 2, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]), Hypothesis("μ > 0", positive: instance["μ/σ"]),
      Hypothesis("g₀′(0) > 0", positive: instance["a"]),
      Hypothesis("β > 0", positive: instance["β"]),
      Hypothesis(byConstruction: "g is odd and smooth"),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let offset = instance["μ/σ"] * deviation
    let slope = instance["a"]
    let cubic = slope * instance["β"] * (form == .threeBranches ? S(-1) : S(1))
    let third = form == .increasingWithoutThird ? S.zero : S(6) * cubic
    let printed = SteepnessODE(modeOffset: offset, standardDeviation: deviation)
      .printedRate(steepness: slope, thirdDerivative: third)
    let x = Jet.variable(at: S.zero, order: 2)
    let data = GaussianMixture<Jet<S>>(
      modes: [[Jet(constant: -offset)], [Jet(constant: offset)]],
      standardDeviation: Jet(constant: deviation))
    guard let logData = data.logDensity(at: [x]) else { return nil }
    let real = Jet.exp(logData)
    let generated = density(slope: slope, cubic: cubic, bend: instance["β"])
    let derived = Jet.log(real / (real + generated)).derivative(2) * slope
    return .equal([(left: printed, right: derived)])
  }

  /// p_g about 0, to the second order.
  private func density<S: Scalar>(slope: S, cubic: S, bend: S) -> Jet<S> {
    let middle = GeneratorGerm(oddWithSlope: slope, thirdDerivative: S(6) * cubic)
    var density = Jet.exp(middle.logDensity)
    guard form == .threeBranches else { return density }
    // g(−z) increases through 0 at ∓1/√β: its slope there is 2a, its second Taylor coefficient ∓3a·√β.
    let root = S(1) / S.sqrt(bend)
    for latent in [root, -root] {
      let curvature = S(-3) * cubic * latent
      let germ = GeneratorGerm(
        latent: latent,
        series: Jet(coefficients: [.zero, S(2) * slope, curvature, -cubic]))
      density = density + .exp(germ.logDensity)
    }
    return density
  }
}

/// p_g(0) = Σ φ(z)/|g′(z)| over the zeros of a·z − a·β·z³.
private struct FoldedDensityStatement: Statement {
  let isFolded: Bool

  var variables: [Variable] {
    [
      Variable("a", from: Rational(1, 100), to: 100, scale: .logarithmic),
      Variable("β", from: Rational(1, 10), to: 2, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    ["a", "β"].map { Hypothesis("\($0) > 0", positive: instance[$0]) }
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (slope, bend) = (instance["a"], instance["β"])
    let root = S(1) / S.sqrt(bend)
    let side = Jet.variable(at: root, order: 1)
    let image = Jet(constant: slope) * (side - Jet(constant: bend) * side * side * side)
    let derived =
      S.normalDensity(.zero) / slope + S(2) * S.normalDensity(root) / -image.derivative(1)
    let folds = isFolded ? S.exp(S(-1) / (S(2) * bend)) : S.zero
    return .equal([(left: (S(1) + folds) / (S.sqrt(S(2) * S.pi) * slope), right: derived)])
  }
}

/// dt/dk·dk/dt = 1.
private struct LinearClosureStatement: Statement {
  let hasLinearTerm: Bool

  var variables: [Variable] {
    [
      Variable("k_*", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("k₀/k_*", from: Rational(1, 100), to: Rational(1, 2), scale: .logarithmic),
      Variable("k/k_*", from: Rational(1, 2), to: Rational(99, 100)),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("k_* > 0", positive: instance["k_*"]),
      Hypothesis("k₀ > 0", positive: instance["k₀/k_*"]),
      Hypothesis("k ≥ k₀", nonNegative: instance["k/k_*"] - instance["k₀/k_*"]),
      Hypothesis("k < k_*", positive: S(1) - instance["k/k_*"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let goal = instance["k_*"]
    let (start, steepness) = (instance["k₀/k_*"] * goal, instance["k/k_*"] * goal)
    let k = Jet.variable(at: steepness, order: 1)
    let logarithm =
      Jet(constant: goal.squared) * .log(Jet(constant: goal - start) / (Jet(constant: goal) - k))
    let linear = Jet(constant: goal) * (Jet(constant: start) - k)
    let time = hasLinearTerm ? linear + logarithm : logarithm
    let pull = S(1) / steepness.squared - S(1) / goal.squared
    let rate = steepness * pull / (S(1) + steepness / goal)
    return .equal([(left: time.derivative(1) * rate, right: S(1))])
  }
}

/// ‖g(z₂) − g(z₁)‖ against ‖z₂ − z₁‖ times the larger or smaller of the steepnesses at the ends.
private struct LipschitzStatement: Statement {
  let isUpper: Bool

  private static let names = ["a", "b", "c", "d", "e", "f", "x1", "y1", "x2", "y2"]

  var variables: [Variable] { Self.names.map { Variable($0, from: -2, to: 2) } }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis(byConstruction: "g(x, y) = (x + a·x² + b·xy + c·y², y + d·x² + e·xy + f·y²)")]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let first = (instance["x1"], instance["y1"])
    let second = (instance["x2"], instance["y2"])
    let (start, end) = (image(first, instance), image(second, instance))
    let step = S.length(second.0 - first.0, second.1 - first.1)
    let travelled = S.length(end.0 - start.0, end.1 - start.1)
    let slopes = (steepness(first, instance), steepness(second, instance))
    return isUpper
      ? .atLeast(step * S.larger(slopes.0, slopes.1), travelled)
      : .atLeast(step * S.smaller(slopes.0, slopes.1), travelled)
  }

  private func image<S: Scalar>(_ point: (S, S), _ instance: Assignment<S>) -> (S, S) {
    let (x, y) = point
    return (
      x + instance["a"] * x.squared + instance["b"] * x * y + instance["c"] * y.squared,
      y + instance["d"] * x.squared + instance["e"] * x * y + instance["f"] * y.squared
    )
  }

  private func steepness<S: Scalar>(_ point: (S, S), _ instance: Assignment<S>) -> S {
    let (x, y) = point
    return planarSpectralNorm([
      [
        S(1) + S(2) * instance["a"] * x + instance["b"] * y,
        instance["b"] * x + S(2) * instance["c"] * y,
      ],
      [
        S(2) * instance["d"] * x + instance["e"] * y,
        S(1) + instance["e"] * x + S(2) * instance["f"] * y,
      ],
    ])
  }
}
