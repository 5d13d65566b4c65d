extension AdversarialGame: SharedWork {
  /// A member's share of the current stage.
  package func takeShare(_ member: Int, of members: Int) {
    let batch = experiment.batchSize
    let rows = (0..<batch).share(member, of: members)
    switch stage {
    case .discriminatorRows: passDiscriminator(rows, member)
    case .generatorRows: passGenerator(rows, member)
    case .discriminatorGradients:
      discriminator.writeGradients(
        discriminatorWorkspace, rows: 2 * batch, share: member, of: members)
    case .generatorGradients:
      generator.writeGradients(generatorWorkspace, rows: batch, share: member, of: members)
    case .discriminatorStep:
      discriminatorOptimiser.step(
        discriminator.parameters, gradients: discriminator.gradients, share: member, of: members)
    case .generatorStep:
      generatorOptimiser.step(
        generator.parameters, gradients: generator.gradients, share: member, of: members)
    case .discriminatorPacking: discriminator.pack(member, of: members)
    case .generatorPacking: generator.pack(member, of: members)
    }
  }

  /// Real samples in the first half of the discriminator's batch, generated ones in the second, so
  /// that each layer's gradient is one matrix product.
  private func passDiscriminator(_ rows: Range<Int>, _ member: Int) {
    let size = experiment.batchSize
    let dimension = experiment.data.dimension
    let workspace = discriminatorWorkspace
    samples.writeSamples(
      at: samplesTaken + UInt64(rows.lowerBound), count: rows.count,
      into: workspace.input + rows.lowerBound * dimension)
    generate(rows)
    (workspace.input + (size + rows.lowerBound) * dimension).update(
      from: generatorWorkspace.output + rows.lowerBound * dimension,
      count: rows.count * dimension)
    for (start, role) in [AdversarialLoss.Role.real, .generated].enumerated() {
      let half = start * size + rows.lowerBound..<start * size + rows.upperBound
      discriminator.forward(workspace, rows: half)
      writeLossGradient(half, role, member)
      discriminator.carryBack(workspace, rows: half, to: .parameters)
      discriminator.packForGradients(workspace, rows: half, of: 2 * size)
    }
  }

  /// The gradient of the generator's loss passes through the discriminator, which stays as it is, to
  /// the samples: −1/batch times the velocity of each particle. From there it goes on to the
  /// generator, or moves the particles, which the generator is then to meet.
  private func passGenerator(_ rows: Range<Int>, _ member: Int) {
    let dimension = experiment.data.dimension
    let (first, count) = (rows.lowerBound * dimension, rows.count * dimension)
    generate(rows)
    (discriminatorWorkspace.input + first).update(
      from: generatorWorkspace.output + first, count: count)
    discriminator.forward(discriminatorWorkspace, rows: rows)
    writeLossGradient(rows, .generator, member)
    discriminator.carryBack(discriminatorWorkspace, rows: rows, to: .input)
    let gradient = generatorWorkspace.outputGradient + first
    let slopes = discriminatorWorkspace.inputGradient + first
    switch experiment.generatorUpdate {
    case .loss:
      gradient.update(from: slopes, count: count)
    case .particles(let stepSize):
      let size = Element(experiment.batchSize)
      let particles = generatorWorkspace.output + first
      let moved = movedParticles.base + first
      for index in 0..<count {
        moved[index] = particles[index] + Element(stepSize) * (-size * slopes[index])
        gradient[index] = 2 * (particles[index] - moved[index]) / size
      }
    }
    generator.carryBack(generatorWorkspace, rows: rows, to: .parameters)
    generator.packForGradients(generatorWorkspace, rows: rows, of: experiment.batchSize)
  }

  /// Noise and what the generator makes of it.
  private func generate(_ rows: Range<Int>) {
    let dimension = experiment.latentDimension
    noise.writeNormals(
      at: noiseTaken + UInt64(rows.lowerBound * dimension), count: rows.count * dimension,
      into: generatorWorkspace.input + rows.lowerBound * dimension)
    generator.forward(generatorWorkspace, rows: rows)
  }

  private func writeLossGradient(
    _ rows: Range<Int>, _ role: AdversarialLoss.Role, _ member: Int
  ) {
    let isFinite = experiment.loss.writeGradient(
      discriminatorWorkspace.output + rows.lowerBound, count: rows.count,
      batch: experiment.batchSize, role,
      into: discriminatorWorkspace.outputGradient + rows.lowerBound)
    if !isFinite { nonFiniteShares.base[member] = 1 }
  }
}
