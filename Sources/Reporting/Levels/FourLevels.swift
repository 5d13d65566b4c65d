package import GANSimulator
import GANTheory

/// Four levels of one experiment: exact flow, particles under the exact discriminator, particles under a trained one, and an NSGAN.
///
/// The first three start at g₀(z) = slope·z and share the latents and the times; the NSGAN starts from its own random weights and
/// has its own axis. The networks come from `GANSimulator`, the flow from `ParticleFlow`: they share no code.
package protocol FourLevels: Sendable {
  var problem: LevelProblem { get }
  /// Shared latents, each of the data's dimension.
  var latents: [[Double]] { get }
  /// How finely this is resolved, for a table's head.
  var resolution: [(String, String)] { get }

  init(_ problem: LevelProblem)

  /// The exact flow.
  func exactFlow() throws -> LevelHistory
  /// Particles in steps under the exact discriminator.
  func exactParticles() throws -> LevelHistory
  /// Particles in steps of s under a network that learns from them.
  func trainedParticles(seed: UInt64) throws -> LevelHistory
  /// The moment of two networks.
  ///
  /// - Parameter boundFactor: what the greatest steepness is multiplied by before the least mass at it is asked for.
  func moment(
    after iteration: Int, _ generator: TrainedGenerator, _ discriminator: TrainedDiscriminator,
    boundFactor: Double
  ) throws -> LevelMoment
}

extension FourLevels {
  var settings: LevelSettings { problem.settings }
  var data: GaussianMixture<Double> { problem.data }

  /// The same data and networks with other settings.
  func replacing(_ settings: LevelSettings) -> Self { Self(problem.replacing(settings)) }

  /// An NSGAN, at as many moments of its training as there are times.
  package func adversarial(
    seed: UInt64, progress: (Int) -> Void = { _ in }
  ) throws -> LevelHistory {
    let trainer = try trainer(seed: seed)
    return LevelHistory(
      level: .adversarial,
      moments: try problem.adversarialIterations.map { iteration in
        if iteration > trainer.iteration {
          try trainer.run(until: iteration) { progress($0.iteration) }
        }
        return try moment(
          after: iteration, trainer.trainedGenerator(), trainer.trainedDiscriminator(),
          boundFactor: 1)
      })
  }

  /// The NSGAN at the end of its training.
  func lastAdversarialMoment(seed: UInt64, boundFactor: Double = 1) throws -> LevelMoment {
    let trainer = try trainer(seed: seed)
    try trainer.run()
    return try moment(
      after: trainer.iteration, trainer.trainedGenerator(), trainer.trainedDiscriminator(),
      boundFactor: boundFactor)
  }

  /// One thread: the networks are small, and how many there are changes no bit.
  private func trainer(seed: UInt64) throws -> Trainer {
    try Trainer(experiment: problem.experiment, seed: seed, threads: 1)
  }

  /// What was run, for a table's head.
  package var metadata: [(String, String)] {
    let experiment = problem.experiment
    return [
      (
        "modes",
        data.components.map { $0.mean.map { "\($0)" }.joined(separator: ",") }
          .joined(separator: "; ")
      ),
      ("sigma", data.components.map { "\($0.standardDeviation)" }.joined(separator: ", ")),
      ("initial slope", "\(settings.slope)"),
    ] + resolution + [
      (
        "trained discriminator",
        "s = \(settings.stepSize), \(settings.stepsFirst) steps first, \(settings.stepsEach) each"
      ),
      ("networks", "those of \(experiment.name), batches of \(experiment.batchSize)"),
      ("iterations", "\(experiment.iterations)"), ("seed", "\(problem.seed)"),
    ]
  }
}
