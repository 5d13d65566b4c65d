import ArgumentParser
import Foundation
import GANTheory
import NumericKernel
import ParticleFlow
import RealModule
import Reporting
import Scalars

struct FlowGrowthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "growth",
    abstract: "What 'initially grows exponentially' means: the rate of g′(0) along the flow.",
    discussion: """
      The rate of log g′(0) over a = (μ² − σ²)/σ⁴, the rate of the paper, when log g′(0) has done a share of its way to the \
      optimal map's; σ = 1. With --laws: of every law of motion side by side.

      EXAMPLE: steepness flow growth --ratios '2;5;10;20' --slopes '0.01;0.1;1' --figure growth.svg
      EXAMPLE: steepness flow growth --laws --ratios 3 --slopes 1
      """)

  @Option(parsing: .unconditional, help: "μ/σ.")
  var ratios: String = "2;3;5;8;10"
  @Option(parsing: .unconditional, help: "g′ at time 0, in units of σ.")
  var slopes: String = "0.01;0.1;1"
  @Flag(help: "All divergences of appendix H and some suboptimal discriminators of appendix D.")
  var laws = false
  @Option(help: "An SVG picture of rates against the share of the way.")
  var figure: String?
  @Option(help: "A JSON file that is kept up to date, from which a stopped run goes on.")
  var state: String?
  @OptionGroup var output: OutputOptions

  /// One way to the optimal map, or why there is none.
  private struct Found: Codable {
    let moments: [GrowthHistory.Moment]
    let nodes: Int
    let failure: String?
  }

  private static let shares = [0, 0.1, 0.25, 0.5, 0.75, 0.9]
  private static let names =
    ["optimal"]
    + ["kullbackLeibler", "reverseKullbackLeibler", "pearson", "squaredHellinger"].flatMap {
      [$0, "descent:\($0)"]
    } + ["descent:jensenShannon", "f=2", "f=r^(1/2)", "f=1+r", "f=1+r/(1+r)"]

  func run() throws {
    let offsets = try Vectors.list(ratios, argument: "--ratios").map(\.approximation)
    let starts = try Vectors.list(slopes, argument: "--slopes").map(\.approximation)
    for offset in offsets where !(offset > 1 && offset <= 25) {
      throw InputError(
        argument: "--ratios", value: "\(offset)", rule: "must be above 1 and at most 25",
        remedy: "take 2 to 20: for one mode there is no valley")
    }
    for start in starts where !(start >= 1e-3 && start <= 10) {
      throw InputError(
        argument: "--slopes", value: "\(start)", rule: "must be between 0.001 and 10",
        remedy: "take 0.01 to 1")
    }
    let chosen = try (laws ? Self.names : ["optimal"]).map { try VelocityLaw(named: $0) }
    let cases = chosen.flatMap { law in
      offsets.flatMap { offset in starts.map { (law: law, offset: offset, start: $0) } }
    }
    let file = StateFile<[Found]>(path: state, options: [ratios, slopes, "\(laws)"])
    var found = try file.found() ?? []
    let progress = ProgressLine()
    for (law, offset, start) in cases.dropFirst(found.count) {
      do {
        let history = try progress.timing(
          done: found.count, of: cases.count, "\(law.name), μ/σ = \(offset), g₀′ = \(start)σ"
        ) { try GrowthHistory(relativeOffset: offset, relativeSlope: start, law: law) }
        found.append(Found(moments: history.moments, nodes: history.nodes, failure: nil))
      } catch let error as NumericError {
        found.append(Found(moments: [], nodes: 0, failure: error.reason))
      }
      try file.keep(found)
    }
    progress.finish()
    let results = zip(cases, found)
    let histories = results.filter { $1.failure == nil }.map { entry, found in
      GrowthHistory(
        relativeOffset: entry.offset, relativeSlope: entry.start, law: entry.law,
        moments: found.moments, nodes: found.nodes)
    }
    let failures = results.compactMap { entry, found in
      found.failure.map {
        (
          "not computed: \(entry.law.name), μ/σ = \(entry.offset), g₀′ = \(entry.start)σ", $0
        )
      }
    }
    if let figure, !histories.isEmpty {
      try AtomicFile.write(try GrowthFigure.plot(histories).svg(), to: URL(filePath: figure))
    }
    try output.emit(table(histories, failures))
  }

  private func table(_ histories: [GrowthHistory], _ failures: [(String, String)]) -> Table {
    Table(
      title: "Rate of log g′(0) over (μ² − σ²)/σ⁴ on the way to the optimal slope",
      columns: [Column("law", alignment: .leading), Column("μ/σ"), Column("g₀′/σ")]
        + Self.shares.map { Column("rate at \($0)") } + [
          Column("growth at rate ±10%"), Column("growth at rate ±50%"), Column("time"),
          Column("nodes"),
        ],
      rows: histories.map { history in
        [
          .text(history.law.name), .number(history.relativeOffset),
          .number(history.relativeSlope),
        ]
          + Self.shares.map { share in
            history.rate(atShare: share).map { Cell.number($0 / history.printedRate) } ?? .missing
          } + [
            history.growth(within: 0.1).map { .number($0) } ?? .missing,
            history.growth(within: 0.5).map { .number($0) } ?? .missing,
            .number(history.moments[history.moments.count - 1].time), .integer(history.nodes),
          ]
      },
      note: """
        'rate at s': when log g′(0) has done the share s of its way. 'growth at rate ±10%': the factor by which g′(0) grows \
        while its rate stays that near to the printed one. Time in σ² to nine tenths of the way.
        """,
      metadata: [("scheme", "lagrangian"), ("tolerance", "1e-05")] + failures)
  }
}
