import RealModule
import Scalars
import Testing

@Suite struct `Rising precision` {
  /// exp(x) − 1 − x − x²/2 − x³/6 for x = 2⁻ⁿ is about 2⁻⁴ⁿ/24: in doubt until more than 4n bits are carried.
  private func cancellation(_ exponent: Int) -> Ball {
    let x = Ball.powerOfTwo(-exponent)
    return Ball.exp(x) - Ball(1) - x - x.squared / Ball(2) - x * x.squared / Ball(6)
  }

  @Test func `ends at the first precision that decides`() {
    let outcome = Ball.decisionAtRisingPrecision(from: 64, to: 4096) {
      cancellation(100).isPositive
    }
    #expect(outcome == .decided(.holds, bits: 512))
    #expect(outcome.decision == .holds)
    let negated = Ball.decisionAtRisingPrecision(from: 64, to: 4096) {
      (Ball.zero - cancellation(100)).isPositive
    }
    #expect(negated == .decided(.fails, bits: 512))
  }

  @Test func `stays in doubt at the limit, and says the limit`() {
    let outcome = Ball.decisionAtRisingPrecision(from: 64, to: 300) { cancellation(100).isPositive }
    #expect(outcome == .undecided(limit: 300))
    #expect(outcome.decision == .undecided)
    #expect(outcome.value == nil)
    #expect(outcome.bits == 300)
  }

  @Test func `never decides an equality that holds`() {
    let outcome = Ball.decisionAtRisingPrecision(to: 2048) {
      (Ball.sqrt(Ball(2)).squared - Ball(2)).isPositive
    }
    #expect(outcome == .undecided(limit: 2048))
  }

  @Test func `doubles, ends at the limit itself and leaves the precision outside alone`() {
    var seen: [Int] = []
    let outcome = Ball.$precision.withValue(77) { () -> PrecisionOutcome<String> in
      let outcome = Ball.valueAtRisingPrecision(from: 100, to: 450) { () -> String? in
        seen.append(Ball.precision)
        return nil
      }
      #expect(Ball.precision == 77)
      return outcome
    }
    #expect(seen == [100, 200, 400, 450])
    #expect(outcome == .undecided(limit: 450))
    var count = 0
    let single = Ball.valueAtRisingPrecision(from: 64, to: 64) { () -> Int? in
      count += 1
      return count
    }
    #expect(single == .decided(1, bits: 64))
  }

  @Test func `hands on what the body throws`() {
    struct Planted: Error {}
    #expect(throws: Planted.self) {
      try Ball.valueAtRisingPrecision(to: 256) { () -> Int? in throw Planted() }
    }
  }

  @Test func `rounds hundreds of digits that 128 bits do not hold`() throws {
    let outcome = Ball.valueAtRisingPrecision(to: 4096) { Ball.pi.rounded(toDigits: 300) }
    #expect(outcome.bits == 1024)
    #expect(try #require(outcome.value).hasPrefix("3.14159265358979323846"))
  }
}

@Suite struct `Balls as sets` {
  @Test func `have ends, hulls and extremes`() {
    let third = Ball(Rational(1, 3))
    let (lower, upper) = (third.lowerEnd, third.upperEnd)
    #expect((upper - lower).isPositive == .holds)
    #expect(lower.radius.isExactZero && upper.radius.isExactZero)
    #expect((lower * Ball(3) - Ball(1)).isPositive != .holds)
    #expect((upper * Ball(3) - Ball(1)).isPositive != .fails)
    let hull = Ball.hull(Ball(-1), Ball(3))
    for inside in [-1, 0, 3] { #expect(Ball(inside).isContained(in: hull)) }
    #expect(!Ball(Rational(7, 2)).isContained(in: hull))
    #expect(Ball.larger(Ball(2), Ball(5)) == Ball(5))
    #expect(Ball.smaller(Ball(2), Ball(5)) == Ball(2))
    let unknown = Ball.larger(hull, Ball(1))
    #expect(Ball(1).isContained(in: unknown) && Ball(3).isContained(in: unknown))
    #expect(!Ball(Rational(1, 2)).isContained(in: unknown))
    #expect(Ball.powerOfTwo(-3) == Ball(Rational(1, 8)))
    #expect(Ball(-7).magnitude == Ball(7))
  }

  @Test func `know no end of the whole line`() {
    #expect(Ball.wholeLine.lowerBound == -.infinity)
    #expect(Ball.wholeLine.upperBound == .infinity)
    #expect(!Ball.wholeLine.isFinite)
    let half = Ball.hull(Ball(1), Ball(exactly: .infinity))
    #expect(half.upperBound == .infinity)
  }

  @Test func `have finite upper tails where Arb's erfc has none`() {
    let tail = Ball.logNormalUpperTail(Ball(1_000_000))
    // −x²/2 − log x − log √(2π) − 1/x² + …
    let leading = Ball.logNormalDensity(Ball(1_000_000)) - Ball.log(Ball(1_000_000))
    let rest = (leading - tail) * Ball(1_000_000).squared
    #expect(rest.lowerBound > 0.999_999 && rest.upperBound < 1.000_001)
  }
}

@Suite struct `Intervals of doubles` {
  private let third = DoubleInterval(Ball(Rational(1, 3)))

  @Test func `contain what exact arithmetic gives`() {
    let one = third + third + third
    #expect(one.lower < 1 && one.upper > 1)
    #expect((third - third).containsZero)
    let product = DoubleInterval(-2, 3) * DoubleInterval(-5, 4)
    #expect(product.lower <= -15 && product.upper >= 12)
    #expect(product.lower >= -15.000_001 && product.upper <= 12.000_001)
    #expect(DoubleInterval(-2, 3).squared.lower == 0)
    #expect(DoubleInterval(-2, 3).squared.upper >= 9)
    let quotient = DoubleInterval(1, 2) / DoubleInterval(-4, -2)
    #expect(quotient.lower <= -1 && quotient.upper >= -0.25)
  }

  @Test(arguments: [-800.0, -100.5, -99.5, -3, 0, 5, 700, 709.5, 800])
  func `enclose exponentials`(x: Double) {
    let interval = DoubleInterval.exp(DoubleInterval(x))
    let exact = Ball.exp(Ball(exactly: x))
    #expect((exact - Ball(exactly: interval.lower)).isNonNegative != .fails)
    if interval.upper < .infinity {
      #expect((Ball(exactly: interval.upper) - exact).isNonNegative != .fails)
    }
  }

  @Test func `keep doubt finite or infinite, never NaN`() {
    let everything = DoubleInterval(Ball.wholeLine)
    let sum = everything + everything
    #expect(sum.lower == -.infinity && sum.upper == .infinity)
    #expect((everything * DoubleInterval.zero).containsZero)
    #expect(DoubleInterval(Ball.log(Ball.zero)).upper == .infinity)
    #expect(DoubleInterval(0, 1).intersection(DoubleInterval(2, 3)) == nil)
  }
}
