/// Something that happens where a function of time and state crosses zero.
public struct IntegrationEvent {
  /// Which crossings count, seen in the direction of integration.
  public enum Direction: String, Sendable {
    /// From negative to zero or positive.
    case rising
    /// From positive to zero or negative.
    case falling
    /// Both.
    case either
  }

  /// A crossing that was found.
  public struct Occurrence: Sendable, Equatable {
    /// The event's name.
    public let name: String
    /// When it happened.
    public let time: Double
    /// The state then, from the dense output.
    public let state: [Double]
  }

  /// The name by which its occurrences are told apart.
  public let name: String
  /// Which crossings count.
  public let direction: Direction
  /// Whether the integration ends at the first occurrence.
  public let isTerminal: Bool
  /// The function whose zeros are looked for.
  public let function: (_ time: Double, _ state: [Double]) throws -> Double

  /// An event at the zeros of a function.
  public init(
    _ name: String, direction: Direction = .either, isTerminal: Bool = false,
    function: @escaping (_ time: Double, _ state: [Double]) throws -> Double
  ) {
    self.name = name
    self.direction = direction
    self.isTerminal = isTerminal
    self.function = function
  }

  /// Whether the change between two values is a crossing that counts. A start at zero is none.
  func counts(from before: Double, to after: Double) -> Bool {
    let rises = before < 0 && after >= 0
    let falls = before > 0 && after <= 0
    switch direction {
    case .rising: return rises
    case .falling: return falls
    case .either: return rises || falls
    }
  }
}
