import NumericKernel
import ParticleFlow
import RealModule
import Testing

@Suite struct `Steepness over time` {
  private func run(
    _ method: IntegrationMethod = .rk8pd, tolerance: Double = 1e-11
  ) throws -> SteepnessTrajectory {
    try SteepnessTrajectory(
      modeOffset: 2, standardDeviation: 0.5, initialSteepness: 1, duration: 1, method: method,
      relativeTolerance: tolerance)
  }

  @Test(arguments: [IntegrationMethod.rk8pd, .rkf45, .msbdf])
  func `agrees with the closed form at the time for the same slope`(method: IntegrationMethod)
    throws
  {
    let run = try run(method, tolerance: 1e-9)
    for time in [0.05, 0.1, 0.13, 0.5, 1] {
      let closed = try #require(try run.closedFormTime(for: time))
      // Local errors of 1e-9 in log k, over some hundred steps, over a rate of at least 1 (heuristic).
      #expect((closed - time).magnitude <= 1e-6 * time)
    }
  }

  @Test func `reaches its milestones in order, at the times of the closed form`() throws {
    let run = try run()
    let times = run.trajectory.occurrences.map(\.time)
    #expect(times.count == SteepnessTrajectory.milestones.count)
    #expect(times == times.sorted())
    for (time, share) in zip(times, SteepnessTrajectory.milestones) {
      let relative = Double.exp(try run.logSteepness(at: time) - run.logOptimalSteepness)
      #expect((relative - share).magnitude <= 1e-7 * share)
    }
  }

  @Test func `passes the optimal slope, which the closure does not know`() throws {
    let run = try run()
    #expect(try run.logSteepness(at: 1) > run.logOptimalSteepness + 1)
  }

  @Test func `survives slopes beyond the range of doubles`() throws {
    let run = try SteepnessTrajectory(
      modeOffset: 100, standardDeviation: 1, initialSteepness: 1, duration: 0.3)
    #expect(try run.logSteepness(at: 0.3) > 2000)
    #expect(try run.closedFormTime(for: 0.3) == nil)
  }
}
