package import GANSimulator
import GANTheory
import NumericKernel

/// What the networks of a training run make of the same latents, from moment to moment.
package struct SampleHistory: Sendable {
  /// The samples of one moment, in the order of the latents.
  package struct Moment: Sendable {
    package let iteration: Int
    /// count × dimension, row-major.
    package let samples: [Double]
    /// ‖∇d/d‖₂ at each sample, without noise in the discriminator.
    package let gradientNorms: [Double]
    /// ‖J_g‖₂ at each latent.
    package let steepness: [Double]

    fileprivate init(
      _ iteration: Int, _ generator: TrainedGenerator, _ discriminator: TrainedDiscriminator,
      at latents: [Double]
    ) throws {
      self.iteration = iteration
      samples = generator.values(at: latents)
      steepness = try generator.jacobianNorms(at: latents)
      let dimension = generator.dimension
      let gradients = discriminator.logGradients(at: samples)
      gradientNorms = stride(from: 0, to: gradients.count, by: dimension).map { start in
        gradients[start..<start + dimension].reduce(0) { $0 + $1 * $1 }.squareRoot()
      }
    }
  }

  package let configuration: RunConfiguration
  package let measurements: [MeasuredIteration]
  /// Ascending in iteration, the first before any step.
  package let moments: [Moment]
  /// How many latents are followed.
  package let count: Int

  package var data: MixtureDataSet { configuration.experiment.data }

  /// Trains, and keeps the samples of every measured iteration.
  ///
  /// - Throws: `SimulationError` where the experiment breaks a rule or training diverges.
  package init(
    training experiment: Experiment, seed: UInt64, count: Int = 512, threads: Int? = nil,
    progress: (GANSimulator.Progress) -> Void = { _ in }
  ) throws {
    let trainer = try Trainer(experiment: experiment, seed: seed, threads: threads)
    let latents = Self.latents(count, trainer.configuration)
    var moments: [Moment] = []
    try trainer.run {
      moments.append(
        try Moment(
          $0.iteration, trainer.trainedGenerator(), trainer.trainedDiscriminator(), at: latents))
      progress($0)
    }
    configuration = trainer.configuration
    measurements = trainer.measurements
    self.moments = moments
    self.count = count
  }

  /// Reads the checkpoints of a run; the networks before the first step are made again from the seed.
  ///
  /// - Throws: `SimulationError` where the folder or a checkpoint cannot be read.
  package init(runFolder: RunFolder, count: Int = 512) throws {
    configuration = try runFolder.configuration()
    measurements = try runFolder.measurements()
    let start = try Trainer(experiment: configuration.experiment, seed: configuration.seed)
    let latents = Self.latents(count, configuration)
    moments =
      [
        try Moment(0, start.trainedGenerator(), start.trainedDiscriminator(), at: latents)
      ]
      + (try runFolder.checkpointIterations().map { iteration in
        try Moment(
          iteration, try TrainedGenerator(runFolder: runFolder.url, iteration: iteration),
          try TrainedDiscriminator(runFolder: runFolder.url, iteration: iteration), at: latents)
      })
    self.count = count
  }

  private static func latents(_ count: Int, _ configuration: RunConfiguration) -> [Double] {
    RandomStream(seed: configuration.seed, name: "figure/latents")
      .normals(count * configuration.experiment.latentDimension)
  }

  /// The moments nearest to iterations, each once, ascending.
  package func moments(nearest iterations: [Int]) -> [Moment] {
    let chosen = iterations.compactMap { wanted in
      moments.indices.min {
        abs(moments[$0].iteration - wanted) < abs(moments[$1].iteration - wanted)
      }
    }
    return Set(chosen).sorted().map { moments[$0] }
  }

  /// The moments at shares of the whole run.
  package func moments(atShares shares: [Double]) -> [Moment] {
    let last = Double(moments.last?.iteration ?? 0)
    return moments(nearest: shares.map { Int(($0 * last).rounded()) })
  }

  /// Where the samples of a moment lie with respect to the modes.
  package func census(_ moment: Moment) -> ModeCensus { ModeCensus(of: moment.samples, in: data) }

  /// The measured iteration from which on at most half of the modes are covered; nil where more are at the end,
  /// or never were.
  package var collapse: Int? {
    guard
      let last = measurements.lastIndex(where: { 2 * $0.coveredModes > data.modes.count }),
      last + 1 < measurements.count
    else { return nil }
    return measurements[last + 1].iteration
  }

  /// The first measured iteration at which all modes are covered.
  package var fit: Int? {
    measurements.first { $0.coveredModes == data.modes.count }?.iteration
  }

  /// What a caption says of the run.
  package var parameters: [(String, String)] {
    let experiment = configuration.experiment
    return [
      ("experiment", experiment.name),
      ("iterations", "\(moments.last?.iteration ?? 0) of \(experiment.iterations)"),
      ("batch", "\(experiment.batchSize)"), ("latents shown", "\(count)"),
      ("seed", "\(configuration.seed)"),
    ]
  }
}
