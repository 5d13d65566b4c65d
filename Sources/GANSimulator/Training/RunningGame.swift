internal import Foundation

/// A game with its probes, whatever the precision of its networks.
protocol RunningGame: AnyObject {
  var iteration: Int { get }
  /// Whether all derivatives of losses were finite so far.
  var derivativesAreFinite: Bool { get }
  /// Whether all parameters are finite.
  var parametersAreFinite: Bool { get }
  func advance()
  /// Makes the generator what the experiment wants it to be before the first iteration.
  func fitStart() -> GeneratorStartFit?
  /// What the experiment wants measured at this iteration.
  func measurement() throws -> MeasuredIteration
  func checkpoint() -> SafeTensors
  func restore(from file: SafeTensors, path: String) throws(SimulationError)
  /// The probe's latents and what the generator makes of them, for NumPy.
  var latents: Data { get }
  func samples() throws -> Data
  /// Copies in double precision.
  func generatorCopy() -> Network<Double>
  func discriminatorCopy() -> Network<Double>
}

/// The game of an experiment in the experiment's precision.
func runningGame(_ experiment: Experiment, seed: UInt64, threads: Int?) -> any RunningGame {
  switch experiment.precision {
  case .float32: ProbedGame<Float>(experiment, seed: seed, threads: threads)
  case .float64: ProbedGame<Double>(experiment, seed: seed, threads: threads)
  }
}

/// A game with its probes.
final class ProbedGame<Element: NetworkFloat>: RunningGame {
  private let game: AdversarialGame<Element>
  private let probe: Probe<Element>
  private let comparison: SampleComparison
  private let sampleLatents: AlignedBuffer<Element>
  private let sampleWorkspace: Workspace<Element>
  private let gaps: DualityGapEstimator<Element>?
  private var experiment: Experiment { game.experiment }

  init(_ experiment: Experiment, seed: UInt64, threads: Int?) {
    game = AdversarialGame(experiment, seed: seed, threads: threads)
    probe = Probe(game, seed: seed)
    comparison = SampleComparison(experiment.data, count: experiment.sampleSize, seed: seed)
    sampleLatents = AlignedBuffer(count: experiment.sampleSize * experiment.latentDimension)
    CounterStream(seed: seed, name: "probe/sample-noise").writeNormals(
      count: sampleLatents.count, into: sampleLatents.base)
    sampleWorkspace = Workspace(for: game.generator, capacity: min(experiment.sampleSize, 256))
    let game = game
    gaps = experiment.dualityGap.map { DualityGapEstimator(game, $0, seed: seed) }
  }

  var iteration: Int { game.iteration }

  var derivativesAreFinite: Bool { game.isFinite }

  var parametersAreFinite: Bool {
    [game.generator, game.discriminator].allSatisfy { network in
      network.parameters.elements.allSatisfy(\.isFinite)
    }
  }

  func advance() { game.advance() }

  func fitStart() -> GeneratorStartFit? { game.fitStart() }

  func measurement() throws -> MeasuredIteration {
    var measured = try probe.measurement()
    let isLast = iteration == experiment.iterations
    if isLast || iteration % experiment.sampleInterval == 0 {
      measured.samples = comparison.metrics(of: generatedSamples())
    }
    if let gaps, let interval = experiment.dualityGap?.interval,
      isLast || iteration % interval == 0
    {
      measured.dualityGap = gaps.estimate()
    }
    return measured
  }

  private func generatedSamples() -> [Double] {
    let (inputs, outputs) = (experiment.latentDimension, experiment.data.dimension)
    var samples: [Double] = []
    samples.reserveCapacity(experiment.sampleSize * outputs)
    for start in stride(from: 0, to: experiment.sampleSize, by: sampleWorkspace.capacity) {
      let rows = min(sampleWorkspace.capacity, experiment.sampleSize - start)
      sampleWorkspace.input.update(
        from: sampleLatents.base + start * inputs, count: rows * inputs)
      game.generator.forward(sampleWorkspace, rows: 0..<rows)
      samples += (0..<rows * outputs).map { Double(sampleWorkspace.output[$0]) }
    }
    return samples
  }

  func checkpoint() -> SafeTensors { Checkpoint.tensors(of: game) }

  func restore(from file: SafeTensors, path: String) throws(SimulationError) {
    try Checkpoint.restore(game, from: file, path: path)
  }

  var latents: Data {
    NumPyArray.encoded(
      probe.noise, rows: experiment.probeSize, columns: experiment.latentDimension)
  }

  func samples() throws -> Data {
    try probe.run(.gradients)
    return NumPyArray.encoded(
      probe.samples, rows: experiment.probeSize, columns: experiment.data.dimension)
  }

  func generatorCopy() -> Network<Double> { game.generator.inDoublePrecision() }
  func discriminatorCopy() -> Network<Double> { game.discriminator.inDoublePrecision() }
}
