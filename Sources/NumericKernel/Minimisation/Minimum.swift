/// A point at which a function is least among those visited.
public struct Minimum: Sendable, Equatable {
  /// The point.
  public let point: [Double]
  /// The function's value at the point, as the function returned it.
  public let value: Double
  /// The count of iterations of the method.
  public let iterations: Int
  /// The count of evaluations of the function.
  public let evaluations: Int
  /// Whether the method's own stopping rule was met before the iteration limit.
  public let converged: Bool
}
