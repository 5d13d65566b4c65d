import RealModule
import Scalars
import Testing

@Suite struct `Canonical forms` {
  typealias E = Expression
  private let x = E.symbol("x")
  private let y = E.symbol("y")
  private let s = E.symbol("s", isPositive: true)

  @Test func `of exponentials are products over the terms of the exponent`() {
    #expect(E.exp(.zero) == E(1))
    #expect(E.exp(x + y) / E.exp(y) == E.exp(x))
    #expect(E.exp(-x) * E.exp(x) == E(1))
    #expect(E.exp(x / E(3)) * E.exp(x / E(2)) == E.exp(E(Rational(5, 6)) * x))
    #expect(E.exp(E.log(s)) == s)
    #expect(E.exp(E(Rational(3, 2)) * E.log(s)) == s * E.sqrt(s))
    #expect(E.exp(E(2) + x) == E.exp(E(1)) * E.exp(E(1)) * E.exp(x))
    #expect(E.pow(E(2), x) * E.pow(E(2), y) == E.pow(E(2), x + y))
    #expect(E.exp(x) != E.exp(y))
  }

  @Test func `of exponentials with other denominators are decided, if not normal`() {
    let t = E.symbol("t", isPositive: true)
    let (first, second) = (E(1) / (E(1) + t), E(1) / (E(2) + t))
    let product = E.exp(first) * E.exp(second)
    #expect(E.equality(product, E.exp(first + second)) == .holds)
    #expect(E.equality(product, E.exp(first - second)) == .fails)
    #expect(E.exp(first) * E.exp(t / (E(1) + t)) == E.exp(E(1)))
  }

  @Test func `of logarithms are sums over primes and positive factors`() {
    #expect(E.log(E(1)) == .zero)
    #expect(E.log(E(12)) == E(2) * E.log(E(2)) + E.log(E(3)))
    #expect(E.log(E(Rational(9, 8))) == E(2) * E.log(E(3)) - E(3) * E.log(E(2)))
    #expect(E.log(s * s / E.pi) == E(2) * E.log(s) - E.log(E.pi))
    #expect(E.log(E.sqrt(s) * E.exp(x)) == E.log(s) / E(2) + x)
    #expect(E.log(x * x) == E(2) * E.log(E.sqrt(x * x)))
    #expect(E.exp(E.log(x * y)) == x * y)
  }

  @Test func `of roots are square-free and free of roots below the line`() {
    #expect(E.sqrt(E(8)) == E(2) * E.sqrt(E(2)))
    #expect(E.sqrt(E(6)) == E.sqrt(E(2)) * E.sqrt(E(3)))
    #expect(E(1) / E.sqrt(E(2)) == E.sqrt(E(2)) / E(2))
    #expect(E(1) / (E(1) + E.sqrt(E(2))) == E.sqrt(E(2)) - E(1))
    #expect(E.root(E(-8), 3) == E(-2))
    #expect(E.sqrt(s * s) == s)
    #expect(E.sqrt(x * x) != x)
    #expect(E.sqrt(x * x).squared == x * x)
    #expect(E.sqrt((x + y).squared * s) == E.sqrt((x + y).squared) * E.sqrt(s))
    #expect(E.pow(s, E(Rational(1, 3))) * E.pow(s, E(Rational(1, 6))) == E.sqrt(s))
    #expect(E.pow(s, -2) * s * s == E(1))
  }

  @Test func `of the inverse of a sum of unlike roots are found by conjugates and by Euclid`() {
    let sum = E.sqrt(E(2)) + E.sqrt(E(3)) + E.root(E(5), 3)
    #expect(E(1) / sum * sum == E(1))
    let mixed = E.root(x * x + E(1), 5) + E.sqrt(s) + E(1)
    #expect(E(1) / mixed * mixed == E(1))
  }

  @Test func `of the normal distribution use its symmetry and undo the quantile`() {
    #expect(E.normalCDF(-x) == E(1) - E.normalCDF(x))
    #expect(E.normalUpperTail(x) + E.normalCDF(x) == E(1))
    #expect(E.normalCDF(.zero) == E(Rational(1, 2)))
    let quantile = E.normalQuantile(logLower: .logNormalCDF(x), logUpper: .logNormalUpperTail(x))
    #expect(quantile == x)
    #expect(E.normalUpperTail(x).isPositive == .holds)
    let slope = E.normalCDF(x).derivative(by: "x")
    #expect(slope == E.exp(-x.squared / E(2)) / E.sqrt(E(2) * E.pi))
  }

  @Test func `do not depend on the order of construction`() {
    let left = (E.exp(x) + E.sqrt(s)) * (y + E.pi) / (s + E(1))
    let right = (E.pi * E.exp(x) + y * E.sqrt(s) + E.exp(x) * y + E.sqrt(s) * E.pi)
    #expect(left == right / (E(1) + s))
    #expect(left.description == (right / (E(1) + s)).description)
    #expect(left - left + x == x)
  }
}

@Suite struct `Signs of expressions` {
  typealias E = Expression

  @Test func `follow from declarations, kernels and ranges`() {
    let (x, s) = (E.symbol("x"), E.symbol("s", isPositive: true))
    let inside = E.symbol("u", above: -2, below: 2)
    #expect(s.isPositive == .holds)
    #expect((s + E.exp(x)).isPositive == .holds)
    #expect((-s).isNonNegative == .fails)
    #expect((x * x).isNonNegative == .holds)
    #expect((x * x).isPositive == .undecided)
    #expect(x.isNonNegative == .undecided)
    #expect((x * x - E(2) * x * s + s * s).isNonNegative == .holds)
    #expect((inside + E(2)).isPositive == .holds)
    #expect((E(4) - inside * inside).isPositive == .holds)
    #expect((inside + E(1)).isPositive == .undecided)
    #expect((E.exp(s) - E(1)).isPositive == .holds)
  }

  @Test func `of constants are certified or decided by Calcium`() {
    #expect((E.sqrt(E(2)) - E(Rational(7, 5))).isPositive == .holds)
    #expect((E.exp(E(1)) - E.pi).isNonNegative == .fails)
    let nested = E.sqrt(E(2) + E.sqrt(E(3))) - (E.sqrt(E(6)) + E.sqrt(E(2))) / E(2)
    #expect(nested.isNonNegative == .holds)
    #expect(nested.isPositive == .fails)
  }
}
