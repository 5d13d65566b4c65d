import ClaimKit
import GANTheory
import Scalars

struct ModeMixtureLowerBound: Claim {
  let id = "theorem-3.4"
  let title = "Mass between modes for a generator of bounded steepness"
  let source = "Theorem 3.4, section 3.2"
  let statement = """
    P(g(Z) ∈ ∪[xᵢ + 3σ, x_{i+1} − 3σ]) ≥ Σ Φ(cᵢ + (gapᵢ − 3σ)/2k) − Φ(cᵢ − (gapᵢ − 3σ)/2k), \
    cᵢ = Φ⁻¹(Ψ((xᵢ + x_{i+1})/2))
    """
  let hypotheses = [
    "p_data is the equal mixture of N(xᵢ, σ²), i = 1 … N, x₁ < … < x_N", "x_{i+1} − xᵢ ≥ 6σ",
    "g is increasing and sup S_g ≤ k", "g⁻¹((xᵢ + x_{i+1})/2) = cᵢ",
  ]

  let predicates: [[String]] = [
    ["σ > 0"],
    ["x_{i+1} − xᵢ ≥ 6σ", "gap ≥ 6σ"],
    [
      "k > 0", "β > 0", "sup S_g ≤ k", "g is increasing with largest slope k, at its anchor",
      "g is affine and meets both anchors, by symmetry",
    ],
    [
      "g is increasing with largest slope k, at its anchor",
      "g is affine and meets both anchors, by symmetry",
    ],
  ]

  var families: [any Statement] { statements(clearance: 3) }

