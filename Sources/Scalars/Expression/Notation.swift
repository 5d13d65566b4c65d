/// A formula as it is written: what the three kinds of print have in common.
indirect enum Notation: Sendable {
  /// A natural number in decimal.
  case natural(String)
  /// A positive fraction of natural numbers in decimal.
  case ratio(String, String)
  case symbol(String)
  case pi
  case negative(Notation)
  case sum([Notation])
  case product([Notation])
  case quotient(Notation, Notation)
  /// A natural power from 2 on.
  case power(Notation, Int)
  case squareRoot(Notation)
  case rationalPower(Notation, Rational)
  /// A power whose exponent is a formula.
  case generalPower(Notation, Notation)
  case call(Function, [Notation])

  enum Function: Sendable {
    case exponential, logarithm, sine, cosine, arcsine, arctangent, normalCDF, normalQuantile
  }

  /// How tightly the outermost operation binds.
  var precedence: Int {
    switch self {
    case .sum, .negative: 0
    case .product, .quotient, .ratio: 1
    case .power, .rationalPower, .generalPower: 2
    case .natural, .symbol, .pi, .squareRoot, .call: 3
    }
  }

  static func number(_ top: ExactInteger, _ bottom: ExactInteger) -> Notation {
    let magnitude = top.magnitude.description
    let number: Notation =
      bottom.isOne ? .natural(magnitude) : .ratio(magnitude, bottom.description)
    return top.sign < 0 ? .negative(number) : number
  }

  static func number(_ value: Rational) -> Notation {
    number(ExactInteger(value.numerator), ExactInteger(value.denominator))
  }

  /// The base to a positive rational power.
  func raised(to exponent: Rational) -> Notation {
    if exponent == 1 { return self }
    if exponent.denominator == 1 { return .power(self, exponent.numerator) }
    return exponent == Rational(1, 2) ? .squareRoot(self) : .rationalPower(self, exponent)
  }

  /// The terms with signs drawn out, a positive one first where there is one.
  static func signedSum(_ terms: [Notation]) -> Notation {
    if terms.count == 1 { return terms[0] }
    guard terms.contains(where: { !$0.isNegative }) else {
      return .negative(
        .sum(terms.map { if case .negative(let term) = $0 { term } else { $0 } }))
    }
    guard let first = terms.firstIndex(where: { !$0.isNegative }) else { return .sum(terms) }
    var ordered = terms
    ordered.insert(ordered.remove(at: first), at: 0)
    return .sum(ordered)
  }

  /// Whether a half of it is written as a quotient by 2 and not as ½ times it.
  var isPlainFactor: Bool {
    switch self {
    case .symbol, .pi, .power, .squareRoot, .natural: true
    default: false
    }
  }

  var isNegative: Bool {
    if case .negative = self { return true }
    return false
  }
}
