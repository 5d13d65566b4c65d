import ClaimKit
import GANTheory
import RealModule
import Scalars

struct OddnessOfFlow: Claim {
  let id = "theorem-C.6-proof-oddness"
  let title = "The flow keeps an odd generator odd"
  let source = "Proof of Theorem C.6, step (ii), appendix C.7"
  let statement = """
    g odd makes the velocity (d′/d)∘g odd, so that gₜ stays odd and gₜ(0) = gₜ″(0) = 0
    """
  let hypotheses = ["p_data is the symmetric pair", "g is odd, increasing and smooth"]

  var families: [any Statement] { [OddVelocity(isCentred: true)] }
  var control: Control {
    Control(
      "the same for a pair about σ/10 instead of 0", families: [OddVelocity(isCentred: false)])
  }

  let remarks = [
    """
    −gₜ(−z) solves the same equation with the same start; that it is gₜ needs that solutions are unique, which the \
    proof does not show: p_g″ enters, so that the flow is a parabolic equation for p_g and no ordinary one.
    """,
    "Searched with g(z) = a·z + b·z³ + c·z⁵; data with an even density will do.",
  ]
  let recorded = Verdict.supported
}

struct SlopeOfVelocity: Claim {
  let id = "theorem-C.6-proof-chain-rule"
  let title = "Slope of the velocity in the latent variable"
  let source = "Proof of Theorem C.6, step (iii), appendix C.7"
  let statement = "∂/∂z (d′/d)(g(z)) = (d″/d − (d′/d)²)(g(z))·g′(z); at z = 0 with g(0) = 0"
  let hypotheses = ["d is twice differentiable and positive"]

  var families: [any Statement] { [ProofLine(.chainRule)] }
  let isExhaustive = true
  var control: Control {
    Control("the square without its sign", families: [ProofLine(.chainRuleSign)])
  }

  let remarks = [
    """
    That d/dt may change places with ∂/∂z is used as well; it needs a mixed derivative that is continuous.
    """
  ]
  let recorded = Verdict.proved
}

struct GeneratedDensityAtCentre: Claim {
  let id = "theorem-C.6-proof-generated-density"
  let title = "Density of the generated samples at the centre"
  let source = "Proof of Theorem C.6, step (iv), appendix C.7"
  let statement = """
    p_g(0) = 1/(√(2π)·g′), p_g′(0) = 0, p_g″(0) = −(g′ + g‴)/(√(2π)·g′⁴), derivatives of g at 0
    """
  let hypotheses = ["g(0) = g″(0) = 0, g′(0) > 0", "g has three derivatives at 0"]

  var families: [any Statement] { [ProofLine(.generatedDensity)] }
  let isExhaustive = true
  var control: Control {
    Control("g‴ without the sign of g′", families: [ProofLine(.generatedDensitySign)])
  }

  let remarks = [
    "p_g″(0) exists only where g has a third derivative, which is not among the hypotheses."
  ]
  let recorded = Verdict.proved
}

struct DataDensityAtCentre: Claim {
  let id = "theorem-C.6-proof-data-density"
  let title = "Density of the data at the centre"
  let source = "Proof of Theorem C.6, step (iv), appendix C.7"
  let statement = """
    p_data(0) = exp(−μ²/2σ²)/(√(2π)·σ²), p_data′(0) = 0, p_data″(0) = (μ² − σ²)/σ⁴·exp(−μ²/2σ²)/(√(2π)·σ²)
    """
  let hypotheses = ["p_data = 0.5·N(−μ, σ²) + 0.5·N(μ, σ²)"]

  var families: [any Statement] { [ProofLine(.dataDensity(power: 2))] }
  var control: Control {
    Control("σ³ in place of σ²", families: [ProofLine(.dataDensity(power: 3))])
  }
  var amendments: [Amendment] {
    [
      Amendment(
        .corrected, "√(2π)·σ in place of √(2π)·σ² in both",
        families: [ProofLine(.dataDensity(power: 1))], control: control, isExhaustive: true)
    ]
  }

  let remarks = [
    """
    √(2πσ²), with σ² under the root, would be right: the root may have been shortened in the transcription. The \
    theorem's equation has the right factor σ.
    """
  ]
  let defect: Defect? = Defect(
    .presentation,
    "p_data(0) and p_data″(0) carry 1/(√(2π)·σ²) where the density of N(μ, σ²) has 1/(√(2π)·σ).")
  let checkByHand: String? = """
    μ = σ = 2: p_data(0) = exp(−1/2)/(2√(2π)) = 0.121, printed exp(−1/2)/(4√(2π)) = 0.060
    """
  let recorded = Verdict.refuted
}

