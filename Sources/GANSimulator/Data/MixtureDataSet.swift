/// A mixture of Gaussians as a source of training data.
///
/// - Source: section 2.1, assumption 2.1, with any weights and a variance or a covariance of its
///   own for each mode.
public struct MixtureDataSet: Hashable, Codable, Sendable {
  /// The components, of one dimension.
  public var modes: [Mode]

  /// A mixture of these components; `validate()` checks them.
  public init(modes: [Mode]) {
    self.modes = modes
  }

  /// Modes of equal weight and variance.
  public init(means: [[Double]], variance: Double) {
    modes = means.map { Mode(weight: 1 / Double(means.count), mean: $0, variance: variance) }
  }

  /// The dimension of the samples; 0 without modes.
  public var dimension: Int { modes.first?.mean.count ?? 0 }

  /// The weights divided by their sum.
  ///
  /// - Accuracy: a rounding for each weight summed and one for the division.
  public var normalisedWeights: [Double] {
    let sum = modes.reduce(0) { $0 + $1.weight }
    return modes.map { $0.weight / sum }
  }

  /// Throws where the modes do not describe a mixture.
  ///
  /// - Throws: `SimulationError.invalidArgument`, naming the mode.
  public func validate() throws(SimulationError) {
    try require(
      !modes.isEmpty, "data.modes", "[]", "a mixture has at least one mode", "add a mode")
    try require(
      dimension >= 1, "data.modes[0].mean", "[]", "a mean has at least one coordinate",
      "give the coordinates of the mode's centre")
    for (index, mode) in modes.enumerated() {
      let name = "data.modes[\(index)]"
      try require(
        mode.weight > 0 && mode.weight.isFinite, "\(name).weight", "\(mode.weight)",
        "a weight is positive and finite", "leave out modes that have no weight")
      try require(
        mode.covariance != nil || mode.variance > 0 && mode.variance.isFinite, "\(name).variance",
        "\(mode.variance)",
        "a variance is positive and finite", "give a small positive variance for a sharp mode")
      try require(
        mode.mean.count == dimension, "\(name).mean", "\(mode.mean)",
        "all means have \(dimension) coordinates like the first", "give as many coordinates")
      try require(
        mode.mean.allSatisfy(\.isFinite), "\(name).mean", "\(mode.mean)",
        "coordinates are finite", "replace the coordinate that is not")
      try mode.validateCovariance(of: name)
    }
  }
}
