internal import Foundation

/// Integrates an ordinary differential equation by one of GSL's methods.
///
/// Each step keeps its estimated error per component below absolute + relative·|y| (GSL lets a tenth
/// more pass); over a long time errors add up, and grow or shrink with the equation. On ten units of
/// time of the harmonic oscillator at tolerances from 10⁻⁴ to 10⁻¹⁰, the error of the state came to
/// at most 8 tolerances for `rkf45`, `rkck` and `rk8pd`, 60 for the other one-step methods of order
/// three or more, 500 for the multistep methods, and thousands for `rk1imp` and `rk2imp`, which need
/// very many steps.
///
/// Between steps the solution is a polynomial, a quintic for explicit methods, of degree at most
/// five for implicit ones, whose local error is of order h⁶: as good as a method of order five, less
/// than `rk8pd` and `msadams` can be. So that the accuracy asked for holds between the steps too,
/// its error is estimated on each step, and a step on which it exceeds the same tolerance is
/// repeated shorter.
///
/// - Accuracy: local errors within the tolerances by estimates; heuristic.
/// - Edge cases: an integrator is for one task at a time; it may be used again and again.
public final class Integrator {
  /// The equation.
  public let equation: OrdinaryDifferentialEquation
  /// The method.
  public let method: IntegrationMethod

  private let driver: StepDriver

  /// An integrator of an equation by a method.
  ///
  /// - Throws: `NumericError` where GSL cannot get memory.
  public init(_ equation: OrdinaryDifferentialEquation, method: IntegrationMethod) throws {
    self.equation = equation
    self.method = method
    driver = try StepDriver(equation, method)
  }

  /// The solution from one time to another, forwards or backwards.
  ///
  /// - Parameters:
  ///   - start: the time of the initial state.
  ///   - end: the time to which to integrate; it may lie before `start`.
  ///   - initial: the state at `start`.
  ///   - absoluteTolerance: the error a step may have in a component that is zero.
  ///   - relativeTolerance: the error a step may have, as a fraction of the component.
  ///   - initialStep: the length of the first step to try; nil for one by the slope at the start.
  ///   - maximumStep: the length that no step exceeds.
  ///   - maximumSteps: the count of steps, accepted or repeated, after which to give up.
  ///   - events: what to look for on the way.
  /// - Edge cases: where `start` equals `end`, a trajectory of one point.
  /// - Throws: `NumericError` where the steps become too short or too many, or where a state or
  ///   event is not finite; and whatever the equation or an event throws.
  public func integrate(
    from start: Double, to end: Double, initial: [Double], absoluteTolerance: Double,
    relativeTolerance: Double, initialStep: Double? = nil, maximumStep: Double = .infinity,
    maximumSteps: Int = 100_000, events: [IntegrationEvent] = []
  ) throws -> Trajectory {
    precondition(absoluteTolerance > 0, "\(absoluteTolerance) breaks absoluteTolerance > 0")
    precondition(relativeTolerance >= 0, "\(relativeTolerance) breaks relativeTolerance ≥ 0")
    precondition(maximumStep > 0, "\(maximumStep) breaks maximumStep > 0")
    precondition(maximumSteps > 0, "\(maximumSteps) breaks maximumSteps > 0")
    try checkInput(start, end, initial)
    driver.start(absoluteTolerance: absoluteTolerance, relativeTolerance: relativeTolerance)
    let tolerance = StepTolerance(absolute: absoluteTolerance, relative: relativeTolerance)
    let derivative = try driver.box.derivative(start, initial)
    let first = Trajectory.Step(time: start, state: initial, derivative: derivative)
    var record = TrajectoryRecord(first)
    var detector = try EventDetector(events, time: start, state: initial)
    let sign = end >= start ? 1.0 : -1.0
    var length = min(
      initialStep.map(abs) ?? Self.firstLength(first, abs(end - start), tolerance), maximumStep)
    while record.last.time != end, record.terminalEvent == nil {
      guard record.attempts < maximumSteps else {
        throw tooManySteps(maximumSteps, record.last, length, start, end)
      }
      var time = record.last.time
      var state = record.last.state
      var step = sign * min(length, maximumStep)
      try driver.advance(&time, towards: end, step: &step, &state)
      let after = Trajectory.Step(
        time: time, state: state, derivative: try driver.box.derivative(time, state))
      let output = try denseOutput(record.steps, after, tolerance)
      let taken = abs(time - record.last.time)
      let factor = 0.9 * pow(output.error, -1 / Double(output.order))
      if output.error > 1 {
        record.coarseSteps += 1
        length = taken * max(0.1, factor)
        driver.restart()
      } else {
        length = min(abs(step), taken * max(1, factor))
        let (occurrences, terminal) = try detector.occurrences(
          on: output.segment, endingAt: after)
        try record.append(after, output, occurrences, terminal, driver.box)
      }
    }
    return record.trajectory(rejections: driver.rejections, box: driver.box)
  }

