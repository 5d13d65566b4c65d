public import Scalars

/// The lower bound of Theorem 3.4 on the mass between modes, for a generator of slope at most k.
///
/// The region between two modes starts `margin` = 3σ away from each. Seen from the midpoint it has
/// half-width (gap − 2·margin)/2, which is what a slope of at most k turns into a latent half-width of
/// at least (gap − 6σ)/2k. The theorem prints (gap − 3σ)/2k.
public struct ModeMixtureBound<S: Scalar>: Sendable {
  /// What is subtracted from the gap, in units of σ.
  public enum Clearance: Int, Sendable, CaseIterable {
    /// As Theorem 3.4 prints it.
    case printed = 3
    /// As its derivation gives it.
    case derived = 6
  }

  public let target: GaussianMixture<S>
  public let standardDeviation: S
  public let maximalSteepness: S
  /// x_{i+1} − xᵢ.
  public let gaps: [S]
  /// Midpoints of neighbouring modes.
  public let midpoints: [S]
  /// Φ⁻¹(Ψ(midpoint)): where a generator of the theorem takes its midpoints.
  public let anchors: [S]

  /// - Hypotheses: ascending modes, σ > 0, k > 0, equal weights for the theorem; any are accepted.
  @inlinable public init(target: GaussianMixture<S>, standardDeviation: S, maximalSteepness: S) {
    precondition(target.dimension == 1, "target.dimension = 1")
    let modes = target.modes
    let map = MeasurePreservingMap(to: target)
    let midpoints = (1..<modes.count).map { (modes[$0 - 1] + modes[$0]) / S(2) }
    self.init(
      target: target, standardDeviation: standardDeviation, maximalSteepness: maximalSteepness,
      gaps: (1..<modes.count).map { modes[$0] - modes[$0 - 1] }, midpoints: midpoints,
      anchors: midpoints.map { map.latent(at: $0) })
  }

  @usableFromInline init(
    target: GaussianMixture<S>, standardDeviation: S, maximalSteepness: S, gaps: [S],
    midpoints: [S], anchors: [S]
  ) {
    self.target = target
    self.standardDeviation = standardDeviation
    self.maximalSteepness = maximalSteepness
    self.gaps = gaps
    self.midpoints = midpoints
    self.anchors = anchors
  }

  /// The same mixture for another k; the anchors are kept.
  @inlinable public func replacing(maximalSteepness: S) -> ModeMixtureBound {
    ModeMixtureBound(
      target: target, standardDeviation: standardDeviation, maximalSteepness: maximalSteepness,
      gaps: gaps, midpoints: midpoints, anchors: anchors)
  }

  /// Σᵢ [Φ(cᵢ + hᵢ) − Φ(cᵢ − hᵢ)] with hᵢ = (gapᵢ − clearance·σ)/2k and cᵢ the anchors.
  ///
  /// - Source: Theorem 3.4; Theorem C.7.
  /// - Edge cases: a gap below the clearance gives a negative term, as printed.
  /// - Accuracy: absolute error of a few ulp per term; relative where an anchor lies in a tail.
  @inlinable public func probability(_ clearance: Clearance) -> S {
    probability(clearance: S(clearance.rawValue))
  }

  /// The same sum for any clearance, in units of σ.
  @inlinable public func probability(clearance: S) -> S {
    var sum = S.zero
    for index in gaps.indices {
      let reach = (gaps[index] - clearance * standardDeviation) / (S(2) * maximalSteepness)
      sum += normalMass(from: anchors[index] - reach, to: anchors[index] + reach)
    }
    return sum
  }

  /// The mass of the optimal map between the modes: Σᵢ Ψ(x_{i+1} − 3σ) − Ψ(x_i + 3σ).
  ///
  /// - Source: the event of Theorem 3.4 under g_#N(0, 1) = p_data.
  /// - Accuracy: absolute error of a few ulp per term.
  @inlinable public var optimalProbability: S {
    var sum = S.zero
    for (left, right) in zip(target.modes, target.modes.dropFirst()) {
      let (from, to) = (left + S(3) * standardDeviation, right - S(3) * standardDeviation)
      sum += target.cdf(to) - target.cdf(from)
    }
    return sum
  }
}

/// Φ(b) − Φ(a), from the tails on the side where they are small.
///
/// - Source: definition of Φ.
/// - Accuracy: absolute error of a few ulp of the larger tail.
@inlinable public func normalMass<S: Scalar>(from a: S, to b: S) -> S {
  if a.approximation > 0 { return S.normalUpperTail(a) - S.normalUpperTail(b) }
  if b.approximation < 0 { return S.normalCDF(b) - S.normalCDF(a) }
  return S(1) - S.normalCDF(a) - S.normalUpperTail(b)
}
