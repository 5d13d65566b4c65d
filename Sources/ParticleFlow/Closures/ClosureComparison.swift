public import GANTheory
public import NumericKernel
import RealModule
public import Scalars

/// The closures of the steepness equation beside the exact flow: when each reaches the optimal slope, and how long each is right.
///
/// - Source: Theorem 3.3, which leaves g‴ open; the closures are implicit and integrated (g‴ = 0, and g″ = 0 away from the
///   symmetric centre), the Taylor hierarchy cut off at an order, and the flow itself.
public struct ClosureComparison: Sendable {
  /// Shares of the optimal slope whose times are looked for.
  public static let shares = [0.5, 0.9, 0.99]
  /// Relative distances from the flow's slope at which a closure counts as wrong.
  public static let bands = [0.01, 0.1]

  /// One closure.
  public struct Row: Sendable {
    public let name: String
    /// Times at which the shares are reached, nil where they are not.
    public let reached: [Double?]
    /// Times at which the bands are left, nil where they are not.
    public let left: [Double?]
    public let steps: Int?
    public let status: String
  }

  public let flow: SlopeHistory
  /// log of the optimal slope at the latent point.
  public let logOptimum: Double
  public let rows: [Row]
  /// The first order at which the next one leaves the narrowest band no later; nil where every order helped.
  public let lastHelpfulOrder: Int?

  /// - Parameters:
  ///   - orders: ascending orders of the Taylor closure; the first is 1.
  ///   - method: the integrator of the closures.
  ///   - limit: the time at which to stop where the optimal slope is not reached.
  /// - Throws: `InputError` for orders that a table cannot have; `NumericError` where the flow fails.
  public init(
    _ problem: LineFlowProblem, at latent: Double, orders: [Int], method: IntegrationMethod,
    nodes: Int, tolerance: Double, until limit: Double,
    progress: (_ what: String) -> Void = { _ in }
  ) throws {
    precondition(orders.first == 1, "orders start at 1")
    let optimum = try problem.logOptimalSteepness(at: latent)
    let flow = try SlopeHistory(
      problem, at: latent, nodes: nodes, tolerance: tolerance, until: limit,
      isDone: { abs($0 - optimum) < 0.005 }
    ) { progress("flow at t = \($0), log g′ = \($1)") }
    (logOptimum, self.flow) = (optimum, flow)
    let ceiling = max(optimum, flow.logSteepnesses.max() ?? optimum) + 1
    var rows = [
      Row(
        name: flow.name,
        reached: try Self.shares.map { try flow.time(reaching: optimum + .log($0)) },
        left: Self.bands.map { _ in nil }, steps: flow.steps,
        status: flow.end < limit ? "complete" : "stopped at the last time")
    ]
    func row(_ curve: some SlopeCurve, steps: Int?, status: String) throws -> Row {
      Row(
        name: curve.name,
        reached: try Self.shares.map { try curve.time(reaching: optimum + .log($0)) },
        left: try Self.bands.map { try curve.time(leavingBand: $0, around: flow) }, steps: steps,
        status: status)
    }
    if let ode = problem.steepnessODE(at: latent) {
      let curve = ImplicitClosure(
        ode: ode, initialSteepness: problem.start.slope(at: latent), until: flow.end,
        ceiling: ceiling)
      rows.append(try row(curve, steps: nil, status: "complete"))
    }
    var exits: [Double] = []
    for order in orders {
      progress("Taylor closure of order \(order)")
      let run = try problem.closureRun(
        at: latent, order: order, until: flow.end, ceiling: ceiling, method: method)
      let next = try row(
        run, steps: run.steps,
        status: run.breakdown.map { "breaks down at t = \(run.end): \($0)" } ?? "complete")
      exits.append(next.left[0] ?? .infinity)
      rows.append(next)
    }
    self.rows = rows
    lastHelpfulOrder = zip(orders, zip(exits, exits.dropFirst())).first { $1.1 <= $1.0 }?.0
  }
}

extension LineFlowProblem {
  /// log of the slope of the optimal map at a latent point.
  ///
  /// - Throws: `NumericError` where the map's value is not found.
  public func logOptimalSteepness(at latent: Double) throws -> Double {
    let map = MeasurePreservingMap(to: data.mixture)
    // The quantile of 0 is anywhere in the gap of an even mixture that a double cannot tell from ½.
    return map.logSteepness(atOutput: latent == 0 && data.isEven ? 0 : try map.value(at: latent))
  }

  /// The equation of Theorem 3.3, where this is its setting with μ > σ: a symmetric pair of modes, z = 0 and an odd start.
  public func steepnessODE(at latent: Double) -> SteepnessODE<Double>? {
    let components = data.mixture.components
    guard latent == 0, isOdd, components.count == 2, law.name == VelocityLaw.optimal.name else {
      return nil
    }
    let ode = SteepnessODE(
      modeOffset: abs(components[0].mean[0]), standardDeviation: components[0].standardDeviation)
    return ode.growthRate > 0 ? ode : nil
  }

  /// The Taylor closure of an order, followed until a time.
  ///
  /// - Throws: `InputError` where the start is a table and the order above 1.
  public func closureRun(
    at latent: Double, order: Int, until end: Double, ceiling: Double = .infinity,
    method: IntegrationMethod = .rkf45, relativeTolerance: Double = 1e-9
  ) throws -> ClosureRun {
    guard let initial = start.coefficients(at: latent, order: order) else {
      throw InputError(
        argument: "--start", value: start.title,
        rule: "has no derivatives beyond the first, and closures of higher order need them",
        remedy: "take --order 1, or a start by formula such as tanh:1,0.5,2")
    }
    let closure = TaylorClosure(data: data.mixture, law: law, latent: latent, order: order)
    let rate = abs(closure.rates(initial)[1] / initial[1])
    return try ClosureRun(
      closure, from: initial, first: 0.01 / max(rate, 1 / end), until: end, ceiling: ceiling,
      method: method, relativeTolerance: relativeTolerance)
  }
}
