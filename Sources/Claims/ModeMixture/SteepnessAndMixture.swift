import ClaimKit
import GANTheory
import RealModule
import Scalars

struct MixtureOfFlatGenerators: Claim {
  let id = "prose-3.4-small-k"
  let title = "Mode mixture is inevitable for generators of small steepness"
  let source = "Section 3.2, before Theorem 3.4, implication (i)"
  let statement = """
    the probability between modes becomes large as k becomes small; judged for two symmetric modes as \
    P ≥ 1 − exp(−(gap − 6σ)²/8k²) for every admissible g, which tends to 1 as k → 0 if gap > 6σ
    """
  let hypotheses = ["as in Theorem 3.4, N = 2"]

  var families: [any Statement] { [FlatGeneratorStatement(exponentDivisor: 8)] }

  var control: Control {
    Control("exp(−(gap − 6σ)²/2k²)", families: [FlatGeneratorStatement(exponentDivisor: 2)])
  }

  let remarks = [
    "For three modes or more the theorem says nothing about small k: its hypotheses then force k to be large (prose-3.4-small-k-many-modes).",
    "At gap = 6σ the region is a point, and there is no mode mixture for any k.",
  ]

  let uses = ["theorem-3.4"]

  let recorded = Verdict.supported
}

struct MixtureBoundInSteepness: Claim {
  let id = "prose-3.4-large-k"
  let title = "The bound of Theorem 3.4 decreases as k increases"
  let source = "Section 3.2, before Theorem 3.4, implication (ii)"
  let statement =
    "the bound, as printed and as corrected, decreases in k; judged as: it does not increase"
  let hypotheses = ["as in Theorem 3.4"]

  var families: [any Statement] {
    [2, 3].flatMap { count in
      [3, 6].map {
        BoundInSteepnessStatement(count: count, clearance: $0, isReversed: false)
      }
    }
  }

  var control: Control {
    Control(
      "it increases",
      families: [BoundInSteepnessStatement(count: 2, clearance: 6, isReversed: true)])
  }

  let remarks = [
    "A lower bound that decreases does not say that the probability does: see prose-3.4-severity."
  ]

  let uses = ["theorem-3.4"]

  let recorded = Verdict.proved
}

struct MixtureInverseInSteepness: Claim {
  let id = "prose-3.4-inverse"
  let title = "Mode mixture is inverse in the steepness"
  let source = "Section 3.2, before Theorem 3.4 and last paragraph"
  let statement = """
    the probability between modes depends inversely on k; judged for the least probability P of two modes as \
    inverse proportion for large k: exp(−h²/2) ≤ P·k·√(2π)/(gap − 6σ) ≤ 1 with h = (gap − 6σ)/2k
    """
  let hypotheses = ["as in Theorem 3.4, N = 2, symmetric modes, gap > 6σ"]

  var families: [any Statement] {
    [InverseStatement(side: .lower), InverseStatement(side: .upper)]
  }

  var control: Control {
    Control(
      "exact inverse proportion: P·k·√(2π)/(gap − 6σ) ≥ 1 for every k",
      families: [InverseStatement(side: .exact)])
  }

  let remarks = [
    "The factor is exact to first order in 1/k²; for small k the probability saturates at 1, as the control shows.",
    "Read as 'decreases', it is prose-3.4-large-k.",
  ]

  let uses = ["theorem-3.4"]

  let recorded = Verdict.proved
}

struct SeverityAndSteepness: Claim {
  let id = "prose-3.4-severity"
  let title = "Steeper generators have less mode mixture"
  let source = "Section 3.2, before Theorem 3.4 and last paragraph"
  let statement = """
    of two increasing generators that meet the hypotheses of Theorem 3.4 the one with the larger sup S_g has \
    less mass between modes
    """
  let hypotheses = [
    "as in Theorem 3.4, N = 2, symmetric modes", "k₁ < k₂ are the largest slopes of the two",
  ]

  var families: [any Statement] { [SeverityStatement(form: .anyShapes)] }

