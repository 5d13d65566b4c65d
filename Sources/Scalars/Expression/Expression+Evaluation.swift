import RealModule

/// Why an expression could not be evaluated, and what to do about it.
public enum ExpressionError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The expression has no value.
  case undefined(reason: String)
  /// A symbol was given no value.
  case missing(symbol: String)

  public var description: String {
    switch self {
    case .undefined(let reason):
      "the expression is undefined: \(reason); change what it was built from"
    case .missing(let symbol): "the symbol \(symbol) has no value; give it one"
    }
  }
}

extension Expression {
  /// The value in another number system where the symbols have these values.
  ///
  /// Exponentials of a product are evaluated as one exponential of a sum, and relative to the leading
  /// term of the denominator.
  /// - Accuracy: that of the scalar: an enclosure in `Ball`; in `Double` the expanded form may cancel.
  /// - Throws: `ExpressionError` where the expression is undefined, a symbol is missing, or one of the
  ///   conditions is known to fail.
  public func evaluated<S: Scalar>(at values: [String: S]) throws(ExpressionError) -> S {
    switch content {
    case .undefined(let reason): throw .undefined(reason: reason)
    case .fraction(let fraction):
      var named: [String: S] = [:]
      for (name, value) in values { named[SymbolName(name).plain] = value }
      let evaluation = Evaluation { name, _ in named[name] }
      for condition in conditions {
        guard let needed = condition.fraction else { continue }
        if try evaluation.value(of: needed).isNonNegative == .fails {
          throw .undefined(reason: Expression.failing(condition))
        }
      }
      return try evaluation.value(of: fraction)
    }
  }

  /// Why there is no value where a condition fails: a root or a logarithm needed it on the way.
  private static func failing(_ condition: Expression) -> String {
    "a root or a logarithm needs \(condition) not to be negative"
  }

  /// The expression with symbols replaced; symbols that are not named stay.
  ///
  /// - Edge cases: undefined where a divisor becomes 0, or a condition becomes negative.
  public func substituting(_ replacements: [String: Expression]) -> Expression {
    guard case .fraction(let fraction) = content else { return self }
    var named: [String: Expression] = [:]
    for (name, value) in replacements { named[SymbolName(name).plain] = value }
    let evaluation = Evaluation<Expression> { name, range in
      named[name] ?? .symbol(name, range: range)
    }
    guard let result = try? evaluation.value(of: fraction) else { return self }
    let substituted = conditions.map { $0.substituting(named) }
    for (condition, replaced) in zip(conditions, substituted)
    where replaced.isNonNegative == .fails {
      return .undefined(Expression.failing(condition))
    }
    return result.assuming(substituted.filter { $0.isPositive != .holds })
  }
}

/// One evaluation of an expression: the symbols' values, and the kernels that are known already.
final class Evaluation<S: Scalar> {
  private let symbol: (_ name: String, _ range: SymbolRange) -> S?
  private var known: [String: S] = [:]

  init(symbol: @escaping (_ name: String, _ range: SymbolRange) -> S?) { self.symbol = symbol }

  func value(of fraction: Fraction) throws(ExpressionError) -> S {
    let function = fraction.function
    let (above, below) = (function.numeratorTerms, function.denominatorTerms)
    let shift = below[0].exponents
    let top = try sum(above, fraction.generators, shift: shift)
    if below.count == 1 {
      let bottom = try product(below[0], fraction.generators, shift: shift)
      return below[0].coefficient.isOne && shift.allSatisfy { $0 == 0 } ? top : top / bottom
    }
    return try top / sum(below, fraction.generators, shift: shift)
  }

  private func sum(
    _ terms: [RationalFunction.Term], _ generators: [Generator], shift: [Int]
  ) throws(ExpressionError) -> S {
    var sum: S?
    for term in terms {
      let product = try product(term, generators, shift: shift)
      sum = sum.map { $0 + product } ?? product
    }
    return sum ?? .zero
  }

  /// Coefficient and powers; exponentials are shifted by their powers in `shift`.
  private func product(
    _ term: RationalFunction.Term, _ generators: [Generator], shift: [Int]
  ) throws(ExpressionError) -> S {
    var product: S = term.coefficient.converted()
    var exponent: S?
    for (index, generator) in generators.enumerated() {
      if case .exponential(let argument) = generator.kernel.kind {
        let count = term.exponents[index] - shift[index]
        if count == 0 { continue }
        let part = S(generator.unit * Rational(count)) * (try value(of: argument, in: generator))
        exponent = exponent.map { $0 + part } ?? part
      } else if term.exponents[index] == 1 {
        product = product * (try value(of: generator))
      } else if term.exponents[index] != 0 {
        product = product * S.pow(try value(of: generator), term.exponents[index])
      }
    }
    return exponent.map { product * S.exp($0) } ?? product
  }

  /// The value of a kernel's argument, once.
  private func value(
    of argument: Fraction, in generator: Generator
  ) throws(ExpressionError) -> S {
    if let known = known[generator.kernel.key] { return known }
    let result = try value(of: argument)
    known[generator.kernel.key] = result
    return result
  }

  private func value(of generator: Generator) throws(ExpressionError) -> S {
    let key =
      generator.unit == 1 ? generator.kernel.key : "\(generator.unit)" + generator.kernel.key
    if let known = known[key] { return known }
    let result = try newValue(of: generator)
    known[key] = result
    return result
  }

  private func newValue(of generator: Generator) throws(ExpressionError) -> S {
    switch generator.kernel.kind {
    case .symbol(let name, let range):
      guard let result = symbol(name, range) else { throw .missing(symbol: name) }
      return result
    case .pi: return S.pi
    case .exponential(let argument): return S.exp(S(generator.unit) * (try value(of: argument)))
    case .logarithm(let argument):
      if let tail = argument.complementaryArgument {
        return S.logNormalUpperTail(try value(of: tail))
      }
      if let single = argument.singleGenerator, case .normalCDF(let inner) = single.kernel.kind {
        return S.logNormalCDF(try value(of: inner))
      }
      return S.log(try value(of: argument))
    case .root(let base):
      let root = generator.unit.denominator
      let radical = try value(of: base)
      let power = root == 2 ? S.sqrt(radical) : S.root(radical, root)
      return generator.unit.numerator == 1 ? power : S.pow(power, generator.unit.numerator)
    case .sine(let argument): return S.sin(try value(of: argument))
    case .cosine(let argument): return S.cos(try value(of: argument))
    case .arcsine(let argument): return S.asin(try value(of: argument))
    case .arctangent(let argument): return S.atan(try value(of: argument))
    case .normalCDF(let argument): return S.normalCDF(try value(of: argument))
    case .normalQuantile(let lower, let upper):
      return S.normalQuantile(logLower: try value(of: lower), logUpper: try value(of: upper))
    }
  }
}

extension Fraction {
  /// An enclosure at a point, nil where a symbol has no value there.
  func enclosure(at point: SamplePoint) -> Ball? {
    let evaluation = Evaluation<Ball> { name, range in
      point.coordinate(name, in: range).map { Ball($0) }
    }
    return try? evaluation.value(of: self)
  }
}
