import RealModule

extension Expression: Scalar {
  public init(_ value: Rational) { self.init(Fraction(value)) }

  public static var pi: Expression { Expression(Fraction(Generator(Kernel(.pi)))) }

  /// Φ at an argument, as a kernel of the argument with a positive leading coefficient:
  /// Φ(−x) = 1 − Φ(x), Φ(0) = 1/2.
  public static func normalCDF(_ x: Expression) -> Expression {
    x.mapped { argument in
      if argument.isZero { return Expression(Rational(1, 2)) }
      if argument.isLeadingNegative {
        return Expression(1) - kernel(.normalCDF(argument.negated))
      }
      return kernel(.normalCDF(argument))
    }
  }

  public static func normalUpperTail(_ x: Expression) -> Expression { normalCDF(-x) }

  public static func logNormalUpperTail(_ x: Expression) -> Expression { log(normalUpperTail(x)) }

  /// The quantile; the argument again where the logarithms are those of Φ(x) and 1 − Φ(x).
  public static func normalQuantile(logLower: Expression, logUpper: Expression) -> Expression {
    guard let lower = logLower.fraction else { return logLower }
    guard let upper = logUpper.fraction else { return logUpper }
    let conditions = united(logLower.conditions, logUpper.conditions)
    do throws(Undefined) {
      try Fraction.requireOneRange([lower, upper])
    } catch {
      return .undefined(error.reason)
    }
    if lower == upper { return zero.assuming(conditions) }
    for (own, other, sign) in [(lower, logUpper, 1), (upper, logLower, -1)] {
      guard let single = own.singleGenerator, case .logarithm(let inside) = single.kernel.kind,
        let distribution = inside.singleGenerator,
        case .normalCDF(let argument) = distribution.kernel.kind,
        logNormalUpperTail(Expression(argument)) == other
      else { continue }
      return (Expression(sign) * Expression(argument)).assuming(conditions)
    }
    let fromBelow = logLower.approximation <= logUpper.approximation
    let result = Expression(
      Fraction(
        Generator(
          Kernel(
            .normalQuantile(
              logLower: fromBelow ? lower : upper, logUpper: fromBelow ? upper : lower)))))
    return (fromBelow ? result : -result).assuming(conditions)
  }

  /// The larger value where the sign of the difference is known for all values of the symbols; undefined
  /// elsewhere, since no single form is the larger one.
  public static func larger(_ a: Expression, _ b: Expression) -> Expression {
    let difference = a - b
    guard difference.fraction != nil else { return difference }
    switch difference.isNonNegative {
    case .holds: return a.assuming(difference.conditions)
    case .fails: return b.assuming(difference.conditions)
    case .undecided: return .undefined("the larger of \(a) and \(b), which depends on the symbols")
    }
  }

  /// The midpoint of an enclosure at one fixed point: every symbol has a pseudo-random value in
  /// [1/2, 2] that depends on its name alone.
  ///
  /// It only chooses between formulas that are valid both ways, and says nothing about other points.
  /// - Edge cases: not a number where the expression is undefined there.
  public var approximation: Double {
    fraction?.enclosure(at: SamplePoint(0))?.approximation ?? .nan
  }

  /// Whether the value is ≥ 0 wherever it is defined: by declared signs, positive kernels, even powers
  /// and, for constants, enclosures and Calcium.
  ///
  /// - Rigour: exact; `fails` means negative wherever it is defined.
  public var isNonNegative: Decision {
    guard let fraction else { return .undecided }
    let sign = fraction.sign
    if sign.isNonNegative { return .holds }
    if sign == .negative { return .fails }
    if ConstantDecision.isZero(fraction) == true { return .holds }
    guard let factors = try? Factorisation(fraction), factors.odd.isEmpty else { return .undecided }
    return factors.isNegative ? .undecided : .holds
  }

  /// Whether the value is > 0 wherever it is defined.
  public var isPositive: Decision {
    guard let fraction else { return .undecided }
    switch fraction.sign {
    case .positive: return .holds
    case .zero, .negative, .nonPositive: return .fails
    case .nonNegative: return .undecided
    case .unknown: return ConstantDecision.isZero(fraction) == true ? .fails : .undecided
    }
  }

  static func kernel(_ kind: Kernel.Kind) -> Expression {
    Expression(Fraction(Generator(Kernel(kind))))
  }

  /// The transform of the canonical form, under the same conditions.
  func mapped(_ transform: (Fraction) -> Expression) -> Expression {
    guard case .fraction(let fraction) = content else { return self }
    let result = transform(fraction)
    return conditions.isEmpty ? result : result.assuming(conditions)
  }
}

extension Fraction {
  /// Whether the first coefficient of the numerator is negative: of x and −x one is.
  var isLeadingNegative: Bool { (function.numeratorTerms.first?.coefficient.sign ?? 0) < 0 }
}