  var control: Control {
    Control("the steeper one has more", families: [SeverityStatement(form: .reversed)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        true of multiples of one shape: for g = k·h with the same increasing odd h the probability \
        P(|h(Z)| ≤ (gap − 6σ)/2k) decreases in k
        """,
        families: [SeverityStatement(form: .sameShape)],
        control: Control(
          "it increases", families: [SeverityStatement(form: .reversedSameShape)])),
      Amendment(
        .generalised,
        """
        large steepness is necessary for little mixture, never sufficient: probability p between two modes \
        forces sup S_g ≥ (gap − 6σ)/2Φ⁻¹((1 + p)/2)
        """,
        families: [NecessarySteepnessStatement(clearance: 6)],
        control: Control("gap − 5σ", families: [NecessarySteepnessStatement(clearance: 5)])),
    ]
  }

  let remarks = [
    "A generator may be steep at one point and flat around it; sup S_g bounds the mixture from below only.",
    "Read of the bound instead of the probability, the sentence is prose-3.4-large-k, and true.",
  ]

  let uses = ["theorem-3.4", "prose-3.4-large-k"]

  let defect: Defect? = Defect(
    .interpretation,
    """
    Theorem 3.4 bounds the probability from below by a decreasing function of sup S_g. It does not follow, \
    and is false, that a steeper generator has less mode mixture.
    """)

  let checkByHand: String? = """
    σ = 1, modes ±8, region |y| ≤ 5: g₁(z) = 5z has P(|Z| ≤ 1) = 0.683; g₂(z) = 10·asinh(20z)/20 is steeper \
    (slope 10 at 0) and has P(|Z| ≤ sinh(10)/20) = 1
    """

  let recorded = Verdict.refuted
}

struct SeverityInFigure: Claim {
  let id = "figure-3-right"
  let title = "Mode mixture in Figure 3 decreases with the slope at 0"
  let source = "Figure 3, right, section 3.2"
  let statement = """
    for p_data = 0.5·N(−8, 1) + 0.5·N(8, 1) generators of one shape with larger slope at 0 have less mass \
    between the modes; judged as: they have no more
    """
  let hypotheses = ["the generators differ by their slope k at 0 only"]

  var families: [any Statement] { [SeverityStatement(form: .figure)] }

  var control: Control {
    Control("they have more", families: [SeverityStatement(form: .reversedFigure)])
  }

  let remarks = [
    "The figure does not say which generators it shows; judged for g(z) = (k/β)·asinh(βz), β in [1/100, 2]."
  ]

  let uses = ["prose-3.4-severity"]

  let recorded = Verdict.proved
}

struct ModesOfFigure: Claim {
  let id = "figure-3-modes"
  let title = "Order of the modes in the example of Figure 3"
  let source = "Section 3.2, paragraph on Figure 3"
  let statement = "x₁ = −x₂ = 8 are modes in the sense of Assumption 2.1: x₁ ≤ x₂"
  let hypotheses: [String] = []

  var families: [any Statement] { [AscendingStatement(first: 8, second: -8)] }

  var control: Control {
    Control("x₁ = 9, x₂ = −9", families: [AscendingStatement(first: 9, second: -9)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected, "−x₁ = x₂ = 8, as in the proof of Theorem C.7 and the caption's p_data",
        families: [AscendingStatement(first: -8, second: 8)], control: control)
    ]
  }

  let remarks = ["With x₁ = 8 > x₂ = −8 the interval [x₁ + 3σ, x₂ − 3σ] of Theorem 3.4 is empty."]

  let uses = ["assumption-2.1"]

  let defect: Defect? = Defect(
    .presentation,
    "The example has x₁ = −x₂ = 8, hence x₁ > x₂, against the order that Assumption 2.1 fixes on the line."
  )

  let checkByHand: String? = "x₁ = 8, x₂ = −8, and 8 > −8"

  let recorded = Verdict.refuted
}

/// Two modes at ±gap/2 and g(z) = (k/β)·asinh(βz).
private struct FlatGeneratorStatement: Statement {
  let exponentDivisor: Int

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("gap/σ", from: 6, to: 40, scale: .logarithmic),
      Variable("k/σ", from: Rational(1, 10), to: 100, scale: .logarithmic),
      Variable("β", from: Rational(1, 100), to: 2, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    symmetricHypotheses(instance)
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let half = halfRegion(instance)
    let steepness = instance["k/σ"] * instance["σ"]
    let exponent = S(4) * half.squared / (S(exponentDivisor) * steepness.squared)
    // The complements, which keep their accuracy: 1 − P ≤ exp(−…).
    return .atLeast(
      -exponent, S.log(S(2)) + S.logNormalUpperTail(latentReach(half, steepness, instance["β"])))
  }
}

private struct BoundInSteepnessStatement: Statement {
  let count: Int
  let clearance: Int
  let isReversed: Bool

  var variables: [Variable] {
    LineMixture<Double>.variables(count: count, leastGap: 6) + [
      Variable("k/σ", from: 1, to: 1000, scale: .logarithmic),
      Variable("k′/k", from: Rational(101, 100), to: 10, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    LineMixture(at: instance, count: count).hypotheses(leastGap: 6) + [
      Hypothesis("k > 0", positive: instance["k/σ"]),
      Hypothesis("k′ ≥ k", nonNegative: instance["k′/k"] - S(1)),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let steepness = instance["k/σ"] * instance["σ"]
    let bound = ModeMixtureBound(
      target: LineMixture(at: instance, count: count).density, standardDeviation: instance["σ"],
      maximalSteepness: steepness)
    let steeper = bound.replacing(maximalSteepness: instance["k′/k"] * steepness)
    let values = (
      bound.probability(clearance: S(clearance)), steeper.probability(clearance: S(clearance))
    )
    return isReversed ? .atLeast(values.1, values.0) : .atLeast(values.0, values.1)
  }
}

/// P = Φ(h) − Φ(−h) between 2h·φ(h) and 2h·φ(0).
private struct InverseStatement: Statement {
  enum Side {
    case lower
    case upper
    /// P ≥ 2h·φ(0), which is false.
    case exact
  }

  let side: Side

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("gap/σ", from: Rational(61, 10), to: 40, scale: .logarithmic),
      Variable("k/σ", from: Rational(1, 2), to: 1000, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis("gap ≥ 6σ", nonNegative: instance["gap/σ"] - S(6)),
      Hypothesis("k > 0", positive: instance["k/σ"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let steepness = instance["k/σ"] * instance["σ"]
    let reach = halfRegion(instance) / steepness
    let generator = AffineGenerator(steepness: steepness, latent: S.zero, output: S.zero)
    let probability = generator.probability(
      from: -halfRegion(instance), to: halfRegion(instance))
    return switch side {
    case .lower: .atLeast(probability, S(2) * reach * S.normalDensity(reach))
    case .upper: .atLeast(S(2) * reach * S.normalDensity(.zero), probability)
    case .exact: .atLeast(probability, S(2) * reach * S.normalDensity(.zero))
    }
  }
}

/// Two generators (kⱼ/βⱼ)·asinh(βⱼz), k₂ = ratio·k₁.
private struct SeverityStatement: Statement {
  enum Form {
    case anyShapes
    case reversed
    case sameShape
    case reversedSameShape
    /// Modes at ±8, σ = 1.
    case figure
    case reversedFigure
  }

  let form: Form

  private var isFigure: Bool { form == .figure || form == .reversedFigure }

  var variables: [Variable] {
    (isFigure
      ? []
      : [
        Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
        Variable("gap/σ", from: 6, to: 40, scale: .logarithmic),
      ]) + [
        Variable("k/σ", from: 1, to: 100, scale: .logarithmic),
        Variable("k₂/k₁", from: Rational(3, 2), to: 10, scale: .logarithmic),
        Variable("β", from: Rational(1, 100), to: 2, scale: .logarithmic),
      ]
      + (form == .anyShapes || form == .reversed
        ? [Variable("β₂", from: Rational(1, 100), to: 2, scale: .logarithmic)] : [])
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let common = [
      Hypothesis("k > 0", positive: instance["k/σ"]),
      Hypothesis("k₁ < k₂", positive: instance["k₂/k₁"] - S(1)),
      Hypothesis("β > 0", positive: instance["β"]),
      Hypothesis<S>(byConstruction: "both increase, with their largest slope at 0"),
    ]
    guard !isFigure else { return common }
    return [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis("gap ≥ 6σ", nonNegative: instance["gap/σ"] - S(6)),
    ] + common
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = isFigure ? S(1) : instance["σ"]
    let gap = isFigure ? S(16) : instance["gap/σ"] * deviation
    let half = gap / S(2) - S(3) * deviation
    let first = instance["k/σ"] * deviation
    let hasTwoShapes = form == .anyShapes || form == .reversed
    let generators = [
      HyperbolicGenerator(
        steepness: first, bend: instance["β"], latent: S.zero, output: S.zero),
      HyperbolicGenerator(
        steepness: instance["k₂/k₁"] * first, bend: instance[hasTwoShapes ? "β₂" : "β"],
        latent: S.zero, output: S.zero),
    ]
    let masses = generators.map { $0.probability(from: -half, to: half) }
    return switch form {
    case .anyShapes, .sameShape, .figure: .atLeast(masses[0], masses[1])
    case .reversed, .reversedSameShape, .reversedFigure: .atLeast(masses[1], masses[0])
    }
  }
}

/// k·Φ⁻¹((1 + p)/2) ≥ (gap − clearance·σ)/2 with p the probability of (k/β)·asinh(βz) between the modes.
private struct NecessarySteepnessStatement: Statement {
  let clearance: Int

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("gap/σ", from: 6, to: 40, scale: .logarithmic),
      Variable("k/σ", from: 5, to: 1000, scale: .logarithmic),
      Variable("β", from: Rational(1, 100), to: 1, scale: .logarithmic),
    ]
  }

  var certifiedBox: [Variable]? {
    guard clearance == 6 else { return nil }
    return [
      Variable("σ", from: Rational(99, 100), to: Rational(101, 100), scale: .logarithmic),
      Variable("gap/σ", from: 10, to: Rational(101, 10), scale: .logarithmic),
      Variable("k/σ", from: 5, to: Rational(51, 10), scale: .logarithmic),
      Variable("β", from: Rational(9, 10), to: 1, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    symmetricHypotheses(instance)
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let steepness = instance["k/σ"] * instance["σ"]
    let reach = latentReach(halfRegion(instance), steepness, instance["β"])
    // (1 − p)/2 is the upper tail at the latent reach, (1 + p)/2 the lower.
    let quantile = S.normalQuantile(
      logLower: S.logNormalCDF(reach), logUpper: S.logNormalUpperTail(reach))
    return .atLeast(
      steepness * quantile,
      (instance["gap/σ"] - S(clearance)) * instance["σ"] / S(2))
  }
}

private struct AscendingStatement: Statement {
  let first: Int
  let second: Int

  var variables: [Variable] { [] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast(S(second), S(first))
  }
}

private func symmetricHypotheses<S: Scalar>(_ instance: Assignment<S>) -> [Hypothesis<S>] {
  [
    Hypothesis("σ > 0", positive: instance["σ"]),
    Hypothesis("gap ≥ 6σ", nonNegative: instance["gap/σ"] - S(6)),
    Hypothesis("k > 0", positive: instance["k/σ"]), Hypothesis("β > 0", positive: instance["β"]),
    Hypothesis(byConstruction: "g(z) = (k/β)·asinh(βz) increases, with largest slope k"),
  ]
}

/// (gap − 6σ)/2, half of the region between two modes.
private func halfRegion<S: Scalar>(_ instance: Assignment<S>) -> S {
  (instance["gap/σ"] - S(6)) * instance["σ"] / S(2)
}

/// The latent point that (k/β)·asinh(βz) maps to `half`.
private func latentReach<S: Scalar>(_ half: S, _ steepness: S, _ bend: S) -> S {
  HyperbolicGenerator(steepness: steepness, bend: bend, latent: S.zero, output: S.zero)
    .preimage(of: half)
}
