import ArgumentParser
import ClaimKit
import Claims
import Foundation
import GANTheory
import Reporting
import Scalars

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "One claim whole: statement, hypotheses, verdict, witness, amendments, proof.",
    discussion: """
      Also what is derived by algebra alone, by the beginning of its name: every one begins with
      \(DerivationTable.families.joined(separator: ", ")).

      EXAMPLE: steepness show theorem-4.2
      EXAMPLE: steepness show field-
      EXAMPLE: steepness show ratio-C.4 --format latex
      """)

  @Argument(help: "Id of the claim, or the beginning of a derivation's name.")
  var id: String

  @Option(help: "How hard to look: quick, standard or deep.")
  var effort: Effort = .quick

  @OptionGroup var seed: SeedOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    let derivations = Derivation.all.filter { !id.isEmpty && $0.name.hasPrefix(id) }
    guard derivations.isEmpty else {
      try output.emit(DerivationTable.rendered(derivations, as: output.format))
      return
    }
    let ledger = try ClaimSelection.ledger(
      try ClaimSelection.claims([id]), effort: effort, seed: seed.seed, progress: ProgressLine())
    switch output.format {
    case .text: try output.emit(ledger.claims.map(text).joined(separator: "\n"))
    case .json: try output.emit(try ClaimSelection.json(ledger))
    default: try output.emit(LedgerTable.judged(ledger))
    }
  }

  private func text(_ judgement: Judgement) -> String {
    var lines = [
      "\(judgement.id)  \(judgement.title)", "  \(judgement.source)", "",
      "As printed:  \(judgement.statement)", "", "Hypotheses:",
    ]
    lines += judgement.hypotheses.map { "  - \($0)" }
    lines += [
      "",
      "Verdict: \(judgement.verdict.rawValue) (trust: \(judgement.trust.rawValue); on record: "
        + "\(judgement.recorded.rawValue))",
    ]
    lines += evidence(judgement.evidence)
    if let witness = judgement.witness { lines += ["Witness: \(LedgerTable.witness(witness))"] }
    let claim = PaperClaim(rawValue: judgement.id)?.claim
    if let hand = claim?.checkByHand { lines += ["Check by hand: \(hand)"] }
    if let defect = claim?.defect {
      lines += ["What is wrong (\(defect.reach.rawValue)): \(defect.text)"]
    }
    if let ledger = judgement.hypothesisLedger {
      lines += ["Hypotheses examined:"] + ledger.lines.map { "  - \($0)" }
    }
    for amendment in judgement.amendments {
      lines += [
        "", "\(amendment.kind.rawValue.capitalized):  \(amendment.statement)",
        "Verdict: \(amendment.verdict.rawValue) (trust: \(amendment.trust.rawValue))",
      ]
      lines += evidence(amendment.evidence)
    }
    let derivations = PaperClaim(rawValue: judgement.id)?.derivations ?? []
    if !derivations.isEmpty {
      lines +=
        ["", "By algebra:"] + derivations.flatMap { DerivationTable.lines($0).map { "  \($0)" } }
    }
    if !judgement.remarks.isEmpty {
      lines += ["", "Remarks:"] + judgement.remarks.map { "  - \($0)" }
    }
    let dependencies = ClaimDependencies(claims: PaperClaim.allCases.map(\.claim))
    for (words, ids) in [
      ("Uses", dependencies.used(by: judgement.id)),
      ("Is used by", dependencies.dependents(of: judgement.id)),
    ] where !ids.isEmpty {
      lines += ["", "\(words): \(ids.joined(separator: ", "))"]
    }
    return lines.joined(separator: "\n")
  }

  private func evidence(_ evidence: [Evidence]) -> [String] {
    evidence.flatMap { item in
      ["  [\(item.kind.rawValue)] \(item.summary)"]
        + (item.kind == .coq
          ? [
            "        \(item.numbers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: "; "))"
          ] : [])
    }
  }
}
