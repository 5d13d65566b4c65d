import ClaimKit
import GANTheory
import RealModule
import Scalars

struct OptimalAtConvergence: Claim {
  let id = "prose-4.1-optimal"
  let title = "The optimal discriminator of the non-saturating game at convergence"
  let source = "Section 4.1, first paragraph"
  let statement = """
    unlike the vanilla GAN's, which is 1/2 everywhere at convergence, the optimal discriminator of the NSGAN is \
    near 0 where real data are scarce; judged as d ≤ 1/4 at distance ≥ 4σ from all modes where p_g = p_data
    """
  let hypotheses = ["p_g = p_data, a mixture as in Assumption 2.1", "d = p_data/(p_data + p_g)"]

  var families: [any Statement] { [ConvergedStatement(isAtModes: false)] }

  var control: Control {
    Control("the same within 4σ of a mode", families: [ConvergedStatement(isAtModes: true)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        both games train d on the same objective, p_data·log d + p_g·log(1 − d) at every point, which is \
        stationary at d = p_data/(p_data + p_g) only: the optimal discriminators are the same function, 1/2 \
        everywhere at p_g = p_data
        """,
        families: [StationaryStatement(factor: 1)],
        control: Control("2·p_data/(2·p_data + p_g)", families: [StationaryStatement(factor: 2)]),
        isExhaustive: true)
    ]
  }

  let remarks = [
    "The non-saturating game changes the generator's loss only.",
    "Where d falls to 0 away from the modes, p_g is broader than p_data, and training has not converged.",
  ]

  let uses = ["equation-2.2"]

  let defect: Defect? = Defect(
    .interpretation,
    """
    The discriminator of the NSGAN has the objective of the vanilla GAN, hence the same optimum; at \
    p_g = p_data it is 1/2 everywhere, far from the modes too.
    """)

  let checkByHand: String? = "p_g = p_data gives p_data/(p_data + p_g) = 1/2 at every x"

  let recorded = Verdict.refuted
}

struct OptimalNearModes: Claim {
  let id = "prose-4.1-centre"
  let title = "The optimal discriminator where both densities are close"
  let source = "Section 4.1, second paragraph"
  let statement = """
    p_g ≈ p_data implies d ≈ 1/2; judged as the identity d − 1/2 = (p_data − p_g)/(2(p_data + p_g))
    """
  let hypotheses = ["d = p_data/(p_data + p_g)"]

  var families: [any Statement] { [NearHalfStatement(divisor: 2)] }

  let isExhaustive = true

  var control: Control { Control("4 in place of 2", families: [NearHalfStatement(divisor: 4)]) }

  let recorded = Verdict.proved
}

struct OptimalFarFromModes: Claim {
  let id = "prose-4.1-far"
  let title = "The optimal discriminator far from the modes"
  let source = "Section 4.1, second paragraph"
  let statement = """
    far from the modes d approaches 0, since p_g is smoother than p_data; judged for one mode in the plane and \
    p_g = N(0, τ²·I), τ > σ, as d ≤ (τ/σ)²·exp(−r²·(1/σ² − 1/τ²)/2)
    """
  let hypotheses = ["d = p_data/(p_data + p_g)", "p_g is broader than p_data"]

  var families: [any Statement] { [FarStatement(isBroader: true)] }

  var control: Control {
    Control(
      "the same bound with 1/σ² + 1/τ² in place of 1/σ² − 1/τ²",
      families: [FarStatement(isBroader: false)])
  }

  let remarks = [
    "What counts is the ratio: that p_g stays positive is not enough, p_data does too.",
    "For p_g = p_data d is 1/2, and for p_g narrower than p_data it approaches 1.",
  ]

  let recorded = Verdict.proved
}

struct LinearModelOptimality: Claim {
  let id = "assumption-4.1"
  let title = "The linear discriminator as an optimal discriminator"
  let source = "Assumption 4.1 and the argument before it, section 4.1"
  let statement = """
    d = 1/2 − r/8σ within 4σ of a mode is p_data/(p_data + p_g) for a probability density p_g: the implied \
    p_g = p_data·(4σ + r)/(4σ − r) has mass at most 1 there
    """
  let hypotheses = [
    "p_data as in Assumption 2.1, modes at least 8σ apart", "d = 1/2 − r/8σ for r < 4σ",
    "d = p_data/(p_data + p_g)",
  ]

  var families: [any Statement] {
    [1, 2, 3].map { ImpliedMassStatement(dimension: $0) } + [ImpliedTailStatement(factor: 1)]
  }

  var control: Control {
    Control("mass at most 1/2", families: [ImpliedTailStatement(factor: 2)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        on the smaller balls r ≤ σ the implied mass is below 1 (in 1, 2 and 3 dimensions), so that the linear \
        form can be that of an optimal discriminator there, though not up to 4σ
        """,
        families: [1, 2, 3].map { ImpliedUpperMassStatement(dimension: $0, greatestRadius: 1) },
        control: Control(
          "on r ≤ 2σ", families: [ImpliedUpperMassStatement(dimension: 1, greatestRadius: 2)]))
    ]
  }

