public import GANTheory
import RealModule
public import Scalars

/// log p_data and its slope on the line, without allocation: the twin of `GaussianMixture` for inner loops.
public struct LineData: Sendable {
  /// The mixture that it stands for.
  public let mixture: GaussianMixture<Double>

  /// Component i adds exp(offsets[i] − precisions[i]·(x − means[i])²/2).
  let offsets: [Double]
  let means: [Double]
  let precisions: [Double]

  /// - Hypotheses: dimension 1.
  public init(_ mixture: GaussianMixture<Double>) {
    precondition(mixture.dimension == 1, "mixture.dimension = 1")
    self.mixture = mixture
    means = mixture.modes
    precisions = mixture.components.map { 1 / ($0.standardDeviation * $0.standardDeviation) }
    offsets = mixture.components.map {
      Double.log($0.weight / $0.standardDeviation) - Double.log(2 * Double.pi) / 2
    }
  }

  /// log p_data(x) and its derivative.
  ///
  /// - Source: Assumption 2.1.
  /// - Accuracy: a few ulp of the largest exponent and of the largest pull.
  public func logDensity(at x: Double) -> (value: Double, slope: Double) {
    var (greatest, sum, pull) = (-Double.infinity, 0.0, 0.0)
    for index in means.indices {
      let distance = means[index] - x
      let exponent = offsets[index] - distance * distance * precisions[index] / 2
      let term: Double
      if exponent > greatest {
        let scale = Double.exp(greatest - exponent)
        (sum, pull) = (sum * scale, pull * scale)
        greatest = exponent
        term = 1
      } else {
        term = Double.exp(exponent - greatest)
      }
      sum += term
      pull += term * distance * precisions[index]
    }
    return (greatest + Double.log(sum), pull / sum)
  }

  /// The least standard deviation of a mode.
  public var leastDeviation: Double {
    mixture.components.reduce(.infinity) { min($0, $1.standardDeviation) }
  }

  /// An interval that has all modes with so many of their standard deviations on either side.
  public func reach(_ deviations: Double) -> ClosedRange<Double> {
    let ends = mixture.components.map {
      (
        $0.mean[0] - deviations * $0.standardDeviation,
        $0.mean[0] + deviations * $0.standardDeviation
      )
    }
    return (ends.map(\.0).min() ?? 0)...(ends.map(\.1).max() ?? 0)
  }

  /// Whether the density is even, so that a flow from an odd generator stays odd.
  public var isEven: Bool {
    mixture.components.allSatisfy { component in
      mixture.components.contains {
        $0.mean[0] == -component.mean[0] && $0.weight == component.weight
          && $0.standardDeviation == component.standardDeviation
      }
    }
  }

  /// The points between neighbouring modes where the density is least, and the length on which it curves there.
  ///
  /// - Accuracy: a golden section to 10⁻¹² of the gap.
  public var valleys: [(position: Double, length: Double)] {
    let modes = means.sorted()
    return zip(modes, modes.dropFirst()).compactMap { left, right in
      guard left < right else { return nil }
      var (low, high) = (left, right)
      let share = (5.0.squareRoot() - 1) / 2
      while high - low > 1e-12 * (right - left) {
        let (a, b) = (high - share * (high - low), low + share * (high - low))
        if logDensity(at: a).value < logDensity(at: b).value { high = b } else { low = a }
      }
      let place = isEven && left == -right ? 0 : (low + high) / 2
      let reach = leastDeviation / 64
      let bend =
        (logDensity(at: place + reach).slope - logDensity(at: place - reach).slope) / (2 * reach)
      return bend > 0 ? (place, min(1 / bend.squareRoot(), leastDeviation)) : nil
    }
  }
}
