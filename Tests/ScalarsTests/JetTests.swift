import RealModule
import Scalars
import Testing

@Suite struct `Jets` {
  @Test func `carry all derivatives of a polynomial`() {
    let x = Jet<Double>.variable(at: 2, order: 4)
    let cubic = x * x * x - Jet(3) * x
    #expect((0...4).map { cubic.derivative($0) } == [2, 9, 12, 6, 0])
  }

  @Test func `give the derivatives of the normal distribution as Hermite polynomials`() {
    let point = Ball(Rational(3, 5))
    let tail = Jet.normalCDF(Jet.variable(at: point, order: 4))
    let density = Ball.normalDensity(point)
    let hermite = [
      Ball(1), -point, point.squared - Ball(1), Ball(3) * point - point.squared * point,
    ]
    for (order, polynomial) in hermite.enumerated() {
      #expect((tail.derivative(order + 1) - density * polynomial).containsZero)
    }
  }

  @Test func `differentiate the quantile by the inverse function rule`() {
    let probability = Ball(Rational(1, 5))
    let p = Jet.variable(at: probability, order: 2)
    let quantile = Jet.normalQuantile(logLower: .log(p), logUpper: .log(Jet(1) - p))
    let density = Ball.normalDensity(quantile.value)
    #expect((quantile.derivative(1) - Ball(1) / density).containsZero)
    #expect((quantile.derivative(2) - quantile.value / density.squared).containsZero)
    #expect(quantile.derivative(2).radius.upperBound < 1e-20)
  }

  @Test func `give gradients and Jacobians of formulas`() {
    let slope = gradient(at: [2.0, 5.0]) { $0[0] * $0[0] * $0[1] }
    #expect(slope == [20, 4])
    let rows = jacobian(at: [2.0, 5.0]) { [$0[0] * $0[1], $0[0] - $0[1]] }
    #expect(rows == [[5, 2], [1, -1]])
  }
}

@Suite struct `Rationals` {
  @Test(arguments: [
    ("0.1", Rational(1, 10)), ("-8", Rational(-8)), ("1/3", Rational(1, 3)),
    ("2.5e-3", Rational(1, 400)), ("1e3", Rational(1000)), (".5", Rational(1, 2)),
    ("6/-4", Rational(-3, 2)), ("-0.25", Rational(-1, 4)), ("0.0", Rational(0)),
  ])
  func `read literals exactly`(literal: String, value: Rational) {
    #expect(Rational(literal) == value)
  }

  @Test(arguments: [
    "", "x", "1/0", "nan", "inf", "1e", "1.2.3", "--1", "1e999", "٣", "0x10", "1/2/3",
  ])
  func `refuse what is not a finite number that fits`(literal: String) {
    #expect(Rational(literal) == nil)
  }

  @Test func `approximate by the shortest fraction within the error`() {
    #expect(Rational(nearest: 3.14159265, relativeError: 1e-2) == Rational(22, 7))
    #expect(Rational(nearest: -0.5, relativeError: 1e-9) == Rational(-1, 2))
    #expect(Rational(nearest: 0, relativeError: 1e-9) == Rational(0))
    #expect(Rational(nearest: .infinity, relativeError: 1e-9) == nil)
  }

  @Test func `compare without overflow`() {
    #expect(Rational(.max, 3) > Rational(.max - 1, 3))
    #expect(Rational(-1, .max) < Rational(1, .max))
  }
}
