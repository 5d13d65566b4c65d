import ClaimKit
import Claims
import NumericKernel
import Reporting

/// How fast the search evaluates margins, beside calling them in a bare loop.
struct JudgeBenchmark {
  let repetitions: Int

  private let count = 50_000

  var table: Table {
    get throws {
      let claims: [PaperClaim] = [.modeMixture, .lineSteepness, .fieldOfRatio, .steepnessDrop]
      return Table(
        title: "Margins that a search evaluates, one core",
        columns: [
          Column("claim", alignment: .leading), Column("search", unit: "ns/margin"),
          Column("bare loop", unit: "ns/margin"), Column("ratio"), Column("least"),
          Column("greatest"), Column("margins a second", unit: "million"),
        ],
        rows: try claims.map(row),
        note: """
          The first family of each claim. Medians of \(repetitions) repetitions of \(count) margins, by turns, \
          after one that is not counted.
          """)
    }
  }

  private func row(_ entry: PaperClaim) throws -> [Cell] {
    let statement = entry.claim.families[0]
    let search = Search(effort: .standard, seed: 1)
    let variables = statement.variables
    var assignment = Assignment(
      names: variables.map(\.name), values: variables.map { $0.number(at: 0.5) })
    let timing = PairedTiming(
      repetitions: repetitions,
      examined: { keep(try? search.screen(statement, count: count)) },
      reference: {
        for index in 0..<count {
          assignment.values[0] = variables[0].number(at: Double(index) / Double(count))
          keep(statement.screenedMargin(at: assignment))
        }
      })
    let nanoseconds = 1e9 / Double(count)
    return [
      .text(entry.rawValue), .number(timing.examined * nanoseconds),
      .number(timing.reference * nanoseconds), .number(timing.ratio), .number(timing.leastRatio),
      .number(timing.greatestRatio), .number(Double(count) / timing.examined / 1e6),
    ]
  }
}
