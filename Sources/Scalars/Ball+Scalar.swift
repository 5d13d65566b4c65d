import CFLINT

extension Ball: Scalar {
  public static var zero: Ball { Ball { arb_zero($0) } }

  /// An enclosure of the fraction: radius 0 where the fraction is dyadic.
  public init(_ value: Rational) {
    self.init {
      arb_set_si($0, value.numerator)
      if value.denominator != 1 { arb_div_si($0, $0, value.denominator, Ball.precision) }
    }
  }

  public static var pi: Ball { Ball { arb_const_pi($0, precision) } }

  public static func + (left: Ball, right: Ball) -> Ball {
    Ball(of: left, right) { arb_add($0, left.pointer, right.pointer, precision) }
  }

  public static func - (left: Ball, right: Ball) -> Ball {
    Ball(of: left, right) { arb_sub($0, left.pointer, right.pointer, precision) }
  }

  public static func * (left: Ball, right: Ball) -> Ball {
    if let product = wideProduct(left, right) { return product }
    return Ball(of: left, right) { arb_mul($0, left.pointer, right.pointer, precision) }
  }

  public static func / (left: Ball, right: Ball) -> Ball {
    if right.isRelativelyWide, !right.containsZero {
      return left * right.throughEnds { Ball(1) / $0 }
    }
    return Ball(of: left, right, doubt: right.containsZero ? .division : .overflow) {
      arb_div($0, left.pointer, right.pointer, precision)
    }
  }

  public var squared: Ball { isRelativelyWide ? wideSquare : narrowSquare }

  /// Encloses the larger of every two enclosed values, whichever ball it comes from.
  public static func larger(_ a: Ball, _ b: Ball) -> Ball {
    Ball(of: a, b) { arb_max($0, a.pointer, b.pointer, precision) }
  }

  public var approximation: Double { arf_get_d(&pointer.pointee.mid, ARF_RND_NEAR) }

  public var isNonNegative: Decision {
    guard isFinite else { return .undecided }
    if arb_is_nonnegative(pointer) != 0 { return .holds }
    return arb_is_negative(pointer) != 0 ? .fails : .undecided
  }

  public var isPositive: Decision {
    guard isFinite else { return .undecided }
    if arb_is_positive(pointer) != 0 { return .holds }
    return arb_is_nonpositive(pointer) != 0 ? .fails : .undecided
  }
}

extension Ball {
  /// The complementary error function, and from it Φ and 1 − Φ with full relative accuracy.
  private static func complementaryErrorFunction(_ x: Ball) -> Ball {
    if x.isWide { return x.throughEnds(complementaryErrorFunction) }
    return Ball(of: x) { arb_hypgeom_erfc($0, x.pointer, precision) }
  }

  public static func normalUpperTail(_ x: Ball) -> Ball {
    complementaryErrorFunction(x / .sqrt(Ball(2))) / Ball(2)
  }

  public static func normalCDF(_ x: Ball) -> Ball { normalUpperTail(.zero - x) }

  public static func logNormalUpperTail(_ x: Ball) -> Ball {
    if x.isWide { return x.throughEnds(logNormalUpperTail) }
    if x.approximation < 0 {
      let mirrored = .zero - x
      let tail = logAsymptoticTail(mirrored).map(exp) ?? normalUpperTail(mirrored)
      return log(onePlus: .zero - tail)
    }
    return logAsymptoticTail(x) ?? log(normalUpperTail(x))
  }

  /// log(1 − Φ(x)) for x > 10⁴ and x² > 4·precision, where the divergent series of Mills' ratio,
  /// (1 − 1/x² + 1·3/x⁴ − 1·3·5/x⁶ + …)/x, has terms below the precision: its partial sums lie above and
  /// below the ratio in turn. Arb's erfc loses the digits of arguments that are much larger.
  private static func logAsymptoticTail(_ x: Ball) -> Ball? {
    let square = x.squared
    let least = max(100_000_000, 4 * precision)
    guard (square - Ball(least)).isPositive == .holds, x.isPositive == .holds else { return nil }
    var (sum, term) = (Ball(1), Ball(1))
    // Terms fall as long as 2k + 1 < x².
    for k in 0..<precision {
      let next = .zero - term * Ball(2 * k + 1) / square
      let size = Ball { arb_abs($0, next.pointer) }
      sum = sum + next
      term = next
      if (unit - size).isPositive == .holds { break }
    }
    // The ratio lies between the last two partial sums.
    let series = Ball(midpoint: sum, radius: Ball { arb_abs($0, term.pointer) })
    return logNormalDensity(x) - log(x) + log(series)
  }

  /// 2^−precision.
  static var unit: Ball {
    Ball {
      arb_one($0); arb_mul_2exp_si($0, $0, -precision)
    }
  }
}
