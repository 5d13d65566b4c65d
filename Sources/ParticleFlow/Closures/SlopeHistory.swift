import RealModule

/// log g′ at one latent point along the exact flow: what closures are measured by.
///
/// - Source: section 3.2, ∂ₜg(z) = (log d)′(g(z)).
/// - Accuracy: that of `LineFlow` with the lagrangian scheme at the integrator's own steps; between them cubics through four of
///   them.
public struct SlopeHistory: Sendable {
  /// z.
  public let latent: Double
  /// Ascending, from 0.
  public let times: [Double]
  /// log g′(z) at these times.
  public let logSteepnesses: [Double]
  /// Nodes and tolerance of the flow, and what it has cost.
  public let nodes: Int
  public let tolerance: Double
  public let steps: Int
  public let rejectedSteps: Int

  public var end: Double { times[times.count - 1] }

  /// Follows the flow to a time, or until log g′ is where it was to go.
  ///
  /// - Parameters:
  ///   - isDone: whether log g′ is far enough; asked now and then.
  ///   - progress: is told the time and log g′ now and then.
  /// - Throws: `InputError` for settings that cannot be; `NumericError` where a step fails.
  public init(
    _ problem: LineFlowProblem, at latent: Double, nodes: Int = 400, tolerance: Double = 1e-7,
    until end: Double, isDone: (_ logSteepness: Double) -> Bool = { _ in false },
    progress: (_ time: Double, _ logSteepness: Double) -> Void = { _, _ in }
  ) throws {
    var settings = LineFlowSettings()
    settings.nodes = nodes
    settings.tolerance = tolerance
    let flow = try LineFlow(problem, settings: settings)
    var (times, values) = ([0.0], [Double.log(problem.start.slope(at: latent))])
    try withoutActuallyEscaping(progress) { progress in
      try withoutActuallyEscaping(isDone) { isDone in
        try flow.advance(
          to: end,
          progress: { time in
            let last = values[values.count - 1]
            progress(time, last)
            return !isDone(last)
          },
          eachStep: { time, state in
            times.append(time)
            values.append(flow.logSteepness(of: state, at: latent))
          })
      }
    }
    if flow.time > times[times.count - 1] {
      times.append(flow.time)
      values.append(flow.record().logSteepness(at: latent))
    }
    self.latent = latent
    self.times = times
    logSteepnesses = values
    self.nodes = nodes
    self.tolerance = tolerance
    steps = flow.steps
    rejectedSteps = flow.rejectedSteps
  }

  /// log g′ at a time up to `end`.
  public func logSteepness(at time: Double) -> Double {
    LocalPolynomial(count: 4).value(at: time, abscissas: times, values: logSteepnesses)
  }
}
