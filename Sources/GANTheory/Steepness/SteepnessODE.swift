public import RealModule
public import Scalars

/// The evolution of the slope k = g′ₜ(0) under the optimal discriminator, for the symmetric pair of
/// Gaussians 0.5·N(−μ, σ²) + 0.5·N(μ, σ²).
///
/// - Source: Theorem 3.3; Theorem C.6.
public struct SteepnessODE<S: Scalar>: Sendable {
  /// μ, half the distance between the modes.
  public let modeOffset: S
  /// σ.
  public let standardDeviation: S

  /// - Hypotheses: μ > 0, σ > 0; the theorem asks for μ ≫ σ, which the formula does not need.
  @inlinable public init(modeOffset: S, standardDeviation: S) {
    self.modeOffset = modeOffset
    self.standardDeviation = standardDeviation
  }

  /// (μ² − σ²)/σ⁴, the curvature of log p_data at 0.
  ///
  /// - Source: Theorem 3.3, the rate of early growth.
  /// - Accuracy: a few ulp of (μ/σ)²/σ².
  @inlinable public var growthRate: S {
    (modeOffset.squared - standardDeviation.squared) / standardDeviation.squared.squared
  }

  /// log k_* = log σ + μ²/2σ², the slope of the optimal map at 0.
  ///
  /// - Source: Theorem 3.1 for two symmetric modes, where it is an equality.
  /// - Accuracy: relative to the larger term.
  @inlinable public var logOptimalSteepness: S {
    S.log(standardDeviation) + modeOffset.squared / (S(2) * standardDeviation.squared)
  }

  /// dk/dt exactly as printed, from the slope k and the third derivative g‴ₜ(0).
  ///
  /// `exponentScale` multiplies the exponent −μ²/2σ²: 1 is the theorem's, 2 that of the last line of the
  /// appendix's proof.
  ///
  /// - Source: Theorem 3.3, displayed ODE; proof of Theorem C.6, last display.
  /// - Accuracy: a few ulp; overflows in `Double` where k³ does.
  @inlinable public func printedRate(
    steepness k: S, thirdDerivative g3: S, exponentScale: Rational = 1
  ) -> S {
    let exponent = -S(exponentScale) * modeOffset.squared / (S(2) * standardDeviation.squared)
    let overlap = S.exp(exponent) / standardDeviation
    let cube = k.squared * k
    return (growthRate * cube + k + g3) / (overlap * cube + k.squared)
  }

  /// d(log k)/dt from log k and g‴/k: the same equation after division by k³, for any size of k.
  ///
  /// d(log k)/dt = [(μ² − σ²)/σ⁴ + (1 + g‴/k)/k²] / (1 + k/k_*).
  ///
  /// - Source: Theorem 3.3.
  /// - Accuracy: a few ulp; never overflows for finite log k.
  @inlinable public func logarithmicRate(logSteepness: S, relativeThirdDerivative: S) -> S {
    let curvature = (S(1) + relativeThirdDerivative) * S.exp(S(-2) * logSteepness)
    return (growthRate + curvature) * logistic(logOptimalSteepness - logSteepness)
  }

  /// t as a function of k when g‴ₜ(0) = 0 throughout and k(0) = k₀: the ODE separates.
  ///
  /// With a = (μ² − σ²)/σ⁴ and c = 1/k_*, dt = (k + c·k²)/(a·k² + 1)·dk, so that
  /// t = log((a·k² + 1)/(a·k₀² + 1))/(2a) + (c/a)·(k − k₀) − c·(atan(√a·k) − atan(√a·k₀))/a^{3/2}.
  ///
  /// - Source: Theorem 3.3 with the closure g‴ₜ(0) = 0, integrated.
  /// - Hypotheses: μ > σ, so that a > 0.
  /// - Accuracy: a few ulp of the largest term.
  @inlinable public func time(from start: S, to steepness: S) -> S {
    let a = growthRate
    let root = S.sqrt(a)
    let c = S.exp(-logOptimalSteepness)
    let logarithm = S.log((a * steepness.squared + S(1)) / (a * start.squared + S(1)))
    let turn = S.atan(root * steepness) - S.atan(root * start)
    return logarithm / (S(2) * a) + c / a * (steepness - start) - c * turn / (a * root)
  }
}
