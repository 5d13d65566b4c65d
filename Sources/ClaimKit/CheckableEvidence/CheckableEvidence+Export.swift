import Scalars

extension CheckableEvidence {
  /// What can be checked again of some judgements: the witness of every refuted claim and amendment.
  public init(witnessesOf judgements: [Judgement], claims: [any Claim]) {
    let claims = Dictionary(claims.map { ($0.id, $0) }) { first, _ in first }
    var witnesses: [CheckableWitness] = []
    for judgement in judgements {
      guard let claim = claims[judgement.id] else { continue }
      witnesses += Self.witness(
        judgement.witness, judgement.family, of: claim.id, nil, claim.families)
      for (index, (judged, amendment)) in zip(judgement.amendments, claim.amendments).enumerated() {
        witnesses += Self.witness(
          judged.witness, judged.family, of: claim.id, index, amendment.families)
      }
    }
    self.init(witnesses: witnesses)
  }

  /// The boxes of all inequalities of the judged claims that can be certified: those as printed and those
  /// of amendments that are not refuted.
  public init(
    boxesOf judgements: [Judgement], claims: [any Claim], certification: BoxCertification,
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) {
    let claims = Dictionary(claims.map { ($0.id, $0) }) { first, _ in first }
    var boxes: [CheckableBoxes] = []
    for judgement in judgements {
      guard let claim = claims[judgement.id] else { continue }
      if judgement.verdict != .refuted, !claim.families.isEmpty {
        boxes += certification.report(on: claim.families, progress: progress).boxes(
          of: claim.id, nil)
      }
      for (index, judged) in judgement.amendments.enumerated()
      where judged.verdict != .refuted && index < claim.amendments.count {
        boxes += certification.report(on: claim.amendments[index].families, progress: progress)
          .boxes(of: claim.id, index)
      }
    }
    self.init(boxes: boxes)
  }

  /// A judgement's table of a witness as evidence: of the table only the values of the variables.
  private static func witness(
    _ table: [String: String]?, _ family: Int?, of claim: String, _ amendment: Int?,
    _ families: [any Statement]
  ) -> [CheckableWitness] {
    guard let table, let family, families.indices.contains(family) else { return [] }
    let names = Set(families[family].variables.map(\.name))
    return [
      CheckableWitness(
        statement: StatementReference(claim: claim, amendment: amendment, family: family),
        values: table.filter { names.contains($0.key) })
    ]
  }
}

extension BoxReport {
  /// The trees of the families, none unless all are decided.
  func boxes(of claim: String, _ amendment: Int?) -> [CheckableBoxes] {
    guard isCertified || isInfeasible else { return [] }
    return families.enumerated().compactMap { index, family in
      family.tree.map {
        CheckableBoxes(
          statement: StatementReference(claim: claim, amendment: amendment, family: index),
          asserts: family.holding > 0 ? .conclusionHolds : .hypothesesFail, box: family.box,
          tree: $0)
      }
    }
  }
}
