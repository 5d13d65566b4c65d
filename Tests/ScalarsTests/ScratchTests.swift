import RealModule
@testable import Scalars
import Testing

@Suite struct `Scratch` {
  @Test func `scratch`() {
    typealias E = Expression
    let x = E.symbol("x"), y = E.symbol("y"), s = E.symbol("s", isPositive: true)
    print(E.exp(x) * E.exp(y) - E.exp(x + y), E.exp(x / E(2)) * E.exp(x / E(2)) == E.exp(x))
    print(E.exp(x / E(3)) * E.exp(x / E(2)))
    print(E.sqrt(E(8)), E.sqrt(E(12)) * E.sqrt(E(3)), E(1) / (E(1) + E.sqrt(E(2))))
    print(E(1) / (E.sqrt(E(2)) + E.sqrt(E(3)) + E.root(E(5), 3)))
    let w = E(1) / (E.sqrt(E(2)) + E.sqrt(E(3)) + E.root(E(5), 3))
    print(w * (E.sqrt(E(2)) + E.sqrt(E(3)) + E.root(E(5), 3)))
    print(E.log(E(12) * s * s), E.exp(E.log(x) * E(2)), E.sqrt(x * x), E.sqrt(s * s))
    let r = E.sqrt(x * x + y * y)
    print(r.derivative(by: "x"), r * r, r.derivative(by: "x") * r)
    print(E.equality(E.sqrt(E(2) + E.sqrt(E(3))), (E.sqrt(E(6)) + E.sqrt(E(2))) / E(2)))
    print(E.tanh(x).derivative(by: "x") - E(1) + E.tanh(x) * E.tanh(x))
    print(E.normalCDF(x) + E.normalCDF(-x), E.sqrt(E(-1)), E(1) / (x - x))
    print(E.exp(E(1)/(E(1)+x)) * E.exp(x/(E(1)+x)), E.sin(x).squared + E.cos(x).squared)
    print(E.log(x*x*y), E.log(x*x*y).conditions, E.sqrt(x*x*x*y))
    print(E.pow(s, E(Rational(1,3))) * E.pow(s, E(Rational(1,6))))
    let one = E(1), t = E.symbol("t", isPositive: true)
    let p = E.exp(one/(one+t)) * E.exp(one/(E(2)+t)), q = E.exp((E(3)+E(2)*t)/((one+t)*(E(2)+t)))
    print(p == q, E.equality(p, q), E.equality(p, q*q), E.equality(E.log(p + one), E.log(q + one)))
    print(E.equality(E.sqrt(x) * E.sqrt(x), E.sqrt(x*x)), E.equality(x, E.sqrt(x*x)))
  }
}
