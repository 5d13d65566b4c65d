import Foundation
import Testing

@testable import NumericKernel

@Suite struct DenseOutputTests {
  static let tolerance = StepTolerance(absolute: 1, relative: 0)

  /// The exact solution exp(sin t) at a time, as a step.
  private func step(_ time: Double) -> Trajectory.Step {
    let state = exp(sin(time))
    return Trajectory.Step(time: time, state: [state], derivative: [state * cos(time)])
  }

  /// The dense output between two exact states, and its largest error.
  private func output(_ start: Double, _ length: Double) throws -> (DenseOutput, error: Double) {
    let output = try DenseOutput(
      quinticFrom: step(start), to: step(start + length),
      box: EquationBox(KnownProblems.exponentialOfSine), tolerance: Self.tolerance)
    let error = (0...40).reduce(0.0) { largest, index in
      let time = start + length * Double(index) / 40
      return max(largest, abs(output.segment.state(at: time)[0] - exp(sin(time))))
    }
    return (output, error)
  }

  @Test func `the local error of the quintic is of the sixth order`() throws {
    let long = try output(0.3, 0.25)
    let short = try output(0.3 + 0.0625, 0.125)
    let measured = log2(long.error / short.error)
    #expect(abs(measured - Double(long.0.order)) <= 0.25, "measured \(measured)")
  }

  @Test func `the error of the quintic is estimated from above, by less than a factor of 30`()
    throws
  {
    for start in stride(from: 0.0, to: 6, by: 0.37) {
      for length in [0.1, 0.3, 1] {
        let (output, error) = try output(start, length)
        #expect(error <= output.error, "from \(start) by \(length)")
        #expect(output.error <= 30 * error, "from \(start) by \(length)")
      }
    }
  }

  @Test func `the quintic reproduces polynomials of degree five`() {
    // p(s) = s⁵ − 2s³ + s in both directions
    let value = { (s: Double) in s * s * s * s * s - 2 * s * s * s + s }
    let slope = { (s: Double) in 5 * s * s * s * s - 6 * s * s + 1 }
    let early = 0.5 - HermiteQuintic.innerOffset
    let late = 0.5 + HermiteQuintic.innerOffset
    let quintic = HermiteQuintic(
      startValue: [value(0)], endValue: [value(1)], startSlope: [slope(0)], endSlope: [slope(1)]
    ).matching(slopes: [slope(early)], [slope(late)])
    for index in 0...20 {
      let s = Double(index) / 20
      #expect(abs(quintic.value(at: s)[0] - value(s)) <= 32 * Double.ulpOfOne)
      #expect(abs(quintic.slope(at: s)[0] - slope(s)) <= 128 * Double.ulpOfOne)
    }
  }

  @Test func `Newton's form reproduces a polynomial from values and one slope`() {
    let value = { (t: Double) in 2 * t * t * t * t - t * t * t + 3 * t - 1 }
    let slope = { (t: Double) in 8 * t * t * t - 3 * t * t + 3 }
    let times = [1.5, 1, 0.25, 0]
    let polynomial = NewtonPolynomial(
      times: times + [0], values: (times + [0]).map { [value($0)] }, slope: [slope(0)])
    #expect(polynomial.degree == 4)
    for time in stride(from: -0.5, through: 2, by: 0.125) {
      #expect(abs(polynomial.value(at: time)[0] - value(time)) <= 64 * (32.0).ulp)
      #expect(abs(polynomial.derivative(at: time)[0] - slope(time)) <= 64 * (64.0).ulp)
      let cubic = polynomial.truncated(toDegree: 3)
      let sum = cubic.value(at: time)[0] + polynomial.term(ofDegree: 4, at: time)[0]
      #expect(abs(sum - value(time)) <= 64 * (32.0).ulp)
    }
  }

  @Test func `the polynomial through the first steps uses the slope at the start`() {
    // Two exact states of t²: only with the slope is the parabola determined.
    let steps = [0.5, 1.25].map {
      Trajectory.Step(time: $0, state: [$0 * $0], derivative: [2 * $0])
    }
    let output = DenseOutput(throughLast: steps, tolerance: Self.tolerance)
    #expect(abs(output.segment.state(at: 0.75)[0] - 0.5625) <= 4 * Double.ulpOfOne)
    #expect(abs(output.segment.derivative(at: 0.75)[0] - 1.5) <= 8 * Double.ulpOfOne)
  }
}
