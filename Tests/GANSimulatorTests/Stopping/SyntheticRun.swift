import Foundation
import GANSimulator

/// Runs with chosen numbers: four modes, a measurement every ten iterations.
struct SyntheticRun {
  /// How many of the modes are covered; the samples fill as many, alike, and all are near a mode.
  var covered: [Int]
  /// The quantiles of ‖∇d/d‖₂; 1 by default.
  var gradient: [Double] = []
  /// The largest ‖∇d/d‖₂; three times the quantile by default.
  var largestGradient: [Double] = []
  var steepness: [Double] = []
  var gap: [Double?] = []
  var divergence: [Double] = []
  var losses: [(discriminator: Double, generator: Double)] = []

  func history(seed: UInt64 = 1) throws -> RunHistory {
    try RunHistory(seed: seed, modeCount: 4, measurements: try measurements())
  }

  func measurements() throws -> [MeasuredIteration] {
    try covered.indices.map { index in
      func value<Value>(_ list: [Value], or usual: Value) -> Value {
        list.isEmpty ? usual : list[index]
      }
      let gradient = value(gradient, or: 1)
      let (steepness, loss) = (value(steepness, or: 1), value(losses, or: (1.4, 0.7)))
      let samples: [String: Any] = [
        "highQualityFraction": covered[index] > 0 ? 1 : 0, "modesCaptured": covered[index],
        "coverageEntropy": log(Double(max(covered[index], 1))), "mixtureMass": 0,
        "jensenShannon": value(divergence, or: 0.1), "energyDistance": 0, "wasserstein": 0,
      ]
      var line: [String: Any] = [
        "iteration": 10 * index, "discriminatorLoss": loss.discriminator,
        "generatorLoss": loss.generator, "meanSteepness": steepness, "maximalSteepness": steepness,
        "steepnessAtOrigin": steepness, "chosenSteepness": [Double](),
        "steepness": Self.quantiles(steepness, largest: steepness),
        "gradientNorm": Self.quantiles(
          gradient, largest: value(largestGradient, or: 3 * gradient)),
        "modeMixtureFraction": 0, "coveredModes": covered[index], "modeCounts": [Int](),
        "samples": samples,
      ]
      if let gap = value(gap, or: nil) {
        line["dualityGap"] = ["gap": gap, "perturbedGap": -gap]
      }
      return try JSONDecoder().decode(
        MeasuredIteration.self, from: try JSONSerialization.data(withJSONObject: line))
    }
  }

  private static func quantiles(_ level: Double, largest: Double) -> [String: Double] {
    [
      "mean": level, "median": level / 2, "upperDecile": 2 * level, "modeLevel": level,
      "maximum": largest,
    ]
  }
}
