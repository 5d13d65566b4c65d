public import RealModule
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
  /// The gaps between neighbouring modes, from the first on.
  @usableFromInline let places: [Place]

  /// A gap, in one array for speed.
  @usableFromInline struct Place: Sendable {
    @usableFromInline let gap: S
    @usableFromInline let midpoint: S
    @usableFromInline let anchor: S

    @inlinable init(gap: S, midpoint: S, anchor: S) {
      self.gap = gap
      self.midpoint = midpoint
      self.anchor = anchor
    }
  }

  /// x_{i+1} − xᵢ.
  @inlinable public var gaps: [S] { places.map(\.gap) }
  /// Midpoints of neighbouring modes.
  @inlinable public var midpoints: [S] { places.map(\.midpoint) }
  /// Φ⁻¹(Ψ(midpoint)): where a generator of the theorem takes its midpoints.
  @inlinable public var anchors: [S] { places.map(\.anchor) }

  /// The midpoint of a gap, and the latent point that maps to it.
  @inlinable public func midpoint(_ index: Int) -> S { places[index].midpoint }
  @inlinable public func anchor(_ index: Int) -> S { places[index].anchor }

  /// - Hypotheses: ascending modes, σ > 0, k > 0, equal weights for the theorem; any are accepted.
  @inlinable public init(target: GaussianMixture<S>, standardDeviation: S, maximalSteepness: S) {
    precondition(target.dimension == 1, "target.dimension = 1")
    let modes = target.modes
    let midpoints = zip(modes, modes.dropFirst()).map { ($0 + $1) / S(2) }
    let anchors = MeasurePreservingMap(to: target).latents(at: midpoints)
    self.init(
      target: target, standardDeviation: standardDeviation, maximalSteepness: maximalSteepness,
      places: midpoints.indices.map {
        Place(gap: modes[$0 + 1] - modes[$0], midpoint: midpoints[$0], anchor: anchors[$0])
      })
  }

  @usableFromInline init(
    target: GaussianMixture<S>, standardDeviation: S, maximalSteepness: S, places: [Place]
  ) {
    self.target = target
    self.standardDeviation = standardDeviation
    self.maximalSteepness = maximalSteepness
    self.places = places
  }

  /// The same mixture for another k; the anchors are kept.
  @inlinable public func replacing(maximalSteepness: S) -> ModeMixtureBound {
    ModeMixtureBound(
      target: target, standardDeviation: standardDeviation, maximalSteepness: maximalSteepness,
      places: places)
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
    for place in places {
      let reach = (place.gap - clearance * standardDeviation) / (S(2) * maximalSteepness)
      sum += S.normalMass(around: place.anchor, reach: reach)
    }
    return sum
  }

  /// The mass of the optimal map between the modes: Σᵢ Ψ(x_{i+1} − 3σ) − Ψ(x_i + 3σ).
  ///
  /// - Source: the event of Theorem 3.4 under g_#N(0, 1) = p_data.
  /// - Accuracy: absolute error of a few ulp per term.
  @inlinable public var optimalProbability: S {
    let modes = target.modes
    let margin = S(3) * standardDeviation
    let starts = target.logTails(at: modes.dropLast().map { $0 + margin })
    let ends = target.logTails(at: modes.dropFirst().map { $0 - margin })
    return zip(starts, ends).reduce(S.zero) { $0 + (S.exp($1.1.lower) - S.exp($1.0.lower)) }
  }
}
