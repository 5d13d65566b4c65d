public import GANTheory
public import NumericKernel
import RealModule
public import Scalars

/// The flow at one latent point as a system for the derivatives of g there, cut off at an order.
///
/// ∂ₜg = w(ℓ)·ℓ′/g′ with ℓ(z) = log p_data(g(z)) − log φ(z) + log g′(z) is differentiated by jets: the derivatives up to order m
/// move by those up to order m + 2, of which the last two are set to 0.
///
/// - Source: Theorem 3.3, which is m = 1 at z = 0 with g‴(0) left open; any data, law and z.
public struct TaylorClosure: Sendable {
  public let data: GaussianMixture<Double>
  public let law: VelocityLaw
  /// z.
  public let latent: Double
  /// m.
  public let order: Int

  private let jetData: GaussianMixture<Jet<Double>>

  /// - Hypotheses: data on the line, m ≥ 1.
  public init(
    data: GaussianMixture<Double>, law: VelocityLaw = .optimal, latent: Double = 0, order: Int
  ) {
    precondition(data.dimension == 1 && order >= 1, "data.dimension = 1, order ≥ 1")
    self.data = data
    self.law = law
    self.latent = latent
    self.order = order
    jetData = data.mapped { Jet(constant: $0) }
  }

  /// The rates of the Taylor coefficients g, g′, g″/2, … at z.
  ///
  /// - Shapes: `coefficients` has m + 1 entries, and so has the result.
  /// - Edge cases: not a number where g′ ≤ 0.
  public func rates(_ coefficients: [Double]) -> [Double] {
    let generator = Jet(coefficients: coefficients + [0, 0])
    let slope = generator.differentiated
    let point = Jet.variable(at: latent, order: order + 2)
    guard let dataLogDensity = jetData.logDensity(at: [generator]) else {
      preconditionFailure("a mixture of Gaussians vanishes nowhere")
    }
    let logRatio = dataLogDensity - Jet.logNormalDensity(point) + Jet.log(slope)
    let weight = VelocityLaw.weight(law.origin, ratio: Jet.exp(logRatio))
    return (weight * logRatio.differentiated / slope).coefficients.prefix(order + 1).map { $0 }
  }

  /// The coefficients over time, with their start given.
  ///
  /// - Shapes: `initial` has m + 1 entries.
  /// - Accuracy: local errors below `relativeTolerance` of the largest coefficient (heuristic).
  /// - Throws: `NumericError` where the closure runs off to infinity or lets g′ vanish.
  public func trajectory(
    from initial: [Double], until end: Double, relativeTolerance: Double = 1e-9
  ) throws -> Trajectory {
    try trajectory(from: initial, at: 0, until: end, relativeTolerance: relativeTolerance)
  }

  /// The coefficients from one time to another.
  ///
  /// - Parameter maximumSteps: the count of steps after which to give up.
  /// - Throws: as above.
  public func trajectory(
    from initial: [Double], at start: Double, until end: Double, relativeTolerance: Double = 1e-9,
    method: IntegrationMethod = .rkf45, maximumSteps: Int = 400
  ) throws -> Trajectory {
    precondition(initial.count == order + 1, "initial.count = order + 1")
    let equation = OrdinaryDifferentialEquation(dimension: order + 1) { _, state, derivative in
      derivative = rates(state)
    }
    return try Integrator(equation, method: method).integrate(
      from: start, to: end, initial: initial, absoluteTolerance: relativeTolerance,
      relativeTolerance: relativeTolerance, maximumSteps: maximumSteps)
  }
}
