import ClaimKit
import Claims
import Testing

@testable import Reporting

@Suite struct `The errata` {
  private static let ledger: Ledger? = {
    let judge = Judge(effort: .quick, seed: 1, proofs: [])
    let entries: [PaperClaim] = [.separatedFieldDiscussion, .modeMixture, .fieldOfRatio]
    let judgements = entries.compactMap { try? judge.judgement(of: $0.claim) }
    return Ledger(seed: 1, effort: .quick, claims: judgements)
  }()

  private let errata: Errata

  init() throws {
    errata = Errata(ledger: try #require(Self.ledger), provenance: ["by hand"])
  }

  @Test func `have an entry for each defect, those of most consequence first`() {
    #expect(errata.claimCount == 3)
    #expect(errata.entries.map(\.id) == ["theorem-3.4", "proposition-C.4-discussion"])
    #expect(errata.entries.first?.defect.reach == .result)
  }

  @Test func `name every place, what rests on an entry, and what holds in its place`() throws {
    let entry = try #require(errata.entries.first)
    #expect(entry.places.count == 2)
    #expect(entry.places.last?.contains("C.7") == true)
    #expect(!entry.dependents.contains { $0.id == "theorem-C.7" })
    let terms = entry.parts.map(\.term)
    for term in ["Printed", "What is wrong", "Check by hand", "Witness", "Corrected"] {
      #expect(terms.contains(term), "\(term)")
    }
  }

  @Test func `say the same in every format`() {
    for text in [errata.markdown, errata.latex, errata.page.html] {
      for entry in errata.entries { #expect(text.contains(entry.title)) }
      #expect(text.contains("by hand"))
    }
  }

  @Test func `are in characters that LaTeX knows, whatever claim they quote`() {
    for claim in PaperClaim.allCases.map(\.claim) {
      let texts =
        [claim.title, claim.source, claim.statement, claim.checkByHand ?? ""]
        + [claim.defect?.text ?? ""] + claim.hypotheses + claim.remarks
        + claim.amendments.map(\.statement)
        + claim.families.flatMap { $0.variables.map(\.name) }
      for text in texts {
        #expect(LaTeXText.unknownCharacters(in: text).isEmpty, "\(claim.id): \(text)")
      }
    }
  }

  @Test func `set marks above letters as accents`() {
    #expect(LaTeXText.escaped("Ẑ = d̂·x̄") == #"$\hat{Z}$ = $\hat{d}$$\cdot$$\bar{x}$"#)
    #expect(LaTeXText.unknownCharacters(in: "α ☃") == ["☃"])
  }
}
