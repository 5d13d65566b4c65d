internal import CBLAS

/// Products by OpenBLAS, which benchmarks are measured against.
extension Double {
  /// Overwrites C with op(A) op(B), all row-major without gaps, on one thread.
  ///
  /// - Shapes: op(A) is `rows` × `depth`, op(B) is `depth` × `columns`, C is `rows` × `columns`.
  /// - Accuracy: that of the BLAS: each entry within `depth`·u·(|A||B|) to first order, u the unit
  ///   roundoff, whatever the order of summation.
  package static func writeProduct(
    _ a: UnsafePointer<Double>, isTransposedA: Bool, _ b: UnsafePointer<Double>,
    isTransposedB: Bool, into c: UnsafeMutablePointer<Double>, rows: Int, columns: Int, depth: Int
  ) {
    precondition(MatrixBackend.isSingleThreaded, "OpenBLAS refused to run with one thread")
    steepness_dgemm(
      isTransposedA ? 1 : 0, a, isTransposedB ? 1 : 0, b, c, Int32(rows), Int32(columns),
      Int32(depth))
  }
}
