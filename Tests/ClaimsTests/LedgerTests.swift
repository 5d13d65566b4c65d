import ClaimKit
import Claims
import Testing

@Suite struct `The ledger` {
  private let judge = Judge(effort: .quick, seed: 1, proofs: PaperClaim.kernelProofs)

  @Test(arguments: PaperClaim.allCases)
  func `records what the judge finds`(entry: PaperClaim) throws {
    let judgement = try judge.judgement(of: entry.claim)
    #expect(judgement.verdict == entry.claim.recorded)
    #expect(judgement.id == entry.rawValue)
  }

  @Test(arguments: PaperClaim.allCases)
  func `finds the same with another seed`(entry: PaperClaim) throws {
    let other = Judge(effort: .quick, seed: 20_261_124, proofs: PaperClaim.kernelProofs)
    #expect(try other.judgement(of: entry.claim).verdict == entry.claim.recorded)
  }

  @Test(arguments: PaperClaim.allCases)
  func `has a witness for each refutation and an amendment that is not refuted`(
    entry: PaperClaim
  ) throws {
    let judgement = try judge.judgement(of: entry.claim)
    #expect((judgement.verdict == .refuted) == (judgement.witness != nil))
    if judgement.verdict == .refuted { #expect(!judgement.amendments.isEmpty) }
    for amendment in judgement.amendments {
      #expect([.supported, .certified, .proved].contains(amendment.verdict))
    }
  }

  @Test func `needs no proof to refute: the search alone finds every counterexample`() throws {
    let unaided = Judge(effort: .quick, seed: 3, proofs: [])
    for entry in PaperClaim.allCases where entry.claim.recorded == .refuted {
      #expect(try unaided.judgement(of: entry.claim).verdict == .refuted)
    }
  }

  @Test func `cites kernel proofs of its own claims only`() {
    for proof in PaperClaim.kernelProofs {
      #expect(PaperClaim(rawValue: proof.claim) != nil, "\(proof.claim) is not in the ledger")
    }
  }
}
