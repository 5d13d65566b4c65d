import GANSimulator
import GANTheory
import RealModule
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
    let times = (0..<moments).map { until * Double($0) / Double(moments - 1) }
    var settings = LineLevels.Settings(times: times)
    settings.stepsFirst = stepsFirst
    let levels = try LineLevels(
      MixtureParameters(modes: [[-2], [2]], standardDeviation: Rational(1, 2)),
      experiment: experiment, settings: settings, seed: seed)
    let parts: [() throws -> LevelHistory] = [
      levels.exactFlow, levels.exactParticles, { try levels.trainedParticles(seed: seed) },
      { try levels.adversarial(seed: seed) },
    ]
    return LevelComparison(
      histories: try parts.enumerated().map { index, part in
        defer { progress(index + 1, parts.count) }
        return try part()
      }, latents: levels.latents.map { [$0] }, data: levels.data, metadata: levels.metadata)
  }

  /// Steepness at 0, the greatest steepness, and the maps.
  ///
  /// - Throws: `NumericError` where the optimal map at 0 is not found.
  package static func figure(_ comparison: LevelComparison) throws -> CaptionedFigure {
    func atEnd(_ value: (LevelMoment) -> Double) -> String {
      comparison.histories.map { history in
        let last = history.moments[history.moments.count - 1]
        return "\(NumberText.sixDigits(Double.exp(value(last)))) (\(history.level.rawValue))"
      }.joined(separator: ", ")
    }
    let panels = try LevelFigure.plot(comparison).panels
    return CaptionedFigure(
      title: "Exact flow against particles against NSGAN",
      panels: panels.prefix(2) + (try LevelFigure.Reading.greatest.plots(comparison))
        + panels.dropFirst(2),
      columns: 2, panel: PanelSize(height: 400),
      text: """
        One pair of modes at four levels: the exact flow of the density, particles under the exact discriminator, particles under a \
        network that is trained against them, and an NSGAN. The first three start at g(z) = z and share their time, in which a step s \
        of particles is a time s; an NSGAN starts from its own weights, and its iterations are no time. At the end the \
        steepness at 0 is \(atEnd(\.logSteepnessAtCentre)); the greatest is \(atEnd(\.logGreatestSteepness)). Particles under the exact \
        discriminator fall behind when the mass between the middle two is more than the flow leaves there; the greatest steepness of each level is \
        that which its latents resolve. The paper draws no such picture. One run of networks shows what happened once; 'steepness compare levels \
        --judge' tries claims on many.
        """,
      parameters: comparison.metadata,
      alternative: """
        Curves of steepness over time and over iterations below a line for the optimal map, and four generators at two moments.
        """)
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
