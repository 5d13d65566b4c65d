import RealModule
public import Scalars

/// ∇d/d for many points at once: the double-precision twin of `DensityPair.velocity`.
///
/// The same formula over contiguous buffers, without allocation per point; tested against the generic
/// one.
public struct VelocityField: Sendable {
  let data: PackedMixture
  let generated: Generated

  enum Generated: Sendable {
    case mixture(PackedMixture)
    case box(lower: [Double], upper: [Double])
  }

  /// The field of two mixtures.
  public init(data: GaussianMixture<Double>, generated: GaussianMixture<Double>) {
    precondition(data.dimension == generated.dimension, "data.dimension = generated.dimension")
    self.data = PackedMixture(data)
    self.generated = .mixture(PackedMixture(generated))
  }

  /// The field of a mixture against a box.
  public init(data: GaussianMixture<Double>, generated: UniformBox<Double>) {
    precondition(data.dimension == generated.dimension, "data.dimension = generated.dimension")
    self.data = PackedMixture(data)
    self.generated = .box(lower: generated.lower, upper: generated.upper)
  }

  /// The field of a configuration of Table 2.
  public init(_ configuration: TableTwoCase) {
    let data: GaussianMixture<Double> = configuration.data()
    switch configuration.generated() as any Density<Double> {
    case let mixture as GaussianMixture<Double>: self.init(data: data, generated: mixture)
    case let box as UniformBox<Double>: self.init(data: data, generated: box)
    case let other: preconditionFailure("no packed form of \(type(of: other))")
    }
  }

  public var dimension: Int { data.dimension }

  /// ∇d/d at every point.
  ///
  /// - Source: equation of section 2.2.
  /// - Shapes: `points` and `velocities` are count × dimension, row-major.
  /// - Units: one over length.
  /// - Edge cases: 0 outside the box, as in `DensityPair.velocity`.
  /// - Accuracy: that of the generic formula in `Double`, up to the order of summation.
  public func fill(
    _ velocities: UnsafeMutableBufferPointer<Double>, at points: UnsafeBufferPointer<Double>
  ) {
    let dimension = dimension
    precondition(points.count == velocities.count, "points.count = velocities.count")
    precondition(points.count % dimension == 0, "points.count is a multiple of dimension")
    withUnsafeTemporaryAllocation(of: Double.self, capacity: dimension) { realScore in
      for start in stride(from: 0, to: points.count, by: dimension) {
        let point = UnsafeBufferPointer(rebasing: points[start..<start + dimension])
        let velocity = UnsafeMutableBufferPointer(rebasing: velocities[start..<start + dimension])
        let logReal = data.evaluate(at: point, score: realScore)
        let logFake = evaluateGenerated(at: point, score: velocity)
        // 1 − d = 1/(1 + r), with log r = log p_data − log p_g; 0 where p_g vanishes.
        let share = logFake == -.infinity ? 0 : logistic(logFake - logReal)
        for axis in 0..<dimension { velocity[axis] = share * (realScore[axis] - velocity[axis]) }
      }
    }
  }

  /// ∇d/d at every point, as a new array.
  public func velocities(at points: [Double]) -> [Double] {
    Array(unsafeUninitializedCapacity: points.count) { buffer, count in
      points.withUnsafeBufferPointer {
        fill(UnsafeMutableBufferPointer(rebasing: buffer[..<points.count]), at: $0)
      }
      count = points.count
    }
  }

  private func evaluateGenerated(
    at point: UnsafeBufferPointer<Double>, score: UnsafeMutableBufferPointer<Double>
  ) -> Double {
    switch generated {
    case .mixture(let mixture): return mixture.evaluate(at: point, score: score)
    case .box(let lower, let upper):
      var logDensity = 0.0
      for axis in point.indices {
        score[axis] = 0
        if point[axis] < lower[axis] || point[axis] > upper[axis] { logDensity = -.infinity }
        logDensity -= Double.log(upper[axis] - lower[axis])
      }
      return logDensity
    }
  }
}

/// A mixture in contiguous arrays: log p and ∇log p in one sweep over the components.
struct PackedMixture: Sendable {
  let dimension: Int
  /// Means, count × dimension, row-major.
  let means: [Double]
  /// 1/σᵢ².
  let precisions: [Double]
  /// log wᵢ − (n/2)·log 2πσᵢ².
  let offsets: [Double]

  init(_ mixture: GaussianMixture<Double>) {
    dimension = mixture.dimension
    means = mixture.components.flatMap(\.mean)
    precisions = mixture.components.map { 1 / ($0.standardDeviation * $0.standardDeviation) }
    let dimension = Double(dimension)
    offsets = mixture.components.map {
      let variance = $0.standardDeviation * $0.standardDeviation
      return Double.log($0.weight) - dimension / 2 * Double.log(2 * Double.pi * variance)
    }
  }

  /// log p at the point; ∇log p is written to `score`.
  ///
  /// The shares of the components are kept relative to the largest term so far, and rescaled when a
  /// larger one appears: one exponential a component, and nothing underflows.
  func evaluate(
    at point: UnsafeBufferPointer<Double>, score: UnsafeMutableBufferPointer<Double>
  ) -> Double {
    means.withUnsafeBufferPointer { means in
      var greatest = -Double.infinity
      var total = 0.0
      for axis in 0..<dimension { score[axis] = 0 }
      for component in precisions.indices {
        let start = component * dimension
        var distance = 0.0
        for axis in 0..<dimension {
          let difference = means[start + axis] - point[axis]
          distance += difference * difference
        }
        let precision = precisions[component]
        let term = offsets[component] - 0.5 * precision * distance
        var share = 1.0
        if term > greatest {
          let rescale = Double.exp(greatest - term)
          total *= rescale
          for axis in 0..<dimension { score[axis] *= rescale }
          greatest = term
        } else {
          share = Double.exp(term - greatest)
        }
        total += share
        let pull = share * precision
        for axis in 0..<dimension { score[axis] += pull * (means[start + axis] - point[axis]) }
      }
      for axis in 0..<dimension { score[axis] /= total }
      return greatest + Double.log(total)
    }
  }
}
