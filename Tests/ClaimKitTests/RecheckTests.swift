import Scalars
import Testing

@testable import ClaimKit

@Suite struct `Evidence that is checked again` {
  /// True where x ≥ 1/2; as an amendment false.
  private var claim: PlantedClaim {
    var claim = PlantedClaim(families: [SquareStatement(bound: Rational(1, 5))])
    claim.amendments = [
      Amendment(
        .sharpened, "x² ≥ 2/5", families: [SquareStatement(bound: Rational(2, 5))],
        control: claim.control)
    ]
    return claim
  }

  private func evidence() throws -> CheckableEvidence {
    let judgement = try Judge(effort: .quick, seed: 1, proofs: []).judgement(of: claim)
    return CheckableEvidence(witnessesOf: [judgement], claims: [claim]).merged(
      with: CheckableEvidence(
        boxesOf: [judgement], claims: [claim], certification: BoxCertification(budget: 500)))
  }

  private func areConfirmed(_ evidence: CheckableEvidence) throws -> [Bool] {
    try Recheck(claims: [claim]).findings(on: evidence).map(\.isConfirmed)
  }

  /// The evidence with another tree.
  private func tampered(_ change: (inout [String]) throws -> Void) throws -> CheckableEvidence {
    let boxes = try #require(try evidence().boxes.first)
    var tree = boxes.tree
    try change(&tree)
    #expect(tree != boxes.tree)
    return CheckableEvidence(boxes: [
      CheckableBoxes(
        statement: boxes.statement, asserts: boxes.asserts, box: boxes.box, tree: tree)
    ])
  }

  private func witness(
    _ values: [String: String], claim: String = "planted", amendment: Int? = 0, family: Int = 0
  ) -> CheckableEvidence {
    CheckableEvidence(witnesses: [
      CheckableWitness(
        statement: StatementReference(claim: claim, amendment: amendment, family: family),
        values: values)
    ])
  }

  @Test func `is confirmed as it was found: the witness, and the boxes of what is certified`()
    throws
  {
    let evidence = try evidence()
    #expect(evidence.witnesses.map(\.statement.amendment) == [0])
    #expect(evidence.boxes.map(\.statement.amendment) == [nil])
    #expect(evidence.boxes[0].tree.count > 2)
    #expect(try areConfirmed(evidence) == [true, true])
  }

  @Test func `is not confirmed with another fraction`() throws {
    #expect(try areConfirmed(witness(["x": "1/2", "y": "0"])) == [true])
    // The conclusion holds, a hypothesis fails, the value is out of range.
    for x in ["2/3", "2/5", "-3"] {
      #expect(try areConfirmed(witness(["x": x, "y": "0"])) == [false])
    }
    // The printed claim holds at the same point.
    #expect(try areConfirmed(witness(["x": "1/2", "y": "0"], amendment: nil)) == [false])
    let cut = try tampered { tree in tree[0] = "split 0 at 1/3" }
    #expect(try areConfirmed(cut) == [false])
    let outside = try tampered { tree in tree[0] = "split 0 at 7" }
    #expect(try areConfirmed(outside) == [false])
    let end = try tampered { tree in
      let leaf = try #require(tree.firstIndex { !$0.hasPrefix("split") })
      tree[leaf] = tree[leaf].replacing("-1:", with: "-2:")
    }
    #expect(try areConfirmed(end) == [false])
  }

