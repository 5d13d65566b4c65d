internal import Foundation
internal import NumericKernel

/// The largest singular value of a small matrix.
package enum SpectralNorm {
  /// ‖A‖₂ of a rows × columns matrix, row-major.
  ///
  /// One row or one column: its Euclidean norm. Two: the root of the largest eigenvalue
  /// (a + c)/2 + √((a − c)²/4 + b²) of the smaller of AᵀA and AAᵀ, with entries a, b; b, c.
  /// Three: the same by `largestEigenvalue`. More: by Jacobi rotations.
  ///
  /// - Edge cases: scaled by the largest entry first, so that squares neither overflow nor vanish;
  ///   0 for the zero matrix; NaN or infinite entries give a result that is not finite.
  /// - Accuracy: relative error of a few times rows·columns·2⁻⁵³: the Gram matrix spoils small
  ///   singular values, not the largest.
  /// - Throws: `NumericError` where the rotations do not settle.
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
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
    case 3:
      return scale
        * largestEigenvalue(
          diagonal: SIMD3(gram(0, 0), gram(1, 1), gram(2, 2)),
          beside: SIMD3(gram(0, 1), gram(0, 2), gram(1, 2))
        ).squareRoot()
    default:
      let entries = (0..<rows * columns).map { Double(matrix[$0]) }
      return try SingularValues(of: entries, rows: rows, columns: columns).spectralNorm
    }
  }

  /// The largest eigenvalue of a symmetric 3 × 3 matrix with entries 11, 22, 33 and 12, 13, 23.
  ///
  /// With q a third of the trace, p² a sixth of the squared Frobenius norm of A − qI and r half the
  /// determinant of (A − qI)/p, it is q + 2p·cos(⅓ arccos r). Where the two largest eigenvalues are
  /// close, r is close to −1 and its arc cosine ill-conditioned: there rotations find it.
  ///
  /// - Accuracy: some tens of 2⁻⁵³ of the largest entry.
  static func largestEigenvalue(diagonal: SIMD3<Double>, beside: SIMD3<Double>) -> Double {
    let q = diagonal.sum() / 3
    let d = diagonal - q
    let square = ((d * d).sum() + 2 * (beside * beside).sum()) / 6
    guard square > 0 else { return q }
    let p = square.squareRoot()
    let determinant =
      d.x * (d.y * d.z - beside.z * beside.z) - beside.x * (beside.x * d.z - beside.z * beside.y)
      + beside.y * (beside.x * beside.z - d.y * beside.y)
    let r = determinant / (2 * square * p)
    if r > -0.99 { return q + 2 * p * cos(acos(min(r, 1)) / 3) }
    return rotated(diagonal: diagonal, beside: beside)
  }

  /// The same by Jacobi's cyclic rotations, which take the matrix to a diagonal one.
  private static func rotated(diagonal: SIMD3<Double>, beside: SIMD3<Double>) -> Double {
    var (d, e) = (diagonal, beside)
    // Entry e[3 − first − second] of a matrix with the order 23, 13, 12 lies beside axes first, second.
    e = SIMD3(beside.z, beside.y, beside.x)
    for _ in 0..<30 where (e * e).sum() > 0 {
      for (first, second) in [(0, 1), (0, 2), (1, 2)] {
        let third = 3 - first - second
        let off = e[third]
        guard off != 0 else { continue }
        let theta = (d[second] - d[first]) / (2 * off)
        let tangent = (theta >= 0 ? 1 : -1) / (theta.magnitude + (theta * theta + 1).squareRoot())
        let cosine = 1 / (tangent * tangent + 1).squareRoot()
        let sine = tangent * cosine
        d[first] -= tangent * off
        d[second] += tangent * off
        e[third] = 0
        // Beside `first` and third lies e[second], beside `second` and third e[first].
        let (a, b) = (e[second], e[first])
        e[second] = cosine * a - sine * b
        e[first] = sine * a + cosine * b
      }
      if (e * e).sum() <= 0x1p-110 * (d * d).sum() { break }
    }
    return d.max()
  }
}
