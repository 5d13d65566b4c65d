public import Foundation

/// Trains the two networks of an experiment, measures them and keeps the run in a folder.
///
/// The same experiment and seed give the same bits on the same machine, in one go or resumed: a
/// checkpoint holds everything that later iterations depend on, and measurements draw from streams
/// of their own.
///
/// - Accuracy: the networks compute in single precision.
public final class Trainer {
  /// What is repeated where the run is.
  public let configuration: RunConfiguration
  /// All measurements so far, in order of iteration.
  public private(set) var measurements: [MeasuredIteration] = []

  private let game: AdversarialGame<Float>
  private let probe: Probe<Float>
  private var folder: RunFolder?

  /// How many iterations were taken.
  public var iteration: Int { game.iteration }
  /// What is run.
  public var experiment: Experiment { configuration.experiment }

  /// A run before its first iteration.
  ///
  /// - Throws: `SimulationError.invalidArgument` where the experiment breaks a rule.
  public init(experiment: Experiment, seed: UInt64) throws {
    try experiment.validate()
    configuration = RunConfiguration(experiment: experiment, seed: seed)
    game = AdversarialGame(experiment, seed: seed)
    probe = Probe(game, seed: seed)
  }

  /// A run as its last checkpoint left it; with no checkpoint yet, as it began.
  ///
  /// Measurements after the checkpoint are cut off, since they will be taken again.
  ///
  /// - Throws: `SimulationError` where the folder does not hold a run that can be resumed.
  public init(resuming url: URL) throws {
    let folder = RunFolder(url)
    configuration = try folder.configuration()
    game = AdversarialGame(configuration.experiment, seed: configuration.seed)
    probe = Probe(game, seed: configuration.seed)
    if !folder.checkpointIterations().isEmpty {
      let (file, path) = try folder.checkpoint()
      try Checkpoint.restore(game, from: file, path: path)
      measurements = try folder.truncateMetrics(after: game.iteration)
    } else {
      measurements = try folder.truncateMetrics(after: -1)
    }
    self.folder = folder
  }

  /// Trains up to an iteration, or to the experiment's last.
  ///
  /// Measures before the first iteration, at every multiple of the probe interval and at the end;
  /// checkpoints at every multiple of the checkpoint interval and where it stops.
  ///
  /// - Parameters:
  ///   - url: the folder to make; nil keeps the run in memory, or in the folder it was resumed from.
  ///   - until: the iteration to stop at; nil for the experiment's last.
  ///   - progress: called after each measurement. What it throws ends the run at once, as if it
  ///     were killed.
  /// - Throws: `SimulationError` where the folder cannot be used or training diverges.
  @discardableResult
  public func run(
    in url: URL? = nil, until: Int? = nil, progress: (Progress) throws -> Void = { _ in }
  ) throws -> TrainingResult {
    let last = until ?? experiment.iterations
    try require(
      last >= iteration && last <= experiment.iterations, "until", "\(last)",
      "training can go from iteration \(iteration) to \(experiment.iterations)",
      "give an iteration in this range or change the experiment's iterations")
    try open(url)
    let clock = ContinuousClock()
    let start = clock.now
    let first = iteration

    if measurements.isEmpty { try measure(progress) }
    while iteration < last {
      game.advance()
      if iteration % experiment.probeInterval == 0 || iteration == experiment.iterations {
        try measure(progress)
      }
      if iteration % experiment.checkpointInterval == 0 || iteration == last {
        try writeCheckpoint()
      }
    }
    let result = result
    if let folder {
      let seconds = (clock.now - start) / .seconds(1)
      try record(TimedStretch(fromIteration: first, toIteration: iteration, seconds: seconds))
      if result.isComplete { try folder.write(result, to: folder.resultFile) }
    }
    return result
  }

  /// The generator as it stands, a copy that further training leaves alone.
  public func trainedGenerator() -> TrainedGenerator {
    TrainedGenerator(copying: game.generator, experiment: experiment)
  }

  /// The discriminator as it stands, a copy that further training leaves alone.
  public func trainedDiscriminator() -> TrainedDiscriminator {
    TrainedDiscriminator(copying: game.discriminator, experiment: experiment)
  }

  private var result: TrainingResult {
    let steepest = measurements.max { $0.meanSteepness < $1.meanSteepness }!
    return TrainingResult(
      experiment: experiment.name, seed: configuration.seed, iteration: iteration,
      isComplete: iteration == experiment.iterations, last: measurements[measurements.count - 1],
      largestMeanSteepness: steepest.meanSteepness,
      iterationOfLargestMeanSteepness: steepest.iteration)
  }

  private func open(_ url: URL?) throws {
    guard let url else { return }
    if let folder {
      guard folder.url.standardizedFileURL == url.standardizedFileURL else {
        throw SimulationError.unusableFile(
          path: url.path, problem: "this run is kept in \(folder.url.path)",
          remedy: "give that folder, or none")
      }
      return
    }
    let folder = RunFolder(url)
    try folder.create(configuration)
    let latents = NumPyArray.encoded(
      probe.noise, rows: experiment.probeSize, columns: experiment.latentDimension)
    try latents.write(to: folder.sampleFolder.appending(path: "latents.npy"), options: .atomic)
    for measured in measurements { try folder.append(measured) }
    self.folder = folder
  }

  private func measure(_ progress: (Progress) throws -> Void) throws {
    let measured = try probe.measurement(of: game)
    measurements.append(measured)
    try folder?.append(measured)
    try progress(
      Progress(
        iteration: iteration, iterations: experiment.iterations, measurement: measured))
  }

  private func writeCheckpoint() throws {
    guard let folder else { return }
    let samples = NumPyArray.encoded(
      probe.samples(of: game.generator), rows: experiment.probeSize,
      columns: experiment.data.dimension)
    try samples.write(to: folder.sampleFile(iteration), options: .atomic)
    let checkpoint = try Checkpoint.tensors(of: game).encoded()
    try checkpoint.write(to: folder.checkpointFile(iteration), options: .atomic)
  }

  private func record(_ stretch: TimedStretch) throws {
    guard let folder else { return }
    let earlier =
      (try? Data(contentsOf: folder.timingFile))
      .flatMap { try? JSONDecoder().decode([TimedStretch].self, from: $0) } ?? []
    try folder.write(earlier + [stretch], to: folder.timingFile)
  }
}
