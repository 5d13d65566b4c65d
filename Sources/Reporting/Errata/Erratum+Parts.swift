import ClaimKit
import Foundation

/// The parts of an entry in the order in which every format prints them.
extension Erratum {
  var parts: [(term: String, text: String)] {
    var parts = [("Where", places.joined(separator: "; ")), ("Printed", printed)]
    parts.append(("What is wrong", defect.text))
    if let checkByHand { parts.append(("Check by hand", checkByHand)) }
    if let witness {
      parts.append(("Witness", LedgerTable.witness(witness) + "; decided in ball arithmetic"))
    }
    parts.append(("Verdict as printed", "\(verdict.rawValue), trust: \(trust.rawValue)"))
    parts += amendments.map { amendment in
      (
        amendment.kind.rawValue.capitalized,
        "\(amendment.statement) (\(amendment.verdict.rawValue), trust: \(amendment.trust.rawValue))"
      )
    }
    if !theorems.isEmpty {
      parts.append(("Accepted by Coq's kernel", theorems.joined(separator: ", ")))
    }
    parts.append(
      (
        "What rests on it",
        dependents.isEmpty
          ? "no other claim of the ledger"
          : dependents.map { "\($0.id) (\($0.verdict.rawValue))" }.joined(separator: ", ")
      ))
    return parts.map { (term: $0.0, text: $0.1) }
  }
}

extension Errata {
  /// What a reader must know before the first entry.
  var introduction: [String] {
    let counts = groups.map { "\($0.entries.count) \($0.reach.rawValue)" }
    return [
      """
      \(entries.count) defects among \(claimCount) checkable statements of the paper, those of most consequence \
      first: \(counts.joined(separator: ", ")).
      """,
      """
      'refuted': a witness satisfies every printed hypothesis and violates the conclusion, decided in ball \
      arithmetic. 'vacuous': the hypotheses cannot be met, or force the conclusion whatever it says. 'proved' is \
      a proof by Coq's kernel or by exact algebra, 'certified' a decision by ball arithmetic on a stated box, \
      'supported' a stated search that found nothing, which is not a proof.
      """,
    ]
  }

  static let title = "Errata: gradient theory of GAN training"
}
