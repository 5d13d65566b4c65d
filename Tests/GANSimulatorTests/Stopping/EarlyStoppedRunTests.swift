import Foundation
import GANSimulator
import Testing

/// Training that consults the rule while it goes on.
@Suite struct `Early-stopped runs` {
  struct Killed: Error {}

  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "steepness-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try body(folder)
  }

  private func observations(_ measurements: [MeasuredIteration]) -> [StoppingObservation] {
    measurements.map {
      StoppingObservation(
        iteration: $0.iteration, gradient: $0.gradientNorm.modeLevel, steepness: $0.meanSteepness)
    }
  }

  /// A rule that the whole run first breaks in its middle, and the measurements of the whole run.
  private func ruleAndWhole(seed: UInt64) throws -> (EarlyStoppingRule, [MeasuredIteration]) {
    let trainer = try Trainer(experiment: .small, seed: seed)
    try trainer.run()
    let whole = trainer.measurements
    var rule = EarlyStoppingRule.printed(modeDistance: 4, standardDeviation: 0.5, warmUp: 9)
    rule.leastSteepnessChange = -0.999
    // Between what is seen at 10 and at 15, in the direction that 15 is the first above.
    let (before, after) = (whole[2].gradientNorm.modeLevel, whole[3].gradientNorm.modeLevel)
    try #require(before < after, "seed \(seed): choose another")
    rule.gradientThreshold = .given((before + after) / 2)
    return (rule, whole)
  }

  @Test func `training stops where the replay of its whole run does`() throws {
    try withFolder { folder in
      let (rule, whole) = try ruleAndWhole(seed: 3)
      let expected = try #require(
        try EarlyStopping.examinations(of: observations(whole), by: rule).last)
      #expect(expected.stops && expected.observation.iteration == 15)

      let run = folder.appending(path: "run")
      let result = try Trainer(experiment: .small, seed: 3, earlyStopping: rule).run(in: run)
      #expect(result.earlyStop == expected && result.iteration == 15 && !result.isComplete)
      let measurements = try RunFolder(run).measurements()
      #expect(measurements == Array(whole.prefix(4)))
      #expect(RunFolder(run).checkpointIterations() == [8, 15])
      // A replay of the file decides the same.
      let file = try MetricsFile(contentsOf: run.appending(path: "metrics.jsonl"))
      let replayed = try EarlyStopping.examinations(of: try file.observations(.init()), by: rule)
      #expect(replayed.last == expected)
    }
  }

  @Test(arguments: [10, 15]) func `a killed run comes to the same decision and bits`(
    killedAt: Int
  ) throws {
    try withFolder { folder in
      let (rule, _) = try ruleAndWhole(seed: 3)
      let (straight, killed) = (folder.appending(path: "a"), folder.appending(path: "b"))
      try Trainer(experiment: .small, seed: 3, earlyStopping: rule).run(in: straight)
      #expect(throws: Killed.self) {
        try Trainer(experiment: .small, seed: 3, earlyStopping: rule).run(in: killed) {
          if $0.iteration == killedAt { throw Killed() }
        }
      }
      let resumed = try Trainer(resuming: killed)
      #expect(resumed.iteration == 8)
      #expect(try resumed.run().earlyStop != nil)
      // Nothing is trained again once it has stopped.
      let again = try Trainer(resuming: killed)
      #expect(try again.run().iteration == 15)
      for name in [
        "config.json", "metrics.jsonl", "result.json", "checkpoints/000000015.safetensors",
      ] {
        #expect(
          try Data(contentsOf: straight.appending(path: name))
            == Data(contentsOf: killed.appending(path: name)), "\(name) differs")
      }
    }
  }

  @Test func `a rule that never stops leaves no trace but in the configuration`() throws {
    let rule = EarlyStoppingRule.printed(modeDistance: 4e6, standardDeviation: 0.5, warmUp: 1000)
    let (with, without) = (
      try Trainer(experiment: .small, seed: 4, earlyStopping: rule),
      try Trainer(experiment: .small, seed: 4)
    )
    #expect(try with.run() == without.run())
    #expect(with.measurements == without.measurements)
    #expect(throws: SimulationError.self) {
      var none = rule
      none.warmUp = -1
      _ = try Trainer(experiment: .small, seed: 4, earlyStopping: none)
    }
  }
}
