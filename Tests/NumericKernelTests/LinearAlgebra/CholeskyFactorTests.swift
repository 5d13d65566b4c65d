import NumericKernel
import Testing

@Suite struct CholeskyFactorTests {
  @Test func `a matrix of small integers has the factor that was squared`() throws {
    // (2 0 0; 6 1 0; −8 5 3) times its transpose.
    let factor = try CholeskyFactor(of: [4, 12, -16, 12, 37, -43, -16, -43, 98], order: 3)
    #expect(factor.rowMajor == [2, 0, 0, 6, 1, 0, -8, 5, 3])
  }

  @Test(arguments: [[1.0, 2, 2, 1], [0, 0, 0, 0], [-1, 0, 0, 1], [.nan, 0, 0, 1]])
  func `a matrix that is not positive definite is refused`(matrix: [Double]) {
    #expect(throws: NumericError.self) { try CholeskyFactor(of: matrix, order: 2) }
  }
}
