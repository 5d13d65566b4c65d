/// All that a training run is, except for its seed: two runs of one experiment with one seed are
/// the same bits on the same machine.
public struct Experiment: Hashable, Codable, Sendable {
  /// What the experiment is called.
  public var name: String
  /// Where real samples come from.
  public var data: MixtureDataSet
  /// The dimension of the standard normal noise that the generator turns into samples.
  public var latentDimension: Int
  /// The network from noise to samples.
  public var generator: NetworkArchitecture
  /// The network from samples to logits.
  public var discriminator: NetworkArchitecture
  /// How the generator learns.
  public var generatorOptimiser: OptimiserSettings
  /// How the discriminator learns.
  public var discriminatorOptimiser: OptimiserSettings
  /// How many real samples, and how many generated ones, a step sees.
  public var batchSize: Int
  /// How many steps the generator takes.
  public var iterations: Int
  /// How many steps the discriminator takes before each step of the generator.
  public var discriminatorSteps: Int
  /// How many iterations lie between two measurements.
  public var probeInterval: Int
  /// How many samples a measurement is taken over.
  public var probeSize: Int
  /// How many iterations lie between two checkpoints.
  public var checkpointInterval: Int

  /// An experiment; `validate()` checks it, and so does a trainer.
  public init(
    name: String, data: MixtureDataSet, latentDimension: Int, generator: NetworkArchitecture,
    discriminator: NetworkArchitecture, generatorOptimiser: OptimiserSettings,
    discriminatorOptimiser: OptimiserSettings, batchSize: Int, iterations: Int,
    discriminatorSteps: Int = 1, probeInterval: Int, probeSize: Int = 1024,
    checkpointInterval: Int
  ) {
    self.name = name
    self.data = data
    self.latentDimension = latentDimension
    self.generator = generator
    self.discriminator = discriminator
    self.generatorOptimiser = generatorOptimiser
    self.discriminatorOptimiser = discriminatorOptimiser
    self.batchSize = batchSize
    self.iterations = iterations
    self.discriminatorSteps = discriminatorSteps
    self.probeInterval = probeInterval
    self.probeSize = probeSize
    self.checkpointInterval = checkpointInterval
  }
}
