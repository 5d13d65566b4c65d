import NumericKernel
import Testing

@Suite struct NormalDistributionTests {
  @Test func `values at zero are exact`() {
    #expect(NormalDistribution.cumulative(0) == 0.5)
    #expect(NormalDistribution.upperTail(0) == 0.5)
    #expect(NormalDistribution.quantile(0.5) == 0)
    #expect(NormalDistribution.upperQuantile(0.5) == 0)
    #expect(SpecialFunctions.relativeExponential(0) == 1)
    #expect(SpecialFunctions.logComplementaryError(0) == 0)
  }

  @Test func `far tails underflow to zero and saturate at one`() {
    #expect(NormalDistribution.density(.infinity) == 0)
    #expect(NormalDistribution.density(-40) == 0)
    #expect(NormalDistribution.cumulative(-40) == 0)
    #expect(NormalDistribution.cumulative(40) == 1)
    #expect(NormalDistribution.upperTail(40) == 0)
    #expect(NormalDistribution.hazard(-1000) == 0)
  }

  @Test func `no function is NaN at an infinite argument`() {
    #expect(NormalDistribution.cumulative(.infinity) == 1)
    #expect(NormalDistribution.cumulative(-.infinity) == 0)
    #expect(NormalDistribution.logCumulative(.infinity) == 0)
    #expect(NormalDistribution.hazard(.infinity) == .infinity)
    #expect(NormalDistribution.hazard(-.infinity) == 0)
    #expect(NormalDistribution.hazard(1e8.nextUp) == 1e8.nextUp)
    #expect(SpecialFunctions.relativeExponential(-.infinity) == 0)
    #expect(abs(SpecialFunctions.logComplementaryError(-.infinity) - 0.6931471805599453) < 1e-15)
  }

  @Test func `the log of the tail stays finite where the tail is zero`() {
    #expect(NormalDistribution.cumulative(-1e8) == 0)
    #expect(NormalDistribution.logCumulative(-1e8).isFinite)
    #expect(NormalDistribution.logCumulative(-1e153).isFinite)
    #expect(NormalDistribution.logCumulative(40) == 0)
  }

  @Test func `lower and upper are mirror images`() {
    for z in stride(from: -38.0, through: 38, by: 0.37) {
      #expect(NormalDistribution.upperTail(z) == NormalDistribution.cumulative(-z))
      #expect(NormalDistribution.logUpperTail(z) == NormalDistribution.logCumulative(-z))
      #expect(NormalDistribution.density(z) == NormalDistribution.density(-z))
    }
    for p in stride(from: 0.01, to: 1, by: 0.01) {
      #expect(NormalDistribution.upperQuantile(p) == -NormalDistribution.quantile(p))
    }
  }

  /// Both are within 4 ulps; an error of 3 ulps in z changes Φ(z) by z·hazard·3 ulps relatively.
  @Test func `the quantile inverts the distribution function`() {
    for z in stride(from: -37.0, to: 0, by: 0.713) {
      let p = NormalDistribution.cumulative(z)
      let condition = abs(z) * NormalDistribution.hazard(-z)
      let error = abs(NormalDistribution.quantile(p) - z)
      #expect(error <= (3 + 4 / condition) * 2 * z.ulp, "z = \(z)")
    }
  }

  @Test func `the hazard does not jump where its formula changes`() {
    let before = NormalDistribution.hazard((30.0).nextDown)
    let after = NormalDistribution.hazard(30)
    #expect(abs(after - before) <= 13 * after.ulp, "6 ulps each and one for the argument")
  }
}
