import RealModule
import Scalars
import Testing

/// Balls that stand for ranges, as the boxes of a subdivision are.
@Suite struct `Wide balls` {
  private func range(_ low: Rational, _ high: Rational) -> Ball { .hull(Ball(low), Ball(high)) }

  /// The ends of the hull that an operation gives, against its values at both ends of the ball.
  private func expectHull(
    _ low: Rational, _ high: Rational, amplified: Double = 4, _ function: (Ball) -> Ball,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let argument = range(low, high)
    let hull = function(argument)
    let (first, last) = (function(argument.lowerEnd), function(argument.upperEnd))
    let isHull = first.isContained(in: hull) && last.isContained(in: hull)
    #expect(isHull, sourceLocation: sourceLocation)
    // Radii have thirty bits, so that a hull is wider than its ends by 2⁻²⁸ of it at most; compositions
    // amplify that.
    let width = hull.upperBound - hull.lowerBound
    let least = min(first.lowerBound, last.lowerBound)
    let greatest = max(first.upperBound, last.upperBound)
    let excess = width - (greatest - least)
    #expect(excess <= amplified * 0x1p-28 * width, sourceLocation: sourceLocation)
  }

  @Test func `enclose monotone functions by the values at the ends`() {
    expectHull(-2, 3) { .exp($0) }
    expectHull(-2, 3) { .expMinusOne($0) }
    expectHull(Rational(1, 10), 10) { .log($0) }
    expectHull(Rational(1, 10), 10) { .sqrt($0) }
    expectHull(-2, 3) { .sinh($0) }
    expectHull(-2, 3) { .tanh($0) }
    expectHull(-2, 3) { .asinh($0) }
    expectHull(-2, 3) { .normalCDF($0) }
    expectHull(-2, 3) { .normalUpperTail($0) }
    expectHull(-2, 30) { .logNormalUpperTail($0) }
    expectHull(Rational(1, 10), 10) { Ball(1) / $0 }
    expectHull(Rational(1, 10), 10) { $0.squared }
    expectHull(-10, Rational(-1, 10)) { $0.squared }
    expectHull(Rational(1, 10), 10) { $0 * $0 }
    expectHull(-10, Rational(-1, 10)) { $0 * $0 }
    // The exponent of exp(5/2·log x) ranges over 11.5.
    expectHull(Rational(1, 10), 10, amplified: 12) { .pow($0, Ball(Rational(5, 2))) }
    expectHull(-3, Rational(-1, 10)) {
      .normalQuantile(logLower: $0, logUpper: .log(-.expMinusOne($0)))
    }
  }

  @Test func `contain products and quotients at every corner`() {
    for (low, high) in [(Rational(1, 10), Rational(10)), (-10, Rational(-1, 10)), (-1, 10)] {
      for (left, right) in [(Rational(1, 3), Rational(7)), (-7, Rational(-1, 3)), (-2, 3)] {
        let (x, y) = (range(low, high), range(left, right))
        for a in [low, high] {
          for b in [left, right] {
            #expect((Ball(a) * Ball(b)).isContained(in: x * y))
            if !y.containsZero { #expect((Ball(a) / Ball(b)).isContained(in: x / y)) }
          }
        }
      }
    }
  }

  @Test func `have squares that are not below 0`() {
    let square = range(-1, 3).squared
    #expect(square.upperBound <= 9 * (1 + 0x1p-26))
    #expect(square.lowerBound >= -9 * 0x1p-26)
    #expect(Ball(9).isContained(in: square))
  }

  @Test func `keep both slopes of a maximum where they do not tell which is meant`() {
    let x = Jet<Ball>.variable(at: range(-1, 2), order: 1)
    let size = Jet.larger(x, -x)
    #expect(size.value.lowerBound >= -1 - 0x1p-26 && size.value.upperBound >= 2)
    for slope in [-1, 1] { #expect(Ball(slope).isContained(in: size.derivative(1))) }
    let right = Jet<Ball>.variable(at: range(1, 2), order: 1)
    #expect(Jet.larger(right, -right).derivative(1) == Ball(1))
    #expect(Jet.smaller(right, -right).derivative(1) == Ball(-1))
    let number = Jet<Double>.variable(at: 1.5, order: 1)
    #expect(Jet.larger(-number, number) == number)
  }

  @Test func `have slopes of tail sums that enclose those at their points`() {
    func sums(_ x: Ball) -> (lower: Jet<Ball>, upper: Jet<Ball>) {
      let jet = Jet.variable(at: x, order: 1)
      let terms = [
        (weight: Jet<Ball>(Rational(1, 3)), argument: jet),
        (weight: Jet<Ball>(Rational(2, 3)), argument: jet * Jet(2) - Jet(3)),
      ]
      return Jet.logNormalTailSums(terms.count) { terms[$0] }
    }
    let wide = sums(range(0, 1))
    for step in 0...8 {
      let point = sums(Ball(Rational(step, 8)))
      for order in 0...1 {
        #expect(point.lower.derivative(order).isContained(in: wide.lower.derivative(order)))
        #expect(point.upper.derivative(order).isContained(in: wide.upper.derivative(order)))
      }
    }
  }

  @Test func `have slopes of tail sums that are those of the terms`() {
    // The weights move too, so that both parts of the product rule count.
    let x = Ball(Rational(1, 3))
    func ways(_ order: Int) -> [(lower: Jet<Ball>, upper: Jet<Ball>)] {
      let jet = Jet.variable(at: x, order: order)
      let weights = [jet, Jet(1) - jet]
      let arguments = [jet * Jet(5), Jet(2) - jet]
      let terms = (
        lower: Jet.log(
          zip(weights, arguments).reduce(Jet.zero) { $0 + $1.0 * .normalCDF($1.1) }),
        upper: Jet.log(
          zip(weights, arguments).reduce(Jet.zero) { $0 + $1.0 * .normalUpperTail($1.1) })
      )
      return [Jet.logNormalTailSums(weights.count) { (weights[$0], arguments[$0]) }, terms]
    }
    for order in 1...2 {
      let (sums, terms) = (ways(order)[0], ways(order)[1])
      for k in 0...order {
        #expect((sums.lower.derivative(k) - terms.lower.derivative(k)).containsZero)
        #expect((sums.upper.derivative(k) - terms.upper.derivative(k)).containsZero)
      }
      #expect(sums.lower.derivative(1).certainDigits > 25)
    }
  }
}
