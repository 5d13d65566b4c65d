import ArgumentParser
import ClaimKit
import Claims
import Reporting

struct PowerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "power",
    abstract: "Measures the power of the search: which small changes of a claim does it refute?",
    discussion: """
      Each claim that is held to be true, or its first correction, is changed in one place at a time: sides \
      doubled, halved, squared, turned round, hypotheses dropped. Score = refuted/(all − weaker or \
      equivalent). A survivor is true although it says more, or the search missed it.

      EXAMPLE: steepness power theorem-3.4 --effort quick --verbose
      """)

  @Argument(help: "Ids of claims, as 'steepness claims' lists them; all of them by default.")
  var ids: [String] = []

  @Option(help: "How hard to look: quick, standard or deep.")
  var effort: Effort = .quick

  @Flag(help: "One row for each mutant, with the reason.")
  var verbose = false

  @OptionGroup var seed: SeedOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    let ledger = try ledger(of: try ClaimSelection.claims(ids))
    switch output.format {
    case .json: try output.emit(try ClaimSelection.json(ledger))
    default: try output.emit(verbose ? PowerTable.mutants(ledger) : PowerTable.claims(ledger))
    }
  }

  /// Examines claims on all processors; each has random streams of its own.
  private func ledger(of claims: [any Claim]) throws -> PowerLedger {
    let progress = ProgressLine()
    defer { progress.finish() }
    let (effort, seed) = (effort, seed.seed)
    let powers = try claims.mappedInParallel(threads: nil) {
      try PowerExamination(effort: effort, seed: seed).report(on: $0)
    } progress: {
      progress.show(done: $0, of: claims.count, "examined \(claims[$1].id)")
    }
    return PowerLedger(
      seed: seed, effort: effort, claims: powers.compactMap { $0 },
      unexamined: zip(claims, powers).filter { $0.1 == nil }.map(\.0.id))
  }
}
