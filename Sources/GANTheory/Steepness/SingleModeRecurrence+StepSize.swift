public import RealModule
public import Scalars

/// Step sizes of the recurrence at x₀ = 0, in units: u = k/k_*, σ = s/k_*².
///
/// u′ = u + σ·(1 − u²)/(u·(1 + uⁿ)), and 1 − u′ = (1 − u)·(1 − σ/B(u)) with B(u) = u·(1 + uⁿ)/(1 + u). B
/// increases from 0 to B(1) = 1: k increases for ever and converges to k_* exactly if s ≤ k_*²·B(k₀/k_*).
///
/// - Source: derived from the corrected Theorem C.5.
public enum SingleModeStep {
  /// u′.
  ///
  /// - Accuracy: a few ulp of the larger term.
  @inlinable public static func next<S: Scalar>(_ u: S, dimension: S, stepSize: S) -> S {
    u + stepSize * (S(1) - u.squared) / (u * (S(1) + S.exp(dimension * S.log(u))))
  }

  /// B(u) = u·(1 + uⁿ)/(1 + u), the largest step that does not lead from u < 1 beyond 1.
  ///
  /// - Accuracy: a few ulp.
  @inlinable public static func greatestStep<S: Scalar>(_ u: S, dimension: S) -> S {
    u * (S(1) + S.exp(dimension * S.log(u))) / (S(1) + u)
  }

  /// What the exact second step has beyond the recurrence:
  /// −(n + 2)·σ²·(1 − u²)²·u^(n−1)/((1 + uⁿ)²·u₁²·(1 + u₁ⁿ)).
  ///
  /// - Source: derived from the push-forward after the first step; see `RadialFlow`.
  /// - Accuracy: a few ulp.
  @inlinable public static func secondStepError<S: Scalar>(
    _ u: S, dimension: S, stepSize: S
  ) -> S {
    let first = next(u, dimension: dimension, stepSize: stepSize)
    let power = S.exp(dimension * S.log(u))
    let firstPower = S.exp(dimension * S.log(first))
    let top = (dimension + S(2)) * (stepSize * (S(1) - u.squared)).squared * power / u
    return -top / (((S(1) + power) * first).squared * (S(1) + firstPower))
  }
}
