public import RealModule
public import Scalars

/// The constant M of Theorem 3.2, in the log domain.
///
/// - Source: Theorem 3.2; Theorem C.4.
public struct SpaceBound<S: Scalar>: Sendable {
  public let modes: [[S]]
  public let standardDeviation: S
  /// Radius r of the ball to which the noise is truncated.
  public let radius: S

  /// - Hypotheses: at least one mode, σ > 0, r > 0.
  @inlinable public init(modes: [[S]], standardDeviation: S, radius: S) {
    precondition(!modes.isEmpty, "modes.count > 0")
    self.modes = modes
    self.standardDeviation = standardDeviation
    self.radius = radius
  }

  /// x̄, the mean of the modes.
  @inlinable public var centre: [S] {
    let count = S(modes.count)
    return modes[0].indices.map { axis in
      modes.reduce(S.zero) { $0 + $1[axis] } / count
    }
  }

  /// min over modes of ‖λ·x̄ − xᵢ‖².
  @inlinable public func leastSquaredDistance(at multiple: S) -> S {
    let point = centre.map { multiple * $0 }
    let distances = modes.map { squaredDistance(point, $0) }
    return distances.dropFirst().reduce(distances[0], S.smaller)
  }

  /// The λ in [0, 2] that maximises the least distance, with that squared distance.
  ///
  /// The squared distances are parabolas in λ with the same leading coefficient: their minimum is
  /// convex between crossings, so that its maximum lies at an end or where two parabolas cross.
  ///
  /// - Source: Theorem 3.2, the maximum over λ.
  /// - Accuracy: exact in `Expression`, where every comparison is decided; otherwise up to rounding, with
  ///   the λ that the approximations prefer. No search.
  @inlinable public var bestMultiple: (multiple: S, squaredDistance: S) {
    let centre = centre
    var multiples = [S.zero, S(2)]
    for (index, first) in modes.enumerated() {
      for second in modes[(index + 1)...] {
        var slope = S.zero
        var offset = S.zero
        for axis in centre.indices {
          slope += S(2) * centre[axis] * (first[axis] - second[axis])
          offset += first[axis].squared - second[axis].squared
        }
        guard slope.isPositive == .holds || (-slope).isPositive == .holds else { continue }
        let crossing = offset / slope
        let isInside = crossing.isPositive && (S(2) - crossing).isPositive
        if isInside != .fails { multiples.append(crossing) }
      }
    }
    let candidates = multiples.map { (multiple: $0, squaredDistance: leastSquaredDistance(at: $0)) }
    return candidates.dropFirst().reduce(candidates[0]) { best, next in
      let gain = next.squaredDistance - best.squaredDistance
      let isBetter = gain.isPositive == .holds
      return (
        isBetter ? next.multiple : best.multiple,
        S.larger(best.squaredDistance, next.squaredDistance)
      )
    }
  }

  /// log M = log δ + log σ + log √2π + max min ‖λx̄ − xᵢ‖²/(2nσ²), where δ = exp(−r²/2)/√2π.
  ///
  /// - Source: Theorem 3.2.
  /// - Accuracy: relative to the largest term; finite for every r and σ.
  @inlinable public var logPrinted: S { logPrinted(squaredDistance: bestMultiple.squaredDistance) }

  /// log M for a largest least squared distance that is already known.
  @inlinable public func logPrinted(squaredDistance: S) -> S {
    Self.logPrinted(
      squaredDistance: squaredDistance, dimension: S(modes[0].count),
      standardDeviation: standardDeviation, radius: radius)
  }

  /// log M from the four numbers that it depends on; the dimension may be a symbol.
  ///
  /// - Source: Theorem 3.2.
  /// - Accuracy: relative to the largest term.
  @inlinable public static func logPrinted(
    squaredDistance: S, dimension: S, standardDeviation: S, radius: S
  ) -> S {
    let spread = squaredDistance / (S(2) * dimension * standardDeviation.squared)
    return S.log(standardDeviation) - radius.squared / S(2) + spread
  }
}
