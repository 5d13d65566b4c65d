public import RealModule
public import Scalars

/// The f-divergence that a non-saturating GAN is said to minimise.
///
/// D_f(p_data‖p_g) = ∫ p_g·f(r) with r = p_data/p_g.
///
/// - Source: appendix B.
public enum NonSaturatingDivergence {
  /// f(u) = −(u + 1)·log(u/(u + 1)) + u·(1 − 2·log 2) − 1 for u > 0.
  ///
  /// - Source: appendix B, first display.
  /// - Accuracy: absolute error of a few ulp of the largest term.
  @inlinable public static func generator<S: Scalar>(_ u: S) -> S {
    let logarithm = S.log(u / (u + S(1)))
    return u * (S(1) - S(2) * S.log(S(2))) - (u + S(1)) * logarithm - S(1)
  }

  /// r·f″(r), the factor of ∇r in the steepest descent of D_f by particles.
  ///
  /// The first variation of ∫ p_g·f(p_data/p_g) in p_g is f(r) − r·f′(r), whose gradient is −r·f″(r)·∇r.
  ///
  /// - Source: derived from the definition of D_f.
  /// - Accuracy: that of f″ by jets.
  @inlinable public static func descentFactor<S: Scalar>(at ratio: S) -> S {
    ratio * generator(Jet.variable(at: ratio, order: 2)).derivative(2)
  }

  /// D_f of two distributions on finitely many points: Σ qᵢ·f(pᵢ/qᵢ).
  ///
  /// - Source: appendix B, D_f(p_data‖p_g).
  /// - Hypotheses: all shares positive.
  /// - Accuracy: that of f.
  @inlinable public static func divergence<S: Scalar>(from data: [S], to generated: [S]) -> S {
    var sum = S.zero
    for (p, q) in zip(data, generated) { sum += q * generator(p / q) }
    return sum
  }
}
