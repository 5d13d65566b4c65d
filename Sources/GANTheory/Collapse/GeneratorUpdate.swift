public import Scalars

/// One update of an optimal generator: g′ = g + s·(∇d/d)∘g.
///
/// - Source: Algorithm 1, steps 5 and 6; Theorem 4.1.
public struct GeneratorUpdate<S: Scalar>: Sendable {
  public let stepSize: S

  @inlinable public init(stepSize: S) { self.stepSize = stepSize }

  /// J_{g′} = (I + s·V)·J_g, where V is the Jacobian of ∇d/d at g(z).
  ///
  /// - Source: Theorem 4.1.
  /// - Shapes: square matrices as rows.
  /// - Accuracy: a few ulp of ‖J‖·(1 + s‖V‖).
  @inlinable public func jacobian(_ generator: [[S]], velocityJacobian: [[S]]) -> [[S]] {
    let change = product(velocityJacobian, generator)
    return generator.indices.map { row in
      generator[row].indices.map { generator[row][$0] + stepSize * change[row][$0] }
    }
  }

  @inlinable func product(_ left: [[S]], _ right: [[S]]) -> [[S]] {
    left.map { row in
      right[0].indices.map { column in
        row.indices.reduce(S.zero) { $0 + row[$1] * right[$1][column] }
      }
    }
  }
}
