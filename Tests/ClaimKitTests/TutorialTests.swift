// Sample
import ClaimKit
import RealModule
import Scalars
// End of sample
import Testing

// Sample
/// '1 − Φ(x) ≤ φ(x)/(x + 1/x) for all x > 0', as one might find it printed.
struct TailBound: Claim {
  let id = "example-tail"
  let title = "An upper bound of the normal tail"
  let source = "an example"
  let statement = "1 − Φ(x) ≤ φ(x)/(x + 1/x)"
  let hypotheses = ["x > 0"]

  var families: [any Statement] { [TailStatement(isUpperBound: true)] }

  var control: Control {
    Control("half of the bound", families: [TailStatement(isUpperBound: true, factor: 2)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected, "1 − Φ(x) ≥ φ(x)/(x + 1/x) for all x > 0",
        families: [TailStatement(isUpperBound: false)],
        control: Control(
          "twice the bound", families: [TailStatement(isUpperBound: false, factor: 2)]))
    ]
  }

  let recorded = Verdict.refuted
}
// End of sample

// Sample
/// Exactly the variables, hypotheses and conclusion, for every number system at once.
struct TailStatement: Statement {
  let isUpperBound: Bool
  var factor = 1

  var variables: [Variable] {
    [Variable("x", from: Rational(1, 100), to: 100, scale: .logarithmic)]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("x > 0", positive: instance["x"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let x = instance["x"]
    // In logarithms, since both sides leave the range of doubles.
    let tail = S.logNormalUpperTail(x)
    let bound = S.logNormalDensity(x) - S.log(x + S(1) / x)
    return isUpperBound
      ? .atLeast(bound - S.log(S(factor)), tail) : .atLeast(tail, bound + S.log(S(factor)))
  }
}
// End of sample

// Sample
/// The judge's answer, the same for every run with this seed.
func judgedTailBound() throws -> Judgement {
  try Judge(effort: .standard, seed: 1, proofs: []).judgement(of: TailBound())
}
// End of sample

@Suite struct `The tutorial` {
  @Test func `ends as it says`() throws {
    let judgement = try judgedTailBound()
    #expect(judgement.verdict == .refuted)
    #expect(judgement.trust == .certified)
    #expect(judgement.agreesWithRecord)
    #expect(judgement.witness?["x"] != nil)
    #expect(judgement.amendments.map(\.verdict) == [.supported])
    let ledger = try #require(judgement.hypothesisLedger)
    #expect(ledger.subject == .correction && ledger.canBeMet == .holds)
    #expect(ledger.records.map(\.need) == [.neededForExistence])
    #expect(ledger.records.first?.wasFalse == true)
  }
}
