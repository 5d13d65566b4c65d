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
    let flows = try [1e-6, 1e-8].map { try flowRow(tolerance: $0) }
    let perSolution = timing.examined / Double(solutions)
    let perTime = timing.reference / Double(solutions)
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
      ] + flows,
      note: """
        Medians. The error of the closed equation is that of the time, by the implicit solution; that of the flow is how \
        far log g′(0) is from that of the optimal map, to which it has come only so near by then. Tolerances of the flow \
        count gaps between nodes, which are smaller than |g|. SciPy's time: make peers.
        """,
      metadata: [("instructions", VelocityField.instructions)])
  }

  /// The flow between modes at ±5 to time 20.
  private func flowRow(tolerance: Double) throws -> [Cell] {
    var settings = LineFlowSettings()
    settings.tolerance = tolerance
    let problem = try LineFlowProblem(
      data: GaussianMixture(modes: [[-5], [5]], standardDeviation: 1), slope: 1)
    let clock = ContinuousClock()
    var times: [Double] = []
    var (steps, slope) = (0, Double.nan)
    for _ in 0..<max(3, repetitions) {
      let flow = try LineFlow(problem, settings: settings)
      times.append(try clock.measure { try flow.advance(to: 20) } / .seconds(1))
      (steps, slope) = (flow.steps, flow.record().logSteepness(at: 0))
    }
    return [
      .text("flow, 400 nodes, μ/σ = 5, to time 20 at \(tolerance)"),
      .number(times.sorted()[times.count / 2]), .missing, .missing, .integer(steps),
      .number(abs(slope - 12.5)),
    ]
  }
}
