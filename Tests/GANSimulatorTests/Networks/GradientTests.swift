import GANSimulator
import NumericKernel
import Testing

/// Every derivative is written by hand; here each is compared with central differences in double
/// precision.
@Suite struct GradientTests {
  static let activations: [Activation] = [.identity, .relu, .leakyReLU(slope: 0.2), .tanh]

  /// Small enough that no kink of a rectifier lies between the arguments for these seeds, large
  /// enough that rounding, divided by it, stays far below the derivatives.
  let step = 0x1p-20
  let rows = 6

  private func network(_ activation: Activation, seed: UInt64) -> Network<Double> {
    Network(
      architecture: NetworkArchitecture(
        hiddenWidths: [5, 4], activation: activation, initialisation: .kaimingUniform),
      inputWidth: 3, outputWidth: 1, from: RandomStream(seed: seed, name: "network"))
  }

  private func workspace(_ network: Network<Double>, seed: UInt64) -> Workspace<Double> {
    let workspace = Workspace(for: network, capacity: rows)
    let stream = RandomStream(seed: seed, name: "input")
    for index in 0..<rows * network.inputWidth { workspace.input[index] = stream.normal() }
    return workspace
  }

  /// Roundings on the way from a parameter to a loss: one a term of each sum, five a unit for bias
  /// and activation, and the mean.
  private func roundings(_ network: Network<Double>) -> Int {
    network.layers.reduce(rows + 10) { $0 + $1.inputWidth + 5 }
  }

  private func expectDerivative(
    _ derivative: Double, in place: UnsafeMutablePointer<Double>, roundings: Int,
    scale: Double, of loss: () -> Double, _ comment: Comment
  ) {
    let original = place.pointee
    let difference = CentralDifference(step: step, roundings: roundings) { shift in
      place.pointee = original + shift
      defer { place.pointee = original }
      return loss()
    }
    // A bound that is wide beside the gradient would let anything pass.
    #expect(difference.bound <= 1e-4 * scale, comment)
    #expect((derivative - difference.value).magnitude <= difference.bound, comment)
  }

  @Test(arguments: activations, [AdversarialLoss.Role.real, .generated])
  func `the gradient in each parameter and input is that of the loss`(
    activation: Activation, role: AdversarialLoss.Role
  ) {
    let seed: UInt64 = 11
    let network = network(activation, seed: seed)
    let workspace = workspace(network, seed: seed)
    let loss = {
      network.forward(workspace, rows: rows)
      return AdversarialLoss.nonSaturating.mean(workspace.output, count: rows, role)
    }
    func writeOutputGradient() {
      _ = loss()
      AdversarialLoss.nonSaturating.writeGradient(
        workspace.output, count: rows, batch: rows, role, into: workspace.outputGradient)
    }
    // Twice, so that a pass which adds to the gradients of the one before is seen.
    for _ in 0..<2 {
      writeOutputGradient()
      network.backward(workspace, rows: rows, to: .parameters)
    }
    let scale = network.gradients.elements.map(\.magnitude).max()!
    for layer in network.layers {
      for index in Array(layer.weightOffset..<layer.weightOffset + layer.weightCount)
        + Array(layer.biasOffset..<layer.biasOffset + layer.outputWidth)
      {
        expectDerivative(
          network.gradients.base[index], in: network.parameters.base + index,
          roundings: roundings(network), scale: scale, of: loss,
          "\(activation), parameter \(index), seed \(seed)")
      }
    }

    writeOutputGradient()
    network.backward(workspace, rows: rows, to: .input)
    for index in 0..<rows * network.inputWidth {
      expectDerivative(
        workspace.inputGradient[index], in: workspace.input + index,
        roundings: roundings(network), scale: scale, of: loss,
        "\(activation), input \(index), seed \(seed)")
    }
  }

  @Test(arguments: activations)
  func `the Jacobian holds the derivatives of each output in each input`(activation: Activation)
    throws
  {
    let seed: UInt64 = 12
    let network = Network<Double>(
      architecture: NetworkArchitecture(
        hiddenWidths: [5, 4], activation: activation, initialisation: .glorotNormal),
      inputWidth: 3, outputWidth: 2, from: RandomStream(seed: seed, name: "network"))
    let workspace = workspace(network, seed: seed)
    let tangents = TangentWorkspace(for: network, capacity: rows)
    network.forward(workspace, rows: rows)
    let jacobians = Array(
      UnsafeBufferPointer(
        start: network.transposedJacobians(after: workspace, in: tangents, rows: rows),
        count: rows * 3 * 2))
    let scale = jacobians.map(\.magnitude).max()!
    for row in 0..<rows {
      for input in 0..<3 {
        for output in 0..<2 {
          expectDerivative(
            jacobians[(row * 3 + input) * 2 + output], in: workspace.input + row * 3 + input,
            roundings: roundings(network), scale: scale,
            of: {
              network.forward(workspace, rows: rows)
              return workspace.output[row * 2 + output]
            }, "\(activation), ∂g\(output)/∂z\(input) at row \(row), seed \(seed)")
        }
      }
    }
  }

