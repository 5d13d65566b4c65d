import GANTheory
import ParticleFlow
import Testing

@Suite struct GrowthHistoryTests {
  /// At time 0 the generator is linear, so that Theorem 3.3's equation holds with g‴ = 0.
  @Test func `growth starts at the rate of Theorem 3.3 and falls at once`() throws {
    let history = try GrowthHistory(relativeOffset: 2, relativeSlope: 1, share: 0.5)
    // (a + 1/k²)/(1 + k/k*) with a = 3, k = 1 and k* = e².
    let start = 4 / (1 + 0.1353352832366127)
    // The nodes are of fourth order in a spacing of a twentieth.
    #expect(abs(history.moments[0].rate / start - 1) <= 1e-4)
    for (before, after) in zip(history.moments, history.moments.dropFirst()) {
      #expect(after.rate < before.rate && after.logSteepness > before.logSteepness)
    }
    let middle = try #require(history.rate(atShare: 0.5))
    #expect(middle < history.printedRate / 2)
    let growth = try #require(history.growth(within: 0.1))
    #expect(growth > 1 && growth < 1.5)
  }

  /// The rate that the equation itself gives, on finer nodes and to a smaller tolerance, between two moments.
  @Test func `the rate on the way is the rate of the flow`() throws {
    let history = try GrowthHistory(relativeOffset: 3, relativeSlope: 0.01)
    let start = history.moments[0].logSteepness
    let level = start + 0.1 * (history.logOptimum - start)
    let above = try #require(history.moments.firstIndex { $0.logSteepness >= level })
    let data = GaussianMixture<Double>(modes: [[-3], [3]], standardDeviation: 1)
    var settings = LineFlowSettings()
    settings.tolerance = 1e-8
    let flow = try LineFlow(LineFlowProblem(data: data, slope: 0.01), settings: settings)
    try flow.advance(to: (history.moments[above - 1].time + history.moments[above].time) / 2)
    let record = flow.record()
    let share = (record.logSteepness(at: 0) - start) / (history.logOptimum - start)
    let rate = try #require(record.growthRate(at: 0))
    let interpolated = try #require(history.rate(atShare: share))
    // The integrator's tolerance; straight lines between moments and parabolas through steps both miss it.
    #expect(abs(interpolated / rate - 1) <= 1e-5)
  }
}
