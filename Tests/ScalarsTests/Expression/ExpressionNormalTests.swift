import RealModule
import Scalars
import Testing

@Suite struct `Expressions with Φ and φ` {
  typealias E = Expression
  private let x = E.symbol("x")
  private let y = E.symbol("y")
  private let s = E.symbol("σ", isPositive: true)

  @Test func `are differentiated by any symbol inside`() {
    let argument = (x - y) / s
    let density = E.normalDensity(argument)
    #expect(E.normalCDF(argument).derivative(by: "x") == density / s)
    #expect(E.normalCDF(argument).derivative(by: "y") == -density / s)
    #expect(E.normalCDF(argument).derivative(by: "σ") == -argument * density / s)
    #expect(E.normalCDF(argument).derivative(by: "z") == .zero)
    #expect(density.derivative(by: "x") == -argument * density / s)
    #expect(density.derivative(by: "σ") == argument.squared * density / s)
    #expect(
      E.logNormalUpperTail(x).derivative(by: "x") == -E.normalDensity(x) / E.normalUpperTail(x))
    #expect(E.equality(density.derivative(by: "x"), density) == .fails)
  }

  @Test func `have an inverse whose slope is one over the density`() {
    let p = E.symbol("p", above: 0, below: 1)
    let quantile = E.normalQuantile(logLower: .log(p), logUpper: .log(E(1) - p))
    #expect(E.equality(quantile.derivative(by: "p") * E.normalDensity(quantile), E(1)) == .holds)
    #expect(quantile.substituting(["p": E.normalCDF(x)]) == x)
    #expect(quantile.substituting(["p": E(Rational(1, 2))]) == .zero)
  }

  @Test func `take substitutions inside`() {
    let mixture = E.normalCDF(x) * s + E.normalDensity(x)
    #expect(E.normalCDF(x).substituting(["x": -y]) == E(1) - E.normalCDF(y))
    #expect(E.normalDensity(x).substituting(["x": -y]) == E.normalDensity(y))
    #expect(E.normalCDF(x / s).substituting(["x": .zero]) == E(Rational(1, 2)))
    #expect(
      mixture.substituting(["x": y / s, "σ": E(2)])
        == E(2) * E.normalCDF(y / s) + E.normalDensity(y / s))
    #expect(E.normalCDF(x / (y - E(1))).substituting(["y": E(1)]).doubt == "division by 0")
    // Substitution and differentiation commute where the inner function is linear.
    let inner = E(3) * y + s
    #expect(
      mixture.substituting(["x": inner]).derivative(by: "y")
        == mixture.derivative(by: "x").substituting(["x": inner]) * E(3))
  }

  @Test func `read like mathematics`() {
    let slope = E.normalCDF((x - y) / s).derivative(by: "x")
    #expect(slope.description == "exp(−(x − y)²/(2·σ²))/(√(2·π)·σ)")
    #expect(E.logNormalCDF(x).derivative(by: "x").description == "exp(−x²/2)/(√(2·π)·Φ(x))")
    #expect(E.normalUpperTail(x / s).latex == #"1 - \Phi\left(\frac{x}{\sigma}\right)"#)
  }
}
