public import RealModule
public import Scalars

/// The divergences of appendix H: the convex function f, the output activation g_f and the optimal
/// output V of the variational bound, as functions of u = p_data/p_g.
///
/// - Source: appendix H; f and g_f as in f-GAN.
public enum DivergenceGenerator: String, CaseIterable, Sendable {
  case kullbackLeibler, reverseKullbackLeibler, jensenShannon, pearson, squaredHellinger, vanilla

  /// The divergence's usual name.
  public var title: String {
    switch self {
    case .kullbackLeibler: "KL divergence"
    case .reverseKullbackLeibler: "reverse KL divergence"
    case .jensenShannon: "Jensen–Shannon divergence"
    case .pearson: "Pearson χ² divergence"
    case .squaredHellinger: "squared Hellinger distance"
    case .vanilla: "vanilla GAN's divergence"
    }
  }

  /// f(u).
  ///
  /// - Accuracy: a few ulp of the largest term.
  @inlinable public func value<S: Scalar>(at u: S) -> S {
    switch self {
    case .kullbackLeibler: u * S.log(u)
    case .reverseKullbackLeibler: -S.log(u)
    case .jensenShannon: u * S.log(u) - (u + S(1)) * S.log((u + S(1)) / S(2))
    case .pearson: (u - S(1)).squared
    case .squaredHellinger: (S.sqrt(u) - S(1)).squared
    case .vanilla: u * S.log(u) - (u + S(1)) * S.log(u + S(1))
    }
  }

  /// g_f(v).
  ///
  /// - Accuracy: a few ulp of the largest term.
  @inlinable public func activation<S: Scalar>(_ v: S) -> S {
    switch self {
    case .kullbackLeibler, .pearson: v
    case .reverseKullbackLeibler: -S.exp(-v)
    case .jensenShannon: S.log(S(2)) - S.log(S(1) + S.exp(-v))
    case .squaredHellinger: S(1) - S.exp(-v)
    case .vanilla: -S.log(S(1) + S.exp(-v))
    }
  }

  /// V with g_f(V) = f′(u), where the bound is attained.
  ///
  /// - Accuracy: a few ulp.
  @inlinable public func optimalOutput<S: Scalar>(at u: S) -> S {
    switch self {
    case .kullbackLeibler: S(1) + S.log(u)
    case .reverseKullbackLeibler, .jensenShannon, .vanilla: S.log(u)
    case .pearson: S(2) * (u - S(1))
    case .squaredHellinger: S.log(u) / S(2)
    }
  }
}
