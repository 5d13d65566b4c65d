import ClaimKit
import Claims
import Foundation
import GANTheory
import Scalars

/// The parts of the report about the claims: what was found, and the ledger.
enum LedgerPart {
  /// How many claims have which verdict, and the defects with most consequence.
  static func findings(_ ledger: Ledger) -> HTMLPage.Section {
    let entries = Errata(ledger: ledger, provenance: []).entries
    let foremost = entries.enumerated().sorted { left, right in
      let keys = [left, right].map {
        (order($0.element.defect.reach), -$0.element.dependents.count, $0.offset)
      }
      return keys[0] < keys[1]
    }.prefix(3).map(\.element)
    let amended = ledger.claims.flatMap(\.amendments)
    return HTMLPage.Section(
      id: "findings", title: "What was found",
      body: [
        .table(counts(ledger)),
        .paragraph(
          """
          \(amended.count) amendments stand beside the claims: \(kinds(amended)). Each has a verdict of its own. \
          These three defects have most consequence, by how many other claims rest on them:
          """),
      ]
        + foremost.map { entry in
          .definitionList(
            [
              ("\(entry.title) (\(entry.id))", entry.defect.text),
              ("Printed", entry.printed),
            ]
              + (entry.amendments.first.map {
                [("\($0.kind.rawValue.capitalized), \($0.verdict.rawValue)", $0.statement)]
              } ?? [])
              + [("What rests on it", dependents(entry))])
        })
  }

  /// The ledger, with buttons that choose among the claims.
  static func claims(_ ledger: Ledger) -> HTMLPage.Section {
    HTMLPage.Section(
      id: "claims", title: "Is this theorem true as printed?",
      body: [
        .paragraph(
          """
          Each claim of the paper was searched for counterexamples and every candidate was decided in ball \
          arithmetic. A refuted claim has a witness that can be checked by hand, and the nearest true statement \
          with it. 'supported' says that a stated search found nothing; it does not say that a claim is true.
          """),
        .filteredEntries(
          FilteredEntries(
            name: "ledger",
            groups: [
              .init("verdict", Verdict.allCases.map(\.rawValue)),
              .init("trust", Trust.allCases.map(\.rawValue)),
              .init("place", places(of: ledger)),
              .init("defect", Defect.Reach.allCases.map(\.rawValue) + ["none"]),
            ],
            entries: ledger.claims.map { judgement in
              FilteredEntries.Entry(
                id: judgement.id, badge: judgement.verdict.rawValue,
                title: "\(judgement.id): \(judgement.title)", values: values(of: judgement),
                body: ClaimEntry(judgement).blocks)
            })),
      ])
  }

  private static func values(of judgement: Judgement) -> [String: String] {
    let defect = PaperClaim(rawValue: judgement.id)?.claim.defect
    return [
      "verdict": judgement.verdict.rawValue, "trust": judgement.trust.rawValue,
      "place": place(judgement.source), "defect": defect?.reach.rawValue ?? "none",
    ]
  }

  /// Sections, then appendices.
  private static func places(of ledger: Ledger) -> [String] {
    Set(ledger.claims.map { place($0.source) }).sorted {
      ($0.hasPrefix("Section") ? 0 : 1, $0) < ($1.hasPrefix("Section") ? 0 : 1, $1)
    }
  }

  /// The section or appendix that a source names first: `Section 3`, `Appendix C`.
  static func place(_ source: String) -> String {
    let words = source.split { !($0.isLetter || $0.isNumber || $0 == ".") }
    for (word, next) in zip(words, words.dropFirst()) {
      let kind = word.lowercased()
      guard ["section", "appendix"].contains(kind), let mark = next.first else { continue }
      return "\(kind.capitalized) \(mark)"
    }
    // A numbered result of an appendix begins with its letter.
    let mark = words.first { $0.contains(".") && $0.count >= 3 }?.first
    return mark.map { $0.isLetter ? "Appendix \($0)" : "Section \($0)" } ?? "elsewhere"
  }

  private static func order(_ reach: Defect.Reach) -> Int {
    Defect.Reach.allCases.firstIndex(of: reach)!
  }

  private static func dependents(_ entry: Erratum) -> String {
    entry.dependents.isEmpty
      ? "no other claim of the ledger" : entry.dependents.map(\.id).joined(separator: ", ")
  }

  private static func kinds(_ amendments: [JudgedAmendment]) -> String {
    Amendment.Kind.allCases.compactMap { kind in
      let count = amendments.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) \(kind.rawValue)"
    }.joined(separator: ", ")
  }

  private static func counts(_ ledger: Ledger) -> Table {
    let meanings: [(Verdict, String)] = [
      (.proved, "holds as printed for all instances: by Coq's kernel or exact algebra"),
      (.certified, "holds on a stated compact box, decided in ball arithmetic"),
      (.supported, "no counterexample in a stated search, whose control was refuted"),
      (.refuted, "a witness satisfies every printed hypothesis and violates the conclusion"),
      (.vacuous, "the hypotheses cannot be met, or force the conclusion whatever it says"),
      (.inconclusive, "none of these; the evidence gives the reason"),
    ]
    return Table(
      title: "Claims of the paper, as printed",
      columns: [
        Column("verdict", alignment: .leading), Column("claims"),
        Column("what it says", alignment: .leading),
      ],
      rows: meanings.compactMap { verdict, meaning in
        let count = ledger.claims.count { $0.verdict == verdict }
        return count == 0
          ? nil : [.text(verdict.rawValue), .integer(count), .text(meaning)]
      },
      metadata: [("claims", "\(ledger.claims.count)"), ("effort", ledger.effort.rawValue)])
  }
}
