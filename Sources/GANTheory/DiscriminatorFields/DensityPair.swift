public import RealModule
public import Scalars

/// Real and generated density, and what the optimal discriminator makes of them.
public struct DensityPair<Data: Density, Generated: Density>: Sendable
where Data.Value == Generated.Value {
  public typealias S = Data.Value

  public let data: Data
  public let generated: Generated

  @inlinable public init(data: Data, generated: Generated) {
    precondition(data.dimension == generated.dimension, "data.dimension = generated.dimension")
    self.data = data
    self.generated = generated
  }

  /// log r(x) = log p_data(x) − log p_g(x); nil where either density vanishes.
  ///
  /// - Source: section 2.2, r = p_data/p_g.
  /// - Accuracy: that of the two log densities.
  @inlinable public func logRatio(at point: [S]) -> S? {
    guard let real = data.logDensity(at: point), let fake = generated.logDensity(at: point) else {
      return nil
    }
    return real - fake
  }

  /// Whether it is known of both densities that they vanish at the point or that they do not.
  @inlinable func isDecided(at point: [S]) -> Bool {
    data.isSupported(at: point) != .undecided && generated.isSupported(at: point) != .undecided
  }

  /// d(x) = p_data(x)/(p_data(x) + p_g(x)), the optimal discriminator.
  ///
  /// - Source: section 2.2.
  /// - Edge cases: 1 where only p_g vanishes, 0 where only p_data does, nil where both do or where that
  ///   cannot be decided.
  /// - Accuracy: relative, in both tails, from the log domain.
  @inlinable public func discriminator(at point: [S]) -> S? {
    guard isDecided(at: point) else { return nil }
    return switch (data.logDensity(at: point), generated.logDensity(at: point)) {
    case (let real?, let fake?): logistic(real - fake)
    case (_?, nil): S(1)
    case (nil, _?): S.zero
    case (nil, nil): nil
    }
  }

  /// ∇d(x)/d(x) = (1 − d(x))·(∇log p_data(x) − ∇log p_g(x)), the velocity of a particle.
  ///
  /// This is ∇r/(r(1 + r)) with ∇r = r·∇log r, written so that neither r nor 1/r is formed.
  ///
  /// - Source: equation of section 2.2; Theorem C.1.
  /// - Units: one over length.
  /// - Edge cases: 0 where only p_g vanishes, since d = 1 around such a point; nil where p_data does, or
  ///   where that cannot be decided.
  /// - Accuracy: relative to the larger of the two scores.
  /// - Formal proof: `Proofs/theories/DiscriminatorFields.v`.
  @inlinable public func velocity(at point: [S]) -> [S]? {
    guard isDecided(at: point), let realScore = data.score(at: point) else { return nil }
    guard let fakeScore = generated.score(at: point), let logRatio = logRatio(at: point) else {
      return point.map { _ in S.zero }
    }
    let share = logistic(-logRatio)
    return zip(realScore, fakeScore).map { share * ($0 - $1) }
  }
}

/// 1/(1 + exp(−t)), written so that no exponential overflows.
///
/// - Accuracy: a few ulp relative for every t.
@inlinable public func logistic<S: Scalar>(_ t: S) -> S {
  if t.approximation >= 0 { return S(1) / (S(1) + S.exp(-t)) }
  let exponential = S.exp(t)
  return exponential / (S(1) + exponential)
}
