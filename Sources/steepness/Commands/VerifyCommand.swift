import ArgumentParser
import ClaimKit
import Reporting

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Judges claims again and compares with the record.",
    discussion: """
      Exit status 0 where every verdict equals the one on record, 1 where one differs, 2 on bad usage.
      'supported' says that a search found nothing; it never says that a claim is true.

      EXAMPLE: steepness verify theorem-3.4 --effort standard --format json
      """)

  @Argument(help: "Ids of claims, as 'steepness claims' lists them; all of them by default.")
  var ids: [String] = []

  @Option(help: "How hard to look: quick, standard or deep.")
  var effort: Effort = .standard

  @OptionGroup var seed: SeedOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    let ledger = try ClaimSelection.ledger(
      try ClaimSelection.claims(ids), effort: effort, seed: seed.seed, progress: ProgressLine())
    switch output.format {
    case .json: try output.emit(try ClaimSelection.json(ledger))
    default: try output.emit(LedgerTable.judged(ledger))
    }
    if ledger.claims.contains(where: { !$0.agreesWithRecord }) { throw ExitCode(1) }
  }
}
