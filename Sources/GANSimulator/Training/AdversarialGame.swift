package import NumericKernel

/// A generator and a discriminator that learn from each other by turns.
///
/// One iteration takes `discriminatorSteps` steps of the discriminator down
/// mean softplus(−ℓ(x)) over real x + mean softplus(ℓ(g(z))) over noise z,
/// and then one step of the generator down the non-saturating loss
/// mean softplus(−ℓ(g(z))) = mean −log d(g(z)) over fresh noise.
///
/// - Source: Goodfellow et al. 2014; algorithm 1 is the same iteration seen from the samples.
/// - Edge cases: an iteration allocates nothing.
package final class AdversarialGame<Element: NetworkFloat> {
  package let experiment: Experiment
  package let generator: Network<Element>
  package let discriminator: Network<Element>
  package let generatorOptimiser: Optimiser<Element>
  package let discriminatorOptimiser: Optimiser<Element>
  package let dataStream: RandomStream
  package let noiseStream: RandomStream
  /// How many iterations were taken.
  package var iteration = 0

  private let generatorWorkspace: Workspace<Element>
  private let discriminatorWorkspace: Workspace<Element>

  /// A game before its first iteration, with weights drawn from the seed.
  package init(_ experiment: Experiment, seed: UInt64) {
    self.experiment = experiment
    let root = RandomStream(seed: seed, name: "training")
    dataStream = root.split("data")
    noiseStream = root.split("noise")
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
    discriminatorWorkspace = Workspace(for: discriminator, capacity: 2 * experiment.batchSize)
  }

  /// Takes one iteration.
  package func advance() {
    for _ in 0..<experiment.discriminatorSteps {
      writeDiscriminatorGradients()
      discriminatorOptimiser.step(discriminator.parameters, gradients: discriminator.gradients)
    }
    writeGeneratorGradients()
    generatorOptimiser.step(generator.parameters, gradients: generator.gradients)
    iteration += 1
  }

  /// Real samples in the first half of the discriminator's batch, generated ones in the second, so
  /// that each layer is one matrix product.
  package func writeDiscriminatorGradients() {
    let size = experiment.batchSize
    let dimension = experiment.data.dimension
    let workspace = discriminatorWorkspace
    experiment.data.writeSamples(into: workspace.input, count: size, from: dataStream)
    generate()
    (workspace.input + size * dimension).update(
      from: generatorWorkspace.output, count: size * dimension)

    discriminator.forward(workspace, rows: 2 * size)
    LogisticLoss.writeGradient(
      workspace.output, count: size, label: .real, into: workspace.outputGradient)
    LogisticLoss.writeGradient(
      workspace.output + size, count: size, label: .generated,
      into: workspace.outputGradient + size)
    discriminator.backward(workspace, rows: 2 * size, to: .parameters)
  }

  /// The loss −log d is that of generated samples labelled real; its gradient passes through the
  /// discriminator, which stays as it is, to the generator.
  package func writeGeneratorGradients() {
    let size = experiment.batchSize
    let dimension = experiment.data.dimension
    generate()
    discriminatorWorkspace.input.update(from: generatorWorkspace.output, count: size * dimension)

    discriminator.forward(discriminatorWorkspace, rows: size)
    LogisticLoss.writeGradient(
      discriminatorWorkspace.output, count: size, label: .real,
      into: discriminatorWorkspace.outputGradient)
    discriminator.backward(discriminatorWorkspace, rows: size, to: .input)

    generatorWorkspace.outputGradient.update(
      from: discriminatorWorkspace.inputGradient, count: size * dimension)
    generator.backward(generatorWorkspace, rows: size, to: .parameters)
  }

  /// Fresh noise and what the generator makes of it.
  private func generate() {
    let size = experiment.batchSize
    writeNormals(
      into: generatorWorkspace.input, count: size * experiment.latentDimension, from: noiseStream)
    generator.forward(generatorWorkspace, rows: size)
  }
}

/// Overwrites numbers with standard normal ones.
func writeNormals<Element: NetworkFloat>(
  into numbers: UnsafeMutablePointer<Element>, count: Int, from stream: RandomStream
) {
  for index in 0..<count { numbers[index] = Element(stream.normal()) }
}
