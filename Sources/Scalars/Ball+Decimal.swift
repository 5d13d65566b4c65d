import CFLINT

extension Ball {
  /// Everything that rounds to a decimal such as `-1.2345e-67`: half a unit of its last digit to either
  /// side; nil for what is no decimal.
  ///
  /// - Accuracy: exact up to the working precision, which widens the ball.
  /// - Rigour: enclosure.
  public init?(rounded literal: String) {
    let parts = literal.split(separator: "e", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let shift = parts.count == 1 ? 0 : Int(parts[1]),
      shift.magnitude < 1 << 48
    else { return nil }
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(mantissa.count), var whole = mantissa.first else { return nil }
    let isNegative = whole.hasPrefix("-")
    if isNegative { whole.removeFirst() }
    let digits = whole + (mantissa.count == 2 ? mantissa[1] : "")
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    let integer = Ball { pointer in
      digits.withCString { _ = arb_set_str(pointer, $0, 4 * digits.count + 64) }
    }
    let unit = Ball.powerOfTen(shift - digits.count + whole.count)
    let value = integer * unit
    self.init(midpoint: isNegative ? .zero - value : value, radius: unit / Ball(2))
  }

  /// The value rounded to `count` significant decimal digits, half away from zero; nil where the ball
  /// is too wide to decide the digits, contains 0 without being 0, or is not finite.
  ///
  /// - Edge cases: nil for more than 2²⁰ digits.
  /// - Accuracy: correctly rounded: every digit is that of every enclosed value.
  /// - Rigour: enclosure; a value exactly half-way between two decimals may stay undecided.
  public func rounded(toDigits count: Int) -> String? {
    precondition(count > 0, "count > 0")
    if isExactZero { return "0" }
    guard isFinite, !containsZero, count <= Ball.greatestDigitCount else { return nil }
    let size = Ball { arb_abs($0, pointer) }
    let sign = arb_is_negative(pointer) != 0 ? "-" : ""
    if let exponent = size.nearbyPowerOfTen(toDigits: count) {
      let digits = "1" + String(repeating: "0", count: count - 1)
      return sign + Ball.placed(digits, exponent: exponent)
    }
    let logarithm = Ball.log(size) / Ball.log(Ball(10))
    guard let leading = logarithm.uniqueFloor else { return nil }
    guard let magnitude = Int(leading), magnitude.magnitude < 1 << 48 else {
      return logarithm.roundedPower(exponent: leading, toDigits: count).map { sign + $0 }
    }
    let scale = magnitude - count + 1
    guard let digits = (size * Ball.powerOfTen(-scale) + Ball(Rational(1, 2))).uniqueFloor else {
      return nil
    }
    // Rounding up may have added a digit: 9.99 to 10.0.
    let exponent = digits.count > count ? magnitude + 1 : magnitude
    return sign + Ball.placed(String(digits.prefix(count)), exponent: exponent)
  }

  /// 10^x where ⌊x⌋ = `exponent` is no machine integer, from 10^(x − ⌊x⌋).
  ///
  /// - Edge cases: nil too where the rounded mantissa is 10.
  private func roundedPower(exponent: String, toDigits count: Int) -> String? {
    let floor = Ball { arb_floor($0, pointer, Ball.precision + 64) }
    let mantissa = Ball.exp((self - floor) * Ball.log(Ball(10)))
    let scaled = mantissa * Ball.powerOfTen(count - 1) + Ball(Rational(1, 2))
    guard let digits = scaled.uniqueFloor, digits.count == count else { return nil }
    let point = count > 1 ? "." : ""
    return digits.prefix(1) + point + digits.dropFirst()
      + "e\(exponent.hasPrefix("-") ? "" : "+")\(exponent)"
  }

  /// k where every enclosed value rounds to 10ᵏ because it is within half a unit in the last place below
  /// it, or just above: there the leading digit cannot be decided, but the rounded number can.
  private func nearbyPowerOfTen(toDigits count: Int) -> Int? {
    let logarithm = (Ball.log(self) / Ball.log(Ball(10))).approximation.rounded()
    guard logarithm.magnitude < 1e15 else { return nil }
    let distance = self / Ball.powerOfTen(Int(logarithm)) - Ball(1)
    let size = Ball { arb_abs($0, distance.pointer) }
    let halfUnit = Ball.powerOfTen(-count) / Ball(2)
    return (halfUnit - size).isPositive == .holds ? Int(logarithm) : nil
  }

  /// ⌊x⌋ in decimal, nil where the ball meets more than one value of it.
  private var uniqueFloor: String? {
    let floor = Ball { arb_floor($0, pointer, Ball.precision + 64) }
    var integer = fmpz()
    fmpz_init(&integer)
    defer { fmpz_clear(&integer) }
    guard arb_get_unique_fmpz(&integer, floor.pointer) != 0,
      let text = fmpz_get_str(nil, 10, &integer)
    else { return nil }
    defer { flint_free(text) }
    return String(cString: text)
  }

  private static func powerOfTen(_ exponent: Int) -> Ball {
    let power = Ball {
      arb_set_ui($0, 10); arb_pow_ui($0, $0, exponent.magnitude, precision)
    }
    return exponent < 0 ? Ball(1) / power : power
  }

  /// Digits d₁d₂… as d₁.d₂…·10^exponent, written out where that is short.
  private static func placed(_ digits: String, exponent: Int) -> String {
    func pointed(_ position: Int) -> String {
      position >= digits.count
        ? digits : String(digits.prefix(position) + "." + digits.dropFirst(position))
    }
    if exponent >= 0, exponent < max(digits.count, 7) {
      return pointed(exponent + 1)
        + String(repeating: "0", count: max(0, exponent + 1 - digits.count))
    }
    if (-5..<0).contains(exponent) {
      return "0." + String(repeating: "0", count: -exponent - 1) + digits
    }
    return pointed(1) + "e\(exponent < 0 ? "" : "+")\(exponent)"
  }
}
