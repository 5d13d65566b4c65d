/// The whole state of a game: weights, optimisers and, in the metadata, the iteration and how far the
/// random streams were read.
///
/// Arrays are named `generator.0.weight`, `generator_optimiser.first_moment.0.weight`,
/// and so on, weights being outputs × inputs as in PyTorch.
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
    for (name, position) in streams(of: game) { file.metadata[name] = "\(position.value)" }
    for (name, architecture) in [
      ("generator", game.experiment.generator), ("discriminator", game.experiment.discriminator),
    ] {
      file.metadata["\(name).activation"] = architecture.activation.text
    }
    for array in arrays(of: game) { file.append(array.name, array.base, shape: array.shape) }
    return file
  }

  /// How far a random stream of a game was read.
  private struct StreamPosition {
    var value: UInt64
    var set: (UInt64) -> Void
  }

  private static func streams<Element: NetworkFloat>(of game: AdversarialGame<Element>)
    -> [(String, StreamPosition)]
  {
    [
      (
        "stream.samples",
        StreamPosition(value: game.samples.position) { game.samples.position = $0 }
      ),
      ("stream.noise", StreamPosition(value: game.noise.position) { game.noise.position = $0 }),
      (
        "stream.discriminator_noise",
        StreamPosition(value: game.discriminatorNoise.position) {
          game.discriminatorNoise.position = $0
        }
      ),
    ]
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
    for (name, position) in streams(of: game) {
      position.set(UInt64(try counter(name, in: file, path: path)))
    }
    game.generator.pack()
    game.discriminator.pack()
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
    network.pack()
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
