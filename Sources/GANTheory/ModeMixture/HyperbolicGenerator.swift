public import RealModule
public import Scalars

/// The generator g(z) = m + (k/β)·asinh(β·(z − c)): increasing, of slope k at c and less elsewhere.
///
/// A smooth one-parameter family of maps that Theorem 3.4 admits with two modes; β → 0 is the affine
/// map of slope k, which spends as little latent mass between the modes as the slope allows.
public struct HyperbolicGenerator<S: Scalar>: Sendable {
  /// k, the largest slope.
  public let steepness: S
  /// β > 0, how soon the slope falls.
  public let bend: S
  /// c, the latent point that maps to `output`.
  public let latent: S
  /// m.
  public let output: S

  @inlinable public init(steepness: S, bend: S, latent: S, output: S) {
    self.steepness = steepness
    self.bend = bend
    self.latent = latent
    self.output = output
  }

  /// g(z).
  @inlinable public func value(at latent: S) -> S {
    output + steepness / bend * S.asinh(bend * (latent - self.latent))
  }

  /// g⁻¹(y) = c + sinh(β·(y − m)/k)/β.
  ///
  /// - Source: definition of g.
  /// - Accuracy: a few ulp relative to |g⁻¹(y) − c|.
  @inlinable public func preimage(of output: S) -> S {
    latent + S.sinh(bend * (output - self.output) / steepness) / bend
  }

  /// P(g(Z) ∈ [a, b]) for Z ~ N(0, 1).
  ///
  /// - Source: definition of the push-forward.
  /// - Accuracy: as `normalMass`.
  @inlinable public func probability(from a: S, to b: S) -> S {
    S.normalMass(from: preimage(of: a), to: preimage(of: b))
  }
}
