import ClaimKit
import Claims
import Foundation
import GANTheory
import Scalars

/// One claim whole, for the report.
struct ClaimEntry {
  private let judgement: Judgement
  private let entry: PaperClaim?

  init(_ judgement: Judgement) {
    self.judgement = judgement
    entry = PaperClaim(rawValue: judgement.id)
  }

  var blocks: [HTMLBlock] {
    [.definitionList(statement + amendments + remarks + relations)] + algebra
  }

  private var statement: [(String, String)] {
    var parts = [
      ("Source", judgement.source), ("As printed", judgement.statement),
      ("Hypotheses", judgement.hypotheses.joined(separator: "; ")),
      ("Verdict", "\(judgement.verdict.rawValue), trust: \(judgement.trust.rawValue)"),
    ].filter { !$0.1.isEmpty }
    if let witness = judgement.witness { parts.append(("Witness", LedgerTable.witness(witness))) }
    if let hand = entry?.claim.checkByHand { parts.append(("Check by hand", hand)) }
    if let defect = entry?.claim.defect { parts.append(("What is wrong", defect.text)) }
    return parts + judgement.evidence.map { ("Evidence: \($0.kind.rawValue)", $0.summary) }
  }

  private var amendments: [(String, String)] {
    judgement.amendments.flatMap { amendment in
      [
        (amendment.kind.rawValue.capitalized, amendment.statement),
        (
          "Its verdict",
          "\(amendment.verdict.rawValue), trust: \(amendment.trust.rawValue); "
            + amendment.evidence.map(\.summary).joined(separator: "; ")
        ),
      ]
    }
  }

  private var remarks: [(String, String)] { judgement.remarks.map { ("Remark", $0) } }

  /// What the claim uses and what uses it.
  private var relations: [(String, String)] {
    let dependencies = ClaimDependencies(claims: PaperClaim.allCases.map(\.claim))
    return [
      ("Uses", dependencies.used(by: judgement.id)),
      ("Is used by", dependencies.dependents(of: judgement.id)),
    ].filter { !$0.1.isEmpty }.map { ($0.0, $0.1.joined(separator: ", ")) }
  }

  /// The printed formulas beside the derived ones.
  private var algebra: [HTMLBlock] {
    (entry?.derivations ?? []).map { derivation in
      var formulas: [(term: String, mathML: String, text: String)] = []
      if let short = derivation.abbreviation {
        formulas = [
          ("Printed", short.expression.mathML, "with \(short.symbol) = \(short.meaning)")
        ]
      } else {
        formulas = [("Printed", derivation.printed.mathML, "")]
      }
      switch derivation.decision {
      case .holds: formulas[0].text += (formulas[0].text.isEmpty ? "" : "; ") + "derived: the same"
      case .fails, .undecided:
        formulas += [
          ("Derived", derivation.derived.mathML, ""),
          ("Derived / printed", derivation.quotient.mathML, ""),
        ]
      }
      return .details(
        "By algebra: \(derivation.title)",
        [.formulas(formulas)] + (derivation.note.map { [.paragraph($0)] } ?? []))
    }
  }
}
