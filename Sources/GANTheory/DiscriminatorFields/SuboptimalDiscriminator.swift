public import Scalars

/// A discriminator that misjudges the density ratio: d̂ = p_data/(p_data + f(r)·p_g) = r/(r + f(r)).
///
/// f ≡ 1 is the optimal one.
///
/// - Source: appendix D.1.
public struct SuboptimalDiscriminator<S: Scalar>: Sendable {
  /// f, as a formula over jets, so that f′ is exact.
  public let deviation: @Sendable (Jet<S>) -> Jet<S>

  /// - Hypotheses: r + f(r) ≠ 0; the caller answers for it.
  @inlinable public init(deviation: @escaping @Sendable (Jet<S>) -> Jet<S>) {
    self.deviation = deviation
  }

  /// f(r) and f′(r).
  @inlinable func deviationWithSlope(at ratio: S) -> (value: S, slope: S) {
    let jet = deviation(.variable(at: ratio, order: 1))
    return (jet.value, jet.derivative(1))
  }

  /// d̂ = r/(r + f(r)).
  ///
  /// - Source: appendix D.1.
  /// - Accuracy: a few ulp where r and f(r) have one sign.
  @inlinable public func value(at ratio: S) -> S {
    ratio / (ratio + deviationWithSlope(at: ratio).value)
  }

  /// (f(r) − r·f′(r))/(r + f(r)), by which ∇d̂/d̂ is a multiple of ∇log r.
  ///
  /// - Source: proof of Proposition D.2.
  /// - Edge cases: 1/(1 + r) for f ≡ 1, as for the optimal discriminator.
  /// - Accuracy: that of f and f′; f − r·f′ cancels where its sign changes.
  @inlinable public func velocityFactor(at ratio: S) -> S {
    let (value, slope) = deviationWithSlope(at: ratio)
    return (value - ratio * slope) / (ratio + value)
  }
}
