import GANTheory
public import NumericKernel
import RealModule

/// The slope k = g′ₜ(0) over time under the closure g‴ₜ(0) = 0, integrated in log k.
///
/// In log k, because the optimal slope σ·exp(μ²/2σ²) overflows for ordinary modes, and because growth
/// is exponential until the slope is near it.
///
/// - Source: Theorem 3.3 with g‴ₜ(0) = 0.
public struct SteepnessTrajectory: Sendable {
  /// Half the distance between the modes.
  public let modeOffset: Double
  public let standardDeviation: Double
  /// k(0).
  public let initialSteepness: Double
  /// log k as a function of time, with its events.
  public let trajectory: Trajectory

  /// Shares of the optimal slope whose times are recorded.
  public static let milestones = [0.01, 0.1, 0.5, 1.0]

  /// Integrates from k(0) for the given duration.
  ///
  /// - Accuracy: local errors of log k below `relativeTolerance`, by the method's own estimate
  ///   (heuristic); `closedFormTime` measures the global error.
  /// - Throws: `NumericError` where the integrator gives up.
  public init(
    modeOffset: Double, standardDeviation: Double, initialSteepness: Double, duration: Double,
    method: IntegrationMethod = .rk8pd, relativeTolerance: Double = 1e-11
  ) throws {
    precondition(modeOffset > 0 && standardDeviation > 0, "μ > 0, σ > 0")
    precondition(initialSteepness > 0 && duration > 0, "k(0) > 0, duration > 0")
    self.modeOffset = modeOffset
    self.standardDeviation = standardDeviation
    self.initialSteepness = initialSteepness
    let ode = SteepnessODE(modeOffset: modeOffset, standardDeviation: standardDeviation)
    let equation = OrdinaryDifferentialEquation(dimension: 1) { _, state, derivative in
      derivative[0] = ode.logarithmicRate(logSteepness: state[0], relativeThirdDerivative: 0)
    }
    let events = Self.milestones.map { share in
      let target = ode.logOptimalSteepness + Double.log(share)
      return IntegrationEvent("k = \(share)·k*", direction: .rising) { _, state in
        state[0] - target
      }
    }
    trajectory = try Integrator(equation, method: method).integrate(
      from: 0, to: duration, initial: [Double.log(initialSteepness)],
      absoluteTolerance: relativeTolerance, relativeTolerance: relativeTolerance, events: events)
  }

  /// log k(t), from the dense output.
  ///
  /// - Throws: `NumericError` outside the integrated time.
  public func logSteepness(at time: Double) throws -> Double { try trajectory.state(at: time)[0] }

  /// log k_*, the slope of the optimal map at 0.
  public var logOptimalSteepness: Double { ode.logOptimalSteepness }

  /// The time at which the closed form reaches the slope that the integration has at `time`.
  ///
  /// Independent of the integrator: equal to `time` up to the global error. Nil for μ ≤ σ, where the
  /// closed form is not available, and where k overflows.
  public func closedFormTime(for time: Double) throws -> Double? {
    guard modeOffset > standardDeviation else { return nil }
    let steepness = Double.exp(try logSteepness(at: time))
    let closed = ode.time(from: initialSteepness, to: steepness)
    return closed.isFinite ? closed : nil
  }

  private var ode: SteepnessODE<Double> {
    SteepnessODE(modeOffset: modeOffset, standardDeviation: standardDeviation)
  }
}
