import RealModule
import Scalars

/// Theorem 3.4's sum for many parameter sets at once: the double-precision twin of
/// `ModeMixtureBound.probability` for mixtures of equal weights and one σ.
///
/// The anchor of gap i is Φ⁻¹(Ψ(m)) at its midpoint m, and N·Ψ(m) = i − Σ left tails + Σ right tails.
/// The tails of the two nearest modes are equal and cancel, and those beyond 8.3σ are less than half
/// an ulp of i; under the theorem's own hypothesis, gaps of at least 6σ, none is left, so that the
/// anchors are the quantiles of i/N, which all sets share.
public struct ModeMixtureSums: Sendable {
  /// N.
  public let modeCount: Int
  /// Φ⁻¹(i/N) for 0 < i < N.
  private let quantiles: [Double]

  /// - Hypotheses: N ≥ 2.
  public init(modeCount: Int) {
    precondition(modeCount >= 2, "modeCount ≥ 2")
    self.modeCount = modeCount
    quantiles = (1..<modeCount).map {
      ModeMixtureSums.quantile(below: Double($0), above: Double(modeCount - $0))
    }
  }

  /// Σᵢ [Φ(cᵢ + hᵢ) − Φ(cᵢ − hᵢ)] with hᵢ = (gapᵢ − clearance·σ)/2k for every set.
  ///
  /// - Source: Theorem 3.4; Theorem C.7.
  /// - Shapes: `modes` is count × N, row-major, ascending in each row; the others have count entries.
  /// - Accuracy: absolute, per gap, 16 + 8·|cᵢ| + 4/φ(cᵢ) units of 2⁻⁵³, by counting roundings.
  ///
  /// With `isParallel` all cores share the work; the bits are the same.
  public func values(
    modes: [Double], standardDeviations: [Double], slopes: [Double], clearance: Double,
    isParallel: Bool = true
  ) -> [Double] {
    let count = standardDeviations.count
    precondition(slopes.count == count, "slopes.count = standardDeviations.count")
    precondition(modes.count == count * modeCount, "modes.count = count · modeCount")
    return Array(unsafeUninitializedCapacity: count) { buffer, initialised in
      initialised = count
      guard let base = buffer.baseAddress else { return }
      // Chunks write to stretches of their own.
      nonisolated(unsafe) let sums = base
      forEachChunk(of: count, by: 256, isParallel: isParallel) { range in
        modes.withUnsafeBufferPointer { modes in
          for index in range {
            let row = UnsafeBufferPointer(
              rebasing: modes[index * modeCount..<(index + 1) * modeCount])
            (sums + index).initialize(
              to: sum(row, standardDeviations[index], slopes[index], clearance))
          }
        }
      }
    }
  }

  private func sum(
    _ modes: UnsafeBufferPointer<Double>, _ deviation: Double, _ slope: Double, _ clearance: Double
  ) -> Double {
    let scale = 1 / (2 * slope)
    var sum = 0.0
    for gap in 0..<modeCount - 1 {
      let reach = (modes[gap + 1] - modes[gap] - clearance * deviation) * scale
      let anchor = anchor(of: gap, modes, deviation)
      sum += Double.normalMass(from: anchor - reach, to: anchor + reach)
    }
    return sum
  }

  /// Φ⁻¹(Ψ(m)) at the midpoint m of a gap.
  private func anchor(
    of gap: Int, _ modes: UnsafeBufferPointer<Double>, _ deviation: Double
  ) -> Double {
    let midpoint = modes[gap] + (modes[gap + 1] - modes[gap]) / 2
    var surplus = 0.0
    for index in stride(from: gap - 1, through: 0, by: -1) {
      let distance = (midpoint - modes[index]) / deviation
      guard distance < 8.3 else { break }
      surplus -= Double.normalUpperTail(distance)
    }
    for index in gap + 2..<max(modeCount, gap + 2) {
      let distance = (modes[index] - midpoint) / deviation
      guard distance < 8.3 else { break }
      surplus += Double.normalUpperTail(distance)
    }
    if surplus == 0 { return quantiles[gap] }
    let below = Double(gap + 1) + surplus
    return ModeMixtureSums.quantile(below: below, above: Double(modeCount - gap - 1) - surplus)
  }

  /// Φ⁻¹(below/(below + above)), from the smaller share.
  private static func quantile(below: Double, above: Double) -> Double {
    let total = below + above
    return Double.normalQuantile(
      logLower: Double.log(below / total), logUpper: Double.log(above / total))
  }
}
