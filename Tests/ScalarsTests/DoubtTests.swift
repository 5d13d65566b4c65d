import RealModule
import Scalars
import Testing

/// Values without a value: who says why, how it spreads, and that nothing crashes.
@Suite struct `Doubt` {
  private static let wide = Ball(midpoint: .zero, radius: Ball(Rational(1, 2)))

  private static let reasons: [(Ball, String)] = [
    (Ball(1) / .zero, "division by a ball that contains 0"),
    (Ball(1) / wide, "division by a ball that contains 0"),
    (.pow(.zero, -1), "division by a ball that contains 0"),
    (.pow(.zero, Int.min), "division by a ball that contains 0"),
    (.log(.zero), "logarithm of a ball that contains 0"),
    (.log(wide), "logarithm of a ball that contains 0"),
    (.log(Ball(-3)), "logarithm of a ball of negative numbers"),
    (.log(onePlus: Ball(-1)), "logarithm of a ball that contains 0"),
    (.log(onePlus: Ball(-2)), "logarithm of a ball of negative numbers"),
    (.sqrt(wide), "square root of a ball that meets the negative numbers"),
    (.root(Ball(-1), 4), "root of a ball that meets the negative numbers"),
    (.root(wide, 4), "root of a ball that meets the negative numbers"),
    (.root(Ball(2), 0), "root of degree 0"),
    (
      .pow(Ball(-2), Ball(Rational(1, 3))),
      "power of a ball that contains 0 or meets the negative numbers"
    ),
    (.tan(Ball(4) * wide), "tangent of a ball that may contain a pole"),
    (.asin(Ball(2)), "arcsine of a ball that reaches beyond 1"),
    (.acos(Ball(-2)), "arccosine of a ball that reaches beyond 1"),
    (.acosh(Ball(0)), "inverse hyperbolic cosine of a ball that reaches below 1"),
    (.atanh(Ball(1)), "inverse hyperbolic tangent of a ball that reaches 1"),
    (.exp(.exp(.exp(Ball(30)))), "overflow of Arb's exponents"),
    (
      .normalQuantile(logLower: Ball(1), logUpper: Ball(2)),
      "normal quantile without a certified bracket"
    ),
    (Ball(exactly: .nan), "a double that is not a number"),
    (Ball(exactly: -.infinity), "an infinite double"),
    (Ball(exactly: .infinity) - Ball(exactly: .infinity), "an infinite double"),
  ]

  @Test(arguments: reasons) func `of balls names the first operation`(ball: Ball, reason: String) {
    #expect(ball.doubt == reason)
    let later = [
      Ball.log(ball), Ball.sqrt(ball), Ball(2) / ball + ball, ball * Ball.zero, -ball,
      Ball(midpoint: Ball(1), radius: ball), ball.squared + Ball(1) / .zero,
      Ball.normalQuantile(logLower: ball, logUpper: Ball(-1)),
      Ball.normalQuantile(logLower: Ball(-1), logUpper: ball),
    ]
    for value in later where !value.isFinite { #expect(value.doubt == reason) }
    #expect(later.contains { !$0.isFinite })
    #expect(ball.isPositive == .undecided)
    #expect(ball.isNonNegative == .undecided)
    #expect(ball.lowerBound == -.infinity)
    #expect(ball.upperBound == .infinity)
  }

  @Test(arguments: reasons) func `of balls has no digits`(ball: Ball, reason: String) {
    for value in [ball, ball + Ball(1), ball * Ball.zero] {
      #expect(value.digits(10) == "?")
      #expect(value.rounded(toDigits: 10) == nil)
      #expect(value.certainDigits == 0)
    }
  }

  @Test func `ends where a result is finite again`() {
    let infinite = Ball(exactly: .infinity)
    #expect(Ball.tanh(infinite).doubt == nil)
    #expect((Ball(1) / infinite).doubt == nil)
  }

  @Test(arguments: [64, 256], [Rational(1), Rational(-2), Rational(1, 1_000_000_007)])
  func `arises from every denominator that contains 0, and never prints a digit`(
    precision: Int, numerator: Rational
  ) {
    Ball.$precision.withValue(precision) {
      let third = Ball(Rational(1, 3))
      let zeros = [
        Ball.zero, third * Ball(3) - Ball(1), Self.wide, Ball.sin(.pi),
        Ball.exp(third) - Ball.exp(third), Ball(midpoint: Ball(1), radius: Ball(1)),
        Ball.normalCDF(.zero) - Ball(Rational(1, 2)),
      ]
      for zero in zeros {
        #expect(zero.containsZero)
        let quotient = Ball(numerator) / zero
        for value in [quotient, quotient.squared, Ball(1) + quotient, quotient / Ball(1_000_000)] {
          for count in [1, 2, 17, 50] {
            #expect(value.digits(count) == "?")
            #expect(value.rounded(toDigits: count) == nil)
          }
          #expect(value.doubt == "division by a ball that contains 0")
        }
      }
    }
  }

  @Test func `of doubles says only what they remember`() {
    #expect(Double.nan.doubt == "not a number")
    #expect((1 / 0.0).doubt == "infinite")
    #expect(Double.log(0.0).doubt == "negatively infinite")
    #expect(Double.greatestFiniteMagnitude.doubt == nil)
  }

  @Test func `of expressions is why they are undefined`() {
    let x = Expression.symbol("x")
    #expect((x / (x - x)).doubt == "division by 0")
    #expect(x.doubt == nil)
  }
}

/// Where a function exists and its derivative does not.
@Suite struct `Branch points` {
  /// Functions with the point, the first derivative that does not exist there, and why in balls.
  private struct Branch<S: Scalar> {
    let function: (Jet<S>) -> Jet<S>
    let point: S
    let order: Int

