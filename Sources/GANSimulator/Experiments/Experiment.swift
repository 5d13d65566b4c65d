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
  /// How many steps the generator takes after that.
  public var generatorSteps: Int
  /// What the two networks minimise.
  public var loss: AdversarialLoss
  /// How the generator follows its loss.
  public var generatorUpdate: GeneratorUpdate
  /// What the generator's samples are made to be like before the first iteration; nil for what its weights give.
  public var generatorStart: GeneratorStart?
  /// How many iterations lie between two resets of the discriminator; nil for none.
  public var discriminatorResetInterval: Int?
  /// The standard deviation of normal noise that is added, in training, to what each hidden layer of
  /// the discriminator hands on; 0 for none.
  public var discriminatorNoise: Double
  /// The numbers that the networks compute with.
  public var precision: Precision
  /// How many iterations lie between two measurements.
  public var probeInterval: Int
  /// How many latents steepness, ∇d/d and losses are measured over.
  public var probeSize: Int
  /// Latents at which steepness is measured, each of the latent dimension.
  public var chosenLatents: [[Double]]
  /// How many iterations lie between two measurements of generated samples against the mixture.
  public var sampleInterval: Int
  /// How many samples these are taken over.
  public var sampleSize: Int
  /// How the duality gap is estimated; nil for not at all.
  public var dualityGap: DualityGapSettings?
  /// How many iterations lie between two checkpoints.
  public var checkpointInterval: Int

  enum CodingKeys: String, CodingKey {
    case name, data, latentDimension, generator, discriminator, generatorOptimiser
    case discriminatorOptimiser, batchSize, iterations, discriminatorSteps, generatorSteps, loss
    case generatorUpdate, generatorStart, discriminatorResetInterval, discriminatorNoise, precision,
      probeInterval
    case probeSize, chosenLatents, sampleInterval, sampleSize, dualityGap, checkpointInterval
  }

  /// An experiment; `validate()` checks it, and so does a trainer.
  public init(
    name: String, data: MixtureDataSet, latentDimension: Int, generator: NetworkArchitecture,
    discriminator: NetworkArchitecture, generatorOptimiser: OptimiserSettings,
    discriminatorOptimiser: OptimiserSettings, batchSize: Int, iterations: Int,
    discriminatorSteps: Int = 1, generatorSteps: Int = 1, loss: AdversarialLoss = .nonSaturating,
    generatorUpdate: GeneratorUpdate = .loss, generatorStart: GeneratorStart? = nil,
    discriminatorResetInterval: Int? = nil,
    discriminatorNoise: Double = 0, precision: Precision = .float32, probeInterval: Int,
    probeSize: Int = 1024, chosenLatents: [[Double]] = [], sampleInterval: Int? = nil,
    sampleSize: Int = 2500, dualityGap: DualityGapSettings? = nil, checkpointInterval: Int
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
    self.generatorSteps = generatorSteps
    self.loss = loss
    self.generatorUpdate = generatorUpdate
    self.generatorStart = generatorStart
    self.discriminatorResetInterval = discriminatorResetInterval
    self.discriminatorNoise = discriminatorNoise
    self.precision = precision
    self.probeInterval = probeInterval
    self.probeSize = probeSize
    self.chosenLatents = chosenLatents
    self.sampleInterval = sampleInterval ?? probeInterval
    self.sampleSize = sampleSize
    self.dualityGap = dualityGap
    self.checkpointInterval = checkpointInterval
  }
}

/// How the generator follows its loss: the two readings of algorithm 1.
public enum GeneratorUpdate: Hashable, Codable, Sendable {
  /// Down the gradient of its loss.
  case loss
  /// Samples are moved by `stepSize` times their velocity, ∇d/d for the NSGAN, and the generator steps
  /// down the mean squared distance to where they went. Its gradient is 2·`stepSize` times that of
  /// the loss, which `stepSize` ½ therefore repeats.
  case particles(stepSize: Double)
}

/// How the duality gap of a game is estimated.
///
/// - Source: Grnarova et al. 2019 for the gap, Sidheekh et al. 2021 for the perturbed one; section G.5.
public struct DualityGapSettings: Hashable, Codable, Sendable {
  /// How many iterations lie between two estimates.
  public var interval: Int
  /// How many steps each network takes against the other, which stays as it is.
  public var steps: Int
  /// The rate of the steps, which are Adam's.
  public var learningRate: Double
  /// The standard deviation of the normal noise that is added to a network's parameters before it
  /// steps, for the perturbed gap.
  public var perturbation: Double

  /// Settings; `Experiment.validate()` checks them.
  public init(
    interval: Int, steps: Int = 50, learningRate: Double = 0.001, perturbation: Double = 0.01
  ) {
    self.interval = interval
    self.steps = steps
    self.learningRate = learningRate
    self.perturbation = perturbation
  }
}
