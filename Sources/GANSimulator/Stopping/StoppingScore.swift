internal import NumericKernel

/// A mean over runs with its interval.
public struct MeanOverRuns: Hashable, Sendable {
  public let mean: Double
  /// The percentile bootstrap interval of 95 %.
  public let interval: ClosedRange<Double>

  /// - Parameter stream: the same for means that are compared, so that they see the same runs drawn.
  init(_ values: [Double], stream: RandomStream) {
    mean = values.reduce(0, +) / Double(values.count)
    interval = BootstrapInterval.ofMean(values, confidence: 0.95, stream: stream)
  }
}

/// How one criterion did over the runs of an experiment.
public struct StoppingScore: Sendable {
  /// What decided.
  public let criterion: StoppingCriterion
  /// The runs, with what was decided about each.
  public let runs: [(run: RunHistory, course: CollapseCourse, decision: StoppingDecision)]
  /// Quality of the networks that are kept.
  public let quality: MeanOverRuns
  /// The best quality of the run less that of the networks that are kept: at least 0.
  public let regret: MeanOverRuns
  /// Quality of what is kept less quality at the end of training: what stopping brought.
  public let gain: MeanOverRuns
  /// Jensen–Shannon divergence of what is kept less the least of the run, in nats: at least 0.
  public let divergenceRegret: MeanOverRuns
  /// The best quality of the run less the best up to where training stopped: the regret of one who keeps every
  /// checkpoint and knows which is best, as line 10 of Algorithm 2 asks for; 0 where training never stops.
  public let hindsightRegret: MeanOverRuns

  /// The score over runs, of which there is at least one.
  ///
  /// - Parameter seed: of the bootstrap.
  /// - Throws: as `StoppingCriterion.decision`.
  public init(
    _ criterion: StoppingCriterion, over histories: [RunHistory], seed: UInt64,
    interval: Int? = nil
  ) throws(SimulationError) {
    try require(
      !histories.isEmpty, "runs", "none", "a score is over at least one run", "train some runs")
    self.criterion = criterion
    var found: [(run: RunHistory, course: CollapseCourse, decision: StoppingDecision)] = []
    for run in histories {
      found.append(
        (run, CollapseCourse(of: run), try criterion.decision(on: run, interval: interval)))
    }
    runs = found
    func mean(_ value: (RunHistory, StoppingDecision) -> Double) -> MeanOverRuns {
      MeanOverRuns(
        found.map { value($0.run, $0.decision) },
        stream: RandomStream(seed: seed, name: "bootstrap/runs"))
    }
    quality = mean { $0.quality(at: $1.kept) }
    regret = mean { $0.bestQuality - $0.quality(at: $1.kept) }
    gain = mean { $0.quality(at: $1.kept) - $0.quality(at: $0.lastIteration) }
    divergenceRegret = mean { $0.divergence(at: $1.kept) - $0.leastDivergence }
    hindsightRegret = mean { $0.bestQuality - $0.bestQuality(upTo: $1.stop ?? $0.lastIteration) }
  }
}

extension StoppingScore {
  /// Where training stopped, ascending; runs that never stopped are left out.
  public var stops: [Int] { runs.compactMap(\.decision.stop).sorted() }

  /// The runs that collapse at some time.
  private var collapsing: [(collapsed: Int, stop: Int?)] {
    runs.compactMap { run in run.course.collapsed.map { ($0, run.decision.stop) } }
  }

  /// How many runs collapse.
  public var collapsingRuns: Int { collapsing.count }

  /// How many of these stopped before they collapsed.
  public var stopsBeforeCollapse: Int {
    collapsing.count { collapsed, stop in stop.map { $0 < collapsed } ?? false }
  }

  /// How many of these stopped when they had collapsed.
  public var stopsAfterCollapse: Int {
    collapsing.count { collapsed, stop in stop.map { $0 >= collapsed } ?? false }
  }

  /// How many of these never stopped.
  public var collapsesWithoutStop: Int { collapsing.count { $0.stop == nil } }

  /// How many runs stopped before all modes had been covered once.
  public var stopsBeforeFitting: Int {
    runs.count { run in
      guard let stop = run.decision.stop else { return false }
      return run.course.fitted.map { stop < $0 } ?? true
    }
  }

  /// How many runs Algorithm 2 stopped because ‖∇d/d‖₂ exceeded its threshold, the steepness fell, or both.
  public var causes: (gradient: Int, steepness: Int, both: Int) {
    let found = runs.compactMap(\.decision.examination)
    return (
      found.count { $0.exceedsGradient && !$0.fallsInSteepness },
      found.count { !$0.exceedsGradient && $0.fallsInSteepness },
      found.count { $0.exceedsGradient && $0.fallsInSteepness }
    )
  }
}
