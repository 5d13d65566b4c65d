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
}
