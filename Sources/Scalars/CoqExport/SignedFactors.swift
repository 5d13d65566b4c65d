/// A non-zero fraction as ±∏ primes^e · ∏ bases^e, bases irreducible as polynomials and positive where
/// their sign is known.
struct SignedFactors {
  private(set) var isNegative = false
  private(set) var primes: [(base: ExactInteger, exponent: Int)] = []
  private(set) var bases: [(base: Fraction, exponent: Int)] = []

  init(_ fraction: Fraction) throws(Undefined) {
    let function = fraction.function
    for (polynomial, direction) in [(function.numerator, 1), (function.denominator, -1)] {
      let (constant, factors) =
        polynomial.numeratorFactors ?? (ExactInteger(1), [(polynomial, 1)])
      if constant.sign < 0 { isNegative.toggle() }
      for (prime, exponent) in constant.magnitude.primePowers ?? [(constant.magnitude, 1)]
      where !prime.isOne {
        primes.append((prime, direction * exponent))
      }
      for (function, exponent) in factors {
        let base = try Fraction.canonical(fraction.generators, function)
        let isTurned = base.sign.isNonPositive
        if isTurned, exponent % 2 != 0 { isNegative.toggle() }
        bases.append((isTurned ? base.negated : base, direction * exponent))
      }
    }
  }
}
