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
    if isComplementOfDistribution { return .positive }
    if negated.isComplementOfDistribution { return .negative }
    return hasSymbols ? .unknown : constantSign
  }

  private func sign(of terms: [RationalFunction.Term]) -> Sign {
    let sign = termSign(terms)
    return sign == .unknown ? linearSign(terms) : sign
  }

  /// The sign of c₀ + Σ cᵢ·xᵢ from the ends of the symbols' open intervals.
  private func linearSign(_ terms: [RationalFunction.Term]) -> Sign {
    var (least, greatest): (Rational?, Rational?) = (0, 0)
    for term in terms {
      guard let coefficient = term.coefficient.machineInteger, coefficient.magnitude < 1 << 20 else {
        return .unknown
      }
      let occurring = generators.indices.filter { term.exponents[$0] > 0 }
      var ends: (Rational?, Rational?) = (1, 1)
      if let index = occurring.first {
        guard occurring.count == 1, term.exponents[index] == 1,
          case .symbol(_, let range) = generators[index].kernel.kind
        else { return .unknown }
        ends = coefficient > 0 ? (range.lower, range.upper) : (range.upper, range.lower)
      }
      let factor = Rational(coefficient)
      least = least.flatMap { sum in ends.0.map { sum + factor * $0 } }
      greatest = greatest.flatMap { sum in ends.1.map { sum + factor * $0 } }
    }
    if let least, least >= 0 { return .positive }
    if let greatest, greatest <= 0 { return .negative }
    return .unknown
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

  private var isComplementOfDistribution: Bool { complementaryArgument != nil }

  private var constantSign: Sign {
    for precision in [64, 256, 1024] {
      let ball = Ball.$precision.withValue(precision) { enclosure(at: .constantsOnly) }
      if ball?.isPositive == .holds { return .positive }
      if ball?.isNonNegative == .fails { return .negative }
    }
    return .unknown
  }

  /// Refuses what is 0 or cannot be told from it.
  func requireNotZero() throws(Undefined) {
    if isZero { throw Undefined("division by 0") }
    if isRational || sign != .unknown { return }
    let areIndependent = generators.allSatisfy {
      switch $0.kernel.kind {
      case .symbol, .pi: true
      default: false
      }
    }
    if areIndependent { return }
    for index in 0..<4 {
      let point = SamplePoint(index)
      for precision in [128, 512] {
        let ball = Ball.$precision.withValue(precision) { enclosure(at: point) }
        if let ball, ball.isFinite, !ball.containsZero { return }
      }
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
        ? (try? argument - Fraction(1)).map { $0.sign.isNonNegative ? $0.sign : .unknown } ?? .unknown
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