  let remarks = [
    "The text derives the form from the optimal discriminator, and appendix G.1 repeats it.",
    "Section 3.1 says that optimality may be lost in the collapse phase: as a mere model this cannot be false.",
    "The implied p_g exceeds p_data everywhere in the ball; its integral diverges in every dimension.",
    "On the line the implied mass reaches 1 near r = 1.17σ already.",
    "At r = 2σ the implied p_g is 3·p_data: generated samples do not 'closely resemble' real ones there.",
  ]

  let uses = ["assumption-2.1", "equation-2.2"]

  let defect: Defect? = Defect(
    .hypothesis,
    """
    No density p_g has this d as its optimal discriminator: it would exceed p_data throughout the balls and \
    have infinite mass near their boundaries. Section 4's results are about a discriminator that is not optimal.
    """)

  let checkByHand: String? = """
    n = 1: (4σ + r)/(4σ − r) is ≥ 1 for r < σ and ≥ 5/3 for σ < r < 4σ, so that the implied mass is at least \
    0.682 + (5/3)·0.317 = 1.21 > 1
    """

  let recorded = Verdict.refuted
}

struct LinearModelOutside: Claim {
  let id = "assumption-4.1-outside"
  let title = "The linear discriminator outside the balls"
  let source = "Assumption 4.1, section 4.1"
  let statement = "d = p_data/(p_data + p_g) = 0 at distance ≥ 4σ from all modes"
  let hypotheses = ["p_data as in Assumption 2.1", "p_g is a density"]

  var families: [any Statement] { [OutsideStatement(floor: 0)] }

  var control: Control { Control("d ≤ −1", families: [OutsideStatement(floor: -1)]) }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        "d > 0 everywhere, since p_data is; what tends to 0 is d, not its logarithm's gradient",
        families: [PositiveStatement(isReversed: false)],
        control: Control("d < 0", families: [PositiveStatement(isReversed: true)]))
    ]
  }

  let remarks = [
    "Where d = 0 on an open set ∇d/d is 0/0: the assumption says nothing about particles between the balls.",
    "Searched for two modes in the plane and p_g the same mixture with deviation τ.",
  ]

  let uses = ["assumption-2.1"]

  let defect: Defect? = Defect(
    .hypothesis,
    "A mixture of Gaussians vanishes nowhere, so that an optimal discriminator is positive everywhere."
  )

  let checkByHand: String? = "p_data(x) > 0 for every x, hence p_data/(p_data + p_g) > 0"

  let recorded = Verdict.refuted
}

