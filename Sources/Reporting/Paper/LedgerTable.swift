package import ClaimKit
import Claims

/// The ledger as tables.
package enum LedgerTable {
  /// The verdicts on record, how many of each, and the kinds of amendments.
  package static var recorded: Table {
    let claims = PaperClaim.allCases.map(\.claim)
    let counts = Verdict.allCases.compactMap { verdict in
      let count = claims.count { $0.recorded == verdict }
      return count == 0 ? nil : "\(count) \(verdict.rawValue)"
    }
    return Table(
      title: "Claims of the paper and the verdicts on record",
      columns: [
        Column("claim", alignment: .leading), Column("title", alignment: .leading),
        Column("as printed", alignment: .leading),
        Column("amendments", alignment: .leading),
      ],
      rows: claims.map { claim in
        let kinds = claim.amendments.map(\.kind.rawValue)
        return [
          .text(claim.id), .text(claim.title), .text(claim.recorded.rawValue),
          kinds.isEmpty ? .missing : .text(kinds.joined(separator: ", ")),
        ]
      },
      metadata: [("claims", "\(claims.count): \(counts.joined(separator: ", "))")])
  }

  /// What the judge found in a run.
  package static func judged(_ ledger: Ledger) -> Table {
    Table(
      title: "What the judge found",
      columns: [
        Column("claim", alignment: .leading), Column("verdict", alignment: .leading),
        Column("trust", alignment: .leading), Column("on record", alignment: .leading),
        Column("evidence", alignment: .leading), Column("witness", alignment: .leading),
      ],
      rows: ledger.claims.flatMap { judgement in
        [
          [
            Cell.text(judgement.id), .text(judgement.verdict.rawValue),
            .text(judgement.trust.rawValue), .text(judgement.recorded.rawValue),
            .text(judgement.evidence.first?.summary ?? ""), .text(witness(judgement.witness)),
          ]
        ]
          + judgement.amendments.map { amendment in
            [
              Cell.text("  \(amendment.kind.rawValue)"), .text(amendment.verdict.rawValue),
              .text(amendment.trust.rawValue), .missing,
              .text(amendment.evidence.first?.summary ?? ""), .text(witness(amendment.witness)),
            ]
          }
      },
      metadata: [("seed", "\(ledger.seed)"), ("effort", ledger.effort.rawValue)])
  }

  package static func witness(_ witness: [String: String]?) -> String {
    (witness ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
      .joined(separator: ", ")
  }
}
