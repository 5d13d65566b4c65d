internal import Foundation

/// How long a training iteration takes beside its matrix products alone.
///
/// The products are the least that an iteration costs on this machine; the ratio says what the rest
/// adds: activations, their derivatives, losses, optimisers and random numbers. Both are timed in
/// one process and by turns, so that a change of clock frequency or a busy neighbour hits both.
public enum TrainingBenchmark {
  /// Medians over the repetitions.
  public struct Measurement: Hashable, Codable, Sendable {
    /// A full iteration: both networks' steps.
    public var secondsPerIteration: Double
    /// The bare products of one iteration, of the same shapes, transpositions and in the same order.
    public var secondsOfProducts: Double
    /// `secondsPerIteration` / `secondsOfProducts`.
    public var ratio: Double
    /// Multiplications and additions in the products of one iteration.
    public var floatingPointOperations: Int
    /// How many times each was measured.
    public var repetitions: Int
    /// The library that multiplied the matrices and the processor family it chose kernels for.
    public var matrixBackend: String
  }

  /// The measurement for an experiment's networks, batch size and optimisers.
  ///
  /// - Accuracy: a median of wall-clock times after a tenth as many unmeasured repetitions.
  /// - Rigour: heuristic; run it on an idle machine.
  /// - Throws: `SimulationError.invalidArgument`.
  public static func measurement(of experiment: Experiment, repetitions: Int = 200) throws
    -> Measurement
  {
    try experiment.validate()
    try require(
      repetitions >= 1, "repetitions", "\(repetitions)", "a median needs a number",
      "give a positive integer")
    let game = AdversarialGame<Float>(experiment, seed: 1)
    let products = products(of: experiment).map(PreparedProduct.init)
    let clock = ContinuousClock()
    var iterationTimes: [Double] = []
    var productTimes: [Double] = []
    let unmeasured = repetitions / 10 + 1
    for repetition in 0..<unmeasured + repetitions {
      let iterationTime = clock.measure { game.advance() }
      let productTime = clock.measure { products.forEach { $0.multiply() } }
      if repetition >= unmeasured {
        iterationTimes.append(iterationTime / .seconds(1))
        productTimes.append(productTime / .seconds(1))
      }
    }
    let iteration = Quantiles.quantile(0.5, ofSorted: iterationTimes.sorted())
    let bare = Quantiles.quantile(0.5, ofSorted: productTimes.sorted())
    return Measurement(
      secondsPerIteration: iteration, secondsOfProducts: bare, ratio: iteration / bare,
      floatingPointOperations: products.reduce(0) { $0 + $1.shape.floatingPointOperations },
      repetitions: repetitions, matrixBackend: MatrixBackend.summary)
  }

  /// The measurement for fully connected networks of the given widths, trained by Adam.
  ///
  /// - Parameters:
  ///   - generatorWidths: from the latent's dimension to the sample's.
  ///   - discriminatorWidths: from the sample's dimension to the logit's, which is 1.
  /// - Throws: `SimulationError.invalidArgument`.
  public static func measurement(
    generatorWidths: [Int], discriminatorWidths: [Int], batchSize: Int, repetitions: Int = 200
  ) throws -> Measurement {
    try require(
      generatorWidths.count >= 2 && generatorWidths.allSatisfy { $0 >= 1 }, "generatorWidths",
      "\(generatorWidths)", "it lists at least an input and an output width, each at least 1",
      "give such a list as 2,64,64,2")
    try require(
      discriminatorWidths.count >= 2 && discriminatorWidths.allSatisfy { $0 >= 1 }
        && discriminatorWidths.first == generatorWidths.last && discriminatorWidths.last == 1,
      "discriminatorWidths", "\(discriminatorWidths)",
      "it goes from the generator's last width to 1", "give such a list as 2,64,64,1")
    let dimension = discriminatorWidths[0]
    func architecture(_ widths: [Int]) -> NetworkArchitecture {
      NetworkArchitecture(
        hiddenWidths: Array(widths.dropFirst().dropLast()), activation: .leakyReLU(slope: 0.2),
        initialisation: .kaimingUniform)
    }
    return try measurement(
      of: Experiment(
        name: "benchmark",
        data: MixtureDataSet(means: [Array(repeating: 0, count: dimension)], variance: 1),
        latentDimension: generatorWidths[0], generator: architecture(generatorWidths),
        discriminator: architecture(discriminatorWidths),
        generatorOptimiser: .adam(learningRate: 0.001),
        discriminatorOptimiser: .adam(learningRate: 0.001), batchSize: batchSize, iterations: 1,
        probeInterval: 1, probeSize: 1, checkpointInterval: 1),
      repetitions: repetitions)
  }
}
