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
    Ball(of: left, right) { arb_mul($0, left.pointer, right.pointer, precision) }
  }

  public static func / (left: Ball, right: Ball) -> Ball {
    Ball(of: left, right, doubt: right.containsZero ? .division : .overflow) {
      arb_div($0, left.pointer, right.pointer, precision)
    }
  }

  public var squared: Ball { Ball(of: self) { arb_sqr($0, pointer, Ball.precision) } }

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
    Ball(of: x) { arb_hypgeom_erfc($0, x.pointer, precision) }
  }

  public static func normalUpperTail(_ x: Ball) -> Ball {
    complementaryErrorFunction(x / .sqrt(Ball(2))) / Ball(2)
  }

  public static func normalCDF(_ x: Ball) -> Ball { normalUpperTail(.zero - x) }

  public static func logNormalUpperTail(_ x: Ball) -> Ball {
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

  /// 1 + |x|.
  private static func scale(of x: Ball) -> Ball { Ball(1) + Ball { arb_abs($0, x.pointer) } }

  /// 2^−precision.
  private static var unit: Ball {
    Ball {
      arb_one($0); arb_mul_2exp_si($0, $0, -precision)
    }
  }

  /// An enclosure of the quantile: a Newton iterate, widened until log Φ is seen to lie below the
  /// target at its left end and above it at its right end.
  ///
  /// log Φ is increasing, so the two signs enclose every solution for every point of the target.
  /// - Edge cases: the whole line, and a doubt, where a logarithm is not finite or no bracket is
  ///   certified.
  public static func normalQuantile(logLower: Ball, logUpper: Ball) -> Ball {
    if logLower.approximation > logUpper.approximation {
      return .zero - normalQuantile(logLower: logUpper, logUpper: logLower)
    }
    if let doubt = logLower.firstDoubt ?? logUpper.firstDoubt { return wholeLine(doubt) }
    var centre = Ball(
      exactly: Double.normalQuantile(
        logLower: logLower.approximation, logUpper: logUpper.approximation))
    guard centre.isFinite else { return wholeLine(.quantile) }
    let target = logLower.midpoint
    var slope = Ball(1)
    let unit = unit * Ball(256)
    // Newton doubles the digits: from a double to a million bits in fifteen steps.
    for _ in 0..<16 {
      let value = logNormalCDF(centre)
      // φ/Φ; far out it is nearly −x, where the difference of the logarithms would cancel.
      slope =
        centre.approximation < -1e6
        ? .zero - centre : exp(logNormalDensity(centre) - value).midpoint
      let step = ((value - target) / slope).midpoint
      centre = (centre - step).midpoint
      let size = Ball { arb_abs($0, step.pointer) }
      if (unit * scale(of: centre) - size).isPositive == .holds { break }
    }
    // The error of log Φ is a multiple of x²/2, its slope is about |x|: the error of x is one of |x|.
    var reach = (logLower.radius / slope + unit * scale(of: centre)).midpoint * Ball(2)
    for _ in 0..<40 {
      let below = logLower - logNormalCDF(centre - reach)
      let above = logNormalCDF(centre + reach) - logLower
      if (below.isPositive && above.isPositive) == .holds {
        return Ball(midpoint: centre, radius: reach)
      }
      reach = (reach * Ball(2)).midpoint
    }
    return wholeLine(.quantile)
  }
}
