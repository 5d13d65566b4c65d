public import RealModule
public import Scalars

/// One step of the particle at x = k·x₀ for p_data = N(0, k_*²·I_n) and p_g = N(0, k²·I_n): the next k.
///
/// - Source: Theorem C.5; Proposition D.2.
public struct SingleModeRecurrence<S: Scalar>: Sendable {
  /// n.
  public let dimension: Int
  /// k_*.
  public let optimalSteepness: S
  /// s.
  public let stepSize: S

  @inlinable public init(dimension: Int, optimalSteepness: S, stepSize: S) {
    precondition(dimension >= 1, "dimension ≥ 1")
    self.dimension = dimension
    self.optimalSteepness = optimalSteepness
    self.stepSize = stepSize
  }

  /// φ(k·x₀/k_*)/φ(x₀) = exp(‖x₀‖²·(1 − k²/k_*²)/2).
  @inlinable func densityFactor(_ steepness: S, _ squaredLength: S) -> S {
    S.exp(squaredLength * (S(1) - (steepness / optimalSteepness).squared) / S(2))
  }

  /// r(k·x₀) as printed: with k/k_* in every dimension.
  ///
  /// - Source: Theorem C.5; Proposition D.2, second display.
  /// - Accuracy: relative, a few ulp times the exponent.
  @inlinable public func printedRatio(steepness: S, squaredLength: S) -> S {
    steepness / optimalSteepness * densityFactor(steepness, squaredLength)
  }

  /// r(k·x₀) from the densities: with (k/k_*)ⁿ.
  ///
  /// - Source: the density of N(0, k²·I_n) is φ(x/k)/kⁿ.
  /// - Accuracy: as `printedRatio`.
  @inlinable public func ratio(steepness: S, squaredLength: S) -> S {
    S.pow(steepness / optimalSteepness, dimension) * densityFactor(steepness, squaredLength)
  }

  /// 1/k² − 1/k_*².
  @inlinable func pull(_ steepness: S) -> S {
    S(1) / steepness.squared - S(1) / optimalSteepness.squared
  }

  /// k + s·(1/k² − 1/k_*²)·factor, as printed; `factor` is 1/(1 + r) for the optimal discriminator.
  ///
  /// - Source: Theorem C.5; Proposition D.2.
  /// - Accuracy: a few ulp of the larger term.
  @inlinable public func printedNext(steepness: S, factor: S) -> S {
    steepness + stepSize * pull(steepness) * factor
  }

  /// k + s·k·(1/k² − 1/k_*²)·factor: x = k·x₀ moves by s·x·(1/k² − 1/k_*²)·factor.
  ///
  /// - Source: derived from ∇log r = (1/k² − 1/k_*²)·x.
  /// - Accuracy: a few ulp of the larger term.
  @inlinable public func next(steepness: S, factor: S) -> S {
    steepness + stepSize * steepness * pull(steepness) * factor
  }
}
