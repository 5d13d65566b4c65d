import GANSimulator
import Testing

/// The two readings of algorithm 1, and what an iteration can be made of.
@Suite struct ReadingsTests {
  /// The generator's gradient of a first step, in double precision.
  private func gradient(_ experiment: Experiment, seed: UInt64) -> [Double] {
    let game = AdversarialGame<Double>(experiment, seed: seed)
    game.writeGeneratorGradients()
    return Array(game.generator.gradients.elements)
  }

  @Test(arguments: [0.5, 0.125, 3.0], AdversarialLoss.Divergence.allCases)
  func `the gradient towards moved particles is 2s times that of the loss`(
    stepSize: Double, divergence: AdversarialLoss.Divergence
  ) {
    var experiment = Experiment.small
    experiment.batchSize = 9
    experiment.loss = AdversarialLoss(divergence, generator: .modified)
    let ofLoss = gradient(experiment, seed: 61)
    experiment.generatorUpdate = .particles(stepSize: stepSize)
    let ofParticles = gradient(experiment, seed: 61)
    let scale = ofLoss.map(\.magnitude).max()!
    #expect(scale > 1e-4, "seed 61")
    for (particles, loss) in zip(ofParticles, ofLoss) {
      // Moving a particle Z by s·v rounds Z + s·v to 2⁻⁵³·|Z|, which the difference brings back and
      // the batch's mean and the layers' products, all factors of order 1, add up: for |Z| ≤ 4 and
      // 2/m · |∂g/∂θ| ≤ 2, over 9 samples, 9·2·4 units. The rest is rounding of the gradient itself.
      let bound = (9 * 2 * 4 + 40 * 2 * stepSize * scale) * 0x1p-53
      #expect((particles - 2 * stepSize * loss).magnitude <= bound)
    }
  }

  @Test func `with step size one half both readings train alike`() {
    var experiment = Experiment.small
    let first = AdversarialGame<Double>(experiment, seed: 62)
    experiment.generatorUpdate = .particles(stepSize: 0.5)
    let second = AdversarialGame<Double>(experiment, seed: 62)
    experiment.generatorUpdate = .particles(stepSize: 1)
    let third = AdversarialGame<Double>(experiment, seed: 62)
    for _ in 0..<20 { [first, second, third].forEach { $0.advance() } }
    func distance(_ game: AdversarialGame<Double>) -> Double {
      zip(first.generator.parameters.elements, game.generator.parameters.elements)
        .reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
    }
    // Adam divides gradients by their size, so that differences of rounding grow by a factor of less than
    // 2 a step: 2²⁰ units of 2⁻⁵³ are 1.2e-10. Heuristic. Adam also forgives the factor 2 of the third,
    // but not its denominator's offset: it is far away only beside the second.
    #expect(distance(second) <= 0x1p20 * 0x1p-53)
    #expect(distance(third) > distance(second))
  }

  @Test(arguments: [false, true])
  func `how many threads share an iteration changes no bit`(inDouble: Bool) throws {
    var experiment = Experiment.small
    experiment.generator.hiddenWidths = [33, 17]
    experiment.discriminator.hiddenWidths = [70, 5]
    experiment.batchSize = 23
    experiment.discriminatorNoise = 0.1
    experiment.discriminatorSteps = 2
    experiment.generatorSteps = 2
    experiment.discriminatorResetInterval = 3
    func state<Element: NetworkFloat>(_ type: Element.Type, _ threads: Int) throws -> [UInt8] {
      let game = AdversarialGame<Element>(experiment, seed: 63, threads: threads)
      for _ in 0..<7 { game.advance() }
      return [UInt8](try Checkpoint.tensors(of: game).encoded())
    }
    func states(_ threads: Int) throws -> [UInt8] {
      inDouble ? try state(Double.self, threads) : try state(Float.self, threads)
    }
    let alone = try states(1)
    for threads in [2, 3, 5] { #expect(try states(threads) == alone, "\(threads) threads") }
  }

  @Test func `a reset gives the discriminator new weights and an optimiser without memory`() {
    var experiment = Experiment.small
    experiment.discriminatorResetInterval = 2
    experiment.discriminatorOptimiser = .sgd(learningRate: 1e-30, momentum: 0)
    let game = AdversarialGame<Double>(experiment, seed: 64)
    let initial = Array(game.discriminator.parameters.elements)
    func hasMoved() -> Bool {
      zip(game.discriminator.parameters.elements, initial).contains { ($0 - $1).magnitude > 1e-3 }
    }
    game.advance()
    game.advance()
    #expect(!hasMoved() && game.discriminatorOptimiser.stepCount == 2)
    game.advance()
    #expect(hasMoved() && game.discriminatorOptimiser.stepCount == 1)
  }

  @Test func `noise on hidden layers spreads the discriminator's outputs as it should`() {
    let network = Network<Double>(
      architecture: NetworkArchitecture(
        hiddenWidths: [2], activation: .identity, initialisation: .fanInUniform),
      inputWidth: 1, outputWidth: 1)
    // Output: 3·h₁ + 4·h₂ with h = 0 + noise of deviation 0.1: variance 25·0.01.
    network.parameters.base[network.layers[1].weightOffset] = 3
    network.parameters.base[network.layers[1].weightOffset + 1] = 4
    let count = 20_000
    let workspace = Workspace(
      for: network, capacity: count, noise: CounterStream(seed: 65, name: "noise"), deviation: 0.1)
    network.forward(workspace, rows: count)
    let outputs = Array(UnsafeBufferPointer(start: workspace.output, count: count))
    let variance = outputs.reduce(0) { $0 + $1 * $1 } / Double(count)
    // Five standard errors of the variance of normal numbers, √(2/n) of it.
    #expect((variance - 0.25).magnitude <= 5 * 0.25 * (2 / Double(count)).squareRoot(), "seed 65")

    func again() -> [Double] {
      workspace.renewNoise()
      network.forward(workspace, rows: count)
      return Array(UnsafeBufferPointer(start: workspace.output, count: count))
    }
    #expect(again() == outputs, "the first numbers of the stream")
    #expect(again() != outputs, "the next ones")
  }

  @Test func `a network in double precision follows one in single precision`() throws {
    var experiment = Experiment.small
    let single = try Trainer(experiment: experiment, seed: 66)
    experiment.precision = .float64
    let double = try Trainer(experiment: experiment, seed: 66)
    try single.run()
    try double.run()
    let first = try #require(single.measurements.last).meanSteepness
    let second = try #require(double.measurements.last).meanSteepness
    // 24 iterations of some hundred roundings each, without chaos: heuristic.
    #expect((first - second).magnitude <= 24 * 100 * Double(Float.ulpOfOne) * second)
    #expect(first != second)
  }
}
