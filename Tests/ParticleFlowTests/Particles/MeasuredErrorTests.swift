import ParticleFlow
import RealModule
import Testing

@Suite struct MeasuredErrorTests {
  @Test func `a root mean square knows its scatter`() {
    let error = MeasuredError([3, -4, 3, -4])
    #expect(abs(error.value - 12.5.squareRoot()) <= 4 * Double.ulpOfOne)
    // Squares 9 and 16 twice: variance 49/3, over 4 runs, and half of it relative to 12.5.
    #expect(abs(error.relativeDeviation - (49.0 / 12).squareRoot() / 25) <= 1e-15)
    #expect(MeasuredError([2, 2]).relativeDeviation == 0)
    #expect(MeasuredError([2]).relativeDeviation == .infinity)
  }

  @Test func `a rate is the power, with the scatter that is left in it`() {
    let sizes = [10.0, 100, 1000]
    let exact = ConvergenceRate(
      sizes: sizes, errors: sizes.map { MeasuredError(exactly: 5 * Double.pow($0, -0.25)) })
    #expect(abs(exact.exponent + 0.25) <= 1e-15 && exact.deviation == 0)
    // The slope over three places at equal distances is half of the last less the first, over log 10.
    let scattered = ConvergenceRate(
      sizes: sizes, errors: sizes.map { _ in MeasuredError([3, -4, 3, -4]) })
    let single = (49.0 / 12).squareRoot() / 25
    let expected = single * 2.0.squareRoot() / (2 * Double.log(10))
    #expect(abs(scattered.exponent) <= 1e-15 && abs(scattered.deviation - expected) <= 1e-15)
  }
}
