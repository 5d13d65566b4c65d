public import RealModule
public import Scalars

/// The uniform density on an axis-parallel box.
///
/// - Source: Table 2, case 2.
public struct UniformBox<S: Scalar>: Density {
  public let lower: [S]
  public let upper: [S]

  /// - Hypotheses: lowerᵢ < upperᵢ; the caller answers for it.
  @inlinable public init(lower: [S], upper: [S]) {
    precondition(lower.count == upper.count, "lower.count = upper.count")
    self.lower = lower
    self.upper = upper
  }

  @inlinable public var dimension: Int { lower.count }

  /// Whether the point lies in the closed box; undecided where a ball straddles the boundary.
  @inlinable public func contains(_ point: [S]) -> Decision {
    var decision = Decision.holds
    for axis in point.indices {
      decision =
        decision && (point[axis] - lower[axis]).isNonNegative
        && (upper[axis] - point[axis]).isNonNegative
    }
    return decision
  }

  @inlinable public func isSupported(at point: [S]) -> Decision { contains(point) }

  /// −log volume in the box, nil outside and on a boundary that cannot be decided.
  @inlinable public func logDensity(at point: [S]) -> S? {
    guard contains(point) == .holds else { return nil }
    var logVolume = S.zero
    for axis in lower.indices { logVolume += S.log(upper[axis] - lower[axis]) }
    return -logVolume
  }

  /// 0 in the box, nil outside. The jump at the boundary carries no score.
  @inlinable public func score(at point: [S]) -> [S]? {
    contains(point) == .holds ? point.map { _ in S.zero } : nil
  }
}
