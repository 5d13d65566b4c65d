/// Where samples lie with respect to the modes of a mixture.
public struct ModeCensus: Hashable, Codable, Sendable {
  /// For each mode, how many samples lie within 3σ of it and nearer to it than to any other mode,
  /// in units of each mode's own σ; with a covariance by Mahalanobis' distance.
  public var counts: [Int]
  /// The share of samples that lie farther than 3σ from every mode, on all sides: more than what lies between modes.
  ///
  /// - Edge cases: real samples do so, too: 0.27 % of them in one dimension, 1.11 % in two.
  public var mixtureFraction: Double
  /// How many modes have at least a quarter of the samples that their weight promises: fewer than
  /// `SampleMetrics.modesCaptured`, for which one sample is enough.
  public var coveredModes: Int

  /// The census of samples.
  ///
  /// - Shapes: `samples` is count × dimension, row-major.
  /// - Edge cases: no samples cover no mode and have a mixture fraction of 0.
  /// - Accuracy: exact, but for samples within rounding of a border.
  public init(of samples: [Double], in data: MixtureDataSet) {
    let dimension = data.dimension
    precondition(
      samples.count % dimension == 0,
      "\(samples.count) coordinates break count % \(dimension) = 0")
    let sampleCount = samples.count / dimension
    counts = Array(repeating: 0, count: data.modes.count)
    let nearestMode = NearestMode(data)
    for sample in 0..<sampleCount {
      let (nearest, leastSquare) = nearestMode.nearest(samples, at: sample * dimension)
      if leastSquare <= 9 { counts[nearest] += 1 }
    }
    let within = counts.reduce(0, +)
    mixtureFraction = Double(sampleCount - within) / Double(max(sampleCount, 1))
    coveredModes = zip(counts, data.normalisedWeights)
      .count { $0 > 0 && Double($0) >= 0.25 * $1 * Double(sampleCount) }
  }
}
