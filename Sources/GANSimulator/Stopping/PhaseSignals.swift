/// What Algorithm 2 watches, by the phase that a run is in: a criterion that tells collapse from fitting is met in
/// the one and not in the other.
public struct PhaseSignals: Sendable {
  /// The part of a run that a measurement belongs to.
  public enum Phase: String, CaseIterable, Sendable {
    /// Before all modes are covered for the first time.
    case fitting
    /// From there to the collapse, or to the end.
    case fitted
    /// From the collapse on, though modes may come back.
    case collapsed
  }

  /// In how many measurements each criterion of a rule is met.
  public struct Tally: Hashable, Sendable {
    public var gradient = 0
    public var steepness = 0
  }

  public let phase: Phase
  /// The quantile of ‖∇d/d‖₂ at every measurement, ascending.
  public let gradients: [Double]
  /// The mean steepness, ascending.
  public let steepnesses: [Double]
  /// The criteria of the rule as printed.
  public let printed: Tally
  /// Those of the repaired rule.
  public let repaired: Tally

  /// The signals of all phases over many runs; neither warm-up nor a stop ends them.
  ///
  /// - Throws: `SimulationError.invalidArgument` where a rule is none.
  public static func byPhase(
    of runs: [RunHistory], printed: EarlyStoppingRule, repaired: EarlyStoppingRule
  ) throws(SimulationError) -> [PhaseSignals] {
    var gradients: [Phase: [Double]] = [:]
    var steepnesses: [Phase: [Double]] = [:]
    var tallies: [Phase: [Tally]] = [:]
    for run in runs {
      let course = CollapseCourse(of: run)
      var monitors = [try EarlyStopping(printed), try EarlyStopping(repaired)]
      for measured in run.measurements {
        let phase = course.phase(at: measured.iteration)
        let observation = StoppingObservation(
          iteration: measured.iteration, gradient: measured.gradientNorm.modeLevel,
          steepness: measured.meanSteepness)
        gradients[phase, default: []].append(observation.gradient)
        steepnesses[phase, default: []].append(observation.steepness)
        for index in monitors.indices {
          let examination = monitors[index].examine(observation)
          var tally = tallies[phase] ?? [Tally(), Tally()]
          tally[index].gradient += examination.exceedsGradient ? 1 : 0
          tally[index].steepness += examination.fallsInSteepness ? 1 : 0
          tallies[phase] = tally
        }
      }
    }
    return Phase.allCases.compactMap { phase in
      guard let tally = tallies[phase] else { return nil }
      return PhaseSignals(
        phase: phase, gradients: (gradients[phase] ?? []).sorted(),
        steepnesses: (steepnesses[phase] ?? []).sorted(), printed: tally[0], repaired: tally[1])
    }
  }
}

extension CollapseCourse {
  /// The phase of an iteration.
  func phase(at iteration: Int) -> PhaseSignals.Phase {
    if let collapsed, iteration >= collapsed { return .collapsed }
    if let fitted, iteration >= fitted { return .fitted }
    return .fitting
  }
}
