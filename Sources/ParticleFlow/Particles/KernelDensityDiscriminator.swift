public import GANTheory
import RealModule
public import Scalars

/// The discriminator that is optimal against an estimate of the particles' density by Gaussian kernels.
///
/// p̂(x) = mean of N(x; Zᵢ, h²·I). Its ∇ is biased by h²·∇Δp/2 and scatters like 1/√(N·h^(n+2)).
///
/// - Source: the definitions of d and of a kernel estimate.
public struct KernelDensityDiscriminator: ParticleDiscriminator {
  public let data: GaussianMixture<Double>
  /// h, the standard deviation of a kernel.
  public let bandwidth: Double
  /// The law of motion, v = w(ℓ)·∇ℓ with ℓ = log p_data − log p̂.
  public let law: VelocityLaw

  public var dimension: Int { data.dimension }

  /// - Throws: `FlowError` for a bandwidth that is not positive.
  public init(
    data: GaussianMixture<Double>, bandwidth: Double, law: VelocityLaw = .optimal
  ) throws {
    guard bandwidth > 0, bandwidth.isFinite else {
      throw FlowError(
        quantity: "bandwidth", value: "\(bandwidth)", rule: "must be positive and finite",
        remedy: "take a tenth of the modes' standard deviation or more")
    }
    self.data = data
    self.bandwidth = bandwidth
    self.law = law
  }

  /// (4/((n + 2 + 2r)·N))^(1/(n + 4 + 2r)) · deviation: the width that suits derivatives of order r of the density of N
  /// particles of a Gaussian; r = 0 for the density itself, r = 1 for its gradient, which moves particles.
  ///
  /// - Source: Silverman, Density estimation for statistics and data analysis, 1986, section 4.3, for r = 0; Chacón, Duong and Wand,
  ///   Asymptotics for general multivariate kernel density derivative estimators, 2011, for others.
  public static func bandwidth(
    count: Int, dimension: Int, deviation: Double, derivative: Int = 0
  ) -> Double {
    let n = Double(dimension + 2 * derivative)
    return deviation * .pow(4 / ((n + 2) * Double(count)), 1 / (n + 4))
  }

  public mutating func logGradients(at particles: [Double], time: Double) -> [Double] {
    let modes = stride(from: 0, to: particles.count, by: dimension).map {
      Array(particles[$0..<$0 + dimension])
    }
    let estimate = GaussianMixture(modes: modes, standardDeviation: bandwidth)
    if law.isNonSaturating {
      return VelocityField(data: data, generated: estimate).velocities(at: particles)
    }
    let pair = DensityPair(data: data, generated: estimate)
    return modes.flatMap { point -> [Double] in
      guard let ratio = pair.logRatio(at: point), let real = data.score(at: point),
        let fake = estimate.score(at: point)
      else { return point.map { _ in 0 } }
      let weight = law.weight(at: ratio).value
      return zip(real, fake).map { weight * ($0 - $1) }
    }
  }
}
