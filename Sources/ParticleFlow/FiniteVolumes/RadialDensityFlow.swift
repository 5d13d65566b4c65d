import RealModule

/// p_data = N(0, k_*²·I_n) and p_g = N(0, k₀²·I_n) at time 0, flowing along the radius.
///
/// The generator g(z) = R(|z|)·z/|z| carries N(0, I_n) to p, so that its steepness at 0, R′(0) = k, follows from
/// the density there: p(0) = (2π)^(−n/2)·k⁻ⁿ. After time 0 p is not Gaussian any more, which the recurrence of
/// Theorem C.5 takes it to be at every step.
///
/// - Source: the setting of Theorem C.5, in continuous time.
public struct RadialDensityFlow: Sendable {
  /// n.
  public let dimension: Int
  /// k_*.
  public let optimalSteepness: Double
  /// k₀.
  public let initialSteepness: Double
  /// The density on shells.
  public var flow: DensityFlow

  /// - Throws: `FlowError` for lengths that are not positive, and as `DensityFlow`.
  public init(
    dimension: Int, optimalSteepness: Double, initialSteepness: Double, shells: Int,
    law: VelocityLaw = .optimal
  ) throws {
    for (name, value) in [("k_*", optimalSteepness), ("k_0", initialSteepness)]
    where !(value > 0 && value.isFinite) {
      throw FlowError(
        quantity: name, value: "\(value)", rule: "must be positive and finite",
        remedy: "give a steepness such as 1")
    }
    self.dimension = dimension
    self.optimalSteepness = optimalSteepness
    self.initialSteepness = initialSteepness
    // The length of a standard Gaussian vector is √n up to a few units.
    let reach = Double(max(dimension, 1)).squareRoot() + 6.5
    let axis = try MeshAxis.radius(
      to: reach * max(optimalSteepness, initialSteepness), cells: shells, dimension: dimension)
    func logDensity(_ radius: Double, _ scale: Double) -> Double {
      let ratio = radius / scale
      return -ratio * ratio / 2 - Double(dimension) * .log(scale * (2 * Double.pi).squareRoot())
    }
    flow = try DensityFlow(
      horizontal: axis, vertical: .point,
      logData: axis.centres.map { logDensity($0, optimalSteepness) },
      density: axis.centres.map { .exp(logDensity($0, initialSteepness)) }, law: law)
  }

  /// k = R′(0), from the density at the origin.
  ///
  /// - Accuracy: second order in the shells' thickness, like the density; the origin is extrapolated from two
  ///   shells by log p = a + b·ρ².
  public var steepness: Double {
    let (first, second) = (Double.log(flow.density[0]), Double.log(flow.density[1]))
    let logDensity = first - (second - first) / 8
    return .exp(-logDensity / Double(dimension)) / (2 * Double.pi).squareRoot()
  }

  /// √(E‖x‖²/n), which is k for a Gaussian.
  public var spread: Double {
    let shells = zip(zip(flow.horizontal.centres, flow.horizontal.volumes), flow.density)
    let square = shells.reduce(0) { $0 + $1.0.0 * $1.0.0 * $1.0.1 * $1.1 }
    return (square / Double(dimension)).squareRoot()
  }

  /// d log k/dt at time 0, where p is Gaussian: (1/k² − 1/k_*²)·w(n·log(k/k_*)).
  ///
  /// - Source: ∇·v/n at the origin for v = w(ℓ)·(1/k² − 1/k_*²)·x.
  public var initialGrowthRate: Double {
    let (k, optimum) = (initialSteepness, optimalSteepness)
    return (1 / (k * k) - 1 / (optimum * optimum))
      * flow.law.weight(at: Double(dimension) * .log(k / optimum)).value
  }
}
