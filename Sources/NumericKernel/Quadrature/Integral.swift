/// The value of an integral with the estimate of its error that the method gives.
public struct Integral: Sendable, Equatable {
  /// The value.
  public let value: Double
  /// The method's estimate of the absolute error: heuristic, usually far too large.
  public let errorEstimate: Double
  /// The count of evaluations of the integrand.
  public let evaluations: Int
}
