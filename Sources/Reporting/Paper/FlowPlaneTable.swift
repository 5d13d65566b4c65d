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
      withDivergences ? FlowLawTable.divergences : []
    var columns = [
      Column("t"), Column("steps"), Column("functional"), Column("kinetic term"),
      Column("mass − 1"), Column("least p"), Column("least log r"), Column("greatest log r"),
      Column("total variation"),
    ]
    columns += divergences.map { Column($0.generator.title) }
    let rows = moments.map { flow -> [Cell] in
      let range = flow.logRatioRange
      let cells: [Cell] = [
        .number(flow.time), .integer(flow.stepCount), cell(flow.functional(of: flow.law)),
        .number(flow.kineticTerm), .number(flow.mass - 1), .number(flow.density.min() ?? 0),
        .number(range.least), range.isPositive ? .number(range.greatest) : .number(.infinity),
        .number(flow.totalVariation),
      ]
      return cells + divergences.map { cell(flow.functional(of: $0.law)) }
    }
    return Table(
      title: title, columns: columns, rows: rows,
      note:
        "functional: what the law descends; its rate is minus the kinetic term. An f-divergence "
        + "without a value is infinite.",
      metadata: metadata)
  }

  private static func cell(_ value: Double?) -> Cell { value.map { .number($0) } ?? .missing }
}
