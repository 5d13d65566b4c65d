public import RealModule
public import Scalars

/// A mixture of isotropic Gaussians Σᵢ wᵢ·N(μᵢ, σᵢ²·I) in any dimension.
///
/// - Source: Assumption 2.1 (equal weights, one σ); any weights and any σᵢ are accepted.
public struct GaussianMixture<S: Scalar>: Density {
  /// One Gaussian with its share of the mass.
  public struct Component: Sendable {
    public let weight: S
    public let mean: [S]
    public let standardDeviation: S

    @inlinable public init(weight: S, mean: [S], standardDeviation: S) {
      self.weight = weight
      self.mean = mean
      self.standardDeviation = standardDeviation
    }
  }

  public let components: [Component]

  /// - Hypotheses: weights positive with sum 1, σᵢ > 0, one dimension; the caller answers for them.
  @inlinable public init(components: [Component]) {
    precondition(!components.isEmpty, "components.count > 0")
    self.components = components
  }

  /// The mixture with these exact parameters.
  public init(_ parameters: MixtureParameters) {
    components = (0..<parameters.count).map {
      Component(
        weight: S(parameters.weights[$0]), mean: parameters.means[$0].map { S($0) },
        standardDeviation: S(parameters.standardDeviations[$0]))
    }
  }

  /// The mixture of Assumption 2.1: equal weights, one σ.
  @inlinable public init(modes: [[S]], standardDeviation: S) {
    let weight = S(Rational(1, modes.count))
    self.init(
      components: modes.map {
        Component(weight: weight, mean: $0, standardDeviation: standardDeviation)
      })
  }

  @inlinable public var dimension: Int { components[0].mean.count }

  /// log wᵢ + log N(x; μᵢ, σᵢ²·I).
  @inlinable @inline(__always) func logTerm(_ component: Component, at point: [S]) -> S {
    let distance = squaredDistance(point, component.mean)
    let variance = component.standardDeviation.squared
    let normalisation = S(component.mean.count) * S.log(S(2) * S.pi * variance)
    return S.log(component.weight) - (distance / variance + normalisation) / S(2)
  }

  /// log p(x) = log Σᵢ wᵢ·(2πσᵢ²)^(−n/2)·exp(−‖x − μᵢ‖²/2σᵢ²).
  ///
  /// - Source: Assumption 2.1.
  /// - Accuracy: a few ulp of max(1, ‖x − μ‖²/σ²) absolute in `Double`, and the rounding of x times the
  ///   score; never underflows.
  /// - Rigour: enclosure in `Ball`.
  @inlinable public func logDensity(at point: [S]) -> S? {
    logSumExp(components.map { logTerm($0, at: point) })
  }

  /// ∇log p(x) = Σᵢ ρᵢ(x)·(μᵢ − x)/σᵢ², where ρᵢ is the share of component i in p(x).
  ///
  /// - Source: the gradient of Assumption 2.1's density over the density.
  /// - Accuracy: relative error of the shares times the distances. The shares have sum 1 to a few ulps;
  ///   that of two components loses |log p| ulps where they are equally near: 10⁻¹¹ in the middle of a gap
  ///   of 1000σ.
  @inlinable public func score(at point: [S]) -> [S]? {
    let shares = exponentialShares(components.map { logTerm($0, at: point) })
    var score = point.map { _ in S.zero }
    for (component, share) in zip(components, shares) {
      let pull = share / component.standardDeviation.squared
      for axis in point.indices { score[axis] += pull * (component.mean[axis] - point[axis]) }
    }
    return score
  }

  /// The same mixture in another number system.
  @inlinable public func mapped<T: Scalar>(_ transform: (S) -> T) -> GaussianMixture<T> {
    GaussianMixture<T>(
      components: components.map {
        GaussianMixture<T>.Component(
          weight: transform($0.weight), mean: $0.mean.map(transform),
          standardDeviation: transform($0.standardDeviation))
      })
  }
}

/// ‖x − y‖₂².
@inlinable @inline(__always) public func squaredDistance<S: Scalar>(_ x: [S], _ y: [S]) -> S {
  precondition(x.count == y.count, "x.count = y.count")
  var sum = S.zero
  for axis in x.indices { sum += (x[axis] - y[axis]).squared }
  return sum
}
