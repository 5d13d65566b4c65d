public import Scalars

/// A probability density on ℝⁿ, in the log domain.
///
/// - Shapes: a point has `dimension` entries.
public protocol Density<Value>: Sendable {
  associatedtype Value: Scalar

  /// The number of coordinates of a point.
  var dimension: Int { get }

  /// log p(x), or nil where p vanishes.
  func logDensity(at point: [Value]) -> Value?

  /// ∇log p(x), or nil where p vanishes.
  func score(at point: [Value]) -> [Value]?
}
