import CFLINT

/// Balls as the intervals that they are: ends, hulls and the greater of two unknown numbers.
extension Ball {
  /// All real numbers: what is known where nothing is.
  public static var wholeLine: Ball { wholeLine(.nothingKnown) }

  /// A ball around every value of both.
  ///
  /// - Accuracy: the least such interval, widened by roundings of midpoint and radius.
  public static func hull(_ left: Ball, _ right: Ball) -> Ball {
    Ball(of: left, right) { arb_union($0, left.pointer, right.pointer, precision) }
  }

  /// |x|.
  public var magnitude: Ball { Ball(of: self) { arb_abs($0, pointer) } }

  /// √(x² + y²), also where rounding leaves it open whether x² + y² is 0.
  public static func length(_ x: Ball, _ y: Ball) -> Ball {
    Ball(of: x, y) { arb_hypot($0, x.pointer, y.pointer, precision) }
  }

  /// An exact number that no enclosed value is below, rounded downward to the working precision.
  ///
  /// - Edge cases: −∞ where the ball is unbounded.
  public var lowerEnd: Ball { end { arb_get_lbound_arf($0, pointer, Ball.precision) } }

  /// An exact number that no enclosed value is above, rounded upward to the working precision.
  ///
  /// - Edge cases: +∞ where the ball is unbounded.
  public var upperEnd: Ball { end { arb_get_ubound_arf($0, pointer, Ball.precision) } }

  private func end(_ bound: (UnsafeMutablePointer<arf_struct>) -> Void) -> Ball {
    var end = arf_struct()
    arf_init(&end)
    defer { arf_clear(&end) }
    bound(&end)
    return Ball { arb_set_arf($0, &end) }
  }
}

extension Ball {
  /// 2ⁿ, exact.
  public static func powerOfTwo(_ exponent: Int) -> Ball {
    Ball {
      arb_one($0)
      arb_mul_2exp_si($0, $0, exponent)
    }
  }
}
