import GANSimulator
import GANTheory
import Scalars

/// The exact flow against particles against an NSGAN, on two modes of the line.
package enum FlowFigure {
  /// The four levels on ½·N(−2, ¼) + ½·N(2, ¼), without the single steps that `compare levels` adds.
  ///
  /// - Parameters:
  ///   - until: the time of the last moment.
  ///   - moments: how many each level has, the first at 0.
  ///   - stepsFirst: of the trained discriminator before its particles move.
  /// - Throws: what a level throws that cannot be run.
  package static func comparison(
    seed: UInt64, iterations: Int = Experiment.gaussian1D.iterations, until: Double = 0.4,
    moments: Int = 11, stepsFirst: Int = 500,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> LevelComparison {
    var experiment = Experiment.gaussian1D
    experiment.iterations = iterations
    var settings = LevelSettings(
      times: (0..<moments).map { until * Double($0) / Double(moments - 1) })
    settings.stepsFirst = stepsFirst
    let levels = LineLevels(
      try LevelProblem(
        MixtureParameters(modes: [[-2], [2]], standardDeviation: Rational(1, 2)),
        experiment: experiment, settings: settings, seed: seed))
    let parts: [() throws -> LevelHistory] = [
      levels.exactFlow, levels.exactParticles, { try levels.trainedParticles(seed: seed) },
      { try levels.adversarial(seed: seed) },
    ]
    return LevelComparison(
      histories: try parts.enumerated().map { index, part in
        defer { progress(index + 1, parts.count) }
        return try part()
      }, latents: levels.latents, data: levels.data, metadata: levels.metadata)
  }

  /// Steepness at 0, the greatest steepness, and the maps.
  ///
  /// - Throws: `NumericError` where the optimal map at 0 is not found.
  package static func figure(_ comparison: LevelComparison) throws -> CaptionedFigure {
    try LevelFigure.figure(comparison)
  }
}

extension LevelComparison {
  /// Histories alone.
  fileprivate init(
    histories: [LevelHistory], latents: [[Double]], data: GaussianMixture<Double>,
    metadata: [(String, String)]
  ) {
    self.histories = histories
    self.latents = latents
    self.data = data
    self.metadata = metadata
    steps = []
  }
}
