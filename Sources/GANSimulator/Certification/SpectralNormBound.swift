internal import NumericKernel

/// Bounds of the largest singular value that hold whatever rounding does.
enum SpectralNormBound {
  /// A number not below ‖A‖₂.
  ///
  /// With G the Gram matrix of the shorter side, λ·I − G has no negative eigenvalue, but for rounding, where its Cholesky
  /// factorisation runs to its end; λ starts just above the square of an estimate and is raised until it does.
  ///
  /// - Shapes: rows × columns, row-major.
  /// - Source: Rump, Verification of positive definiteness, BIT 46, 2006: where the factorisation of a k × k matrix
  ///   succeeds in doubles, its least eigenvalue is above −γ/(1 − γ) times its trace, γ = (k + 1)·u/(1 − (k + 1)·u).
  /// - Accuracy: about 2⁻⁴⁴ relative for small matrices.
  /// - Rigour: stated bound.
  /// - Edge cases: ∞ where an entry is not finite.
  static func upper(_ matrix: UnsafePointer<Double>, rows: Int, columns: Int) -> Double {
    let count = rows * columns
    var largest = 0.0
    for index in 0..<count {
      guard matrix[index].isFinite else { return .infinity }
      largest = max(largest, matrix[index].magnitude)
    }
    guard largest > 0 else { return 0 }
    let exponent = max(largest.exponent, -1000)
    let scale = Double(sign: .plus, exponent: -Int(exponent), significand: 1)
    let scaled = (0..<count).map { matrix[$0] * scale }
    let (order, depth) = (min(rows, columns), max(rows, columns))
    let gram = gramMatrix(scaled, rows: rows, columns: columns)
    let trace = (0..<order).reduce(0.0) { $0 + gram[$1 * order + $1] }
    let estimate = (try? SpectralNorm.norm(scaled, rows: rows, columns: columns)) ?? 0
    var margin = 0x1p-44
    var eigenvalue = estimate * estimate * (1 + margin)
    // The trace is above every eigenvalue: there the factorisation succeeds.
    while !isPositive(eigenvalue, minus: gram, order: order) {
      margin *= 16
      if margin > 1 {
        eigenvalue = trace * (1 + RoundingMargin.relative(depth + 8 * order))
        break
      }
      eigenvalue = estimate * estimate * (1 + margin)
    }
    // The Gram matrix is off by (depth + 1)·2⁻⁵²·trace, the factorisation by (order + 1)·2⁻⁵²·order·eigenvalue.
    let slack =
      4 * RoundingMargin.relative(depth + order * (order + 2) + 8) * (trace + eigenvalue)
      + RoundingMargin.underflow
    return (eigenvalue + slack).squareRoot() * (1 + 0x1p-50) / scale
  }

  /// A number not above ‖A‖₂: ‖A·v‖/‖v‖ for a vector v that power iteration finds.
  ///
  /// - Rigour: stated bound.
  /// - Edge cases: 0 where an entry is not finite, and for norms below 2⁻²⁰⁰ or above 2⁴⁰⁰.
  static func lower(_ matrix: [Double], rows: Int, columns: Int) -> Double {
    guard matrix.allSatisfy({ $0.isFinite && $0.magnitude < 0x1p400 }) else { return 0 }
    func image(_ vector: [Double]) -> [Double] {
      (0..<rows).map { row in
        (0..<columns).reduce(0) { $0 + matrix[row * columns + $1] * vector[$1] }
      }
    }
    func norm(_ vector: [Double]) -> Double {
      vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    let sizes = (0..<columns).map { column in
      (0..<rows).reduce(0.0) { $0 + matrix[$1 * columns + column].magnitude }
    }
    guard let first = sizes.indices.max(by: { sizes[$0] < sizes[$1] }), sizes[first] > 0 else {
      return 0
    }
    var vector = [Double](repeating: 0, count: columns)
    vector[first] = 1
    for _ in 0..<200 {
      let image = image(vector)
      let back = (0..<columns).map { column in
        (0..<rows).reduce(0) { $0 + matrix[$1 * columns + column] * image[$1] }
      }
      let size = norm(back)
      guard size > 0x1p-500, size.isFinite else { break }
      vector = back.map { $0 / size }
    }
    // Each entry of A·v is off by columns·2⁻⁵²·Σ|a|·|v| ≤ columns·2⁻⁵²·(norm of its row), and ‖v‖ by a few ulps.
    let frobenius = norm(matrix)
    let length = norm(image(vector)) / norm(vector)
    // Below, squares may leave the normal range.
    guard length > 0x1p-200 else { return 0 }
    let slack = RoundingMargin.relative(2 * (rows + columns) + 8) * (2 * frobenius + length)
    return max(0, length - slack)
  }

  private static func gramMatrix(_ entries: [Double], rows: Int, columns: Int) -> [Double] {
    let (order, depth) = (min(rows, columns), max(rows, columns))
    func entry(_ side: Int, _ step: Int) -> Double {
      rows <= columns ? entries[side * columns + step] : entries[step * columns + side]
    }
    var gram = [Double](repeating: 0, count: order * order)
    for first in 0..<order {
      for second in 0...first {
        var sum = 0.0
        for step in 0..<depth { sum += entry(first, step) * entry(second, step) }
        gram[first * order + second] = sum
        gram[second * order + first] = sum
      }
    }
    return gram
  }

  /// Whether Cholesky's factorisation of λ·I − G runs to its end.
  private static func isPositive(_ eigenvalue: Double, minus gram: [Double], order: Int) -> Bool {
    var factor = gram.map { -$0 }
    for index in 0..<order { factor[index * order + index] += eigenvalue }
    for column in 0..<order {
      for row in column..<order {
        var sum = factor[row * order + column]
        for step in 0..<column {
          sum -= factor[row * order + step] * factor[column * order + step]
        }
        if row == column {
          guard sum > 0 else { return false }
          factor[row * order + column] = sum.squareRoot()
        } else {
          factor[row * order + column] = sum / factor[column * order + column]
        }
      }
    }
    return true
  }
}
