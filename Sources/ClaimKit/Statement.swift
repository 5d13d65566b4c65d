public import Scalars

/// A hypothesis at an instance: its text, and the number whose sign decides it.
public struct Hypothesis<S: Scalar>: Sendable {
  public let text: String
  /// Decides the hypothesis; `.holds` for one that the instance type makes true by construction.
  public let decision: Decision
  /// How much room is left, where that is a number.
  public let slack: S?

  /// `slack` ≥ 0.
  @inlinable public init(_ text: String, nonNegative slack: S) {
    self.init(text: text, decision: slack.isNonNegative, slack: slack)
  }

  /// `slack` > 0.
  @inlinable public init(_ text: String, positive slack: S) {
    self.init(text: text, decision: slack.isPositive, slack: slack)
  }

  /// True for every instance, by the way in which instances are built.
  @inlinable public init(byConstruction text: String) {
    self.init(text: text, decision: .holds, slack: nil)
  }

  @usableFromInline init(text: String, decision: Decision, slack: S?) {
    self.text = text
    self.decision = decision
    self.slack = slack
  }
}

/// What a statement asserts at an instance.
public enum Conclusion<S: Scalar>: Sendable {
  /// left ≥ right.
  case atLeast(S, S)
  /// A point with left ≥ right exists: `left` is attained at a point that the statement names.
  ///
  /// A shortfall there does not exclude other points, hence decides nothing. 'Some point exists' is a
  /// statement without variables; 'for every constant some point exists' has the constant as its variable,
  /// and names a point that depends on it.
  case attained(S, atLeast: S)
  /// Both sides of each pair are the same number.
  case equal([(left: S, right: S)])

  /// Whether it holds. Two balls that overlap leave an equality undecided, however small they are.
  var decision: Decision {
    switch self {
    case .atLeast(let left, let right): (left - right).isNonNegative
    case .attained(let left, let right):
      (left - right).isNonNegative == .holds ? .holds : .undecided
    case .equal(let pairs):
      pairs.contains {
        ($0.left - $0.right).isPositive == .holds
          || ($0.right - $0.left).isPositive == .holds
      } ? .fails : .undecided
    }
  }

  /// (left − right)/(|left| + |right|), negative where the statement fails; for an equality minus the
  /// largest difference over the largest side. 0 where all sides are 0; nil where one is not finite.
  @inlinable public var relativeMargin: Double? {
    switch self {
    case .atLeast(let left, let right), .attained(let left, let right):
      let (left, right) = (left.approximation, right.approximation)
      guard left.isFinite, right.isFinite else { return nil }
      let size = left.magnitude + right.magnitude
      return size == 0 ? 0 : (left - right) / size
    case .equal(let pairs):
      let sides = pairs.flatMap {
        [$0.left.approximation.magnitude, $0.right.approximation.magnitude]
      }
      let differences = pairs.map { ($0.left - $0.right).approximation.magnitude }
      guard sides.allSatisfy(\.isFinite), let size = sides.max(), let worst = differences.max()
      else {
        return nil
      }
      return size == 0 ? 0 : -worst / size
    }
  }
}

extension Conclusion {
  /// The relative margin, continued where it would be flat: beyond ±1, which it is for sides of different
  /// signs, by how far the sides are apart. What minimisers see.
  @inlinable var searchedMargin: Double? {
    guard let margin = relativeMargin else { return nil }
    switch self {
    case .equal: return margin
    case .atLeast(let left, let right), .attained(let left, let right):
      guard margin.magnitude == 1 else { return margin }
      let difference = left.approximation - right.approximation
      return margin + difference / (1 + difference.magnitude)
    }
  }
}

/// Something that can be judged: quantified variables, hypotheses and a conclusion, generic over the
/// number system, so that the search runs in doubles and the decision in balls.
public protocol Statement: Sendable {
  /// Exactly the quantified variables.
  var variables: [Variable] { get }

  /// The hypotheses at an instance, in the order in which they are printed.
  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>]

  /// The conclusion at an instance, built from the implementation under test; nil where a side does
  /// not exist, which the judge counts.
  ///
  /// Also asked outside the hypotheses, when they are examined: nil or a doubt there, never a trap.
  ///
  /// On balls the sides enclose theirs at every point, however wide the balls: a choice between formulas
  /// that are not both right is nil, or has a doubt, where the comparison is undecided.
  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>?

  /// The box on which an inequality is certified where that is not the whole of the variables' ranges: the
  /// same variables, in the same order, away from what cannot be certified, such as a contact.
  var certifiedBox: [Variable]? { get }

  /// The relative margin in doubles, continued beyond ±1 by the distance of sides of different signs; +∞
  /// where a hypothesis does not hold, NaN where the conclusion has no finite sides: what a search
  /// minimises. Decides nothing.
  ///
  /// A requirement with a default, so that each statement has its own compiled for doubles.
  func screenedMargin(at instance: Assignment<Double>) -> Double

  /// The hypotheses in doubles, and the conclusion in doubles: what a mutant of the statement is searched
  /// by. Requirements with defaults, for the same reason.
  func screenedHypotheses(at instance: Assignment<Double>) -> [Hypothesis<Double>]
  func screenedConclusion(at instance: Assignment<Double>) -> Conclusion<Double>?

  /// What else a reader should see of an instance, by name: such as the digits that should have been
  /// printed. Nothing by default.
  func details(at instance: Assignment<Ball>) -> [String: String]
}

extension Statement {
  public var certifiedBox: [Variable]? { nil }

  public func details(at instance: Assignment<Ball>) -> [String: String] { [:] }

  /// The variables with the ranges that are certified.
  var boxVariables: [Variable] {
    guard let box = certifiedBox else { return variables }
    precondition(
      zip(box, variables).allSatisfy { $0.name == $1.name && $0.scale == $1.scale }
        && box.count == variables.count, "certifiedBox has the variables of the statement")
    return box
  }

  @inlinable
  public func screenedHypotheses(at instance: Assignment<Double>) -> [Hypothesis<Double>] {
    hypotheses(at: instance)
  }

  @inlinable
  public func screenedConclusion(at instance: Assignment<Double>) -> Conclusion<Double>? {
    conclusion(at: instance)
  }

  @inlinable public func screenedMargin(at instance: Assignment<Double>) -> Double {
    for hypothesis in hypotheses(at: instance) where hypothesis.decision != .holds {
      return .infinity
    }
    return conclusion(at: instance)?.searchedMargin ?? .nan
  }
}
