import GANTheory
import ParticleFlow
import RealModule
import Reporting

/// The closed steepness equation and the flow on the line, on one core.
struct FlowBenchmark {
  let repetitions: Int

  private let solutions = 1000

  /// - Throws: `NumericError` where the flow cannot be computed.
  func table() throws -> Table {
    let equation = ClosedEquation(modeOffset: 3, standardDeviation: 1)
    let implicit = SteepnessODE(modeOffset: 3.0, standardDeviation: 1)
    let starts = (0..<solutions).map { Double.log(0.01) * (1 - Double($0) / Double(solutions)) }
    let slopes = starts.map { Double.exp($0 + 5) }
    let timing = PairedTiming(
      repetitions: 20 * repetitions,
      examined: { keep(equation.logSteepnesses(from: starts, at: 1)) },
      reference: {
        var sum = 0.0
        for slope in slopes { sum += implicit.time(from: 0.5, to: slope) }
        keep(sum)
      })
    // The closed form measures the error of the integration: the time to the slope that it reached.
    let reached = equation.logSteepnesses(from: starts, at: 1)
    let timeError = zip(starts, reached).reduce(0) {
      max($0, abs(implicit.time(from: Double.exp($1.0), to: Double.exp($1.1)) - 1))
    }
    var settings = LineFlowSettings()
    settings.tolerance = 1e-8
    let problem = try LineFlowProblem(
      data: GaussianMixture(modes: [[-5], [5]], standardDeviation: 1), slope: 1)
    let clock = ContinuousClock()
    var times: [Double] = []
    var (steps, record): (Int, LineFlowRecord?) = (0, nil)
    for _ in 0..<max(3, repetitions) {
      let flow = try LineFlow(problem, settings: settings)
      times.append(try clock.measure { try flow.advance(to: 20) } / .seconds(1))
      (steps, record) = (flow.steps, flow.record())
    }
    let perSolution = timing.examined / Double(solutions)
    let perTime = timing.reference / Double(solutions)
    let flowTime = times.sorted()[times.count / 2]
    let error = record.map { abs($0.logSteepness(at: 0) - 12.5) } ?? .nan
    return Table(
      title: "The steepness equation and the flow on the line, one core",
      columns: [
        Column("what", alignment: .leading), Column("time", unit: "s"), Column("limit", unit: "s"),
        Column("limit over time"), Column("steps"), Column("error"),
      ],
      rows: [
        [
          .text("closed equation at 1e-10, per solution"), .number(perSolution), .number(2e-6),
          .number(2e-6 / perSolution), .missing, .number(timeError),
        ],
        [
          .text("implicit solution, per time"), .number(perTime), .number(1e-7),
          .number(1e-7 / perTime), .missing, .missing,
        ],
        [
          .text("flow on the line, 400 nodes, μ/σ = 5, to time 20 at 1e-8"), .number(flowTime),
          .missing, .missing, .integer(steps), .number(error),
        ],
      ],
      note: """
        Medians. The error of the closed equation is that of the time, by the implicit solution; that of the flow is how \
        far log g′(0) is from that of the optimal map, to which it has come only so near by then. SciPy's time for the flow: make peers.
        """,
      metadata: [("instructions", VelocityField.instructions)])
  }
}
