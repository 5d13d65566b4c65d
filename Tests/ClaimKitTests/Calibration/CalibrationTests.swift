import ClaimKit
import Scalars
import Testing

/// 0 ≥ 1, a control that costs nothing.
private struct Absurdity: UnconditionalStatement {
  var variables: [Variable] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? { .atLeast(.zero, S(1)) }
}

@Suite struct `The judge over statements of known truth` {
  private static let seeds = 10

  private func verdict(
    _ known: KnownStatement, seed: UInt64, isExhaustive: Bool
  ) throws -> Verdict {
    var claim = PlantedClaim(
      families: [known.statement], control: Control("0 ≥ 1", families: [Absurdity()]))
    claim.id = known.name
    claim.isExhaustive = isExhaustive
    return try Judge(effort: .standard, seed: seed, proofs: []).judgement(of: claim).verdict
  }

  @Test func `knows enough statements of every kind`() {
    #expect(KnownStatement.all.count >= 40)
    #expect(Set(KnownStatement.all.map(\.truth)) == Set(KnownTruth.allCases))
    #expect(Set(KnownStatement.all.map(\.name)).count == KnownStatement.all.count)
  }

  @Test(arguments: KnownStatement.all.indices)
  func `is never wrong, and finds what an honest search can find`(index: Int) throws {
    let known = KnownStatement.all[index]
    for seed in (1...Self.seeds).map(UInt64.init) {
      // Subdivision does not depend on the seed: once is enough.
      let isExhaustive = seed == 1
      let verdict = try verdict(known, seed: seed, isExhaustive: isExhaustive)
      let isRight =
        verdict == known.truth.expected
        || isExhaustive && known.truth.provable.contains(verdict)
      #expect(isRight, "\(known.name) (\(known.truth.rawValue)), seed \(seed): \(verdict)")
    }
  }
}
