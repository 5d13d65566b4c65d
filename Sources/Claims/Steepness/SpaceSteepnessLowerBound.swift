import ClaimKit
import GANTheory
import RealModule
import Scalars

struct SpaceSteepnessLowerBound: Claim {
  let id = "theorem-3.2"
  let title = "Steepness of measure-preserving maps from a ball"
  let source = "Theorem 3.2, section 3.2"
  let statement = """
    some x_* has S_g(x_*) ≥ M = δ·σ·√(2π)·max over λ ∈ [0, 2] of min over i of exp(‖λx̄ − xᵢ‖²/2nσ²), \
    δ = exp(−r²/2)/√(2π)
    """
  let hypotheses = [
    "p_data is the equal mixture of N(xᵢ, σ²·I) in ℝⁿ", "xᵢ ≠ 0",
    "p_z is N(0, I) truncated to the ball of radius r",
    "g is continuously differentiable and piecewise injective on that ball", "g_#p_z = p_data",
  ]

  let predicates: [[String]] = [
    ["σ > 0"],
    ["x1 ≠ 0", "x2 ≠ 0"],
    ["r > 0"],
    ["g is smooth and injective, and g_#p_z = p_data"],
    ["g is smooth and injective, and g_#p_z = p_data"],
  ]

  var families: [any Statement] { [TruncatedMapStatement(isStrengthened: false)] }

  var control: Control {
    Control(
      "the same bound at the point that g maps to the first mode",
      families: [TruncatedMapStatement(isStrengthened: false, isAtMode: true)])
  }

  var triviality: Triviality? {
    Triviality(
      argument: """
        p_data charges every set outside a bounded one, so that g maps the bounded ball onto an unbounded \
        set; a differentiable map of a ball with bounded Jacobian has a bounded image by the mean value \
        inequality; hence S_g is unbounded and exceeds any number whatever, M included. On a closed ball \
        a continuous g has a bounded image, and no such g exists at all.
        """,
      strengthened: [TruncatedMapStatement(isStrengthened: true)])
  }

  var amendments: [Amendment] { furtherAmendments }

  let uses = ["lemma-C.1-uniform", "lemma-C.2-second"]
  let defect: Defect? = Defect(
    .result,
    """
    The hypotheses force sup S_g = ∞ (the image of a bounded ball has to be unbounded), whatever the modes are; the bound M, its \
    dependence on distance and variance included, follows from nothing but that.
    """)
  let checkByHand: String? = """
    S_g ≤ L on the ball gives ‖g(z) − g(0)‖ ≤ L·r, but p_data has mass outside every bounded set: no L exists
    """

  let remarks = [
    "The open ball: the conclusion holds for every constant in place of M. The closed ball: no such g exists.",
    "Searched in one dimension, where g = Ψ⁻¹∘Φ_r is explicit; the Coq theorem covers ℝⁿ.",
    """
    The truncated prior is not that of Assumption 2.2. For the whole Gaussian no ball is needed, and the Gaussian isoperimetric \
    inequality gives the dimension-free bound of the first amendment: g⁻¹ of a half-space through the midpoint has Gaussian \
    measure Ψᵤ(c), and its boundary measure is at most sup S_g·pᵤ(c).
    """,
    "The step from the push-forward to an unbounded image is by hand: it is a hypothesis of the Coq theorem.",
  ]

  let recorded = Verdict.vacuous
}

/// Two modes on the line and g = Ψ⁻¹∘Φ_r, whose slope at the output y is φ(z)/(P(|Z| < r)·p_data(y)).
///
/// Every latent point has φ(z) ≥ φ(r), so that far outputs have slopes beyond any bound.
private struct TruncatedMapStatement: Statement {
  /// Asks for exp(e)·M with e up to 1000 instead of M.
  let isStrengthened: Bool
  /// Looks at the output x₁ only.
  var isAtMode = false

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("x1", from: -10, to: 10),
      Variable("gap/σ 1", from: 1, to: 40, scale: .logarithmic),
      Variable("r", from: Rational(1, 10), to: 10, scale: .logarithmic),
    ] + (isStrengthened ? [Variable("e", from: 1, to: 1000, scale: .logarithmic)] : [])
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let modes = LineMixture(at: instance, count: 2).modes
    return [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis("r > 0", positive: instance["r"]),
      Hypothesis("x1 ≠ 0", positive: modes[0].squared),
      Hypothesis("x2 ≠ 0", positive: modes[1].squared),
      Hypothesis(byConstruction: "g is smooth and injective, and g_#p_z = p_data"),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let mixture = LineMixture(at: instance, count: 2)
    let bound = SpaceBound(
      modes: mixture.modes.map { [$0] }, standardDeviation: instance["σ"], radius: instance["r"])
    let map = TruncatedMap(to: mixture.density, radius: instance["r"])
    let required = bound.logPrinted + (isStrengthened ? instance["e"] : .zero)
    if isAtMode {
      return .atLeast(map.logSteepness(atOutput: mixture.modes[0]), required)
    }
    // p_data(y) falls like exp(−t²/2) at y = x₂ + tσ, and log M ≤ log σ + (distance/σ)²/2.
    let reach = S.sqrt(S(2) * instance["r"].squared + S(4) * S.sqrt(required.squared) + S(100))
    let output = mixture.modes[1] + reach * instance["σ"]
    return .attained(
      map.logSteepness(atOutput: output), atLeast: required)
  }
}
