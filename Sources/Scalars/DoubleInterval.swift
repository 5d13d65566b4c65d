import RealModule

/// An interval of doubles whose operations round outward: fast, rough, rigorous.
///
/// For searches that look at thousands of cells, where a ball's common radius for both ends is too
/// coarse and its price too high. Elementary functions go through `Ball`.
///
/// - Accuracy: one unit in the last place is lost at each end per operation.
/// - Rigour: enclosure. What is not known is infinite; no end is ever NaN.
package struct DoubleInterval: Sendable, Hashable {
  package let lower: Double
  package let upper: Double

  /// The interval between the ends; an end that is not a number becomes infinite.
  package init(_ lower: Double, _ upper: Double) {
    self.lower = lower.isNaN ? -.infinity : lower
    self.upper = upper.isNaN ? .infinity : upper
    precondition(self.lower <= self.upper, "lower ≤ upper")
  }

  /// The double alone.
  package init(_ value: Double) { self.init(value, value) }

  /// The least interval of doubles around a ball.
  package init(_ ball: Ball) { self.init(ball.lowerBound, ball.upperBound) }

  package static let zero = DoubleInterval(0)

  /// Whether 0 is one of the values.
  package var containsZero: Bool { lower <= 0 && upper >= 0 }

  /// A number inside, where the interval is bounded.
  package var middle: Double { lower + (upper - lower) / 2 }

  /// Whether every value lies strictly between the ends of `other`.
  package func isInterior(to other: DoubleInterval) -> Bool {
    other.lower < lower && upper < other.upper
  }

  /// The values that both intervals have, or nil where there are none.
  package func intersection(_ other: DoubleInterval) -> DoubleInterval? {
    let (low, high) = (max(lower, other.lower), min(upper, other.upper))
    return low <= high ? DoubleInterval(low, high) : nil
  }

  /// Two enclosures of one unknown number, put together.
  package func sharpened(by other: DoubleInterval) -> DoubleInterval {
    guard let common = intersection(other) else {
      preconditionFailure("two enclosures of one number meet")
    }
    return common
  }

  package static func + (left: DoubleInterval, right: DoubleInterval) -> DoubleInterval {
    DoubleInterval((left.lower + right.lower).nextDown, (left.upper + right.upper).nextUp)
  }

  package static func - (left: DoubleInterval, right: DoubleInterval) -> DoubleInterval {
    DoubleInterval((left.lower - right.upper).nextDown, (left.upper - right.lower).nextUp)
  }

  package static prefix func - (value: DoubleInterval) -> DoubleInterval {
    DoubleInterval(-value.upper, -value.lower)
  }

  package static func * (left: DoubleInterval, right: DoubleInterval) -> DoubleInterval {
    // An infinite end stands for arbitrarily large numbers, so 0 times it is 0.
    func product(_ a: Double, _ b: Double) -> Double { a == 0 || b == 0 ? 0 : a * b }
    let (a, b) = (product(left.lower, right.lower), product(left.lower, right.upper))
    let (c, d) = (product(left.upper, right.lower), product(left.upper, right.upper))
    return DoubleInterval(min(a, b, c, d).nextDown, max(a, b, c, d).nextUp)
  }

  /// - Hypotheses: the divisor does not contain 0.
  package static func / (left: DoubleInterval, right: DoubleInterval) -> DoubleInterval {
    precondition(!right.containsZero, "0 is no value of the divisor")
    return left * DoubleInterval((1 / right.upper).nextDown, (1 / right.lower).nextUp)
  }

  /// x², never below 0.
  package var squared: DoubleInterval {
    let (a, b) = (lower * lower, upper * upper)
    let least = containsZero ? 0 : max(0, min(a, b).nextDown)
    return DoubleInterval(least, max(a, b).nextUp)
  }

  /// exp x, by balls at both ends; between e⁻¹⁰⁰ and 0 nothing is told apart.
  package static func exp(_ x: DoubleInterval) -> DoubleInterval {
    DoubleInterval(lowerExponential(x.lower), upperExponential(x.upper))
  }

  private static func lowerExponential(_ x: Double) -> Double {
    if x < -100 { return 0 }
    // e⁷⁰⁹ > 8.2e307.
    return x > 709 ? 8.2e307 : Ball.exp(Ball(exactly: x)).lowerBound
  }

  private static func upperExponential(_ x: Double) -> Double {
    // e⁻¹⁰⁰ < 3.8e-44.
    if x < -100 { return 3.8e-44 }
    return x > 709 ? .infinity : Ball.exp(Ball(exactly: x)).upperBound
  }
}
