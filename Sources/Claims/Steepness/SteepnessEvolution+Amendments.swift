import ClaimKit
import GANTheory
import RealModule
import Scalars

extension SteepnessEvolution {
  private func evenCentres(isMiscounted: Bool) -> [any Statement] {
    [ParticlePotential.optimal, .suboptimal].map {
      EvenCentreStatement(potential: $0, isMiscounted: isMiscounted)
    }
  }

  private var potentials: [ParticlePotential] {
    [.optimal, .suboptimal] + DivergenceGenerator.allCases.map { .divergence($0) }
  }

  private func anyPotentials(isMiscounted: Bool) -> [any Statement] {
    potentials.map { AnywhereRateStatement(potential: $0, isMiscounted: isMiscounted) }
  }

  /// The equation beyond the printed case, its solution where it closes, and for how long that says something.
  var furtherAmendments: [Amendment] {
    [
      Amendment(
        .generalised,
        """
        for every even density of the data the printed equation with a = (log p_data)″(0) and c = √(2π)·p_data(0): \
        dk/dt = (a·k³ + k + g‴)/(c·k³ + k²), k = g′(0). For a discriminator r/(r + f(r)) of appendix D it is \
        w(c·k)·(a·k + (1 + g‴/k)/k) with w(r) = (f(r) − r·f′(r))/(r + f(r)), which is negative where r·f′ > f
        """,
        families: evenCentres(isMiscounted: false),
        control: Control("c = p_data(0), or w(r)/r", families: evenCentres(isMiscounted: true)),
        isExhaustive: true),
      Amendment(
        .generalised,
        """
        at any z and for any density on the line, d/dt log g′(z) = w·ℓ″ + w₂·ℓ′² at g(z), where w₂ = r·w′(r), \
        ℓ′ = (log p_data)′ + (z + g″/g′)/g′ and ℓ″ = (log p_data)″ + (1 + g‴/g′ − (g″/g′)²)/g′² − (z + g″/g′)·g″/g′³; \
        w = 1/(1 + r) for the optimal discriminator, r·f″(r) for the divergence of f, any of appendix H, and \
        (f − r·f′)/(r + f) for any suboptimal discriminator of appendix D
        """,
        families: anyPotentials(isMiscounted: false),
        control: Control("without the square of ℓ′", families: anyPotentials(isMiscounted: true)),
        isExhaustive: true),
      Amendment(
        .sharpened,
        """
        closed by g‴ = 0 and with μ > σ the equation has the solution t = log((a·k² + 1)/(a·k₀² + 1))/2a + (c/a)·(k − k₀) \
        − c·(atan(√a·k) − atan(√a·k₀))/a^{3/2}, a = (μ² − σ²)/σ⁴, c = exp(−μ²/2σ²)/σ
        """,
        families: [ImplicitSolutionStatement(hasTurn: true)],
        control: Control(
          "without the arctangents", families: [ImplicitSolutionStatement(hasTurn: false)]),
        isExhaustive: true),
      Amendment(
        .sharpened,
        """
        the closed equation passes the optimum k_* = σ·exp(μ²/2σ²) and grows for ever, linearly in the end: for \
        k ≥ k_*, a·k_*/2 ≤ dk/dt ≤ a·k_*·(1 + 1/(a·k²)). Its only use is k ≪ k_*
        """,
        families: [
          OvershootStatement(side: .below, factor: 1), OvershootStatement(side: .above, factor: 1),
        ],
        control: Control(
          "dk/dt ≥ a·k_*", families: [OvershootStatement(side: .below, factor: 2)])),
      Amendment(
        .sharpened,
        """
        the right-hand side vanishes where g‴ = −k·(1 + a·k²), and g = Ψ⁻¹∘Φ is such a point: at the optimum g‴ is not \
        small but a·k_*² times g′
        """,
        families: [EquilibriumStatement(factor: 1)],
        control: Control("twice that g‴", families: [EquilibriumStatement(factor: 2)]),
        isExhaustive: true),
    ]
  }
}

/// What moves the particles: the gradient of F(log r).
enum ParticlePotential {
  case optimal
  case divergence(DivergenceGenerator)
  /// d̂ = r/(r + f(r)) with f by its value and two derivatives at the ratio in question.
  case suboptimal

  static let deviationVariables = [
    Variable("f", from: Rational(1, 10), to: 10, scale: .logarithmic),
    Variable("f′", from: -3, to: 3), Variable("f″", from: -3, to: 3),
  ]

  var variables: [Variable] {
    if case .suboptimal = self { Self.deviationVariables } else { [] }
  }

