public import RealModule
public import Scalars

/// What Assumption 4.1 implies about the generated density, and what its field does to particles.
extension LinearDiscriminator {
  /// (1 − d)/d = (4σ + r)/(4σ − r): by how much p_g exceeds p_data where this d is optimal.
  ///
  /// - Source: d = p_data/(p_data + p_g) solved for p_g.
  /// - Hypotheses: 0 ≤ r < 4σ.
  /// - Accuracy: a few ulp.
  @inlinable public func impliedExcess(atDistance r: S) -> S {
    let reach = S(4) * standardDeviation
    return (reach + r) / (reach - r)
  }

  /// 2r(4σ − r): the step beyond which a particle lands farther from the mode than it started.
  ///
  /// - Source: |r − s/(4σ − r)| > r solved for s.
  /// - Accuracy: a few ulp.
  @inlinable public func overshootingStep(atDistance r: S) -> S {
    S(2) * r * (S(4) * standardDeviation - r)
  }

  /// 16σ² − r²: the step beyond which a particle leaves the ball of radius 4σ, on the other side.
  ///
  /// - Source: s/(4σ − r) − r > 4σ solved for s.
  /// - Accuracy: a few ulp.
  @inlinable public func escapingStep(atDistance r: S) -> S {
    S(16) * standardDeviation.squared - r.squared
  }

  /// 4σ − √((4σ − r)² + 2t): the distance at time t of a particle that follows the field.
  ///
  /// - Source: dr/dt = −1/(4σ − r), solved.
  /// - Hypotheses: 0 ≤ t ≤ r(8σ − r)/2, when the particle reaches the mode.
  /// - Accuracy: a few ulp of 4σ.
  @inlinable public func distance(after time: S, from r: S) -> S {
    let reach = S(4) * standardDeviation
    return reach - S.sqrt((reach - r).squared + S(2) * time)
  }

  /// max(|1 − s/(4σ − r)²|, |1 − s/(r(4σ − r))|): ‖I + sH‖₂ for any step in n ≥ 2 dimensions.
  ///
  /// - Source: the eigenvalues of I + sH.
  /// - Accuracy: a few ulp of 1.
  @inlinable public func contraction(atDistance r: S, stepSize: S) -> S {
    let (radial, tangential) = eigenvalues(atDistance: r)
    return S.larger(
      absolute(S(1) + stepSize * radial), absolute(S(1) + stepSize * tangential))
  }
}

/// |x|.
@inlinable func absolute<S: Scalar>(_ x: S) -> S { S.larger(x, -x) }

/// The eigenvalues of the Hessian of y ↦ f(‖y‖): f″(r) along the radius and f′(r)/r across it.
///
/// With f = log d these are the rates at which one update of any radial discriminator stretches the
/// generator's Jacobian along and across the radius.
///
/// - Source: derived; the proof of Theorem C.9 has f(r) = log(1/2 − r/8σ).
/// - Hypotheses: r > 0.
/// - Accuracy: that of f by jets.
@inlinable public func radialEigenvalues<S: Scalar>(
  atDistance r: S, of profile: (Jet<S>) -> Jet<S>
) -> (radial: S, tangential: S) {
  let value = profile(.variable(at: r, order: 2))
  return (value.derivative(2), value.derivative(1) / r)
}
