import NumericKernel
import Testing

@Suite struct `Bootstrap intervals` {
  private func interval(_ sample: [Double], seed: UInt64 = 1) -> ClosedRange<Double> {
    BootstrapInterval.ofMean(
      sample, confidence: 0.95, stream: RandomStream(seed: seed, name: "bootstrap"))
  }

  @Test func `equal numbers have no width`() {
    #expect(interval([0.5, 0.5, 0.5]) == 0.5...0.5)
    #expect(interval([7]) == 7...7)
  }

  @Test func `one success in ten gives the quantiles of a binomial law`() {
    // Binomial(10, 0.1): 0.349 at 0; 0.930 up to 2, 0.987 up to 3. Of 2000 means 140 ± 12 exceed 0.2 and 26 ± 5
    // exceed 0.3, and the end leaves 50 above it.
    let found = interval([1, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    #expect(found.lowerBound == 0 && (found.upperBound - 0.3).magnitude <= 1e-15)
  }

  @Test func `half the width is two standard errors for many numbers`() {
    let sample = RandomStream(seed: 2, name: "sample").normals(400)
    let mean = sample.reduce(0, +) / 400
    let variance = sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 400
    let error = (variance / 400).squareRoot()
    let found = interval(sample)
    // An end is an order statistic at 0.025 of 2000 means: its standard deviation is √(0.025·0.975/2000)/φ(1.96)
    // = 0.06 standard errors; five of these.
    #expect(((mean - found.lowerBound) / error - 1.96).magnitude <= 0.3, "seed 1")
    #expect(((found.upperBound - mean) / error - 1.96).magnitude <= 0.3, "seed 1")
  }

  @Test func `the same stream gives the same bits and another does not`() {
    let sample = RandomStream(seed: 3, name: "sample").normals(50)
    #expect(interval(sample) == interval(sample))
    #expect(interval(sample) != interval(sample, seed: 2))
  }
}
