import RealModule
import Scalars

/// A small change of what a statement asserts.
///
/// An existence is changed at the point that its statement names, where it can be refuted.
enum ConclusionMutation: Sendable, Hashable {
  case rightDoubled
  case rightHalved
  case leftDoubled
  case rightNegated
  case rightSquared
  /// The square root of the right side where that is positive.
  case rightRooted
  /// right ≥ left; of inequalities only.
  case reversed
  /// left > right; of inequalities only.
  case strict

  static let ofInequalities: [ConclusionMutation] = [
    .rightDoubled, .rightHalved, .leftDoubled, .rightNegated, .rightSquared, .rightRooted,
    .reversed, .strict,
  ]
  static let ofEqualities: [ConclusionMutation] = [
    .rightDoubled, .rightHalved, .leftDoubled, .rightNegated, .rightSquared, .rightRooted,
  ]

  var text: String {
    switch self {
    case .rightDoubled: "right side × 2"
    case .rightHalved: "right side ÷ 2"
    case .leftDoubled: "left side × 2"
    case .rightNegated: "right side with the other sign"
    case .rightSquared: "right side squared"
    case .rightRooted: "square root of the right side"
    case .reversed: "relation reversed"
    case .strict: "> in place of ≥"
    }
  }

  /// The mutated conclusion, nil where a side does not exist.
  ///
  /// - Parameter pair: of an equality, the pair that is changed; one that is not there leaves all as they
  ///   are.
  @usableFromInline
  func applied<S: Scalar>(to conclusion: Conclusion<S>, pair: Int) -> Conclusion<S>? {
    switch conclusion {
    case .atLeast(let left, let right), .attained(let left, let right):
      switch self {
      case .reversed: return .atLeast(right, left)
      case .strict:
        // Sides that are the same number are the whole violation.
        let areEqual =
          (left - right).isPositive == .fails && (left - right).isNonNegative == .holds
        return areEqual ? .atLeast(.zero, S(1)) : .atLeast(left, right)
      default: return sides(left, right).map { .atLeast($0.left, $0.right) }
      }
    case .equal(var pairs):
      guard pair < pairs.count else { return conclusion }
      guard let changed = sides(pairs[pair].left, pairs[pair].right) else { return nil }
      pairs[pair] = changed
      return .equal(pairs)
    }
  }

  private func sides<S: Scalar>(_ left: S, _ right: S) -> (left: S, right: S)? {
    switch self {
    case .rightDoubled: return (left, S(2) * right)
    case .rightHalved: return (left, right / S(2))
    case .leftDoubled: return (S(2) * left, right)
    case .rightNegated: return (left, -right)
    case .rightSquared: return (left, right.squared)
    case .rightRooted:
      switch right.isPositive {
      case .holds: return (left, S.sqrt(right))
      case .fails: return (left, right)
      case .undecided: return nil
      }
    case .reversed, .strict: return (left, right)
    }
  }
}
