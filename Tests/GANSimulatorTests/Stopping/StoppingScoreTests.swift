import GANSimulator
import Testing

@Suite struct `Stopping scores` {
  /// Seeds 1 to 3: two collapse, one of them after it had come back, one never fits.
  private func runs() throws -> [RunHistory] {
    [
      try SyntheticRun(covered: [0, 4, 4, 1, 1, 1], gradient: [9, 1, 5, 5, 1, 1]).history(seed: 1),
      try SyntheticRun(covered: [0, 4, 2, 4, 2, 2], gradient: [9, 1, 1, 1, 5, 1]).history(seed: 2),
      try SyntheticRun(covered: [0, 2, 2, 2, 2, 2], gradient: [1, 1, 1, 1, 1, 1]).history(seed: 3),
    ]
  }

  private let printed = EarlyStoppingRule.printed(modeDistance: 8, standardDeviation: 1, warmUp: 5)

  private func score(_ criterion: StoppingCriterion) throws -> StoppingScore {
    try StoppingScore(criterion, over: try runs(), seed: 5)
  }

  /// Three qualities of a few ulps each, summed and divided.
  private let rounding = 16 * Double.ulpOfOne

  @Test func `regret, gain and hindsight are those of a calculation by hand`() throws {
    // Stops at 20, 40 and never: qualities 1, ½, ½; best 1, 1, ½; at the end ¼, ½, ½.
    let algorithm = try score(.algorithm(printed, level: .modeLevel))
    #expect(algorithm.stops == [20, 40])
    #expect((algorithm.regret.mean - 0.5 / 3).magnitude <= rounding)
    #expect((algorithm.gain.mean - 0.25).magnitude <= rounding)
    // Stops at 20: qualities 1, ½, ½, the best up to there 1, 1, ½.
    let fixed = try score(.fixed(20))
    #expect((fixed.regret.mean - 0.5 / 3).magnitude <= rounding)
    #expect((fixed.gain.mean - 0.25).magnitude <= rounding)
    #expect(fixed.hindsightRegret.mean.magnitude <= rounding)
    let early = try score(.fixed(5))
    #expect((early.hindsightRegret.mean - 2.5 / 3).magnitude <= rounding)
    let never = try score(.never)
    #expect((never.regret.mean - 1.25 / 3).magnitude <= rounding)
    #expect(never.gain.mean == 0 && never.hindsightRegret.mean == 0)
  }

  @Test func `nothing beats the oracle`() throws {
    #expect(try score(.oracle).regret.mean == 0)
    for criterion in [StoppingCriterion.never, .fixed(10), .lossBounds(factor: 3, window: 1)] {
      #expect(try score(criterion).regret.mean >= 0)
    }
  }

  @Test func `stops are counted before, after and without collapse and before fitting`() throws {
    let algorithm = try score(.algorithm(printed, level: .modeLevel))
    #expect(algorithm.collapsingRuns == 2)
    #expect(algorithm.stopsBeforeCollapse == 1 && algorithm.stopsAfterCollapse == 1)
    #expect(algorithm.collapsesWithoutStop == 0 && algorithm.stopsBeforeFitting == 0)
    let causes = algorithm.causes
    #expect(causes.gradient == 2 && causes.steepness == 0 && causes.both == 0)
    let never = try score(.never)
    #expect(never.collapsesWithoutStop == 2 && never.stops.isEmpty)
    // At 0 none has fitted; the third never does.
    #expect(try score(.fixed(5)).stopsBeforeFitting == 3)
    #expect(try score(.fixed(25)).stopsBeforeFitting == 1)
  }

  @Test func `the interval holds the mean and the same seed gives the same bits`() throws {
    let (first, again) = (try score(.never), try score(.never))
    #expect(first.regret == again.regret)
    #expect(first.regret.interval.contains(first.regret.mean))
    // Regrets ¾, ½, 0: one in 27 means of three draws is 0, and none exceeds ¾.
    #expect(first.regret.interval.lowerBound == 0)
    #expect(first.regret.interval.upperBound <= 0.75)
    #expect(throws: SimulationError.self) { try StoppingScore(.never, over: [], seed: 5) }
  }

  @Test func `signals are tallied by phase`() throws {
    let repaired = EarlyStoppingRule.repaired(modeDistance: 8, standardDeviation: 1, warmUp: 5)
    let signals = try PhaseSignals.byPhase(of: try runs(), printed: printed, repaired: repaired)
    #expect(signals.map(\.phase) == [.fitting, .fitted, .collapsed])
    // Fitting: 1 + 1 + 6; fitted: 2 + 3; collapsed: 3 + 2.
    #expect(signals.map(\.gradients.count) == [8, 5, 5])
    #expect(signals.map(\.printed.gradient) == [2, 1, 2])
    // After 1 the quantile has been below 4, and 5 is a rise.
    #expect(signals.map(\.repaired.gradient) == [0, 1, 2])
    #expect(signals.allSatisfy { $0.printed.steepness == 0 })
  }

  @Test func `each variant changes one number, and the usual ones none`() throws {
    let variants = StoppingSensitivity.variants(of: printed, modeCount: 4, probeInterval: 10)
    let run = try runs()[0]
    let usual = StoppingCriterion.algorithm(printed, level: .modeLevel)
    for variant in variants where variant.isUsual {
      #expect(variant.criterion == usual, "\(variant.parameter) \(variant.value)")
      #expect(
        try variant.criterion.decision(on: run, interval: variant.interval)
          == usual.decision(on: run))
    }
    let changed = variants.filter { !$0.isUsual && $0.interval == nil }.map(\.criterion)
    #expect(Set(changed).count == changed.count && !changed.contains(usual))
    // With twice the distance the threshold is 8, and nothing exceeds it.
    let far = try #require(
      variants.first { $0.parameter == .modeDistance && $0.value == "2.0" })
    #expect(try far.criterion.decision(on: run).stop == nil)
  }
}