struct LinearModelKink: Claim {
  let id = "assumption-4.1-differentiable"
  let title = "The linear discriminator is differentiable in the ball"
  let source = "Assumption 4.1 with the gradient of section 4.1"
  let statement = """
    d has a gradient at every point of B_{4σ}(xᵢ): its slopes to the right and to the left at xᵢ agree
    """
  let hypotheses = ["d = 1/2 − ‖x − xᵢ‖/8σ on B_{4σ}(xᵢ)"]

  var families: [any Statement] { [KinkStatement(isAtMode: true)] }

  var control: Control {
    Control("the slope is 0 at r > 0", families: [KinkStatement(isAtMode: false)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        "for 0 < r < 4σ there is a gradient, −y/8σr, of length 1/8σ; at r = 0 and r = 4σ there is none",
        families: [1, 2, 3].map { GradientStatement(form: .slope, dimension: $0) },
        control: Control(
          "of the opposite sign", families: [GradientStatement(form: .wrongSlope, dimension: 2)]))
    ]
  }

  let remarks = [
    "At the mode itself, the very place where particles are to gather, the field has no value and jumps."
  ]

  let uses = ["assumption-4.1"]

  let defect: Defect? = Defect(
    .hypothesis,
    "d has a kink at each mode (slopes ∓1/8σ), so that neither ∇d/d nor its Jacobian exist there.")

  let checkByHand: String? =
    "n = 1: (d(xᵢ + h) − d(xᵢ))/h = −1/8σ for h > 0 and +1/8σ for h < 0"

  let recorded = Verdict.refuted
}

struct BallsAreDisjoint: Claim {
  let id = "assumption-4.1-separation"
  let title = "The balls of Assumption 4.1 do not overlap"
  let source = "Assumption 4.1, section 4.1"
  let statement =
    "modes at least 8σ apart: no x is within 4σ of two modes, so that d is well defined"
  let hypotheses = ["‖xᵢ − x_j‖ ≥ 8σ"]

  var families: [any Statement] { [SeparationStatement(leastGap: 8)] }

  var control: Control {
    Control("modes at least 7σ apart", families: [SeparationStatement(leastGap: 7)])
  }

  let remarks = ["8 is the least multiple of σ that will do: the midpoint of two modes."]

  let recorded = Verdict.proved
}

// MARK: Statements

/// p_g = p_data with two modes (±gap/2, 0) in the plane, at a point in polar coordinates around the right one.
private struct ConvergedStatement: Statement {
  let isAtModes: Bool

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("gap/σ", from: 8, to: 20), Variable("x1/σ", from: -20, to: 20),
      Variable("x2/σ", from: -20, to: 20),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let (left, right) = squaredDistances(instance)
    return [
      Hypothesis("σ > 0", positive: instance["σ"]),
      isAtModes
        ? Hypothesis("within 4σ of a mode", nonNegative: S(16) - S.smaller(left, right))
        : Hypothesis("‖x − xᵢ‖ ≥ 4σ for all i", nonNegative: S.smaller(left, right) - S(16)),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let half = instance["gap/σ"] * deviation / S(2)
    let density = GaussianMixture(
      modes: [[-half, .zero], [half, .zero]], standardDeviation: deviation)
    let point = [instance["x1/σ"] * deviation, instance["x2/σ"] * deviation]
    return DensityPair(data: density, generated: density).discriminator(at: point).map {
      .atLeast(S(Rational(1, 4)), $0)
    }
  }

  private func squaredDistances<S: Scalar>(_ instance: Assignment<S>) -> (S, S) {
    let (x, y, half) = (instance["x1/σ"], instance["x2/σ"], instance["gap/σ"] / S(2))
    return ((x + half).squared + y.squared, (x - half).squared + y.squared)
  }
}

/// The slope of p·log d against that of −q·log(1 − d), at d = p/(p + q).
private struct StationaryStatement: Statement {
  let factor: Int

