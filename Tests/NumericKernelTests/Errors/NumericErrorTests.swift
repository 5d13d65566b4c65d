import NumericKernel
import Testing

@Suite struct NumericErrorTests {
  @Test func `the description tells what, why, the evidence and the remedy`() throws {
    let error = try #require(
      #expect(throws: NumericError.self) { try Bracketing.root(of: { $0 + 3 }, in: -1...2) })
    #expect(
      error.description == """
        root: the function has the same sign at both ends (lower end = -1.0, value there = 2.0, \
        upper end = 2.0, value at the upper end = 5.0). Give an interval at whose ends the \
        function has opposite signs.
        """)
    #expect(error.evidence("no such evidence") == nil)
    #expect(error.status != 0)
  }

  @Test func `a status of GSL comes with GSL's message`() throws {
    let error = try #require(
      #expect(throws: NumericError.self) {
        try Quadrature.integral(of: { $0 }, over: 0...1, relativeTolerance: 0)
      })
    #expect(error.cause == .invalidInput)
    #expect(error.reason.contains("tolerance"))
  }

  @Test func `evidence that is NaN equals itself`() {
    #expect(NumericError.Evidence("x", .nan) == NumericError.Evidence("x", .nan))
    #expect(NumericError.Evidence("x", 0) != NumericError.Evidence("x", -0.0))
    #expect(NumericError.Evidence("x", 0) != NumericError.Evidence("y", 0))
  }
}
