import ClaimKit
import GANTheory
import RealModule
import Scalars

struct InverseForPlots: Claim {
  let id = "appendix-I-inverse"
  let title = "The inverse of the monotone map"
  let source = "Appendix I"
  let statement =
    "g⁻¹ = Φ⁻¹∘Ψ, so that exchanging the axes of its plot gives that of g: Φ(g⁻¹(y)) = Ψ(y)"
  let hypotheses = ["p_data = Σ αᵢ·N(μᵢ, σ²)"]

  var families: [any Statement] { (1...3).map { InverseStatement(count: $0, isShifted: false) } }
  var control: Control {
    Control("Φ⁻¹(Ψ(y)) + 1/10", families: [InverseStatement(count: 2, isShifted: true)])
  }

  let recorded = Verdict.supported
}

struct GapAndSlope: Claim {
  let id = "table-3-means"
  let title = "Modes farther apart make g steeper between them"
  let source = "Table 3, means, appendix I"
  let statement = """
    g′ at the midpoint between two neighbouring modes grows with their distance, the modes on either side moving along
    """
  let hypotheses = [
    "p_data = Σ αᵢ·N(μᵢ, σ²), any weights", "g = Ψ⁻¹∘Φ",
    "if there are more than two modes, gaps of 6σ or more",
  ]

  var families: [any Statement] {
    [GapSlope(count: 2, leastGap: Rational(1, 10)), GapSlope(count: 3, leastGap: 6)]
  }
  var control: Control {
    Control(
      "three modes with gaps of σ/10 and more",
      families: [GapSlope(count: 3, leastGap: Rational(1, 10))])
  }
  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened,
        "for two modes d(log g′)/d(gap/σ) lies between 0 and gap/4σ, with equality above for equal weights",
        families: [
          GapSlope(count: 2, leastGap: Rational(1, 10)),
          GapSlope(count: 2, leastGap: Rational(1, 10), ceiling: 1),
        ],
        control: Control(
          "at most gap/5σ",
          families: [GapSlope(count: 2, leastGap: Rational(1, 10), ceiling: Rational(4, 5))]))
    ]
  }

  let remarks = [
    """
    The table asks for no separation. Where three modes overlap, as with gaps of σ and weights 1 : 100 : 30, the slope at the midpoint \
    falls a little when the gap widens, though not the greatest slope between the modes: hence the hypothesis.
    """
  ]
  let uses = ["appendix-I-inverse"]
  let recorded = Verdict.supported
}

struct AsymptoticSlope: Claim {
  let id = "table-3-variance"
  let title = "The asymptotic slope of g grows with the variance"
  let source = "Table 3, variances, appendix I"
  let statement = """
    the slope of g has the limit σ at infinity: σ ≤ g′ ≤ σ·√(1 + 2·log(1/α)/u²) where g is u·σ beyond the last mode, α the \
    least weight
    """
  let hypotheses = ["p_data = Σ αᵢ·N(μᵢ, σ²)", "g = Ψ⁻¹∘Φ"]

  var families: [any Statement] {
    [
      TailSlope(count: 2, side: .lower, factor: 1), TailSlope(count: 3, side: .lower, factor: 1),
      TailSlope(count: 2, side: .upper, factor: 1), TailSlope(count: 3, side: .upper, factor: 1),
    ]
  }
  var control: Control {
    Control(
      "without the factor 2", families: [TailSlope(count: 2, side: .upper, factor: Rational(1, 2))])
  }

  let remarks = [
    "'As x → ∞' is read for the latent variable. The limit is σ itself, and it is approached slowly: like log(1/α)/u²."
  ]
  let uses = ["appendix-I-inverse"]
  let recorded = Verdict.proved
}

struct WeightsAndMap: Claim {
  let id = "table-3-weights"
  let title = "Weights incline g towards modes"
  let source = "Table 3, mixing coefficients, appendix I"
  let statement = """
    more weight on a mode gives it more of the latent line: g⁻¹ at the midpoint of two modes grows with the weight of the first
    """
  let hypotheses = ["p_data = α·N(μ₁, σ²) + (1 − α)·N(μ₂, σ²), μ₁ < μ₂", "g = Ψ⁻¹∘Φ"]

