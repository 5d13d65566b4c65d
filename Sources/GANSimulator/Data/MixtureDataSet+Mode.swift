internal import NumericKernel

extension MixtureDataSet {
  /// One component: N(`mean`, `variance`·I) or N(`mean`, `covariance`), drawn with a probability
  /// proportional to `weight`.
  public struct Mode: Hashable, Codable, Sendable {
    /// Positive; only its share of the sum of all weights counts.
    public var weight: Double
    /// The centre.
    public var mean: [Double]
    /// The variance of each coordinate, σ²; of a mode with a covariance, their mean.
    public var variance: Double
    /// The covariance, row by row; nil for a mode that is alike in all directions.
    public let covariance: [[Double]]?

    /// A component that is alike in all directions; `MixtureDataSet.validate()` checks it.
    public init(weight: Double, mean: [Double], variance: Double) {
      self.weight = weight
      self.mean = mean
      self.variance = variance
      covariance = nil
    }

    /// A component with a covariance of its own; `MixtureDataSet.validate()` checks it.
    public init(weight: Double, mean: [Double], covariance: [[Double]]) {
      self.weight = weight
      self.mean = mean
      self.covariance = covariance
      let diagonal = covariance.enumerated().map { index, row in
        row.indices.contains(index) ? row[index] : .nan
      }
      variance = diagonal.reduce(0, +) / Double(diagonal.count)
    }

    private enum CodingKeys: String, CodingKey {
      case weight, mean, variance, covariance
    }

    /// A component from its weight, its mean and either of `variance` and `covariance`.
    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      let weight = try values.decode(Double.self, forKey: .weight)
      let mean = try values.decode([Double].self, forKey: .mean)
      guard values.contains(.covariance) else {
        self.init(
          weight: weight, mean: mean, variance: try values.decode(Double.self, forKey: .variance))
        return
      }
      guard !values.contains(.variance) else {
        throw DecodingError.dataCorruptedError(
          forKey: .variance, in: values,
          debugDescription: "a mode has a variance or a covariance, not both")
      }
      self.init(
        weight: weight, mean: mean,
        covariance: try values.decode([[Double]].self, forKey: .covariance))
    }

    /// Writes the covariance or, without one, the variance.
    public func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(weight, forKey: .weight)
      try values.encode(mean, forKey: .mean)
      if let covariance {
        try values.encode(covariance, forKey: .covariance)
      } else {
        try values.encode(variance, forKey: .variance)
      }
    }

    /// The lower triangular L with L·Lᵀ = the covariance, row-major; nil without a covariance.
    ///
    /// - Edge cases: nil, too, for a covariance that `validate` refuses.
    package var covarianceFactor: [Double]? {
      covariance.flatMap {
        try? CholeskyFactor(of: Array($0.joined()), order: mean.count).rowMajor
      }
    }

    /// Throws where the covariance is not one.
    ///
    /// - Throws: `SimulationError.invalidArgument`.
    func validateCovariance(of mode: String) throws(SimulationError) {
      guard let covariance else { return }
      let name = "\(mode).covariance"
      let count = mean.count
      try require(
        covariance.count == count && covariance.allSatisfy { $0.count == count }, name,
        "\(covariance)", "a covariance has \(count) rows and columns, like the mean",
        "give as many of each")
      try require(
        (0..<count).allSatisfy { i in (0..<i).allSatisfy { covariance[i][$0] == covariance[$0][i] }
        },
        name, "\(covariance)", "a covariance is symmetric", "give equal entries across the diagonal"
      )
      try require(
        covarianceFactor != nil, name, "\(covariance)", "a covariance is positive definite",
        "give a small positive variance along each direction")
    }
  }
}