  var control: Control {
    Control("(gap − 2σ)/2k in place of (gap − 3σ)/2k", families: statements(clearance: 2))
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        the same with (gapᵢ − 6σ)/2k, the half-width of [xᵢ + 3σ, x_{i+1} − 3σ] over k; no larger bound \
        holds for all such g, since the affine map of slope k attains it for two modes
        """,
        families: statements(clearance: 6),
        control: Control("(gapᵢ − 5σ)/2k", families: statements(clearance: 5))),
      Amendment(
        .sharpened,
        """
        some g meets the hypotheses just where k ≥ max (m_{i+1} − mᵢ)/(c_{i+1} − cᵢ), mᵢ the midpoints (any \
        k > 0 for two modes); and for each such k the corrected bound is the least probability: the g with \
        slope k on every region [xᵢ + 3σ, x_{i+1} − 3σ] attains it
        """,
        families: [
          LeastMixtureStatement(count: 3), LeastMixtureStatement(count: 4),
          LeastMixtureStatement(count: 3, isAboutSlopes: true),
          LeastMixtureStatement(count: 4, isAboutSlopes: true),
          UnevenModesStatement(clearance: 6),
        ],
        control: Control(
          "slope 0.9·k on those regions",
          families: [LeastMixtureStatement(count: 3, stretch: Rational(10, 9))])),
      Amendment(
        .generalised,
        """
        without the condition on the midpoints: where g has mass a below xᵢ + 3σ, the region has at least \
        Φ(Φ⁻¹(a) + (gapᵢ − 6σ)/k) − a; equality for the affine map of slope k
        """,
        families: [FreeAnchorStatement(clearance: 6)],
        control: Control("gapᵢ − 5σ", families: [FreeAnchorStatement(clearance: 5)])),
    ]
  }

  let remarks = [
    "The half-width of the event is (gap − 6σ)/2; the printed one is 3σ/2 larger, in the claim and its proof.",
    "At gap = 6σ the event is a single point of probability 0, while the printed bound is positive.",
    "Two modes with a smooth increasing g of largest slope k; three evenly spaced modes with the affine g.",
    "With three modes or more no g meets the hypotheses for small k: it rises by m_{i+1} − mᵢ from cᵢ to c_{i+1}.",
    "g need not be onto: where it does not reach the end of a region, the preimage is unbounded, and larger.",
    "A continuously differentiable g attains it too: its slope at a mode may start and end with k, and be less between.",
    "Without the condition on the midpoints the least probability is 0: with all mass at one mode none is between.",
    "The general form holds for every k-Lipschitz g: ℝⁿ → ℝ by Gaussian isoperimetry; by hand, the search is on the line.",
  ]

  let uses = ["assumption-2.1"]

  let defect: Defect? = Defect(
    .result,
    """
    The region between modes starts 3σ from either mode, so that its half-width is (gap − 6σ)/2; the bound \
    has (gap − 3σ)/2 and is too large for every k. With three modes or more the hypotheses also force k to \
    be large.
    """)

  let checkByHand: String? = """
    N = 2, x₁ = −3σ, x₂ = 3σ, g(z) = kz: the region is the point 0, of probability 0, while the bound is \
    Φ(3σ/2k) − Φ(−3σ/2k) > 0
    """

  let recorded = Verdict.refuted

  private func statements(clearance: Rational) -> [any Statement] {
    [
      TwoModeStatement(clearance: clearance),
      ThreeModeStatement(clearance: clearance),
    ]
  }
}

/// Two modes and g(z) = m + (k/β)·asinh(βz): every hypothesis holds for every k and β.
private struct TwoModeStatement: Statement {
  let clearance: Rational

  var variables: [Variable] {
    LineMixture<Double>.variables(count: 2, leastGap: 6) + [
      Variable("k/σ", from: Rational(1, 2), to: 1000, scale: .logarithmic),
      Variable("β", from: Rational(1, 100), to: 10, scale: .logarithmic),
    ]
  }

  /// Away from gap = 6σ and from β = 0, where the bound is attained; σ and x₁ do not matter, both sides being
  /// invariant under affine maps of the line.
  var certifiedBox: [Variable]? {
    guard clearance == 6 else { return nil }
    return [
      Variable("σ", from: Rational(99, 100), to: Rational(101, 100), scale: .logarithmic),
      Variable("x1", from: Rational(-1, 100), to: Rational(1, 100)),
      Variable("gap/σ 1", from: 8, to: 9, scale: .logarithmic),
      Variable("k/σ", from: 1, to: 2, scale: .logarithmic),
      Variable("β", from: 1, to: 2, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis("x_{i+1} − xᵢ ≥ 6σ", nonNegative: instance["gap/σ 1"] - S(6)),
      Hypothesis("k > 0", positive: instance["k/σ"]), Hypothesis("β > 0", positive: instance["β"]),
      Hypothesis(byConstruction: "g is increasing with largest slope k, at its anchor"),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let left = instance["x1"]
    let right = left + instance["gap/σ 1"] * deviation
    let steepness = instance["k/σ"] * deviation
    let bound = ModeMixtureBound(
      target: LineMixture.pair(left, right, standardDeviation: deviation),
      standardDeviation: deviation, maximalSteepness: steepness)
    let generator = HyperbolicGenerator(
      steepness: steepness, bend: instance["β"], latent: bound.anchor(0),
      output: bound.midpoint(0))
    let edge = S(3) * deviation
    return .atLeast(
      generator.probability(from: left + edge, to: right - edge),
      bound.probability(clearance: S(clearance)))
  }
}

/// Three evenly spaced modes and the affine g through both anchors, whose slope is then determined.
private struct ThreeModeStatement: Statement {
  let clearance: Rational

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("gap/σ", from: 6, to: 40, scale: .logarithmic),
      Variable("k/slope", from: 1, to: 10, scale: .logarithmic),
    ]
  }

  /// Away from gap = 6σ and k = slope, where the bound is attained.
  var certifiedBox: [Variable]? {
    guard clearance == 6 else { return nil }
    return [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("gap/σ", from: 8, to: 20, scale: .logarithmic),
      Variable("k/slope", from: Rational(3, 2), to: 10, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis("gap ≥ 6σ", nonNegative: instance["gap/σ"] - S(6)),
      Hypothesis("sup S_g ≤ k", nonNegative: instance["k/slope"] - S(1)),
      Hypothesis(byConstruction: "g is affine and meets both anchors, by symmetry"),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let gap = instance["gap/σ"] * deviation
    let target = GaussianMixture(modes: [[-gap], [.zero], [gap]], standardDeviation: deviation)
    let half = gap / S(2)
    let anchor = MeasurePreservingMap(to: target).latent(at: half)
    let generator = AffineGenerator(steepness: half / anchor, latent: .zero, output: .zero)
    let bound = ModeMixtureBound(
      target: target, standardDeviation: deviation,
      maximalSteepness: instance["k/slope"] * generator.steepness)
    let edge = S(3) * deviation
    let upper = generator.probability(from: edge, to: gap - edge)
    let lower = generator.probability(from: edge - gap, to: -edge)
    return .atLeast(lower + upper, bound.probability(clearance: S(clearance)))
  }
}
