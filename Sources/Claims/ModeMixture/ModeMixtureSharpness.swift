import ClaimKit
import GANTheory
import RealModule
import Scalars

/// Three modes with any gaps and a g that is piecewise linear, with slopes of at most k on the regions
/// between modes.
struct UnevenModesStatement: Statement {
  let clearance: Rational

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("gap/σ 1", from: Rational(61, 10), to: 40, scale: .logarithmic),
      Variable("gap/σ 2", from: Rational(61, 10), to: 40, scale: .logarithmic),
      Variable("k/least", from: 1, to: 10, scale: .logarithmic),
      Variable("stretch 1", from: 1, to: 2), Variable("stretch 2", from: 1, to: 2),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let bound = bound(at: instance)
    let reaches = bound.gaps.indices.map {
      instance["stretch \($0 + 1)"] * (bound.gaps[$0] - S(6) * instance["σ"])
        / (S(2) * bound.maximalSteepness)
    }
    let room = bound.anchors[1] - bound.anchors[0] - reaches[0] - reaches[1]
    return LineMixture(at: centred(instance), count: 3).hypotheses(leastGap: 6) + [
      Hypothesis("slopes ≤ k between modes", nonNegative: instance["stretch 1"] - S(1)),
      Hypothesis("slopes ≤ k between modes", nonNegative: instance["stretch 2"] - S(1)),
      Hypothesis(
        "slope ≤ k at the mode",
        nonNegative: room - S(6) * instance["σ"] / bound.maximalSteepness),
      Hypothesis(byConstruction: "g increases and meets both anchors"),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let bound = bound(at: instance)
    let generator = bound.generator(stretches: [instance["stretch 1"], instance["stretch 2"]])
    return .atLeast(
      bound.eventProbability { generator.probability(from: $0, to: $1) },
      bound.probability(clearance: S(clearance)))
  }

  private func bound<S: Scalar>(at instance: Assignment<S>) -> ModeMixtureBound<S> {
    leastBound(at: centred(instance), count: 3)
  }
}

/// The corrected bound is attained from the least admissible k on.
struct LeastMixtureStatement: Statement {
  let count: Int
  /// k over the slope of g between modes.
  var stretch: Rational = 1
  /// Asks whether the slope of g at the modes is at most k, instead of for the mass between them.
  var isAboutSlopes = false

  var variables: [Variable] {
    [Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic)]
      + (1..<count).map {
        Variable("gap/σ \($0)", from: Rational(61, 10), to: 40, scale: .logarithmic)
      } + [Variable("k/least", from: 1, to: 10, scale: .logarithmic)]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    LineMixture(at: centred(instance), count: count).hypotheses(leastGap: 6) + [
      Hypothesis(
        "k ≥ max (m_{i+1} − mᵢ)/(c_{i+1} − cᵢ)", nonNegative: instance["k/least"] - S(1)),
      Hypothesis(byConstruction: "g increases, meets all anchors and has slope k between modes"),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let bound = leastBound(at: centred(instance), count: count)
    let generator = bound.generator(stretches: bound.gaps.map { _ in S(stretch) })
    if isAboutSlopes {
      let rests = (1..<count - 1).map { mode -> S in
        let room = generator.latents[2 * mode] - generator.latents[2 * mode - 1]
        let rise = generator.outputs[2 * mode] - generator.outputs[2 * mode - 1]
        return bound.maximalSteepness * room - rise
      }
      return .atLeast(rests.dropFirst().reduce(rests[0], S.smaller), .zero)
    }
    return .equal([
      (
        left: bound.eventProbability { generator.probability(from: $0, to: $1) },
        right: bound.probability(.derived)
      )
    ])
  }
}

/// Two modes and g(z) = m + (k/β)·asinh(β(z − c)) with any c and m.
struct FreeAnchorStatement: Statement {
  let clearance: Rational

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("gap/σ", from: 6, to: 20, scale: .logarithmic),
      Variable("k/σ", from: 3, to: 1000, scale: .logarithmic),
      Variable("β", from: Rational(1, 100), to: 2, scale: .logarithmic),
      Variable("c", from: -2, to: 2), Variable("m/gap", from: 0, to: 1),
    ]
  }

  /// Away from gap = 6σ and β = 0, where there is equality.
  var certifiedBox: [Variable]? {
    guard clearance == 6 else { return nil }
    return [
      Variable("σ", from: Rational(99, 100), to: Rational(101, 100), scale: .logarithmic),
      Variable("gap/σ", from: 9, to: Rational(91, 10), scale: .logarithmic),
      Variable("k/σ", from: 3, to: Rational(31, 10), scale: .logarithmic),
      Variable("β", from: 1, to: Rational(11, 10), scale: .logarithmic),
      Variable("c", from: 0, to: Rational(1, 10)),
      Variable("m/gap", from: Rational(1, 2), to: Rational(51, 100)),
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

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let gap = instance["gap/σ"] * deviation
    let steepness = instance["k/σ"] * deviation
    let generator = HyperbolicGenerator(
      steepness: steepness, bend: instance["β"], latent: instance["c"],
      output: instance["m/gap"] * gap)
    let start = generator.preimage(of: S(3) * deviation)
    let end = generator.preimage(of: gap - S(3) * deviation)
    return .atLeast(
      S.normalMass(from: start, to: end),
      leastRegionMass(
        logMassBelow: S.logNormalCDF(start), logMassAbove: S.logNormalUpperTail(start),
        latentWidth: (gap - S(clearance) * deviation) / steepness))
  }
}

/// The bound for a k that is a multiple of the least admissible one.
private func leastBound<S: Scalar>(
  at instance: Assignment<S>, count: Int
) -> ModeMixtureBound<S> {
  let mixture = LineMixture(at: instance, count: count)
  let bound = ModeMixtureBound(
    target: mixture.density, standardDeviation: instance["σ"], maximalSteepness: S(1))
  guard let least = bound.leastSteepness else { preconditionFailure("three modes or more") }
  return bound.replacing(maximalSteepness: instance["k/least"] * least)
}

/// The instance with x₁ = 0: both sides are invariant under translations.
private func centred<S: Scalar>(_ instance: Assignment<S>) -> Assignment<S> {
  Assignment(names: instance.names + ["x1"], values: instance.values + [.zero])
}