  var variables: [Variable] {
    ["p", "q"].map { Variable($0, from: Rational(1, 1000), to: 1000, scale: .logarithmic) }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    ["p", "q"].map { Hypothesis("\($0) > 0", positive: instance[$0]) }
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (p, q) = (instance["p"], instance["q"])
    let share = S(factor) * p
    let d = Jet.variable(at: share / (share + q), order: 1)
    let real = Jet(constant: p) * Jet.log(d)
    let generated = Jet(constant: q) * Jet.log(Jet(1) - d)
    return .equal([(left: real.derivative(1), right: -generated.derivative(1))])
  }
}

private struct NearHalfStatement: Statement {
  let divisor: Int

  var variables: [Variable] {
    ["p", "q"].map { Variable($0, from: Rational(1, 1000), to: 1000, scale: .logarithmic) }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    ["p", "q"].map { Hypothesis("\($0) > 0", positive: instance[$0]) }
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (p, q) = (instance["p"], instance["q"])
    return .equal([
      (
        left: p / (p + q),
        right: S(Rational(1, 2)) + (p - q) / (S(divisor) * (p + q))
      )
    ])
  }
}

/// N(0, σ²·I) against N(0, τ²·I) in the plane, at (r, 0).
private struct FarStatement: Statement {
  let isBroader: Bool

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("τ/σ", from: Rational(101, 100), to: 10, scale: .logarithmic),
      Variable("r/σ", from: 0, to: 20),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis("τ > σ", positive: instance["τ/σ"] - S(1)),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let spread = instance["τ/σ"]
    let pair = DensityPair(
      data: GaussianMixture(modes: [[.zero, .zero]], standardDeviation: deviation),
      generated: GaussianMixture(modes: [[.zero, .zero]], standardDeviation: spread * deviation))
    let d = pair.discriminator(at: [instance["r/σ"] * deviation, .zero])
    let inverse = S(1) / spread.squared
    let rate = isBroader ? S(1) - inverse : S(1) + inverse
    let bound = spread.squared * S.exp(-instance["r/σ"].squared * rate / S(2))
    return d.map { .atLeast(bound, $0) }
  }
}

/// A lower bound of the implied mass: P(r < a)·1 + P(a < r < 4σ)·(4σ + a)/(4σ − a).
private struct ImpliedMassStatement: Statement {
  let dimension: Int

