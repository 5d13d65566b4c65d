import RealModule

/// Exponentials, logarithms and powers of canonical forms.
extension Expression {
  /// exp of a fraction: a product of powers of generators, one for every term of the exponent.
  static func exponential(_ exponent: Fraction) -> Expression {
    var product = Expression(Fraction(1))
    do throws(Undefined) {
      let terms = try exponent.additiveTerms()
      guard terms.count <= Fraction.greatestDegree else {
        throw Undefined("an exponent of \(terms.count) terms is too long")
      }
      for (coefficient, monomial) in terms {
        product = product * exponential(of: monomial, times: coefficient)
      }
    } catch {
      return .undefined(error.reason)
    }
    return product
  }

  /// exp(c·m): B^c where m = log B, else a power of the generator exp(|c|·m).
  private static func exponential(of monomial: Fraction, times coefficient: Rational) -> Expression
  {
    if let single = monomial.singleGenerator, case .logarithm(let base) = single.kernel.kind {
      return power(base, coefficient)
    }
    let kernel = Kernel(.exponential(monomial))
    if coefficient > 0 { return Expression(Fraction(Generator(kernel, unit: coefficient))) }
    let generator = Fraction(Generator(kernel, unit: Rational(-1) * coefficient))
    return Expression(conditions: []) { () throws(Undefined) in try Fraction(1) / generator }
  }

  /// log of a fraction: a sum over its factors.
  static func logarithm(_ argument: Fraction) -> Expression {
    if argument.isZero { return .undefined("the logarithm of 0") }
    if argument.isOne { return zero }
    do throws(Undefined) {
      let factors = try Factorisation(argument)
      var sum = zero
      for (base, exponent) in factors.integers {
        sum = sum + Expression(exponent) * logarithmKernel(Fraction(base))
      }
      for (base, exponent) in factors.nonNegative {
        sum = sum + Expression(exponent) * logarithm(atomic: base)
      }
      for (base, exponent) in factors.squares {
        sum = sum + Expression(exponent) * logarithmKernel(base)
      }
      if let (base, exponent, squares) = try factors.unknown() {
        for (square, exponent) in squares {
          sum = sum + Expression(exponent) * logarithmKernel(square)
        }
        sum = sum + Expression(exponent) * logarithmKernel(base)
        return sum.assuming([Expression(base)])
      }
      if factors.isNegative {
        return .undefined("the logarithm of \(Expression(argument)), which is not positive")
      }
      return sum
    } catch {
      return .undefined(error.reason)
    }
  }

  private static func logarithmKernel(_ argument: Fraction) -> Expression {
    Expression(Fraction(Generator(Kernel(.logarithm(argument)))))
  }

  /// log of a factor that has no further factors.
  private static func logarithm(atomic base: Fraction) -> Expression {
    guard let single = base.singleGenerator else { return logarithmKernel(base) }
    switch single.kernel.kind {
    case .exponential(let argument): return Expression(single.unit) * Expression(argument)
    case .root(let radicand):
      return Expression(single.unit) * logarithm(radicand)
    default: return logarithmKernel(base)
    }
  }

  /// base^exponent for a rational exponent, by factors.
  static func power(_ base: Fraction, _ exponent: Rational) -> Expression {
    if exponent.denominator == 1 { return integerPower(base, exponent.numerator) }
    if base.isZero {
      return exponent > 0 ? zero : .undefined("a negative power of 0")
    }
    do throws(Undefined) {
      let factors = try Factorisation(base)
      var product = Expression(Fraction(1))
      for (factor, count) in factors.integers {
        product = product * rootPower(Fraction(factor), exponent * Rational(count))
      }
      for (factor, count) in factors.nonNegative {
        product = product * power(atomic: factor, exponent * Rational(count))
      }
      for (square, count) in factors.squares {
        product = product * rootPower(square, exponent * Rational(count))
      }
      if let (factor, count, squares) = try factors.unknown() {
        for (square, count) in squares {
          product = product * rootPower(square, exponent * Rational(count))
        }
        product = product * rootPower(factor, exponent * Rational(count))
        return product.assuming([Expression(factor)])
      }
      if factors.isNegative {
        return .undefined("the power \(exponent) of \(Expression(base)), which is negative")
      }
      return product
    } catch {
      return .undefined(error.reason)
    }
  }

