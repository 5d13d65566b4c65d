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
      --recheck exits 0 where every piece of evidence is confirmed, 1 where one is not.

      EXAMPLE: steepness verify theorem-3.4 --effort standard --format json
      """)

  @Argument(help: "Ids of claims, as 'steepness claims' lists them; all of them by default.")
  var ids: [String] = []

  @Option(help: "How hard to look: quick, standard or deep.")
  var effort: Effort = .standard

  @Option(help: "A file for witnesses and boxes that can be checked without searching.")
  var export: String?

  @Option(help: "A file of evidence to check again, in ball arithmetic alone; nothing is searched.")
  var recheck: String?

  @Option(
    help:
      "A file of counterexamples: earlier ones that still stand replace the search, new ones are added."
  )
  var witnesses: String?

  @Option(help: "How many claims are judged at once; the result does not depend on it.")
  var threads: Int?

  @OptionGroup var seed: SeedOption
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads \(threads) is not between 1 and 1024; leave it out for all")
    }
    guard recheck != nil, !ids.isEmpty || export != nil || witnesses != nil else { return }
    throw ValidationError("--recheck takes neither ids nor --export nor --witnesses")
  }

  func run() throws {
    if let recheck { return try EvidenceFiles.recheck(recheck, output: output) }
    let earlier = try witnesses.map { try EvidenceFiles.witnesses(at: $0) }
    let ledger = try ClaimSelection.ledger(
      try ClaimSelection.claims(ids), effort: effort, seed: seed.seed, threads: threads,
      replay: earlier.map { Replay($0) } ?? .none, progress: ProgressLine())
    if let witnesses, let earlier {
      let found = CheckableEvidence(
        witnessesOf: ledger.claims, claims: try ClaimSelection.claims(ids))
      try EvidenceFiles.write(earlier.merged(with: found), to: witnesses)
    }
    if let export { try EvidenceFiles.export(ledger, to: export, progress: ProgressLine()) }
    switch output.format {
    case .json: try output.emit(try ClaimSelection.json(ledger))
    default: try output.emit(LedgerTable.judged(ledger))
    }
    if ledger.claims.contains(where: { !$0.agreesWithRecord }) { throw ExitCode(1) }
  }
}
