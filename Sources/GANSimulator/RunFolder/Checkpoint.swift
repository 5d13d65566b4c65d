internal import NumericKernel

/// The whole state of a game: weights, optimisers, iteration and random streams.
///
/// Arrays are named `generator.0.weight`, `generator_optimiser.first_moment.0.weight`,
/// `stream.data` and so on, weights being outputs × inputs as in PyTorch.
package enum Checkpoint {
  /// The arrays and counters of a game.
  package static func tensors<Element: NetworkFloat>(of game: AdversarialGame<Element>)
    -> SafeTensors
  {
    var file = SafeTensors()
    file.metadata = [
      "format": "\(RunConfiguration.currentFormat)",
      "experiment": game.experiment.name,
      "iteration": "\(game.iteration)",
      "generator_optimiser.steps": "\(game.generatorOptimiser.stepCount)",
      "discriminator_optimiser.steps": "\(game.discriminatorOptimiser.stepCount)",
    ]
    for array in arrays(of: game) { file.append(array.name, array.base, shape: array.shape) }
    for (name, stream) in [("data", game.dataStream), ("noise", game.noiseStream)] {
      let state = stream.state
      file.tensors.append(
        .init(name: "stream.\(name)", type: .byte, shape: [state.count], bytes: state))
    }
    return file
  }

  /// Puts a game into the state of a file.
  ///
  /// - Throws: `SimulationError.unusableFile` where the file is of another experiment.
  package static func restore<Element: NetworkFloat>(
    _ game: AdversarialGame<Element>, from file: SafeTensors, path: String
  ) throws(SimulationError) {
    for array in arrays(of: game) {
      try file.read(array.name, into: array.base, shape: array.shape, path: path)
    }
    for (name, stream) in [("data", game.dataStream), ("noise", game.noiseStream)] {
      let state = try file.bytes(
        "stream.\(name)", type: .byte, shape: [stream.state.count], path: path)
      do {
        try stream.restore(state)
      } catch {
        throw .unusableFile(
          path: path, problem: "\(error)", remedy: "delete it to fall back on an earlier checkpoint"
        )
      }
    }
    game.iteration = try counter("iteration", in: file, path: path)
    game.generatorOptimiser.stepCount = try counter(
      "generator_optimiser.steps", in: file, path: path)
    game.discriminatorOptimiser.stepCount = try counter(
      "discriminator_optimiser.steps", in: file, path: path)
  }

  /// Puts a network into the state that a file holds under a prefix such as `generator`.
  static func restore<Element: NetworkFloat>(
    _ network: Network<Element>, _ prefix: String, from file: SafeTensors, path: String
  ) throws(SimulationError) {
    for array in arrays(prefix, network.layers, network.parameters) {
      try file.read(array.name, into: array.base, shape: array.shape, path: path)
    }
  }

  private static func counter(_ name: String, in file: SafeTensors, path: String)
    throws(SimulationError) -> Int
  {
    guard let text = file.metadata[name], let count = Int(text), count >= 0 else {
      throw .unusableFile(
        path: path, problem: "the metadata \(name) is not a count",
        remedy: "give a checkpoint that this package wrote")
    }
    return count
  }

  private struct NamedArray<Element: NetworkFloat> {
    var name: String
    var base: UnsafeMutablePointer<Element>
    var shape: [Int]
  }

  private static func arrays<Element: NetworkFloat>(of game: AdversarialGame<Element>)
    -> [NamedArray<Element>]
  {
    var result: [NamedArray<Element>] = []
    for (name, network, optimiser) in [
      ("generator", game.generator, game.generatorOptimiser),
      ("discriminator", game.discriminator, game.discriminatorOptimiser),
    ] {
      result += arrays(name, network.layers, network.parameters)
      for (moment, buffer) in [
        ("first_moment", optimiser.firstMoment), ("second_moment", optimiser.secondMoment),
      ] where buffer.count > 0 {
        result += arrays("\(name)_optimiser.\(moment)", network.layers, buffer)
      }
    }
    return result
  }

  /// The weights and biases, or what belongs to them, in a block laid out like the parameters.
  private static func arrays<Element: NetworkFloat>(
    _ prefix: String, _ layers: [DenseLayer], _ block: AlignedBuffer<Element>
  ) -> [NamedArray<Element>] {
    layers.enumerated().flatMap { index, layer in
      [
        NamedArray(
          name: "\(prefix).\(index).weight", base: block.base + layer.weightOffset,
          shape: [layer.outputWidth, layer.inputWidth]),
        NamedArray(
          name: "\(prefix).\(index).bias", base: block.base + layer.biasOffset,
          shape: [layer.outputWidth]),
      ]
    }
  }
}
