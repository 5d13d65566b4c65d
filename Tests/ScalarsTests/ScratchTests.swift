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
@Suite struct `Scratch2` {
  @Test func `scratch two`() {
    typealias E = Expression
    let x = E.symbol("x1"), y = E.symbol("x2"), s = E.symbol("σ", isPositive: true), m = E.symbol("μ")
    let r = E.sqrt(x * x + y * y)
    let g = E.exp(E(Rational(-9,2)) * (x - E(1)).squared) * E(Rational(5,2))
    let h = g + E.exp(E(Rational(-9,2)) * ((x + E(1)).squared + y.squared)) * E(Rational(5,2))
    for e in [g, h, r.derivative(by: "x1"), E(1)/r, E.exp(-(x-m).squared/(E(2)*s.squared))/(s*E.sqrt(E(2)*E.pi)),
      E.normalUpperTail(x), E.log(E(1)+E.exp(x)), E(1)/(E(1)+E.exp(-x)), E(4)*s-r, E(1)/(E(4)*s-r).squared,
      (x*x-y*y)/(x+y), -x, -x-y, E.sqrt(E(10))/E(7), E.root(x*x+E(1),3), E.symbol("g‴")/s, E.tanh(x), E(1)/(x-x),
      E.normalQuantile(logLower: E.log(s), logUpper: E.log(E(1)-s)), E.exp(x)*E(3)/E(4), E.exp(m*m/s/s)*m + m, x.squared + E(2)*x + E(1), E.zero, E(-3), E(Rational(-3,4))*x] {
      print(e, " | ", e.latex, " | ", e.coq ?? "nil")
    }
  }
}
