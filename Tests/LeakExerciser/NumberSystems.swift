import RealModule
import Scalars

/// Balls and expressions own memory of Arb, FLINT and Calcium: every operation once, decided and not.
func exerciseNumberSystems() {
  let third = Ball(Rational(1, 3))
  let functions: [(Ball) -> Ball] = [
    Ball.exp, Ball.expMinusOne, Ball.log(_:), Ball.log(onePlus:), Ball.sqrt, Ball.sin, Ball.cos,
    Ball.tan,
    Ball.asin, Ball.acos, Ball.atan, Ball.sinh, Ball.cosh, Ball.tanh, Ball.asinh, Ball.acosh,
    Ball.atanh, Ball.normalCDF, Ball.normalUpperTail, Ball.logNormalUpperTail,
  ]
  for function in functions {
    for argument in [third, Ball(3), .zero] {
      let value = function(argument)
      _ = (value.description, value.digits(10), value.rounded(toDigits: 10), value.isPositive)
      _ = (value.lowerBound, value.upperBound, value.radius, value.certainDigits)
    }
  }
  _ = Ball.normalQuantile(logLower: .log(third), logUpper: .log(Ball(1) - third))
  _ = (Ball.pow(third, third), Ball.pow(third, -3), Ball.root(third, 3), Ball.pi / Ball.zero)
  _ = (Ball.root(.zero, 3), Ball.root(third, 0), Ball(rounded: "1.25e-7"), Ball(rounded: "x"))
  _ = (Ball.logNormalUpperTail(Ball(100_000)), (Ball(1) / .zero).doubt)
  _ = hessian(at: [third, third]) { Jet.exp($0[0] * $0[1]) }
  _ = (Ball.hull(third, .wholeLine), Ball.larger(third, Ball(2)), Ball.smaller(third, Ball(2)))
  _ = (third.lowerEnd, third.upperEnd, (Ball.zero - third).magnitude, Ball.powerOfTwo(-9))
  _ = (Ball.logNormalUpperTail(Ball(1_000_000)), DoubleInterval.exp(DoubleInterval(third)))
  _ = Ball.valueAtRisingPrecision(to: 512) { Ball.pi.rounded(toDigits: 100) }
  let wide = Ball(midpoint: Ball(2), radius: Ball(1))
  for argument in [third, wide, Ball.powerOfTwo(5000), .log(.zero)] {
    _ = Ball.normalHazard(argument)
  }
  _ = (
    Ball.exp(Ball.pow(Ball(10), 25)).rounded(toDigits: 3), wide * wide, wide.squared, third / wide
  )
  _ = Ball.normalQuantile(logLower: Ball.zero - Ball.pow(Ball(10), 40), logUpper: .zero)
  _ = Ball.logNormalTailSums(3) { (third, Ball($0)) }
  let series = Jet.variable(at: third, order: 4)
  _ = Jet.exp(Jet.normalCDF(series) / series) + Jet.logNormalUpperTail(series)
  exerciseExpressions()
}

private func exerciseExpressions() {
  let x = Expression.symbol("x")
  let y = Expression.symbol("y", isPositive: true)
  let quotient = Expression.exp(x + y) * Expression.sqrt(y) / (x.squared + Expression(1))
  _ = (quotient.derivative(by: "x"), quotient == quotient + Expression(1))
  _ = Expression.equality(Expression.exp(x) * Expression.exp(y), Expression.exp(x + y))
  _ = Expression.equality(Expression.log(y), y)
  _ = (x / Expression.zero).undefinedReason
  _ = Expression.normalCDF(x) + Expression.pi
  let (two, three) = (Expression.sqrt(Expression(2)), Expression.sqrt(Expression(3)))
  let nested = Expression.sqrt(Expression(5) + Expression(2) * two * three)
  // By Calcium: equal, unequal and a divisor that is 0 in disguise.
  _ = (Expression.equality(nested, two + three), Expression.equality(nested, two))
  _ = (x / (nested - two - three)).doubt
  _ = (quotient.description, quotient.latex, quotient.coq)
  _ = quotient.substituting(["x": Expression.log(y), "y": nested])
  let value: Ball? = try? quotient.evaluated(at: ["x": Ball(1), "y": Ball(2)])
  _ = value
  let tail = Expression.normalUpperTail(x / y)
  _ = Expression.normalQuantile(logLower: .log(Expression(1) - tail), logUpper: .log(tail))
  _ = Expression.equality(.exp(x / (x + y)) * .exp(y / (x + y)), .exp(Expression(1)))
  _ = (Expression.root(x, 3), Expression.pow(x + y, 50), Expression.pow(x + y, 1_000_000).doubt)
}
