import RealModule
import Scalars
import Testing

@Suite struct `Undefined expressions` {
  typealias E = Expression
  private let x = E.symbol("x")

  @Test func `say why, spread and compare undecided`() throws {
    let quotient = E(1) / (x - x)
    #expect(quotient.undefinedReason == "division by 0")
    let spread = E.exp(quotient * x + E(1)).derivative(by: "x")
    #expect(spread.undefinedReason == "division by 0")
    #expect(E.equality(spread, spread) == .undecided)
    #expect(spread.isNonNegative == .undecided)
    #expect(spread.isPositive == .undecided)
    #expect(spread.approximation.isNaN)
    #expect(spread.coq == nil)
    #expect(spread.description == "undefined (division by 0)")
    #expect(throws: ExpressionError.undefined(reason: "division by 0")) {
      let _: Double = try spread.evaluated(at: ["x": 1])
    }
    let sum = Jet(coefficients: [quotient, x]) + Jet(1)
    #expect(sum.value.undefinedReason == "division by 0")
  }

  @Test func `arise from the wrong side of a logarithm or of a root`() {
    for (expression, part) in [
      (E.log(.zero), "logarithm of 0"), (E.log(E(-2)), "not positive"),
      (E.sqrt(E(-1)), "negative"), (E.sqrt(-x * x - E(1)), "negative"),
      (E.pow(.zero, -1), "division by 0"), (E.pow(.zero, E(Rational(-1, 2))), "power of 0"),
      (E.log(E.sqrt(E(2)) - E(2)), "not positive"), (E.asin(E(3)), "beyond 1"),
    ] {
      #expect(expression.undefinedReason?.contains(part) == true)
    }
  }

  @Test func `arise from divisors that are 0 in disguise`() {
    let nested = E.sqrt(E(2) + E.sqrt(E(3))) - (E.sqrt(E(6)) + E.sqrt(E(2))) / E(2)
    #expect((x / nested).undefinedReason?.contains("which is 0") == true)
    let angle = E.sin(x + x) - E(2) * E.sin(x) * E.cos(x)
    #expect((x / angle).undefinedReason?.contains("could not be told from 0") == true)
    #expect((x / E.sqrt(angle * angle)).undefinedReason?.contains("could not be told") == true)
  }

  @Test func `arise from what would not fit into memory`() {
    #expect(E.pow(x + E(1), 1_000_000).undefinedReason != nil)
    #expect(E.pow(x, Int.max).undefinedReason != nil)
    #expect(E.exp(E(Int.max) * x).undefinedReason != nil)
    var tower = x
    for _ in 0..<80 { tower = tower * tower }
    #expect(tower.undefinedReason != nil)
    #expect(E.root(x, 100_000).undefinedReason != nil)
    let far = E.exp(E(Rational(1, 1_000_003)) * x) + E.exp(E(Rational(1, 999_983)) * x)
    #expect(far.undefinedReason?.contains("far apart") == true)
  }

  @Test func `arise where a condition fails`() throws {
    let root = E.sqrt(x) * E.sqrt(x)
    #expect(root == x)
    #expect(root.substituting(["x": E(-1)]).doubt?.contains("needs x not to be negative") == true)
    #expect(root.substituting(["x": E(4)]) == E(4))
    #expect(root.substituting(["x": .zero]) == .zero)
    #expect(E.exp(E.log(x)).substituting(["x": -E.pi]).doubt != nil)
    for negative in [-1.0, -1e-300] {
      #expect(throws: ExpressionError.self) {
        let _: Double = try root.evaluated(at: ["x": negative])
      }
    }
    #expect(throws: ExpressionError.self) { let _: Ball = try root.evaluated(at: ["x": Ball(-1)]) }
    let wide: Ball = try root.evaluated(at: ["x": Ball(midpoint: .zero, radius: Ball(1))])
    #expect(wide.containsZero)
    let value: Double = try root.evaluated(at: ["x": 0.25])
    #expect(value == 0.25)
    // Nothing is needed of |x|.
    #expect(E.sqrt(x * x).substituting(["x": E(-3)]) == E(3))
  }

  @Test func `need every symbol for a value`() {
    #expect(throws: ExpressionError.missing(symbol: "x")) {
      let _: Double = try x.evaluated(at: [:])
    }
  }
}

@Suite struct `Equality of expressions` {
  typealias E = Expression
  private let x = E.symbol("x")

  @Test func `is decided for constants by Calcium where forms differ`() {
    let left = E.sqrt(E(5) + E(2) * E.sqrt(E(6)))
    let right = E.sqrt(E(2)) + E.sqrt(E(3))
    #expect(left != right)
    #expect(E.equality(left, right) == .holds)
    #expect(E.equality(left, right + E(Rational(1, 1_000_000_000))) == .fails)
  }

  @Test func `is certified false by one rational point`() {
    #expect(E.equality(E.exp(x), E(1) + x) == .fails)
    #expect(E.equality(x, E.sqrt(x * x)) == .fails)
  }

  @Test func `stays open outside the class`() {
    #expect(E.equality(E.sin(x + x), E(2) * E.sin(x) * E.cos(x)) == .undecided)
    let nested = E.sqrt(x.squared + E(1) + E(2) * E.sqrt(x.squared))
    #expect(E.equality(nested, E.sqrt(x.squared) + E(1)) == .undecided)
  }

  @Test func `looks only where the conditions hold`() {
    let root = E.sqrt(x)
    #expect(root.conditions == [x])
    // Equal for x ≥ 0, which is where the left side is defined; −x and |x| differ elsewhere.
    #expect(E.equality(root * root, E.sqrt(x * x)) == .undecided)
    #expect(E.equality(root * root, E(2) * x) == .fails)
  }
}
