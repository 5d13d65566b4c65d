internal import Foundation

/// The largest singular value of a small matrix.
package enum SpectralNorm {
  /// ‖A‖₂ of a rows × columns matrix, row-major.
  ///
  /// One row or one column: its Euclidean norm. Otherwise the largest eigenvalue of the smaller of
  /// AᵀA and AAᵀ, in closed form for 2 × 2 and by Jacobi rotations beyond.
  ///
  /// - Edge cases: scaled by the largest entry first, so that squares neither overflow nor vanish;
  ///   0 for the zero matrix; NaN or infinite entries give a result that is not finite.
  /// - Accuracy: relative error of a few times rows·columns·2⁻⁵³: the Gram matrix spoils small
  ///   singular values, not the largest.
  package static func norm<Element: NetworkFloat>(
    _ matrix: UnsafePointer<Element>, rows: Int, columns: Int
  ) -> Double {
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
      var entries = (0..<order * order).map { gram($0 / order, $0 % order) }
      return scale * largestEigenvalue(of: &entries, order: order).squareRoot()
    }
  }

  /// The largest eigenvalue of a symmetric matrix, by cyclic Jacobi rotations until what is off
  /// the diagonal no longer changes it.
  ///
  /// - Source: Golub and Van Loan, Matrix Computations, section 8.5.
  private static func largestEigenvalue(of matrix: inout [Double], order: Int) -> Double {
    for _ in 0..<64 {
      var offDiagonal = 0.0
      var diagonal = 0.0
      for row in 0..<order {
        diagonal += matrix[row * order + row] * matrix[row * order + row]
        for column in 0..<row { offDiagonal += pow(matrix[row * order + column], 2) }
      }
      if offDiagonal <= diagonal * Double.ulpOfOne * Double.ulpOfOne { break }
      for p in 0..<order {
        for q in p + 1..<order { rotate(&matrix, order: order, p, q) }
      }
    }
    return (0..<order).map { matrix[$0 * order + $0] }.max()!
  }

  /// Makes entry (p, q) zero by a rotation of the plane p, q.
  private static func rotate(_ matrix: inout [Double], order: Int, _ p: Int, _ q: Int) {
    let pq = matrix[p * order + q]
    guard pq != 0 else { return }
    let theta = (matrix[q * order + q] - matrix[p * order + p]) / (2 * pq)
    let tangent = (theta >= 0 ? 1 : -1) / (theta.magnitude + hypot(theta, 1))
    let cosine = 1 / hypot(tangent, 1)
    let sine = tangent * cosine
    for k in 0..<order {
      let (kp, kq) = (matrix[k * order + p], matrix[k * order + q])
      matrix[k * order + p] = cosine * kp - sine * kq
      matrix[k * order + q] = sine * kp + cosine * kq
    }
    for k in 0..<order {
      let (pk, qk) = (matrix[p * order + k], matrix[q * order + k])
      matrix[p * order + k] = cosine * pk - sine * qk
      matrix[q * order + k] = sine * pk + cosine * qk
    }
  }
}
