public import RealModule
public import Scalars

/// The lower bound of Theorem 3.1 on the steepness of the monotone map, and sharper forms of it.
///
/// Everything is a logarithm: exp(gap²/8σ²) overflows from a gap of 76σ on.
public struct LineBound<S: Scalar>: Sendable {
  public let modes: [S]
  public let standardDeviation: S

  /// - Hypotheses: at least two ascending modes, σ > 0.
  @inlinable public init(modes: [S], standardDeviation: S) {
    precondition(modes.count >= 2, "modes.count ≥ 2")
    self.modes = modes
    self.standardDeviation = standardDeviation
  }

  /// x_{i+1} − x_i.
  public var gaps: [S] { zip(modes, modes.dropFirst()).map { $1 - $0 } }

  /// q, the (1 − 1/N)-quantile of N(0, 1).
  ///
  /// - Source: Theorem 3.1.
  @inlinable public var quantile: S {
    let count = modes.count
    return S.normalQuantile(
      logLower: S.log(S(Rational(count - 1, count))), logUpper: -S.log(S(count)))
  }

  /// log[σ·exp(gap²/8σ²)] for every gap.
  @inlinable var logGapFactors: [S] {
    gaps.map { S.log(standardDeviation) + $0.squared / (S(8) * standardDeviation.squared) }
  }

  /// log of the bound as printed: minᵢ σ·exp(gapᵢ²/8σ²)·exp(−q²).
  ///
  /// - Source: Theorem 3.1; Theorem C.3.
  /// - Accuracy: relative to the largest term.
  public var logPrinted: S { extremum(logGapFactors, greatest: false) - quantile.squared }

  /// log of maxᵢ σ·exp(gapᵢ²/8σ²)·exp(−q²/2).
  ///
  /// At a midpoint every mode is at least gap/2 away, so p_data ≤ exp(−gap²/8σ²)/(σ√2π); and at least
  /// one N-th of the mass lies on each side, so |g⁻¹| ≤ q there. Any gap will do, hence the maximum.
  ///
  /// - Source: proof of Theorem C.3, with the density of N(0, 1) kept and the best gap taken.
  /// - Accuracy: relative to the largest term.
  @inlinable public var logSharpened: S {
    extremum(logGapFactors, greatest: true) - quantile.squared / S(2)
  }

  /// log of the slope of the map at the midpoint of the gap with this index.
  ///
  /// - Source: derivative of the inverse function at (xᵢ + xᵢ₊₁)/2.
  /// - Accuracy: as `MeasurePreservingMap.logSteepness`.
  @inlinable public func logAtMidpoint(_ gap: Int) -> S {
    let map = MeasurePreservingMap(
      to: GaussianMixture(modes: modes.map { [$0] }, standardDeviation: standardDeviation))
    return map.logSteepness(atOutput: (modes[gap] + modes[gap + 1]) / S(2))
  }

  /// log of the largest slope of the map at the midpoint of a gap: a value that is attained.
  ///
  /// - Source: derivative of the inverse function at (x_i + x_{i+1})/2.
  /// - Accuracy: as `MeasurePreservingMap.logSteepness`.
  @inlinable public var logAtMidpoints: S {
    let map = MeasurePreservingMap(
      to: GaussianMixture(modes: modes.map { [$0] }, standardDeviation: standardDeviation))
    return extremum(
      zip(modes, modes.dropFirst()).map { map.logSteepness(atOutput: ($0 + $1) / S(2)) },
      greatest: true)
  }

  /// The least or greatest value of the list.
  @inlinable func extremum(_ values: [S], greatest: Bool) -> S {
    values.dropFirst().reduce(values[0], greatest ? S.larger : S.smaller)
  }
}
