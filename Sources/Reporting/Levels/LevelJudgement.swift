package import ClaimKit
package import Scalars
import Synchronization

/// What the judge says of the claims.
package enum LevelJudgement {
  /// Where the work stands.
  package struct Progress: Sendable {
    package let claim: Int
    package let claims: Int
    /// Runs of this claim and its control that have begun.
    package let run: Int
  }

  /// In how many of the runs an event is claimed to happen: of a quick judgement ⅔, which 16 runs can show, otherwise 9/10.
  package static func share(_ effort: Effort) -> Rational {
    effort == .quick ? Rational(2, 3) : Rational(9, 10)
  }

  /// One row a claim.
  ///
  /// - Throws: `NumericError` from the judge; a run that fails is a row that says so.
  package static func table(
    _ levels: some FourLevels, effort: Effort, progress: @escaping @Sendable (Progress) -> Void
  ) throws -> Table {
    let count = RunCount()
    let claims = try LevelClaim.all(levels, share: share(effort)) { progress(count.next()) }
    let seed = levels.problem.seed
    let judge = Judge(effort: effort, seed: seed, proofs: [])
    let rows = try claims.enumerated().map { index, claim -> [Cell] in
      progress(count.begin(index, of: claims.count))
      let judgement = try judge.judgement(of: claim)
      let numbers = judgement.evidence.first?.numbers ?? [:]
      func number(_ name: String) -> Cell {
        numbers[name].flatMap { Double($0) }.map { .number($0) } ?? .missing
      }
      return [
        .text(claim.id), .text(claim.statement), .text(judgement.verdict.rawValue),
        .text(judgement.trust.rawValue), number("runs"), number("successes"), number("lower"),
        number("upper"),
        .text(
          (claim.hypotheses + judgement.evidence.dropFirst().map(\.summary))
            .joined(separator: "; ")),
      ]
    }
    return Table(
      title: "Claims about the levels",
      columns: [
        Column("claim", alignment: .leading), Column("statement", alignment: .leading),
        Column("verdict", alignment: .leading), Column("trust", alignment: .leading),
        Column("runs"), Column("successes"), Column("probability at least"), Column("at most"),
        Column("control", alignment: .leading),
      ], rows: rows,
      note: """
        Sequential tests at confidence \(LevelClaim.confidence); supported is not proved, and inconclusive says why.
        """,
      metadata: levels.metadata + [
        ("effort", "\(effort.rawValue), \(effort.runs) runs a claim at most")
      ])
  }
}

/// Counts runs, on whichever thread they are.
private final class RunCount: Sendable {
  private let place = Mutex(LevelJudgement.Progress(claim: 0, claims: 1, run: 0))

  func begin(_ claim: Int, of claims: Int) -> LevelJudgement.Progress {
    place.withLock {
      $0 = LevelJudgement.Progress(claim: claim, claims: claims, run: 0)
      return $0
    }
  }

  func next() -> LevelJudgement.Progress {
    place.withLock {
      $0 = LevelJudgement.Progress(claim: $0.claim, claims: $0.claims, run: $0.run + 1)
      return $0
    }
  }
}
