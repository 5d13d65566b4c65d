import ClaimKit
import Claims

/// The ledger as it is on record, without judging: the document that `claims --format json` prints.
package struct RecordedLedger: Codable, Sendable {
  package struct Entry: Codable, Sendable {
    let id: String
    let title: String
    let source: String
    let statement: String
    let hypotheses: [String]
    let recorded: Verdict
    let amendments: [RecordedAmendment]
  }

  package struct RecordedAmendment: Codable, Sendable {
    let kind: Amendment.Kind
    let statement: String
  }

  package let claims: [Entry]

  /// All claims in the order of the index.
  package init() {
    claims = PaperClaim.allCases.map { entry in
      let claim = entry.claim
      return Entry(
        id: claim.id, title: claim.title, source: claim.source, statement: claim.statement,
        hypotheses: claim.hypotheses, recorded: claim.recorded,
        amendments: claim.amendments.map {
          RecordedAmendment(kind: $0.kind, statement: $0.statement)
        })
    }
  }
}
