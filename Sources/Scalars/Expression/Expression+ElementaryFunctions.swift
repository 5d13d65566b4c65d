public import RealModule

/// Hyperbolic functions and their inverses are written through exp and log; sines, cosines, arcsines
/// and arctangents are kernels that know their parity, their value at 0, cos² = 1 − sin² and the sine
/// and cosine of an arc, and nothing else.
extension Expression: ElementaryFunctions {
  public static func exp(_ x: Expression) -> Expression {
    x.mapped { exponential($0) }.formed(.exponential, [x])
  }

  public static func expMinusOne(_ x: Expression) -> Expression { exp(x) - Expression(1) }

  public static func log(_ x: Expression) -> Expression {
    x.mapped { logarithm($0) }.formed(.logarithm, [x])
  }

  public static func log(onePlus x: Expression) -> Expression { log(Expression(1) + x) }

  public static func sqrt(_ x: Expression) -> Expression {
    x.mapped { power($0, Rational(1, 2)) }.formed(.squareRoot, [x])
  }

  /// x to a rational power, else exp(y·log x).
  public static func pow(_ x: Expression, _ y: Expression) -> Expression {
    guard let exponent = y.rational else { return exp(y * log(x)) }
    guard Fraction.isAdmissible(unit: exponent) else {
      return .undefined("the power \(exponent) is too large to expand")
    }
    return x.mapped { power($0, exponent) }.assuming(y.conditions)
  }

  public static func pow(_ x: Expression, _ n: Int) -> Expression {
    x.mapped { integerPower($0, n) }.formed(.power(n), [x])
  }

  /// The n-th root; of a negative number where n is odd.
  ///
  /// - Edge cases: one over the |n|-th root for n < 0; undefined for n = 0.
  public static func root(_ x: Expression, _ n: Int) -> Expression {
    if x.undefinedReason != nil { return x }
    guard n != 0 else { return .undefined("the root of degree 0") }
    guard n.magnitude <= 1 << 20 else { return .undefined("the root of degree \(n) is too high") }
    if n < 0 { return Expression(1) / root(x, -n) }
    if x.isZero { return x }
    if n % 2 == 1, let sign = x.fraction?.sign, sign.isNonPositive { return -root(-x, n) }
    return x.mapped { power($0, Rational(1, n)) }
  }

  public static func sinh(_ x: Expression) -> Expression { (exp(x) - exp(-x)) / Expression(2) }
  public static func cosh(_ x: Expression) -> Expression { (exp(x) + exp(-x)) / Expression(2) }

  public static func tanh(_ x: Expression) -> Expression {
    let square = exp(x + x)
    return (square - Expression(1)) / (square + Expression(1))
  }

  public static func asinh(_ x: Expression) -> Expression {
    x.oddly { log($0 + sqrt($0 * $0 + Expression(1))) }
  }

  public static func acosh(_ x: Expression) -> Expression {
    log(x + sqrt(x * x - Expression(1)))
  }

  public static func atanh(_ x: Expression) -> Expression {
    (log(Expression(1) + x) - log(Expression(1) - x)) / Expression(2)
  }

  public static func sin(_ x: Expression) -> Expression {
    x.oddly { x in
      switch x.innerKernel {
      case .arcsine(let argument)?: return Expression(argument).assuming(x.conditions)
      case .arctangent(let argument)?:
        let tangent = Expression(argument)
        return tangent / sqrt(Expression(1) + tangent * tangent)
      default: return x.mapped { kernel(.sine($0)) }
      }
    }
  }

  public static func cos(_ x: Expression) -> Expression {
    let even = x.fraction?.isLeadingNegative == true ? -x : x
    switch even.innerKernel {
    case .arcsine(let argument)?:
      let sine = Expression(argument)
      return sqrt(Expression(1) - sine * sine)
    case .arctangent(let argument)?:
      let tangent = Expression(argument)
      return Expression(1) / sqrt(Expression(1) + tangent * tangent)
    default: return even.mapped { $0.isZero ? Expression(1) : kernel(.cosine($0)) }
    }
  }

  public static func tan(_ x: Expression) -> Expression { sin(x) / cos(x) }

  public static func asin(_ x: Expression) -> Expression {
    x.oddly { x in
      if x == Expression(1) { return pi / Expression(2) }
      let rest = Expression(1) - x * x
      switch rest.isNonNegative {
      case .holds: return x.mapped { kernel(.arcsine($0)) }
      case .fails: return .undefined("the arcsine of \(x), which is beyond 1")
      case .undecided: return x.mapped { kernel(.arcsine($0)) }.assuming([rest])
      }
    }
  }

  public static func acos(_ x: Expression) -> Expression { pi / Expression(2) - asin(x) }

  public static func atan(_ x: Expression) -> Expression {
    x.oddly { $0 == Expression(1) ? pi / Expression(4) : $0.mapped { kernel(.arctangent($0)) } }
  }

  /// The kernel that the expression is, nil for anything else.
  private var innerKernel: Kernel.Kind? { fraction?.singleGenerator?.kernel.kind }

  /// An odd function from its values where the leading coefficient is positive.
  private func oddly(_ function: (Expression) -> Expression) -> Expression {
    guard let fraction, !fraction.isZero else { return self }
    return fraction.isLeadingNegative ? -function(-self) : function(self)
  }
}
