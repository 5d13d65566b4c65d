internal import CGSL

/// The lower triangular L with L·Lᵀ = A of a symmetric positive definite matrix A.
///
/// - Accuracy: L·Lᵀ differs from A by a small multiple of ulp · the largest diagonal entry.
public struct CholeskyFactor: Sendable, Equatable {
  /// L, row by row, with zeros above the diagonal.
  public let rowMajor: [Double]
  /// The order of the matrix.
  public let order: Int

  /// The factor of a symmetric matrix that is given row by row; only its lower half is read.
  ///
  /// - Throws: `NumericError` where the matrix is not positive definite to rounding.
  public init(of matrix: [Double], order: Int) throws {
    GSL.errorHandlerIsOff
    precondition(order > 0, "\(order) breaks order > 0")
    precondition(
      matrix.count == order * order, "\(matrix.count) entries break count = \(order) × \(order)")
    var factor = matrix
    let status = factor.withUnsafeMutableBufferPointer { entries in
      var view = gsl_matrix_view_array(entries.baseAddress, order, order).matrix
      return gsl_linalg_cholesky_decomp1(&view)
    }
    guard Int(status) == GSL_SUCCESS, factor.allSatisfy(\.isFinite) else {
      throw NumericError(
        "Cholesky factor", .singular, "the matrix is not positive definite",
        evidence: [.init("order", Double(order))],
        remedy: "Give a symmetric matrix whose eigenvalues are all positive.")
    }
    for row in 0..<order {
      for column in row + 1..<order { factor[row * order + column] = 0 }
    }
    rowMajor = factor
    self.order = order
  }
}
