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

  @Test func `have all derivatives of natural powers at 0, also where the exponent is a jet`() {
    func check<S: Scalar & Equatable>(_: S.Type) {
      for exponent in 0...4 {
        let power = Jet<S>.pow(.variable(at: .zero, order: 5), Jet(exponent))
        for order in 0...5 {
          // 0⁰ is whatever the type makes of it.
          if order == 0, exponent == 0 { continue }
          #expect(power.coefficients[order] == S(order == exponent ? 1 : 0))
        }
      }
    }
    check(Double.self)
    check(Ball.self)
    check(Expression.self)
    // An exponent that is 0 and moves is no constant 0: d/dc of 2ᶜ is log 2.
    let inner = Jet<Ball>.variable(at: .zero, order: 1)
    let power = Jet.pow(Jet.variable(at: Jet(2), order: 1), Jet(constant: inner))
    #expect((power.value.derivative(1) - Ball.log(Ball(2))).containsZero)
    #expect((power.derivative(1).derivative(1) - Ball(Rational(1, 2))).containsZero)
  }

  /// Slopes with 1 − x² or x² ± 1 in them, to the ulps that a root of a product and a quotient cost.
  @Test(arguments: [1e-20, 0.3, 0.999_999, 1.000_000_1, 3, 1e9, 1e160, 1e200])
  func `of inverse functions keep their slopes near and far from branch points`(x: Double) {
    func slopes<S: Scalar & Equatable>(at x: S) -> [S] {
      let u = Jet.variable(at: x, order: 1)
      let size: [Jet<S>] = [.asin(u), .acos(u), .atanh(u), .asinh(u), .acosh(u)]
      return size.map { $0.derivative(1) }
    }
    let exact = Ball.$precision.withValue(2000) { slopes(at: Ball(exactly: x)) }
    for (found, expected) in zip(slopes(at: x), exact) where expected.isFinite {
      let allowed = max(4 * expected.approximation.ulp, .leastNormalMagnitude)
      #expect((found - expected.approximation).magnitude <= allowed)
    }
  }

  @Test(arguments: [-1000.0, -30, -1, -1e-9, 0, 1e-20, 0.5, 0.99, 20, 400, 800])
  func `of tanh never overflow`(
    x: Double
  ) {
    let jet = Jet.tanh(Jet.variable(at: x, order: 3))
    let exact = Ball.$precision.withValue(4000) {
      let t = Ball.tanh(Ball(exactly: x))
      let slope = Ball(1) - t.squared
      return [t, slope, -t * slope, slope * (t.squared - slope / Ball(2)) * Ball(Rational(2, 3))]
        .map(\.approximation)
    }
    for (found, expected) in zip(jet.coefficients, exact) {
      // The exponential's argument is exact; a dozen roundings.
      #expect((found - expected).magnitude <= 16 * max(expected.ulp, .leastNormalMagnitude))
    }
  }

  @Test func `give gradients and Jacobians of formulas`() {
    let slope = gradient(at: [2.0, 5.0]) { $0[0] * $0[0] * $0[1] }
    #expect(slope == [20, 4])
    let rows = jacobian(at: [2.0, 5.0]) { [$0[0] * $0[1], $0[0] - $0[1]] }
    #expect(rows == [[5, 2], [1, -1]])
  }

  @Test func `give Hessians of formulas, symmetric to the last bit`() {
    let second = hessian(at: [2.0, 5.0]) { $0[0] * $0[0] * $0[1] }
    #expect(second == [[10, 4], [4, 0]])
    let both = hessians(at: [2.0, 5.0]) { [$0[0] * $0[1], $0[1] * $0[1]] }
    #expect(both == [[[0, 1], [1, 0]], [[0, 0], [0, 2]]])
    let rough = hessian(at: [0.1, 0.7, 1.3]) { x in
      Jet.exp(x[0] * Jet.sin(x[1])) / (Jet.sqrt(x[2]) + Jet.normalCDF(x[0] * x[2]))
    }
    for row in 0..<3 { for column in 0..<3 { #expect(rough[row][column] == rough[column][row]) } }
    #expect(hessian(at: [Double]()) { _ in Jet(1) } == [])
  }

  @Test func `give the Hessian that is derived by hand`() {
    // f = exp(x·y)·√z: f_xy = (1 + xy)·f, f_xz = y·f/(2z), f_zz = −f/(4z²), f_xx = y²·f.
    let (x, y, z) = (Ball(Rational(1, 3)), Ball(-2), Ball(Rational(5, 7)))
    let second = hessian(at: [x, y, z]) { Jet.exp($0[0] * $0[1]) * Jet.sqrt($0[2]) }
    let f = Ball.exp(x * y) * Ball.sqrt(z)
    let expected = [
      [y.squared * f, (Ball(1) + x * y) * f, y * f / (Ball(2) * z)],
      [(Ball(1) + x * y) * f, x.squared * f, x * f / (Ball(2) * z)],
      [y * f / (Ball(2) * z), x * f / (Ball(2) * z), -f / (Ball(4) * z.squared)],
    ]
    for (left, right) in zip(second.joined(), expected.joined()) {
      #expect((left - right).containsZero)
      #expect(left.radius.upperBound < 1e-35)
    }
  }

  /// Every function of one variable, with points at which it is differentiable.
  private static func functions<S: Scalar>() -> [(name: String, value: (S) -> S)] {
    [
      ("exp", { S.exp($0) }), ("expMinusOne", { S.expMinusOne($0) }), ("log", { S.log($0) }),
      ("log1p", { S.log(onePlus: $0) }), ("sqrt", { S.sqrt($0) }), ("sin", { S.sin($0) }),
      ("cos", { S.cos($0) }), ("tan", { S.tan($0) }), ("asin", { S.asin($0) }),
      ("acos", { S.acos($0) }), ("atan", { S.atan($0) }), ("sinh", { S.sinh($0) }),
      ("cosh", { S.cosh($0) }), ("tanh", { S.tanh($0) }), ("asinh", { S.asinh($0) }),
      ("acosh", { S.acosh($0 + S(1)) }), ("atanh", { S.atanh($0) }), ("power", { S.pow($0, -3) }),
      ("constant power", { S.pow($0, S(Rational(7, 3))) }), ("power of itself", { S.pow($0, $0) }),
      ("root", { S.root($0, 5) }), ("negative root", { S.root($0, -2) }),
      ("density", { S.normalDensity($0) }), ("log density", { S.logNormalDensity($0) }),
      ("CDF", { S.normalCDF($0) }), ("tail", { S.normalUpperTail($0) }),
      ("log tail", { S.logNormalUpperTail($0) }), ("log CDF", { S.logNormalCDF($0) }),
      ("quantile", { S.normalQuantile(logLower: S.log($0), logUpper: S.log(onePlus: -$0)) }),
      ("quotient", { S(1) / (S(2) + $0.squared) }),
    ]
  }

  @Test(arguments: [Rational(1, 9), Rational(2, 3)])
  func `nested have the derivatives of the plain ones, for every function`(point: Rational) {
    let plain: [(name: String, value: (Jet<Ball>) -> Jet<Ball>)] = Self.functions()
    let nested: [(name: String, value: (Jet<Jet<Ball>>) -> Jet<Jet<Ball>>)] = Self.functions()
    for (single, double) in zip(plain, nested) {
      // In two variables: f(x + s + t), all of whose mixed derivatives are those of f.
      let series = single.value(.variable(at: Ball(point), order: 4))
      let inner = Jet.variable(at: Ball(point), order: 2)
      let outer = double.value(.variable(at: inner, order: 2))
      for k in 0...2 {
        for l in 0...2 {
          let difference = outer.derivative(k).derivative(l) - series.derivative(k + l)
          #expect(difference.containsZero, "\(single.name) \(k) \(l)")
          #expect(difference.radius.upperBound < 1e-15, "\(single.name) \(k) \(l)")
        }
      }
      // And by divided differences of the value: f(x ± h) with the error h²·f⁗/12, |f⁗| < 10¹⁰.
      let step = Ball(Rational(1, 1_000_000_000))
      let (before, after) = (
        single.value(Jet(constant: Ball(point) - step)).value,
        single.value(Jet(constant: Ball(point) + step)).value
      )
      let second = (before + after - Ball(2) * series.value) / step.squared
      #expect((second - series.derivative(2)).upperBound.magnitude < 1e-8, "\(single.name)")
    }
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

  @Test func `add and multiply where the result fits`() {
    let light = Rational(1, 1_000_000_000_000)
    #expect(light + (Rational(1) - light) == 1)
    #expect(Rational(.max, 3) * Rational(3, .max) == 1)
    #expect(Rational(.min, 7) * Rational(7, 2) == Rational(.min / 2))
    #expect(Rational(.max).adding(1) == nil)
    #expect(Rational(1, .max).adding(Rational(1, .max - 1)) == nil)
    #expect(Rational(.min).adding(Rational(0)) == nil)
  }

  @Test func `compare without overflow`() {
    #expect(Rational(.max, 3) > Rational(.max - 1, 3))
    #expect(Rational(-1, .max) < Rational(1, .max))
  }
}
