/// Which mode of a mixture is nearest to a sample, in units of the mode's own deviation.
///
/// The squared distance is ‖x − μ‖²/σ² or, for a mode with covariance Σ = L·Lᵀ, Mahalanobis'
/// (x − μ)ᵀΣ⁻¹(x − μ) = ‖L⁻¹(x − μ)‖².
struct NearestMode {
  private let dimension: Int
  private let means: [[Double]]
  private let variances: [Double]
  private let factors: [[Double]?]

  init(_ data: MixtureDataSet) {
    dimension = data.dimension
    means = data.modes.map(\.mean)
    variances = data.modes.map(\.variance)
    factors = data.modes.map(\.covarianceFactor)
  }

  /// The nearest mode to the sample that starts at an index, and its squared distance.
  ///
  /// - Edge cases: of modes as near as each other the first; one at an infinite distance where a
  ///   coordinate is not finite.
  func nearest(_ samples: [Double], at start: Int) -> (mode: Int, square: Double) {
    var nearest = (mode: 0, square: Double.infinity)
    for mode in means.indices {
      let square =
        factors[mode].map { squaredDistance(samples, at: start, from: means[mode], factor: $0) }
        ?? squaredDistance(samples, at: start, from: means[mode]) / variances[mode]
      if square < nearest.square { nearest = (mode, square) }
    }
    return nearest
  }

  private func squaredDistance(_ samples: [Double], at start: Int, from mean: [Double]) -> Double {
    var square = 0.0
    for coordinate in 0..<dimension {
      let offset = samples[start + coordinate] - mean[coordinate]
      square += offset * offset
    }
    return square
  }

  /// By forward substitution.
  private func squaredDistance(
    _ samples: [Double], at start: Int, from mean: [Double], factor: [Double]
  ) -> Double {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: dimension) { solved in
      var square = 0.0
      for row in 0..<dimension {
        var value = samples[start + row] - mean[row]
        for column in 0..<row { value -= factor[row * dimension + column] * solved[column] }
        value /= factor[row * dimension + row]
        solved[row] = value
        square += value * value
      }
      return square
    }
  }
}
