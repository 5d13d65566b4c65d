import Foundation
package import GANSimulator

/// A trial of stopping rules with everything that its tables and figures show.
package struct StoppingTrialResults: Sendable {
  /// One setting's runs and scores.
  package struct Part: Sendable {
    package let setting: StoppingTrial.Setting
    package let runs: [RunHistory]
    package let courses: [CollapseCourse]
    /// One a criterion, in the order of `StoppingTrial.Setting.criteria`.
    package let scores: [(name: String, score: StoppingScore)]
    package let signals: [PhaseSignals]

    package init(
      _ setting: StoppingTrial.Setting, runs: [RunHistory], seed: UInt64
    ) throws {
      self.setting = setting
      self.runs = runs
      courses = runs.map(CollapseCourse.init)
      scores = try setting.criteria().map {
        ($0.name, try StoppingScore($0.criterion, over: runs, seed: seed))
      }
      let (printed, repaired) = try setting.rules()
      signals = try PhaseSignals.byPhase(of: runs, printed: printed, repaired: repaired)
    }

    /// The score of a name.
    func score(_ name: String) -> StoppingScore? { scores.first { $0.name == name }?.score }
  }

  /// The settings that have runs.
  package let parts: [Part]
  /// The seed of the bootstrap.
  package let seed: UInt64

  /// What the folder of a trial holds of some seeds.
  ///
  /// - Parameter seeds: without them all that the folder has.
  /// - Throws: `SimulationError` where there is no finished run, or one cannot be read.
  package init(
    _ trial: StoppingTrial, settings: [StoppingTrial.Setting], seeds: ClosedRange<UInt64>?,
    seed: UInt64
  ) throws {
    self.seed = seed
    parts = try settings.compactMap { setting in
      let runs =
        if let seeds { try trial.histories(setting, seeds: seeds) } else {
          try trial.histories(setting, seeds: trial.seeds(setting))
        }
      return runs.isEmpty ? nil : try Part(setting, runs: runs, seed: seed)
    }
    guard !parts.isEmpty else {
      throw SimulationError.unusableFile(
        path: trial.folder.path, problem: "it holds no finished run of these settings and seeds",
        remedy: "train them first")
    }
  }

  /// Where the numbers come from, for tables.
  var metadata: [(String, String)] {
    parts.map { part in
      let seeds = part.runs.map(\.seed)
      return (
        "runs of \(part.setting.name)",
        "\(part.runs.count), seeds \(seeds[0]) to \(seeds[seeds.count - 1]), "
          + "\(part.setting.experiment.iterations) iterations, \(part.setting.summary)"
      )
    } + [("bootstrap", "2000 resamples of runs, seed \(seed), 95 %")]
  }
}
