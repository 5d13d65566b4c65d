import RealModule
import Scalars
import Testing

@Suite struct `Algebra of random expressions` {
  @Test(arguments: UInt64(1)...40) func `is that of a field`(seed: UInt64) {
    var random = RandomExpressions(seed: seed)
    let (a, b, c) = (
      random.expression(depth: 2), random.expression(depth: 2), random.expression(depth: 1)
    )
    #expect(a + b == b + a)
    #expect(a * b == b * a)
    #expect((a + b) + c == a + (b + c))
    #expect((a * b) * c == a * (b * c))
    #expect((a + b) * c == a * c + b * c)
    #expect(a - a == .zero)
    #expect((a + b).squared - a.squared - b.squared == Expression(2) * a * b)
    if Expression.equality(b, .zero) == .fails {
      #expect(a / b * b == a)
      #expect((a + c) / b == a / b + c / b)
    }
    #expect(Expression.equality(a, a + Expression(Rational(1, 1000))) == .fails)
  }

  @Test(arguments: UInt64(1)...40) func `turns sums into products under exp and back under log`(
    seed: UInt64
  ) {
    var random = RandomExpressions(seed: seed)
    let (a, b) = (random.polynomial(), random.polynomial())
    #expect(Expression.exp(a + b) == Expression.exp(a) * Expression.exp(b))
    #expect(Expression.exp(a - a) == Expression(1))
    let half = Expression.exp(a / Expression(2))
    #expect(half * half == Expression.exp(a))
    #expect(Expression.log(Expression.exp(a)) == a)
    let (p, q) = (Expression(1) + a.squared, Expression.exp(b) + RandomExpressions.s)
    #expect(Expression.log(p * q) == Expression.log(p) + Expression.log(q))
    #expect(Expression.exp(Expression.log(p) + Expression.log(q)) == p * q)
    #expect(Expression.log(p / q) == Expression.log(p) - Expression.log(q))
  }

  @Test(arguments: UInt64(1)...40) func `reduces roots`(seed: UInt64) {
    var random = RandomExpressions(seed: seed)
    let (a, b) = (
      Expression(1) + random.polynomial().squared, Expression(2) + random.leaf().squared
    )
    let (u, v) = (Expression.sqrt(a), Expression.sqrt(b))
    #expect(u * u == a)
    #expect(u * v == Expression.sqrt(a * b))
    #expect((u + v) * (u - v) == a - b)
    #expect(Expression(1) / (u + v) * (u + v) == Expression(1))
    let (third, sixth) = (Expression.root(a, 3), Expression.pow(a, Expression(Rational(1, 6))))
    #expect(third == sixth * sixth)
    #expect(u * third == Expression.pow(a, Expression(Rational(5, 6))))
    #expect(Expression(1) / (third + b) * (third + b) == Expression(1))
    #expect(Expression.equality(u, v + Expression(1) + a) == .fails)
  }

  @Test(arguments: UInt64(1)...30) func `differentiates by the rules of Leibniz and by jets`(
    seed: UInt64
  ) {
    var random = RandomExpressions(seed: seed)
    let (a, b) = (random.expression(depth: 2), random.expression(depth: 2))
    let product = (a * b).derivative(by: "x")
    #expect(product == a.derivative(by: "x") * b + a * b.derivative(by: "x"))
    let jets: [String: Jet<Expression>] = [
      "x": .variable(at: RandomExpressions.x, order: 2), "y": Jet(constant: RandomExpressions.y),
      "s": Jet(constant: RandomExpressions.s),
    ]
    guard let jet = try? a.evaluated(at: jets) else {
      Issue.record("the expression has a value")
      return
    }
    let slope = a.derivative(by: "x")
    #expect(jet.value == a)
    #expect(jet.derivative(1) == slope)
    #expect(jet.derivative(2) == slope.derivative(by: "x"))
  }

  @Test(arguments: UInt64(1)...30) func `commutes with substitution and with evaluation`(
    seed: UInt64
  ) throws {
    var random = RandomExpressions(seed: seed)
    let (a, b, c) = (
      random.expression(depth: 2), random.expression(depth: 2), random.polynomial()
    )
    let replaced = ["x": c]
    #expect((a * b).substituting(replaced) == a.substituting(replaced) * b.substituting(replaced))
    #expect((a + b).substituting(replaced) == a.substituting(replaced) + b.substituting(replaced))
    let point = ["x": Ball(Rational(3, 7)), "y": Ball(Rational(-5, 4)), "s": Ball(Rational(2, 3))]
    let (left, right): (Ball, Ball) = (try a.evaluated(at: point), try b.evaluated(at: point))
    let product: Ball = try (a * b).evaluated(at: point)
    let sum: Ball = try (a + b).evaluated(at: point)
    #expect((product - left * right).containsZero)
    #expect((sum - left - right).containsZero)
    #expect(sum.radius.upperBound < 1e-20 * (1 + sum.approximation.magnitude))
  }
}

@Suite struct `Expressions as values` {
  @Test func `are shared by tasks`() async {
    let x = RandomExpressions.x
    let shared = Expression.exp(x) + Expression.sqrt(Expression(1) + x * x) / Expression.pi
    let square = shared * shared
    let results = await withTaskGroup(of: Bool.self) { group in
      for index in 1...64 {
        group.addTask {
          let factor = Expression(index)
          return (factor * shared).squared == factor * factor * square
            && Expression.equality(shared, square) == .fails
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results == Array(repeating: true, count: 64))
  }

  @Test func `do not change when they are used`() {
    let x = RandomExpressions.x
    let copy = x
    let text = x.description
    _ = (copy + Expression(1)) * copy.derivative(by: "x") / (copy * copy + Expression(1))
    #expect(x.description == text)
    #expect(copy == x)
  }
}