  var families: [any Statement] { [WeightSlope(least: 0)] }
  var control: Control {
    Control("by 2 or more per unit of weight", families: [WeightSlope(least: 2)])
  }
  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened,
        "by (Φ(h) − Φ(−h))/φ(g⁻¹), h half the gap in units of σ: the latent mass of the first mode's side is α up to Φ(−h)",
        families: [WeightFormula(isWhole: false)],
        control: Control("1/φ(g⁻¹)", families: [WeightFormula(isWhole: true)]), isExhaustive: true)
    ]
  }

  let remarks = [
    "'Incline towards specific modes' is read as: take more latent mass. The other reading, of slopes, is not clear."
  ]
  let uses = ["appendix-I-inverse"]
  let recorded = Verdict.proved
}

struct SegmentsOfMap: Claim {
  let id = "table-3-count"
  let title = "One flat segment of g for every mode"
  let source = "Table 3, number of Gaussians, appendix I"
  let statement = """
    every further mode adds a segment: g is steeper at the midpoint between neighbouring modes than at either mode, so that n modes \
    make n flat segments
    """
  let hypotheses = ["p_data is the equal mixture of N(xᵢ, σ²)", "g = Ψ⁻¹∘Φ"]

  var families: [any Statement] {
    (2...4).map { SegmentStatement(count: $0, leastGap: Rational(1, 10)) }
  }
  var control: Control {
    Control(
      "steeper by the factor e",
      families: [SegmentStatement(count: 2, leastGap: Rational(1, 10), excess: 1)])
  }
  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        "if neighbouring modes are 6σ or more apart; modes that overlap share a segment",
        families: (2...4).map { SegmentStatement(count: $0, leastGap: 6) },
        control: Control(
          "gaps of σ or more",
          families: (3...4).map { SegmentStatement(count: $0, leastGap: 1) }))
    ]
  }

  let remarks = [
    "No separation is asked for in the table. 'Segment' is read as a place where g′ is less than on both sides."
  ]
  let uses = ["appendix-I-inverse"]
  let defect: Defect? = Defect(
    .interpretation,
    "The number of segments is the number of modes only where the modes are well separated.")
  let checkByHand: String? = """
    N = 3, σ = 1, modes 0, 1/10, 10: the first two act as one mode of weight 2/3; g′ is 1.35 at 0, 1.37 at 1/20 and 1.39 at 1/10
    """
  let recorded = Verdict.refuted
}

struct FigureThreeLinear: Claim {
  let id = "figure-3-linear"
  let title = "The generator is nearly linear at its steepest point"
  let source = "Section 3.2, implication (i) of Theorem 3.3, with reference to Figure 3"
  let statement = """
    near 0 the optimal generator for 0.5·N(−μ, σ²) + 0.5·N(μ, σ²) is linear enough that |g‴(0)| ≤ g′(0), here at μ = 8, σ = 1
    """
  let hypotheses = ["p_data is that of Figure 3", "g = Ψ⁻¹∘Φ"]

  var families: [any Statement] { [LinearStatement(form: .relative)] }
  var control: Control { Control("|g‴(0)| ≤ g′(0)²", families: [LinearStatement(form: .square)]) }
  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        "g‴(0)/g′(0) = −(1 + (μ² − σ²)/σ⁴·g′(0)²), for any μ, σ > 0; at Figure 3's it is −(1 + 63·exp(64)) = −4·10²⁹",
        families: [EquilibriumStatement(factor: 1)],
        control: Control("twice that", families: [EquilibriumStatement(factor: 2)]),
        isExhaustive: true)
    ]
  }

  let remarks = [
    """
    Read for the optimal generator of the figure's data, towards which the flow goes. The curves that the figure plots have \
    moderate steepness, and which functions they are is not said.
    """
  ]
  let uses = ["theorem-3.3"]
  let defect: Defect? = Defect(
    .interpretation,
    "The optimal generator is the less linear at 0 the steeper it is: |g‴(0)| exceeds (μ² − σ²)/σ⁴·g′(0)³."
  )
  let checkByHand: String? = """
    log g′ = −z²/2 − log p_data(g) + const has at 0 the second derivative −1 − 63·g′(0)², and g′(0) = exp(32)
    """
  let recorded = Verdict.refuted
}

