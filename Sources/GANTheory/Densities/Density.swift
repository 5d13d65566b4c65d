public import Scalars

/// A probability density on ℝⁿ, in the log domain.
///
/// - Shapes: a point has `dimension` entries.
public protocol Density<Value>: Sendable {
  associatedtype Value: Scalar

  /// The number of coordinates of a point.
  var dimension: Int { get }

  /// Whether p(x) > 0; undecided where an enclosure meets the boundary of the support.
  func isSupported(at point: [Value]) -> Decision

  /// log p(x), or nil where p vanishes or may vanish.
  func logDensity(at point: [Value]) -> Value?

  /// ∇log p(x), or nil where p vanishes or may vanish.
  func score(at point: [Value]) -> [Value]?
}

extension Density {
  /// Everywhere, unless a density says otherwise.
  @inlinable public func isSupported(at point: [Value]) -> Decision { .holds }
}
