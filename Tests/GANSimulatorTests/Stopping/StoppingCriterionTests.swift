import Foundation
import GANSimulator
import Testing

@Suite struct `Stopping criteria` {
  /// Stops above 4 after 5 iterations, or where the steepness has halved.
  private static let printed = EarlyStoppingRule.printed(
    modeDistance: 8, standardDeviation: 1, warmUp: 5)

  @Test func `quality counts modes and samples near them`() throws {
    let run = try SyntheticRun(covered: [0, 1, 2, 4]).history()
    // exp(log k) is within 2 ulps of k.
    for (quality, expected) in zip(run.qualities, [0, 0.25, 0.5, 1]) {
      #expect((quality - expected).magnitude <= 2 * Double.ulpOfOne)
    }
    #expect(run.bestIteration == 30)
    #expect(run.quality(at: 25) == run.qualities[2])
    #expect(run.bestQuality(upTo: 19) == run.qualities[1])
  }

  @Test func `a run without samples at every measurement is refused`() throws {
    var measurements = try SyntheticRun(covered: [1, 2]).measurements()
    measurements[1].samples = nil
    let cut = measurements
    #expect(throws: SimulationError.self) {
      try RunHistory(seed: 1, modeCount: 4, measurements: cut)
    }
    #expect(throws: SimulationError.self) {
      try RunHistory(seed: 1, modeCount: 4, measurements: [])
    }
  }

  @Test func `collapse is a loss of half of the modes that lasts, after all were covered`() throws {
    func course(_ covered: [Int]) throws -> [Int?] {
      let course = CollapseCourse(of: try SyntheticRun(covered: covered).history())
      return [course.fitted, course.dropped, course.collapsed, course.coveredAtEnd]
    }
    #expect(try course([2, 2, 4, 2, 4, 3, 3, 2, 1, 4]) == [20, 30, nil, 4])
    #expect(try course([0, 4, 2, 3, 2, 1, 2]) == [10, 20, 40, 2])
    #expect(try course([4, 4, 1]) == [0, 20, nil, 1])
    #expect(try course([0, 3, 1, 1, 0]) == [nil, nil, nil, 0])
    #expect(try course([4, 4, 3, 3]) == [0, nil, nil, 3])
  }

  @Test func `algorithm 2 stops at the first crossing of the level that it watches`() throws {
    let run = try SyntheticRun(
      covered: [4, 4, 4, 4], gradient: [9, 1.5, 3, 5], largestGradient: [9, 3, 5, 6]
    ).history()
    func stop(_ level: StoppingCriterion.GradientLevel) throws -> Int? {
      let decision = try StoppingCriterion.algorithm(Self.printed, level: level).decision(on: run)
      #expect(decision.kept == decision.stop ?? 30)
      return decision.stop
    }
    #expect(try stop(.modeLevel) == 30)
    #expect(try stop(.upperDecile) == 20)
    #expect(try stop(.maximum) == 20)
    #expect(try stop(.median) == nil)
  }

  @Test func `measuring less often turns a slow fall into a fast one`() throws {
    let run = try SyntheticRun(
      covered: Array(repeating: 4, count: 10),
      steepness: (0..<10).map { pow(0.75, Double($0)) }
    ).history()
    let criterion = StoppingCriterion.algorithm(Self.printed, level: .modeLevel)
    #expect(try criterion.decision(on: run).stop == nil)
    // 0.75² = 0.5625 is no halving, 0.75³ = 0.42 is one.
    #expect(try criterion.decision(on: run, interval: 20).stop == nil)
    #expect(try criterion.decision(on: run, interval: 30).stop == 30)
  }

  @Test func `patience stops where nothing got better and keeps the minimum`() throws {
    let run = try SyntheticRun(
      covered: Array(repeating: 4, count: 8), gap: [5, nil, 3, nil, 4, nil, 3.5, nil],
      divergence: [0.5, 0.4, 0.3, 0.2, 0.2, 0.25, 0.1, 0.3]
    ).history()
    let gap = try StoppingCriterion.patience(.dualityGap, iterations: 30).decision(on: run)
    #expect(gap.stop == 60 && gap.kept == 20)
    // The perturbed gap is its negative here, least at 0.
    let perturbed = try StoppingCriterion.patience(.perturbedGap, iterations: 30).decision(on: run)
    #expect(perturbed.stop == 40 && perturbed.kept == 0)
    let hasty = try StoppingCriterion.patience(.jensenShannon, iterations: 20).decision(on: run)
    #expect(hasty.stop == 50 && hasty.kept == 30)
    let patient = try StoppingCriterion.patience(.jensenShannon, iterations: 40).decision(on: run)
    #expect(patient.stop == nil && patient.kept == 60)
  }

  @Test func `losses stop where their mean leaves the bounds on either side`() throws {
    func stop(_ losses: [(discriminator: Double, generator: Double)]) throws -> Int? {
      let run = try SyntheticRun(covered: losses.map { _ in 4 }, losses: losses).history()
      return try StoppingCriterion.lossBounds(factor: 3, window: 2).decision(on: run).stop
    }
    let calm = (discriminator: 1.4, generator: 0.7)
    #expect(try stop([calm, calm, calm]) == nil)
    // One outlier of 3.3 has a mean of 2, below 3 log 2 = 2.08; two are beyond.
    let high = (discriminator: 1.4, generator: 3.3)
    #expect(try stop([calm, high, calm, high, high]) == 40)
    // 2 log 2/3 = 0.46.
    let low = (discriminator: 0.1, generator: 0.7)
    #expect(try stop([calm, low, low]) == 20)
    // Too few for a mean.
    #expect(try stop([low]) == nil)
  }

  @Test func `a fixed iteration, none and the oracle`() throws {
    let run = try SyntheticRun(covered: [0, 3, 4, 2]).history()
    func decision(_ criterion: StoppingCriterion) throws -> [Int?] {
      let found = try criterion.decision(on: run)
      return [found.stop, found.kept]
    }
    #expect(try decision(.fixed(15)) == [10, 10])
    #expect(try decision(.fixed(100)) == [nil, 30])
    #expect(try decision(.never) == [nil, 30])
    #expect(try decision(.oracle) == [20, 20])
  }
}