  @Test func `is not confirmed with a box missing or one too many`() throws {
    #expect(try areConfirmed(tampered { $0.removeLast() }) == [false])
    let middle = try tampered { tree in
      tree.remove(at: try #require(tree.firstIndex { !$0.hasPrefix("split") }))
    }
    #expect(try areConfirmed(middle) == [false])
    #expect(try areConfirmed(tampered { $0.append($0[$0.count - 1]) }) == [false])
    #expect(try areConfirmed(tampered { $0 = [] }) == [false])
  }

  @Test func `is not confirmed where a box is not decided as stated`() throws {
    let boxes = try #require(try evidence().boxes.first)
    for (stated, claimed) in [("holds", "outside"), ("outside", "holds")] {
      let swapped = try tampered { tree in
        let leaf = try #require(tree.firstIndex { $0.hasPrefix(stated) })
        tree[leaf] = tree[leaf].replacing(stated, with: claimed)
      }
      #expect(try areConfirmed(swapped) == [false])
    }
    // One box for everything, of a statement that is false on a part of it.
    let whole = CheckableBoxes(
      statement: StatementReference(claim: "planted", amendment: 0, family: 0),
      asserts: .conclusionHolds, box: boxes.box, tree: ["holds -1:1 0:1"])
    #expect(try areConfirmed(CheckableEvidence(boxes: [whole])) == [false])
    // Boxes that hold do not show that the hypotheses cannot be met.
    let infeasible = CheckableBoxes(
      statement: boxes.statement, asserts: .hypothesesFail, box: boxes.box, tree: boxes.tree)
    #expect(try areConfirmed(CheckableEvidence(boxes: [infeasible])) == [false])
    let narrower = CheckableBoxes(
      statement: boxes.statement, asserts: .conclusionHolds,
      box: ["x": "1/2:1", "y": "0:1"], tree: ["holds 1/2:1 0:1"])
    #expect(try areConfirmed(CheckableEvidence(boxes: [narrower])) == [false])
  }

  @Test func `is refused where it is about nothing that is known`() throws {
    let values = ["x": "1/2", "y": "0"]
    for evidence in [
      witness(values, claim: "theorem-9.9"), witness(values, amendment: 3),
      witness(values, family: -1), witness(["x": "1/2"]), witness(["x": "a", "y": "0"]),
      witness(["x": "1/0", "y": "0"]), witness(["x": "1/2", "y": "0", "z": "0"]),
      try tampered { $0[0] = "split 0 at" }, try tampered { $0[0] = "split 9 at 1/2" },
      try tampered { $0[0] = "split 0 at 1/0" }, try tampered { $0[0] = "" },
      try tampered { $0[0] = "holds 1" },
    ] {
      #expect(throws: EvidenceError.self) { try areConfirmed(evidence) }
    }
  }

  @Test func `shows that hypotheses cannot be met`() throws {
    let impossible = PlantedClaim(
      families: [SquareStatement(bound: 5, range: (-1, Rational(1, 4)))])
    let judgement = try Judge(effort: .quick, seed: 1, proofs: []).judgement(of: impossible)
    let evidence = CheckableEvidence(
      boxesOf: [judgement], claims: [impossible], certification: BoxCertification(budget: 100))
    #expect(evidence.boxes.map(\.asserts) == [.hypothesesFail])
    #expect(try Recheck(claims: [impossible]).findings(on: evidence).map(\.isConfirmed) == [true])
  }

  @Test func `replays a witness that still stands, and none that does not`() throws {
    let families = claim.amendments[0].families
    let standing = Replay(witness(["x": "1/2", "y": "0"]))
    let report = try #require(standing.report(claim: "planted", amendment: 0, on: families))
    #expect(report.violations == 1 && report.evaluated == 1)
    #expect(report.worst?.instance.values == [Rational(1, 2), 0])
    #expect(standing.report(claim: "planted", amendment: nil, on: claim.families) == nil)
    #expect(standing.report(claim: "other", amendment: 0, on: families) == nil)
    // The conclusion holds, a hypothesis fails, a value is missing, another is out of range.
    for x in ["1", "2/5", nil, "-3"] {
      let stale = Replay(witness(x.map { ["x": $0, "y": "0"] } ?? ["x": "1/2"]))
      #expect(stale.report(claim: "planted", amendment: 0, on: families) == nil)
    }
    #expect(Replay.none.report(claim: "planted", amendment: 0, on: families) == nil)
  }

  @Test func `is merged without repeats`() throws {
    let first = witness(["x": "1/2", "y": "0"])
    #expect(first.merged(with: first) == first)
    #expect(first.merged(with: witness(["x": "1/2", "y": "1"])).witnesses.count == 2)
  }
}
