internal import CFieldKernels
import RealModule
import Scalars

/// A mixture in contiguous arrays, as the vectorised loops read it.
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

  var count: Int { precisions.count }

  /// The mixture as the loops take it, valid while `body` runs.
  func withKernelForm<Result>(_ body: (steepness_mixture) -> Result) -> Result {
    means.withUnsafeBufferPointer { means in
      precisions.withUnsafeBufferPointer { precisions in
        offsets.withUnsafeBufferPointer { offsets in
          body(
            steepness_mixture(
              dimension: dimension, count: count, means: means.baseAddress,
              precisions: precisions.baseAddress, offsets: offsets.baseAddress))
        }
      }
    }
  }
}

/// p_g as the vectorised loops read it.
enum PackedGenerated: Sendable {
  case mixture(PackedMixture)
  case box(lower: [Double], upper: [Double])

  var componentCount: Int {
    if case .mixture(let mixture) = self { return mixture.count }
    return 0
  }

  /// The density as the loops take it, valid while `body` runs.
  func withKernelForm<Result>(_ body: (steepness_generated) -> Result) -> Result {
    switch self {
    case .mixture(let mixture):
      mixture.withKernelForm {
        body(steepness_generated(mixture: $0, lower: nil, upper: nil, log_density: 0))
      }
    case .box(let lower, let upper):
      lower.withUnsafeBufferPointer { lowerEnds in
        upper.withUnsafeBufferPointer { upperEnds in
          body(
            steepness_generated(
              mixture: steepness_mixture(), lower: lowerEnds.baseAddress,
              upper: upperEnds.baseAddress,
              log_density: PackedGenerated.logDensity(lower: lower, upper: upper)))
        }
      }
    }
  }

  /// −log of the box's volume.
  static func logDensity(lower: [Double], upper: [Double]) -> Double {
    -zip(lower, upper).reduce(0) { $0 + Double.log($1.1 - $1.0) }
  }
}
