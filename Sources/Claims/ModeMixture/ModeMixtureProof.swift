import ClaimKit
import GANTheory
import RealModule
import Scalars

struct IntervalMassMonotony: Claim {
  let id = "theorem-C.7-proof-monotone"
  let title = "Mass of an interval as its ends move"
  let source = "Proof of Theorem C.7, before the first display, appendix C.8"
  let statement = "P(a ≤ Z ≤ b) decreases in a and increases in b, Z ~ N(0, 1)"
  let hypotheses = ["a ≤ b"]

  var families: [any Statement] { [IntervalStatement(isReversed: false)] }

  var control: Control {
    Control("the other way round", families: [IntervalStatement(isReversed: true)])
  }

  let recorded = Verdict.proved
}

struct PreimagesOfRegion: Claim {
  let id = "theorem-C.7-proof-preimages"
  let title = "Preimages of the ends of a region between modes"
  let source = "Proof of Theorem C.7, first two displays, appendix C.8"
  let statement = """
    g⁻¹(xᵢ + 3σ) ≤ g⁻¹(mᵢ) − (gapᵢ − 3σ)/2k and g⁻¹(x_{i+1} − 3σ) ≥ g⁻¹(mᵢ) + (gapᵢ − 3σ)/2k, mᵢ the \
    midpoint
    """
  let hypotheses = ["x_{i+1} − xᵢ ≥ 6σ", "g is increasing and sup S_g ≤ k"]

  var families: [any Statement] { [EndsStatement(clearance: 3)] }

  var control: Control { Control("gapᵢ − 2σ", families: [EndsStatement(clearance: 2)]) }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected, "both with (gapᵢ − 6σ)/2k, since mᵢ − (xᵢ + 3σ) = (gapᵢ − 6σ)/2",
        families: [EndsStatement(clearance: 6)],
        control: Control("gapᵢ − 5σ", families: [EndsStatement(clearance: 5)]))
    ]
  }

  let uses = ["theorem-C.7-proof-monotone"]

  let defect: Defect? = Defect(
    .argument,
    "From the midpoint to xᵢ + 3σ there are (gap − 6σ)/2, not (gap − 3σ)/2: 3σ is divided by 2 by mistake."
  )

  let checkByHand: String? = """
    x₁ = −3σ, x₂ = 3σ, g(z) = kz: g⁻¹(x₁ + 3σ) = 0, which is not at most −3σ/2k
    """

  let recorded = Verdict.refuted
}

struct MassOfUnion: Claim {
  let id = "theorem-C.7-proof-sum"
  let title = "Mass of the regions between modes as a sum"
  let source = "Proof of Theorem C.7, third display, appendix C.8"
  let statement = """
    P(g(Z) ∈ ∪[xᵢ + 3σ, x_{i+1} − 3σ]) is the sum over i of the masses between the preimages of the ends
    """
  let hypotheses = ["x_{i+1} − xᵢ ≥ 6σ", "g is increasing"]

  var families: [any Statement] { [UnionStatement(margin: 3)] }

  var control: Control {
    Control(
      "regions that start 4σ from the modes in the sum", families: [UnionStatement(margin: 4)])
  }

  let remarks = [
    "The regions are disjoint, 6σ apart. Checked against the complement, for three modes and affine g.",
    "Not printed but needed: g is onto, or g⁻¹ is read as ±∞ where it is not defined.",
  ]

  let recorded = Verdict.proved
}

struct TwoModeSimplification: Claim {
  let id = "theorem-C.7-proof-two-modes"
  let title = "The printed bound for two symmetric modes"
  let source = "Proof of Theorem C.7, last display, appendix C.8"
  let statement = """
    for N = 2 and −x₁ = x₂ = x the printed bound is Φ((2x − 3σ)/2k) − Φ(−(2x − 3σ)/2k)
    """
  let hypotheses = ["2x ≥ 6σ"]

  var families: [any Statement] { [TwoModeBoundStatement(clearance: 3)] }

  var control: Control {
    Control("2x − 2σ", families: [TwoModeBoundStatement(clearance: 2)])
  }

  let remarks = [
    "The simplification of what is printed is right; the printed bound is not: 2x − 6σ is."
  ]

