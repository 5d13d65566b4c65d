public import Scalars

/// The triangular map of the plane that carries N(0, I₂) to a mixture, by its inverse.
///
/// z₁ = Φ⁻¹(Ψ₁(y₁)) with Ψ₁ the law of the first coordinate, z₂ = Φ⁻¹(Ψ₂(y₂ | y₁)): smooth and bijective.
///
/// - Source: Knothe and Rosenblatt; Assumption 2.2 needs that such a map exists.
public struct KnotheMap<S: Scalar>: Sendable {
  public let target: GaussianMixture<S>

  /// - Hypotheses: `target` has dimension 2.
  @inlinable public init(to target: GaussianMixture<S>) {
    precondition(target.dimension == 2, "target.dimension = 2")
    self.target = target
  }

  /// g⁻¹(y).
  ///
  /// - Source: definition.
  /// - Accuracy: that of the normal quantile, from the smaller tail.
  @inlinable public func latent(at output: [S]) -> [S] {
    let components = target.components
    let shares = components.map { component in
      let distance = (output[0] - component.mean[0]) / component.standardDeviation
      return component.weight * S.normalDensity(distance) / component.standardDeviation
    }
    let total = shares.dropFirst().reduce(shares[0], +)
    func quantile(axis: Int, weights: [S]) -> S {
      let tails = S.logNormalTailSums(components.count) { index in
        (
          weights[index],
          (output[axis] - components[index].mean[axis]) / components[index].standardDeviation
        )
      }
      return S.normalQuantile(logLower: tails.lower, logUpper: tails.upper)
    }
    return [
      quantile(axis: 0, weights: components.map(\.weight)),
      quantile(axis: 1, weights: shares.map { $0 / total }),
    ]
  }
}
