/// Where samples lie with respect to the modes of a mixture.
public struct ModeCensus: Hashable, Codable, Sendable {
  /// For each mode, how many samples lie within 3σ of it and nearer to it than to any other mode,
  /// in units of each mode's own σ.
  public var counts: [Int]
  /// The share of samples that lie farther than 3σ from every mode.
  ///
  /// - Edge cases: real samples do so, too: 0.27 % of them in one dimension, 1.11 % in two.
  public var mixtureFraction: Double
  /// How many modes have at least a quarter of the samples that their weight promises.
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
    for sample in 0..<sampleCount {
      let (nearest, leastSquare) = Self.nearest(samples, at: sample * dimension, in: data)
      if leastSquare <= 9 { counts[nearest] += 1 }
    }
    let within = counts.reduce(0, +)
    mixtureFraction = Double(sampleCount - within) / Double(max(sampleCount, 1))
    coveredModes = zip(counts, data.normalisedWeights)
      .count { $0 > 0 && Double($0) >= 0.25 * $1 * Double(sampleCount) }
  }

  /// The mode that is nearest in units of its σ to the sample that starts at an index, and its squared
  /// distance in these units.
  static func nearest(_ samples: [Double], at start: Int, in data: MixtureDataSet)
    -> (mode: Int, square: Double)
  {
    var nearest = 0
    var leastSquare = Double.infinity
    for (index, mode) in data.modes.enumerated() {
      var square = 0.0
      for coordinate in 0..<mode.mean.count {
        let offset = samples[start + coordinate] - mode.mean[coordinate]
        square += offset * offset
      }
      square /= mode.variance
      if square < leastSquare { (nearest, leastSquare) = (index, square) }
    }
    return (nearest, leastSquare)
  }
}