  let uses = ["theorem-C.7"]

  let recorded = Verdict.proved
}

private struct IntervalStatement: Statement {
  let isReversed: Bool

  var variables: [Variable] {
    [
      Variable("a", from: -5, to: 5),
      Variable("b − a", from: Rational(1, 100), to: 10, scale: .logarithmic),
      Variable("left", from: Rational(1, 1000), to: 5, scale: .logarithmic),
      Variable("right", from: Rational(1, 1000), to: 5, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("a ≤ b", nonNegative: instance["b − a"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (a, b) = (instance["a"], instance["a"] + instance["b − a"])
    let inner = S.normalMass(from: a, to: b)
    let outer = S.normalMass(from: a - instance["left"], to: b + instance["right"])
    return isReversed ? .atLeast(inner, outer) : .atLeast(outer, inner)
  }
}

/// g(z) = (k/β)·asinh(βz) around the midpoint, which is 0, as is its latent point.
private struct EndsStatement: Statement {
  let clearance: Rational

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("gap/σ", from: 6, to: 40, scale: .logarithmic),
      Variable("k/σ", from: 3, to: 1000, scale: .logarithmic),
      Variable("β", from: Rational(1, 100), to: 2, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis("gap ≥ 6σ", nonNegative: instance["gap/σ"] - S(6)),
      Hypothesis("k > 0", positive: instance["k/σ"]), Hypothesis("β > 0", positive: instance["β"]),
      Hypothesis(byConstruction: "g increases, with largest slope k"),
    ]
  }

  /// By symmetry one of the two inequalities stands for both.
  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let gap = instance["gap/σ"] * deviation
    let steepness = instance["k/σ"] * deviation
    let generator = HyperbolicGenerator(
      steepness: steepness, bend: instance["β"], latent: S.zero, output: S.zero)
    return .atLeast(
      generator.preimage(of: gap / S(2) - S(3) * deviation),
      (gap - S(clearance) * deviation) / (S(2) * steepness))
  }
}

/// Three modes, g affine: 1 − the masses outside against the masses inside.
private struct UnionStatement: Statement {
  let margin: Rational

  var variables: [Variable] {
    LineMixture<Double>.variables(count: 3, leastGap: Rational(61, 10), greatestGap: 20)
      + [Variable("k/σ", from: 3, to: 100, scale: .logarithmic), Variable("c", from: -2, to: 2)]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    LineMixture(at: instance, count: 3).hypotheses(leastGap: 6)
      + [Hypothesis("k > 0", positive: instance["k/σ"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let mixture = LineMixture(at: instance, count: 3)
    let deviation = instance["σ"]
    let generator = AffineGenerator(
      steepness: instance["k/σ"] * deviation, latent: instance["c"], output: mixture.modes[1])
    let edge = S(3) * deviation
    let modes = mixture.modes
    let outside =
      S.normalCDF(generator.preimage(of: modes[0] + edge))
      + generator.probability(from: modes[1] - edge, to: modes[1] + edge)
      + S.normalUpperTail(generator.preimage(of: modes[2] - edge))
    let inset = S(margin) * deviation
    let inside =
      generator.probability(from: modes[0] + inset, to: modes[1] - inset)
      + generator.probability(from: modes[1] + inset, to: modes[2] - inset)
    return .equal([(left: S(1) - outside, right: inside)])
  }
}

private struct TwoModeBoundStatement: Statement {
  let clearance: Rational

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("x/σ", from: 3, to: 20, scale: .logarithmic),
      Variable("k/σ", from: Rational(1, 2), to: 1000, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis("2x ≥ 6σ", nonNegative: instance["x/σ"] - S(3)),
      Hypothesis("k > 0", positive: instance["k/σ"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let x = instance["x/σ"] * deviation
    let steepness = instance["k/σ"] * deviation
    let bound = ModeMixtureBound(
      target: GaussianMixture(modes: [[-x], [x]], standardDeviation: deviation),
      standardDeviation: deviation, maximalSteepness: steepness)
    let reach = (S(2) * x - S(clearance) * deviation) / (S(2) * steepness)
    return .equal([
      (left: S.normalCDF(reach) - S.normalCDF(-reach), right: bound.probability(.printed))
    ])
  }
}
