import GANTheory
import NumericKernel
import ParticleFlow
import RealModule
import Testing

@Suite struct ClosureComparisonTests {
  private static func problem(_ start: String = "linear:1") throws -> LineFlowProblem {
    try LineFlowProblem(
      data: GaussianMixture(modes: [[-1.5], [1.5]], standardDeviation: 1),
      start: InitialGenerator(named: start))
  }

  @Test func `the curve of a flow goes through its records`() throws {
    let history = try SlopeHistory(Self.problem(), at: 0.5, nodes: 64, tolerance: 1e-6, until: 0.3)
    var settings = LineFlowSettings()
    (settings.nodes, settings.tolerance) = (64, 1e-6)
    let flow = try LineFlow(Self.problem(), settings: settings)
    for time in [0.01, 0.1, 0.3] {
      try flow.advance(to: time)
      // Integrations that begin anew at each time, each with some tens of steps of 1e-6.
      let difference = history.logSteepness(at: time) - flow.record().logSteepness(at: 0.5)
      #expect(abs(difference) <= 3e-5, "t = \(time)")
    }
    #expect(history.end == 0.3)
  }

  @Test func `closures are right early, and the next order for longer`() throws {
    let comparison = try ClosureComparison(
      Self.problem(), at: 0, orders: [1, 3], method: .rkf45, nodes: 64, tolerance: 1e-5, until: 50)
    let rows = Dictionary(uniqueKeysWithValues: comparison.rows.map { ($0.name, $0) })
    let (flow, implicit) = (try #require(rows["flow"]), try #require(rows["implicit"]))
    let (first, third) = (try #require(rows["integrated"]), try #require(rows["taylor 3"]))
    // Two routes to the closure g‴ = 0, with errors of 1e-9 in log k over rates of 1 and more.
    for (a, b) in zip(implicit.reached + implicit.left, first.reached + first.left) {
      #expect(abs(try #require(a) - #require(b)) <= 1e-6 * (try #require(b)))
    }
    let exits = [first, third].compactMap { $0.left[0] }
    #expect(exits.count == 2 && exits[0] < exits[1], "\(exits)")
    for row in comparison.rows.dropFirst() {
      #expect(try #require(row.left[0]) < (try #require(row.left[1])), "\(row.name)")
    }
    // The closure without g‴ is ahead of the flow, which alone ends at the optimum.
    for (a, b) in zip(first.reached, flow.reached) {
      #expect(try #require(a) < (try #require(b)))
    }
    #expect(flow.left.allSatisfy { $0 == nil } && flow.status == "complete")
  }

  @Test func `a closure says where it breaks down, and is known up to there`() throws {
    // With the fifth derivative 0 the third runs off, which it does not in the flow.
    let run = try Self.problem().closureRun(at: 0, order: 3, until: 1)
    #expect(run.breakdown != nil && run.end < 0.5)
    #expect(try run.logSteepness(at: run.end).isFinite)
    #expect(throws: FlowError.self) { try run.logSteepness(at: 1) }
  }

  @Test func `the closed form is found again from its time`() throws {
    let ode = SteepnessODE(modeOffset: 1.5, standardDeviation: 1)
    let curve = ImplicitClosure(ode: ode, initialSteepness: 0.2, until: 2, ceiling: 50)
    for value in [-1.0, 0, 1] {
      let time = ode.time(from: 0.2, to: Double.exp(value))
      // The time is rounded, and log k changes by its rate of at most a + 1/k² = 26 a unit of it.
      #expect(abs(try curve.logSteepness(at: time) - value) <= 1e-12)
    }
  }

  @Test func `a table has no closures beyond the first order`() throws {
    let problem = try LineFlowProblem(
      data: GaussianMixture(modes: [[-2], [2]], standardDeviation: 1),
      start: InitialGenerator(latents: [-5, 0, 5], outputs: [-5, 0, 5]))
    #expect(throws: InputError.self) { try problem.closureRun(at: 0, order: 3, until: 0.1) }
    #expect(try problem.closureRun(at: 0, order: 1, until: 0.1).breakdown == nil)
  }
}
