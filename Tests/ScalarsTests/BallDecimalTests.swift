import Scalars
import Testing

@Suite struct `Decimals of balls` {
  @Test(arguments: [
    (Rational(1, 3), 5, "0.33333"), (Rational(2, 3), 5, "0.66667"), (Rational(-1, 8), 4, "-0.1250"),
    (Rational(999_999, 1000), 3, "1000"), (Rational(1_234_567), 3, "1230000"),
    (Rational(7), 3, "7.00"),
    (Rational(12_345_678), 3, "1.23e+7"), (Rational(1, 1_000_000), 2, "1.0e-6"),
    (Rational(1, 40_000), 2, "0.000025"), (Rational(0), 4, "0"), (Rational(9_996), 3, "10000"),
  ])
  func `are correctly rounded`(value: Rational, count: Int, expected: String) {
    #expect(Ball(value).rounded(toDigits: count) == expected)
  }

  @Test func `agree with Arb's own digits where both are certain`() {
    Ball.$precision.withValue(400) {
      #expect(Ball.pi.rounded(toDigits: 50) == Ball.pi.digits(50))
      #expect(Ball.exp(Ball(-50)).rounded(toDigits: 30) == Ball.exp(Ball(-50)).digits(30))
    }
  }

  @Test func `reach exponents far beyond doubles`() {
    Ball.$precision.withValue(256) {
      // exp(10⁶) = 3.0332153968…e434294
      #expect(Ball.exp(Ball(1_000_000)).rounded(toDigits: 11) == "3.0332153968e+434294")
    }
  }

  /// By mpmath with 160 digits.
  @Test func `reach exponents that are no machine integers`() {
    Ball.$precision.withValue(512) {
      let (large, small) = (Ball.pow(Ball(10), 30), Ball(-3) * Ball.pow(Ball(10), 75))
      #expect(
        Ball.exp(large).rounded(toDigits: 24)
          == "4.02793352347120658744678e+434294481903251827651128918916")
      let exponent =
        "1302883445709755482953386756749815246883191017410999698343361349497593947627"
      #expect(Ball.exp(small).rounded(toDigits: 16) == "2.441607286395352e-" + exponent)
      #expect((-Ball.exp(small)).rounded(toDigits: 1) == "-2e-" + exponent)
    }
    #expect(Ball.exp(Ball(-3) * Ball.pow(Ball(10), 75)).rounded(toDigits: 5) == nil)
  }

  @Test func `stay undecided where the ball is too wide, holds zero or is not finite`() {
    let wide = Ball(midpoint: Ball(Rational(1, 3)), radius: Ball(Rational(1, 1000)))
    #expect(wide.rounded(toDigits: 2) == "0.33")
    #expect(wide.rounded(toDigits: 4) == nil)
    #expect(Ball(midpoint: .zero, radius: Ball(1)).rounded(toDigits: 2) == nil)
    #expect(Ball.log(.zero).rounded(toDigits: 2) == nil)
  }
}