  var variables: [Variable] { [Variable("a/σ", from: Rational(1, 10), to: Rational(39, 10))] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("a > 0", positive: instance["a/σ"]),
      Hypothesis("a < 4σ", positive: S(4) - instance["a/σ"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let a = instance["a/σ"]
    let inner = StandardGaussianLength.ballMass(dimension: dimension, radius: a)
    let whole = StandardGaussianLength.ballMass(dimension: dimension, radius: S(4))
    let excess = LinearDiscriminator(mode: [], standardDeviation: S(1)).impliedExcess(atDistance: a)
    return .atLeast(S(1), inner + (whole - inner) * excess)
  }
}

/// A lower bound of the implied mass in 3σ < r < 4σ·(1 − e^(−L)/4): 7·L times the least density of r on
/// [3σ, 4σ], which is at an end, the density being unimodal.
private struct ImpliedTailStatement: Statement {
  let factor: Int

  var variables: [Variable] {
    [
      Variable("n", in: 1...64),
      Variable("L", from: 1, to: 1_000_000_000_000, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("L > 0", positive: instance["L"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let n = Int(instance["n"].approximation)
    let ends = [3, 4].map { StandardGaussianLength.logDensity(dimension: n, at: S($0)) }
    return .atLeast(
      S(1), S(7 * factor) * S.exp(S.smaller(ends[0], ends[1])) * instance["L"])
  }
}

/// An upper bound of the implied mass in r < ρ by 16 shells.
private struct ImpliedUpperMassStatement: Statement {
  let dimension: Int
  let greatestRadius: Rational

  var variables: [Variable] {
    [Variable("ρ/σ", from: Rational(1, 10), to: greatestRadius)]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("ρ > 0", positive: instance["ρ/σ"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let model = LinearDiscriminator(mode: [], standardDeviation: S(1))
    var sum = S.zero
    var inner = S.zero
    for shell in 1...16 {
      let radius = instance["ρ/σ"] * S(Rational(shell, 16))
      let mass = StandardGaussianLength.ballMass(dimension: dimension, radius: radius)
      sum += (mass - inner) * model.impliedExcess(atDistance: radius)
      inner = mass
    }
    return .atLeast(S(1), sum)
  }
}

/// Two modes (±gap/2, 0) in the plane against the same with deviation τ.
private func outsidePair<S: Scalar>(
  _ instance: Assignment<S>
) -> DensityPair<GaussianMixture<S>, GaussianMixture<S>> {
  let half = instance["gap/σ"] / S(2)
  let modes = [[-half, .zero], [half, .zero]]
  return DensityPair(
    data: GaussianMixture(modes: modes, standardDeviation: S(1)),
    generated: GaussianMixture(modes: modes, standardDeviation: instance["τ/σ"]))
}

private let outsideVariables = [
  Variable("gap/σ", from: 8, to: 20),
  Variable("τ/σ", from: Rational(1, 2), to: 4, scale: .logarithmic),
  Variable("x1/σ", from: -20, to: 20), Variable("x2/σ", from: -20, to: 20),
]

private struct OutsideStatement: Statement {
  let floor: Int

  var variables: [Variable] { outsideVariables }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let (x, y, half) = (instance["x1/σ"], instance["x2/σ"], instance["gap/σ"] / S(2))
    return [
      Hypothesis(
        "‖x − xᵢ‖ ≥ 4σ for all i",
        nonNegative: S.smaller((x - half).squared, (x + half).squared) + y.squared - S(16)),
      Hypothesis("τ > 0", positive: instance["τ/σ"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    outsidePair(instance).discriminator(at: [instance["x1/σ"], instance["x2/σ"]]).map {
      .atLeast(S(floor), $0)
    }
  }
}

private struct PositiveStatement: Statement {
  let isReversed: Bool

  var variables: [Variable] { outsideVariables }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("τ > 0", positive: instance["τ/σ"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    outsidePair(instance).discriminator(at: [instance["x1/σ"], instance["x2/σ"]]).map {
      isReversed ? .atLeast(.zero, $0) : .atLeast($0, .zero)
    }
  }
}

/// Secants of d along the first axis.
private struct KinkStatement: Statement {
  let isAtMode: Bool

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("h/σ", from: Rational(1, 1_000_000), to: 1, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("σ > 0", positive: instance["σ"]), Hypothesis("h > 0", positive: instance["h/σ"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let model = LinearDiscriminator(mode: [S.zero], standardDeviation: instance["σ"])
    let h = instance["h/σ"] * instance["σ"]
    let centre = isAtMode ? S.zero : S(2) * h
    func secant(_ step: S) -> S {
      (model.value(at: [centre + step]) - model.value(at: [centre])) / step
    }
    return .equal([(left: secant(h), right: isAtMode ? secant(-h) : .zero)])
  }
}

/// Any two modes in the plane and any point: the larger of the two distances.
private struct SeparationStatement: Statement {
  let leastGap: Int

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("gap/σ", from: Rational(leastGap), to: 20, scale: .logarithmic),
      Variable("x1/σ", from: -10, to: 30), Variable("x2/σ", from: -20, to: 20),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis("gap ≥ \(leastGap)σ", nonNegative: instance["gap/σ"] - S(leastGap)),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let point = [instance["x1/σ"] * deviation, instance["x2/σ"] * deviation]
    let distances = [S.zero, instance["gap/σ"] * deviation].map {
      LinearDiscriminator(mode: [$0, .zero], standardDeviation: deviation).distance(to: point)
    }
    return .atLeast(S.larger(distances[0], distances[1]), S(4) * deviation)
  }
}
