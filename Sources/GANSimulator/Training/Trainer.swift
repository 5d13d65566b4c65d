public import Foundation

/// Trains the two networks of an experiment, measures them and keeps the run in a folder.
///
/// The same experiment and seed give the same bits on the same machine, in one go or resumed: a
/// checkpoint holds everything that later iterations depend on, and measurements draw from streams
/// of their own.
///
/// - Accuracy: the networks compute in the experiment's precision.
public final class Trainer {
  /// What is repeated where the run is.
  public let configuration: RunConfiguration
  /// All measurements so far, in order of iteration, of a run without a folder; one with a folder
  /// has them there, so that its memory does not grow.
  public private(set) var measurements: [MeasuredIteration] = []

  /// How well the generator met the experiment's start; nil without one.
  public let startFit: GeneratorStartFit?

  private let game: any RunningGame
  private var folder: RunFolder?
  private var last: MeasuredIteration?
  private var steepest: MeasuredIteration?
  private var lastCheckpoint: Int?
  private var monitor: EarlyStopping?
  /// Where the rule of early stopping stops the run, once it does.
  private var earlyStop: StoppingExamination?

  /// How many iterations were taken.
  public var iteration: Int { game.iteration }
  /// What is run.
  public var experiment: Experiment { configuration.experiment }

  /// A run before its first iteration.
  ///
  /// - Parameters:
  ///   - threads: how many threads share an iteration, nil for as many as suit it; changes no bit.
  ///   - earlyStopping: consulted at every measurement; nil to train to the end.
  /// - Throws: `SimulationError.invalidArgument` where the experiment or the rule breaks a rule.
  public init(
    experiment: Experiment, seed: UInt64, threads: Int? = nil,
    earlyStopping: EarlyStoppingRule? = nil
  ) throws {
    try experiment.validate()
    monitor = try earlyStopping.map { try EarlyStopping($0) }
    configuration = RunConfiguration(
      experiment: experiment, seed: seed, earlyStopping: earlyStopping)
    game = runningGame(experiment, seed: seed, threads: threads)
    startFit = game.fitStart()
  }

  /// A run as its last checkpoint left it; with no checkpoint yet, as it began.
  ///
  /// Measurements after the checkpoint are cut off, since they will be taken again; a rule of early stopping is
  /// shown those that are kept.
  ///
  /// - Throws: `SimulationError` where the folder does not hold a run that can be resumed.
  public init(resuming url: URL, threads: Int? = nil) throws {
    let folder = RunFolder(url)
    configuration = try folder.configuration()
    monitor = try configuration.earlyStopping.map { try EarlyStopping($0) }
    try folder.removePartialFiles()
    game = runningGame(configuration.experiment, seed: configuration.seed, threads: threads)
    var kept: [MeasuredIteration] = []
    if !folder.checkpointIterations().isEmpty {
      let (file, path) = try folder.checkpoint()
      try game.restore(from: file, path: path)
      lastCheckpoint = game.iteration
      startFit = try folder.startFit()
      kept = try folder.truncateMetrics(after: game.iteration)
    } else {
      startFit = game.fitStart()
      kept = try folder.truncateMetrics(after: -1)
    }
    kept.forEach(keep)
    self.folder = folder
  }

  /// Trains up to an iteration, or to the experiment's last, or to where the rule of early stopping stops it.
  ///
  /// Measures before the first iteration, at every multiple of the probe interval and at the end;
  /// checkpoints at every multiple of the checkpoint interval and where it stops. A run in a folder that diverges before
  /// its first checkpoint leaves one of iteration 0.
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
    let end = until ?? experiment.iterations
    try require(
      end >= iteration && end <= experiment.iterations, "until", "\(end)",
      "training can go from iteration \(iteration) to \(experiment.iterations)",
      "give an iteration in this range or change the experiment's iterations")
    try open(url)
    let clock = ContinuousClock()
    let start = clock.now
    let first = iteration

