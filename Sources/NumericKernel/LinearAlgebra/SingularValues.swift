internal import CGSL

/// The singular values of a real matrix, in descending order.
///
/// By one-sided Jacobi rotations (`gsl_linalg_SV_decomp_jacobi`), which keep relative accuracy of
/// small values where the columns differ in scale only; where these do not settle, by
/// Golub and Reinsch's method.
///
/// - Accuracy: absolute errors of a small multiple of ulp · spectral norm; below 8 ulps of it on
///   Hilbert's matrix of size 8, against mpmath.
public struct SingularValues: Sendable, Equatable {
  /// The values, in descending order; min(rows, columns) of them.
  public let values: [Double]

  /// The largest singular value: the spectral norm ‖A‖₂.
  public var spectralNorm: Double { values[0] }

  /// The singular values of a matrix that is given row by row.
  ///
  /// - Shapes: `rowMajor` has rows × columns entries.
  /// - Edge cases: a matrix with fewer rows than columns is transposed, which leaves the values as
  ///   they are. The matrix is scaled by a power of two, so that no square overflows.
  /// - Throws: `NumericError` where an entry is not finite or the method does not converge.
  public init(of rowMajor: [Double], rows: Int, columns: Int) throws {
    GSL.errorHandlerIsOff
    precondition(rows > 0 && columns > 0, "\(rows) × \(columns) breaks rows > 0 < columns")
    precondition(
      rowMajor.count == rows * columns,
      "\(rowMajor.count) entries break count = \(rows) × \(columns)")
    let largest = rowMajor.reduce(0) { max($0, abs($1)) }
    guard rowMajor.allSatisfy(\.isFinite) else {
      let index = rowMajor.firstIndex { !$0.isFinite } ?? 0
      throw NumericError(
        "singular values", .invalidInput, "an entry is not finite",
        evidence: [
          .init("row", Double(index / columns)), .init("column", Double(index % columns)),
          .init("entry", rowMajor[index]),
        ], remedy: "Give a matrix of finite entries.")
    }
    let count = min(rows, columns)
    guard largest > 0 else {
      values = [Double](repeating: 0, count: count)
      return
    }
    let exponent = Int(largest.exponent)
    let scaled = rowMajor.map { Double(sign: .plus, exponent: -exponent, significand: $0) }
    let tall = rows >= columns ? scaled : Self.transpose(scaled, rows: rows, columns: columns)
    let singular = try Self.values(ofTall: tall, rows: max(rows, columns), columns: count)
    values = singular.map { Double(sign: .plus, exponent: exponent, significand: $0) }
  }

  private static func transpose(_ entries: [Double], rows: Int, columns: Int) -> [Double] {
    (0..<columns).flatMap { column in (0..<rows).map { entries[$0 * columns + column] } }
  }

  private static func values(
    ofTall entries: [Double], rows: Int, columns: Int
  ) throws -> [Double] {
    var status: Int32 = 0
    for method in [Method.jacobi, .golubReinsch] {
      var matrix = entries
      var values = [Double](repeating: 0, count: columns)
      status = method.decompose(&matrix, rows: rows, columns: columns, into: &values)
      if Int(status) == GSL_SUCCESS, values.allSatisfy(\.isFinite) {
        return values.sorted(by: >)
      }
    }
    throw NumericError(
      "singular values", status: status,
      evidence: [.init("rows", Double(rows)), .init("columns", Double(columns))],
      remedy: "Scale rows and columns to like magnitude.")
  }
}

extension SingularValues {
  private enum Method {
    case jacobi
    case golubReinsch

    func decompose(
      _ matrix: inout [Double], rows: Int, columns: Int, into values: inout [Double]
    ) -> Int32 {
      var right = [Double](repeating: 0, count: columns * columns)
      var work = [Double](repeating: 0, count: columns)
      return matrix.withUnsafeMutableBufferPointer { matrix in
        right.withUnsafeMutableBufferPointer { right in
          values.withUnsafeMutableBufferPointer { values in
            work.withUnsafeMutableBufferPointer { work in
              var a = gsl_matrix_view_array(matrix.baseAddress, rows, columns).matrix
              var v = gsl_matrix_view_array(right.baseAddress, columns, columns).matrix
              var s = gsl_vector_view_array(values.baseAddress, columns).vector
              var w = gsl_vector_view_array(work.baseAddress, columns).vector
              switch self {
              case .jacobi: return gsl_linalg_SV_decomp_jacobi(&a, &v, &s)
              case .golubReinsch: return gsl_linalg_SV_decomp(&a, &v, &s, &w)
              }
            }
          }
        }
      }
    }
  }
}
