internal import Scalars

/// tanh and its derivative with error bounds that are proved, not measured.
///
/// tanh(c + d) = (tanh c + tanh d)/(1 + tanh c·tanh d), with tanh c from a table of ball arithmetic at multiples of 1/64 and
/// tanh d from its series.
enum CertifiedTanh {
  /// Beyond it tanh is 1 within 2⁻⁵⁵.
  private static let reach = 20.0

  /// The doubles within 2⁻⁵³ of tanh(i/64).
  private static let table: [Double] = (0...Int(reach) * 64).map {
    let ball = Ball.tanh(Ball(exactly: Double($0) / 64))
    precondition(ball.upperBound - ball.lowerBound <= 0x1p-52, "tanh is known to two ulps of 1")
    return ball.approximation
  }

  /// How far `value(at:)` may be from tanh.
  static let error = 0x1p-49

  /// tanh at a double.
  ///
  /// - Accuracy: within `error`. With u = 2⁻⁵³ and d < 1/64: the table and the series of tanh d are off by u and u/4, its first
  ///   term left out is below 62·d⁹/2835 < 2⁻⁵⁹, numerator and denominator by 2.5u each, the quotient by 6u in all.
  static func value(at x: Double) -> Double {
    let size = x.magnitude
    guard size < reach else { return x < 0 ? -1 : 1 }
    let place = Int(size * 64)
    let d = size - Double(place) / 64
    let square = d * d
    let series = d * (1 - square * (1.0 / 3 - square * (2.0 / 15 - square * (17.0 / 315))))
    let start = table[place]
    let result = (start + series) / (1 + start * series)
    return x < 0 ? -result : result
  }

  /// Bounds of 1 − tanh² between two sums.
  ///
  /// - Accuracy: 2⁻⁴⁷ beyond the least and the greatest value: twice `error`, and three roundings.
  static func slopes(from lower: Double, to upper: Double) -> (lower: Double, upper: Double) {
    guard lower.isFinite, upper.isFinite else { return (0, 1) }
    func slope(_ x: Double) -> Double {
      let value = value(at: x)
      return 1 - value * value
    }
    let farthest = max(lower.magnitude, upper.magnitude)
    let nearest = lower <= 0 && upper >= 0 ? 0 : min(lower.magnitude, upper.magnitude)
    return (max(0, slope(farthest) - 0x1p-47), min(1, slope(nearest) + 0x1p-47))
  }
}
