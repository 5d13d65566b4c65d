internal import NumericKernel

/// Measures two networks over fixed batches of noise and of real samples.
package final class Probe<Element: NetworkFloat> {
  package let data: MixtureDataSet
  package let size: Int
  package let latentDimension: Int
  /// `size` latents and, last, the origin.
  private let latents: AlignedBuffer<Element>
  private let realSamples: AlignedBuffer<Element>
  private let generatorWorkspace: Workspace<Element>
  private let tangents: TangentWorkspace<Element>
  private let discriminatorWorkspace: Workspace<Element>

  package init(_ game: AdversarialGame<Element>, seed: UInt64) {
    let experiment = game.experiment
    data = experiment.data
    size = experiment.probeSize
    latentDimension = experiment.latentDimension
    let stream = RandomStream(seed: seed, name: "probe")
    latents = AlignedBuffer(count: (size + 1) * latentDimension)
    writeNormals(
      into: latents.base, count: size * latentDimension, from: stream.split("noise"))
    realSamples = AlignedBuffer(count: size * data.dimension)
    data.writeSamples(into: realSamples.base, count: size, from: stream.split("data"))
    generatorWorkspace = Workspace(for: game.generator, capacity: size + 1)
    tangents = TangentWorkspace(for: game.generator, capacity: size + 1)
    discriminatorWorkspace = Workspace(for: game.discriminator, capacity: size)
  }

  /// The probe's latents, without the origin: size × latentDimension.
  package var noise: [Element] {
    Array(latents.elements.prefix(size * latentDimension))
  }

  /// What a generator makes of the probe's latents: size × dimension.
  package func samples(of generator: Network<Element>) -> [Element] {
    generatorWorkspace.input.update(from: latents.base, count: latents.count)
    generator.forward(generatorWorkspace, rows: size + 1)
    return generatedSamples
  }

  private var generatedSamples: [Element] {
    let count = size * data.dimension
    return Array(UnsafeBufferPointer(start: generatorWorkspace.output, count: count))
  }

  /// The measurement of a game as it stands.
  ///
  /// - Throws: `SimulationError.diverged` where a quantity is not finite.
  package func measurement(of game: AdversarialGame<Element>) throws -> MeasuredIteration {
    let steepness = try steepness(of: game.generator)
    let logits = discriminatorWorkspace.output
    discriminatorWorkspace.input.update(from: realSamples.base, count: realSamples.count)
    game.discriminator.forward(discriminatorWorkspace, rows: size)
    let realLoss = LogisticLoss.mean(logits, count: size, label: .real)

    discriminatorWorkspace.input.update(
      from: generatorWorkspace.output, count: size * data.dimension)
    let gradientNorms = LogGradient.norms(
      of: game.discriminator, in: discriminatorWorkspace, rows: size)
    let generatedLoss = LogisticLoss.mean(logits, count: size, label: .generated)
    let generatorLoss = LogisticLoss.mean(logits, count: size, label: .real)
    let census = ModeCensus(of: generatedSamples.map { Double($0) }, in: data)

    let overNoise = steepness.dropLast()
    let measured = MeasuredIteration(
      iteration: game.iteration, discriminatorLoss: realLoss + generatedLoss,
      generatorLoss: generatorLoss, meanSteepness: overNoise.reduce(0, +) / Double(size),
      maximalSteepness: overNoise.max()!, steepnessAtOrigin: steepness[size],
      steepness: Quantiles(of: Array(overNoise), modeCount: data.modes.count),
      gradientNorm: Quantiles(of: gradientNorms, modeCount: data.modes.count),
      modeMixtureFraction: census.mixtureFraction, coveredModes: census.coveredModes,
      modeCounts: census.counts)
    if let quantity = measured.nonFiniteQuantity {
      throw SimulationError.diverged(iteration: game.iteration, quantity: quantity)
    }
    return measured
  }

  /// ‖J_g‖₂ at the probe's latents and, last, at the origin.
  private func steepness(of generator: Network<Element>) throws -> [Double] {
    generatorWorkspace.input.update(from: latents.base, count: latents.count)
    generator.forward(generatorWorkspace, rows: size + 1)
    return try Steepness.norms(
      of: generator, after: generatorWorkspace, in: tangents, rows: size + 1)
  }
}
