internal import CFieldKernels
import RealModule

/// A grid in the plane, where a Gaussian's exponential is a product of one factor an axis.
extension VelocityField {
  /// ∇d/d at every point (x, y) of a planar grid, x in `first` and y in `second`.
  ///
  /// Against one Gaussian or a box, r = Σ Tᵢ with Tᵢ = wᵢ·Nᵢ/p_g = Xᵢ(x)·Yᵢ(y), and the velocity is
  /// ∇r/(r·(1 + r)) with ∇r = Σ Tᵢ·∇log Tᵢ: no exponential is left for the points. Rows in which r
  /// leaves 1e-140…1e140, and other densities, are done point by point.
  ///
  /// - Source: equation of section 2.2, in terms of r.
  /// - Shapes: `velocities` has first.count × second.count × 2 entries, row-major.
  /// - Units: one over length.
  /// - Hypotheses: dimension 2; finite coordinates, |x| < 1e150.
  /// - Accuracy: as `fill(_:at:isParallel:)`.
  public func fill(
    _ velocities: UnsafeMutableBufferPointer<Double>, onGrid first: [Double], _ second: [Double],
    isParallel: Bool = true
  ) {
    precondition(dimension == 2, "dimension = 2")
    precondition(
      velocities.count == 2 * first.count * second.count,
      "velocities.count = 2 · first.count · second.count")
    guard let velocityBase = velocities.baseAddress else { return }
    // Chunks write to rows of their own.
    nonisolated(unsafe) let target = velocityBase
    let factors = GridFactors(self, second)
    let rows = 32
    forEachChunk(of: first.count, by: rows, isParallel: isParallel) { range in
      // Blocks of the axis outside, so that its factors stay in the nearest cache.
      for block in GridFactors.blocks(of: second.count) {
        for row in range {
          let part = target + 2 * (row * second.count + block.lowerBound)
          if !(factors?.fill(part, row: first[row], block) ?? false) {
            fillPointwise(part, first[row], second[block])
          }
        }
      }
    }
  }

  /// A stretch of a row without the factorisation.
  private func fillPointwise(
    _ velocities: UnsafeMutablePointer<Double>, _ x: Double, _ stretch: ArraySlice<Double>
  ) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * stretch.count) { points in
      for (index, y) in stretch.enumerated() {
        points[2 * index] = x
        points[2 * index + 1] = y
      }
      guard let start = points.baseAddress else { return }
      fill(velocities, at: UnsafePointer(start), count: stretch.count)
    }
  }
}

/// The factors of Tᵢ along the second axis of a grid, and what those of a row need.
struct GridFactors {
  private let means: [SIMD2<Double>]
  private let halfPrecisions: [Double]
  /// log Tᵢ without its squares.
  private let offsets: [Double]
  private let centre: SIMD2<Double>
  private let halfPrecision: Double
  /// The rows and the stretch of the axis outside which p_g vanishes.
  private let support: (rows: ClosedRange<Double>, axis: Range<Int>)?

  private let count: Int
  private let factors: [Double]
  private let slopes: [Double]

  private static let block = 256

  static func blocks(of count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: block).map { $0..<min($0 + block, count) }
  }

  /// Nil where p_g is a mixture of several Gaussians.
  init?(_ field: VelocityField, _ axis: [Double]) {
    guard !axis.isEmpty else { return nil }
    let data = field.data
    let logScale: Double
    switch field.generated {
    case .mixture(let mixture):
      guard mixture.count == 1 else { return nil }
      centre = SIMD2(mixture.means[0], mixture.means[1])
      halfPrecision = mixture.precisions[0] / 2
      logScale = mixture.offsets[0]
      support = nil
    case .box(let lower, let upper):
      centre = .zero
      halfPrecision = 0
      logScale = PackedGenerated.logDensity(lower: lower, upper: upper)
      guard let inside = GridFactors.stretch(of: axis, from: lower[1], to: upper[1]) else {
        return nil
      }
      support = (lower[0]...upper[0], inside)
    }
    means = (0..<data.count).map { SIMD2(data.means[2 * $0], data.means[2 * $0 + 1]) }
    halfPrecisions = data.precisions.map { $0 / 2 }
    offsets = data.offsets.map { $0 - logScale }
    // Eight numbers may be read from any place: the last one is repeated.
    let stride = axis.count + 8
    count = stride
    let padded = axis + Array(repeating: axis[axis.count - 1], count: stride - axis.count)
    var factors: [Double] = []
    var slopes: [Double] = []
    for component in 0..<data.count {
      for y in padded {
        let factor = GridFactors.factor(
          y, means[component].y, halfPrecisions[component], centre.y, halfPrecision, 0)
        factors.append(factor.value)
        slopes.append(factor.slope)
      }
    }
    self.factors = factors
    self.slopes = slopes
  }

  /// The indices of the numbers from `lower` to `upper`; nil where they are not consecutive.
  private static func stretch(of axis: [Double], from lower: Double, to upper: Double) -> Range<
    Int
  >? {
    let inside = axis.indices.filter { axis[$0] >= lower && axis[$0] <= upper }
    guard let first = inside.first, let last = inside.last else { return 0..<0 }
    return inside.count == last - first + 1 ? first..<last + 1 : nil
  }

  /// exp of h_g·(y − m)² − h·(y − μ)² + offset, and its derivative; infinite where it would exceed
  /// exp 300, which sends the row to the pointwise formula.
  private static func factor(
    _ y: Double, _ mean: Double, _ half: Double, _ centre: Double, _ generatedHalf: Double,
    _ offset: Double
  ) -> (value: Double, slope: Double) {
    let (toMean, toCentre) = (mean - y, centre - y)
    let exponent = offset + generatedHalf * toCentre * toCentre - half * toMean * toMean
    let value = exponent > 300 ? .infinity : Double.exp(exponent)
    return (value, value * (2 * half * toMean - 2 * generatedHalf * toCentre))
  }

  /// Writes a stretch of the row at x; false where r leaves the range of the factorisation.
  func fill(_ velocities: UnsafeMutablePointer<Double>, row x: Double, _ stretch: Range<Int>)
    -> Bool
  {
    guard let support else { return fillSupported(velocities, row: x, stretch) }
    let inside = support.rows.contains(x) ? stretch.clamped(to: support.axis) : stretch.prefix(0)
    guard inside.count < stretch.count else { return fillSupported(velocities, row: x, stretch) }
    velocities.update(repeating: 0, count: 2 * stretch.count)
    return inside.isEmpty
      || fillSupported(velocities + 2 * (inside.lowerBound - stretch.lowerBound), row: x, inside)
  }

  private func fillSupported(
    _ velocities: UnsafeMutablePointer<Double>, row x: Double, _ stretch: Range<Int>
  ) -> Bool {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * means.count) { row in
      for component in means.indices {
        let factor = GridFactors.factor(
          x, means[component].x, halfPrecisions[component], centre.x, halfPrecision,
          offsets[component])
        row[component] = factor.value
        row[means.count + component] = factor.slope
      }
      guard let start = row.baseAddress else { return false }
      return factors.withUnsafeBufferPointer { factors in
        slopes.withUnsafeBufferPointer { slopes in
          var axis = steepness_axis(
            components: means.count, count: count, factors: factors.baseAddress,
            slopes: slopes.baseAddress)
          return steepness_row_velocities(
            &axis, start, start + means.count, stretch.lowerBound, stretch.upperBound, 1e-140,
            1e140, velocities) != 0
        }
      }
    }
  }
}
