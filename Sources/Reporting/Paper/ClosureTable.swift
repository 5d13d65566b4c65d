package import ParticleFlow
import RealModule

/// The steepness equation under its closures.
package enum ClosureTable {
  /// log g′ over time, one row a time that the curve reaches.
  ///
  /// - Parameters:
  ///   - logOptimum: log of the optimal slope.
  ///   - checks: one more entry a row, with its column's name.
  package static func curve(
    _ curve: some SlopeCurve, title: String, logOptimum: Double, times: [Double],
    checks: (name: String, value: (Double) throws -> Double?)? = nil,
    metadata: [(String, String)]
  ) throws -> Table {
    let rows = try times.filter { $0 <= curve.end }.map { time -> [Cell] in
      let value = try curve.logSteepness(at: time)
      let check = try checks.map { try $0.value(time).map { Cell.number($0) } ?? .missing }
      return [
        .number(time), .number(value / Double.log(10)), .number(Double.exp(value)),
        .number(Double.exp(value - logOptimum)),
      ] + (check.map { [$0] } ?? [])
    }
    return try Table(
      title: title,
      columns: [Column("t"), Column("log10 k"), Column("k"), Column("k/k*")]
        + (checks.map { [Column($0.name)] } ?? []), rows: rows,
      metadata: metadata + [
        ("log10 k*", "\(logOptimum / Double.log(10))"),
        ("reached", "t = \(min(curve.end, times[times.count - 1]))"),
      ]
        + milestones.compactMap { share in
          try curve.time(reaching: logOptimum + Double.log(share)).map {
            ("k = \(share)·k*", "t = \($0)")
          }
        })
  }

  /// Shares of the optimal slope whose times are in the head.
  private static let milestones = [0.01, 0.1] + ClosureComparison.shares

  /// All closures side by side.
  package static func comparison(
    _ comparison: ClosureComparison, title: String, metadata: [(String, String)]
  ) -> Table {
    func cells(_ times: [Double?]) -> [Cell] { times.map { $0.map { .number($0) } ?? .missing } }
    func percent(_ share: Double) -> String { "\(Int((100 * share).rounded())) %" }
    return Table(
      title: title,
      columns: [Column("closure", alignment: .leading)]
        + ClosureComparison.shares.map { Column("\(percent($0)) of k* at") }
        + ClosureComparison.bands.map { Column("leaves \(percent($0)) at") } + [
          Column("steps"), Column("status", alignment: .leading),
        ],
      rows: comparison.rows.map { row in
        [.text(row.name)] + cells(row.reached) + cells(row.left) + [
          row.steps.map { .integer($0) } ?? .missing, .text(row.status),
        ]
      },
      note: """
        '50 % of k* at': the time at which g′(z) reaches half of the optimal map's slope. 'leaves 1 % at': the time from which \
        the closure's slope is further than that from the flow's. A closure breaks down where its g′ runs to 0 or to infinity.
        """,
      metadata: metadata + [
        ("log10 k*", "\(comparison.logOptimum / Double.log(10))"),
        ("flow", "lagrangian, \(comparison.flow.nodes) nodes"),
        ("tolerance of the flow", "\(comparison.flow.tolerance)"),
        ("steps of the flow", "\(comparison.flow.steps)"),
        ("rejected steps of the flow", "\(comparison.flow.rejectedSteps)"),
        ("flow followed to", "t = \(comparison.flow.end)"),
        (
          "order at which the Taylor hierarchy stops helping",
          comparison.lastHelpfulOrder.map { "\($0)" } ?? "above those that are listed"
        ), ("status", "complete"),
      ])
  }
}