    static var all: [Branch<S>] {
      [
        Branch(function: Jet.sqrt, point: .zero, order: 1),
        Branch(function: { Jet.root($0, 3) }, point: .zero, order: 1),
        Branch(function: { Jet.pow($0, Jet(Rational(3, 2))) }, point: .zero, order: 2),
        Branch(function: { Jet.pow($0, Jet(Rational(1, 3))) }, point: .zero, order: 1),
        Branch(function: { Jet.log($0) }, point: .zero, order: 0),
        Branch(function: Jet.asin, point: S(1), order: 1),
        Branch(function: Jet.acos, point: S(-1), order: 1),
        Branch(function: Jet.acosh, point: S(1), order: 1),
        Branch(function: Jet.atanh, point: S(1), order: 0),
        Branch(function: { Jet.pow($0, -2) }, point: .zero, order: 0),
        Branch(function: { Jet(1) / $0 }, point: .zero, order: 0),
      ]
    }

    func check() {
      let jet = function(.variable(at: point, order: 3))
      let doubts = jet.coefficients.map(\.doubt)
      #expect(doubts.firstIndex { $0 != nil } == order)
      let isNamed = jet.doubt?.hasPrefix("derivative \(order): ") == true
      #expect(order == 0 ? jet.doubt == doubts[0] : isNamed)
      #expect(jet.value.isPositive == (order == 0 ? .undecided : jet.isPositive))
      // The constant has a value and no doubt where the function has one.
      #expect((function(Jet(constant: point)).doubt == nil) == (order > 0))
    }
  }

  @Test func `have values and no derivatives, in every number system`() {
    Branch<Double>.all.forEach { $0.check() }
    Branch<Ball>.all.forEach { $0.check() }
    Branch<Expression>.all.forEach { $0.check() }
  }

  @Test func `of nested jets are named from the outside`() {
    let inner = Jet.variable(at: Ball.zero, order: 1)
    let nested = Jet.sqrt(Jet.variable(at: inner, order: 1))
    #expect(nested.doubt == "derivative 1: division by a ball that contains 0")
    let outer = Jet.sqrt(Jet.variable(at: Jet(constant: Ball.zero), order: 1))
    #expect(outer.doubt == "derivative 1: division by a ball that contains 0")
  }

  @Test func `do not matter to integer powers`() {
    let cube = Jet.pow(Jet.variable(at: Ball.zero, order: 4), 3)
    #expect(cube.coefficients == [.zero, .zero, .zero, Ball(1), .zero])
  }
}
