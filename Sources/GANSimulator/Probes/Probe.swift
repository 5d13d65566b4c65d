internal import NumericKernel

/// Measures two networks over fixed batches of noise and of real samples.
///
/// - Edge cases: `run` allocates nothing where Jacobians have at most three rows or columns.
package final class Probe<Element: NetworkFloat> {
  /// What to measure.
  package enum Extent {
    /// Steepness and velocities alone.
    case gradients
    /// Losses as well.
    case losses
  }

  package let data: MixtureDataSet
  package let size: Int
  package let latentDimension: Int
  /// ‖J_g‖₂ at the probe's latents, then at the origin, then at the chosen latents.
  package let steepness: AlignedBuffer<Double>
  /// The length of each generated sample's velocity: ‖∇d/d‖₂ for the NSGAN.
  package let gradientNorms: AlignedBuffer<Double>
  /// `size` latents, the origin and the chosen ones.
  private let latents: AlignedBuffer<Element>
  private let latentCount: Int
  private let loss: AdversarialLoss
  private let generatorWorkspace: Workspace<Element>
  private let tangents: TangentWorkspace<Element>
  /// Generated samples in the first half, real ones in the second.
  private let discriminatorWorkspace: Workspace<Element>
  private let realSamples: AlignedBuffer<Element>
  private let game: AdversarialGame<Element>
  private var extent = Extent.losses
  /// What a member could not measure.
  private var failures: [(any Error)?]

  package init(_ game: AdversarialGame<Element>, seed: UInt64) {
    self.game = game
    let experiment = game.experiment
    data = experiment.data
    size = experiment.probeSize
    loss = experiment.loss
    latentDimension = experiment.latentDimension
    latentCount = size + 1 + experiment.chosenLatents.count
    latents = AlignedBuffer(count: latentCount * latentDimension)
    CounterStream(seed: seed, name: "probe/noise").writeNormals(
      count: size * latentDimension, into: latents.base)
    for (index, coordinate) in experiment.chosenLatents.joined().enumerated() {
      latents.base[(size + 1) * latentDimension + index] = Element(coordinate)
    }
    realSamples = AlignedBuffer(count: size * data.dimension)
    MixtureSampler<Element>(data, seed: seed, name: "probe/data").writeSamples(
      count: size, into: realSamples.base)
    generatorWorkspace = Workspace(for: game.generator, capacity: latentCount)
    tangents = TangentWorkspace(for: game.generator, capacity: latentCount)
    discriminatorWorkspace = Workspace(for: game.discriminator, capacity: 2 * size)
    steepness = AlignedBuffer(count: latentCount)
    gradientNorms = AlignedBuffer(count: size)
    failures = Array(repeating: nil, count: game.team.members)
  }

  /// The probe's latents, without the origin and the chosen ones: size × latentDimension.
  package var noise: [Element] {
    Array(latents.elements.prefix(size * latentDimension))
  }

  /// What the generator made of the probe's latents when it was last measured: size × dimension.
  package var samples: [Element] {
    Array(UnsafeBufferPointer(start: generatorWorkspace.output, count: size * data.dimension))
  }

  /// Fills `steepness` and `gradientNorms`.
  ///
  /// - Throws: `NumericError` where a singular value does not converge.
  package func run(_ extent: Extent) throws {
    self.extent = extent
    game.generator.prepareTangents(tangents)
    game.team.run(self)
    for failure in failures {
      if let failure { throw failure }
    }
  }

  /// The measurement of the game as it stands, without what is measured at longer intervals.
  ///
  /// - Throws: `SimulationError.diverged` where a quantity is not finite.
  package func measurement() throws -> MeasuredIteration {
    try run(.losses)
    let outputs = discriminatorWorkspace.output
    let census = ModeCensus(of: samples.map { Double($0) }, in: data)
    let overNoise = Array(steepness.elements.prefix(size))
    let steepnessQuantiles = Quantiles(of: overNoise, modeCount: data.modes.count)
    let measured = MeasuredIteration(
      iteration: game.iteration,
      discriminatorLoss: loss.mean(outputs + size, count: size, .real)
        + loss.mean(outputs, count: size, .generated),
      generatorLoss: loss.mean(outputs, count: size, .generator),
      meanSteepness: steepnessQuantiles.mean, maximalSteepness: steepnessQuantiles.maximum,
      steepnessAtOrigin: steepness.base[size],
      chosenSteepness: Array(steepness.elements.dropFirst(size + 1)),
      steepness: steepnessQuantiles,
      gradientNorm: Quantiles(of: Array(gradientNorms.elements), modeCount: data.modes.count),
      modeMixtureFraction: census.mixtureFraction, coveredModes: census.coveredModes,
      modeCounts: census.counts)
    if let quantity = measured.nonFiniteQuantity {
      throw SimulationError.diverged(iteration: game.iteration, quantity: quantity)
    }
    return measured
  }
}

extension Probe: SharedWork {
  /// A member's share of the rows.
  package func takeShare(_ member: Int, of members: Int) {
    do {
      try measure((0..<latentCount).share(member, of: members))
      failures[member] = nil
    } catch {
      failures[member] = error
    }
  }

  private func measure(_ rows: Range<Int>) throws {
    (generatorWorkspace.input + rows.lowerBound * latentDimension).update(
      from: latents.base + rows.lowerBound * latentDimension, count: rows.count * latentDimension)
    game.generator.forward(generatorWorkspace, rows: rows)
    try Steepness.writeNorms(
      of: game.generator, after: generatorWorkspace, in: tangents, rows: rows,
      into: steepness.base)

    let dimension = data.dimension
    let generated = rows.clamped(to: 0..<size)
    guard !generated.isEmpty else { return }
    let workspace = discriminatorWorkspace
    (workspace.input + generated.lowerBound * dimension).update(
      from: generatorWorkspace.output + generated.lowerBound * dimension,
      count: generated.count * dimension)
    game.discriminator.forward(workspace, rows: generated)
    LogGradient.writeNorms(
      of: game.discriminator, loss, in: workspace, rows: generated, into: gradientNorms.base)
    guard extent == .losses else { return }
    let real = size + generated.lowerBound..<size + generated.upperBound
    (workspace.input + real.lowerBound * dimension).update(
      from: realSamples.base + generated.lowerBound * dimension, count: real.count * dimension)
    game.discriminator.forward(workspace, rows: real)
  }
}
