extension Experiment {
  /// An experiment from JSON; what is not there has the value that `init` gives it.
  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    func value<Value: Decodable>(_ key: CodingKeys, or usual: Value) throws -> Value {
      try keys.decodeIfPresent(Value.self, forKey: key) ?? usual
    }
    let probeInterval = try keys.decode(Int.self, forKey: .probeInterval)
    self.init(
      name: try keys.decode(String.self, forKey: .name),
      data: try keys.decode(MixtureDataSet.self, forKey: .data),
      latentDimension: try keys.decode(Int.self, forKey: .latentDimension),
      generator: try keys.decode(NetworkArchitecture.self, forKey: .generator),
      discriminator: try keys.decode(NetworkArchitecture.self, forKey: .discriminator),
      generatorOptimiser: try keys.decode(OptimiserSettings.self, forKey: .generatorOptimiser),
      discriminatorOptimiser: try keys.decode(
        OptimiserSettings.self, forKey: .discriminatorOptimiser),
      batchSize: try keys.decode(Int.self, forKey: .batchSize),
      iterations: try keys.decode(Int.self, forKey: .iterations),
      discriminatorSteps: try value(.discriminatorSteps, or: 1),
      generatorSteps: try value(.generatorSteps, or: 1),
      loss: try value(.loss, or: .nonSaturating),
      generatorUpdate: try value(.generatorUpdate, or: .loss),
      generatorStart: try keys.decodeIfPresent(GeneratorStart.self, forKey: .generatorStart),
      discriminatorResetInterval: try keys.decodeIfPresent(
        Int.self, forKey: .discriminatorResetInterval),
      discriminatorNoise: try value(.discriminatorNoise, or: 0),
      precision: try value(.precision, or: .float32), probeInterval: probeInterval,
      probeSize: try value(.probeSize, or: 1024),
      chosenLatents: try value(.chosenLatents, or: []),
      sampleInterval: try keys.decodeIfPresent(Int.self, forKey: .sampleInterval),
      sampleSize: try value(.sampleSize, or: 2500),
      dualityGap: try keys.decodeIfPresent(DualityGapSettings.self, forKey: .dualityGap),
      checkpointInterval: try keys.decode(Int.self, forKey: .checkpointInterval))
  }
}
