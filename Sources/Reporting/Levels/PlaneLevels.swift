package import GANSimulator
package import GANTheory
import NumericKernel
import ParticleFlow
import RealModule
import Scalars

/// The four levels of `LineLevels` in the plane.
///
/// The exact flow is the density on a mesh; its generator is followed at chosen latents, each with four neighbours whose
/// differences are the Jacobian. Particles take steps of s in that field, or in a trained one.
package struct PlaneLevels: Sendable {
  /// What is run, and how finely.
  package struct Settings: Sendable {
    /// g₀(z) = slope·z.
    package var slope = 1.0
    /// Times of the moments, from 0.
    package var times: [Double]
    /// Latents that all levels share, without the one at 0.
    package var latents = 200
    /// Particles more, without neighbours: what a discriminator is trained against, and what masses are counted in.
    package var crowd = 2000
    /// s.
    package var stepSize = 0.005
    /// Steps of the trained discriminator before the first step of the particles, and before each other.
    package var stepsFirst = 500
    package var stepsEach = 10
    /// Cells a side of the mesh.
    package var cells = 96

    package init(times: [Double]) { self.times = times }
  }

  package let data: GaussianMixture<Double>
  package let settings: Settings
  /// The networks, on these data.
  package let experiment: Experiment
  package let seed: UInt64
  /// Shared latents, the first at 0, the others drawn from N(0, I).
  package let latents: [[Double]]

  /// How many times shorter the steps of the exact flow's particles are than s.
  private static let refinement = 8
  /// How far a neighbour is, in the latents.
  private static let reach = 1e-3

  /// - Parameter experiment: networks, optimisers and iterations; its data are replaced.
  /// - Throws: `InputError` for data that are not in the plane.
  package init(
    _ parameters: MixtureParameters, experiment: Experiment, settings: Settings, seed: UInt64
  ) throws {
    guard parameters.dimension == 2, parameters.count > 1 else {
      throw InputError(
        argument: "--modes",
        value: "\(parameters.count) modes of dimension \(parameters.dimension)",
        rule: "must be two or more modes in the plane", remedy: "write them as '1,1;-1,-1'")
    }
    precondition(
      settings.latents > 0 && settings.crowd > 0 && settings.times.count > 1, "latents, two moments"
    )
    data = GaussianMixture(parameters)
    self.settings = settings
    self.seed = seed
    self.experiment = experiment.on(data)
    let stream = RandomStream(seed: seed, name: "levels")
    latents = [[0, 0]] + (0..<settings.latents).map { _ in [stream.normal(), stream.normal()] }
  }

  /// The density on a square that leaves out what is six deviations from all modes and from the first samples.
  private func flow() throws -> DensityFlow {
    let ends = data.components.map { component in
      component.mean.reduce(0) { max($0, $1.magnitude) } + 6 * component.standardDeviation
    }
    let side = max(ends.max() ?? 0, 6 * settings.slope)
    return try PlaneProblem(
      data: data,
      generated: GaussianMixture(modes: [[0, 0]], standardDeviation: settings.slope),
      lower: [-side, -side], upper: [side, side], title: "levels"
    ).flow(columns: settings.cells, rows: settings.cells)
  }

  /// Every latent with its four neighbours, then the crowd, moved by g₀.
  private var start: ParticleCloud {
    let offsets = [
      [0, 0], [Self.reach, 0], [-Self.reach, 0], [0, Self.reach], [0, -Self.reach],
    ]
    let followed = latents.flatMap { latent in
      offsets.flatMap { offset in zip(latent, offset).map { settings.slope * ($0 + $1) } }
    }
    let stream = RandomStream(seed: seed, name: "levels/crowd")
    return ParticleCloud(
      positions: followed + (0..<2 * settings.crowd).map { _ in settings.slope * stream.normal() },
      dimension: 2)
  }

  /// The exact flow.
  package func exactFlow() throws -> LevelHistory {
    var (cloud, mesh) = (start, MeshDiscriminator(try flow()))
    return LevelHistory(
      level: .exactFlow,
      moments: try settings.times.map { time in
        try cloud.advance(
          to: time, stepSize: settings.stepSize / Double(Self.refinement), &mesh)
        var flow = mesh.flow
        try flow.advance(to: time)
        return moment(cloud, mass: flow.mean { isFar($0, $1) ? 1 : 0 })
      })
  }

  /// Particles in steps of s under the exact discriminator.
  package func exactParticles() throws -> LevelHistory {
    try particles(.exactParticles, MeshDiscriminator(try flow()))
  }

  /// Particles in steps of s under a network that learns from them.
  package func trainedParticles(seed: UInt64? = nil) throws -> LevelHistory {
    try particles(
      .trainedParticles,
      TrainedParticleDiscriminator(
        try ParticleOpponent(experiment, seed: seed ?? self.seed),
        stepsFirst: settings.stepsFirst, stepsEach: settings.stepsEach))
  }

  private func particles(
    _ level: GeneratorLevel, _ discriminator: some ParticleDiscriminator
  ) throws -> LevelHistory {
    var (cloud, discriminator) = (start, discriminator)
    return LevelHistory(
      level: level,
      moments: try settings.times.map { time in
        try cloud.advance(to: time, stepSize: settings.stepSize, &discriminator)
        return moment(cloud, mass: nil)
      })
  }

  /// An NSGAN, at as many moments of its training as there are times.
  package func adversarial(
    seed: UInt64? = nil, progress: (Int) -> Void = { _ in }
  ) throws -> LevelHistory {
    let trainer = try Trainer(experiment: experiment, seed: seed ?? self.seed)
    let count = settings.times.count
    return LevelHistory(
      level: .adversarial,
      moments: try (0..<count).map { index in
        let iteration = experiment.iterations * index / (count - 1)
        if iteration > trainer.iteration {
          try trainer.run(until: iteration) { progress($0.iteration) }
        }
        let generator = trainer.trainedGenerator()
        let outputs = generator.values(at: latents.flatMap { $0 })
        let steepnesses = try generator.jacobianNorms(at: latents.flatMap { $0 })
        return moment(
          Double(iteration), outputs: outputs, steepnesses: steepnesses,
          mass: farShare(
            generator.values(
              at: start.positions[(10 * latents.count)...].map { $0 / settings.slope })))
      })
  }

  /// Whether a place is farther than 3σ from every mode.
  private func isFar(_ x: Double, _ y: Double) -> Bool {
    data.components.allSatisfy {
      squaredDistance([x, y], $0.mean) > 9 * $0.standardDeviation * $0.standardDeviation
    }
  }

  private func farShare(_ outputs: [Double]) -> Double {
    let count = outputs.count / 2
    let far = (0..<count).filter { isFar(outputs[2 * $0], outputs[2 * $0 + 1]) }.count
    return Double(far) / Double(count)
  }

  private func moment(_ cloud: ParticleCloud, mass: Double?) -> LevelMoment {
    var (outputs, steepnesses): ([Double], [Double]) = ([], [])
    for place in latents.indices {
      func difference(_ neighbour: Int, _ axis: Int) -> Double {
        let first = 10 * place + 2 * neighbour + axis
        return (cloud.positions[first] - cloud.positions[first + 2]) / (2 * Self.reach)
      }
      outputs += cloud.positions[10 * place..<10 * place + 2]
      steepnesses.append(
        planarSpectralNorm([
          [difference(1, 0), difference(3, 0)], [difference(1, 1), difference(3, 1)],
        ]))
    }
    return moment(
      cloud.time, outputs: outputs, steepnesses: steepnesses,
      mass: mass ?? farShare(Array(cloud.positions[(10 * latents.count)...])))
  }

  private func moment(
    _ moment: Double, outputs: [Double], steepnesses: [Double], mass: Double
  ) -> LevelMoment {
    let logs = steepnesses.map { Double.log($0) }
    return LevelMoment(
      moment: moment, outputs: outputs, logSteepnesses: logs, logSteepnessAtCentre: logs[0],
      logGreatestSteepness: logs.max() ?? 0, massBetweenModes: mass, leastMass: nil,
      anchoredBound: nil, stretchingRates: nil)
  }

  /// What was run, for a table's head.
  package var metadata: [(String, String)] {
    [
      (
        "modes",
        data.components.map { $0.mean.map { "\($0)" }.joined(separator: ",") }
          .joined(separator: "; ")
      ),
      ("sigma", data.components.map { "\($0.standardDeviation)" }.joined(separator: ", ")),
      ("initial slope", "\(settings.slope)"), ("latents", "\(latents.count)"),
      ("mesh", "\(settings.cells) × \(settings.cells)"),
      (
        "particles",
        "\(5 * latents.count + settings.crowd), s = \(settings.stepSize); trained: \(settings.stepsFirst) steps first, "
          + "\(settings.stepsEach) each"
      ),
      ("networks", "those of \(experiment.name)"), ("iterations", "\(experiment.iterations)"),
      ("seed", "\(seed)"),
    ]
  }
}

extension Experiment {
  /// The same networks on other data, with noise of their dimension.
  func on(_ data: GaussianMixture<Double>) -> Experiment {
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
