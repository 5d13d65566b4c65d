public import Scalars

/// An increasing generator that is linear between nodes (zᵢ, yᵢ); beyond the outer nodes the outer pieces
/// go on.
///
/// With nodes at the ends of the regions between modes it is the map that Theorem 3.4's hypotheses allow
/// and that spends the least mass between modes.
public struct PiecewiseLinearGenerator<S: Scalar>: Sendable {
  /// zᵢ, ascending.
  public let latents: [S]
  /// yᵢ = g(zᵢ), ascending.
  public let outputs: [S]

  /// - Hypotheses: at least two nodes, both lists ascending; the caller answers for the order.
  @inlinable public init(latents: [S], outputs: [S]) {
    precondition(
      latents.count == outputs.count && latents.count > 1, "latents.count = outputs.count > 1")
    self.latents = latents
    self.outputs = outputs
  }

  /// g⁻¹(y).
  ///
  /// - Source: definition of g.
  /// - Accuracy: a few ulp of the nodes.
  /// - Rigour: on balls, for a y that is a node or away from all of them: neighbouring pieces agree at a
  ///   node, not around it.
  @inlinable public func preimage(of output: S) -> S {
    let inner = outputs.indices.dropFirst().dropLast()
    let piece = inner.last { outputs[$0].approximation <= output.approximation } ?? 0
    let inverseSlope =
      (latents[piece + 1] - latents[piece]) / (outputs[piece + 1] - outputs[piece])
    return latents[piece] + (output - outputs[piece]) * inverseSlope
  }

  /// P(g(Z) ∈ [a, b]) for Z ~ N(0, 1).
  ///
  /// - Source: definition of the push-forward.
  /// - Accuracy: as `normalMass`.
  @inlinable public func probability(from a: S, to b: S) -> S {
    S.normalMass(from: preimage(of: a), to: preimage(of: b))
  }
}
