package import GANTheory
import RealModule
import Scalars

/// The regions [xᵢ + 3σ, xᵢ₊₁ − 3σ] between the modes of a mixture on the line, and the mass that a map must leave in them.
package struct RegionsBetweenModes: Sendable {
  package let data: GaussianMixture<Double>
  /// Those that are not empty, ascending.
  package let regions: [(from: Double, to: Double)]

  package init(_ data: GaussianMixture<Double>) {
    self.data = data
    let modes = data.components.sorted { $0.mean[0] < $1.mean[0] }
    regions = zip(modes, modes.dropFirst()).map {
      ($0.mean[0] + 3 * $0.standardDeviation, $1.mean[0] - 3 * $1.standardDeviation)
    }.filter { $0.0 < $0.1 }
  }

  /// The mass that a map gives to them.
  package func mass(of trace: GeneratorTrace) -> Double {
    regions.reduce(0) { $0 + trace.probability(from: $1.from, to: $1.to) }
  }

  /// The least mass that a map can give to them which is nowhere steeper than k and has this map's mass below each region.
  ///
  /// - Source: Theorem 3.4 without its condition on the midpoints, see `leastRegionMass`.
  package func leastMass(of trace: GeneratorTrace, steepness k: Double) -> Double {
    regions.reduce(0) { sum, region in
      let below = trace.probability(from: -.greatestFiniteMagnitude, to: region.from)
      guard below > 0, below < 1 else { return sum }
      return sum
        + leastRegionMass(
          logMassBelow: Double.log(below), logMassAbove: Double.log(onePlus: -below),
          latentWidth: (region.to - region.from) / k)
    }
  }

  /// Theorem 3.4's bound at slope k with its condition on the midpoints, printed or with the clearance of 6σ that its proof gives; nil
  /// where its hypotheses fail: one σ, equal weights and gaps above 6σ.
  package func anchoredBound(
    steepness k: Double, _ clearance: ModeMixtureBound<Double>.Clearance
  ) -> Double? {
    let modes = data.modes
    let deviation = data.components[0].standardDeviation
    guard modes.count > 1,
      data.components.allSatisfy({
        $0.standardDeviation == deviation && $0.weight == data.components[0].weight
      }),
      zip(modes, modes.dropFirst()).allSatisfy({ $1 - $0 > 6 * deviation })
    else { return nil }
    return ModeMixtureBound(target: data, standardDeviation: deviation, maximalSteepness: k)
      .probability(clearance)
  }
}
