import ClaimKit
import RealModule
import Scalars
import Testing

/// Statements with something wrong about them.
private struct FaultyStatement: Statement {
  enum Fault {
    /// No conclusion for x > 3/4.
    case missing
    /// √(x − 1) at x < 1, which is no number.
    case notANumber
    /// Doubles overflow where balls do not: exp(1000·x)·exp(−1000·x) ≥ 1/2.
    case overflow
    /// No conclusion for x > 3/4, and false for x < 1/4.
    case missingAndFalse
  }

  let fault: Fault

  var variables: [Variable] { [Variable("x", from: 0, to: 1)] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let x = instance["x"]
    switch fault {
    case .missing:
      return (x - S(Rational(3, 4))).isPositive == .holds ? nil : .atLeast(x + S(1), S(1))
    case .notANumber: return .atLeast(S.sqrt(x - S(2)), .zero)
    case .overflow:
      let large = S(1000) * x
      return .atLeast(S.exp(large) * S.exp(-large), S(Rational(1, 2)))
    case .missingAndFalse:
      return (x - S(Rational(3, 4))).isPositive == .holds ? nil : .atLeast(x, S(Rational(1, 4)))
    }
  }
}

/// a² = a² + a·10^(−60): too close for 128 bits.
private struct NearlyTheSame: Statement {
  var isOnlyOutside = false

  var variables: [Variable] { [Variable("a", from: 1, to: 3)] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let a = instance["a"]
    let tiny = S.pow(S(10), -60)
    // max(a, 1) is a on the range, and another form.
    let same = isOnlyOutside ? S.larger(a, S(Rational(1, 2))) : a
    return .equal([(left: a.squared, right: a * same + (isOnlyOutside ? .zero : tiny * a))])
  }
}

/// Some x has x² ≥ bound, shown at x = point; or some x has x² ≥ M for every M, shown at x = factor·M + 1.
private struct ExistenceStatement: Statement {
  enum Form {
    case one(bound: Int, point: Rational)
    case forEveryConstant(factor: Rational)
  }

  let form: Form

  var variables: [Variable] {
    guard case .forEveryConstant = form else { return [] }
    return [Variable("M", from: Rational(1, 1000), to: 1000, scale: .logarithmic)]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    switch form {
    case .one(let bound, let point): .attained(S(point).squared, atLeast: S(bound))
    case .forEveryConstant(let factor):
      .attained((S(factor) * instance["M"] + S(1)).squared, atLeast: instance["M"])
    }
  }
}

@Suite struct `The judge's rules` {
  private func judgement(
    _ statement: any Statement, isExhaustive: Bool = false, effort: Effort = .quick,
    replay: Replay = .none
  ) throws -> Judgement {
    var claim = PlantedClaim(families: [statement])
    claim.isExhaustive = isExhaustive
    return try Judge(effort: effort, seed: 1, proofs: [], replay: replay).judgement(of: claim)
  }

  @Test(arguments: [FaultyStatement.Fault.missing, .notANumber])
  fileprivate func `hold a margin without a value against the implementation`(
    fault: FaultyStatement.Fault
  ) throws {
    let result = try judgement(FaultyStatement(fault: fault))
    #expect(result.verdict == .inconclusive)
    let evidence = try #require(result.evidence.first { $0.kind == .implementation })
    #expect(evidence.numbers["inBalls"].flatMap { Int($0) } ?? 0 > 0)
    #expect(evidence.numbers["x"] != nil)
  }

  @Test func `report where only doubles fail, and go by the balls`() throws {
    let result = try judgement(FaultyStatement(fault: .overflow))
    #expect(result.verdict == .supported)
    let evidence = try #require(result.evidence.first { $0.kind == .implementation })
    #expect(evidence.numbers["inBalls"] == "0")
    #expect(evidence.numbers["inDoubles"].flatMap { Int($0) } ?? 0 > 0)
  }

  @Test func `refute by a violation, whatever else is wrong`() throws {
    let result = try judgement(FaultyStatement(fault: .missingAndFalse))
    #expect(result.verdict == .refuted)
  }

