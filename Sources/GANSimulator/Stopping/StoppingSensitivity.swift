/// The numbers that Algorithm 2 asks for, each changed alone and tried on the same runs.
public enum StoppingSensitivity {
  /// What is changed.
  public enum Parameter: String, CaseIterable, Sendable {
    /// k_d, as a multiple of the distance between modes: the threshold grows with it.
    case modeDistance
    /// k_g.
    case leastSteepnessChange
    /// N_w.
    case warmUp
    /// m, through the quantile 1 − 1/m of ‖∇d/d‖₂.
    case modeCount
    /// Iterations between two measurements: what 'previous' means in line 4.
    case interval
  }

  /// One number in place of the usual one.
  public struct Variant: Sendable {
    public let parameter: Parameter
    /// The number, as it is printed.
    public let value: String
    /// Whether it is the usual one.
    public let isUsual: Bool
    /// The criterion that a rule becomes.
    public let criterion: StoppingCriterion
    /// The interval of measurements; nil for that of the run.
    public let interval: Int?
  }

  /// All variants of a rule.
  ///
  /// - Parameters:
  ///   - modeCount: m of the data.
  ///   - probeInterval: the interval of the run's measurements.
  public static func variants(
    of rule: EarlyStoppingRule, modeCount: Int, probeInterval: Int
  ) -> [Variant] {
    func variant(
      _ parameter: Parameter, _ value: String, isUsual: Bool, interval: Int? = nil,
      level: StoppingCriterion.GradientLevel = .modeLevel,
      _ change: (inout EarlyStoppingRule) -> Void = { _ in }
    ) -> Variant {
      var changed = rule
      change(&changed)
      return Variant(
        parameter: parameter, value: value, isUsual: isUsual,
        criterion: .algorithm(changed, level: level), interval: interval)
    }
    let distances = [0.125, 0.25, 0.5, 1, 2, 4].map { factor in
      variant(.modeDistance, "\(factor)", isUsual: factor == 1) {
        $0.gradientThreshold = $0.gradientThreshold.withDistance(times: factor)
      }
    }
    let changes = [-0.1, -0.25, -0.5, -0.75, -0.9].map { change in
      variant(.leastSteepnessChange, "\(change)", isUsual: change == rule.leastSteepnessChange) {
        $0.leastSteepnessChange = change
      }
    }
    let warmUps = [0, 50, 500, 1000, 2000, 4000].map { warmUp in
      variant(.warmUp, "\(warmUp)", isUsual: warmUp == rule.warmUp) { $0.warmUp = warmUp }
    }
    let modeCounts = [
      variant(.modeCount, "2", isUsual: false, level: .median),
      variant(.modeCount, "\(modeCount), of the data", isUsual: true),
      variant(.modeCount, "10", isUsual: false, level: .upperDecile),
      variant(.modeCount, "without bound", isUsual: false, level: .maximum),
    ]
    let intervals = [1, 2, 5, 10, 20].map { factor in
      variant(
        .interval, "\(factor * probeInterval)", isUsual: factor == 1,
        interval: factor * probeInterval)
    }
    return distances + changes + warmUps + modeCounts + intervals
  }
}

extension GradientThreshold {
  /// The threshold with k_d multiplied by a factor.
  func withDistance(times factor: Double) -> GradientThreshold {
    switch self {
    case .printed(let distance, let deviation):
      .printed(modeDistance: factor * distance, standardDeviation: deviation)
    case .scaled(let distance, let deviation):
      .scaled(modeDistance: factor * distance, standardDeviation: deviation)
    case .given(let bound): .given(factor * bound)
    }
  }
}