/// A mixture on the line with free weights at an instance: σ, gaps in units of σ, relative weights.
private struct WeightedLine<S: Scalar> {
  let deviation: S
  let gaps: [S]
  let weights: [S]
  let modes: [S]

  init(at instance: Assignment<S>, count: Int) {
    deviation = instance["σ"]
    gaps = instance["gap/σ ", count - 1]
    var modes = [S.zero]
    for gap in gaps { modes.append(modes[modes.count - 1] + gap * instance["σ"]) }
    self.modes = modes
    let shares = instance["share ", count]
    let total = shares.dropFirst().reduce(shares[0], +)
    weights = shares.map { $0 / total }
  }

  var density: GaussianMixture<S> {
    GaussianMixture(
      components: zip(weights, modes).map {
        .init(weight: $0, mean: [$1], standardDeviation: deviation)
      })
  }

  var hypotheses: [Hypothesis<S>] { [Hypothesis("σ > 0", positive: deviation)] }
}

extension WeightedLine where S == Double {
  static func variables(count: Int, leastGap: Rational) -> [Variable] {
    [Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic)]
      + (1..<count).map { Variable("gap/σ \($0)", from: leastGap, to: 20, scale: .logarithmic) }
      + (1...count).map {
        Variable("share \($0)", from: Rational(1, 10), to: 10, scale: .logarithmic)
      }
  }
}

/// Φ(g⁻¹(y)) = Ψ(y), by the smaller tail's logarithm.
private struct InverseStatement: Statement {
  let count: Int
  let isShifted: Bool

  var variables: [Variable] {
    WeightedLine<Double>.variables(count: count, leastGap: Rational(1, 10)) + [
      Variable("y", from: -6, to: 20)
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    WeightedLine(at: instance, count: count).hypotheses
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let density = WeightedLine(at: instance, count: count).density
    let output = instance["y"] * instance["σ"]
    let latent =
      MeasurePreservingMap(to: density).latent(at: output)
      + (isShifted ? S(Rational(1, 10)) : .zero)
    let tails = density.logTails(output)
    return .equal([
      (left: S.logNormalCDF(latent), right: tails.lower),
      (left: S.logNormalUpperTail(latent), right: tails.upper),
    ])
  }
}

/// d(log g′)/d(gap/σ) at the midpoint of the first gap, by a jet that moves all modes to its right.
private struct GapSlope: Statement {
  let count: Int
  let leastGap: Rational
  /// Where there is one: at most this multiple of gap/4σ, instead of at least 0.
  var ceiling: Rational?

  var variables: [Variable] { WeightedLine<Double>.variables(count: count, leastGap: leastGap) }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let line = WeightedLine(at: instance, count: count)
    let least = line.gaps.dropFirst().reduce(line.gaps[0], S.smaller)
    return line.hypotheses + [
      Hypothesis("gaps are not below their least", nonNegative: least - S(leastGap))
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let line = WeightedLine(at: instance, count: count)
    let modes = line.modes.enumerated().map {
      $0.offset == 0
        ? Jet(constant: $0.element)
        : Jet.variable(at: $0.element, order: 1, speed: line.deviation)
    }
    let density = GaussianMixture<Jet<S>>(
      components: zip(line.weights, modes).map {
        .init(
          weight: Jet(constant: $0), mean: [$1], standardDeviation: Jet(constant: line.deviation))
      })
    let middle = (modes[0] + modes[1]) / Jet(2)
    let slope = MeasurePreservingMap(to: density).logSteepness(atOutput: middle)
    guard let ceiling else { return .atLeast(slope.derivative(1), .zero) }
    return .atLeast(S(ceiling) * line.gaps[0] / S(4), slope.derivative(1))
  }
}

/// log(g′/σ) at u·σ beyond the last mode.
private struct TailSlope: Statement {
  enum Side {
    case lower
    case upper
  }

  let count: Int
  let side: Side
  let factor: Rational

