/// Looks for events on one segment after the other.
struct EventDetector {
  /// Each segment is looked at in this many equal parts; of several crossings in one part an odd
  /// count is found as one, an even count not at all.
  static let partsOfSegment = 8

  private let events: [IntegrationEvent]
  private var values: [Double]

  /// A detector that has seen the initial state.
  init(_ events: [IntegrationEvent], time: Double, state: [Double]) throws {
    self.events = events
    values = try events.map { try Self.value(of: $0, time, state) }
  }

  /// What occurs on the next segment, in the order of integration, up to the first terminal event.
  mutating func occurrences(on segment: DenseSegment, endingAt after: Trajectory.Step) throws -> (
    [IntegrationEvent.Occurrence], terminal: IntegrationEvent.Occurrence?
  ) {
    var found: [(occurrence: IntegrationEvent.Occurrence, isTerminal: Bool)] = []
    for (index, event) in events.enumerated() {
      var early = segment.start
      for part in 1...Self.partsOfSegment {
        let isLast = part == Self.partsOfSegment
        let fraction = Double(part) / Double(Self.partsOfSegment)
        let late =
          isLast ? segment.end : segment.start + fraction * (segment.end - segment.start)
        let value = try Self.value(
          of: event, late, isLast ? after.state : segment.state(at: late))
        if event.counts(from: values[index], to: value) {
          let time = try Self.time(of: event, on: segment, early, late, endingAt: after)
          let state = time == after.time ? after.state : segment.state(at: time)
          found.append(
            (.init(name: event.name, time: time, state: state), event.isTerminal))
        }
        values[index] = value
        early = late
      }
    }
    let sign = segment.end >= segment.start ? 1.0 : -1.0
    found.sort { sign * $0.occurrence.time < sign * $1.occurrence.time }
    guard let terminal = found.firstIndex(where: \.isTerminal) else {
      return (found.map(\.occurrence), nil)
    }
    return (found[...terminal].map(\.occurrence), found[terminal].occurrence)
  }

  /// When an event occurs between two times with a crossing between them.
  private static func time(
    of event: IntegrationEvent, on segment: DenseSegment, _ early: Double, _ late: Double,
    endingAt after: Trajectory.Step
  ) throws -> Double {
    try Bracketing.root(
      of: { time in
        let state = time == after.time ? after.state : segment.state(at: time)
        return try value(of: event, time, state)
      }, in: min(early, late)...max(early, late)
    ).abscissa
  }

  private static func value(
    of event: IntegrationEvent, _ time: Double, _ state: [Double]
  ) throws -> Double {
    let value = try event.function(time, state)
    guard value.isFinite else {
      throw NumericError(
        "event \(event.name)", .nonFiniteValue, "the event function is not finite",
        evidence: [.init("time", time), .init("value", value)],
        remedy: "Give an event function that is finite along the solution.")
    }
    return value
  }
}
