import Foundation
import NumericKernel
import Testing

@Suite struct IntervalMinimumTests {
  @Test func `a smooth minimum is found to half the digits and its value to all`() throws {
    let minimum = try Bracketing.minimum(of: { 3 + ($0 - 0.3) * ($0 - 0.3) }, in: -2...5)
    // Where f exceeds its minimum 3 by less than an ulp, (x − 0.3)² < 2 ulp: |x − 0.3| < 2.2e−8.
    #expect(abs(minimum.point[0] - 0.3) <= 2 * (2 * (3.0).ulp).squareRoot())
    #expect(abs(minimum.value - 3) <= 2 * (3.0).ulp)
    #expect(minimum.converged)
  }

  @Test func `the value is the function's at the point`() throws {
    let f = { (x: Double) in cosh(x - 1) + 0.1 * sin(7 * x) }
    let minimum = try Bracketing.minimum(of: f, in: -3...4)
    #expect(minimum.value == f(minimum.point[0]))
  }

  @Test func `of several minima the least on the samples is taken`() throws {
    let minimum = try Bracketing.minimum(of: { cos($0) + 0.05 * $0 }, in: 0...20, samples: 50)
    #expect(abs(minimum.point[0] - (.pi - asin(0.05))) <= 0x1p-24 * .pi)
  }

  @Test func `a plateau of equal samples is enclosed`() throws {
    let minimum = try Bracketing.minimum(of: { max(abs($0) - 1, 0) }, in: -4...5)
    #expect(minimum.value == 0)
    #expect(abs(minimum.point[0]) <= 1)
  }

  @Test func `a function least at an end is a typed error with both values`() throws {
    let error = #expect(throws: NumericError.self) { try Bracketing.minimum(of: { $0 }, in: 1...2) }
    #expect(error?.cause == .notEnclosed)
    #expect(error?.evidence("value there") == 1)
    #expect(error?.evidence("value at the upper end") == 2)
  }

  @Test func `a constant, a value that is not finite and a thrown error are told apart`() throws {
    let constant = #expect(throws: NumericError.self) {
      try Bracketing.minimum(of: { _ in 1 }, in: 1...2)
    }
    #expect(constant?.cause == .notEnclosed)
    let infinite = #expect(throws: NumericError.self) {
      try Bracketing.minimum(of: { 1 / $0 }, in: 0...2)
    }
    #expect(infinite?.cause == .nonFiniteValue)
    #expect(throws: Interruption()) {
      try Bracketing.minimum(of: { _ in throw Interruption() }, in: 0...2)
    }
  }
}
