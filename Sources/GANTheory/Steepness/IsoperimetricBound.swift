public import Scalars

/// What the Gaussian isoperimetric inequality says of every map from N(0, I_n), monotone or not.
///
/// If g is L-Lipschitz with g_#N(0, I_n) = p, then I(P(A)) ≤ L·P⁺(A) for every set A, where I = φ∘Φ⁻¹ and P⁺ is the
/// boundary measure. For half-spaces ⟨u, y⟩ ≤ c this is sup S_g ≥ I(Ψᵤ(c))/pᵤ(c), with the law of ⟨u, y⟩ on the right:
/// the slope of the monotone map to that law. No dimension enters.
public enum IsoperimetricBound {
  /// log I(t) from log t and log(1 − t).
  ///
  /// - Source: Borell; Sudakov and Tsirelson.
  /// - Accuracy: that of the normal quantile, times the quantile.
  @inlinable public static func logProfile<S: Scalar>(logLower: S, logUpper: S) -> S {
    S.logNormalDensity(S.normalQuantile(logLower: logLower, logUpper: logUpper))
  }

  /// log[I(Ψᵤ(c))/pᵤ(c)] for the mixture's law along the first axis, at c = `cut`.
  ///
  /// - Source: the inequality above with the half-space y₁ ≤ c.
  /// - Accuracy: as `MeasurePreservingMap.logSteepness`.
  @inlinable public static func logSteepness<S: Scalar>(
    of target: GaussianMixture<S>, cut: S
  ) -> S {
    let line = GaussianMixture<S>(
      components: target.components.map {
        .init(
          weight: $0.weight, mean: [$0.mean[0]], standardDeviation: $0.standardDeviation)
      })
    return MeasurePreservingMap(to: line).logSteepness(atOutput: cut)
  }
}
