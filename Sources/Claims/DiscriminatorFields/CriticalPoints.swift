import ClaimKit
import GANTheory
import RealModule
import Scalars

struct CriticalPoints: Claim {
  let id = "prose-2.3-critical-points"
  let title = "Points between modes from which particles are pushed apart"
  let source = "Section 2.3, first paragraph"
  let statement = """
    between adjacent modes there are points at which the velocity vanishes and near which it points away; judged \
    for p_data = ½N(−μ, σ²) + ½N(μ, σ²), μ > σ, and p_g = N(0, τ²) at x = 0: the velocity is 0 there and its slope \
    is ((μ² − σ²)/σ⁴ + 1/τ²)/(1 + r(0)) > 0
    """
  let hypotheses = ["two modes of equal weight", "p_g = N(0, τ²), midway", "μ > σ"]

  var families: [any Statement] { [MidpointStatement(factor: 1)] }

  let isExhaustive = true

  var control: Control { Control("twice that slope", families: [MidpointStatement(factor: 2)]) }

  var amendments: [Amendment] {
    [
      Amendment(
        .generalised,
        """
        in every configuration of Table 2 the component of ∇log r along an axis changes its sign from − to + \
        within 1/50 of 0
        """,
        families: TableTwoCase.allCases.map {
          SignChangeStatement(configuration: $0, isRising: true)
        },
        control: Control(
          "it changes from + to −",
          families: TableTwoCase.allCases.map {
            SignChangeStatement(configuration: $0, isRising: false)
          })),
      Amendment(
        .generalised,
        """
        not for every p_g: against p_g = N(μ, τ²), narrow on one of two modes ±1 with σ² = 1/10, the velocity has \
        one sign between the modes if τ² ≤ 1/20: no such point exists there
        """,
        families: [NarrowGeneratorStatement(greatestVariance: Rational(1, 20))],
        control: Control(
          "if τ² ≤ 1/2", families: [NarrowGeneratorStatement(greatestVariance: Rational(1, 2))])),
    ]
  }

  let remarks = [
    "The paper names no p_g. Where p_g is concentrated on one mode, or equals p_data, there is no such point.",
    "The slope is positive for μ < σ as well if τ² < σ⁴/(σ² − μ²).",
  ]

  let recorded = Verdict.proved
}

/// (log d)′(0) = 0 and (log d)″(0) by Taylor series through the densities.
private struct MidpointStatement: Statement {
  let factor: Int

  var variables: [Variable] {
    [
      Variable("μ", from: Rational(1, 2), to: 4),
      Variable("σ", from: Rational(1, 2), to: 2, scale: .logarithmic),
      Variable("τ", from: Rational(1, 2), to: 4, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("μ > σ", positive: instance["μ"] - instance["σ"]),
      Hypothesis("σ > 0", positive: instance["σ"]), Hypothesis("τ > 0", positive: instance["τ"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (offset, deviation, width) = (instance["μ"], instance["σ"], instance["τ"])
    let pair = DensityPair(
      data: GaussianMixture<Jet<S>>(
        modes: [[Jet(constant: -offset)], [Jet(constant: offset)]],
        standardDeviation: Jet(constant: deviation)),
      generated: GaussianMixture<Jet<S>>(
        modes: [[.zero]], standardDeviation: Jet(constant: width)))
    guard let logRatio = pair.logRatio(at: [.variable(at: .zero, order: 2)]) else { return nil }
    let ratio = Jet.exp(logRatio)
    let logDiscriminator = Jet.log(ratio / (Jet(1) + ratio))
    let curvature =
      (offset.squared - deviation.squared) / deviation.squared.squared + S(1) / width.squared
    // 1 is added to both sides of the first, which vanish.
    return .equal([
      (left: S(1) + logDiscriminator.derivative(1), right: S(1)),
      (
        left: logDiscriminator.derivative(2),
        right: S(factor) * curvature / (S(1) + ratio.value)
      ),
    ])
  }
}

/// −h′(−1/50) and h′(1/50) are ≥ 0, or the opposite.
private struct SignChangeStatement: Statement {
  let configuration: TableTwoCase
  let isRising: Bool

  var variables: [Variable] { [] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let field = TableTwoField<S>(configuration)
    let place = S(Rational(1, 50))
    let least = S.smaller(-field.slope(at: -place), field.slope(at: place))
    return isRising ? .atLeast(least, .zero) : .atLeast(.zero, least)
  }
}

/// (log r)′ ≤ 0 for −1 ≤ x ≤ 1, ½N(±1, 1/10) against N(1, τ²).
private struct NarrowGeneratorStatement: Statement {
  let greatestVariance: Rational

  var variables: [Variable] {
    [
      Variable("x", from: -1, to: 1),
      Variable("τ²", from: Rational(1, 1000), to: greatestVariance, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("τ² > 0", positive: instance["τ²"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let x = instance["x"]
    return .atLeast(
      (S(1) - x) / instance["τ²"], S(10) * (S.tanh(S(10) * x) - x))
  }
}