    do {
      if last == nil { try measure(progress) }
      while iteration < end && earlyStop == nil {
        game.advance()
        try check(game.derivativesAreFinite, isFinite: "the derivative of a loss")
        if iteration % experiment.probeInterval == 0 || iteration == experiment.iterations {
          try measure(progress)
        }
        if iteration % experiment.checkpointInterval == 0 || iteration == end || earlyStop != nil {
          try check(game.parametersAreFinite, isFinite: "a parameter")
          try writeCheckpoint(of: game)
        }
      }
    } catch SimulationError.diverged(let iteration, let quantity, _) {
      // What cannot be measured at iteration 0 is no good to keep.
      if lastCheckpoint == nil, last != nil, folder != nil {
        let beginning = runningGame(experiment, seed: configuration.seed, threads: 1)
        _ = beginning.fitStart()
        try writeCheckpoint(of: beginning)
      }
      let error = SimulationError.diverged(
        iteration: iteration, quantity: quantity, checkpoint: lastCheckpoint)
      if let folder, let result = result(stopped: "\(error)") {
        try folder.write(result, to: folder.resultFile)
      }
      throw error
    }
    let reason = earlyStop.map {
      "early stopping at iteration \($0.observation.iteration): \($0.causes)"
    }
    guard let result = result(stopped: reason) else {
      preconditionFailure("a run of \(iteration) iterations breaks measurements ≥ 1")
    }
    if let folder {
      let seconds = (clock.now - start) / .seconds(1)
      try record(TimedStretch(fromIteration: first, toIteration: iteration, seconds: seconds))
      if result.isComplete || earlyStop != nil { try folder.write(result, to: folder.resultFile) }
    }
    return result
  }

  /// The generator as it stands, a copy that further training leaves alone.
  public func trainedGenerator() -> TrainedGenerator {
    TrainedGenerator(game.generatorCopy(), experiment: experiment)
  }

  /// The discriminator as it stands, a copy that further training leaves alone.
  public func trainedDiscriminator() -> TrainedDiscriminator {
    TrainedDiscriminator(game.discriminatorCopy(), experiment: experiment)
  }

  private func result(stopped: String?) -> TrainingResult? {
    guard let last, let steepest else { return nil }
    return TrainingResult(
      experiment: experiment.name, seed: configuration.seed, iteration: iteration,
      isComplete: stopped == nil && iteration == experiment.iterations, stopped: stopped,
      earlyStop: earlyStop, last: last, largestMeanSteepness: steepest.meanSteepness,
      iterationOfLargestMeanSteepness: steepest.iteration)
  }

  private func check(_ holds: Bool, isFinite quantity: String) throws {
    guard holds else {
      throw SimulationError.diverged(iteration: iteration, quantity: quantity)
    }
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
    try folder.create(configuration, latents: game.latents, startFit: startFit)
    for measured in measurements { try folder.append(measured) }
    measurements = []
    self.folder = folder
  }

  private func measure(_ progress: (Progress) throws -> Void) throws {
    let measured = try game.measurement()
    keep(measured)
    if let folder {
      try folder.append(measured)
    } else {
      measurements.append(measured)
    }
    try progress(
      Progress(
        iteration: iteration, iterations: experiment.iterations, measurement: measured))
  }

  private func keep(_ measured: MeasuredIteration) {
    last = measured
    if earlyStop == nil,
      let examination = monitor?.examine(
        StoppingObservation(
          iteration: measured.iteration, gradient: measured.gradientNorm.modeLevel,
          steepness: measured.meanSteepness)),
      examination.stops
    {
      earlyStop = examination
    }
    if measured.meanSteepness > steepest?.meanSteepness ?? -.infinity { steepest = measured }
  }

  private func writeCheckpoint(of game: any RunningGame) throws {
    guard let folder else { return }
    try folder.replace(folder.sampleFile(game.iteration), with: try game.samples())
    try folder.replace(
      folder.checkpointFile(game.iteration), with: try game.checkpoint().encoded())
    lastCheckpoint = game.iteration
  }

  private func record(_ stretch: TimedStretch) throws {
    guard let folder else { return }
    let earlier =
      (try? Data(contentsOf: folder.timingFile))
      .flatMap { try? JSONDecoder().decode([TimedStretch].self, from: $0) } ?? []
    try folder.write(earlier + [stretch], to: folder.timingFile)
  }
}
