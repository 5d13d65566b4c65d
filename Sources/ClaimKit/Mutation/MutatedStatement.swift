import Scalars

/// A statement with a change of its conclusion, in every number system.
///
/// In doubles it goes through the conclusion that was compiled for the statement.
struct MutatedConclusion<Base: Statement>: Statement {
  let base: Base
  let mutation: ConclusionMutation
  /// Of an equality, the pair that is changed.
  let pair: Int

  var variables: [Variable] { base.variables }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    base.hypotheses(at: instance)
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    base.conclusion(at: instance).flatMap { mutation.applied(to: $0, pair: pair) }
  }

  func screenedMargin(at instance: Assignment<Double>) -> Double {
    margin(
      base.screenedHypotheses(at: instance),
      base.screenedConclusion(at: instance).flatMap { mutation.applied(to: $0, pair: pair) })
  }
}

/// A statement without one of its hypotheses, searched where just that hypothesis fails: where it holds,
/// the search of the statement itself has been.
struct WithoutHypothesis<Base: Statement>: Statement {
  let base: Base
  /// The text of the dropped hypothesis.
  let dropped: String
  let ranges: SearchedRanges

  var variables: [Variable] { ranges.applied(to: base.variables) }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    base.hypotheses(at: instance).map { negatingDropped($0) }
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    base.conclusion(at: instance)?.atNamedPoint
  }

  func screenedMargin(at instance: Assignment<Double>) -> Double {
    margin(
      base.screenedHypotheses(at: instance).map { negatingDropped($0) },
      base.screenedConclusion(at: instance))
  }

  private func negatingDropped<S: Scalar>(_ hypothesis: Hypothesis<S>) -> Hypothesis<S> {
    guard hypothesis.text == dropped else { return hypothesis }
    return Hypothesis(text: "not \(dropped)", decision: !hypothesis.decision, slack: nil)
  }
}

/// A statement over other ranges, with all its hypotheses.
struct OverRanges<Base: Statement>: Statement {
  let base: Base
  let ranges: SearchedRanges

  var variables: [Variable] { ranges.applied(to: base.variables) }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    base.hypotheses(at: instance)
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    base.conclusion(at: instance)?.atNamedPoint
  }

  func screenedMargin(at instance: Assignment<Double>) -> Double {
    base.screenedMargin(at: instance)
  }
}

extension Conclusion {
  /// An existence as an assertion about the point that its statement names, where it can be refuted.
  fileprivate var atNamedPoint: Conclusion {
    guard case .attained(let left, let right) = self else { return self }
    return .atLeast(left, right)
  }
}

/// Which values are drawn where a hypothesis may fail.
struct SearchedRanges: Sendable {
  enum Width: String, Sendable, CaseIterable {
    case declared
    case widened
    /// As wide, and ranges in the logarithm's scale on both sides of 0.
    case reflected
  }

  let width: Width
  /// Variables whose range stays as declared.
  var kept: Set<String> = []

  func applied(to variables: [Variable]) -> [Variable] {
    variables.map { kept.contains($0.name) ? $0 : changed($0) }
  }

  private func changed(_ variable: Variable) -> Variable {
    switch width {
    case .declared: variable
    case .reflected where variable.scale == .logarithmic:
      Variable(variable.name, from: 0 - variable.upper, to: variable.upper)
    case .widened, .reflected: variable.widened
    }
  }
}

/// The relative margin in doubles of hypotheses and conclusion that have been evaluated.
private func margin(
  _ hypotheses: [Hypothesis<Double>], _ conclusion: @autoclosure () -> Conclusion<Double>?
) -> Double {
  guard hypotheses.allSatisfy({ $0.decision == .holds }) else { return .infinity }
  return conclusion()?.searchedMargin ?? .nan
}
