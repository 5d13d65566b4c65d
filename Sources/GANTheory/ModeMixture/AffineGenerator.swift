public import Scalars

/// The generator g(z) = k·(z − c) + m, whose steepness is k everywhere.
///
/// The simplest map that Theorem 3.4 admits: with two modes it meets every hypothesis for every k > 0.
public struct AffineGenerator<S: Scalar>: Sendable {
  public let steepness: S
  /// c, the latent point that maps to `output`.
  public let latent: S
  /// m.
  public let output: S

  @inlinable public init(steepness: S, latent: S, output: S) {
    self.steepness = steepness
    self.latent = latent
    self.output = output
  }

  /// g(z).
  @inlinable public func value(at latent: S) -> S { steepness * (latent - self.latent) + output }

  /// P(g(Z) ∈ [a, b]) for Z ~ N(0, 1).
  ///
  /// - Source: definition of the push-forward.
  /// - Accuracy: as `normalMass`.
  @inlinable public func probability(from a: S, to b: S) -> S {
    S.normalMass(from: preimage(of: a), to: preimage(of: b))
  }

  /// g⁻¹(y).
  @inlinable public func preimage(of output: S) -> S { (output - self.output) / steepness + latent }
}
