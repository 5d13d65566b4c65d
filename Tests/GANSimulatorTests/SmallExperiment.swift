import GANSimulator

extension Experiment {
  /// An experiment that takes a blink: two modes on a line, tiny networks.
  static var small: Experiment {
    Experiment(
      name: "small", data: MixtureDataSet(means: [[-2], [2]], variance: 0.25), latentDimension: 1,
      generator: NetworkArchitecture(
        hiddenWidths: [5], activation: .tanh, initialisation: .kaimingUniform),
      discriminator: NetworkArchitecture(
        hiddenWidths: [6], activation: .leakyReLU(slope: 0.2), initialisation: .kaimingNormal),
      generatorOptimiser: .adam(learningRate: 0.01),
      discriminatorOptimiser: .sgd(learningRate: 0.02, momentum: 0.5), batchSize: 8,
      iterations: 24, probeInterval: 5, probeSize: 16, sampleSize: 50,
      checkpointInterval: 8)
  }
}
