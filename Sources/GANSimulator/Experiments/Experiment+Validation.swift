extension Experiment {
  /// The most numbers that one array of a run may hold, 2³⁰: what the BLAS indexes with 32 bits.
  private static var largestArray: Int { 1 << 30 }

  /// Throws where the experiment cannot be run.
  ///
  /// - Throws: `SimulationError.invalidArgument`, naming the argument, its value, the rule that it
  ///   breaks and a way out.
  public func validate() throws(SimulationError) {
    try data.validate()
    try require(
      !name.isEmpty, "name", "empty", "an experiment has a name", "give it one")
    for (argument, count) in [
      ("latentDimension", latentDimension), ("batchSize", batchSize), ("iterations", iterations),
      ("discriminatorSteps", discriminatorSteps), ("generatorSteps", generatorSteps),
      ("probeInterval", probeInterval), ("probeSize", probeSize),
      ("sampleInterval", sampleInterval), ("sampleSize", sampleSize),
      ("checkpointInterval", checkpointInterval),
      ("discriminatorResetInterval", discriminatorResetInterval ?? 1),
      ("dualityGap.interval", dualityGap?.interval ?? 1),
      ("dualityGap.steps", dualityGap?.steps ?? 1),
    ] {
      try require(
        count >= 1, argument, "\(count)", "it counts from 1", "give a positive integer")
    }
    try generator.validate("generator")
    try discriminator.validate("discriminator")
    try generatorOptimiser.validate("generatorOptimiser")
    try discriminatorOptimiser.validate("discriminatorOptimiser")
    try validateMeasurements()
    try require(
      discriminatorNoise >= 0 && discriminatorNoise.isFinite, "discriminatorNoise",
      "\(discriminatorNoise)", "a standard deviation is at least 0 and finite",
      "0 is none, 0.1 is section G.7's")
    if case .particles(let stepSize) = generatorUpdate {
      try require(
        stepSize > 0 && stepSize.isFinite, "generatorUpdate.particles.stepSize", "\(stepSize)",
        "a step size is positive and finite", "0.5 repeats the gradient of the loss")
    }
    try generatorStart?.validate(
      latentDimension: latentDimension, dataDimension: data.dimension)
    try validateSizes()
  }

  private func validateMeasurements() throws(SimulationError) {
    for (argument, interval) in [
      ("sampleInterval", sampleInterval),
      ("dualityGap.interval", dualityGap?.interval ?? probeInterval),
    ] {
      try require(
        interval % probeInterval == 0, argument, "\(interval)",
        "it is a multiple of the probe interval, \(probeInterval)",
        "give such a multiple")
    }
    if let dualityGap {
      try require(
        dualityGap.learningRate > 0 && dualityGap.learningRate.isFinite,
        "dualityGap.learningRate", "\(dualityGap.learningRate)",
        "a learning rate is positive and finite", "0.001 is usual")
      try require(
        dualityGap.perturbation >= 0 && dualityGap.perturbation.isFinite,
        "dualityGap.perturbation", "\(dualityGap.perturbation)",
        "a standard deviation is at least 0 and finite", "0.01 is usual")
    }
    for (index, latent) in chosenLatents.enumerated() {
      try require(
        latent.count == latentDimension && latent.allSatisfy(\.isFinite),
        "chosenLatents[\(index)]", "\(latent)",
        "a latent has \(latentDimension) finite coordinates", "give as many")
    }
  }

  private func validateSizes() throws(SimulationError) {
    let widest =
      ([latentDimension, data.dimension] + generator.hiddenWidths
      + discriminator.hiddenWidths).max() ?? 1
    let rows = max(2 * batchSize.clampedToArray, probeSize.clampedToArray + 1 + chosenLatents.count)
    let (tangents, overflows) = rows.multipliedReportingOverflow(by: latentDimension)
    let (numbers, overflowsToo) = tangents.multipliedReportingOverflow(by: widest)
    try require(
      sampleSize <= 100_000, "sampleSize", "\(sampleSize)",
      "all pairs of samples are compared, so that 100,000 are the most", "2500 is usual")
    try require(
      !overflows && !overflowsToo && numbers <= Self.largestArray, "batchSize and probeSize",
      "\(batchSize) and \(probeSize) at widths up to \(widest)",
      "no array of a run holds more than \(Self.largestArray) numbers",
      "take smaller batches, probes or widths")
  }
}

extension Int {
  /// The number, or 2³¹ if it is larger, so that sums of two cannot overflow.
  fileprivate var clampedToArray: Int { Swift.min(self, 1 << 31) }
}

extension NetworkArchitecture {
  func validate(_ name: String) throws(SimulationError) {
    for (index, width) in hiddenWidths.enumerated() {
      try require(
        width >= 1 && width <= 1 << 15, "\(name).hiddenWidths[\(index)]", "\(width)",
        "a width is between 1 and \(1 << 15)",
        "leave the layer out or give it units")
    }
    if case .leakyReLU(let slope) = activation {
      try require(
        slope >= 0 && slope <= 1, "\(name).activation.leakyReLU.slope", "\(slope)",
        "a slope is between 0 and 1", "0.2 is usual; 0 is ReLU")
    }
    if case .normal(let deviation) = initialisation {
      try require(
        deviation > 0 && deviation.isFinite, "\(name).initialisation.normal.standardDeviation",
        "\(deviation)", "a standard deviation is positive and finite", "0.02 is usual")
    }
  }
}

extension OptimiserSettings {
  func validate(_ name: String) throws(SimulationError) {
    func checkRate(_ rate: Double) throws(SimulationError) {
      try require(
        rate > 0 && rate.isFinite, "\(name).learningRate", "\(rate)",
        "a learning rate is positive and finite", "0.001 is usual for Adam, 0.01 for SGD")
    }
    func checkDecay(_ argument: String, _ decay: Double) throws(SimulationError) {
      try require(
        decay >= 0 && decay < 1, "\(name).\(argument)", "\(decay)",
        "it is at least 0 and below 1", "0 switches it off; 0.5, 0.9 and 0.999 are usual")
    }
    switch self {
    case .sgd(let learningRate, let momentum):
      try checkRate(learningRate)
      try checkDecay("momentum", momentum)
    case .adam(let learningRate, let firstDecay, let secondDecay, let denominatorOffset):
      try checkRate(learningRate)
      try checkDecay("firstDecay", firstDecay)
      try checkDecay("secondDecay", secondDecay)
      try require(
        denominatorOffset > 0 && denominatorOffset.isFinite, "\(name).denominatorOffset",
        "\(denominatorOffset)",
        "it is positive and finite, so that 0 gradients divide nothing by 0",
        "1e-8 is usual")
    }
  }
}
