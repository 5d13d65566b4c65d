import Foundation
import GANSimulator
import Testing

@Suite struct TrainerTests {
  struct Killed: Error {}

  /// A folder that is removed when the test ends.
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "steepness-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try body(folder)
  }

  /// The contents of all files that must not depend on how a run came about.
  private func contents(_ folder: URL, final: Int) throws -> [String: Data] {
    let number = String(repeating: "0", count: 9 - "\(final)".count) + "\(final)"
    var result: [String: Data] = [:]
    for name in [
      "config.json", "metrics.jsonl", "result.json", "checkpoints/\(number).safetensors",
      "samples/\(number).npy", "samples/latents.npy",
    ] {
      result[name] = try Data(contentsOf: folder.appending(path: name))
    }
    return result
  }

  private func expectSame(_ first: [String: Data], _ second: [String: Data]) {
    #expect(first.keys == second.keys)
    for (name, data) in first { #expect(second[name] == data, "\(name) differs") }
  }

  @Test func `the same seed gives the same bits and another seed does not`() throws {
    try withFolder { folder in
      for (name, seed) in [("a", UInt64(1)), ("b", 1), ("c", 2)] {
        try Trainer(experiment: .small, seed: seed).run(in: folder.appending(path: name))
      }
      let first = try contents(folder.appending(path: "a"), final: 24)
      expectSame(first, try contents(folder.appending(path: "b"), final: 24))
      let other = try contents(folder.appending(path: "c"), final: 24)
      for name in first.keys { #expect(first[name] != other[name], "\(name) ignores the seed") }
    }
  }

  @Test func `a run that stops half-way and is resumed ends with the bits of a straight one`()
    throws
  {
    try withFolder { folder in
      let straight = folder.appending(path: "straight")
      let halved = folder.appending(path: "halved")
      try Trainer(experiment: .small, seed: 3).run(in: straight)
      let half = try Trainer(experiment: .small, seed: 3).run(in: halved, until: 12)
      #expect(!half.isComplete)
      let resumed = try Trainer(resuming: halved)
      #expect(resumed.iteration == 12)
      #expect(try resumed.run().isComplete)
      expectSame(try contents(straight, final: 24), try contents(halved, final: 24))
    }
  }

  @Test(arguments: [5, 15, 24])
  func `a run that is killed is resumed from its last checkpoint`(iteration: Int) throws {
    try withFolder { folder in
      let straight = folder.appending(path: "straight")
      let killed = folder.appending(path: "killed")
      try Trainer(experiment: .small, seed: 4).run(in: straight)
      #expect(throws: Killed.self) {
        try Trainer(experiment: .small, seed: 4).run(in: killed) { progress in
          if progress.iteration == iteration { throw Killed() }
        }
      }
      // A line that was cut off while it was written.
      let metrics = killed.appending(path: "metrics.jsonl")
      try (Data(contentsOf: metrics) + Data(#"{"coveredMo"#.utf8)).write(to: metrics)
      let resumed = try Trainer(resuming: killed)
      #expect(resumed.iteration == iteration / 8 * 8 - (iteration == 24 ? 8 : 0))
      try resumed.run()
      expectSame(try contents(straight, final: 24), try contents(killed, final: 24))
    }
  }

  @Test func `measuring leaves no trace in the training`() throws {
    var often = Experiment.small
    often.probeInterval = 1
    often.probeSize = 7
    let first = try Trainer(experiment: .small, seed: 5)
    let second = try Trainer(experiment: often, seed: 5)
    try first.run()
    try second.run()
    #expect(first.measurements.map(\.iteration) == [0, 5, 10, 15, 20, 24])
    #expect(second.measurements.count == 25)
    let latents = [-1.5, 0, 0.25]
    #expect(
      first.trainedGenerator().values(at: latents) == second.trainedGenerator().values(at: latents)
    )
  }

  @Test func `networks read from a run folder are those that were trained`() throws {
    try withFolder { folder in
      let run = folder.appending(path: "run")
      let trainer = try Trainer(experiment: .small, seed: 6)
      try trainer.run(in: run)
      let generator = try TrainedGenerator(runFolder: run)
      let discriminator = try TrainedDiscriminator(runFolder: run)
      let points = (0..<600).map { Double($0) / 100 - 3 }
      #expect(generator.values(at: points) == trainer.trainedGenerator().values(at: points))
      #expect(
        discriminator.logits(at: points) == trainer.trainedDiscriminator().logits(at: points))
      #expect(try generator.jacobianNorms(at: points) == generator.jacobians(at: points).map(abs))
      // One rounding in single precision for each of a hidden unit's product, activation and sum.
      let atOrigin = try #require(RunFolder(run).measurements().last).steepnessAtOrigin
      let bound = 16 * Double(Float.ulpOfOne) * atOrigin
      #expect((try generator.jacobianNorms(at: [0])[0] - atOrigin).magnitude <= bound)
      let early = try TrainedGenerator(runFolder: run, iteration: 8)
      #expect(early.values(at: points) != generator.values(at: points))
      #expect(throws: SimulationError.self) {
        try TrainedGenerator(runFolder: run, iteration: 9)
      }
    }
  }

  @Test func `a generator learns where a single mode lies`() throws {
    var experiment = Experiment.small
    experiment.data = MixtureDataSet(means: [[3]], variance: 0.25)
    experiment.iterations = 400
    experiment.probeInterval = 400
    experiment.sampleInterval = 400
    experiment.discriminatorOptimiser = .adam(learningRate: 0.01)
    let trainer = try Trainer(experiment: experiment, seed: 7)
    try trainer.run()
    let before = trainer.measurements.first!.modeMixtureFraction
    let after = trainer.measurements.last!.modeMixtureFraction
    // From hardly any sample near the mode to most of them, for this seed: heuristic.
    #expect(before > 0.5 && after < 0.5, "\(before) → \(after), seed 7")
  }

  @Test func `training that diverges says where`() throws {
    var experiment = Experiment.small
    experiment.generatorOptimiser = .sgd(learningRate: 1e30, momentum: 0.9)
    experiment.discriminatorOptimiser = .sgd(learningRate: 1e30, momentum: 0.9)
    let error = #expect(throws: SimulationError.self) {
      try Trainer(experiment: experiment, seed: 8).run()
    }
    guard case .diverged(let iteration, _, nil) = error else {
      Issue.record("not divergence: \(String(describing: error))")
      return
    }
    // Before the first measurement after the start, at 5.
    #expect((1...5).contains(iteration))
  }

  @Test func `a run that diverges keeps its last good checkpoint and says what happened`() throws {
    try withFolder { folder in
      let run = folder.appending(path: "run")
      var experiment = Experiment.small
      // Grows by a constant factor an iteration, so that some checkpoints come before the end.
      experiment.loss = AdversarialLoss(.squaredHellinger, generator: .modified)
      experiment.discriminatorOptimiser = .sgd(learningRate: 1, momentum: 0.9)
      experiment.iterations = 4000
      experiment.checkpointInterval = 1
      let error = #expect(throws: SimulationError.self) {
        try Trainer(experiment: experiment, seed: 12).run(in: run)
      }
      guard case .diverged(let iteration, _, let checkpoint?) = error else {
        Issue.record("no divergence after a checkpoint: \(String(describing: error))")
        return
      }
      #expect(checkpoint == iteration - 1)
      #expect(RunFolder(run).checkpointIterations().last == checkpoint)
      let result = try JSONDecoder().decode(
        TrainingResult.self, from: try Data(contentsOf: run.appending(path: "result.json")))
      #expect(!result.isComplete && result.stopped == "\(error!)")
      #expect(try TrainedGenerator(runFolder: run).values(at: [0]).allSatisfy(\.isFinite))
    }
  }

  @Test func `a run that diverges before its first checkpoint keeps where it began`() throws {
    try withFolder { folder in
      let run = folder.appending(path: "run")
      var experiment = Experiment.small
      experiment.generatorOptimiser = .sgd(learningRate: 1e30, momentum: 0.9)
      experiment.discriminatorOptimiser = .sgd(learningRate: 1e30, momentum: 0.9)
      func diverge(_ trainer: Trainer) throws -> [String: Data] {
        let error = #expect(throws: SimulationError.self) { try trainer.run(in: run) }
        guard case .diverged(_, _, 0) = error else {
          Issue.record("not from iteration 0: \(String(describing: error))")
          return [:]
        }
        return try contents(run, final: 0)
      }
      let first = try diverge(Trainer(experiment: experiment, seed: 8))
      #expect(RunFolder(run).checkpointIterations() == [0])
      let points = [-1.5, 0, 0.25]
      #expect(
        try TrainedGenerator(runFolder: run).values(at: points)
          == Trainer(experiment: experiment, seed: 8).trainedGenerator().values(at: points))
      // Resumed from there it ends in the same way.
      let resumed = try Trainer(resuming: run)
      #expect(resumed.iteration == 0)
      expectSame(first, try diverge(resumed))
    }
  }

  @Test func `folders that cannot be used are refused`() throws {
    try withFolder { folder in
      let run = folder.appending(path: "run")
      #expect(throws: SimulationError.self) { try Trainer(resuming: run) }
      try Trainer(experiment: .small, seed: 9).run(in: run, until: 8)
      let before = try Data(contentsOf: run.appending(path: "metrics.jsonl"))
      #expect(throws: SimulationError.self) {
        try Trainer(experiment: .small, seed: 10).run(in: run)
      }
      #expect(try Data(contentsOf: run.appending(path: "metrics.jsonl")) == before)

      let checkpoint = run.appending(path: "checkpoints/000000008.safetensors")
      try Data(contentsOf: checkpoint).prefix(1000).write(to: checkpoint)
      #expect(throws: SimulationError.self) { try Trainer(resuming: run) }
    }
  }

  @Test(arguments: [-1, 25])
  func `an iteration outside the experiment is refused`(until: Int) throws {
    #expect(throws: SimulationError.self) {
      try Trainer(experiment: .small, seed: 11).run(until: until)
    }
  }
}
