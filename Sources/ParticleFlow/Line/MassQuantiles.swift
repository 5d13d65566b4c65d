import RealModule
import Scalars

/// The latent points of cell middles from masses: Φ(z) is the mass below.
///
/// Either tail is summed from its own end, so that both keep their accuracy; where the flow is odd, so is what lies between 0 and a
/// cell, which is all that is left of z in a gap.
struct MassQuantiles {
  private let masses: [Double]
  /// The mass below and above every face, and where the flow is odd that between the centre and every face, with a sign.
  private let below: [Double]
  private let above: [Double]
  private let fromCentre: [Double]?

  init(masses: [Double], isOdd: Bool) {
    self.masses = masses
    let count = masses.count
    var (below, above) = ([0.0], [Double](repeating: 0, count: count + 1))
    for mass in masses { below.append(below[below.count - 1] + mass) }
    for j in (0..<count).reversed() { above[j] = above[j + 1] + masses[j] }
    self.below = below
    self.above = above
    guard isOdd else {
      fromCentre = nil
      return
    }
    // With an odd count the centre is in the middle of a cell.
    let half = count / 2
    var inner = [Double](repeating: 0, count: count + 1)
    if count % 2 == 1 { (inner[half], inner[half + 1]) = (-masses[half] / 2, masses[half] / 2) }
    for j in (0..<half).reversed() { inner[j] = inner[j + 1] - masses[j] }
    for j in (count - half)..<count { inner[j + 1] = inner[j] + masses[j] }
    fromCentre = inner
  }

  /// z where g(z) is the middle of a cell.
  ///
  /// - Accuracy: order four in the spacing; relative near 0 where the flow is odd.
  func middle(_ j: Int) -> Double {
    let count = masses.count
    // The half of a cell that is below its middle, to third order.
    let tilt = j > 0 && j < count - 1 ? (masses[j + 1] - masses[j - 1]) / 16 : 0
    let share = max(0.25 * masses[j], min(0.75 * masses[j], masses[j] / 2 - tilt))
    if let fromCentre {
      let inner = fromCentre[j] + share
      if abs(inner) < 1e-4 {
        return inner * (2 * Double.pi).squareRoot() * (1 + Double.pi * inner * inner / 3)
      }
    }
    let lower = below[j] + share
    let upper = above[j + 1] + (masses[j] - share)
    return Double.normalQuantile(logLower: Double.log(lower), logUpper: Double.log(upper))
  }

  var middles: [Double] { masses.indices.map(middle) }

  /// The count of middles below a latent point.
  func count(below latent: Double) -> Int {
    var (low, high) = (0, masses.count)
    while low < high {
      let centre = (low + high) / 2
      if middle(centre) < latent { low = centre + 1 } else { high = centre }
    }
    return low
  }
}