  /// F along a series of r: log d, g_f(V) of the optimal output V, or log d̂.
  func value<S: Scalar>(ratio: Jet<S>, _ instance: Assignment<S>) -> Jet<S> {
    switch self {
    case .optimal: .log(ratio / (Jet(1) + ratio))
    case .divergence(let generator): generator.activation(generator.optimalOutput(at: ratio))
    case .suboptimal:
      .log(ratio / (ratio + deviation(ratio, about: ratio.value, instance) { Jet(constant: $0) }))
    }
  }

  /// f along a series of r about the ratio at which it is given.
  private func deviation<S: Scalar, T: Scalar>(
    _ ratio: T, about centre: S, _ instance: Assignment<S>, _ lift: (S) -> T
  ) -> T {
    let step = ratio - lift(centre)
    return lift(instance["f"]) + lift(instance["f′"]) * step
      + lift(instance["f″"] / S(2)) * step.squared
  }

  /// w, by the formula of its amendment, and w₂ = r·dw/dr.
  func weight<S: Scalar>(ratio: S, _ instance: Assignment<S>) -> (value: S, slope: S) {
    let variable = Jet.variable(at: ratio, order: 1)
    let weight: Jet<S> =
      switch self {
      case .optimal: Jet(1) / (Jet(1) + variable)
      case .divergence(let generator):
        variable * generator.value(at: Jet.variable(at: variable, order: 2)).derivative(2)
      case .suboptimal:
        SuboptimalDiscriminator<Jet<S>> { [self] in
          deviation($0, about: ratio, instance) { Jet(constant: Jet(constant: $0)) }
        }.velocityFactor(at: variable)
      }
    return (weight.value, ratio * weight.derivative(1))
  }
}

/// The slope at 0 of the velocity for p_data = p₀·exp(a·x²/2 + …), by Taylor series, against the formula.
private struct EvenCentreStatement: Statement {
  let potential: ParticlePotential
  /// A wrong c for the optimal discriminator, a wrong w for others.
  let isMiscounted: Bool

