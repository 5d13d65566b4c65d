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
    discussion: "EXAMPLE: steepness show theorem-4.2")

  @Argument(help: "Id of the claim.")
  var id: String

  @Option(help: "How hard to look: quick, standard or deep.")
  var effort: Effort = .quick

  @OptionGroup var seed: SeedOption
  @OptionGroup var output: OutputOptions

  func run() throws {
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
    for amendment in judgement.amendments {
      lines += [
        "", "\(amendment.kind.rawValue.capitalized):  \(amendment.statement)",
        "Verdict: \(amendment.verdict.rawValue) (trust: \(amendment.trust.rawValue))",
      ]
      lines += evidence(amendment.evidence)
    }
    let derivations = PaperClaim(rawValue: judgement.id)?.derivations ?? []
    if !derivations.isEmpty { lines += ["", "By algebra:"] + derivations.flatMap(text) }
    if !judgement.remarks.isEmpty {
      lines += ["", "Remarks:"] + judgement.remarks.map { "  - \($0)" }
    }
    return lines.joined(separator: "\n")
  }

  /// Both sides of a derivation, and by what they differ.
  private func text(_ derivation: Derivation) -> [String] {
    let lines = [
      "  \(derivation.title) (\(derivation.source))", "    printed  \(derivation.printed)",
    ]
    switch derivation.decision {
    case .holds: return lines + ["    derived  the same"]
    case .fails:
      return lines + [
        "    derived  \(derivation.derived)", "    derived / printed = \(derivation.quotient)",
      ]
    case .undecided: return lines + ["    derived  \(derivation.derived)", "    not decided"]
    }
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
