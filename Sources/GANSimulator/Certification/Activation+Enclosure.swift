extension Activation {
  /// Whether the derivative takes two values only, or one.
  var isPiecewiseLinear: Bool { self != .tanh }

  /// Bounds of the derivative between two sums; at a kink all between the two slopes count as derivatives.
  ///
  /// - Rigour: enclosure.
  /// - Edge cases: all slopes where a sum is not finite.
  func slopes(from lower: Double, to upper: Double) -> (lower: Double, upper: Double) {
    switch self {
    case .identity: return (1, 1)
    case .relu: return Self.rectifierSlopes(0, from: lower, to: upper)
    case .leakyReLU(let slope): return Self.rectifierSlopes(slope, from: lower, to: upper)
    case .tanh: return CertifiedTanh.slopes(from: lower, to: upper)
    }
  }

  private static func rectifierSlopes(
    _ slope: Double, from lower: Double, to upper: Double
  ) -> (lower: Double, upper: Double) {
    if lower > 0 { return (1, 1) }
    return upper < 0 ? (slope, slope) : (slope, 1)
  }

  /// The value at a sum, and how far from it the exact one may be.
  func enclosedValue(at sum: Double) -> (value: Double, error: Double) {
    switch self {
    case .identity: return (sum, 0)
    case .relu: return (max(sum, 0), 0)
    case .leakyReLU(let slope):
      return sum > 0 ? (sum, 0) : (slope * sum, (slope * sum).magnitude * 0x1p-53)
    case .tanh:
      guard sum.isFinite else { return (0, 1) }
      return (CertifiedTanh.value(at: sum), CertifiedTanh.error)
    }
  }
}
