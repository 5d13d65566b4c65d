internal import Foundation

/// Ways to decide when training was to stop, tried on a run's measurements.
public enum StoppingCriterion: Hashable, Sendable {
  /// Algorithm 2, watching the quantile of ‖∇d/d‖₂ at a level.
  case algorithm(EarlyStoppingRule, level: GradientLevel)
  /// Stops where a quantity has had no new minimum for so many iterations, and keeps the network of the minimum.
  case patience(WatchedQuantity, iterations: Int)
  /// Stops where the mean of the last `window` losses of either network is more than `factor` times, or less than one
  /// in `factor` of, its value at the equilibrium d = ½: 2 log 2 for the discriminator, log 2 for the generator.
  ///
  /// - Source: section G.6 describes such bounds and gives no numbers.
  case lossBounds(factor: Double, window: Int)
  /// Stops at an iteration, whatever the measurements are.
  case fixed(Int)
  /// Trains to the end.
  case never
  /// Keeps the network of the best quality, which is known in hindsight alone.
  case oracle

  /// A quantile of ‖∇d/d‖₂ that measurements hold, as 1 − 1/m.
  public enum GradientLevel: String, CaseIterable, Sendable {
    /// m = 2.
    case median
    /// m as many as the data have modes.
    case modeLevel
    /// m = 10.
    case upperDecile
    /// m → ∞.
    case maximum

    /// The quantile.
    func value(in quantiles: Quantiles) -> Double {
      switch self {
      case .median: quantiles.median
      case .modeLevel: quantiles.modeLevel
      case .upperDecile: quantiles.upperDecile
      case .maximum: quantiles.maximum
      }
    }
  }

  /// A quantity that is small where training goes well.
  public enum WatchedQuantity: String, CaseIterable, Sendable {
    /// The duality gap of section G.5.
    case dualityGap
    /// The perturbed one.
    case perturbedGap
    /// The Jensen–Shannon divergence to the mixture, which no user of real data knows.
    case jensenShannon

    /// Its value where it was measured.
    func value(in measured: MeasuredIteration) -> Double? {
      switch self {
      case .dualityGap: measured.dualityGap?.gap
      case .perturbedGap: measured.dualityGap?.perturbedGap
      case .jensenShannon: measured.samples?.jensenShannon
      }
    }
  }
}

/// What a criterion makes of a run.
public struct StoppingDecision: Hashable, Sendable {
  /// The iteration at which training stops; nil where it goes on to its end.
  public let stop: Int?
  /// The iteration whose networks are kept: where it stops, or that of the watched quantity's minimum.
  public let kept: Int
  /// What Algorithm 2 saw where it stopped.
  public let examination: StoppingExamination?
}

extension StoppingCriterion {
  /// The decision over a run.
  ///
  /// - Parameter interval: measurements at its multiples alone are looked at; nil for all.
  /// - Throws: `SimulationError.invalidArgument` where the rule of Algorithm 2 is none.
  public func decision(
    on run: RunHistory, interval: Int? = nil
  ) throws(SimulationError) -> StoppingDecision {
    let seen = interval.map(run.thinned) ?? run.measurements
    func decision(stop: Int?, kept: Int? = nil) -> StoppingDecision {
      StoppingDecision(stop: stop, kept: kept ?? stop ?? run.lastIteration, examination: nil)
    }
    switch self {
    case .algorithm(let rule, let level):
      let last = try EarlyStopping.examinations(
        of: seen.lazy.map {
          StoppingObservation(
            iteration: $0.iteration, gradient: level.value(in: $0.gradientNorm),
            steepness: $0.meanSteepness)
        }, by: rule
      ).last
      guard let last, last.stops else { return decision(stop: nil) }
      return StoppingDecision(
        stop: last.observation.iteration, kept: last.observation.iteration, examination: last)
    case .patience(let quantity, let patience):
      var least: (value: Double, iteration: Int)?
      for measured in seen {
        guard let value = quantity.value(in: measured) else { continue }
        if let least, measured.iteration - least.iteration >= patience, value >= least.value {
          return decision(stop: measured.iteration, kept: least.iteration)
        }
        if value < least?.value ?? .infinity { least = (value, measured.iteration) }
      }
      return decision(stop: nil, kept: least?.iteration)
    case .lossBounds(let factor, let window):
      return decision(stop: Self.lossesLeave(seen, factor: factor, window: window))
    case .fixed(let iteration):
      return decision(
        stop: iteration < run.lastIteration
          ? run.measurements[run.index(upTo: iteration)].iteration : nil)
    case .never: return decision(stop: nil)
    case .oracle: return decision(stop: run.bestIteration)
    }
  }

  /// The first iteration at which a mean of losses lies outside its bounds.
  private static func lossesLeave(
    _ seen: [MeasuredIteration], factor: Double, window: Int
  ) -> Int? {
    let logTwo = log(2.0)
    for end in seen.indices where end + 1 >= window {
      let last = seen[(end + 1 - window)...end]
      for (loss, equilibrium) in [
        (\MeasuredIteration.discriminatorLoss, 2 * logTwo),
        (\MeasuredIteration.generatorLoss, logTwo),
      ] {
        let mean = last.reduce(0) { $0 + $1[keyPath: loss] } / Double(window)
        if mean > factor * equilibrium || mean < equilibrium / factor {
          return seen[end].iteration
        }
      }
    }
    return nil
  }
}
