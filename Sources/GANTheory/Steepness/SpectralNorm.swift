import NumericKernel
public import Scalars

/// ‖J‖₂ of a 1×1 or 2×2 matrix in closed form: the steepness of a map at a point of the line or plane.
///
/// In the plane ‖J‖₂² is the larger root of t² − ‖J‖_F²·t + (det J)².
///
/// - Source: Definition 2.1.
/// - Shapes: rows of equal length.
/// - Accuracy: a few ulp relative; an enclosure in `Ball`.
@inlinable public func planarSpectralNorm<S: Scalar>(_ rows: [[S]]) -> S {
  precondition((1...2).contains(rows.count) && rows.allSatisfy { $0.count == rows.count }, "n ≤ 2")
  if rows.count == 1 { return S.length(rows[0][0], .zero) }
  let (a, b, c, d) = (rows[0][0], rows[0][1], rows[1][0], rows[1][1])
  // ‖J‖₂ = (‖(a+d, b−c)‖ + ‖(a−d, b+c)‖)/2: the singular values are half the sum and half the
  // difference of these two lengths.
  let rotation = S.length(a + d, b - c)
  let reflection = S.length(a - d, b + c)
  return (rotation + reflection) / S(2)
}

/// ‖J‖₂ of any real matrix, its largest singular value.
///
/// - Source: Definition 2.1.
/// - Shapes: `rowMajor` has rows·columns entries.
/// - Accuracy: that of GSL's singular value decomposition, a small multiple of ulp·‖J‖₂.
/// - Throws: `NumericError` where the decomposition fails.
public func spectralNorm(rowMajor: [Double], rows: Int, columns: Int) throws -> Double {
  try SingularValues(of: rowMajor, rows: rows, columns: columns).spectralNorm
}
