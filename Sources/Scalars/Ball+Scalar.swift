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
    Ball { arb_add($0, left.pointer, right.pointer, precision) }
  }

  public static func - (left: Ball, right: Ball) -> Ball {
    Ball { arb_sub($0, left.pointer, right.pointer, precision) }
  }

  public static func * (left: Ball, right: Ball) -> Ball {
    Ball { arb_mul($0, left.pointer, right.pointer, precision) }
  }

  public static func / (left: Ball, right: Ball) -> Ball {
    Ball { arb_div($0, left.pointer, right.pointer, precision) }
  }

  public var squared: Ball { Ball { arb_sqr($0, pointer, Ball.precision) } }

  public var approximation: Double { arf_get_d(&pointer.pointee.mid, ARF_RND_NEAR) }

  public var isNonNegative: Decision {
    if arb_is_nonnegative(pointer) != 0 { return .holds }
    return arb_is_negative(pointer) != 0 ? .fails : .undecided
  }

  public var isPositive: Decision {
    if arb_is_positive(pointer) != 0 { return .holds }
    return arb_is_nonpositive(pointer) != 0 ? .fails : .undecided
  }
}

extension Ball {
  /// The complementary error function, and from it Φ and 1 − Φ with full relative accuracy.
  private static func complementaryErrorFunction(_ x: Ball) -> Ball {
    Ball { arb_hypgeom_erfc($0, x.pointer, precision) }
  }

  public static func normalUpperTail(_ x: Ball) -> Ball {
    complementaryErrorFunction(x / .sqrt(Ball(2))) / Ball(2)
  }

  public static func normalCDF(_ x: Ball) -> Ball { normalUpperTail(.zero - x) }

  public static func logNormalUpperTail(_ x: Ball) -> Ball {
    x.approximation < 0
      ? log(onePlus: .zero - normalUpperTail(.zero - x)) : log(normalUpperTail(x))
  }

  /// An enclosure of the quantile: a Newton iterate, widened until log Φ is seen to lie below the
  /// target at its left end and above it at its right end.
  ///
  /// log Φ is increasing, so the two signs enclose every solution for every point of the target.
  /// - Edge cases: the whole line where the target is not finite or no bracket is certified.
  public static func normalQuantile(logLower: Ball, logUpper: Ball) -> Ball {
    if logLower.approximation > logUpper.approximation {
      return .zero - normalQuantile(logLower: logUpper, logUpper: logLower)
    }
    let wholeLine = Ball { arb_zero_pm_inf($0) }
    guard logLower.isFinite else { return wholeLine }
    var centre = Ball(
      exactly: Double.normalQuantile(
        logLower: logLower.approximation, logUpper: logUpper.approximation))
    guard centre.isFinite else { return wholeLine }
    let target = logLower.midpoint
    var slope = Ball(1)
    let unit = Ball {
      arb_one($0); arb_mul_2exp_si($0, $0, 8 - precision)
    }
    // Newton doubles the digits: from a double to a million bits in fifteen steps.
    for _ in 0..<16 {
      let value = logNormalCDF(centre)
      slope = exp(logNormalDensity(centre) - value)
      let step = ((value - target) / slope).midpoint
      centre = (centre - step).midpoint
      let size = Ball { arb_abs($0, step.pointer) }
      if (unit * (Ball(1) + centre.squared) - size).isPositive == .holds { break }
    }
    var reach = (logLower.radius / slope + unit * (Ball(1) + centre.squared)).midpoint * Ball(2)
    for _ in 0..<40 {
      let below = logLower - logNormalCDF(centre - reach)
      let above = logNormalCDF(centre + reach) - logLower
      if (below.isPositive && above.isPositive) == .holds {
        return Ball(midpoint: centre, radius: reach)
      }
      reach = (reach * Ball(2)).midpoint
    }
    return wholeLine
  }
}
