import Foundation
import GANSimulator
import Testing

@Suite struct `Stopping trials` {
  private static let setting: StoppingTrial.Setting = {
    var experiment = Experiment.small
    experiment.sampleInterval = experiment.probeInterval
    return StoppingTrial.Setting(experiment, summary: "two modes on a line")
  }()

  private func withTrial(_ body: (StoppingTrial) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "steepness-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(StoppingTrial(folder))
  }

  private func train(
    _ trial: StoppingTrial, seeds: ClosedRange<UInt64>, jobs: Int = 2
  ) throws {
    try trial.train([Self.setting], seeds: seeds, jobs: jobs) { _, _, _ in }
  }

  @Test func `runs trained together have the bits of runs trained alone`() throws {
    try withTrial { trial in
      try train(trial, seeds: 1...3)
      let histories = try trial.histories(Self.setting, seeds: 1...5)
      #expect(histories.map(\.seed) == [1, 2, 3])
      for history in histories {
        let alone = try Trainer(experiment: Self.setting.experiment, seed: history.seed)
        try alone.run()
        #expect(history.measurements == alone.measurements, "seed \(history.seed)")
        #expect(history.modeCount == 2 && history.lastIteration == 24)
      }
    }
  }

  @Test func `a trial that was killed goes on and ends with the same bits`() throws {
    try withTrial { trial in
      // As a kill after iteration 8 leaves a run: a checkpoint, no result.
      let run = trial.run(Self.setting, seed: 2)
      try FileManager.default.createDirectory(
        at: run.url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Trainer(experiment: Self.setting.experiment, seed: 2).run(in: run.url, until: 8)
      #expect(try trial.histories(Self.setting, seeds: 1...2).isEmpty)
      try train(trial, seeds: 1...2, jobs: 1)
      let alone = try Trainer(experiment: Self.setting.experiment, seed: 2)
      try alone.run()
      #expect(
        try trial.histories(Self.setting, seeds: 2...2).map(\.measurements) == [alone.measurements])
      // What is finished is not trained again.
      let before = try Data(contentsOf: run.url.appending(path: "timing.json"))
      try train(trial, seeds: 1...2)
      #expect(try Data(contentsOf: run.url.appending(path: "timing.json")) == before)
    }
  }

  @Test func `a folder with another run is refused`() throws {
    try withTrial { trial in
      try train(trial, seeds: 1...1)
      var experiment = Self.setting.experiment
      experiment.batchSize += 1
      let other = StoppingTrial.Setting(experiment, summary: "larger batches")
      #expect(throws: SimulationError.self) {
        try trial.train([other], seeds: 1...1, jobs: 1) { _, _, _ in }
      }
      #expect(throws: SimulationError.self) { try trial.histories(other, seeds: 1...1) }
    }
  }

  @Test func `the settings that come along can be run and have a rule`() throws {
    let names = StoppingTrial.Setting.all.map(\.name)
    #expect(Set(names).count == names.count)
    for setting in StoppingTrial.Setting.all + [.quick] {
      try setting.experiment.validate()
      #expect(setting.experiment.sampleInterval == setting.experiment.probeInterval)
      #expect(try setting.criteria().map(\.name).last == "oracle")
    }
    #expect(try StoppingTrial.Setting.named(["gaussian-2d"]).map(\.name) == ["gaussian-2d"])
    #expect(throws: SimulationError.self) { try StoppingTrial.Setting.named(["nothing"]) }
  }
}