  var variables: [Variable] {
    [
      Variable("p₀", from: Rational(1, 100), to: 10, scale: .logarithmic),
      Variable("a", from: -10, to: 10),
      Variable("g′", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("g‴", from: -10, to: 10),
    ] + potential.variables
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("p_data(0) > 0", positive: instance["p₀"]),
      Hypothesis("g′(0) > 0", positive: instance["g′"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (slope, third, curvature) = (instance["g′"], instance["g‴"], instance["a"])
    let data = Jet(coefficients: [S.log(instance["p₀"]), .zero, curvature / S(2)])
    let germ = GeneratorGerm(oddWithSlope: slope, thirdDerivative: third)
    let ratio = Jet.exp(data - germ.logDensity)
    let derived = potential.value(ratio: ratio, instance).derivative(2) * slope
    let overlap = S.sqrt(S(2) * S.pi) * instance["p₀"]
    if case .optimal = potential {
      let ode = EvenSteepnessODE(
        curvature: curvature, overlap: isMiscounted ? instance["p₀"] : overlap)
      return .equal([(left: ode.rate(steepness: slope, thirdDerivative: third), right: derived)])
    }
    let centre = overlap * slope
    var weight = potential.weight(ratio: centre, instance).value
    if isMiscounted { weight = weight / centre }
    let formula = EvenSteepnessODE(curvature: curvature, overlap: overlap)
      .rate(weight: weight, steepness: slope, thirdDerivative: third)
    return .equal([(left: formula, right: derived)])
  }
}

/// The rate at any latent point, for any density that is given by its value and two logarithmic
/// derivatives at g(z), by a germ of g, against the formula.
struct AnywhereRateStatement: Statement {
  let potential: ParticlePotential
  /// Without the square of the slope of log r.
  let isMiscounted: Bool

  var variables: [Variable] {
    [
      Variable("p", from: Rational(1, 100), to: 10, scale: .logarithmic),
      Variable("(log p)′", from: -5, to: 5), Variable("(log p)″", from: -10, to: 10),
      Variable("z", from: -3, to: 3),
      Variable("g′", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("g″", from: -3, to: 3), Variable("g‴", from: -3, to: 3),
    ] + potential.variables
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("p_data(g(z)) > 0", positive: instance["p"]),
      Hypothesis("g′(z) > 0", positive: instance["g′"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (latent, first) = (instance["z"], instance["g′"])
    let (second, third) = (instance["g″"], instance["g‴"])
    let germ = GeneratorGerm(
      latent: latent,
      series: Jet(coefficients: [.zero, first, second / S(2), third / S(6)]))
    let data = Jet(
      coefficients: [S.log(instance["p"]), instance["(log p)′"], instance["(log p)″"] / S(2)])
    let ratio = Jet.exp(data - germ.logDensity)
    let derived = potential.value(ratio: ratio, instance).derivative(2)
    let weight = potential.weight(ratio: ratio.value, instance)
    let rate = SteepnessRate(
      dataSlope: instance["(log p)′"], dataCurvature: instance["(log p)″"]
    ).logarithmicRate(
      weight: weight.value, weightSlope: isMiscounted ? .zero : weight.slope,
      latent: latent, first: first, second: second, third: third)
    return .equal([(left: rate, right: derived)])
  }
}

/// The same for a mixture on the line under the optimal discriminator, from the mixture's density itself.
struct MixtureRateStatement: Statement {
  let count: Int
  let isMiscounted: Bool

  var variables: [Variable] {
    LineMixture<Double>.variables(count: count, leastGap: Rational(1, 10), greatestGap: 10) + [
      Variable("y", from: -3, to: 3), Variable("z", from: -3, to: 3),
      Variable("g′/σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("g″/g′", from: -3, to: 3), Variable("g‴/g′", from: -3, to: 3),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis("g′(z) > 0", positive: instance["g′/σ"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let mixture = LineMixture(at: instance, count: count)
    let (latent, first) = (instance["z"], instance["g′/σ"] * deviation)
    let (second, third) = (instance["g″/g′"] * first, instance["g‴/g′"] * first)
    let output = mixture.modes[0] + instance["y"] * deviation
    let germ = GeneratorGerm(
      latent: latent,
      series: Jet(coefficients: [output, first, second / S(2), third / S(6)]))
    let data = mixture.density.mapped { Jet(constant: $0) }
    guard let real = data.logDensity(at: [germ.output]) else { return nil }
    let ratio = Jet.exp(real - germ.logDensity)
    let derived = Jet.log(ratio / (Jet(1) + ratio)).derivative(2)
    let value = ratio.value / (S(1) + ratio.value)
    let rate = SteepnessRate(dataSlope: real.derivative(1), dataCurvature: real.derivative(2))
      .logarithmicRate(
        weight: S(1) - value,
        weightSlope: isMiscounted ? .zero : -value * (S(1) - value),
        latent: latent, first: first, second: second, third: third)
    return .equal([(left: rate, right: derived)])
  }
}

/// μ/σ above 1 and the ODE of the pair.
private struct PairAboveOne<S: Scalar> {
  let ode: SteepnessODE<S>

  /// μ² = σ²·(1 + h).
  init(at instance: Assignment<S>) {
    let deviation = instance["σ"]
    ode = SteepnessODE(
      modeOffset: deviation * S.sqrt(S(1) + instance["h"]), standardDeviation: deviation)
  }

  static var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("h", from: Rational(1, 10), to: 100, scale: .logarithmic),
    ]
  }

  static func hypotheses(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis("μ² = σ²·(1 + h) > σ²", positive: instance["h"]),
    ]
  }
}

/// dt/dk of the closed form against the reciprocal of the printed right-hand side with g‴ = 0.
private struct ImplicitSolutionStatement: Statement {
  let hasTurn: Bool

  var variables: [Variable] {
    PairAboveOne<Double>.variables + [
      Variable("k/σ", from: Rational(1, 10), to: 100, scale: .logarithmic)
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    PairAboveOne<S>.hypotheses(at: instance)
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let ode = PairAboveOne(at: instance).ode
    let steepness = instance["k/σ"] * instance["σ"]
    let lifted = SteepnessODE<Jet<S>>(
      modeOffset: Jet(constant: ode.modeOffset),
      standardDeviation: Jet(constant: ode.standardDeviation))
    let variable = Jet.variable(at: steepness, order: 1)
    var time = lifted.time(from: Jet(constant: instance["σ"]), to: variable)
    if !hasTurn {
      let root = Jet(constant: S.sqrt(ode.growthRate))
      let overlap = Jet(constant: S.exp(-ode.logOptimalSteepness) / ode.growthRate)
      time = time + overlap * Jet.atan(root * variable) / root
    }
    let rate = ode.printedRate(steepness: steepness, thirdDerivative: .zero)
    return .equal([(left: time.derivative(1) * rate, right: S(1))])
  }
}

/// The closed equation beyond the optimum.
private struct OvershootStatement: Statement {
  enum Side {
    case below
    case above
  }

  let side: Side
  let factor: Int

  var variables: [Variable] {
    PairAboveOne<Double>.variables + [
      Variable("k/k_*", from: 1, to: 1000, scale: .logarithmic)
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    PairAboveOne<S>.hypotheses(at: instance) + [
      Hypothesis("k ≥ k_*", nonNegative: instance["k/k_*"] - S(1))
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let ode = PairAboveOne(at: instance).ode
    let logSteepness = ode.logOptimalSteepness + S.log(instance["k/k_*"])
    // Both sides divided by k.
    let rate = ode.logarithmicRate(logSteepness: logSteepness, relativeThirdDerivative: .zero)
    let speed = ode.growthRate / instance["k/k_*"]
    switch side {
    case .below: return .atLeast(rate, S(factor) * speed / S(2))
    case .above:
      let surplus = S.exp(S(-2) * logSteepness) / ode.growthRate
      return .atLeast(speed * (S(1) + surplus), rate)
    }
  }
}

/// g‴(0) of the monotone map to the pair, from the tails of the mixture, against −k·(1 + a·k²).
struct EquilibriumStatement: Statement {
  let factor: Int

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("μ/σ", from: Rational(1, 10), to: 6, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]), Hypothesis("μ > 0", positive: instance["μ/σ"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let offset = instance["μ/σ"] * deviation
    let ode = SteepnessODE(modeOffset: offset, standardDeviation: deviation)
    let pair = GaussianMixture<Jet<S>>(
      modes: [[Jet(constant: -offset)], [Jet(constant: offset)]],
      standardDeviation: Jet(constant: deviation))
    let inverse = MeasurePreservingMap(to: pair).latent(at: .variable(at: .zero, order: 3))
    let map = GeneratorGerm(latent: .zero, series: inverse).inverse
    let steepness = S.exp(ode.logOptimalSteepness)
    let third = -steepness * (S(1) + ode.growthRate * steepness.squared)
    return .equal([
      (left: steepness, right: map.derivative(1)),
      (left: S(factor) * third, right: map.derivative(3)),
    ])
  }
}

/// d²(log g′(0))/dt² while g is linear: the rate along the flow, differentiated in time through g′ and g‴.
struct SlowingStatement: Statement {
  enum Form {
    case exact
    /// With g‴ kept at 0.
    case closed
    /// ≤ −b times the square of the rate.
    case bound(Rational)
  }

  let form: Form

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("μ/σ", from: Rational(11, 10), to: 8, scale: .logarithmic),
      Variable("k/σ", from: Rational(1, 100), to: 100, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis("μ > σ", positive: instance["μ/σ"] - S(1)),
      Hypothesis("k > 0", positive: instance["k/σ"]),
      Hypothesis(byConstruction: "g(z) = k·z at this moment"),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let offset = instance["μ/σ"] * deviation
    let slope = instance["k/σ"] * deviation
    let ode = SteepnessODE(modeOffset: offset, standardDeviation: deviation)
    let even = EvenSteepnessODE(
      curvature: ode.growthRate, overlap: S.exp(-ode.logOptimalSteepness))
    let fourth = S(-2) * (offset / deviation.squared).squared.squared
    let formula = even.secondLogarithmicRate(steepness: slope, fourthLogDerivative: fourth)
    if case .bound(let multiple) = form {
      let logarithmic = even.rate(steepness: slope, thirdDerivative: .zero) / slope
      return .atLeast(-formula, S(multiple) * logarithmic.squared)
    }
    // log d to the fourth order in x; the velocity's odd derivatives in z follow.
    guard
      let now = logDiscriminator(
        offset: offset, deviation: deviation,
        germ: GeneratorGerm(oddWithSlope: slope, thirdDerivative: .zero, order: 5))
    else { return nil }
    let rate = now.derivative(2)
    let slopeSpeed = rate * slope
    let thirdSpeed = now.derivative(4) * slope.squared * slope
    let moving = GeneratorGerm(
      oddWithSlope: Jet(coefficients: [slope, slopeSpeed]),
      thirdDerivative: Jet(coefficients: [S.zero, isClosed ? S.zero : thirdSpeed]))
    guard
      let next = logDiscriminator(
        offset: Jet(constant: offset), deviation: Jet(constant: deviation), germ: moving)
    else { return nil }
    let second = next.derivative(2).derivative(1)
    return .equal([(left: formula, right: second)])
  }

  private var isClosed: Bool {
    if case .closed = form { true } else { false }
  }

  private func logDiscriminator<T: Scalar>(
    offset: T, deviation: T, germ: GeneratorGerm<T>
  ) -> Jet<T>? {
    let data = GaussianMixture<Jet<T>>(
      modes: [[Jet(constant: -offset)], [Jet(constant: offset)]],
      standardDeviation: Jet(constant: deviation))
    guard let real = data.logDensity(at: [germ.output]) else { return nil }
    return -Jet.log(Jet(1) + Jet.exp(germ.logDensity - real))
  }
}
