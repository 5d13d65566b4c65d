import ClaimKit
import GANTheory
import RealModule
import Scalars

struct InverseDerivative: Claim {
  let id = "theorem-C.3-proof-derivative"
  let title = "Derivative of the inverse of the monotone map"
  let source = "Proof of Theorem C.3, first line, appendix C.5"
  let statement = "(g⁻¹)′(y) = Ψ′(y)/Φ′(Φ⁻¹(Ψ(y))) for every y"
  let hypotheses = ["as in Theorem C.3"]

  var families: [any Statement] { inverseSlopes(.derivative) }
  let isExhaustive = true
  var control: Control {
    Control("Φ′(y) in the denominator", families: inverseSlopes(.derivativeAtOutput))
  }

  let remarks = ["Both CDFs are strictly increasing and smooth, so that no hypothesis is needed."]
  let recorded = Verdict.proved
}

struct InverseDerivativeExplicit: Claim {
  let id = "theorem-C.3-proof-explicit"
  let title = "Explicit derivative of the inverse of the monotone map"
  let source = "Proof of Theorem C.3, second line, appendix C.5"
  let statement =
    "(g⁻¹)′(y) = (1/Nσ)·Σᵢ exp(−(y − xᵢ)²/2σ²)·exp((Φ⁻¹(Ψ(y)))²/2) for every y"
  let hypotheses = ["as in Theorem C.3"]

  var families: [any Statement] { inverseSlopes(.explicit) }
  let isExhaustive = true
  var control: Control {
    Control("exp((Φ⁻¹(Ψ(y)))²), twice the exponent", families: inverseSlopes(.explicitDoubled))
  }

  let remarks = ["The factors √(2π) of the two densities cancel."]
  let uses = ["theorem-C.3-proof-derivative"]
  let recorded = Verdict.proved
}

struct InverseDerivativeEverywhere: Claim {
  let id = "theorem-C.3-proof-every-y"
  let title = "Bound on the derivative of the inverse at every y"
  let source = "Proof of Theorem C.3, third line, appendix C.5"
  let statement = """
    for every y: (g⁻¹)′(y) ≤ max over gaps of (1/σ)·exp(−gap²/8σ²)·exp(zᵢ²/2), zᵢ = Φ⁻¹(Ψ((xᵢ + xᵢ₊₁)/2))
    """
  let hypotheses = ["as in Theorem C.3"]

