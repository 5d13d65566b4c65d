/// A whole run as its measurements, each with samples: what stopping rules are tried on afterwards.
public struct RunHistory: Sendable {
  /// The seed of the run.
  public let seed: UInt64
  /// How many modes the data have.
  public let modeCount: Int
  /// All measurements, in order of iteration.
  public let measurements: [MeasuredIteration]
  /// `SampleMetrics.quality` at each of them.
  public let qualities: [Double]
  /// The Jensen–Shannon divergence to the truth at each of them, in nats.
  public let divergences: [Double]

  /// - Throws: `SimulationError.invalidArgument` where there is no measurement, or one without samples.
  public init(
    seed: UInt64, modeCount: Int, measurements: [MeasuredIteration]
  ) throws(SimulationError) {
    try require(
      !measurements.isEmpty, "measurements of seed \(seed)", "none", "a history has at least one",
      "train the run first")
    var (qualities, divergences) = ([Double](), [Double]())
    for measured in measurements {
      guard let samples = measured.samples else {
        throw .invalidArgument(
          name: "measurement of seed \(seed)", value: "iteration \(measured.iteration)",
          rule: "stopping is judged by samples at every measured iteration",
          remedy: "set the sample interval to the probe interval")
      }
      qualities.append(samples.quality(modeCount: modeCount))
      divergences.append(samples.jensenShannon)
    }
    self.seed = seed
    self.modeCount = modeCount
    self.measurements = measurements
    self.qualities = qualities
    self.divergences = divergences
  }

  /// The place of the last measurement up to an iteration; of the first one where there is none.
  func index(upTo iteration: Int) -> Int {
    measurements.lastIndex { $0.iteration <= iteration } ?? 0
  }

  /// Quality at the last measurement up to an iteration.
  public func quality(at iteration: Int) -> Double { qualities[index(upTo: iteration)] }

  /// Jensen–Shannon divergence at the last measurement up to an iteration.
  public func divergence(at iteration: Int) -> Double { divergences[index(upTo: iteration)] }

  /// The best quality measured up to an iteration.
  public func bestQuality(upTo iteration: Int) -> Double {
    qualities[...index(upTo: iteration)].max() ?? 0
  }

  /// The best quality measured at all.
  public var bestQuality: Double { qualities.max() ?? 0 }

  /// The least divergence measured at all.
  public var leastDivergence: Double { divergences.min() ?? 0 }

  /// The first iteration with the best quality: what an oracle stops at.
  public var bestIteration: Int {
    measurements[qualities.firstIndex(of: bestQuality) ?? 0].iteration
  }

  /// The last measured iteration.
  public var lastIteration: Int { measurements[measurements.count - 1].iteration }

  /// How many modes were covered at the last measurement up to an iteration.
  public func coveredModes(at iteration: Int) -> Int {
    measurements[index(upTo: iteration)].coveredModes
  }

  /// The history as it would be with measurements at multiples of an interval and at the end alone.
  func thinned(to interval: Int) -> [MeasuredIteration] {
    measurements.filter { $0.iteration % interval == 0 || $0.iteration == lastIteration }
  }
}
