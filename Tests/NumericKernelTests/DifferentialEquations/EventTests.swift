import Foundation
import NumericKernel
import Testing

@Suite struct EventTests {
  static let tolerance = 1e-9

  private func oscillator(
    from start: Double = 0, to end: Double = 20, method: IntegrationMethod = .rkf45,
    _ events: [IntegrationEvent]
  ) throws -> Trajectory {
    try Integrator(KnownProblems.oscillator, method: method).integrate(
      from: start, to: end, initial: [cos(start), -sin(start)],
      absoluteTolerance: Self.tolerance, relativeTolerance: Self.tolerance, events: events)
  }

  /// cos has zeros at π/2 + kπ, falling for even k; over 20 units errors add up to 16 tolerances,
  /// and the slope at a zero is one.
  private func expectTimes(
    _ trajectory: Trajectory, _ name: String, _ exact: [Double],
    _ location: SourceLocation = #_sourceLocation
  ) {
    let times = trajectory.occurrences.filter { $0.name == name }.map(\.time)
    #expect(times.count == exact.count, sourceLocation: location)
    for (time, exact) in zip(times, exact) {
      #expect(abs(time - exact) <= 16 * Self.tolerance, sourceLocation: location)
    }
  }

  @Test(arguments: [IntegrationMethod.rkf45, .rk8pd])
  func `events are found at known times, each in its direction`(
    _ method: IntegrationMethod
  ) throws {
    let position = { (_: Double, y: [Double]) in y[0] }
    let trajectory = try oscillator(
      method: method,
      [
        IntegrationEvent("falling", direction: .falling, function: position),
        IntegrationEvent("rising", direction: .rising, function: position),
        IntegrationEvent("either", function: position),
      ])
    let zeros = (0..<6).map { (Double($0) + 0.5) * Double.pi }
    expectTimes(trajectory, "falling", [zeros[0], zeros[2], zeros[4]])
    expectTimes(trajectory, "rising", [zeros[1], zeros[3], zeros[5]])
    expectTimes(trajectory, "either", zeros)
    let times = trajectory.occurrences.map(\.time)
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 })
    for occurrence in trajectory.occurrences {
      #expect(occurrence.state == (try trajectory.state(at: occurrence.time)))
      #expect(abs(occurrence.state[0]) <= 4 * occurrence.time.ulp)
    }
    #expect(trajectory.terminalEvent == nil)
    #expect(trajectory.last.time == 20)
  }

  @Test func `backwards in time a fall is a rise`() throws {
    let trajectory = try oscillator(
      from: 0, to: -5,
      [
        IntegrationEvent("falling", direction: .falling) { _, y in y[0] },
        IntegrationEvent("rising", direction: .rising) { _, y in y[0] },
      ])
    expectTimes(trajectory, "falling", [-Double.pi / 2])
    expectTimes(trajectory, "rising", [-3 * Double.pi / 2])
  }

  @Test func `a terminal event ends the integration there`() throws {
    let trajectory = try oscillator([
      IntegrationEvent("bottom", direction: .rising, isTerminal: true) { _, y in y[1] },
      IntegrationEvent("zero") { _, y in y[0] },
    ])
    #expect(trajectory.terminalEvent?.name == "bottom")
    #expect(abs(trajectory.last.time - .pi) <= 16 * Self.tolerance)
    #expect(trajectory.last.time == trajectory.terminalEvent?.time)
    #expect(trajectory.last.state == trajectory.terminalEvent?.state)
    #expect(trajectory.occurrences.map(\.name) == ["zero", "bottom"])
    #expect(trajectory.domain == 0...trajectory.last.time)
    #expect(try trajectory.state(at: trajectory.last.time) == trajectory.last.state)
    #expect(abs(try trajectory.state(at: 3)[0] - cos(3)) <= 16 * Self.tolerance)
    #expect(throws: NumericError.self) { try trajectory.state(at: 3.2) }
  }

  @Test func `events after a terminal one in the same step are dropped`() throws {
    let trajectory = try oscillator([
      IntegrationEvent("later") { t, _ in t - 1.0001 },
      IntegrationEvent("end", isTerminal: true) { t, _ in t - 1 },
      IntegrationEvent("earlier") { t, _ in t - 0.9999 },
    ])
    #expect(trajectory.occurrences.map(\.name) == ["earlier", "end"])
    #expect(trajectory.last.time == 1)
  }

  @Test func `a start on a zero is no event, an end on a zero is one`() throws {
    let trajectory = try oscillator(
      to: 2,
      [
        IntegrationEvent("start") { t, _ in t },
        IntegrationEvent("end") { t, _ in t - 2 },
        IntegrationEvent("velocity") { _, y in y[1] },
      ])
    #expect(trajectory.occurrences.map(\.name) == ["end"])
    #expect(trajectory.occurrences.first?.time == 2)
  }

  @Test func `an event on a jump of its function is found at the jump`() throws {
    let trajectory = try oscillator([IntegrationEvent("jump") { t, _ in t < 0.7 ? -1 : 1 }])
    #expect(trajectory.occurrences.count == 1)
    #expect(abs((trajectory.occurrences.first?.time ?? 0) - 0.7) <= 8 * Double.ulpOfOne)
  }

  @Test func `events of an implicit method are found on a stiff problem`() throws {
    let trajectory = try Integrator(KnownProblems.protheroRobinson(1e4), method: .msbdf)
      .integrate(
        from: 0, to: 10, initial: [1], absoluteTolerance: 1e-7, relativeTolerance: 1e-7,
        events: [IntegrationEvent("zero") { _, y in y[0] }])
    let times = trajectory.occurrences.map(\.time)
    #expect(times.count == 3)
    for (index, time) in times.enumerated() {
      #expect(abs(time - (Double(index) + 0.5) * .pi) <= 20 * 1e-7)
    }
  }

  @Test func `an event function that is not finite, or throws, stops with its error`() throws {
    let error = #expect(throws: NumericError.self) {
      try oscillator([IntegrationEvent("log") { t, _ in log(3 - t) }])
    }
    #expect(error?.cause == .nonFiniteValue)
    #expect(error?.computation == "event log")
    #expect(throws: Interruption()) {
      try oscillator([
        IntegrationEvent("throws") { t, _ in if t > 1 { throw Interruption() } else { 1 } }
      ])
    }
  }
}
