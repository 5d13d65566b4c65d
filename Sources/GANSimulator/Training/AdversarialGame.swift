internal import NumericKernel

/// A generator and a discriminator that learn from each other by turns.
///
/// One iteration takes `discriminatorSteps` steps of the discriminator down its loss over real
/// samples and over generated ones from fresh noise, and then `generatorSteps` steps of the generator,
/// each over fresh noise: down its loss, or, read as particles, down the squared distance to samples
/// that were moved along −∇(loss).
///
/// Each step has a part that every row of a batch has to itself and a part that every parameter has to
/// itself. Threads share the rows, then the parameters; how many there are changes no bit.
///
/// - Source: Goodfellow et al. 2014; algorithm 1, in both readings.
/// - Edge cases: an iteration allocates nothing, but for one that resets the discriminator.
package final class AdversarialGame<Element: NetworkFloat> {
  package let experiment: Experiment
  package let seed: UInt64
  package let generator: Network<Element>
  package let discriminator: Network<Element>
  package let generatorOptimiser: Optimiser<Element>
  package let discriminatorOptimiser: Optimiser<Element>
  package let samples: MixtureSampler<Element>
  package let noise: CounterStream
  package let discriminatorNoise: CounterStream
  /// How many iterations were taken.
  package var iteration = 0
  /// Whether all derivatives of losses were finite so far.
  package var isFinite: Bool { !nonFiniteShares.elements.contains { $0 != 0 } }

  let team: WorkerTeam
  let generatorWorkspace: Workspace<Element>
  let discriminatorWorkspace: Workspace<Element>
  /// Where the particles move to.
  let movedParticles: AlignedBuffer<Element>
  var stage = Stage.discriminatorRows
  /// Where the streams stood when the current step began.
  var samplesTaken: UInt64 = 0
  var noiseTaken: UInt64 = 0
  /// One for each member that met a derivative which is not finite.
  let nonFiniteShares: AlignedBuffer<Element>

  /// The parts of an iteration that threads share.
  enum Stage {
    case discriminatorRows
    case generatorRows
    case discriminatorGradients
    case generatorGradients
    case discriminatorStep
    case generatorStep
    case discriminatorPacking
    case generatorPacking
  }

  /// A game before its first iteration, with weights drawn from the seed.
  ///
  /// - Parameter threads: nil for as many as suit the experiment and the machine.
  package init(_ experiment: Experiment, seed: UInt64, threads: Int? = nil) {
    self.experiment = experiment
    self.seed = seed
    let root = RandomStream(seed: seed, name: "training")
    samples = MixtureSampler(experiment.data, seed: seed, name: "training/data")
    noise = CounterStream(seed: seed, name: "training/noise")
    discriminatorNoise = CounterStream(seed: seed, name: "training/discriminator-noise")
    generator = Network(
      architecture: experiment.generator, inputWidth: experiment.latentDimension,
      outputWidth: experiment.data.dimension, from: root.split("initial/generator"))
    discriminator = Network(
      architecture: experiment.discriminator, inputWidth: experiment.data.dimension,
      outputWidth: 1, from: root.split("initial/discriminator"))
    generatorOptimiser = Optimiser(
      experiment.generatorOptimiser, parameterCount: generator.parameters.count)
    discriminatorOptimiser = Optimiser(
      experiment.discriminatorOptimiser, parameterCount: discriminator.parameters.count)
    generatorWorkspace = Workspace(for: generator, capacity: experiment.batchSize)
    discriminatorWorkspace = Workspace(
      for: discriminator, capacity: 2 * experiment.batchSize, noise: discriminatorNoise,
      deviation: experiment.discriminatorNoise)
    movedParticles = AlignedBuffer(count: experiment.batchSize * experiment.data.dimension)
    let parameters = generator.parameters.count + discriminator.parameters.count
    team = WorkerTeam(
      members: threads
        ?? WorkerTeam.members(forMultiplications: experiment.batchSize * parameters))
    nonFiniteShares = AlignedBuffer(count: team.members)
  }

  /// Takes one iteration.
  package func advance() {
    if let interval = experiment.discriminatorResetInterval, iteration > 0,
      iteration % interval == 0
    {
      resetDiscriminator()
    }
    for _ in 0..<experiment.discriminatorSteps { takeDiscriminatorStep() }
    for _ in 0..<experiment.generatorSteps { takeGeneratorStep() }
    iteration += 1
  }

  /// One step of the discriminator.
  package func takeDiscriminatorStep() {
    writeDiscriminatorGradients()
    discriminatorOptimiser.beginStep()
    run(.discriminatorStep)
    run(.discriminatorPacking)
  }

  /// One step of the generator.
  package func takeGeneratorStep() {
    writeGeneratorGradients()
    generatorOptimiser.beginStep()
    run(.generatorStep)
    run(.generatorPacking)
  }

  /// Draws a batch and writes the gradients of the discriminator's loss.
  package func writeDiscriminatorGradients() {
    samplesTaken = samples.position
    noiseTaken = noise.position
    discriminatorWorkspace.renewNoise()
    run(.discriminatorRows)
    samples.position += UInt64(experiment.batchSize)
    noise.position += UInt64(experiment.batchSize * experiment.latentDimension)
    run(.discriminatorGradients)
  }

  /// Draws noise and writes the gradients of the generator's loss.
  package func writeGeneratorGradients() {
    noiseTaken = noise.position
    discriminatorWorkspace.renewNoise()
    run(.generatorRows)
    noise.position += UInt64(experiment.batchSize * experiment.latentDimension)
    run(.generatorGradients)
  }

  /// Gives the discriminator new weights, from a stream named after the iteration, and an optimiser
  /// without memory.
  private func resetDiscriminator() {
    discriminator.draw(
      experiment.discriminator.initialisation,
      from: RandomStream(seed: seed, name: "training/reset/\(iteration)"))
    discriminatorOptimiser.forget()
  }

  private func run(_ stage: Stage) {
    self.stage = stage
    team.run(self)
  }
}
