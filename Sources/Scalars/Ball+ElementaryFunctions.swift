import CFLINT
public import RealModule

extension Ball: ElementaryFunctions {
  public static func exp(_ x: Ball) -> Ball {
    if x.isWide { return x.throughEnds(exp) }
    return Ball(of: x) { arb_exp($0, x.pointer, precision) }
  }

  public static func expMinusOne(_ x: Ball) -> Ball {
    if x.isWide { return x.throughEnds(expMinusOne) }
    return Ball(of: x) { arb_expm1($0, x.pointer, precision) }
  }

  public static func log(_ x: Ball) -> Ball {
    if x.isRelativelyWide, x.isPositive == .holds { return x.throughEnds { log($0) } }
    return Ball(of: x, doubt: .logarithm(of: x)) { arb_log($0, x.pointer, precision) }
  }

  public static func log(onePlus x: Ball) -> Ball {
    Ball(of: x, doubt: .logarithm(of: Ball(1) + x)) { arb_log1p($0, x.pointer, precision) }
  }

  public static func sqrt(_ x: Ball) -> Ball {
    if x.isRelativelyWide, x.isNonNegative == .holds { return x.throughEnds { sqrt($0) } }
    return Ball(of: x, doubt: .squareRoot) { arb_sqrt($0, x.pointer, precision) }
  }

  public static func sin(_ x: Ball) -> Ball {
    Ball(of: x) { arb_sin($0, x.pointer, precision) }
  }

  public static func cos(_ x: Ball) -> Ball {
    Ball(of: x) { arb_cos($0, x.pointer, precision) }
  }

  public static func tan(_ x: Ball) -> Ball {
    Ball(of: x, doubt: .tangent) { arb_tan($0, x.pointer, precision) }
  }

  public static func asin(_ x: Ball) -> Ball {
    Ball(of: x, doubt: .arcsine) { arb_asin($0, x.pointer, precision) }
  }

  public static func acos(_ x: Ball) -> Ball {
    Ball(of: x, doubt: .arccosine) { arb_acos($0, x.pointer, precision) }
  }

  public static func atan(_ x: Ball) -> Ball {
    Ball(of: x) { arb_atan($0, x.pointer, precision) }
  }

  public static func sinh(_ x: Ball) -> Ball {
    if x.isWide { return x.throughEnds(sinh) }
    return Ball(of: x) { arb_sinh($0, x.pointer, precision) }
  }

  public static func cosh(_ x: Ball) -> Ball {
    Ball(of: x) { arb_cosh($0, x.pointer, precision) }
  }

  public static func tanh(_ x: Ball) -> Ball {
    if x.isWide { return x.throughEnds(tanh) }
    return Ball(of: x) { arb_tanh($0, x.pointer, precision) }
  }

  public static func asinh(_ x: Ball) -> Ball {
    if x.isWide { return x.throughEnds(asinh) }
    return Ball(of: x) { arb_asinh($0, x.pointer, precision) }
  }

  public static func acosh(_ x: Ball) -> Ball {
    Ball(of: x, doubt: .inverseCosine) { arb_acosh($0, x.pointer, precision) }
  }

  public static func atanh(_ x: Ball) -> Ball {
    Ball(of: x, doubt: .inverseTangent) { arb_atanh($0, x.pointer, precision) }
  }

  public static func pow(_ x: Ball, _ y: Ball) -> Ball {
    if x.isRelativelyWide || y.isWide, x.isPositive == .holds { return exp(y * log(x)) }
    return Ball(of: x, y, doubt: .power(of: x)) { arb_pow($0, x.pointer, y.pointer, precision) }
  }

  /// - Edge cases: a negative power is one over the positive one, for `Int.min` too.
  public static func pow(_ x: Ball, _ n: Int) -> Ball {
    let power = Ball(of: x) { arb_pow_ui($0, x.pointer, n.magnitude, precision) }
    return n < 0 ? Ball(1) / power : power
  }

  /// The n-th root; of negative numbers where n is odd.
  ///
  /// - Edge cases: one over the |n|-th root for n < 0; no value for n = 0.
  public static func root(_ x: Ball, _ n: Int) -> Ball {
    if n == 0 { return .wholeLine(x.firstDoubt ?? .rootOfDegreeZero) }
    let root = root(x, degree: n.magnitude)
    return n < 0 ? Ball(1) / root : root
  }

  private static func root(_ x: Ball, degree: UInt) -> Ball {
    if degree % 2 == 1, x.isNonNegative == .fails { return .zero - root(.zero - x, degree: degree) }
    // Arb has no roots of balls with 0 inside or at an end; the root is monotone.
    if x.isFinite, x.containsZero, degree % 2 == 1 || x.isNonNegative == .holds {
      return enclosure(of: x.ends.map { $0.isExactZero ? $0 : root($0, degree: degree) })
    }
    return Ball(of: x, doubt: .root) { arb_root_ui($0, x.pointer, degree, precision) }
  }

  /// The exact ends of a finite ball.
  private var ends: [Ball] {
    [arb_get_lbound_arf, arb_get_ubound_arf].map { bound in
      Ball { end in
        arb_zero(end)
        bound(&end.pointee.mid, pointer, Ball.precision)
      }
    }
  }

  /// The smallest ball, up to rounding, around two.
  private static func enclosure(of balls: [Ball]) -> Ball {
    Ball(of: balls[0], balls[1]) {
      arb_union($0, balls[0].pointer, balls[1].pointer, precision)
    }
  }
}
