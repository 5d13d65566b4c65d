import GANTheory
import RealModule
import Scalars

/// What is farther than 3σ from every mode, in any dimension, and the least mass that a map leaves there.
///
/// Let A be what is within 3σ of some modes and B what is within 3σ of the others, D their distance. Where a map has mass a in A and
/// is nowhere steeper than k, what it maps to B is D/k or more from what it maps to A, so that by Gaussian isoperimetry at most
/// 1 − Φ(Φ⁻¹(a) + D/k) is left for B, and at least Φ(Φ⁻¹(a) + D/k) − a for what lies in between: the form of Theorem 3.4
/// that holds for every map, without its condition on the midpoints. The best choice of A is taken.
///
/// - Source: derived, with `leastRegionMass`; Theorem 3.4 is for the line.
struct MassAwayFromModes {
  let data: GaussianMixture<Double>
  /// Groups of modes as bits, with the distance of what is near them from what is near the others; those above 0 alone.
  private let groups: [(modes: UInt64, distance: Double)]

  /// All groups of up to eight modes; of more, those of one mode.
  init(_ data: GaussianMixture<Double>) {
    precondition(data.components.count <= 64, "64 modes at most")
    self.data = data
    let (modes, count) = (data.components, data.components.count)
    let candidates: [UInt64] =
      count <= 8 ? Array(1..<(1 << count) - 1) : (0..<count).map { 1 << UInt64($0) }
    groups = candidates.compactMap { group in
      var distance = Double.infinity
      for one in modes.indices where group & (1 << UInt64(one)) != 0 {
        for other in modes.indices where group & (1 << UInt64(other)) == 0 {
          let between = squaredDistance(modes[one].mean, modes[other].mean).squareRoot()
          let reach = 3 * (modes[one].standardDeviation + modes[other].standardDeviation)
          distance = min(distance, between - reach)
        }
      }
      return distance > 0 ? (group, distance) : nil
    }
  }

  /// The modes within 3σ of a place, as bits; 0 far from all.
  func nearModes(_ place: some Collection<Double>) -> UInt64 {
    let place = Array(place)
    return data.components.indices.reduce(0) { bits, index in
      let mode = data.components[index]
      let isNear =
        squaredDistance(place, mode.mean) <= 9 * mode.standardDeviation * mode.standardDeviation
      return isNear ? bits | 1 << UInt64(index) : bits
    }
  }

  /// The share of places that belongs to each set of near modes.
  ///
  /// - Shapes: `places` is count × dimension, row-major.
  func shares(of places: [Double]) -> [UInt64: Double] {
    let count = places.count / data.dimension
    return (0..<count).reduce(into: [:]) { shares, place in
      let near = nearModes(places[place * data.dimension..<(place + 1) * data.dimension])
      shares[near, default: 0] += 1 / Double(count)
    }
  }

  /// The least mass far from all modes of a map with these shares that is nowhere steeper than k; nil where no group lies apart.
  ///
  /// - Accuracy: that of the shares. Of counted ones the greatest over groups is taken, which leans upward by about their deviation.
  func leastMass(_ shares: [UInt64: Double], steepness k: Double) -> Double? {
    groups.map { group in
      // In a fixed order, so that the same shares give the same bits.
      let mass = shares.keys.sorted().reduce(0) {
        $1 & group.modes != 0 ? $0 + (shares[$1] ?? 0) : $0
      }
      guard mass > 0, mass < 1 else { return 0 }
      return leastRegionMass(
        logMassBelow: Double.log(mass), logMassAbove: Double.log(onePlus: -mass),
        latentWidth: group.distance / k)
    }.max()
  }
}
