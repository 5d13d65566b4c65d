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
    let factors = GridFactors(self, first, second)
    let rows = 32
    forEachChunk(of: first.count, by: rows, isParallel: isParallel) { range in
      // Blocks of the axis outside, so that its factors stay in the nearest cache.
      for block in GridFactors.blocks(of: second.count) {
        for row in range {
          let part = target + 2 * (row * second.count + block.lowerBound)
          if !(factors?.fill(part, row: row, block) ?? false) {
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

/// The factors of Tᵢ along both axes of a planar grid.
struct GridFactors: Sendable {
  /// Along the rows' axis and along each row.
  private let rows: AxisFactors
  private let axis: AxisFactors
  /// The rows, and the stretch of each, outside which p_g vanishes.
  private let support: (rows: Range<Int>, axis: Range<Int>)?

  private static let block = 256

  static func blocks(of count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: block).map { $0..<min($0 + block, count) }
  }

  /// Nil where p_g is a mixture of several Gaussians.
  init?(_ field: VelocityField, _ first: [Double], _ second: [Double]) {
    guard !first.isEmpty, !second.isEmpty else { return nil }
    let logScale: Double
    let generated: PackedMixture?
    switch field.generated {
    case .mixture(let mixture):
      guard mixture.count == 1 else { return nil }
      logScale = mixture.offsets[0]
      generated = mixture
      support = nil
    case .box(let lower, let upper):
      logScale = PackedGenerated.logDensity(lower: lower, upper: upper)
      generated = nil
      guard let rows = GridFactors.stretch(of: first, from: lower[0], to: upper[0]),
        let axis = GridFactors.stretch(of: second, from: lower[1], to: upper[1])
      else { return nil }
      support = (rows, axis)
    }
    rows = AxisFactors(first, 0, field.data, generated) { field.data.offsets[$0] - logScale }
    axis = AxisFactors(second, 1, field.data, generated) { _ in 0 }
  }

  /// The indices of the numbers from `lower` to `upper`; nil where they are not consecutive.
  private static func stretch(
    of axis: [Double], from lower: Double, to upper: Double
  ) -> Range<Int>? {
    let inside = axis.indices.filter { axis[$0] >= lower && axis[$0] <= upper }
    guard let first = inside.first, let last = inside.last else { return 0..<0 }
    return inside.count == last - first + 1 ? first..<last + 1 : nil
  }

  /// Writes a stretch of a row; false where r leaves the range of the factorisation.
  func fill(_ velocities: UnsafeMutablePointer<Double>, row: Int, _ stretch: Range<Int>) -> Bool {
    guard let support else { return fillSupported(velocities, row: row, stretch) }
    let inside =
      support.rows.contains(row) ? stretch.clamped(to: support.axis) : stretch.prefix(0)
    guard inside.count < stretch.count else {
      return fillSupported(velocities, row: row, stretch)
    }
    velocities.update(repeating: 0, count: 2 * stretch.count)
    return inside.isEmpty
      || fillSupported(velocities + 2 * (inside.lowerBound - stretch.lowerBound), row: row, inside)
  }

  private func fillSupported(
    _ velocities: UnsafeMutablePointer<Double>, row: Int, _ stretch: Range<Int>
  ) -> Bool {
    let components = axis.components
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * components) { own in
      for component in 0..<components {
        own[component] = rows.factors[component * rows.stride + row]
        own[components + component] = rows.slopes[component * rows.stride + row]
      }
      guard let start = own.baseAddress else { return false }
      var form = steepness_axis(
        components: components, count: axis.stride, factors: axis.factors, slopes: axis.slopes)
      return steepness_row_velocities(
        &form, start, start + components, stretch.lowerBound, stretch.upperBound, 1e-140, 1e140,
        velocities) != 0
    }
  }
}

/// The factor of every Tᵢ at every number of one axis, and its derivative, in aligned memory that never
/// changes.
///
/// Component i at the j-th number is entry i·stride + j. Eight entries may be read from any number.
private final class AxisFactors: @unchecked Sendable {
  let components: Int
  let stride: Int
  let factors: UnsafeMutablePointer<Double>
  let slopes: UnsafeMutablePointer<Double>

  private static let alignment = 64

  /// exp of h_g·(y − m)² − h·(y − μ)² + offset for each number y, infinite where it would exceed exp 300,
  /// which sends the row to the pointwise formula.
  init(
    _ numbers: [Double], _ coordinate: Int, _ data: PackedMixture, _ generated: PackedMixture?,
    offset: (Int) -> Double
  ) {
    components = data.count
    stride = (numbers.count + 15) / 8 * 8
    let count = components * stride
    func memory() -> UnsafeMutablePointer<Double> {
      let bytes = count * MemoryLayout<Double>.stride
      let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: Self.alignment)
      return memory.bindMemory(to: Double.self, capacity: count)
    }
    factors = memory()
    slopes = memory()
    let centre = generated?.means[coordinate] ?? 0
    let generatedPrecision = generated?.precisions[0] ?? 0
    for component in 0..<components {
      let (mean, precision) = (data.means[2 * component + coordinate], data.precisions[component])
      let constant = offset(component)
      for index in 0..<stride {
        // Beyond the axis its last number is repeated.
        let y = numbers[min(index, numbers.count - 1)]
        let (toMean, toCentre) = (mean - y, centre - y)
        let squares = generatedPrecision * toCentre * toCentre - precision * toMean * toMean
        factors[component * stride + index] = min(constant + squares / 2, 700)
        slopes[component * stride + index] = precision * toMean - generatedPrecision * toCentre
      }
    }
    steepness_exponentials(factors, factors, count)
    let greatest = Double.exp(300)
    for index in 0..<count {
      if factors[index] > greatest { factors[index] = .infinity }
      slopes[index] *= factors[index]
    }
  }

  deinit {
    factors.deallocate()
    slopes.deallocate()
  }
}