  private static func power(atomic base: Fraction, _ exponent: Rational) -> Expression {
    guard let single = base.singleGenerator else { return rootPower(base, exponent) }
    switch single.kernel.kind {
    case .exponential(let argument):
      return Expression(conditions: []) { () throws(Undefined) in
        try Fraction(single.unit * exponent) * argument
      }.exponentiated
    case .root(let radicand): return rootPower(radicand, single.unit * exponent)
    default: return rootPower(base, exponent)
    }
  }

  private var exponentiated: Expression { Expression.exp(self) }

  /// base^⌊e⌋ times the root of the base that makes up the rest.
  private static func rootPower(_ base: Fraction, _ exponent: Rational) -> Expression {
    let root = exponent.denominator
    if root == 1 { return integerPower(base, exponent.numerator) }
    guard root <= Fraction.greatestDegree else {
      return .undefined("the root of degree \(root) is too high")
    }
    let rest = ((exponent.numerator % root) + root) % root
    let whole = integerPower(base, (exponent.numerator - rest) / root)
    let generator = Fraction(Generator(Kernel(.root(base)), unit: Rational(1, root)))
    return whole
      * Expression(conditions: []) { () throws(Undefined) in try generator.power(rest) }
  }

  static func integerPower(_ base: Fraction, _ exponent: Int) -> Expression {
    if base.isOne { return Expression(base) }
    let power = Expression(conditions: []) { () throws(Undefined) in
      guard exponent.magnitude <= Fraction.greatestStretch else {
        throw Undefined("the power \(exponent) is too large to expand")
      }
      return try base.power(Int(exponent.magnitude))
    }
    return exponent < 0 ? Expression(Fraction(1)) / power : power
  }
}

extension Fraction {
  /// The fraction as a sum of rational multiples of basis elements: monomials over monomials with
  /// coefficient 1, and what a primitive denominator leaves of them.
  ///
  /// - Accuracy: exact; the basis is one of the whole field for a monomial denominator, and one of the
  ///   fractions with that denominator otherwise.
  func additiveTerms() throws(Undefined) -> [(coefficient: Rational, element: Fraction)] {
    if isZero { return [] }
    if let value = rational { return [(value, Fraction(1))] }
    let arity = generators.count
    let below = function.denominatorTerms
    if below.count == 1 {
      let bottom = RationalFunction.polynomial(
        [RationalFunction.Term(coefficient: ExactInteger(1), exponents: below[0].exponents)],
        arity: arity)
      return try basis(function.numeratorTerms, scale: below[0].coefficient, over: bottom)
    }
    let content = function.denominator.content
    let primitive = function.denominator / .integer(content, arity: arity)
    let (scale, quotient, remainder) = function.numeratorQuotient(by: primitive)
    let one = RationalFunction.constant(1, arity: arity)
    return try basis(quotient.numeratorTerms, scale: scale * content, over: one)
      + basis(remainder.numeratorTerms, scale: scale * content, over: primitive)
  }

  private func basis(
    _ terms: [RationalFunction.Term], scale: ExactInteger, over bottom: RationalFunction
  ) throws(Undefined) -> [(coefficient: Rational, element: Fraction)] {
    var parts: [(coefficient: Rational, element: Fraction)] = []
    for term in terms {
      let quotient = Fraction(
        canonical: [],
        .integer(term.coefficient, arity: 0) / .integer(scale, arity: 0))
      guard let coefficient = quotient.rational, Fraction.isAdmissible(unit: coefficient) else {
        throw Undefined("a coefficient in an exponent is beyond 2³¹")
      }
      let monomial = RationalFunction.polynomial(
        [RationalFunction.Term(coefficient: ExactInteger(1), exponents: term.exponents)],
        arity: generators.count)
      parts.append((coefficient, try Fraction.canonical(generators, monomial / bottom)))
    }
    return parts
  }
}

extension RationalFunction {
  /// The greatest common divisor of the numerator's coefficients.
  var content: ExactInteger {
    numeratorTerms.reduce(ExactInteger(0)) { $0.greatestCommonDivisor(with: $1.coefficient) }
  }
}