  var families: [any Statement] {
    (2...4).map { InverseSlopeBound(count: $0, place: .anywhere, factor: 1) }
  }
  var control: Control {
    Control(
      "half of the corrected bound, at a midpoint",
      families: [InverseSlopeBound(count: 3, place: .midpoint, factor: Rational(1, 2))])
  }
  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        at the midpoint of every gap: (g⁻¹)′ ≤ (1/σ)·exp(−gapᵢ²/8σ²)·exp(zᵢ²/2), since every mode is gapᵢ/2 away or \
        farther; equality for two modes
        """,
        families: (3...5).map { InverseSlopeBound(count: $0, place: .midpoint, factor: 1) },
        control: control)
    ]
  }

  let remarks = [
    "The theorem needs one y; the midpoint of the widest gap gives the sharpened bound."
  ]
  let uses = ["theorem-C.3-proof-explicit"]
  let defect: Defect? = Defect(
    .argument,
    """
    The bound on the derivative of the inverse map is asserted for every y, but holds between modes only: near a mode \
    the derivative is of the order 1/Nσ. The theorem follows from the midpoint alone.
    """)
  let checkByHand: String? = """
    N = 2, ±3, σ = 1, y = 3: Ψ = 3/4, z = 0.674, so the left side is ½·exp(0.674²/2) = 0.63; the right side is \
    exp(−36/8) = 0.011
    """
  let recorded = Verdict.refuted
}

struct MidpointQuantile: Claim {
  let id = "theorem-C.3-proof-quantile"
  let title = "Midpoints lie within the quantile q"
  let source = "Proof of Theorem C.3, fourth line, appendix C.5"
  let statement = """
    exp(zᵢ²/2) ≤ exp(q²) for every gap, zᵢ = Φ⁻¹(Ψ((xᵢ + xᵢ₊₁)/2)), q the (1 − 1/N)-quantile of N(0, 1)
    """
  let hypotheses = ["as in Theorem C.3"]

  var families: [any Statement] {
    (3...6).map { MidpointQuantileStatement(count: $0, multiple: 1) }
  }
  var control: Control {
    Control(
      "|zᵢ| ≤ 9q/10",
      families: [MidpointQuantileStatement(count: 4, multiple: Rational(81, 200))])
  }
  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened,
        "|zᵢ| ≤ q, so that exp(q²/2) will do: a midpoint has 1/N of the mass on either side at least",
        families: (3...6).map {
          MidpointQuantileStatement(count: $0, multiple: Rational(1, 2))
        }, control: control)
    ]
  }

  let remarks = [
    "For N = 2 both sides are 1. |z₁| tends to q as the gaps grow, so that q cannot be replaced by less."
  ]
  let recorded = Verdict.proved
}

private func inverseSlopes(_ form: InverseSlopeForm) -> [any Statement] {
  [AnyInverseSlope(form: form)] as [any Statement]
    + (1...3).map { InverseSlope(count: $0, index: $0 / 2, form: form) }
}

private enum InverseSlopeForm {
  case derivative
  case derivativeAtOutput
  case explicit
  case explicitDoubled

  /// The formula from p_data(y) = kernels/(normal·√(2π)).
  func value<S: Scalar>(latent: S, output: S, kernels: S, normal: S) -> S {
    let density = kernels / (normal * S.sqrt(S(2) * S.pi))
    return switch self {
    case .derivative: density / S.normalDensity(latent)
    case .derivativeAtOutput: density / S.normalDensity(output)
    case .explicit: kernels / normal * S.exp(latent.squared / S(2))
    case .explicitDoubled: kernels / normal * S.exp(latent.squared)
    }
  }
}

/// The slope of Φ⁻¹∘Ψ for any mixture that has Ψ = t/(1 + t) and Σ exp(−(y − xᵢ)²/2σ²) = K at the output.
private struct AnyInverseSlope: Statement {
  let form: InverseSlopeForm

  var variables: [Variable] {
    [
      Variable("t", from: Rational(1, 100), to: 100, scale: .logarithmic),
      Variable("K", from: Rational(1, 100), to: 10, scale: .logarithmic),
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("N", from: 1, to: 10), Variable("y", from: -10, to: 10),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("σ > 0", positive: instance["σ"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let odds = instance["t"]
    let normal = instance["N"] * instance["σ"]
    let density = instance["K"] / (normal * S.sqrt(S(2) * S.pi))
    let below = Jet(coefficients: [odds / (S(1) + odds), density])
    let above = Jet(coefficients: [S(1) / (S(1) + odds), -density])
    let inverse = Jet.normalQuantile(logLower: .log(below), logUpper: .log(above))
    let formula = form.value(
      latent: inverse.value, output: instance["y"], kernels: instance["K"], normal: normal)
    return .equal([(left: inverse.derivative(1), right: formula)])
  }
}

/// The slope of Φ⁻¹∘Ψ by a jet through the tails of the mixture against a formula.
private struct InverseSlope: Statement {
  let count: Int
  /// The mode about which the output is drawn.
  let index: Int
  let form: InverseSlopeForm

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("x1", from: -10, to: 10),
    ]
      + (1..<count).map {
        Variable("gap/σ \($0)", from: 6, to: 20, scale: .logarithmic)
      } + [Variable("t", from: -4, to: 4)]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("σ > 0", positive: instance["σ"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    var modes = [instance["x1"]]
    for gap in instance["gap/σ ", count - 1] {
      modes.append(modes[modes.count - 1] + gap * deviation)
    }
    let output = modes[index] + instance["t"] * deviation
    let lifted = GaussianMixture<Jet<S>>(
      modes: modes.map { [Jet(constant: $0)] }, standardDeviation: Jet(constant: deviation))
    let inverse = MeasurePreservingMap(to: lifted).latent(at: .variable(at: output, order: 1))
    let latent = inverse.value
    let kernels = modes.reduce(S.zero) {
      $0 + S.exp(-((output - $1) / deviation).squared / S(2))
    }
    let normal = S(count) * deviation
    let formula = form.value(latent: latent, output: output, kernels: kernels, normal: normal)
    return .equal([(left: inverse.derivative(1), right: formula)])
  }
}

/// log (g⁻¹)′ against the bound of the proof, in logarithms.
private struct InverseSlopeBound: Statement {
  enum Place {
    case anywhere
    case midpoint
  }

  let count: Int
  let place: Place
  /// Multiplies the bound.
  let factor: Rational

  var variables: [Variable] {
    LineMixture<Double>.variables(count: count, leastGap: 6)
      + (place == .anywhere
        ? [Variable("y", from: -1, to: 2)] : [Variable("gap", in: 1...count - 1)])
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    LineMixture(at: instance, count: count).hypotheses(leastGap: 6)
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let mixture = LineMixture(at: instance, count: count)
    let map = MeasurePreservingMap(to: mixture.density)
    let bounds = mixture.relativeGaps.enumerated().map { index, gap in
      let middle = (mixture.modes[index] + mixture.modes[index + 1]) / S(2)
      return map.latent(at: middle).squared / S(2) - gap.squared / S(8)
        - S.log(mixture.standardDeviation) + S.log(S(factor))
    }
    switch place {
    case .anywhere:
      let span = mixture.modes[count - 1] - mixture.modes[0]
      let output = mixture.modes[0] + instance["y"] * span
      return .atLeast(
        bounds.dropFirst().reduce(bounds[0], S.larger), -map.logSteepness(atOutput: output))
    case .midpoint:
      let index = instance.choice("gap", among: count - 1)
      return .atLeast(bounds[index], -mixture.steepnessBound.logAtMidpoint(index))
    }
  }
}

/// multiple·q² ≥ z²/2 at the midpoint of a gap.
private struct MidpointQuantileStatement: Statement {
  let count: Int
  let multiple: Rational

  var variables: [Variable] {
    LineMixture<Double>.variables(count: count, leastGap: 6) + [Variable("gap", in: 1...count - 1)]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    LineMixture(at: instance, count: count).hypotheses(leastGap: 6)
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let mixture = LineMixture(at: instance, count: count)
    let index = instance.choice("gap", among: count - 1)
    let middle = (mixture.modes[index] + mixture.modes[index + 1]) / S(2)
    let latent = MeasurePreservingMap(to: mixture.density).latent(at: middle)
    return .atLeast(
      S(multiple) * mixture.steepnessBound.quantile.squared, latent.squared / S(2))
  }
}
