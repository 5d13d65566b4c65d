import RealModule
import Scalars
import Testing

/// Input that no formula should produce: it gets a value or a doubt, never a crash.
@Suite struct `Hostile input` {
  /// Every function of a number system at one argument.
  private func results<S: Scalar>(at x: S) -> [S] {
    var results = [
      S.exp(x), S.expMinusOne(x), S.log(x), S.log(onePlus: x), S.sqrt(x), S.sin(x), S.cos(x),
      S.tan(x), S.asin(x), S.acos(x), S.atan(x), S.sinh(x), S.cosh(x), S.tanh(x), S.asinh(x),
      S.acosh(x), S.atanh(x), S.normalDensity(x), S.logNormalDensity(x), S.normalCDF(x),
      S.normalUpperTail(x), S.logNormalUpperTail(x), S.logNormalCDF(x), S.pow(x, x), x / x,
      x.squared,
      S.normalQuantile(logLower: x, logUpper: x), S.normalQuantile(logLower: -x, logUpper: x),
    ]
    for n in [Int.min, Int.min + 1, -3, 0, 1, 2, 5, Int.max] {
      results += [S.pow(x, n), S.root(x, n)]
    }
    return results
  }

  private func survive<S: Scalar>(_ arguments: [S]) {
    for argument in arguments {
      for result in results(at: argument) {
        if result.doubt == nil {
          #expect(result.isPositive == .undecided || result.isNonNegative != .undecided)
        } else if !(result is any JetLike) {
          #expect(result.isPositive == .undecided)
        }
      }
    }
  }

  private static let doubles: [Double] = [
    .nan, .infinity, -.infinity, 0, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
    -.greatestFiniteMagnitude, 1, -1, 1e-300, 745, -745,
  ]

  @Test func `is survived by doubles`() { survive(Self.doubles) }

  @Test func `is survived by balls`() {
    survive(
      Self.doubles.map { Ball(exactly: $0) } + [
        Ball(midpoint: .zero, radius: Ball(1)), Ball.log(.zero), Ball(Int.min), Ball(Int.max),
        Ball(Rational(Int.min, 3)), Ball(Rational(1, Int.max)), Ball.exp(Ball.exp(Ball(40))),
        Ball(midpoint: .zero, radius: Ball(exactly: .infinity)),
      ])
  }

  @Test func `is survived by jets, constants among them`() {
    survive(
      Self.doubles.flatMap {
        [Jet(constant: $0), .variable(at: $0, order: 1), .variable(at: $0, order: 3)]
      })
    survive(
      [0, 1, -1, Double.nan].flatMap {
        [
          Jet(constant: Ball(exactly: $0)), .variable(at: Ball(exactly: $0), order: 2),
          Jet(coefficients: [Ball(1), Ball(exactly: $0), .log(.zero)]),
        ]
      })
    survive([
      Jet(constant: Jet(constant: 0.0)), .variable(at: .variable(at: 0, order: 1), order: 1),
    ])
  }

  @Test func `is survived by expressions`() {
    let x = Expression.symbol("x")
    survive([
      .zero, Expression(1), Expression(-1), Expression(Int.min), Expression(Rational(Int.min, 3)),
      Expression(Rational(1, Int.max)), x, -x, Expression(1) / (x - x), .pi,
      Expression.sqrt(x) + Expression(1), Expression.symbol("s", above: -1, below: 1),
    ])
    survive([Jet.variable(at: Expression.zero, order: 2), .variable(at: x, order: 2)])
  }

  @Test func `does not let numbers fill the memory`() {
    var tower = Expression(3)
    for _ in 0..<100 { tower = tower.squared }
    #expect(tower.doubt == "a coefficient is longer than 2¹⁸ bits")
    let power = Expression.pow(Expression.pow(Expression(2), 60_000), 60_000)
    #expect(power.doubt?.contains("too long coefficients") == true)
    let jet = Jet.pow(Jet.variable(at: Expression(2), order: 2), Int.max)
    #expect(jet.doubt?.contains("2¹⁸ bits") == true)
  }

  @Test func `does not let digits fill the memory`() {
    #expect(Ball(7).rounded(toDigits: .max) == nil)
    #expect(Ball(1).rounded(toDigits: 2000)?.count == 2001)
    #expect(Ball.pi.digits(.max).hasPrefix("3.14159265358979"))
    #expect(Ball.pi.digits(.max).count < 60)
    #expect(Ball.pow(Ball(2), Int.min).digits(3) == "7.24e-2776511644261678567")
  }

  @Test func `one over a zero constant is a doubt in jets`() {
    #expect((Jet(1) / Jet<Ball>(0)).doubt == "division by a ball that contains 0")
    #expect((Jet<Double>.variable(at: 1, order: 2) / Jet(0)).doubt == "infinite")
    #expect((Jet(1) / Jet<Expression>(0)).doubt == "division by 0")
  }

  @Test func `machine integers at their ends are exact`() {
    #expect(Ball(Int.min).digits(20) == "-9223372036854775808.0")
    #expect((Ball(Rational(Int.min, 3)) * Ball(3) - Ball(Int.min)).containsZero)
    #expect(Double(Rational(Int.min)) == -0x1p63)
    #expect(Expression(Int.min).description == "−9223372036854775808")
    #expect(Expression(Int.min) / Expression(Int.min) == Expression(1))
  }

  @Test func `a symbol with two ranges is no number`() {
    let (free, positive) = (Expression.symbol("x"), Expression.symbol("x", isPositive: true))
    let reason = "the symbol x is declared with two ranges, (0, ∞) and (−∞, ∞)"
    #expect((free - positive).doubt == reason)
    #expect((positive * free).doubt == reason)
    // Even where one of them is hidden inside.
    #expect((Expression.exp(free) * positive).doubt == reason)
    #expect((Expression.log(positive) + Expression.normalCDF(free)).doubt == reason)
    #expect(Expression.normalQuantile(logLower: .log(free), logUpper: positive).doubt == reason)
    #expect(Expression.equality(free, positive) == .undecided)
    #expect(free != positive)
    let narrow = Expression.symbol("x", above: 0, below: 1)
    #expect((narrow + positive).doubt?.contains("(0, 1) and (0, ∞)") == true)
    #expect((narrow + Expression.symbol("x", above: 0, below: 1)).doubt == nil)
    #expect(free.substituting(["x": positive]) == positive)
  }
}

/// Jets compare by their value alone.
private protocol JetLike {}
extension Jet: JetLike {}
