internal import Dispatch
public import Foundation
internal import Synchronization

/// One experiment trained from many seeds, kept in a folder, so that stopping rules can be tried on all of them.
///
/// `FOLDER/NAME/seed-7` is the run folder of seed 7 of the setting with that name; a trial that is killed goes on
/// where its runs' checkpoints are.
public struct StoppingTrial: Sendable {
  /// An experiment with a name that a folder can have.
  public struct Setting: Sendable {
    /// What is trained; its name is the setting's.
    public let experiment: Experiment
    /// What sets it apart, in a few words.
    public let summary: String

    /// - Parameter experiment: its sample interval is its probe interval.
    public init(_ experiment: Experiment, summary: String) {
      self.experiment = experiment
      self.summary = summary
    }

    public var name: String { experiment.name }
  }

  /// Where the runs are.
  public let folder: URL

  /// The trial of a folder, which need not exist yet.
  public init(_ folder: URL) { self.folder = folder }

  /// The run folder of a seed.
  public func run(_ setting: Setting, seed: UInt64) -> RunFolder {
    RunFolder(folder.appending(path: setting.name).appending(path: "seed-\(seed)"))
  }

  /// Trains what is missing, one thread a run.
  ///
  /// A run that diverges is finished: its measurements up to there count.
  ///
  /// - Parameters:
  ///   - jobs: how many runs are trained at a time.
  ///   - progress: called under a lock after every measurement, with iterations done and asked for.
  /// - Throws: `SimulationError` where a folder holds another run or cannot be used; runs that others are at
  ///   end at their next measurement, and can be resumed.
  public func train(
    _ settings: [Setting], seeds: ClosedRange<UInt64>, jobs: Int,
    progress: @Sendable (_ done: Int, _ total: Int, _ name: String) -> Void
  ) throws {
    precondition(jobs > 0, "jobs > 0")
    var pending: [(setting: Setting, seed: UInt64)] = []
    for setting in settings {
      try setting.experiment.validate()
      try FileManager.default.createDirectory(
        at: folder.appending(path: setting.name), withIntermediateDirectories: true)
      for seed in seeds where try !isFinished(setting, seed: seed) {
        pending.append((setting, seed))
      }
    }
    let queue = pending
    let total = queue.reduce(0) { $0 + $1.setting.experiment.iterations }
    let next = Atomic<Int>(0)
    let state = Mutex<(done: Int, failure: (any Error)?)>((0, nil))
    DispatchQueue.concurrentPerform(iterations: min(jobs, queue.count)) { _ in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < queue.count, state.withLock({ $0.failure == nil }) else { return }
        let (setting, seed) = queue[index]
        var last = 0
        do {
          try train(setting, seed: seed) { iteration in
            let step = iteration - last
            last = iteration
            try state.withLock { state in
              if state.failure != nil { throw CancellationError() }
              state.done += step
              progress(state.done, total, "\(setting.name) seed \(seed)")
            }
          }
        } catch {
          state.withLock { if $0.failure == nil { $0.failure = error } }
        }
      }
    }
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }

  /// The histories of the runs that are finished, in order of seed.
  ///
  /// - Throws: `SimulationError` where a folder holds another run or a damaged one.
  public func histories(
    _ setting: Setting, seeds: some Sequence<UInt64>
  ) throws -> [RunHistory] {
    try seeds.compactMap { seed in
      guard try isFinished(setting, seed: seed) else { return nil }
      return try RunHistory(
        seed: seed, modeCount: setting.experiment.data.modes.count,
        measurements: try run(setting, seed: seed).measurements())
    }
  }

  /// The seeds of a setting that have a folder, ascending.
  public func seeds(_ setting: Setting) -> [UInt64] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: setting.name).path)
    return (names ?? []).compactMap {
      $0.hasPrefix("seed-") ? UInt64($0.dropFirst("seed-".count)) : nil
    }.sorted()
  }

  /// Whether the run is there and at its end, or diverged.
  private func isFinished(_ setting: Setting, seed: UInt64) throws -> Bool {
    let run = run(setting, seed: seed)
    guard FileManager.default.fileExists(atPath: run.configurationFile.path) else { return false }
    let configuration = try run.configuration()
    guard configuration.experiment == setting.experiment, configuration.seed == seed,
      configuration.earlyStopping == nil
    else {
      throw SimulationError.unusableFile(
        path: run.url.path, problem: "it holds another run than \(setting.name) seed \(seed)",
        remedy: "name another folder for the trial")
    }
    return FileManager.default.fileExists(atPath: run.resultFile.path)
  }

  private func train(
    _ setting: Setting, seed: UInt64, progress: (Int) throws -> Void
  ) throws {
    let folder = run(setting, seed: seed)
    let isThere = FileManager.default.fileExists(atPath: folder.configurationFile.path)
    let trainer =
      isThere
      ? try Trainer(resuming: folder.url, threads: 1)
      : try Trainer(experiment: setting.experiment, seed: seed, threads: 1)
    do {
      try trainer.run(in: folder.url) { try progress($0.iteration) }
    } catch SimulationError.diverged {
      try progress(setting.experiment.iterations)
    }
  }
}
