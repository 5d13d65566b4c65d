public import Scalars

/// The quantities that Algorithm 2 compares.
///
/// - Source: section 4.3, Algorithm 2.
public struct StoppingRule<S: Scalar>: Sendable {
  /// k_d, a multiple of the distance between modes.
  public let modeDistance: S
  public let standardDeviation: S

  @inlinable public init(modeDistance: S, standardDeviation: S) {
    self.modeDistance = modeDistance
    self.standardDeviation = standardDeviation
  }

  /// k_d/2σ, the threshold for ‖∇d/d‖.
  ///
  /// - Source: section 4.3, ingredient (i).
  /// - Units: none, while ‖∇d/d‖ is one over a length.
  /// - Accuracy: an ulp.
  @inlinable public var gradientThreshold: S { modeDistance / (S(2) * standardDeviation) }

  /// (S − S_previous)/S_previous.
  ///
  /// - Source: Algorithm 2, line 4.
  /// - Accuracy: an ulp of the larger steepness over the previous one.
  @inlinable public static func proportionalChange(from previous: S, to current: S) -> S {
    (current - previous) / previous
  }
}

/// Which of `count` ascending values is the (1 − 1/m)-quantile, the least value that at least that share of
/// the values does not exceed: the place ⌈count·(1 − 1/m)⌉, counted from 1; the first for m = 1.
///
/// - Source: section 4.3, ingredient (ii).
/// - Accuracy: exact.
@inlinable public func quantilePlace(count: Int, modes: Int) -> Int {
  precondition(count > 0 && modes > 0, "count > 0, modes > 0")
  return max((count * (modes - 1) + modes - 1) / modes, 1)
}
