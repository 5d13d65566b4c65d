import RealModule
import Scalars
import Testing

// Sample
/// N(x; 0, 1)/N(x; 0, s²), the ratio of two normal densities.
func densityRatio<S: Scalar>(at x: S, deviation s: S) -> S {
  s * S.exp((x.squared / s.squared - x.squared) / S(2))
}
// End of sample

@Suite struct NumberSystemsTests {
  @Test func `one formula runs in four number systems`() {
    // Sample
    // Fast: about sixteen digits, and no promise.
    let double = densityRatio(at: 3.0, deviation: 2)

    // Rigorous: the true value lies in the ball, which is as small as the precision allows.
    let ball = Ball.$precision.withValue(256) { densityRatio(at: Ball(3), deviation: Ball(2)) }

    // Derivatives: a series goes in, a series comes out.
    let slope = densityRatio(at: Jet.variable(at: 3.0, order: 1), deviation: Jet(2)).derivative(1)

    // Exact: a symbol goes in, a formula comes out.
    let x = Expression.symbol("x")
    let exact = densityRatio(at: x, deviation: Expression(2))
    // End of sample

    // The exponent −27/8 is exact; exp and one product round.
    #expect((double - ball.approximation).magnitude <= 4 * double.ulp)
    #expect(ball.radius.upperBound < 1e-70 && ball.isFinite)
    // The derivative is r·x·(1/s² − 1), with four roundings more.
    #expect((slope + 2.25 * double).magnitude <= 8 * slope.ulp)
    let expected = Expression(2) * .exp(Expression(Rational(-3, 8)) * x.squared)
    #expect(Expression.equality(exact, expected) == .holds)
  }

  @Test func `comparisons are decided or stay open`() {
    // Sample
    let isBelow = Ball.decisionAtRisingPrecision(to: 1024) {
      (Ball(Rational(1, 10)) - densityRatio(at: Ball(3), deviation: Ball(2))).isPositive
    }
    let isEqual = Ball.decisionAtRisingPrecision(to: 1024) {
      (Ball.sqrt(Ball(2)).squared - Ball(2)).isPositive
    }
    // End of sample
    #expect(isBelow.decision == .holds)
    #expect(isEqual.decision == .undecided)
  }

  @Test func `algebra decides what balls cannot`() {
    // Sample
    let x = Expression.symbol("x")
    let ratio = densityRatio(at: Jet.variable(at: x, order: 1), deviation: Jet(2))
    let score = Expression(Rational(-3, 4)) * x
    let decision = Expression.equality(ratio.derivative(1) / ratio.value, score)
    // End of sample
    #expect(decision == .holds)
    #expect(Expression.equality(ratio.derivative(1), score) == .fails)
  }
}
