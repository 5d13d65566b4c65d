package import GANTheory
import RealModule

/// Theorem 4.2 beside a discriminator of any shape.
///
/// The theorem bounds S after a step of s by (1 − s/(4σ − r)²)·S; to first order in s, log S then falls at the rate
/// 1/(4σ − r)² or faster.
package struct ShrinkageNearModes {
  /// The shares of places within 2σ of a mode where log S falls, and where it does so at 1/(4σ − r)² or faster; nil where there are
  /// none.
  package let shares: (any: Double, asTheorem: Double)?

  /// - Parameters:
  ///   - rates: of log S, one a place.
  ///   - outputs: the places, count × dimension, row-major.
  package init(rates: [Double], outputs: [Double], data: GaussianMixture<Double>) {
    precondition(rates.count * data.dimension == outputs.count, "one rate a place")
    var (near, shrinking, asTheorem) = (0, 0, 0)
    for (place, rate) in rates.enumerated() {
      let output = Array(outputs[place * data.dimension..<(place + 1) * data.dimension])
      for mode in data.components {
        let model = LinearDiscriminator(
          mode: mode.mean, standardDeviation: mode.standardDeviation)
        let distance = model.distance(to: output)
        guard distance < 2 * mode.standardDeviation else { continue }
        near += 1
        if rate < 0 { shrinking += 1 }
        if rate <= model.eigenvalues(atDistance: distance).radial { asTheorem += 1 }
      }
    }
    shares =
      near > 0 ? (Double(shrinking) / Double(near), Double(asTheorem) / Double(near)) : nil
  }
}
