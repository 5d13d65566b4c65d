/// The gradient of a formula at a point, exactly, by one first-order jet per coordinate.
///
/// - Shapes: `point` and the result have one entry a coordinate.
/// - Accuracy: that of the scalar's own arithmetic.
@inlinable public func gradient<S: Scalar>(
  at point: [S], of formula: ([Jet<S>]) -> Jet<S>
) -> [S] {
  point.indices.map { direction in
    formula(coordinates(at: point, along: direction)).derivative(1)
  }
}

/// The Jacobian of a vector-valued formula, exactly, row by row.
///
/// - Shapes: rows are the formula's components, columns the coordinates of `point`.
/// - Accuracy: that of the scalar's own arithmetic.
@inlinable public func jacobian<S: Scalar>(
  at point: [S], of formula: ([Jet<S>]) -> [Jet<S>]
) -> [[S]] {
  let columns = point.indices.map { direction in
    formula(coordinates(at: point, along: direction)).map { $0.derivative(1) }
  }
  return (columns.first ?? []).indices.map { row in columns.map { $0[row] } }
}

/// The point as first-order jets that move along one coordinate.
@inlinable func coordinates<S: Scalar>(at point: [S], along direction: Int) -> [Jet<S>] {
  point.indices.map {
    $0 == direction ? .variable(at: point[$0], order: 1) : Jet(constant: point[$0])
  }
}
