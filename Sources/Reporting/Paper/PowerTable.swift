package import ClaimKit

/// The measured power of the search, as tables.
package enum PowerTable {
  /// One row a claim.
  package static func claims(_ ledger: PowerLedger) -> Table {
    Table(
      title: "Measured power of the search",
      columns: [
        Column("claim", alignment: .leading), Column("examined", alignment: .leading),
        Column("mutants"), Column("refuted"), Column("weaker or equivalent"), Column("survivors"),
        Column("score"),
      ],
      rows: ledger.claims.map { claim in
        [
          .text(claim.id), .text(claim.isCorrection ? "correction" : "as printed"),
          .integer(claim.report.mutants.count), .integer(claim.report.refuted),
          .integer(claim.report.weakerOrEquivalent), .integer(claim.report.survivors),
          claim.report.score.map(Cell.number) ?? .missing,
        ]
      }, note: note(ledger), metadata: metadata(ledger))
  }

  /// One row a mutant.
  package static func mutants(_ ledger: PowerLedger) -> Table {
    Table(
      title: "Mutants of the claims",
      columns: ["claim", "mutant", "outcome", "reason"].map { Column($0, alignment: .leading) }
        + [Column("least relative margin")],
      rows: ledger.claims.flatMap { claim in
        claim.report.mutants.map { mutant in
          [
            .text(claim.id), .text(mutant.text), .text(outcome(mutant)), .text(mutant.reason),
            mutant.leastRelativeMargin.map(Cell.number) ?? .missing,
          ]
        }
      }, note: note(ledger), metadata: metadata(ledger))
  }

  private static func outcome(_ mutant: ExaminedMutant) -> String {
    switch mutant.outcome {
    case .refuted: "refuted"
    case .weakerOrEquivalent: "weaker or equivalent"
    case .survivor: "survivor"
    }
  }

  private static func note(_ ledger: PowerLedger) -> String {
    let score = ledger.score.map { "\(($0 * 1000).rounded() / 10) %" } ?? "none"
    var note = """
      Score \(score): \(ledger.refuted) refuted, \(ledger.survivors) survived, \(ledger.weakerOrEquivalent) \
      weaker or equivalent. A survivor is true although it says more, or the search missed it.
      """
    let binding = ledger.claims.filter { !$0.report.rangesThatBind.isEmpty }.map {
      "\($0.id) (\($0.report.rangesThatBind.joined(separator: ", ")))"
    }
    if !binding.isEmpty {
      note += """
         These fail over wider ranges of some variables with all hypotheses: \
        \(binding.joined(separator: "; ")).
        """
    }
    if !ledger.unexamined.isEmpty {
      note += " No statement is held to be true for \(ledger.unexamined.joined(separator: ", "))."
    }
    return note
  }

  private static func metadata(_ ledger: PowerLedger) -> [(String, String)] {
    [("seed", "\(ledger.seed)"), ("effort", ledger.effort.rawValue)]
  }
}