  /// Threads take blocks of rows at the same time: what one writes must not lie where another works. Blocks taken
  /// last to first show it without threads.
  @Test func `blocks of rows keep apart, whatever the layers' widths`() {
    for widths in [[], [5], [5, 4], [2, 9, 1]] {
      let network = Network<Double>(
        architecture: NetworkArchitecture(
          hiddenWidths: widths, activation: .tanh, initialisation: .glorotNormal),
        inputWidth: 3, outputWidth: 2, from: RandomStream(seed: 12, name: "network"))
      let workspace = workspace(network, seed: 12)
      let tangents = TangentWorkspace(for: network, capacity: rows)
      network.forward(workspace, rows: rows)
      func copied(_ start: UnsafePointer<Double>) -> [Double] {
        Array(UnsafeBufferPointer(start: start, count: rows * 3 * 2))
      }
      let whole = copied(network.transposedJacobians(after: workspace, in: tangents, rows: rows))
      var start: UnsafePointer<Double>?
      for block in [4..<6, 1..<4, 0..<1] {
        start = network.writeTransposedJacobians(after: workspace, in: tangents, rows: block)
      }
      #expect(copied(start!) == whole, "hidden widths \(widths)")
      #expect(whole.contains { $0 != 0 })
    }
  }

  @Test(arguments: activations)
  func `∇d over d is the derivative of log d`(activation: Activation) {
    let seed: UInt64 = 13
    let network = network(activation, seed: seed)
    let workspace = workspace(network, seed: seed)
    network.pack()
    let gradients = LogGradient.vectors(of: network, in: workspace, rows: rows)
    var norms = [Double](repeating: 0, count: rows)
    LogGradient.writeNorms(
      of: network, .nonSaturating, in: workspace, rows: 0..<rows, into: &norms)
    let scale = gradients.map(\.magnitude).max()!
    for row in 0..<rows {
      var square = 0.0
      for input in 0..<3 {
        let gradient = gradients[row * 3 + input]
        square += gradient * gradient
        expectDerivative(
          gradient, in: workspace.input + row * 3 + input, roundings: roundings(network),
          scale: scale,
          of: {
            network.forward(workspace, rows: rows)
            return -LogisticLoss.softplus(-workspace.output[row])
          }, "\(activation), input \(input) of row \(row), seed \(seed)")
      }
      // Half an ulp each for three products, three squares, two sums and a root here, and for three
      // squares, two sums, a root and a product there; errors of squares count half.
      #expect((norms[row] - square.squareRoot()).magnitude <= 6 * norms[row].ulp)
    }
  }

  @Test(arguments: AdversarialLoss.Divergence.allCases, AdversarialLoss.GeneratorForm.allCases)
  func `the gradients of a training step are those of both losses`(
    divergence: AdversarialLoss.Divergence, form: AdversarialLoss.GeneratorForm
  ) throws {
    let seed: UInt64 = 14
    var experiment = Experiment.small
    experiment.discriminator.activation = .tanh
    experiment.loss = AdversarialLoss(divergence, generator: form)
    let game = AdversarialGame<Double>(experiment, seed: seed)
    let size = experiment.batchSize
    // The same noise and data once more, from streams of the same names.
    let noise = AlignedBuffer<Double>(count: 2 * size)
    CounterStream(seed: seed, name: "training/noise").writeNormals(
      count: 2 * size, into: noise.base)
    let first = Array(noise.elements.prefix(size))
    let second = Array(noise.elements.suffix(size))
    let samples = AlignedBuffer<Double>(count: size)
    MixtureSampler<Double>(experiment.data, seed: seed, name: "training/data").writeSamples(
      count: size, into: samples.base)

    let generated = Workspace(for: game.generator, capacity: size)
    let judged = Workspace(for: game.discriminator, capacity: size)
    func loss(_ noise: [Double], _ role: AdversarialLoss.Role) -> Double {
      for index in 0..<size { generated.input[index] = noise[index] }
      game.generator.forward(generated, rows: size)
      judged.input.update(from: generated.output, count: size)
      game.discriminator.forward(judged, rows: size)
      return experiment.loss.mean(judged.output, count: size, role)
    }
    func realLoss() -> Double {
      judged.input.update(from: samples.base, count: size)
      game.discriminator.forward(judged, rows: size)
      return experiment.loss.mean(judged.output, count: size, .real)
    }

    game.writeDiscriminatorGradients()
    game.discriminator.pack()
    let discriminatorScale = game.discriminator.gradients.elements.map(\.magnitude).max()!
    for index in game.discriminator.parameters.elements.indices {
      expectDerivative(
        game.discriminator.gradients.base[index], in: game.discriminator.parameters.base + index,
        roundings: 100, scale: discriminatorScale,
        of: { realLoss() + loss(first, .generated) },
        "discriminator's parameter \(index), seed \(seed)")
    }
    game.writeGeneratorGradients()
    let generatorScale = game.generator.gradients.elements.map(\.magnitude).max()!
    for index in game.generator.parameters.elements.indices {
      expectDerivative(
        game.generator.gradients.base[index], in: game.generator.parameters.base + index,
        roundings: 100, scale: generatorScale, of: { loss(second, .generator) },
        "generator's parameter \(index), seed \(seed)")
    }
  }
}