struct DiscriminatorAtCentre: Claim {
  let id = "theorem-C.6-proof-discriminator"
  let title = "Derivatives of the optimal discriminator at the centre"
  let source = "Proof of Theorem C.6, step (iv), appendix C.7"
  let statement = """
    d = p/(p + q) with p′(0) = q′(0) = 0 has d′(0) = 0 and d″(0) = (p″·q − p·q″)/(p + q)² at 0
    """
  let hypotheses = ["p, q > 0 are twice differentiable at 0 with p′(0) = q′(0) = 0"]

  var families: [any Statement] { [ProofLine(.discriminator)] }
  let isExhaustive = true
  var control: Control {
    Control("(p + q) in place of its square", families: [ProofLine(.discriminatorPower)])
  }

  let recorded = Verdict.proved
}

struct AssembledRate: Claim {
  let id = "theorem-C.6-proof-assembled"
  let title = "The rate of steepness from the two densities"
  let source = "Proof of Theorem C.6, step (v), first display, appendix C.7"
  let statement = """
    (d″/d − (d′/d)²)(0)·g′ = (p″·q − p·q″)/((p + q)·p)·g′ for d = p/(p + q), p = p_data, q = p_g at 0
    """
  let hypotheses = ["p, q > 0 are twice differentiable at 0 with p′(0) = q′(0) = 0"]

  var families: [any Statement] { [ProofLine(.assembled)] }
  let isExhaustive = true
  var control: Control {
    Control("q in place of the last p", families: [ProofLine(.assembledSwapped)])
  }

  let uses = ["theorem-C.6-proof-chain-rule", "theorem-C.6-proof-discriminator"]
  let recorded = Verdict.proved
}

/// One displayed line of the proof, printed side first, over symbols for every function in it.
private struct ProofLine: Statement {
  enum Line {
    case chainRule, chainRuleSign
    case generatedDensity, generatedDensitySign
    case dataDensity(power: Int)
    case discriminator, discriminatorPower
    case assembled, assembledSwapped
  }

  let line: Line

  init(_ line: Line) { self.line = line }

  var variables: [Variable] {
    let positive = { Variable($0, from: Rational(1, 10), to: 10, scale: .logarithmic) }
    let real = { Variable($0, from: -10, to: 10) }
    return switch line {
    case .chainRule, .chainRuleSign: [positive("d"), real("d′"), real("d″"), real("g′")]
    case .generatedDensity, .generatedDensitySign: [positive("g′"), real("g‴")]
    case .dataDensity: [positive("σ"), positive("μ")]
    case .discriminator, .discriminatorPower, .assembled, .assembledSwapped:
      [positive("p"), real("p″"), positive("q"), real("q″"), positive("g′")]
    }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    variables.filter { $0.lower > 0 }.map {
      Hypothesis("\($0.name) > 0", positive: instance[$0.name])
    }
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    switch line {
    case .chainRule: chainRule(instance, sign: S(-1))
    case .chainRuleSign: chainRule(instance, sign: S(1))
    case .generatedDensity: generatedDensity(instance, sign: S(1))
    case .generatedDensitySign: generatedDensity(instance, sign: S(-1))
    case .dataDensity(let power): dataDensity(instance, power)
    case .discriminator: discriminator(instance, power: 2)
    case .discriminatorPower: discriminator(instance, power: 1)
    case .assembled: assembled(instance, last: "p")
    case .assembledSwapped: assembled(instance, last: "q")
    }
  }

  private func chainRule<S: Scalar>(_ instance: Assignment<S>, sign: S) -> Conclusion<S> {
    let (value, first, second) = (instance["d"], instance["d′"], instance["d″"])
    // d along x = g(z), by its Taylor coefficients there; d′ along the same.
    let movement = Jet(coefficients: [S.zero, instance["g′"]])
    let discriminator = Jet(constant: value) + Jet(constant: first) * movement
    let slope = Jet(constant: first) + Jet(constant: second) * movement
    let printed = (second / value + sign * (first / value).squared) * instance["g′"]
    return .equal([(left: printed, right: (slope / discriminator).derivative(1))])
  }