  var variables: [Variable] {
    WeightedLine<Double>.variables(count: count, leastGap: Rational(1, 10)) + [
      Variable("u", from: Rational(1, 10), to: 30, scale: .logarithmic)
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    WeightedLine(at: instance, count: count).hypotheses
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let line = WeightedLine(at: instance, count: count)
    let output = line.modes[count - 1] + instance["u"] * line.deviation
    let slope =
      MeasurePreservingMap(to: line.density).logSteepness(atOutput: output) - S.log(line.deviation)
    switch side {
    case .lower: return .atLeast(slope, .zero)
    case .upper:
      let least = line.weights.dropFirst().reduce(line.weights[0], S.smaller)
      let excess = S(factor) * S(2) * -S.log(least) / instance["u"].squared
      return .atLeast(S.log(onePlus: excess) / S(2), slope)
    }
  }
}

/// Two modes at ±h·σ with weights α and 1 − α: g⁻¹(0) as a jet in α.
private struct WeightSlope: Statement {
  let least: Int

  var variables: [Variable] {
    [
      Variable("h", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("α", from: Rational(1, 100), to: Rational(99, 100)),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("α > 0", positive: instance["α"]),
      Hypothesis("α < 1", positive: S(1) - instance["α"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let half = Jet(constant: instance["h"])
    let weight = Jet.variable(at: instance["α"], order: 1)
    let pair = GaussianMixture<Jet<S>>(components: [
      .init(weight: weight, mean: [-half], standardDeviation: Jet(1)),
      .init(weight: Jet(1) - weight, mean: [half], standardDeviation: Jet(1)),
    ])
    return .atLeast(MeasurePreservingMap(to: pair).latent(at: .zero).derivative(1), S(least))
  }
}

/// d(g⁻¹)/dα of the pair with odds o = α/(1 − α), against (Φ(h) − Φ(−h))/φ(g⁻¹).
private struct WeightFormula: Statement {
  let isWhole: Bool

  var variables: [Variable] {
    [
      Variable("h", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("o", from: Rational(1, 100), to: 100, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("α/(1 − α) > 0", positive: instance["o"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let odds = instance["o"]
    let (first, second) = (odds / (S(1) + odds), S(1) / (S(1) + odds))
    let (inside, outside) = (S.normalCDF(instance["h"]), S.normalUpperTail(instance["h"]))
    let whole = inside - outside
    let below = Jet(coefficients: [first * inside + second * outside, whole])
    let above = Jet(coefficients: [first * outside + second * inside, -whole])
    let latent = Jet.normalQuantile(logLower: .log(below), logUpper: .log(above))
    let formula = (isWhole ? S(1) : whole) / S.normalDensity(latent.value)
    return .equal([(left: latent.derivative(1), right: formula)])
  }
}

/// log g′ at the midpoint of a gap against that at the modes beside it.
private struct SegmentStatement: Statement {
  let count: Int
  let leastGap: Rational
  var excess = 0

  var variables: [Variable] {
    LineMixture<Double>.variables(count: count, leastGap: leastGap, greatestGap: 20)
      + (count > 2 ? [Variable("gap", in: 1...count - 1)] : [])
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let mixture = LineMixture(at: instance, count: count)
    let least = mixture.relativeGaps.dropFirst().reduce(mixture.relativeGaps[0], S.smaller)
    return [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis("gaps are not below their least", nonNegative: least - S(leastGap)),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let mixture = LineMixture(at: instance, count: count)
    let index = count > 2 ? instance.choice("gap", among: count - 1) : 0
    let map = MeasurePreservingMap(to: mixture.density)
    let sides = [index, index + 1].map { map.logSteepness(atOutput: mixture.modes[$0]) }
    let middle = mixture.steepnessBound.logAtMidpoint(index)
    // In units of σ: the logarithm of σ would only shift both.
    let unit = S.log(mixture.standardDeviation)
    return .atLeast(middle - unit, S.larger(sides[0], sides[1]) - unit + S(excess))
  }
}

/// |g‴(0)| against g′(0) or its square, from the tails of Figure 3's mixture.
private struct LinearStatement: Statement {
  enum Form {
    case relative
    case square
  }

  let form: Form

  var variables: [Variable] { [] }
  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let pair = GaussianMixture<Jet<S>>(modes: [[Jet(-8)], [Jet(8)]], standardDeviation: Jet(1))
    let inverse = MeasurePreservingMap(to: pair).latent(at: .variable(at: .zero, order: 3))
    let map = GeneratorGerm(latent: .zero, series: inverse).inverse
    let (first, third) = (map.derivative(1), map.derivative(3))
    return .atLeast(form == .relative ? first : first.squared, S.larger(third, -third))
  }
}
