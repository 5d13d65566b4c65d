package import Foundation
import GANSimulator

extension StoppingTrialResults {
  /// Eight short runs, trained where the folder does not hold them; 'experiment early-stopping' trains many long ones.
  ///
  /// - Parameter seed: the first of the runs' seeds, and that of the bootstrap.
  /// - Throws: as `StoppingTrial.train`.
  package static func quick(
    in folder: URL, seed: UInt64,
    progress: @Sendable (_ done: Int, _ total: Int, _ name: String) -> Void
  ) throws -> StoppingTrialResults {
    let trial = StoppingTrial(folder)
    let first = min(seed, UInt64.max - 7)
    let seeds = first...first + 7
    try trial.train(
      [.quick], seeds: seeds, jobs: ProcessInfo.processInfo.activeProcessorCount,
      progress: progress)
    return try StoppingTrialResults(trial, settings: [.quick], seeds: seeds, seed: seed)
  }

  /// All finished runs of the known settings that a folder of 'experiment early-stopping' holds.
  ///
  /// - Throws: `SimulationError` where there is none, or one cannot be read.
  package init(folder: URL, seed: UInt64) throws {
    try self.init(
      StoppingTrial(folder), settings: StoppingTrial.Setting.all + [.quick], seeds: nil, seed: seed)
  }
}
