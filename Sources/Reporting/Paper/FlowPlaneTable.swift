import GANTheory
package import ParticleFlow

/// What a flow in the plane keeps, decreases and bounds, at its moments.
package enum FlowPlaneTable {
  /// One row a moment.
  ///
  /// - Parameters:
  ///   - withDivergences: adds the f-divergences of appendix H.
  ///   - metadata: what the caller knows: method, law, status.
  package static func table(
    _ moments: [DensityFlow], title: String, withDivergences: Bool, metadata: [(String, String)]
  ) -> Table {
    let divergences =
      withDivergences
      ? DivergenceGenerator.allCases.map { ($0, VelocityLaw(.descent($0))) } : []
    var columns = [
      Column("t"), Column("steps"), Column("functional"), Column("kinetic term"),
      Column("mass − 1"), Column("least p"), Column("least log r"), Column("greatest log r"),
      Column("total variation"),
    ]
    columns += divergences.map { Column($0.0.title) }
    let rows = moments.map { flow -> [Cell] in
      let range = flow.logRatioRange
      let cells: [Cell] = [
        .number(flow.time), .integer(flow.stepCount), cell(flow.functional(of: flow.law)),
        .number(flow.kineticTerm), .number(flow.mass - 1), .number(flow.density.min() ?? 0),
        .number(range.least), range.isPositive ? .number(range.greatest) : .number(.infinity),
        .number(flow.totalVariation),
      ]
      return cells + divergences.map { cell(flow.functional(of: $0.1)) }
    }
    return Table(
      title: title, columns: columns, rows: rows,
      note: "functional: what the law descends; its rate is minus the kinetic term. An f-divergence "
        + "without a value is infinite.",
      metadata: metadata)
  }

  private static func cell(_ value: Double?) -> Cell { value.map { .number($0) } ?? .missing }

  /// Every law beside every f-divergence: the greatest rise of the divergence in a step, and its fall as a whole.
  ///
  /// - Throws: `FlowError` where the mesh cannot carry the problem; laws that cannot run are rows that say why.
  package static func comparison(
    _ problem: PlaneProblem, laws: [VelocityLaw], cells: Int, until end: Double, steps: Int
  ) throws -> Table {
    let divergences = DivergenceGenerator.allCases.map { ($0, VelocityLaw(.descent($0))) }
    _ = try problem.flow(columns: cells, rows: cells)
    let rows = try laws.map { law -> [Cell] in
      let name: [Cell] = [.text(law.name), .text(law.functionalName)]
      guard var flow = try? problem.flow(columns: cells, rows: cells, law: law) else {
        return name + [.text("cannot run on this start")] + divergences.flatMap { _ in
          [Cell.missing, .missing]
        } + [.missing]
      }
      let start = divergences.map { flow.functional(of: $0.1) }
      var last = start
      var rises = divergences.map { _ in -Double.infinity }
      try flow.advance(to: end, .implicit(step: end / Double(steps))) { flow in
        for (index, divergence) in divergences.enumerated() {
          let value = flow.functional(of: divergence.1)
          if let value, let before = last[index] { rises[index] = max(rises[index], value - before) }
          last[index] = value
        }
        return true
      }
      let pairs = divergences.indices.flatMap { index -> [Cell] in
        let fall = start[index].flatMap { first in last[index].map { first - $0 } }
        return [
          fall.map { .number($0) } ?? .missing,
          rises[index].isFinite ? .number(rises[index]) : .missing,
        ]
      }
      return name + [.text("ran")] + pairs + [.number(flow.totalVariation)]
    }
    return Table(
      title: "Which f-divergences fall under which law: \(problem.title)",
      columns: [
        Column("law", alignment: .leading), Column("functional", alignment: .leading),
        Column("run", alignment: .leading),
      ]
        + divergences.flatMap {
          [Column("fall of \($0.0.title)"), Column("greatest rise of \($0.0.title)")]
        } + [Column("total variation at the end")],
      rows: rows,
      note: "A greatest rise below 0 means that the divergence fell in every step. Missing: infinite.",
      metadata: [
        ("cells", "\(cells) × \(cells)"), ("until", "\(end)"), ("steps", "\(steps) implicit"),
      ])
  }
}
