internal import Foundation

/// How long a training iteration takes beside its matrix products alone.
///
/// The products, formed by OpenBLAS, are what an iteration costs at least if matrices are multiplied
/// by that library; the share says how much of its speed training reaches with all the rest: random
/// numbers, activations, their derivatives, losses and optimisers. Both are timed in one process and by
/// turns, so that a change of clock frequency or a busy neighbour hits both.
public enum TrainingBenchmark {
  /// Quantiles, medians if not told otherwise, over the repetitions.
  public struct Measurement: Hashable, Codable, Sendable {
    /// What was run.
    public var experiment: String
    /// A full iteration: both networks' steps.
    public var secondsPerIteration: Double
    /// The bare products of one iteration, of the same shapes and transpositions: the shorter of the
    /// library's time with its own threads and with this package's.
    public var secondsOfProducts: Double
    /// `secondsOfProducts` / `secondsPerIteration`.
    public var shareOfProducts: Double
    /// Both probes, steepness and ‖∇d/d‖₂, at the experiment's probe size; nil for Jacobians with more
    /// than three rows and columns, whose norms take longer than the networks.
    public var secondsOfProbes: Double?
    /// Multiplications and additions in the products of one iteration.
    public var floatingPointOperations: Int
    /// How many threads shared the work.
    public var threads: Int
    /// How many blocks of memory were allocated by iterations after the first; nil if not counted.
    public var allocations: Int?
    /// How many times each was measured.
    public var repetitions: Int
  }

  /// Counts allocations while it runs something.
  public typealias AllocationCount = (_ body: () -> Void) -> Int?

  /// The measurement for an experiment.
  ///
  /// - Accuracy: a quantile of wall-clock times after a tenth as many unmeasured repetitions.
  /// - Rigour: heuristic; run it on an idle machine.
  /// - Throws: `SimulationError.invalidArgument`.
  public static func measurement(
    of experiment: Experiment, repetitions: Int = 200, threads: Int? = nil,
    quantile: Double = 0.5,
    allocations: AllocationCount = { _ in nil }
  ) throws -> Measurement {
    try experiment.validate()
    try require(
      repetitions >= 1, "repetitions", "\(repetitions)", "a median needs a number",
      "give a positive integer")
    let game = AdversarialGame<Float>(experiment, seed: 1, threads: threads)
    let isProbed = min(experiment.latentDimension, experiment.data.dimension) <= 3
    let probe = isProbed ? Probe(game, seed: 1) : nil
    let shapes = products(of: experiment)
    let prepared = PreparedProducts(shapes, team: game.team)
    var times: [[Double]] = [[], [], [], []]
    let unmeasured = repetitions / 10 + 1
    for repetition in 0..<unmeasured + repetitions {
      let taken = [
        seconds { game.advance() }, seconds { prepared.multiplyByTeam() },
        seconds { prepared.multiplyByLibrary() }, try probe.map(probeSeconds) ?? 0,
      ]
      guard repetition >= unmeasured else { continue }
      for index in taken.indices { times[index].append(taken[index]) }
    }
    let typical = times.map { Quantiles.quantile(quantile, ofSorted: $0.sorted()) }
    let counted = allocations { for _ in 0..<100 { game.advance() } }
    return Measurement(
      experiment: experiment.name, secondsPerIteration: typical[0],
      secondsOfProducts: min(typical[1], typical[2]),
      shareOfProducts: min(typical[1], typical[2]) / typical[0],
      secondsOfProbes: isProbed ? typical[3] : nil,
      floatingPointOperations: shapes.reduce(0) { $0 + $1.floatingPointOperations },
      threads: game.team.members, allocations: counted, repetitions: repetitions)
  }

  private static func seconds(_ body: () -> Void) -> Double {
    ContinuousClock().measure(body) / .seconds(1)
  }

  private static func probeSeconds(_ probe: Probe<Float>) throws -> Double {
    try ContinuousClock().measure { try probe.run(.gradients) } / .seconds(1)
  }

  /// An experiment with images of 784 numbers: 100-256-512-784 and 784-512-256-1 by Adam, batches of
  /// 128.
  public static var wide: Experiment {
    func architecture(_ widths: [Int]) -> NetworkArchitecture {
      NetworkArchitecture(
        hiddenWidths: widths, activation: .leakyReLU(slope: 0.2), initialisation: .fanInUniform)
    }
    return Experiment(
      name: "wide-784",
      data: MixtureDataSet(means: [Array(repeating: 0, count: 784)], variance: 1),
      latentDimension: 100, generator: architecture([256, 512]),
      discriminator: architecture([512, 256]),
      generatorOptimiser: .adam(learningRate: 0.0002),
      discriminatorOptimiser: .adam(learningRate: 0.0002), batchSize: 128, iterations: 1,
      probeInterval: 1, probeSize: 1, checkpointInterval: 1)
  }
}
