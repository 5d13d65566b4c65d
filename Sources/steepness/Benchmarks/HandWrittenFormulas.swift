import Foundation
import RealModule

/// The formulas of the benchmark as one would write them for `Double` alone.
///
/// Nothing else uses them: they are what the generic formulas are timed against.
enum HandWrittenFormulas {
  /// As `SteepnessODE`.
  struct ODE {
    let modeOffset: Double
    let deviation: Double

    var growthRate: Double {
      let variance = deviation * deviation
      return (modeOffset * modeOffset - variance) / (variance * variance)
    }

    var logOptimalSteepness: Double {
      log(deviation) + modeOffset * modeOffset / (2 * (deviation * deviation))
    }

    func logarithmicRate(logSteepness: Double, relativeThirdDerivative: Double) -> Double {
      let curvature = (1 + relativeThirdDerivative) * exp(-2 * logSteepness)
      let difference = logOptimalSteepness - logSteepness
      let share: Double
      if difference >= 0 {
        share = 1 / (1 + exp(-difference))
      } else {
        let exponential = exp(difference)
        share = exponential / (1 + exponential)
      }
      return (growthRate + curvature) * share
    }

    func time(from start: Double, to end: Double) -> Double {
      let a = growthRate
      let root = a.squareRoot()
      let c = exp(-logOptimalSteepness)
      let logarithm = log((a * (end * end) + 1) / (a * (start * start) + 1))
      let turn = atan(root * end) - atan(root * start)
      return logarithm / (2 * a) + c / a * (end - start) - c * turn / (a * root)
    }
  }

  /// As `SingleModeRecurrence`.
  struct Recurrence {
    let dimension: Int
    let optimal: Double
    let stepSize: Double

    func ratio(steepness k: Double, squaredLength: Double) -> Double {
      let relative = k / optimal
      return Double.pow(relative, dimension)
        * exp(squaredLength * (1 - relative * relative) / 2)
    }

    func next(steepness k: Double, factor: Double) -> Double {
      k + stepSize * k * (1 / (k * k) - 1 / (optimal * optimal)) * factor
    }
  }

  /// As `GaussianMixture`.
  struct Mixture {
    struct Component {
      let weight: Double
      let mean: [Double]
      let deviation: Double
    }

    let components: [Component]

    func logDensity(at point: [Double]) -> Double? {
      let terms = components.map { component in
        precondition(point.count == component.mean.count, "point.count = mean.count")
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
