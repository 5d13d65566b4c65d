import GANTheory
import ParticleFlow
import Reporting

/// The flow in the plane on 256 × 256 cells to time 1, beside passes over the same memory.
struct FlowPlaneBenchmark {
  let repetitions: Int

  private let cells = 256

  /// - Throws: `FlowError` where a flow cannot be computed.
  func table() throws -> Table {
    let problems: [(name: String, problem: PlaneProblem)] =
      [1, 2, 3, 4].compactMap { number in
        TableTwoCase(rawValue: number).map { ("case \(number)", PlaneProblem($0)) }
      } + [("data set", .projectedDataSet)]
    let rows = try problems.map { name, problem -> [Cell] in
      let start = try problem.flow(columns: cells, rows: cells)
      var flow = start
      var failure: (any Error)?
      let timing = PairedTiming(
        repetitions: repetitions,
        examined: {
          flow = start
          do { try flow.advance(to: 1) } catch { failure = error }
        }, reference: { sweep(start.density) })
      if let failure { throw failure }
      return [
        .text(name), .integer(flow.stepCount), .number(timing.examined),
        .number(1e9 * timing.examined / Double(10 * flow.stepCount * cells * cells)),
        .number(1e9 * timing.reference / Double(passes * cells * cells)),
        .number(60 / timing.examined),
      ]
    }
    return Table(
      title: "The flow in the plane on \(cells) × \(cells) cells to time 1, all cores",
      columns: [
        Column("problem", alignment: .leading), Column("steps"), Column("time", unit: "s"),
        Column("flow", unit: "ns/cell and stage"), Column("copy", unit: "ns/cell"),
        Column("60 s over the time"),
      ],
      rows: rows,
      note: "Medians of \(repetitions) repetitions, by turns with copies of a density on one core.",
      metadata: [("stepping", FlowStepping.explicit.name), ("stages a step", "10")])
  }

  private let passes = 200

  private func sweep(_ density: [Double]) {
    var copy = density
    for _ in 0..<passes {
      copy.withUnsafeMutableBufferPointer { copy in
        density.withUnsafeBufferPointer { _ = copy.update(fromContentsOf: $0) }
      }
      keep(copy[0])
    }
  }
}
