/// A non-zero fraction as ±∏ primes^e · ∏ factors^e, every factor irreducible as a polynomial.
struct Factorisation {
  let isNegative: Bool
  /// Primes, or integers that are too large to factor, with their exponents.
  let integers: [(base: ExactInteger, exponent: Int)]
  /// Factors that are not negative where they are defined.
  let nonNegative: [(base: Fraction, exponent: Int)]
  /// Factors of unknown sign with odd exponents.
  let odd: [(base: Fraction, exponent: Int)]
  /// Squares of factors of unknown sign, with half of the even exponents.
  let squares: [(base: Fraction, exponent: Int)]

  init(_ fraction: Fraction) throws(Undefined) {
    precondition(!fraction.isZero, "fraction ≠ 0")
    var isNegative = false
    var integers: [(base: ExactInteger, exponent: Int)] = []
    var nonNegative: [(base: Fraction, exponent: Int)] = []
    var odd: [(base: Fraction, exponent: Int)] = []
    var squares: [(base: Fraction, exponent: Int)] = []
    let function = fraction.function
    for (polynomial, direction) in [(function.numerator, 1), (function.denominator, -1)] {
      let (constant, factors) =
        polynomial.numeratorFactors ?? (ExactInteger(1), [(polynomial, 1)])
      if constant.sign < 0 { isNegative.toggle() }
      for (prime, exponent) in constant.magnitude.primePowers ?? [(constant.magnitude, 1)]
      where !prime.isOne {
        integers.append((prime, direction * exponent))
      }
      for (function, exponent) in factors {
        let base = try Fraction.canonical(fraction.generators, function)
        let sign = base.sign
        if sign.isNonNegative {
          nonNegative.append((base, direction * exponent))
        } else if sign.isNonPositive {
          nonNegative.append((base.negated, direction * exponent))
          if exponent % 2 != 0 { isNegative.toggle() }
        } else if exponent % 2 != 0 {
          odd.append((base, direction * exponent))
        } else {
          squares.append((try base * base, direction * exponent / 2))
        }
      }
    }
    self.isNegative = isNegative
    self.integers = integers
    self.nonNegative = nonNegative
    self.odd = odd
    self.squares = squares
  }

  /// What remains of unknown sign: ± the odd factors, each to the power ±1, and the even rest of their
  /// exponents; nil where every sign is known.
  ///
  /// A single odd factor keeps its whole exponent, since the sign of its power is its own.
  func unknown() throws(Undefined) -> (
    base: Fraction, exponent: Int, squares: [(base: Fraction, exponent: Int)]
  )? {
    guard let first = odd.first else { return nil }
    let sign = Fraction(isNegative ? -1 : 1)
    if odd.count == 1 { return (try sign * first.base, first.exponent, []) }
    var group = sign
    var rest: [(base: Fraction, exponent: Int)] = []
    for (base, exponent) in odd {
      group = exponent > 0 ? try group * base : try group / base
      let even = exponent - exponent.signum()
      if even != 0 { rest.append((try base * base, even / 2)) }
    }
    return (group, 1, rest)
  }
}
