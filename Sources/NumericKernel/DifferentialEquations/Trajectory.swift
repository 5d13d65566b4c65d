/// A solution of an ordinary differential equation: its accepted steps, what is between them, and
/// what happened on the way.
public struct Trajectory: Sendable {
  /// The solution at the end of an accepted step.
  public struct Step: Sendable, Equatable {
    /// The time.
    public let time: Double
    /// The state.
    public let state: [Double]
    /// The right-hand side at that time and state.
    public let derivative: [Double]
  }

  /// What the integration cost.
  public struct Cost: Sendable, Equatable {
    /// Steps that were accepted.
    public let acceptedSteps: Int
    /// Steps that the method's error estimate refused.
    public let rejectedSteps: Int
    /// Steps that were repeated shorter because the dense output between them was too coarse.
    public let coarseSteps: Int
    /// Evaluations of the right-hand side, those for the dense output included.
    public let evaluations: Int
    /// Evaluations of the Jacobian, by the caller's function or by differences.
    public let jacobianEvaluations: Int
  }

  /// The start and the ends of all accepted steps, in the order of integration; the last is the end
  /// of the integration, or the terminal event that ended it.
  public let steps: [Step]
  /// The events that occurred, in the order of integration.
  public let occurrences: [IntegrationEvent.Occurrence]
  /// The terminal event that ended the integration, or nil where it came to its end.
  public let terminalEvent: IntegrationEvent.Occurrence?
  /// What it cost.
  public let cost: Cost
  /// The largest error of the dense output that was estimated, as a fraction of the tolerance;
  /// at most 1.
  public let interpolationError: Double

  let segments: [DenseSegment]

  /// The last step.
  public var last: Step { steps[steps.count - 1] }

  /// The times between which the solution is known.
  public var domain: ClosedRange<Double> {
    min(steps[0].time, last.time)...max(steps[0].time, last.time)
  }

  /// The state at a time, from the dense output.
  ///
  /// - Accuracy: see `Integrator`; at the steps' own times the steps' states exactly.
  /// - Throws: `NumericError` outside the domain.
  public func state(at time: Double) throws -> [Double] {
    if last.time == time { return last.state }
    let index = try index(of: time)
    if steps[index].time == time { return steps[index].state }
    return segments[index].state(at: time)
  }

  /// The derivative of the dense output at a time; continuous for explicit methods.
  ///
  /// - Accuracy: one order below the states.
  /// - Throws: `NumericError` outside the domain.
  public func derivative(at time: Double) throws -> [Double] {
    if last.time == time { return last.derivative }
    let index = try index(of: time)
    if steps[index].time == time { return steps[index].derivative }
    return segments[index].derivative(at: time)
  }

  /// The index of the segment that a time lies in.
  private func index(of time: Double) throws -> Int {
    guard domain.contains(time), !segments.isEmpty else {
      throw NumericError(
        "state on a trajectory", .outOfDomain, "the time lies outside the trajectory",
        evidence: [
          .init("time", time), .init("first time", domain.lowerBound),
          .init("last time", domain.upperBound),
        ], remedy: "Integrate further, or ask for a time inside.")
    }
    let forwards = last.time >= steps[0].time
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      let isBefore = forwards ? time < steps[middle].time : time > steps[middle].time
      if isBefore { high = middle } else { low = middle }
    }
    return low
  }
}
