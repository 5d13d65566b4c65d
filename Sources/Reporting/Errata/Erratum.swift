package import ClaimKit
import Claims

/// One defect of the paper: what is printed, what is wrong, how to see it, what holds in its place, and what
/// else rests on it.
package struct Erratum: Sendable {
  package let id: String
  package let title: String
  package let places: [String]
  package let printed: String
  package let defect: Defect
  package let checkByHand: String?
  package let verdict: Verdict
  package let trust: Trust
  package let witness: [String: String]?
  package let amendments: [JudgedAmendment]
  /// The kernel's theorems about the claim.
  package let theorems: [String]
  /// The claims that rely on this one, with what is found about them.
  package let dependents: [(id: String, verdict: Verdict)]
}

/// The defects of the paper, those of most consequence first.
package struct Errata: Sendable {
  package let entries: [Erratum]
  /// How many claims were judged.
  package let claimCount: Int
  package let provenance: [String]

  /// The errata that a run of the judge supports.
  ///
  /// A claim has an entry where its file names a defect. One that restates another, with the same defect, is
  /// a further place of the same entry.
  package init(ledger: Ledger, provenance: [String]) {
    let claims = ledger.claims.compactMap { PaperClaim(rawValue: $0.id)?.claim }
    let dependencies = ClaimDependencies(claims: PaperClaim.allCases.map(\.claim))
    let verdicts = Dictionary(
      uniqueKeysWithValues: PaperClaim.allCases.map { ($0.rawValue, $0.claim.recorded) })
    var found: [Erratum] = []
    for (judgement, claim) in zip(ledger.claims, claims) where claim.restates == nil {
      guard let defect = claim.defect else { continue }
      let restatements = PaperClaim.allCases.map(\.claim).filter { $0.restates == claim.id }
      let hidden = Set(restatements.map(\.id))
      found.append(
        Erratum(
          id: claim.id, title: claim.title, places: [claim.source] + restatements.map(\.source),
          printed: claim.statement, defect: defect, checkByHand: claim.checkByHand,
          verdict: judgement.verdict, trust: judgement.trust, witness: judgement.witness,
          amendments: judgement.amendments,
          theorems: PaperClaim.kernelProofs.filter { $0.claim == claim.id }.map(\.theorem),
          dependents: dependencies.dependents(of: claim.id)
            .filter { !hidden.contains($0) }
            .compactMap { id in verdicts[id].map { (id, $0) } }))
    }
    let order = Defect.Reach.allCases
    // The sort is stable: within a reach the paper's order stays.
    entries = order.flatMap { reach in found.filter { $0.defect.reach == reach } }
    claimCount = ledger.claims.count
    self.provenance = provenance
  }

  /// Entries by reach, most consequence first, without empty groups.
  var groups: [(reach: Defect.Reach, entries: [Erratum])] {
    Defect.Reach.allCases.compactMap { reach in
      let members = entries.filter { $0.defect.reach == reach }
      return members.isEmpty ? nil : (reach, members)
    }
  }
}

extension Defect.Reach {
  /// The heading of the defects of this reach.
  var heading: String {
    switch self {
    case .result: "Results that are false or empty as printed"
    case .hypothesis: "Results that need a hypothesis which is not printed"
    case .argument: "Steps of arguments that fail"
    case .interpretation: "Interpretations that the formulas do not support"
    case .presentation: "Symbols, numbers and roundings"
    }
  }
}
