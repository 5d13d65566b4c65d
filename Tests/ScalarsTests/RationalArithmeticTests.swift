import Scalars
import Testing

@Suite struct `Arithmetic of rationals` {
  @Test func `adds over the least common denominator`() {
    let tiny = Rational(1, 1_000_000_000_000)
    #expect(Rational(999_999_999_999, 1_000_000_000_000) + tiny == 1)
    #expect(Rational(1, 6) + Rational(1, 10) == Rational(4, 15))
    #expect(Rational(1, 6) - Rational(1, 6) == 0)
    #expect(Rational(-1, 4).adding(Rational(-1, 4)) == Rational(-1, 2))
  }

  @Test func `says where a sum or a product does not fit`() {
    #expect(Rational(.max).adding(1) == nil)
    #expect(Rational(1, 4_294_967_291).adding(Rational(1, 4_294_967_279)) == nil)
    #expect(Rational(1 << 40).times(Rational(1 << 40)) == nil)
    #expect(Rational(1, 1 << 40).times(Rational(1, 1 << 40)) == nil)
  }

  @Test func `multiplies after common factors are gone`() {
    #expect(Rational(1 << 40, 3).times(Rational(9, 1 << 40)) == 3)
    #expect(Rational(-2, 3).times(Rational(3, 4)) == Rational(-1, 2))
    #expect(Rational(0).times(Rational(5, 7)) == 0)
  }
}
