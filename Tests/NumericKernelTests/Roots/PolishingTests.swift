import Foundation
import NumericKernel
import Testing

@Suite struct PolishingTests {
  @Test(arguments: Polishing.Method.allCases)
  func `a simple root is found to the last places`(_ method: Polishing.Method) throws {
    let root = try Polishing.root(
      from: 2, of: { $0 * $0 - 2 }, derivative: { 2 * $0 }, method: method)
    // x² − 2 is rounded by an ulp of 2 near the root; divided by the slope 2√2 that is √2/4 ulp.
    #expect(abs(root.abscissa - 2.0.squareRoot()) <= 2 * Double.ulpOfOne)
    #expect(root.iterations <= 10)
  }

  @Test func `Newton doubles the digits in each iteration`() throws {
    let root = try Polishing.root(from: 1.5, of: { $0 * $0 - 2 }, derivative: { 2 * $0 })
    // From an error of 0.09 on, e ↦ e²/(2x): 0.0025, 2e−6, 2e−12, 0; and one to see it stand.
    #expect(root.iterations <= 5)
  }

  @Test func `a guess that is a root is returned at once`() throws {
    let root = try Polishing.root(from: 3, of: { $0 - 3 }, derivative: { _ in 1 })
    #expect(root.abscissa == 3)
    #expect(root.iterations == 0)
  }

  @Test(arguments: Polishing.Method.allCases)
  func `a derivative that vanishes is a typed error`(_ method: Polishing.Method) throws {
    let error = #expect(throws: NumericError.self) {
      try Polishing.root(from: 0, of: { $0 * $0 + 1 }, derivative: { 2 * $0 }, method: method)
    }
    #expect(error?.cause == .singular)
    #expect(error?.evidence("iterate") == 0)
  }

  @Test func `no root is a typed error after the limit`() throws {
    let error = #expect(throws: NumericError.self) {
      try Polishing.root(
        from: 0.7, of: { $0 * $0 + 1 }, derivative: { 2 * $0 }, maximumIterations: 20)
    }
    #expect(error?.cause == .notConverged)
  }

  @Test func `errors of the function and of the derivative come out as they are`() {
    #expect(throws: Interruption()) {
      try Polishing.root(from: 1, of: { _ in throw Interruption() }, derivative: { $0 })
    }
    #expect(throws: Interruption()) {
      try Polishing.root(from: 1, of: { $0 }, derivative: { _ in throw Interruption() })
    }
  }

  @Test func `a guess that is not finite is a typed error`() throws {
    let error = #expect(throws: NumericError.self) {
      try Polishing.root(from: .nan, of: { $0 }, derivative: { _ in 1 })
    }
    #expect(error?.cause == .invalidInput)
  }
}
