/// The gradient of a formula at a point, exactly, by one first-order jet per coordinate.
///
/// ```swift
/// gradient(at: [2, 5]) { $0[0] * $0[0] * $0[1] }  // [20, 4]
/// ```
///
/// - Shapes: `point` and the result have one entry a coordinate.
/// - Edge cases: an entry has a doubt where the formula has no derivative.
/// - Accuracy: that of the scalar's own arithmetic.
/// - Rigour: as the scalar's: exact in `Expression`, an enclosure in `Ball`.
@inlinable public func gradient<S: Scalar>(
  at point: [S], of formula: ([Jet<S>]) -> Jet<S>
) -> [S] {
  point.indices.map { direction in
    formula(coordinates(at: point, along: direction)).derivative(1)
  }
}

/// The Jacobian of a vector-valued formula, exactly, by one first-order jet per coordinate.
///
/// - Shapes: rows are the formula's components, columns the coordinates of `point`.
/// - Edge cases: no rows for a point without coordinates; doubts as in `gradient`.
/// - Accuracy: that of the scalar's own arithmetic.
/// - Rigour: as the scalar's.
@inlinable public func jacobian<S: Scalar>(
  at point: [S], of formula: ([Jet<S>]) -> [Jet<S>]
) -> [[S]] {
  let columns = point.indices.map { direction in
    formula(coordinates(at: point, along: direction)).map { $0.derivative(1) }
  }
  return (columns.first ?? []).indices.map { row in columns.map { $0[row] } }
}

/// The Hessian of a formula, exactly, by one nested first-order jet per pair of coordinates.
///
/// ```swift
/// hessian(at: [2, 5]) { $0[0] * $0[0] * $0[1] }  // [[10, 4], [4, 0]]
/// ```
///
/// - Shapes: n rows of n entries for n coordinates; entry (i, j) is ∂ᵢ∂ⱼ.
/// - Edge cases: an entry has a doubt where the formula has no second derivative.
/// - Accuracy: that of the scalar's own arithmetic; symmetric to the last bit, since every pair is
///   evaluated once.
/// - Rigour: as the scalar's: exact in `Expression`, an enclosure in `Ball`.
@inlinable public func hessian<S: Scalar>(
  at point: [S], of formula: ([Jet<Jet<S>>]) -> Jet<Jet<S>>
) -> [[S]] {
  hessians(at: point) { [formula($0)] }.first ?? []
}

/// The Hessians of the components of a vector-valued formula.
///
/// - Shapes: one n × n matrix a component, as `hessian` gives it.
/// - Edge cases: no matrices for a point without coordinates; doubts as in `hessian`.
/// - Accuracy: that of the scalar's own arithmetic.
/// - Rigour: as the scalar's.
@inlinable public func hessians<S: Scalar>(
  at point: [S], of formula: ([Jet<Jet<S>>]) -> [Jet<Jet<S>>]
) -> [[[S]]] {
  let triangle = point.indices.map { row in
    (0...row).map { column in
      formula(coordinates(at: point, along: row, column)).map { $0.derivative(1).derivative(1) }
    }
  }
  return (triangle.first?[0] ?? []).indices.map { component in
    point.indices.map { row in
      point.indices.map { triangle[max(row, $0)][min(row, $0)][component] }
    }
  }
}

/// The point as first-order jets that move along one coordinate.
@inlinable func coordinates<S: Scalar>(at point: [S], along direction: Int) -> [Jet<S>] {
  point.indices.map {
    $0 == direction ? .variable(at: point[$0], order: 1) : Jet(constant: point[$0])
  }
}

/// The point as first-order jets along one coordinate of first-order jets along another.
@inlinable func coordinates<S: Scalar>(
  at point: [S], along outer: Int, _ inner: Int
) -> [Jet<Jet<S>>] {
  zip(point.indices, coordinates(at: point, along: inner)).map {
    $0 == outer ? .variable(at: $1, order: 1) : Jet(constant: $1)
  }
}
