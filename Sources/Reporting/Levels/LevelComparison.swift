import GANSimulator
package import GANTheory
import RealModule

/// Histories of the levels side by side, each measured against the exact flow.
package struct LevelComparison: Sendable {
  /// The exact flow first; all at the same latents.
  package let histories: [LevelHistory]
  package let latents: [[Double]]
  /// Single steps of the NSGAN.
  package let steps: [OneStepComparison]
  package let data: GaussianMixture<Double>
  package let metadata: [(String, String)]

  /// All four levels.
  ///
  /// - Throws: what a level throws that cannot be run.
  package init(_ levels: some FourLevels, progress: (String) -> Void = { _ in }) throws {
    let (problem, iterations) = (levels.problem, levels.problem.experiment.iterations)
    progress("exact flow")
    let exact = try levels.exactFlow()
    progress("particles under the exact discriminator")
    let particles = try levels.exactParticles()
    progress("particles under a trained discriminator")
    let trained = try levels.trainedParticles(seed: problem.seed)
    let adversarial = try levels.adversarial(seed: problem.seed) {
      progress("NSGAN, iteration \($0) of \(iterations)")
    }
    histories = [exact, particles, trained, adversarial]
    progress("single steps of the NSGAN")
    steps = try [iterations / 10, iterations / 2, iterations - 1].map {
      try OneStepComparison(levels, after: $0)
    }
    (data, metadata, latents) = (levels.data, levels.metadata, levels.latents)
  }

  /// How far a moment is from the exact flow.
  package struct Deviation: Sendable {
    /// The time of the exact flow that it is measured against: its own, or, on another axis, the nearest.
    package let time: Double
    /// √E ‖g − g_exact‖² over the shared latents; nil for an NSGAN in the plane, whose latents may be turned at will.
    package let output: Double?
    /// √E (log₁₀ S − log₁₀ S_exact)² over the shared latents; for an NSGAN in the plane between the sorted values.
    package let logSteepness: Double
  }

  /// - Rigour: exact up to the levels' own errors, at the shared latents and moments.
  package func deviation(of moment: LevelMoment, in history: LevelHistory) -> Deviation {
    let exact = histories[0].moments
    func root(_ x: [Double], _ y: [Double]) -> Double {
      (zip(x, y).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / Double(latents.count))
        .squareRoot()
    }
    let isElsewhere = history.level == .adversarial
    let canTurn = isElsewhere && data.dimension > 1
    let candidates = isElsewhere ? exact : exact.filter { $0.moment == moment.moment }
    let deviations = candidates.map { other in
      let steepness =
        canTurn
        ? root(moment.logSteepnesses.sorted(), other.logSteepnesses.sorted())
        : root(moment.logSteepnesses, other.logSteepnesses)
      return Deviation(
        time: other.moment, output: canTurn ? nil : root(moment.outputs, other.outputs),
        logSteepness: steepness / Double.log(10))
    }
    let nearest = deviations.min { first, second in
      (first.output ?? first.logSteepness) < (second.output ?? second.logSteepness)
    }
    guard let nearest else { preconditionFailure("levels in time share their moments") }
    return nearest
  }

  /// Theorem 4.2 beside the field of a moment; nil where the level has no field or no particle is near a mode.
  package func shrinkage(_ moment: LevelMoment) -> (any: Double, asTheorem: Double)? {
    guard let rates = moment.steepnessRates else { return nil }
    return ShrinkageNearModes(rates: rates, outputs: moment.outputs, data: data).shares
  }
}
