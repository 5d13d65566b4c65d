/// The hyperbolic tangent in single precision, without branches, so that the compiler can work on
/// several numbers at once: the C library's takes longer than the matrix product before it.
///
/// With E = e²ˣ − 1, tanh x = E/(E + 2) for x ≥ 0, and tanh is odd. Write 2x = k·log 2 + r with an
/// integer k and |r| ≤ ½ log 2; then E = 2ᵏ(eʳ − 1) + (2ᵏ − 1), where nothing cancels badly:
/// for small x, k = 0 and E is eʳ − 1 itself, whose Taylor polynomial starts with r, so the
/// relative error stays small down to 0.
extension Float {
  /// Beyond this, tanh rounds to 1.
  private static var saturation: Float { 9.1 }

  /// Adding 1.5·2²³ rounds a small float to an integer, which then sits in the low bits.
  private static var integerShift: Float { 0x1.8p23 }

  /// tanh x.
  ///
  /// - Edge cases: ±0 gives ±0, ±∞ gives ±1, a NaN stays one.
  /// - Accuracy: 2.5 ulp against the C library's tanh in double precision, tested at every 9973rd float.
  ///   The polynomial's truncation, r⁷/8!,
  ///   contributes 1.5·10⁻⁸ relative, a quarter of the unit roundoff.
  @inline(__always)
  package static func fastTanh(_ x: Float) -> Float {
    let size = x.magnitude > saturation ? saturation : x.magnitude
    let twice = 2 * size
    let shifted = twice * 0x1.715476p+0 + integerShift  // 1/log 2
    let k = shifted - integerShift
    // log 2 in two parts, the first short enough that its multiples by k ≤ 27 are exact.
    let r = (twice - k * 0x1.62e4p-1) - k * 0x1.7f7d1cp-20
    let tail =
      1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720 + r * (1 / 5040 as Float)))))
    let exponentialLessOne = r + r * r * tail
    let power = Float(bitPattern: (shifted.bitPattern &<< 23) &+ 0x3F80_0000)
    let e = power * exponentialLessOne + (power - 1)
    let result = e / (e + 2)
    return Float(bitPattern: result.bitPattern | (x.bitPattern & 0x8000_0000))
  }

  package static func replaceByTanh(_ numbers: UnsafeMutablePointer<Float>, count: Int) {
    for index in 0..<count { numbers[index] = fastTanh(numbers[index]) }
  }
}
