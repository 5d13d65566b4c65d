/// The quintic on [0, 1] with given values and slopes at both ends, and slopes near given ones at
/// two points inside, for several components.
///
/// p(s) = the cubic of Hermite + s²(1 − s)²(a + b(s − ½)). The inner slopes are the equation's, at
/// states that a former polynomial gives: first the cubic, whose error is of order h⁴, then the
/// quintic from that, of order h⁵, which yields the final one, of order h⁶.
struct HermiteQuintic: Sendable {
  /// The inner points are ½ ± this. At ½ ± √5/10, Lobatto's points, the quintic would not be
  /// unique; at ½ ± ⅓ it is well determined.
  static let innerOffset = 1.0 / 3.0

  private let startValue: [Double]
  private let endValue: [Double]
  private let startSlope: [Double]
  private let endSlope: [Double]
  private var even: [Double]
  private var odd: [Double]

  /// The cubic of Hermite; slopes are by s, that is, derivatives times the step.
  init(startValue: [Double], endValue: [Double], startSlope: [Double], endSlope: [Double]) {
    self.startValue = startValue
    self.endValue = endValue
    self.startSlope = startSlope
    self.endSlope = endSlope
    even = [Double](repeating: 0, count: startValue.count)
    odd = even
  }

  /// The quintic with the same ends whose slopes at ½ − offset and ½ + offset are given.
  func matching(slopes early: [Double], _ late: [Double]) -> HermiteQuintic {
    let offset = Self.innerOffset
    let weight = Self.weight(0.5 - offset)
    let weightSlope = Self.weightSlope(0.5 - offset)
    var cubic = self
    cubic.even = [Double](repeating: 0, count: even.count)
    cubic.odd = cubic.even
    let cubicEarly = cubic.slope(at: 0.5 - offset)
    let cubicLate = cubic.slope(at: 0.5 + offset)
    var result = cubic
    for index in even.indices {
      let missingEarly = early[index] - cubicEarly[index]
      let missingLate = late[index] - cubicLate[index]
      result.even[index] = (missingEarly - missingLate) / (2 * weightSlope)
      result.odd[index] = (missingEarly + missingLate) / (2 * (weight - weightSlope * offset))
    }
    return result
  }

  /// The values at s.
  func value(at s: Double) -> [Double] {
    let r = 1 - s
    let weight = Self.weight(s)
    return startValue.indices.map { index in
      let ends =
        r * r * (1 + 2 * s) * startValue[index] + s * s * (1 + 2 * r) * endValue[index]
        + s * r * (r * startSlope[index] - s * endSlope[index])
      return ends + weight * (even[index] + odd[index] * (s - 0.5))
    }
  }

  /// The slopes by s.
  func slope(at s: Double) -> [Double] {
    let r = 1 - s
    let weight = Self.weight(s)
    let weightSlope = Self.weightSlope(s)
    return startValue.indices.map { index in
      let ends =
        6 * s * r * (endValue[index] - startValue[index]) + r * (r - 2 * s) * startSlope[index]
        + s * (s - 2 * r) * endSlope[index]
      return ends + weightSlope * (even[index] + odd[index] * (s - 0.5)) + weight * odd[index]
    }
  }

  /// s²(1 − s)²
  private static func weight(_ s: Double) -> Double {
    s * s * (1 - s) * (1 - s)
  }

  /// The derivative of s²(1 − s)².
  private static func weightSlope(_ s: Double) -> Double {
    2 * s * (1 - s) * (1 - 2 * s)
  }
}
