package import GANSimulator
package import GANTheory
import ParticleFlow
import Scalars

/// What is run on all levels, and how finely.
package struct LevelSettings: Sendable {
  /// g₀(z) = slope·z.
  package var slope = 1.0
  /// Times of the moments, from 0.
  package var times: [Double]
  /// Latents that all levels share. On the line they are particles of the exact discriminator too, and even in number, so that 0 lies
  /// midway between two; in the plane one at 0 is added.
  package var latents = 100
  /// s of particles.
  package var stepSize = 0.005
  /// Steps of the trained discriminator before the first step of the particles, and before each other.
  package var stepsFirst = 500
  package var stepsEach = 10
  /// In the plane: particles more, without neighbours: what a discriminator is trained against, and what masses are counted in.
  package var crowd = 2000
  /// In the plane: cells a side of the mesh.
  package var cells = 96

  package init(times: [Double]) { self.times = times }
}

/// Data, networks and settings that the levels of one experiment share.
package struct LevelProblem: Sendable {
  package let data: GaussianMixture<Double>
  package let settings: LevelSettings
  /// The networks, on these data.
  package let experiment: Experiment
  package let seed: UInt64

  /// - Parameter experiment: networks, optimisers and iterations; its data are replaced.
  /// - Throws: `InputError` for data with fewer than two modes or beyond the plane.
  package init(
    _ parameters: MixtureParameters, experiment: Experiment, settings: LevelSettings, seed: UInt64
  ) throws {
    guard (1...2).contains(parameters.dimension), parameters.count > 1 else {
      throw InputError(
        argument: "--modes",
        value: "\(parameters.count) modes of dimension \(parameters.dimension)",
        rule: "must be two or more modes on the line or in the plane",
        remedy: "write them as '-2;2' or '1,1;-1,-1'")
    }
    let data = GaussianMixture<Double>(parameters)
    self.init(data, experiment.on(data), settings, seed)
  }

  private init(
    _ data: GaussianMixture<Double>, _ experiment: Experiment, _ settings: LevelSettings,
    _ seed: UInt64
  ) {
    precondition(settings.times.count > 1 && settings.latents > 0, "latents, two moments")
    (self.data, self.experiment, self.settings, self.seed) = (data, experiment, settings, seed)
  }

  /// The same data and networks with other settings.
  func replacing(_ settings: LevelSettings) -> LevelProblem {
    LevelProblem(data, experiment, settings, seed)
  }

  /// The levels, on the line or in the plane.
  package var levels: any FourLevels {
    data.dimension == 1 ? LineLevels(self) : PlaneLevels(self)
  }

  /// The iterations at which an NSGAN is looked at, one a time of the others.
  var adversarialIterations: [Int] {
    settings.times.indices.map { experiment.iterations * $0 / (settings.times.count - 1) }
  }

  /// A twentieth of the least σ: what a field is differentiated over.
  ///
  /// The field of rectifiers jumps at their kinks: its derivative is not positive anywhere between them, and what draws
  /// particles apart is in the jumps. Differences over a part of σ see both.
  var fieldReach: Double {
    data.components.reduce(.infinity) { min($0, $1.standardDeviation) } / 20
  }
}

extension Experiment {
  /// The same networks on other data, with noise of their dimension.
  fileprivate func on(_ data: GaussianMixture<Double>) -> Experiment {
    var experiment = self
    experiment.latentDimension = data.dimension
    experiment.chosenLatents = []
    experiment.data = MixtureDataSet(
      modes: data.components.map {
        .init(
          weight: $0.weight, mean: $0.mean,
          variance: $0.standardDeviation * $0.standardDeviation)
      })
    return experiment
  }
}
