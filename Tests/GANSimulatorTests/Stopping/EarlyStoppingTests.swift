import GANSimulator
import Testing

@Suite struct `Early stopping` {
  static let printed = EarlyStoppingRule.printed(modeDistance: 8, standardDeviation: 1)
  static let repaired = EarlyStoppingRule.repaired(modeDistance: 8, standardDeviation: 1)

  /// Observations every ten iterations.
  private func observations(
    gradient: [Double], steepness: [Double]
  ) -> [StoppingObservation] {
    zip(gradient, steepness).enumerated().map { index, values in
      StoppingObservation(iteration: 10 * index, gradient: values.0, steepness: values.1)
    }
  }

  private func stop(
    _ rule: EarlyStoppingRule, gradient: [Double], steepness: [Double]
  ) throws -> Int? {
    let last = try EarlyStopping.examinations(
      of: observations(gradient: gradient, steepness: steepness), by: rule
    ).last
    return last.flatMap { $0.stops ? $0.observation.iteration : nil }
  }

  @Test func `thresholds are those of appendix F.2 and one over a length`() {
    // k_d = 2, σ² = 0.0125: printed 8.9.
    let deviation = 0.0125.squareRoot()
    let number = GradientThreshold.printed(modeDistance: 2, standardDeviation: deviation)
    let scaled = GradientThreshold.scaled(modeDistance: 2, standardDeviation: deviation)
    #expect(abs(number.value - 80.squareRoot()) < 1e-14)
    #expect(abs(scaled.value - 80) < 1e-13)
  }

  @Test func `a level above the threshold stops the printed rule after the warm-up only`() throws {
    let gradient = [9.0, 9, 9, 9, 9, 9, 9]
    let steepness = [Double](repeating: 1, count: 7)
    #expect(try stop(Self.printed, gradient: gradient, steepness: steepness) == 60)
    #expect(try stop(Self.repaired, gradient: gradient, steepness: steepness) == nil)
    let risen = [9.0, 9, 9, 9, 9, 9, 3, 9]
    #expect(
      try stop(Self.repaired, gradient: risen, steepness: steepness + [1]) == 70)
  }

  @Test func `nothing at the threshold itself stops`() throws {
    let gradient = [Double](repeating: Self.printed.gradientThreshold.value, count: 8)
    let halving = (0..<8).map { 256.0 / Double(1 << $0) }
    #expect(try stop(Self.printed, gradient: gradient, steepness: halving) == nil)
  }

  @Test func `a slow fall to nothing stops the repaired rule and never the printed one`() throws {
    // Claim algorithm-2-decay: a quarter less each time.
    let steepness = (0..<60).reduce(into: [1.0]) { falling, _ in
      falling.append(falling[falling.count - 1] * 0.75)
    }
    let gradient = [Double](repeating: 1, count: 61)
    #expect(try stop(Self.printed, gradient: gradient, steepness: steepness) == nil)
    // After the warm-up the first value is below half the maximum.
    #expect(try stop(Self.repaired, gradient: gradient, steepness: steepness) == 60)
    var withoutWarmUp = Self.repaired
    withoutWarmUp.warmUp = 0
    // 0.75² = 0.5625 and 0.75³ = 0.42.
    #expect(try stop(withoutWarmUp, gradient: gradient, steepness: steepness) == 30)
  }

  @Test func `the first observation has no change and stops nothing`() throws {
    for rule in [Self.printed, Self.repaired] {
      var monitor = try EarlyStopping(rule)
      let first = monitor.examine(StoppingObservation(iteration: 60, gradient: 1, steepness: 5))
      #expect(first.steepnessChange == nil && !first.stops)
      let second = monitor.examine(StoppingObservation(iteration: 61, gradient: 1, steepness: 4))
      #expect(second.steepnessChange == -0.2)
    }
  }

  @Test func `a steepness of zero has no change after it`() throws {
    var monitor = try EarlyStopping(Self.printed)
    _ = monitor.examine(StoppingObservation(iteration: 60, gradient: 1, steepness: 0))
    let next = monitor.examine(StoppingObservation(iteration: 61, gradient: 1, steepness: 4))
    #expect(next.steepnessChange == nil && !next.stops)
  }

  /// Claim algorithm-2-scale: lengths times c divide ‖∇d/d‖ by c.
  @Test(arguments: [0.125, 0.5, 2, 8]) func `the unit of length decides the printed rule only`(
    scale: Double
  ) throws {
    let gradient = [1.0, 1, 1, 1, 1, 1, 1, 3.9, 5.5]
    let steepness = [Double](repeating: 1, count: 9)
    func stopped(_ rule: (Double, Double) -> EarlyStoppingRule) throws -> Int? {
      try stop(
        rule(8 * scale, scale), gradient: gradient.map { $0 / scale },
        steepness: steepness.map { $0 * scale })
    }
    #expect(
      try stopped { .repaired(modeDistance: $0, standardDeviation: $1) } == 80)
    // In other units the printed threshold 4 meets gradients of other sizes.
    let expected: [Double: Int?] = [0.125: 60, 0.5: 70, 2: nil, 8: nil]
    #expect(
      try stopped { .printed(modeDistance: $0, standardDeviation: $1) } == expected[scale]!)
  }

  @Test func `a rule that is none is refused`() {
    var rules = [Self.printed, Self.printed, Self.printed, Self.printed]
    rules[0].leastSteepnessChange = 0.5
    rules[1].warmUp = -1
    rules[2].gradientThreshold = .given(.nan)
    rules[3].gradientThreshold = .scaled(modeDistance: 1, standardDeviation: 0)
    for rule in rules {
      #expect(throws: SimulationError.self) { _ = try EarlyStopping(rule) }
    }
  }
}
