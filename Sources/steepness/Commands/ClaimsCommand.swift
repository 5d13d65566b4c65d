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

  func run() throws {
    switch output.format {
    case .json: try output.emit(try ClaimSelection.json(RecordedLedger()))
    default: try output.emit(LedgerTable.recorded)
    }
  }
}
