import RealModule
import Testing

@testable import Scalars

/// The number that a notation stands for, read back symbol by symbol.
private func value(of notation: Notation, at point: [String: Ball]) -> Ball {
  func of(_ inner: Notation) -> Ball { value(of: inner, at: point) }
  func number(_ digits: String) -> Ball { Ball(Int(digits) ?? 0) }
  switch notation {
  case .natural(let digits): return number(digits)
  case .ratio(let top, let bottom): return number(top) / number(bottom)
  case .symbol(let name): return point[name] ?? .zero
  case .pi: return .pi
  case .negative(let term): return -of(term)
  case .sum(let terms): return terms.map(of).reduce(.zero, +)
  case .product(let factors): return factors.map(of).reduce(Ball(1), *)
  case .quotient(let top, let bottom): return of(top) / of(bottom)
  case .power(let base, let exponent): return Ball.pow(of(base), exponent)
  case .squareRoot(let base): return Ball.sqrt(of(base))
  case .rationalPower(let base, let exponent): return Ball.pow(of(base), Ball(exponent))
  case .generalPower(let base, let exponent): return Ball.pow(of(base), of(exponent))
  case .call(let function, let arguments):
    switch function {
    case .exponential: return Ball.exp(of(arguments[0]))
    case .logarithm: return Ball.log(of(arguments[0]))
    case .sine: return Ball.sin(of(arguments[0]))
    case .cosine: return Ball.cos(of(arguments[0]))
    case .arcsine: return Ball.asin(of(arguments[0]))
    case .arctangent: return Ball.atan(of(arguments[0]))
    case .normalCDF: return Ball.normalCDF(of(arguments[0]))
    case .normalQuantile:
      let probability = of(arguments[0])
      return Ball.normalQuantile(
        logLower: .log(probability), logUpper: .log(onePlus: -probability))
    }
  }
}

@Suite struct `Notations` {
  private let point = [
    "x": Ball(Rational(3, 7)), "y": Ball(Rational(-5, 4)), "s": Ball(Rational(2, 3)),
  ]

  @Test(arguments: UInt64(1)...60) func `have the value of the expression`(seed: UInt64) throws {
    var random = RandomExpressions(seed: seed)
    let (a, b, c) = (
      random.expression(depth: 3), random.polynomial(), random.expression(depth: 2)
    )
    for expression in [a, a / (Expression(1) + b.squared), .exp(b) * c - .exp(c) / a.squared] {
      guard let fraction = expression.fraction else { continue }
      let exact: Ball = try expression.evaluated(at: point)
      let read = value(of: Notation(fraction), at: point)
      #expect(read.isFinite)
      #expect((read - exact).containsZero)
      #expect(read.radius.upperBound <= 1e-15 * (1 + read.approximation.magnitude))
    }
  }

  @Test func `of special functions have the value of the expression`() throws {
    let x = RandomExpressions.x
    let half = x / Expression(2)
    for expression in [
      .normalUpperTail(x) * Expression.sin(x), .asin(half) + .atan(x) * .cos(half),
      .normalQuantile(logLower: .log(half), logUpper: .log(Expression(1) - half)),
      .pow(RandomExpressions.s, Expression(Rational(5, 3))), .tanh(x), .asinh(x),
      .pow(RandomExpressions.s, x - RandomExpressions.y) + .pow(Expression(2), -x),
    ] {
      let fraction = try #require(expression.fraction)
      let exact: Ball = try expression.evaluated(at: point)
      #expect((value(of: Notation(fraction), at: point) - exact).containsZero)
    }
  }
}
