/// What is known about the sign of a fraction wherever it is defined.
enum Sign: Sendable {
  case positive, nonNegative, zero, nonPositive, negative, unknown

  var isNonNegative: Bool { self == .positive || self == .nonNegative || self == .zero }
  var isNonPositive: Bool { self == .negative || self == .nonPositive || self == .zero }
  var isStrict: Bool { self == .positive || self == .negative }

  static prefix func - (sign: Sign) -> Sign {
    switch sign {
    case .positive: .negative
    case .nonNegative: .nonPositive
    case .zero: .zero
    case .nonPositive: .nonNegative
    case .negative: .positive
    case .unknown: .unknown
    }
  }

  static func * (left: Sign, right: Sign) -> Sign {
    if left == .zero || right == .zero { return .zero }
    if left == .unknown || right == .unknown { return .unknown }
    let isStrict = left.isStrict && right.isStrict
    return left.isNonNegative == right.isNonNegative
      ? (isStrict ? .positive : .nonNegative) : (isStrict ? .negative : .nonPositive)
  }

  static func + (left: Sign, right: Sign) -> Sign {
    if left == .zero { return right }
    if right == .zero { return left }
    if left.isNonNegative, right.isNonNegative {
      return left.isStrict || right.isStrict ? .positive : .nonNegative
    }
    if left.isNonPositive, right.isNonPositive {
      return left.isStrict || right.isStrict ? .negative : .nonPositive
    }
    return .unknown
  }

  /// The sign of a power.
  func power(_ exponent: Int) -> Sign {
    if exponent == 0 { return .positive }
    if exponent % 2 != 0 { return self }
    return isStrict ? .positive : (self == .zero ? .zero : .nonNegative)
  }
}

extension Fraction {
  /// The sign, from declared symbols, kernels of known sign and sums of equal signs; constants by
  /// enclosures.
  var sign: Sign {
    if isZero { return .zero }
    let structural = sign(of: function.numeratorTerms) * sign(of: function.denominatorTerms)
    if structural != .unknown { return structural }
    return hasSymbols ? .unknown : constantSign
  }

  private func sign(of terms: [RationalFunction.Term]) -> Sign {
    let sign = termSign(terms)
    return sign == .unknown ? (shiftedTerms(terms)?.shiftedSign ?? .unknown) : sign
  }

  private var shiftedSign: Sign {
    isZero ? .zero : termSign(function.numeratorTerms) * termSign(function.denominatorTerms)
  }

  /// The polynomial in new positive variables: L + t for a generator above L, U − t for one below U,
  /// (L + U·t)/(1 + t) for one between.
  private func shiftedTerms(_ terms: [RationalFunction.Term]) -> Fraction? {
    guard terms.count <= 40 else { return nil }
    let bounds = generators.map(\.bounds)
    guard bounds.contains(where: { ($0.lower ?? 0) != 0 || $0.upper != nil }) else { return nil }
    var sum = Fraction(0)
    for term in terms {
      var product = Fraction(term.coefficient)
      for (index, exponent) in term.exponents.enumerated() where exponent > 0 {
        guard exponent <= 16 || bounds[index] == (nil, nil) || bounds[index] == (0, nil),
          let base = try? shifted(generators[index], bounds[index], index),
          let next = try? product * base.power(exponent)
        else { return nil }
        product = next
      }
      guard let next = try? sum + product else { return nil }
      sum = next
    }
    return sum
  }

  private func shifted(
    _ generator: Generator, _ bounds: (lower: Rational?, upper: Rational?), _ index: Int
  ) throws(Undefined) -> Fraction {
    if bounds.upper == nil, (bounds.lower ?? 0) == 0 { return Fraction(generator) }
    // No symbol that a user can name starts so.
    let range = SymbolRange(lower: 0, upper: nil)
    let t = Fraction(Generator(Kernel(.symbol(name: "#\(index)", range: range))))
    switch bounds {
    case (let lower?, let upper?):
      return try (Fraction(lower) + Fraction(upper) * t) / (Fraction(1) + t)
    case (let lower?, nil): return try Fraction(lower) + t
    case (nil, let upper?): return try Fraction(upper) - t
    case (nil, nil): return Fraction(generator)
    }
  }

