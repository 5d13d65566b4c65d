import Foundation
import NumericKernel
import Testing

@Suite struct QuadratureTests {
  /// The method's own estimate (heuristic), or the rounding of the closed form where that is less.
  private func expectValue(
    _ integral: Integral, _ exact: Double, _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(
      abs(integral.value - exact) <= max(integral.errorEstimate, 4 * exact.ulp),
      "\(integral.value) against \(exact)", sourceLocation: location)
    #expect(
      integral.errorEstimate <= Quadrature.defaultRelativeTolerance * abs(integral.value),
      sourceLocation: location)
  }

  @Test func `a polynomial is integrated to the last place`() throws {
    let integral = try Quadrature.integral(of: { 5 * $0 * $0 * $0 * $0 }, over: 0...2)
    #expect(abs(integral.value - 32) <= 4 * (32.0).ulp)
    #expect(integral.evaluations == 21)
  }

  @Test func `integrals over an interval agree with closed forms`() throws {
    expectValue(try Quadrature.integral(of: { exp($0) }, over: -1...1), 2 * sinh(1))
    expectValue(try Quadrature.integral(of: { 1 / $0.squareRoot() }, over: 0...1), 2)
    expectValue(try Quadrature.integral(of: { log($0) }, over: 0...1), -1)
    #expect(try Quadrature.integral(of: { $0 }, over: 1...1, absoluteTolerance: 1e-300).value == 0)
  }

  @Test func `integrals with infinite ends agree with closed forms`() throws {
    expectValue(
      try Quadrature.integralOverRealLine(of: { exp(-$0 * $0) }), Double.pi.squareRoot())
    expectValue(try Quadrature.integralOverRealLine(of: { 1 / (1 + $0 * $0) }), .pi)
    expectValue(try Quadrature.integral(of: { exp(-$0) }, from: 2), exp(-2))
    expectValue(try Quadrature.integral(of: { exp($0) }, upTo: -3), exp(-3))
  }

  @Test func `the two halves make the real line`() throws {
    let f = { (x: Double) in exp(-x * x / 2) * (2 + sin(x)) }
    let left = try Quadrature.integral(of: f, upTo: 0.7)
    let right = try Quadrature.integral(of: f, from: 0.7)
    let whole = try Quadrature.integralOverRealLine(of: f)
    #expect(
      abs(left.value + right.value - whole.value)
        <= left.errorEstimate + right.errorEstimate + whole.errorEstimate)
  }

  @Test func `break points make inner singularities harmless`() throws {
    let f = { (x: Double) in -log(abs(x - 0.5)) }
    expectValue(
      try Quadrature.integral(of: f, over: 0...1, brokenAt: [0.5, 5]), 1 + log(2))
    // Without, the singularity in the middle is a node.
    #expect(throws: NumericError.self) { try Quadrature.integral(of: f, over: 0...1) }
  }

  @Test func `a divergent integral is a typed error with what was reached`() throws {
    let error = #expect(throws: NumericError.self) {
      try Quadrature.integral(of: { 1 / $0 }, over: 0...1)
    }
    #expect(error.map { [.singular, .notConverged, .roundOff].contains($0.cause) } == true)
    #expect(error?.evidence("value reached") != nil)
    #expect(error?.evidence("error estimate") != nil)
    #expect(error?.remedy.isEmpty == false)
    #expect(throws: NumericError.self) { try Quadrature.integral(of: { $0 }, from: 0) }
    #expect(throws: NumericError.self) { try Quadrature.integralOverRealLine(of: { _ in 1 }) }
  }

  @Test func `a tolerance below rounding is a typed error`() throws {
    let error = #expect(throws: NumericError.self) {
      try Quadrature.integral(of: { sin($0) }, over: 0...1, relativeTolerance: 1e-16)
    }
    #expect(error?.cause == .invalidInput)
  }

  @Test func `an integrand that is not finite is a typed error with the abscissa`() throws {
    // The middle of the interval is a node.
    let error = #expect(throws: NumericError.self) {
      try Quadrature.integral(of: { 1 / $0 }, over: -1...1)
    }
    #expect(error?.cause == .nonFiniteValue)
    #expect(error?.evidence("abscissa") == 0)
  }

  @Test func `too few intervals and infinite ends are typed errors`() throws {
    let few = #expect(throws: NumericError.self) {
      try Quadrature.integral(of: { sin(1 / $0) }, over: 0...1, maximumIntervals: 2)
    }
    #expect(few?.cause == .notConverged)
    for call in [
      { try Quadrature.integral(of: { $0 }, over: 0...Double.infinity) },
      { try Quadrature.integral(of: { $0 }, from: -.infinity) },
      { try Quadrature.integral(of: { $0 }, upTo: .nan) },
    ] {
      #expect(#expect(throws: NumericError.self) { try call() }?.cause == .invalidInput)
    }
  }

  @Test func `an error of the integrand comes out as it is`() {
    #expect(throws: Interruption()) {
      try Quadrature.integralOverRealLine { _ in throw Interruption() }
    }
  }

  @Test func `integrals nest`() throws {
    let integral = try Quadrature.integral(
      of: { x in try Quadrature.integral(of: { y in x * y }, over: 0...x).value }, over: 0...2)
    #expect(abs(integral.value - 2) <= 4 * (2.0).ulp)
  }
}
