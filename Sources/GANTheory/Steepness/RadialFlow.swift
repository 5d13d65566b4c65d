import RealModule
public import Scalars

/// Two exact steps of the particle flow from g(x₀) = k·x₀ to p_data = N(0, k_*²·I_n), along the radius.
///
/// The first step turns g into a map ℓ ↦ R(ℓ) of the radius that is not linear any more, so that p_g is not
/// Gaussian any more. Its density is the push-forward's: log p_g(R(ℓ)) = log φ(ℓ) − (n − 1)·log(R/ℓ) − log R′.
/// Everything is a Taylor series in ℓ at 0; n need not be a whole number.
///
/// - Source: Algorithm 1 with the optimal discriminator at every step; derived.
public struct RadialFlow<S: Scalar>: Sendable where S: Equatable {
  /// n.
  public let dimension: S
  /// k_*.
  public let optimalSteepness: S
  /// s.
  public let stepSize: S

  public init(dimension: S, optimalSteepness: S, stepSize: S) {
    self.dimension = dimension
    self.optimalSteepness = optimalSteepness
    self.stepSize = stepSize
  }

  /// log φ at radius ρ, for the n-dimensional standard Gaussian.
  private func logStandardDensity(_ radius: Jet<S>) -> Jet<S> {
    -(radius.squared + Jet(constant: dimension) * .log(Jet(2) * .pi)) / Jet(2)
  }

  /// log p_data at radius ρ.
  private func logDataDensity(_ radius: Jet<S>) -> Jet<S> {
    let width = Jet(constant: optimalSteepness)
    return logStandardDensity(radius / width) - Jet(constant: dimension) * .log(width)
  }

  /// ρ + s·(log d)′(ρ) for radii ρ(ℓ) and log p_g at them; the series lose one order.
  private func moved(_ radius: Jet<S>, logGenerated: Jet<S>) -> Jet<S> {
    let logRatio = logDataDensity(radius) - logGenerated
    let logDiscriminator = logRatio - .log(Jet(1) + .exp(logRatio))
    return radius + Jet(constant: stepSize) * logDiscriminator.differentiated
      / radius.differentiated
  }

  /// R(ℓ) = k·ℓ + s·(log d)′(k·ℓ) to the fourth order: g after the first step.
  ///
  /// - Accuracy: that of the series' arithmetic.
  public func firstStep(steepness: S) -> Jet<S> {
    let radius = Jet.variable(at: .zero, order: 5, speed: steepness)
    let generated =
      logStandardDensity(radius / Jet(constant: steepness))
      - Jet(constant: dimension) * .log(Jet(constant: steepness))
    return moved(radius, logGenerated: generated)
  }

  /// The steepness at 0 after the second step, from the density that the first one left.
  ///
  /// - Accuracy: that of the series' arithmetic.
  public func secondSteepness(steepness: S) -> S {
    let radius = firstStep(steepness: steepness)
    let latent = Jet.variable(at: S.zero, order: 4)
    // R/ℓ, whose Taylor coefficients are those of R, one place down.
    let stretch = Jet(coefficients: Array(radius.coefficients.dropFirst()))
    let generated =
      logStandardDensity(latent) - Jet(constant: dimension - S(1)) * .log(stretch)
      - .log(radius.differentiated)
    return moved(radius, logGenerated: generated).derivative(1)
  }
}
