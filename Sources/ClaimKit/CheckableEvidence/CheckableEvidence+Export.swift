import Scalars

extension CheckableEvidence {
  /// What can be checked again of some judgements: the witness of every refuted claim and amendment.
  public init(witnessesOf judgements: [Judgement], claims: [any Claim]) {
    let claims = Dictionary(claims.map { ($0.id, $0) }) { first, _ in first }
    var witnesses: [CheckableWitness] = []
    for judgement in judgements {
      guard let claim = claims[judgement.id] else { continue }
      if let table = judgement.witness {
        witnesses += Self.witness(table, of: claim, nil, claim.families)
      }
      for (index, judged) in judgement.amendments.enumerated() {
        guard let table = judged.witness, index < claim.amendments.count else { continue }
        witnesses += Self.witness(table, of: claim, index, claim.amendments[index].families)
      }
    }
    self.init(witnesses: witnesses)
  }

  /// The boxes of all inequalities of the judged claims that can be certified: those as printed and those
  /// of amendments that are not refuted.
  public init(
    boxesOf judgements: [Judgement], claims: [any Claim], certification: BoxCertification
  ) {
    let claims = Dictionary(claims.map { ($0.id, $0) }) { first, _ in first }
    var boxes: [CheckableBoxes] = []
    for judgement in judgements {
      guard let claim = claims[judgement.id] else { continue }
      if judgement.verdict != .refuted {
        boxes += certification.report(on: claim.families).boxes(of: claim.id, nil)
      }
      for (index, judged) in judgement.amendments.enumerated()
      where judged.verdict != .refuted && index < claim.amendments.count {
        boxes += certification.report(on: claim.amendments[index].families)
          .boxes(of: claim.id, index)
      }
    }
    self.init(boxes: boxes)
  }

  /// A judgement's table of a witness as evidence: it has both sides too, and does not say which family it
  /// belongs to, which is the first that has these variables and fails there.
  private static func witness(
    _ table: [String: String], of claim: any Claim, _ amendment: Int?, _ families: [any Statement]
  ) -> [CheckableWitness] {
    let recheck = Recheck(claims: [claim])
    for (family, statement) in families.enumerated() {
      let names = Set(statement.variables.map(\.name))
      let values = table.filter { names.contains($0.key) }
      // Two more at most: both sides.
      guard table.count <= values.count + 2 else { continue }
      let witness = CheckableWitness(
        statement: StatementReference(claim: claim.id, amendment: amendment, family: family),
        values: values)
      if (try? recheck.finding(on: witness))?.isConfirmed == true { return [witness] }
    }
    return []
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
