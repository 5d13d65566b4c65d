/// A trajectory while it grows.
struct TrajectoryRecord {
  private(set) var steps: [Trajectory.Step]
  private var segments: [DenseSegment] = []
  private var occurrences: [IntegrationEvent.Occurrence] = []
  private(set) var terminalEvent: IntegrationEvent.Occurrence?
  private var interpolationError = 0.0
  /// Steps that were repeated because the polynomial between them was too coarse.
  var coarseSteps = 0

  /// A trajectory that has only its start.
  init(_ first: Trajectory.Step) {
    steps = [first]
  }

  /// The last step.
  var last: Trajectory.Step { steps[steps.count - 1] }

  /// The steps that were tried with success of the method.
  var attempts: Int { segments.count + coarseSteps }

  /// Adds a step; a terminal event cuts it short.
  mutating func append(
    _ after: Trajectory.Step, _ output: DenseOutput,
    _ occurrences: [IntegrationEvent.Occurrence], _ terminal: IntegrationEvent.Occurrence?,
    _ box: EquationBox
  ) throws {
    self.occurrences += occurrences
    interpolationError = max(interpolationError, output.error)
    segments.append(output.segment)
    terminalEvent = terminal
    guard let terminal, terminal.time != after.time else {
      steps.append(after)
      return
    }
    steps.append(
      Trajectory.Step(
        time: terminal.time, state: terminal.state,
        derivative: try box.derivative(terminal.time, terminal.state)))
  }

  /// The trajectory as it stands.
  func trajectory(rejections: Int, box: EquationBox) -> Trajectory {
    Trajectory(
      steps: steps, occurrences: occurrences, terminalEvent: terminalEvent,
      cost: Trajectory.Cost(
        acceptedSteps: segments.count, rejectedSteps: rejections, coarseSteps: coarseSteps,
        evaluations: box.evaluations, jacobianEvaluations: box.jacobianEvaluations),
      interpolationError: interpolationError, segments: segments)
  }
}
