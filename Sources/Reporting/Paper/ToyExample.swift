import GANTheory
import RealModule

/// The toy example of appendix G.1: four modes at (±1, ±1), of variance 0.0125.
enum ToyExample {
  static let standardDeviation = 0.0125.squareRoot()
  static let modes = [[1.0, 1], [1, -1], [-1, 1], [-1, -1]]
  static var markers: [(x: Double, y: Double)] { modes.map { (x: $0[0], y: $0[1]) } }

  /// p_data, and p_g with the same modes and another deviation.
  ///
  /// - Parameter spread: τ/σ.
  static func pair(spread: Double) -> AnyDensityPair<Double> {
    AnyDensityPair(
      data: GaussianMixture(modes: modes, standardDeviation: standardDeviation),
      generated: GaussianMixture(modes: modes, standardDeviation: spread * standardDeviation))
  }

  /// The discriminator of Assumption 4.1 around each mode, 0 elsewhere.
  static func linearValue(at point: [Double]) -> Double {
    modes.reduce(0) { greatest, mode in
      let model = LinearDiscriminator(mode: mode, standardDeviation: standardDeviation)
      return max(greatest, model.value(at: point))
    }
  }
}
