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
}
