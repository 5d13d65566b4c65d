import Foundation

/// The formulas of the benchmark as one would write them for `Double` alone.
///
/// Nothing else uses them: they are what the generic formulas are timed against.
enum HandWrittenFormulas {
  /// As `SteepnessODE.logarithmicRate`.
  static func logarithmicRate(
    modeOffset: Double, deviation: Double, logSteepness: Double, thirdDerivative: Double
  ) -> Double {
    let variance = deviation * deviation
    let growth = (modeOffset * modeOffset - variance) / (variance * variance)
    let optimal = log(deviation) + modeOffset * modeOffset / (2 * variance)
    let curvature = (1 + thirdDerivative) * exp(-2 * logSteepness)
    let difference = optimal - logSteepness
    let share: Double
    if difference >= 0 {
      share = 1 / (1 + exp(-difference))
    } else {
      let exponential = exp(difference)
      share = exponential / (1 + exponential)
    }
    return (growth + curvature) * share
  }

  /// As `SteepnessODE.time(from:to:)`.
  static func time(modeOffset: Double, deviation: Double, from start: Double, to end: Double)
    -> Double
  {
    let variance = deviation * deviation
    let a = (modeOffset * modeOffset - variance) / (variance * variance)
    let root = a.squareRoot()
    let c = exp(-(log(deviation) + modeOffset * modeOffset / (2 * variance)))
    let logarithm = log((a * (end * end) + 1) / (a * (start * start) + 1))
    let turn = atan(root * end) - atan(root * start)
    return logarithm / (2 * a) + c / a * (end - start) - c * turn / (a * root)
  }

  /// As `SingleModeRecurrence` with n = 2.
  static func recurrence(
    steepness k: Double, optimal: Double, stepSize: Double, squaredLength: Double
  ) -> Double {
    let relative = k / optimal
    let ratio = relative * relative * exp(squaredLength * (1 - relative * relative) / 2)
    let pull = 1 / (k * k) - 1 / (optimal * optimal)
    return k + stepSize * k * pull * (1 / (1 + ratio))
  }

  /// As `GaussianMixture`.
  struct Mixture {
    struct Component {
      let weight: Double
      let mean: [Double]
      let deviation: Double
    }

    let components: [Component]

    func logDensity(at point: [Double]) -> Double {
      let terms = components.map { component in
        var distance = 0.0
        for axis in point.indices {
          let difference = point[axis] - component.mean[axis]
          distance += difference * difference
        }
        let variance = component.deviation * component.deviation
        let normalisation = Double(component.mean.count) * log(2 * .pi * variance)
        return log(component.weight) - (distance / variance + normalisation) / 2
      }
      var greatest = terms[0]
      for term in terms where term > greatest { greatest = term }
      if greatest == -.infinity { return greatest }
      var sum = 0.0
      for term in terms { sum += exp(term - greatest) }
      return greatest + log(sum)
    }
  }
}