  /// The state at the end of a given count of equal steps, whatever their error; for measuring the
  /// order of methods that claim one.
  ///
  /// - Accuracy: the error goes with the step to the power `method.claimedOrder`. Implicit methods
  ///   solve for their stages to `stageTolerance`, absolute and relative.
  /// - Throws: `NumericError` where a stage cannot be solved or is not finite; and whatever the
  ///   equation throws.
  public func state(
    after stepCount: Int, equalStepsFrom start: Double, to end: Double, initial: [Double],
    stageTolerance: Double = 1e-12
  ) throws -> [Double] {
    precondition(method.claimedOrder != nil, "\(method) breaks claimedOrder ≠ nil")
    precondition(stepCount > 0, "\(stepCount) breaks stepCount > 0")
    precondition(stageTolerance > 0, "\(stageTolerance) breaks stageTolerance > 0")
    try checkInput(start, end, initial)
    driver.start(absoluteTolerance: stageTolerance, relativeTolerance: stageTolerance)
    let step = (end - start) / Double(stepCount)
    var state = initial
    for index in 0..<stepCount {
      try driver.advance(from: start + Double(index) * step, by: step, &state)
    }
    return state
  }
}

extension Integrator {
  private func denseOutput(
    _ steps: [Trajectory.Step], _ after: Trajectory.Step, _ tolerance: StepTolerance
  ) throws -> DenseOutput {
    if method.isImplicit {
      return DenseOutput(throughLast: steps.suffix(6) + [after], tolerance: tolerance)
    }
    return try DenseOutput(
      quinticFrom: steps[steps.count - 1], to: after, box: driver.box, tolerance: tolerance)
  }

  /// A hundredth of the time in which the state changes by its own size or its tolerance.
  private static func firstLength(
    _ first: Trajectory.Step, _ span: Double, _ tolerance: StepTolerance
  ) -> Double {
    let slope = tolerance.fraction(of: first.derivative, first.state, first.state)
    let size = max(1, tolerance.fraction(of: first.state, first.state, first.state))
    return slope > 0 ? min(0.01 * size / slope, span) : 0.001 * span
  }

  private func checkInput(_ start: Double, _ end: Double, _ initial: [Double]) throws {
    precondition(
      initial.count == equation.dimension,
      "\(initial.count) initial values break count = dimension = \(equation.dimension)")
    guard start.isFinite, end.isFinite, initial.allSatisfy(\.isFinite) else {
      throw NumericError(
        "ordinary differential equation", .invalidInput, "a time or an initial value is not finite",
        evidence: [.init("start", start), .init("end", end)]
          + initial.enumerated().map { .init("y\($0.offset)", $0.element) },
        remedy: "Give finite times and initial values.")
    }
  }

  private func tooManySteps(
    _ maximumSteps: Int, _ last: Trajectory.Step, _ length: Double, _ start: Double, _ end: Double
  ) -> NumericError {
    NumericError(
      "ordinary differential equation", .notConverged, "\(maximumSteps) steps do not reach the end",
      evidence: [
        .init("time reached", last.time), .init("step length", length), .init("start", start),
        .init("end", end),
      ],
      remedy: method.isImplicit
        ? "Allow more steps or loosen the tolerances."
        : "Allow more steps, loosen the tolerances, or take an implicit method if it is stiff.")
  }
}
