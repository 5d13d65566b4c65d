import Scalars
import Testing

@testable import ClaimKit

/// σ²·x ≥ 0, or σ·x ≥ 0, for x > 0 and σ > 0.
private struct SignStatement: Statement {
  var power = 2

  var variables: [Variable] {
    ["σ", "x"].map { Variable($0, from: Rational(1, 10), to: 10, scale: .logarithmic) }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    ["σ", "x"].map { Hypothesis("\($0) > 0", positive: instance[$0]) }
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    return .atLeast((power == 2 ? deviation.squared : deviation) * instance["x"], .zero)
  }
}

@Suite struct `The power of the search` {
  private func fate(of text: String, _ families: [any Statement]) throws -> ExaminedMutant {
    let report = try PowerExamination(effort: .quick, seed: 1).report(on: families)
    return try #require(report.mutants.first { $0.text == text })
  }

  @Test func `counts a dropped sign as equivalent where the formula has only the square`() throws {
    let square = try fate(of: "without 'σ > 0'", [SignStatement()])
    #expect(square.outcome == .weakerOrEquivalent)
    #expect(square.reason.contains("−σ"), "\(square.reason)")
  }

  @Test func `refutes a dropped sign where the formula has the number itself`() throws {
    #expect(try fate(of: "without 'σ > 0'", [SignStatement(power: 1)]).outcome == .refuted)
    #expect(try fate(of: "without 'x > 0'", [SignStatement()]).outcome == .refuted)
  }

  @Test func `decides mutants without variables`() throws {
    #expect(
      try fate(of: "right side × 2", [ClosedStatement()]).reason.hasPrefix("equivalent: neither"))
    #expect(try fate(of: "relation reversed", [ClosedStatement()]).outcome == .refuted)
  }

  @Test func `counts a fixed multiple of the difference of the sides as equivalent`() throws {
    let half = try fate(of: "right side ÷ 2", [BelowZeroStatement()])
    #expect(half.outcome == .weakerOrEquivalent)
    #expect(half.reason.contains("0.500000 times"), "\(half.reason)")
    #expect(
      try fate(of: "right side squared", [BelowZeroStatement()]).outcome == .refuted)
  }

  /// x ≤ 2 is idle, yet x ↦ −x does not explain that: x ≥ 1 would fail.
  @Test func `keeps an idle hypothesis without a symmetry as a survivor`() throws {
    let found = try fate(of: "without 'x ≤ 2'", [IdleStatement()])
    #expect(found.outcome == .survivor, "\(found.reason)")
  }
}

/// 2 ≥ 1/2, where 'right side squared' and 'right side × 2' are true, too.
private struct ClosedStatement: Statement {
  var variables: [Variable] { [] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast(S(2), S(Rational(1, 2)))
  }
}

/// 0 ≥ −x for 1 ≤ x ≤ 2.
private struct BelowZeroStatement: Statement {
  var variables: [Variable] { [Variable("x", from: 1, to: 2)] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast(.zero, -instance["x"])
  }
}

/// x ≥ 0 for 1 ≤ x ≤ 2.
private struct IdleStatement: Statement {
  var variables: [Variable] { [Variable("x", from: 0, to: 4)] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("x ≥ 1", nonNegative: instance["x"] - S(1)),
      Hypothesis("x ≤ 2", nonNegative: S(2) - instance["x"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast(instance["x"], .zero)
  }
}
