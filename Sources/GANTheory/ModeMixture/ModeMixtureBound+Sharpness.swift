public import Scalars

/// When Theorem 3.4's hypotheses can be met, and what holds without its condition on the midpoints.
extension ModeMixtureBound {
  /// max over i of (m_{i+1} − mᵢ)/(c_{i+1} − cᵢ), with mᵢ the midpoints and cᵢ the anchors: the least k for
  /// which an increasing g of slope at most k can meet all anchors; nil for two modes, where any k > 0 will
  /// do.
  ///
  /// From that k on the corrected bound is the least probability: a g of slope k on the regions between
  /// modes has (m_{i+1} − mᵢ)/(c_{i+1} − cᵢ) ≤ k left for the modes.
  ///
  /// - Source: derived, by the mean value theorem.
  /// - Accuracy: a few ulp of the anchors over their differences.
  @inlinable public var leastSteepness: S? {
    var least: S?
    for index in midpoints.indices.dropFirst() {
      let slope =
        (midpoints[index] - midpoints[index - 1]) / (anchors[index] - anchors[index - 1])
      least = least.map { S.larger($0, slope) } ?? slope
    }
    return least
  }

  /// The generator that meets the anchors and has slope k/stretchᵢ on the region between modes i and i + 1.
  ///
  /// - Source: derived.
  /// - Hypotheses: gaps above 6σ, stretches of at least 1, and enough room between the regions; the caller
  ///   answers for them.
  @inlinable public func generator(stretches: [S]) -> PiecewiseLinearGenerator<S> {
    precondition(stretches.count == gaps.count, "stretches.count = gaps.count")
    var latents: [S] = []
    var outputs: [S] = []
    for index in gaps.indices {
      let halfWidth = (gaps[index] - S(6) * standardDeviation) / S(2)
      let reach = stretches[index] * halfWidth / maximalSteepness
      latents += [anchors[index] - reach, anchors[index] + reach]
      outputs += [midpoints[index] - halfWidth, midpoints[index] + halfWidth]
    }
    return PiecewiseLinearGenerator(latents: latents, outputs: outputs)
  }

  /// P(y ∈ ∪[xᵢ + 3σ, x_{i+1} − 3σ]) for a distribution that gives `probability(a, b)` to [a, b].
  ///
  /// - Source: the event of Theorem 3.4.
  @inlinable public func eventProbability(_ probability: (S, S) -> S) -> S {
    let margin = S(3) * standardDeviation
    return gaps.indices.reduce(S.zero) { sum, index in
      let half = gaps[index] / S(2)
      return sum
        + probability(midpoints[index] - half + margin, midpoints[index] + half - margin)
    }
  }
}

/// Φ(Φ⁻¹(a) + w/k) − a: the least mass of a region of width w to the left of which a generator of slope at
/// most k has mass a.
///
/// On the line the preimage of the region is an interval that starts at Φ⁻¹(a) and is at least w/k long. In
/// n dimensions the same number comes from Gaussian isoperimetry for any k-Lipschitz coordinate.
///
/// - Source: derived; compare Theorem 3.4, which fixes Φ⁻¹(a) by its condition on the midpoint.
/// - Accuracy: as `normalMass`.
@inlinable public func leastRegionMass<S: Scalar>(
  logMassBelow: S, logMassAbove: S, latentWidth: S
) -> S {
  let left = S.normalQuantile(logLower: logMassBelow, logUpper: logMassAbove)
  return S.normalMass(from: left, to: left + latentWidth)
}
