extension MixtureDataSet {
  /// The least distance between two modes; nil for a single one.
  ///
  /// - Accuracy: a few roundings.
  public var leastModeDistance: Double? {
    var least: Double?
    for (index, mode) in modes.enumerated() {
      for other in modes[(index + 1)...] {
        let distance = zip(mode.mean, other.mean).reduce(0) {
          $0 + ($1.0 - $1.1) * ($1.0 - $1.1)
        }.squareRoot()
        least = min(least ?? distance, distance)
      }
    }
    return least
  }

  /// The standard deviation of all modes; nil where they differ or a mode has a covariance.
  public var commonStandardDeviation: Double? {
    guard let variance = modes.first?.variance,
      modes.allSatisfy({ $0.variance == variance && $0.covariance == nil })
    else { return nil }
    return variance.squareRoot()
  }
}
