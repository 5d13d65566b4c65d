internal import CFieldKernels
import Dispatch
import RealModule
public import Scalars

/// ∇d/d for many points at once: the double-precision twin of `DensityPair.velocity`.
///
/// The same formula, eight or sixteen points at a time and on all cores, without allocation per point. Which
/// points share a block or a core does not change a bit of the result.
public struct VelocityField: Sendable {
  let data: PackedMixture
  let generated: PackedGenerated

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

  /// The processor's instructions that the loops use, chosen when the program runs.
  public static var instructions: String { String(cString: steepness_instructions()) }

  /// ∇d/d at every point.
  ///
  /// With shares eᵢ = exp(tᵢ − max t) of a mixture's exponents tᵢ = log wᵢ·Nᵢ(x), let p = Σ eᵢ and
  /// ∇p = Σ eᵢ·(μᵢ − x)/σᵢ² for the real density, q and ∇q for the generated one, on one scale. The
  /// velocity is (∇p/p − ∇q/q)·q/(p + q).
  ///
  /// - Source: equation of section 2.2.
  /// - Shapes: `points` and `velocities` are count × dimension, row-major.
  /// - Units: one over length.
  /// - Hypotheses: finite coordinates, |x| < 1e150.
  /// - Edge cases: 0 outside the box, as in `DensityPair.velocity`.
  /// - Accuracy: with m components in dimension n, D the largest |μᵢ − x|/σᵢ² and E the largest exponent,
  ///   its parts taken absolutely: within (8·((2n + 13)·E + 2) + 4m + 24)·D·2⁻⁵³, by counting roundings.
  ///
  /// With `isParallel` all cores share the work.
  public func fill(
    _ velocities: UnsafeMutableBufferPointer<Double>, at points: UnsafeBufferPointer<Double>,
    isParallel: Bool = true
  ) {
    precondition(points.count == velocities.count, "points.count = velocities.count")
    precondition(points.count % dimension == 0, "points.count is a multiple of dimension")
    guard let pointBase = points.baseAddress, let velocityBase = velocities.baseAddress else {
      return
    }
    // Chunks write to stretches of their own.
    nonisolated(unsafe) let (from, to) = (pointBase, velocityBase)
    let chunk = 4096
    forEachChunk(of: points.count / dimension, by: chunk, isParallel: isParallel) { range in
      let start = range.lowerBound * dimension
      fill(to + start, at: from + start, count: range.count)
    }
  }

  /// One core's share of `fill`.
  func fill(
    _ velocities: UnsafeMutablePointer<Double>, at points: UnsafePointer<Double>, count: Int
  ) {
    let components = max(data.count, generated.componentCount)
    let workspace = steepness_workspace(dimension, components) * MemoryLayout<Double>.stride
    withUnsafeTemporaryAllocation(byteCount: workspace, alignment: 64) { workspace in
      let numbers = workspace.assumingMemoryBound(to: Double.self)
      data.withKernelForm { data in
        generated.withKernelForm { generated in
          withUnsafePointer(to: data) { data in
            withUnsafePointer(to: generated) { generated in
              steepness_velocities(
                data, generated, points, velocities, count, numbers.baseAddress)
            }
          }
        }
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
}

/// Calls `body` with consecutive ranges that cover 0..<count, on all cores or in order.
func forEachChunk(
  of count: Int, by chunk: Int, isParallel: Bool, _ body: @Sendable (Range<Int>) -> Void
) {
  let chunks = (count + chunk - 1) / chunk
  @Sendable func perform(_ index: Int) { body(index * chunk..<min((index + 1) * chunk, count)) }
  if isParallel, chunks > 1 {
    DispatchQueue.concurrentPerform(iterations: chunks, execute: perform)
  } else {
    (0..<chunks).forEach(perform)
  }
}
