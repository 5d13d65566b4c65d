/// What an arithmetic could decide about a comparison.
///
/// A ball that straddles the boundary decides nothing, and nothing in this package turns
/// `undecided` into a `Bool`.
public enum Decision: String, Sendable, Hashable, Codable {
  /// The relation holds for every point of the enclosure.
  case holds
  /// The relation fails for every point of the enclosure.
  case fails
  /// The enclosure contains points of both kinds, or nothing finite is known.
  case undecided

  /// Kleene's conjunction: one failure decides, one doubt spoils.
  public static func && (left: Decision, right: Decision) -> Decision {
    if left == .fails || right == .fails { return .fails }
    return left == .holds && right == .holds ? .holds : .undecided
  }

  /// Kleene's negation.
  public static prefix func ! (decision: Decision) -> Decision {
    switch decision {
    case .holds: .fails
    case .fails: .holds
    case .undecided: .undecided
    }
  }
}