  @Test func `certify what is exhaustive and holds on all of its box`() throws {
    let loose = PlantedInequality(form: .loose)
    #expect(try judgement(loose).verdict == .supported)
    let certified = try judgement(loose, isExhaustive: true)
    #expect(certified.verdict == .certified && certified.trust == .certified)
    #expect(certified.evidence.contains { $0.kind == .box && $0.numbers["boxesUndecided"] == "0" })
    // Attained inside: true, but not certified up to the contact.
    let sharp = try judgement(PlantedInequality(form: .attainedInside), isExhaustive: true)
    #expect(sharp.verdict == .supported)
    let box = try #require(sharp.evidence.first { $0.kind == .box })
    #expect(box.numbers["boxesUndecided"].flatMap { Int($0) } ?? 0 > 0)
    let fraction = try #require(box.numbers["leastDecidedFraction"].flatMap { Double($0) })
    #expect(fraction > 0.9 && fraction < 1)
  }

  @Test func `call vacuous what is exhaustive and has hypotheses that no point of the box meets`()
    throws
  {
    let impossible = SquareStatement(bound: 0, range: (-1, Rational(1, 4)))
    #expect(try judgement(impossible).verdict == .inconclusive)
    let result = try judgement(impossible, isExhaustive: true)
    #expect(result.verdict == .vacuous && result.trust == .certified)
    #expect(result.evidence.last?.kind == .argument)
  }

  @Test func `refute an equality exactly, and an inequality in balls`() throws {
    #expect(try judgement(BinomialStatement(factor: 3)).trust == .exact)
    #expect(try judgement(SquareStatement(bound: Rational(2, 5))).trust == .certified)
  }

  @Test func `refute sides that only algebra tells apart`() throws {
    let result = try judgement(NearlyTheSame())
    #expect(result.verdict == .refuted && result.trust == .exact)
    #expect(result.witness?["a"].flatMap { Rational($0) } != nil)
    // Other forms that are the same numbers on the whole range refute nothing.
    #expect(try judgement(NearlyTheSame(isOnlyOutside: true)).verdict != .refuted)
  }

  @Test func `certify an existence at the point that is named, for every constant too`() throws {
    func verdict(_ form: ExistenceStatement.Form) throws -> Verdict {
      try judgement(ExistenceStatement(form: form), isExhaustive: true).verdict
    }
    #expect(try verdict(.one(bound: 2, point: Rational(3, 2))) == .certified)
    #expect(try verdict(.forEveryConstant(factor: 1)) == .certified)
    // A point that falls short shows nothing, and refutes nothing.
    #expect(try verdict(.one(bound: 2, point: Rational(7, 5))) == .inconclusive)
    #expect(try verdict(.forEveryConstant(factor: Rational(1, 100))) == .inconclusive)
  }

  @Test func `look at earlier counterexamples first`() throws {
    let statement = SquareStatement(bound: Rational(2, 5))
    func witness(_ x: String) -> Replay {
      Replay(
        CheckableEvidence(witnesses: [
          CheckableWitness(
            statement: StatementReference(claim: "planted", family: 0), values: ["x": x, "y": "0"])
        ]))
    }
    let replayed = try judgement(statement, replay: witness("3/5"))
    #expect(replayed.verdict == .refuted)
    #expect(replayed.evidence[0].numbers["n"] == "1")
    #expect(replayed.evidence[0].numbers["screened"] == "0")
    // It stays as it was stored, or a store would grow with every run.
    #expect(replayed.witness?["x"] == "3/5")
    // One that no longer stands changes nothing.
    #expect(try judgement(statement, replay: witness("9/10")) == judgement(statement))
  }

  @Test(arguments: [1, 2, 3, 7])
  func `say the same on any number of threads`(threads: Int) throws {
    let claims = [Rational(1, 5), Rational(2, 5), Rational(1, 3), Rational(1, 4)].enumerated().map {
      var claim = PlantedClaim(families: [SquareStatement(bound: $1)])
      claim.id = "planted-\($0)"
      return claim
    }
    let judge = Judge(effort: .quick, seed: 5, proofs: [])
    let alone = try claims.map { try judge.judgement(of: $0) }
    #expect(try judge.ledger(of: claims, threads: threads).claims == alone)
  }
}
