import NumericKernel
import Testing

@Suite struct `Clopper–Pearson intervals` {
  /// P(X ≤ count) for X binomial, summed term by term.
  private func binomialCDF(_ count: Int, _ trials: Int, _ p: Double) -> Double {
    var term = 1.0
    for _ in 0..<trials { term *= 1 - p }
    var sum = term
    for k in 0..<count {
      term *= Double(trials - k) / Double(k + 1) * p / (1 - p)
      sum += term
    }
    return sum
  }

  @Test(arguments: [(1, 10), (7, 10), (19, 20), (50, 90)])
  func `have ends at which the count is just that unlikely`(successes: Int, trials: Int) {
    let interval = BinomialInterval.clopperPearson(
      successes: successes, trials: trials, confidence: 0.95)
    let below = binomialCDF(successes, trials, interval.upperBound)
    let above = 1 - binomialCDF(successes - 1, trials, interval.lowerBound)
    // A relative error of 1e-10 in a quantile moves a probability by less than trials times that.
    #expect((below - 0.025).magnitude < 1e-10 * Double(trials))
    #expect((above - 0.025).magnitude < 1e-10 * Double(trials))
  }

  @Test func `reach 0 and 1 where nothing was seen on the other side`() {
    let none = BinomialInterval.clopperPearson(successes: 0, trials: 5, confidence: 0.9)
    let all = BinomialInterval.clopperPearson(successes: 5, trials: 5, confidence: 0.9)
    #expect(none.lowerBound == 0 && all.upperBound == 1)
    // 1 − (α/2)^(1/n).
    let fifthRoot = 0.549_280_271_653_058_7
    #expect((none.upperBound - (1 - fifthRoot)).magnitude < 1e-12)
    #expect((all.lowerBound - fifthRoot).magnitude < 1e-12)
  }
}
