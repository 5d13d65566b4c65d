import ClaimKit
import Claims
import Foundation
import Testing

/// What can be said of the ledger without judging it. `make ledger-check` judges all of it with the optimised
/// program; here a few claims are judged, so that the library is tried as well.
@Suite struct `The ledger` {
  private static let sample: [PaperClaim] = [
    .fieldOfRatio, .modeMixture, .steepnessDrop, .spaceSteepness, .separatedFieldDiscussion,
  ]

  private static let claims = PaperClaim.allCases.map(\.claim)

  @Test(arguments: sample)
  func `records what the judge finds, with and without proofs where it refutes`(
    entry: PaperClaim
  ) throws {
    let claim = entry.claim
    let judge = Judge(effort: .quick, seed: 1, proofs: PaperClaim.kernelProofs)
    #expect(try judge.judgement(of: claim).verdict == claim.recorded)
    guard claim.recorded == .refuted else { return }
    let unaided = Judge(effort: .quick, seed: 3, proofs: [])
    #expect(try unaided.judgement(of: claim).verdict == .refuted)
  }

  /// `Tests/Witnesses.json` is written by `verify --witnesses`.
  @Test func `keeps a counterexample of all that it refutes, which balls confirm without a search`()
    throws
  {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Witnesses.json")
    let stored = try JSONDecoder().decode(CheckableEvidence.self, from: Data(contentsOf: file))
    for finding in try Recheck(claims: Self.claims).findings(on: stored) {
      #expect(finding.isConfirmed, "\(finding.statement): \(finding.detail)")
    }
    let covered = Set(
      stored.witnesses.filter { $0.statement.amendment == nil }.map(\.statement.claim))
    let missing = Self.claims.filter { $0.recorded == .refuted && !covered.contains($0.id) }.map(
      \.id)
    #expect(missing.isEmpty, "add them with verify \(missing) --witnesses Tests/Witnesses.json")
  }

  @Test(arguments: PaperClaim.allCases)
  func `links printed hypotheses to ones that its statements have`(entry: PaperClaim) {
    let claim = entry.claim
    guard !claim.predicates.isEmpty else { return }
    #expect(claim.predicates.count == claim.hypotheses.count)
    let names = (claim.families + claim.amendments.flatMap(\.families)).flatMap { family in
      let variables = family.variables
      return family.screenedHypotheses(
        at: Assignment(
          names: variables.map(\.name), values: variables.map { $0.number(at: 0.5) })
      ).map(\.text)
    }
    for name in claim.predicates.joined() { #expect(names.contains(name), "\(name)") }
  }

  @Test(arguments: PaperClaim.allCases)
  func `names every claim by its place in the paper`(entry: PaperClaim) {
    let claim = entry.claim
    #expect(claim.id == entry.rawValue)
    for text in [claim.title, claim.source, claim.statement] { #expect(!text.isEmpty) }
    for text in [claim.title] + claim.hypotheses { #expect(!text.hasSuffix(".")) }
  }

  @Test(arguments: PaperClaim.allCases)
  func `says what is wrong with what it refutes, how to check it, and what holds instead`(
    entry: PaperClaim
  ) {
    let claim = entry.claim
    guard [.refuted, .vacuous].contains(claim.recorded) else { return }
    #expect(claim.defect != nil)
    guard claim.recorded == .refuted else { return }
    #expect(claim.checkByHand != nil)
    #expect(!claim.amendments.isEmpty)
  }

  @Test func `restates claims that it holds, with the same verdict`() {
    for claim in Self.claims {
      guard let original = claim.restates else { continue }
      #expect(Self.claims.contains { $0.id == original && $0.recorded == claim.recorded })
    }
  }

  @Test func `uses claims that it holds, and none in a circle`() {
    let dependencies = ClaimDependencies(claims: Self.claims)
    #expect(dependencies.unknown.isEmpty, "\(dependencies.unknown)")
    for claim in Self.claims {
      let isInCircle = dependencies.used(by: claim.id).contains {
        $0 == claim.id || dependencies.dependents(of: claim.id).contains($0)
      }
      #expect(!isInCircle, "\(claim.id) relies on what relies on it")
    }
  }

  @Test func `cites kernel proofs of its own claims and amendments only`() {
    #expect(!PaperClaim.kernelProofs.isEmpty)
    for proof in PaperClaim.kernelProofs {
      guard let claim = PaperClaim(rawValue: proof.claim)?.claim else {
        Issue.record("\(proof.theorem): \(proof.claim) is not in the ledger")
        continue
      }
      guard let amendment = proof.amendment else { continue }
      #expect(
        claim.amendments.places.contains(amendment),
        "\(proof.theorem): \(claim.id) has no amendment \(proof.label)")
    }
  }

  @Test func `records the verdicts that the kernel's theorems allow`() {
    for proof in PaperClaim.kernelProofs where proof.amendment == nil {
      guard let claim = PaperClaim(rawValue: proof.claim)?.claim else { continue }
      let allowed: Set<Verdict> =
        switch proof.establishes {
        case .statement: [.proved]
        case .refutation: [.refuted]
        case .triviality: [.vacuous]
        case .step: Set(Verdict.allCases)
        }
      #expect(
        allowed.contains(claim.recorded),
        "\(proof.theorem) is a \(proof.label) of \(claim.id), recorded \(claim.recorded)")
      // What runs show is no theorem.
      #expect(!claim.families.isEmpty || proof.establishes == .step, "\(proof.theorem)")
    }
  }
}
