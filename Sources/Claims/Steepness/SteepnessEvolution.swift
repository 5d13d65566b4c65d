import ClaimKit
import GANTheory
import RealModule
import Scalars

struct SteepnessEvolution: Claim {
  let id = "theorem-3.3"
  let title = "Evolution of steepness for a symmetric pair of modes"
  let source = "Theorem 3.3, section 3.2"
  let statement = """
    d/dt g′(0) = [(μ² − σ²)/σ⁴·g′(0)³ + g′(0) + g‴(0)] / [exp(−μ²/2σ²)/σ·g′(0)³ + g′(0)²]
    """
  let hypotheses = [
    "p_data = 0.5·N(−μ, σ²) + 0.5·N(μ, σ²)", "μ ≫ σ", "the discriminator is optimal",
    "∂ₜg = (d′/d)∘g", "g is continuously differentiable", "g₀ is odd and g₀′(0) > 0",
  ]

  let predicates: [[String]] = [
    ["σ > 0"],
    ["μ > 0"],
    [],
    [],
    ["g(z) = g′(0)·z + g‴(0)·z³/6 near 0, hence odd"],
    ["g′(0) > 0", "g(z) = g′(0)·z + g‴(0)·z³/6 near 0, hence odd"],
  ]

  var families: [any Statement] { [EvolutionStatement(exponentScale: 1)] }

  var control: Control {
    Control(
      "exp(−μ²/σ²) in place of exp(−μ²/2σ²), as the last line of Theorem C.6's proof prints it",
      families: [EvolutionStatement(exponentScale: 2)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        if g′ > 0, g(0) = g″(0) = 0, g‴(0) exists and the slope in z of (d′/d)(g(z)) is continuous in t and z \
        around z = 0, the equation holds: p_g then has two derivatives at 0, and ∂ₜ and ∂_z may be exchanged
        """,
        families: families, control: control)
    ] + furtherAmendments
  }

  let remarks = [
    "Continuously differentiable is too little: g‴(0) must exist, and p_g must have two derivatives at 0.",
    "μ ≫ σ is not needed for the equation.",
    "That g increases is not printed, and needed: see theorem-3.3-injective.",
    "The search draws μ/σ between 1 and 10, g′(0) between 1/100 and 100, g‴(0)/g′(0) between −10 and 10.",
    """
    The equation is not closed: g‴ₜ(0) is unknown, and g‴ = 0 is not kept. From a linear start g‴ falls at once; at \
    what rate, and how soon that ends exponential growth, is in prose-3.3-early-rate.
    """,
  ]

  let uses = ["theorem-C.6-proof-oddness", "theorem-C.6-proof-assembled"]
  let defect: Defect? = Defect(
    .hypothesis,
    """
    g is assumed to be continuously differentiable, but the equation contains g‴(0) and its derivation p_g″(0): three \
    derivatives of g at 0 and the exchange of ∂ₜ and ∂_z are needed. Nor is it asked that g₀ increases, without which \
    the equation fails (theorem-3.3-injective).
    """)

  let recorded = Verdict.supported
}

struct SteepnessEvolutionProof: Claim {
  let id = "theorem-C.6-proof"
  let title = "Last line of the derivation of the steepness ODE"
  let source = "Proof of Theorem C.6, last display, appendix C.7"
  let statement = """
    d/dt g′(0) = [(μ² − σ²)/σ⁴·g′(0)³ + g′(0) + g‴(0)] / [exp(−μ²/σ²)/σ·g′(0)³ + g′(0)²]
    """
  let hypotheses = ["as in Theorem C.6"]

  var families: [any Statement] { [EvolutionStatement(exponentScale: 2)] }

  var control: Control {
    Control("exp(−3μ²/4σ²)", families: [EvolutionStatement(exponentScale: Rational(3, 2))])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected, "exp(−μ²/2σ²), as in the statement of the theorem",
        families: [EvolutionStatement(exponentScale: 1)], control: control, isExhaustive: true)
    ]
  }

  let uses = ["theorem-C.6-proof-assembled", "theorem-C.6-proof-data-density"]
  let defect: Defect? = Defect(
    .presentation,
    "The last line of the proof has exp(−μ²/σ²) where the theorem, and the line before it, give exp(−μ²/2σ²)."
  )
  let checkByHand: String? = """
    μ = σ = g′ = 1, g‴ = 0: the numerator is 1; the line before gives 1/(exp(−1/2) + 1) = 0.622, the last line \
    1/(exp(−1) + 1) = 0.731
    """

  let remarks = [
    "p_data(0) and p″_data(0) are printed there with σ² where the density of N(μ, σ²) has σ; see the algebra."
  ]

  let recorded = Verdict.refuted
}

/// The printed right-hand side against (log d)″(0)·g′(0), by Taylor series from the definitions.
private struct EvolutionStatement: Statement {
  /// Multiplies the exponent −μ²/2σ²; 1 is Theorem 3.3's.
  let exponentScale: Rational

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("μ/σ", from: 1, to: 10, scale: .logarithmic),
      Variable("g′", from: Rational(1, 100), to: 100, scale: .logarithmic),
      Variable("g‴/g′", from: -10, to: 10),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]), Hypothesis("μ > 0", positive: instance["μ/σ"]),
      Hypothesis("g′(0) > 0", positive: instance["g′"]),
      Hypothesis(byConstruction: "g(z) = g′(0)·z + g‴(0)·z³/6 near 0, hence odd"),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let offset = instance["μ/σ"] * deviation
    let slope = instance["g′"]
    let third = instance["g‴/g′"] * slope
    let ode = SteepnessODE(modeOffset: offset, standardDeviation: deviation)
    let printed = ode.printedRate(
      steepness: slope, thirdDerivative: third, exponentScale: exponentScale)
    let derived = derivedRate(offset: offset, deviation: deviation, slope: slope, third: third)
    return derived.map { .equal([(left: printed, right: $0)]) }
  }

  /// (log d)″(0)·g′(0) with d = p_data/(p_data + p_g) and p_g = φ(g⁻¹)·(g⁻¹)′, as Taylor series in x.
  private func derivedRate<S: Scalar>(offset: S, deviation: S, slope: S, third: S) -> S? {
    typealias Series = Jet<S>
    let x = Series.variable(at: .zero, order: 3)
    // The inverse of g by iteration: every round makes two more coefficients right.
    var inverse = Series(constant: S(1) / slope) * x
    for _ in 0..<2 {
      let cubic = Series(constant: third / S(6)) * inverse * inverse * inverse
      inverse = (x - cubic) / Series(constant: slope)
    }
    let generated = Series.normalDensity(inverse) * inverse.differentiated
    let data = GaussianMixture<Series>(
      modes: [[Series(constant: -offset)], [Series(constant: offset)]],
      standardDeviation: Series(constant: deviation))
    guard let logData = data.logDensity(at: [x]) else { return nil }
    let real = Series.exp(logData)
    return Series.log(real / (real + generated)).derivative(2) * slope
  }
}