  private func termSign(_ terms: [RationalFunction.Term]) -> Sign {
    var sum = Sign.zero
    var signs: [Sign] = []
    for generator in generators { signs.append(generator.sign) }
    for term in terms {
      var product: Sign = term.coefficient.sign < 0 ? .negative : .positive
      for (sign, exponent) in zip(signs, term.exponents) where exponent != 0 {
        product = product * sign.power(exponent)
      }
      sum = sum + product
      if sum == .unknown { return .unknown }
    }
    return sum
  }

  /// The argument a where this is 1 − Φ(a).
  var complementaryArgument: Fraction? {
    guard generators.count == 1, case .normalCDF(let argument) = generators[0].kernel.kind,
      function == .constant(1, arity: 1) - .variable(0, arity: 1)
    else { return nil }
    return argument
  }

  private var constantSign: Sign {
    let outcome = Ball.valueAtRisingPrecision(from: 64, to: 1024) { () -> Sign? in
      let ball = enclosure(at: .constantsOnly)
      if ball?.isPositive == .holds { return .positive }
      return ball?.isNonNegative == .fails ? .negative : nil
    }
    return outcome.value ?? .unknown
  }

  /// Refuses what is 0 or cannot be told from it.
  func requireNotZero() throws(Undefined) {
    if isZero { throw Undefined("division by 0") }
    // A sum of squares could still be 0 in disguise: only a strict sign will do.
    if isRational || sign.isStrict { return }
    let areIndependent = generators.allSatisfy {
      switch $0.kernel.kind {
      case .symbol, .pi: true
      default: false
      }
    }
    if areIndependent { return }
    for index in 0..<4 {
      let point = SamplePoint(index)
      let separated = Ball.valueAtRisingPrecision(to: 512) { () -> Ball? in
        guard let ball = enclosure(at: point), ball.isFinite, !ball.containsZero else { return nil }
        return ball
      }
      if separated.value != nil { return }
      if !hasSymbols { break }
    }
    if !hasSymbols, let isZero = ConstantDecision.isZero(self) {
      if isZero { throw Undefined("division by \(Expression(self)), which is 0") }
      return
    }
    throw Undefined("division by \(Expression(self)), which could not be told from 0")
  }
}

extension Generator {
  /// An open interval that contains every value of what the variable stands for.
  fileprivate var bounds: (lower: Rational?, upper: Rational?) {
    switch kernel.kind {
    case .symbol(_, let range): (range.lower, range.upper)
    case .normalCDF: (0, 1)
    case .exponential(let exponent):
      switch exponent.sign {
      case .positive: (1, nil)
      case .negative: (0, 1)
      default: (0, nil)
      }
    case .pi: (3, 4)
    default: (nil, nil)
    }
  }

  /// The sign of what the variable stands for.
  var sign: Sign {
    switch kernel.kind {
    case .symbol(_, let range):
      range.isPositive ? .positive : (range.isNegative ? .negative : .unknown)
    case .pi, .exponential, .normalCDF: .positive
    case .root(let base):
      base.sign.isNonNegative ? base.sign : (unit.denominator % 2 == 0 ? .nonNegative : .unknown)
    case .logarithm(let argument):
      kernel.hasSymbols
        ? (try? argument - Fraction(1)).map { $0.sign.isNonNegative ? $0.sign : .unknown }
          ?? .unknown
        : Fraction(self).singleConstantSign
    default:
      kernel.hasSymbols ? .unknown : Fraction(self).singleConstantSign
    }
  }
}

extension Fraction {
  /// The sign of a constant generator, from one enclosure.
  fileprivate var singleConstantSign: Sign {
    guard let ball = enclosure(at: .constantsOnly) else { return .unknown }
    if ball.isPositive == .holds { return .positive }
    return ball.isNonNegative == .fails ? .negative : .unknown
  }
}
