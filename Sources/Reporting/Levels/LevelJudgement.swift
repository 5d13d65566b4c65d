package import ClaimKit
import GANSimulator

/// What the judge says of the claims.
package enum LevelJudgement {
  /// One row a claim.
  ///
  /// - Throws: `NumericError` from the judge; a run that fails is a row that says so.
  package static func table(
    _ levels: LineLevels, effort: Effort, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> Table {
    let claims = try LevelClaim.all(levels)
    let judge = Judge(effort: effort, seed: levels.seed, proofs: [])
    let rows = try claims.enumerated().map { index, claim -> [Cell] in
      progress(index, claims.count)
      let judgement = try judge.judgement(of: claim)
      let numbers = judgement.evidence.first?.numbers ?? [:]
      func number(_ name: String) -> Cell {
        numbers[name].flatMap { Double($0) }.map { .number($0) } ?? .missing
      }
      return [
        .text(claim.id), .text(claim.statement), .text(judgement.verdict.rawValue),
        .text(judgement.trust.rawValue), number("runs"), number("successes"), number("lower"),
        number("upper"),
        .text(judgement.evidence.dropFirst().map(\.summary).joined(separator: "; ")),
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
      note: "Sequential tests at confidence 99/100; supported is not proved.",
      metadata: [
        ("iterations", "\(levels.experiment.iterations)"), ("effort", effort.rawValue),
        ("seed", "\(levels.seed)"),
      ])
  }
}
