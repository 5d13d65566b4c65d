internal import Foundation
internal import NumericKernel

/// The largest singular value of a small matrix.
package enum SpectralNorm {
  /// ‖A‖₂ of a rows × columns matrix, row-major.
  ///
  /// One row or one column: its Euclidean norm. Two: the root of the largest eigenvalue
  /// (a + c)/2 + √((a − c)²/4 + b²) of the smaller of AᵀA and AAᵀ, with entries a, b; b, c.
  /// More: by Jacobi rotations.
  ///
  /// - Edge cases: scaled by the largest entry first, so that squares neither overflow nor vanish;
  ///   0 for the zero matrix; NaN or infinite entries give a result that is not finite.
  /// - Accuracy: relative error of a few times rows·columns·2⁻⁵³: the Gram matrix spoils small
  ///   singular values, not the largest.
  /// - Throws: `NumericError` where the rotations do not settle.
  package static func norm<Element: NetworkFloat>(
    _ matrix: UnsafePointer<Element>, rows: Int, columns: Int
  ) throws -> Double {
    var scale = 0.0
    for index in 0..<rows * columns {
      let size = Double(matrix[index]).magnitude
      guard size.isFinite else { return size }
      scale = max(scale, size)
    }
    guard scale > 0 else { return 0 }
    func entry(_ row: Int, _ column: Int) -> Double {
      Double(matrix[row * columns + column]) / scale
    }
    let order = min(rows, columns)
    let depth = max(rows, columns)
    func gram(_ first: Int, _ second: Int) -> Double {
      var sum = 0.0
      for index in 0..<depth {
        sum +=
          rows <= columns
          ? entry(first, index) * entry(second, index) : entry(index, first) * entry(index, second)
      }
      return sum
    }
    switch order {
    case 1:
      return scale * gram(0, 0).squareRoot()
    case 2:
      let (a, b, c) = (gram(0, 0), gram(0, 1), gram(1, 1))
      return scale * ((a + c) / 2 + hypot((a - c) / 2, b)).squareRoot()
    default:
      let entries = (0..<rows * columns).map { Double(matrix[$0]) }
      return try SingularValues(of: entries, rows: rows, columns: columns).spectralNorm
    }
  }
}
