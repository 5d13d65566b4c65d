import CFLINT
public import RealModule

extension Ball: ElementaryFunctions {
  public static func exp(_ x: Ball) -> Ball { Ball { arb_exp($0, x.pointer, precision) } }
  public static func expMinusOne(_ x: Ball) -> Ball { Ball { arb_expm1($0, x.pointer, precision) } }
  public static func log(_ x: Ball) -> Ball { Ball { arb_log($0, x.pointer, precision) } }
  public static func log(onePlus x: Ball) -> Ball { Ball { arb_log1p($0, x.pointer, precision) } }
  public static func sqrt(_ x: Ball) -> Ball { Ball { arb_sqrt($0, x.pointer, precision) } }
  public static func sin(_ x: Ball) -> Ball { Ball { arb_sin($0, x.pointer, precision) } }
  public static func cos(_ x: Ball) -> Ball { Ball { arb_cos($0, x.pointer, precision) } }
  public static func tan(_ x: Ball) -> Ball { Ball { arb_tan($0, x.pointer, precision) } }
  public static func asin(_ x: Ball) -> Ball { Ball { arb_asin($0, x.pointer, precision) } }
  public static func acos(_ x: Ball) -> Ball { Ball { arb_acos($0, x.pointer, precision) } }
  public static func atan(_ x: Ball) -> Ball { Ball { arb_atan($0, x.pointer, precision) } }
  public static func sinh(_ x: Ball) -> Ball { Ball { arb_sinh($0, x.pointer, precision) } }
  public static func cosh(_ x: Ball) -> Ball { Ball { arb_cosh($0, x.pointer, precision) } }
  public static func tanh(_ x: Ball) -> Ball { Ball { arb_tanh($0, x.pointer, precision) } }
  public static func asinh(_ x: Ball) -> Ball { Ball { arb_asinh($0, x.pointer, precision) } }
  public static func acosh(_ x: Ball) -> Ball { Ball { arb_acosh($0, x.pointer, precision) } }
  public static func atanh(_ x: Ball) -> Ball { Ball { arb_atanh($0, x.pointer, precision) } }

  public static func pow(_ x: Ball, _ y: Ball) -> Ball {
    Ball { arb_pow($0, x.pointer, y.pointer, precision) }
  }

  public static func pow(_ x: Ball, _ n: Int) -> Ball {
    let power = Ball { arb_pow_ui($0, x.pointer, n.magnitude, precision) }
    return n < 0 ? Ball(1) / power : power
  }

  public static func root(_ x: Ball, _ n: Int) -> Ball {
    precondition(n > 0, "n > 0")
    if n % 2 == 1, x.isNonNegative == .fails { return .zero - root(.zero - x, n) }
    return Ball { arb_root_ui($0, x.pointer, UInt(n), precision) }
  }
}
