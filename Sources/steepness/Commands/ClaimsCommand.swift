import ArgumentParser
import Reporting

struct ClaimsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "The ledger: every examined claim with the verdict on record.",
    discussion: """
      'verify' judges again and compares.

      EXAMPLE: steepness claims --format markdown
      """)

  @OptionGroup var output: OutputOptions

  func run() throws { try output.emit(LedgerTable.recorded) }
}
