import Foundation
import GANSimulator
import Testing

@Suite struct GeneratorStartTests {
  private func experiment(_ density: GeneratorStart.Density, steps: Int) -> Experiment {
    var experiment = Experiment.small
    experiment.generatorStart = GeneratorStart(density, steps: steps)
    return experiment
  }

  @Test func `a generator starts at the map of its density, within the error that is reported`()
    throws
  {
    let latents = (-20...20).map { Double($0) / 10 }
    func error(_ trainer: Trainer, _ target: (Double) -> Double) -> Double {
      let values = trainer.trainedGenerator().values(at: latents)
      let squares = zip(values, latents).map { ($0 - target($1)) * ($0 - target($1)) }
      return (squares.reduce(0, +) / Double(latents.count)).squareRoot()
    }
    for (density, spread, target) in [
      (GeneratorStart.Density.normal(mean: [1], variance: 4), 2.0, { (z: Double) in 1 + 2 * z }),
      (
        .uniform(lower: [-3], upper: [1]), 4 / 12.0.squareRoot(),
        { (z: Double) in -1 + 2 * erf(z / 2.0.squareRoot()) }
      ),
    ] {
      let trainer = try Trainer(experiment: experiment(density, steps: 3000), seed: 6)
      let fit = try #require(trainer.startFit)
      // 128 latents: six deviations of a mean of squares, √(2/128)/2 each, at the most.
      #expect((fit.spread / spread - 1).magnitude < 0.38, "seed 6")
      #expect(fit.rootMeanSquareError < fit.spread / 10, "seed 6: \(fit)")
      // Over an even grid to 2σ instead of the noise: the outer errors, the largest, have more weight, so a factor.
      #expect(error(trainer, target) < 3 * fit.rootMeanSquareError + 1e-3, "seed 6: \(fit)")
    }
    let plain = try Trainer(experiment: .small, seed: 6)
    #expect(plain.startFit == nil)
    #expect(error(plain) { 1 + 2 * $0 } > 0.2)
  }

  @Test func `fewer steps leave a greater error`() throws {
    let errors = try [30, 3000].map { steps in
      try #require(
        Trainer(
          experiment: experiment(.normal(mean: [1], variance: 4), steps: steps), seed: 7
        ).startFit
      ).rootMeanSquareError
    }
    #expect(errors[0] > 2 * errors[1], "seed 7: \(errors)")
  }

  @Test func `a start changes the generator alone`() throws {
    let trainers = try [
      Experiment.small, experiment(.normal(mean: [1], variance: 4), steps: 50),
    ].map { try Trainer(experiment: $0, seed: 8) }
    let places = [-2.0, -0.5, 0, 1, 3]
    let logits = trainers.map { $0.trainedDiscriminator().logits(at: places) }
    #expect(logits[0] == logits[1])
    let outputs = trainers.map { $0.trainedGenerator().values(at: places) }
    #expect(outputs[0] != outputs[1])
  }

  @Test(arguments: [0, 5, 15])
  func `a killed run with a start is resumed to the same bits, and keeps its fit`(kill: Int) throws
  {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "steepness-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let start = experiment(.uniform(lower: [-3], upper: [1]), steps: 60)
    let (straight, killed) = (folder.appending(path: "a"), folder.appending(path: "b"))
    let whole = try Trainer(experiment: start, seed: 9)
    try whole.run(in: straight)
    struct Killed: Error {}
    #expect(throws: Killed.self) {
      try Trainer(experiment: start, seed: 9).run(in: killed) {
        if $0.iteration == kill { throw Killed() }
      }
    }
    let resumed = try Trainer(resuming: killed)
    #expect(resumed.startFit == whole.startFit && whole.startFit != nil)
    try resumed.run()
    for name in [
      "config.json", "start.json", "metrics.jsonl", "result.json",
      "checkpoints/000000024.safetensors", "samples/000000024.npy",
    ] {
      let files = try [straight, killed].map { try Data(contentsOf: $0.appending(path: name)) }
      #expect(files[0] == files[1], "\(name) differs")
    }
  }

  @Test func `the cases of Table 2 have its densities`() {
    let starts = (1...4).map { Experiment.tableTwo(case: $0).generatorStart?.density }
    #expect(starts[0] == .normal(mean: [0, 0], variance: 0.2))
    #expect(starts[1] == .uniform(lower: [-2, -2], upper: [2, 2]))
    #expect(starts[2] == .normal(mean: [1, 1], variance: 1))
    #expect(starts[3] == .normal(mean: [3, 3], variance: 3))
    #expect(Experiment.tableTwo(case: 4).data.modes[0].mean == [3, 3])
    #expect(Experiment.tableTwo(case: 3).data.modes[0].mean == [1, 1])
  }
}
