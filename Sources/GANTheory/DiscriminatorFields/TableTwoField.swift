public import RealModule
public import Scalars

/// r and ∇d/d of a configuration of Table 2 as products and sums over the two coordinates.
///
/// The four modes are (±a, ±a) with equal weights, so that p_data is a product of two mixtures on the line; p_g
/// is a product as well. Hence log r(x) = h(x₁) + h(x₂) and ∇d/d = (h′(x₁), h′(x₂))/(1 + r).
///
/// - Source: Table 2; derived.
public struct TableTwoField<S: Scalar>: Sendable {
  /// a.
  public let offset: S
  /// v, the variance of a mode.
  public let variance: S
  /// Mean and variance of p_g along each coordinate; nil for the box of case 2.
  public let generated: (mean: S, variance: S)?

  public init(_ configuration: TableTwoCase) {
    offset = S(configuration.modeOffset)
    variance = S(configuration.dataVariance)
    generated = configuration.generatedGaussian.map { (S($0.mean), S($0.variance)) }
  }

  /// h(x) = log cosh(a·x/v) − (x² + a²)/2v − ½·log 2πv − log p_g along one coordinate.
  ///
  /// - Source: derived from Table 2.
  /// - Hypotheses: |x| < 2 in case 2; |x| < 20, beyond which cosh overflows in `Double`.
  /// - Accuracy: a few ulp of the largest term.
  @inlinable public func logFactor(at x: S) -> S {
    let peak = S.log(S.cosh(offset * x / variance))
    let data = peak - (x.squared + offset.squared) / (S(2) * variance)
    let dataScale = S.log(S(2) * S.pi * variance) / S(2)
    guard let generated else { return data - dataScale + S.log(S(4)) }
    let fromMean = (x - generated.mean).squared / (S(2) * generated.variance)
    return data + fromMean - dataScale + S.log(S(2) * S.pi * generated.variance) / S(2)
  }

  /// h′(x) = (a·tanh(a·x/v) − x)/v + (x − c)/τ², the last term for p_g = N((c, c), τ²·I).
  ///
  /// - Source: derived from Table 2.
  /// - Accuracy: a few ulp of the largest term.
  @inlinable public func slope(at x: S) -> S {
    let pull = (offset * S.tanh(offset * x / variance) - x) / variance
    guard let generated else { return pull }
    return pull + (x - generated.mean) / generated.variance
  }

  /// r(x₁, x₂).
  ///
  /// - Accuracy: relative, a few ulp times the exponent.
  @inlinable public func ratio(_ x: S, _ y: S) -> S { S.exp(logFactor(at: x) + logFactor(at: y)) }

  /// d(x₁, x₂) = r/(1 + r).
  @inlinable public func discriminator(_ x: S, _ y: S) -> S {
    logistic(logFactor(at: x) + logFactor(at: y))
  }

  /// ∇d/d.
  ///
  /// - Source: equation of section 2.2.
  /// - Accuracy: a few ulp of the larger pull.
  @inlinable public func velocity(_ x: S, _ y: S) -> (S, S) {
    let share = logistic(-(logFactor(at: x) + logFactor(at: y)))
    return (share * slope(at: x), share * slope(at: y))
  }

  /// ‖∇d/d‖₂.
  @inlinable public func speed(_ x: S, _ y: S) -> S {
    let (first, second) = velocity(x, y)
    return S.sqrt(first.squared + second.squared)
  }

  /// The point towards which h′ pulls on the side of a mode at ±a, up to tanh ≈ ±1: m + (m − c)·v/(τ² − v).
  ///
  /// - Source: derived: the zero of (m − x)/v + (x − c)/τ².
  /// - Hypotheses: τ² > v.
  /// - Rigour: exact for |tanh| = 1; h′ differs from (1/v − 1/τ²)·(centre − x) by 2a/v/(1 + exp(2a|x|/v)).
  @inlinable public func centreOfPull(mode: S) -> S {
    guard let generated else { return mode }
    return mode + (mode - generated.mean) * variance / (generated.variance - variance)
  }

  /// 1/v − 1/τ², by which h′ is a multiple of centre − x.
  @inlinable public var strength: S {
    guard let generated else { return S(1) / variance }
    return S(1) / variance - S(1) / generated.variance
  }
}