  private func generatedDensity<S: Scalar>(_ instance: Assignment<S>, sign: S) -> Conclusion<S> {
    let (slope, third) = (instance["g′"], instance["g‴"])
    let density = Jet.exp(
      GeneratorGerm(oddWithSlope: slope, thirdDerivative: third).logDensity)
    let root = S.sqrt(S(2) * S.pi)
    return .equal([
      (left: S(1) / (root * slope), right: density.value),
      (left: S.zero, right: density.derivative(1)),
      (
        left: -(slope + sign * third) / (root * slope.squared.squared),
        right: density.derivative(2)
      ),
    ])
  }

  private func dataDensity<S: Scalar>(_ instance: Assignment<S>, _ power: Int) -> Conclusion<S>? {
    let (deviation, offset) = (instance["σ"], instance["μ"])
    let pair = GaussianMixture<Jet<S>>(
      modes: [[Jet(constant: -offset)], [Jet(constant: offset)]],
      standardDeviation: Jet(constant: deviation))
    guard let logDensity = pair.logDensity(at: [.variable(at: .zero, order: 2)]) else { return nil }
    let density = Jet.exp(logDensity)
    let printed =
      S.exp(-offset.squared / (S(2) * deviation.squared))
      / (S.sqrt(S(2) * S.pi) * S.pow(deviation, power))
    let ode = SteepnessODE(modeOffset: offset, standardDeviation: deviation)
    return .equal([
      (left: printed, right: density.value), (left: S.zero, right: density.derivative(1)),
      (left: ode.growthRate * printed, right: density.derivative(2)),
    ])
  }

  /// d near 0 from p and q with vanishing slopes.
  private func discriminator<S: Scalar>(_ instance: Assignment<S>) -> Jet<S> {
    let data = Jet(coefficients: [instance["p"], .zero, instance["p″"] / S(2)])
    let generated = Jet(coefficients: [instance["q"], .zero, instance["q″"] / S(2)])
    return data / (data + generated)
  }

  private func discriminator<S: Scalar>(_ instance: Assignment<S>, power: Int) -> Conclusion<S> {
    let value = discriminator(instance)
    let (p, q) = (instance["p"], instance["q"])
    let numerator = instance["p″"] * q - p * instance["q″"]
    return .equal([
      (left: S.zero, right: value.derivative(1)),
      (left: numerator / S.pow(p + q, power), right: value.derivative(2)),
    ])
  }

  private func assembled<S: Scalar>(_ instance: Assignment<S>, last: String) -> Conclusion<S> {
    let (p, q) = (instance["p"], instance["q"])
    let numerator = instance["p″"] * q - p * instance["q″"]
    let printed = numerator / ((p + q) * instance[last]) * instance["g′"]
    let derived = Jet.log(discriminator(instance)).derivative(2) * instance["g′"]
    return .equal([(left: printed, right: derived)])
  }
}

/// (d′/d)(g(z)) + (d′/d)(g(−z)) = 0 for an odd polynomial g, by germs at z and −z.
private struct OddVelocity: Statement {
  let isCentred: Bool

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("μ/σ", from: Rational(1, 2), to: 8, scale: .logarithmic),
      Variable("a", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("b", from: 0, to: 2), Variable("c", from: 0, to: 1),
      Variable("z", from: Rational(1, 10), to: 3),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]), Hypothesis("μ > 0", positive: instance["μ/σ"]),
      Hypothesis("g increases", positive: instance["a"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let z = instance["z"]
    guard let forward = velocity(instance, at: z), let back = velocity(instance, at: -z) else {
      return nil
    }
    return .equal([(left: forward, right: -back)])
  }

  private func velocity<S: Scalar>(_ instance: Assignment<S>, at latent: S) -> S? {
    let z = Jet.variable(at: latent, order: 3)
    let square = z.squared
    let (a, b, c) = (instance["a"], instance["b"], instance["c"])
    let inner = Jet(constant: b) + square * Jet(constant: c)
    let germ = GeneratorGerm(
      latent: latent, series: (Jet(constant: a) + square * inner) * z)
    let deviation = instance["σ"]
    let offset = instance["μ/σ"] * deviation
    let centre = isCentred ? S.zero : deviation / S(10)
    let data = GaussianMixture<Jet<S>>(
      modes: [[Jet(constant: centre - offset)], [Jet(constant: centre + offset)]],
      standardDeviation: Jet(constant: deviation))
    guard let real = data.logDensity(at: [germ.output]) else { return nil }
    let ratio = real - germ.logDensity
    return -logSumExp([Jet(constant: .zero), -ratio]).derivative(1)
  }
}
