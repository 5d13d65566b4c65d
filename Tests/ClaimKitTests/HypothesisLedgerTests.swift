import ClaimKit
import RealModule
import Scalars
import Testing

/// x·y ≥ 1 where x ≥ 1 and y ≥ 1, with hypotheses that are needed, implied, idle and built in.
private struct ProductStatement: Statement {
  var isFalse = false

  var variables: [Variable] { ["x", "y"].map { Variable($0, from: Rational(1, 2), to: 3) } }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let (x, y) = (instance["x"], instance["y"])
    return [
      Hypothesis("x ≥ 1", nonNegative: x - S(1)), Hypothesis("y ≥ 1", nonNegative: y - S(1)),
      Hypothesis("x > 0", positive: x), Hypothesis("x² ≤ 8", nonNegative: S(8) - x.squared),
      Hypothesis(byConstruction: "x and y are fractions"),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast(instance["x"] * instance["y"], S(isFalse ? 2 : 1))
  }
}

@Suite struct `The ledger of hypotheses` {
  private func ledger(
    _ claim: PlantedClaim, effort: Effort = .quick, seed: UInt64 = 1
  ) throws -> HypothesisLedger {
    try #require(
      try Judge(effort: effort, seed: seed, proofs: []).judgement(of: claim).hypothesisLedger)
  }

  private func claim(isFalse: Bool = false) -> PlantedClaim {
    PlantedClaim(
      families: [ProductStatement(isFalse: isFalse)],
      control: Control("x·y ≥ 2", families: [ProductStatement(isFalse: true)]))
  }

  @Test(arguments: [Effort.quick, .standard], [UInt64(1), 2, 3])
  func `says which are needed, implied or idle`(effort: Effort, seed: UInt64) throws {
    let ledger = try ledger(claim(), effort: effort, seed: seed)
    #expect(ledger.subject == .printed)
    #expect(ledger.canBeMet == .holds && ledger.meetingInstance?.count == 2)
    #expect(
      ledger.records.map(\.name) == [
        "x ≥ 1", "y ≥ 1", "x > 0", "x² ≤ 8", "x and y are fractions",
      ])
    #expect(
      ledger.records.map(\.need) == [
        .needed, .needed, .implied, .notSeenToBeNeeded, .notExamined,
      ])
    #expect(ledger.records.map(\.wasFalse) == [true, true, true, true, false])
    #expect(
      ledger.records.map(\.sampling) == [
        .byRejection, .byRejection, .byRange, .byRejection, .byConstruction,
      ])
  }

  @Test func `says which of them stand for what is printed`() throws {
    #expect(try ledger(claim()).printedHypotheses == nil)
    var linked = claim()
    linked.hypotheses = ["x and y are at least 1", "x² ≤ 8", "x is nice"]
    linked.predicates = [["x ≥ 1", "y ≥ 1"], ["x² ≤ 8", "x² ≤ 9"], []]
    let printed = try #require(try ledger(linked).printedHypotheses)
    #expect(printed.map(\.text) == linked.hypotheses)
    #expect(printed.map(\.records) == [["x ≥ 1", "y ≥ 1"], ["x² ≤ 8"], []])
    #expect(printed.map(\.unexamined) == [[], ["x² ≤ 9"], []])
    #expect(printed.map(\.isNeeded) == [true, false, false])
    #expect(try ledger(linked).lines.contains { $0.hasPrefix("printed 'x is nice': not tested") })
  }

  @Test func `has a witness at which only the dropped hypothesis fails`() throws {
    for record in try ledger(claim()).records where record.need == .needed {
      let witness = try #require(record.witness)
      let x = try #require(witness["x"].flatMap { Rational($0) })
      let y = try #require(witness["y"].flatMap { Rational($0) })
      #expect((x < 1) != (y < 1))
      #expect(x * y < 1 && x * x <= 8)
      #expect(record.name == (x < 1 ? "x ≥ 1" : "y ≥ 1"))
    }
  }

  @Test func `drops nothing from what is refuted, and from the correction where there is one`()
    throws
  {
    var claim = claim(isFalse: true)
    let alone = try ledger(claim)
    #expect(alone.subject == .none)
    #expect(alone.records.allSatisfy { $0.need == .notExamined })
    #expect(alone.records.contains { $0.wasFalse })
    claim.amendments = [
      Amendment(.corrected, "x·y ≥ 1", families: [ProductStatement()], control: claim.control)
    ]
    let corrected = try ledger(claim)
    #expect(corrected.subject == .correction)
    #expect(corrected.records.map(\.need).prefix(2) == [.needed, .needed])
  }

  @Test func `says that hypotheses cannot be met only where boxes show it`() throws {
    var impossible = PlantedClaim(
      families: [SquareStatement(bound: 0, range: (-1, Rational(1, 4)))])
    #expect(try ledger(impossible).canBeMet == .undecided)
    impossible.isExhaustive = true
    let ledger = try ledger(impossible)
    #expect(ledger.canBeMet == .fails && ledger.meetingInstance == nil)
  }

  @Test func `lists what is printed beside what is examined`() throws {
    #expect(try ledger(claim()).printed == claim().hypotheses)
  }
}
