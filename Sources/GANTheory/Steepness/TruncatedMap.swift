import RealModule
public import Scalars

/// The monotone map g = Ψ⁻¹∘Φ_r from N(0, 1) truncated to (−r, r) to a mixture on the line.
///
/// - Source: Theorem 3.2 in one dimension.
public struct TruncatedMap<S: Scalar>: Sendable {
  public let target: GaussianMixture<S>
  /// r.
  public let radius: S

  /// - Hypotheses: `target` has dimension 1, r > 0.
  public init(to target: GaussianMixture<S>, radius: S) {
    precondition(target.dimension == 1, "target.dimension = 1")
    self.target = target
    self.radius = radius
  }

  /// log g′ at the latent point that maps to `output`: log φ(z) − log P(|Z| < r) − log p_data(y).
  ///
  /// Φ_r(z) = Ψ(y) means 1 − Φ(z) = Q(r) + (1 − Ψ(y))·P(|Z| < r). Since φ(z) ≥ φ(r), the slope exceeds any
  /// bound for outputs far enough out.
  ///
  /// - Source: derivative of the inverse function.
  /// - Accuracy: a few ulp of the larger logarithm, and of log P(|Z| < r) where r is small.
  public func logSteepness(atOutput output: S) -> S {
    let outside = S.normalUpperTail(radius)
    let mass = S(1) - S(2) * outside
    let latent = S.normalQuantile(
      logLower: S.log(outside + target.cdf(output) * mass),
      logUpper: S.log(outside + target.upperTail(output) * mass))
    guard let logDensity = target.logDensity(at: [output]) else {
      preconditionFailure("a mixture of Gaussians vanishes nowhere")
    }
    return S.logNormalDensity(latent) - S.log(mass) - logDensity
  }
}
