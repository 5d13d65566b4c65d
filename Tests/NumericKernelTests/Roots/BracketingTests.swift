import Foundation
import NumericKernel
import Testing

@Suite struct BracketingTests {
  @Test func `the root of a function is enclosed and found to the last place`() throws {
    // cos x = x; the value is A003957.
    let root = try Bracketing.root(of: { cos($0) - $0 }, in: 0...1)
    #expect(root.enclosure.contains(root.abscissa))
    #expect(abs(root.abscissa - 0.7390851332151607) <= 2 * root.abscissa.ulp)
    #expect(root.evaluations < 20)
  }

  @Test func `the enclosure has a change of sign or a zero`() throws {
    let f = { (x: Double) in x * x * x - 2 }
    let root = try Bracketing.root(of: f, in: 0...10)
    #expect(f(root.enclosure.lowerBound) * f(root.enclosure.upperBound) <= 0)
    #expect(abs(root.abscissa - cbrt(2)) <= 4 * Double.ulpOfOne * 2)
  }

  @Test func `a zero at an end is returned at once`() throws {
    #expect(try Bracketing.root(of: { $0 }, in: 0...1).abscissa == 0)
    #expect(try Bracketing.root(of: { $0 - 1 }, in: 0...1).abscissa == 1)
    #expect(try Bracketing.root(of: { $0 - 1 }, in: 1...1).evaluations == 2)
  }

  @Test func `a root at zero, where no relative tolerance is met, is found`() throws {
    let root = try Bracketing.root(of: { $0 * $0 * $0 }, in: -1...2, absoluteTolerance: 1e-9)
    #expect(root.enclosure.contains(0))
    #expect(abs(root.abscissa) <= 1e-9)
    let exact = try Bracketing.root(of: { sinh($0) }, in: -1...2)
    #expect(abs(exact.abscissa) < 1e-300 || exact.enclosure.contains(0))
  }

  @Test func `a jump is found as the place where the sign changes`() throws {
    let root = try Bracketing.root(of: { $0 < 0.3 ? -1 : 1 }, in: 0...1)
    #expect(root.enclosure.lowerBound <= 0.3 && root.enclosure.upperBound >= (0.3).nextDown)
  }

  @Test func `without a change of sign the error has the values at both ends`() throws {
    let error = #expect(throws: NumericError.self) {
      try Bracketing.root(of: { $0 * $0 + 1 }, in: -1...2)
    }
    #expect(error?.cause == .notEnclosed)
    #expect(error?.evidence("value there") == 2)
    #expect(error?.evidence("value at the upper end") == 5)
    #expect(error?.remedy.isEmpty == false)
  }

  @Test func `a function that is not finite is a typed error with the abscissa`() throws {
    let error = #expect(throws: NumericError.self) {
      try Bracketing.root(of: { $0 > 0.4 && $0 < 0.99 ? .nan : $0 - 0.5 }, in: 0...1)
    }
    #expect(error?.cause == .nonFiniteValue)
    let abscissa = try #require(error?.evidence("abscissa"))
    #expect(abscissa > 0.4 && abscissa < 0.99)
  }

  @Test func `an infinite interval and too few iterations are typed errors`() throws {
    let infinite = #expect(throws: NumericError.self) {
      try Bracketing.root(of: { $0 }, in: -1...Double.infinity)
    }
    #expect(infinite?.cause == .invalidInput)
    let short = #expect(throws: NumericError.self) {
      try Bracketing.root(of: { exp($0) - 2 }, in: -10...10, maximumIterations: 2)
    }
    #expect(short?.cause == .notConverged)
  }

  @Test func `an error of the function comes out as it is`() {
    #expect(throws: Interruption()) {
      try Bracketing.root(
        of: { if $0 > 0.1 && $0 < 0.9 { throw Interruption() } else { $0 - 0.5 } }, in: 0...1)
    }
  }
}
