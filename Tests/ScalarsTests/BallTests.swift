import RealModule
import Scalars
import Testing

@Suite struct `Balls` {
  @Test func `decide what their radius allows and nothing else`() {
    let third = Ball(Rational(1, 3))
    #expect(third.isPositive == .holds)
    #expect((third - Ball(1)).isPositive == .fails)
    #expect((third * Ball(3) - Ball(1)).isPositive == .undecided)
    #expect((third * Ball(3) - Ball(1)).isNonNegative == .undecided)
    #expect(Ball.zero.isNonNegative == .holds)
    #expect(Ball.zero.isPositive == .fails)
  }

  @Test func `leave a logarithm of zero undecided`() {
    let logarithm = Ball.log(Ball.zero)
    #expect(!logarithm.isFinite)
    #expect(logarithm.isPositive == .undecided)
    #expect(logarithm.isNonNegative == .undecided)
  }

  @Test func `do not change when they are used`() {
    let two = Ball(2)
    let copy = two
    let square = two * copy + two
    #expect(copy == Ball(2))
    #expect(square == Ball(6))
  }

  @Test func `print certain digits beyond the range of doubles`() {
    Ball.$precision.withValue(256) {
      #expect(Ball.exp(Ball(3200)).digits(10).hasSuffix("e+1389"))
      #expect(Ball.pi.digits(20) == "3.1415926535897932385")
      #expect(Ball.pi.certainDigits >= 70)
    }
  }

  @Test(arguments: [-300.0, -40, -8, -1.5, -1e-3, 0, 1e-3, 0.7, 6, 38, 100])
  func `enclose the normal quantile in both tails`(x: Double) {
    let point = Ball(exactly: x)
    let quantile = Ball.normalQuantile(
      logLower: .logNormalCDF(point), logUpper: .logNormalUpperTail(point))
    #expect(point.isContained(in: quantile))
    #expect(quantile.radius.upperBound < 1e-25 * (1 + x.magnitude))
  }

  @Test(arguments: [64, 256, 1024, 4096])
  func `enclose the normal quantile at every precision`(precision: Int) {
    Ball.$precision.withValue(precision) {
      let point = Ball(Rational(-7, 2))
      let quantile = Ball.normalQuantile(
        logLower: .logNormalCDF(point), logUpper: .logNormalUpperTail(point))
      #expect(point.isContained(in: quantile))
      #expect(quantile.certainDigits >= Int(Double(precision - 32) * 0.3))
    }
  }

  @Test func `enclose the quantile of a wide target`() {
    let wide = Ball(midpoint: Ball.log(Ball(Rational(1, 4))), radius: Ball(Rational(1, 10)))
    let quantile = Ball.normalQuantile(
      logLower: wide, logUpper: Ball.log(Ball(1) - Ball.exp(wide)))
    for end in [-0.09, 0, 0.09] {
      let inside = Ball.log(Ball(Rational(1, 4))) + Ball(exactly: end)
      let exact = Ball.normalQuantile(
        logLower: inside, logUpper: Ball.log(Ball(1) - Ball.exp(inside)))
      #expect(exact.isContained(in: quantile))
    }
  }
}

@Suite struct `Doubles against balls` {
  @Test(arguments: [-300.0, -37, -8, -2, -0.3, 0.4, 3, 20, 37, 200])
  func `agree on the logarithm of the upper tail within the stated error`(x: Double) {
    let exact = Ball.logNormalUpperTail(Ball(exactly: x)).approximation
    let error = (Double.logNormalUpperTail(x) - exact).magnitude
    #expect(error <= 4 * Double.ulpOfOne * exact.magnitude + .leastNormalMagnitude)
  }

  @Test(arguments: [-1e4, -300.0, -37, -8, -2, -0.3, -1e-3, 1e-3, 0.4, 3, 20, 37, 200])
  func `agree on the quantile to the stated 1e-14`(x: Double) {
    let lower = Double.logNormalCDF(x)
    let upper = Double.logNormalUpperTail(x)
    // Conditioning: a relative error of one ulp in the logarithm moves x by log Φ/(Φ′/Φ).
    let slope = Double.exp(Double.logNormalDensity(x) - min(lower, upper))
    let conditioning = 4 * Double.ulpOfOne * min(lower, upper).magnitude / slope
    let error = (Double.normalQuantile(logLower: lower, logUpper: upper) - x).magnitude
    #expect(error <= 1e-14 * x.magnitude + conditioning)
  }

  @Test(arguments: [1e4, 12_345.678, 1e5, 1e8, 1e10, 1e60, 1e100, 1e150, 1.8e154])
  func `agree on quantiles so far out that no tail is a number`(z: Double) {
    // The logarithm is rounded to 4 ulps, which moves z by half of that; so does the last step.
    let found = Double.normalQuantile(logLower: Double.logNormalCDF(-z), logUpper: 0)
    #expect((found + z).magnitude <= 4 * z.ulp)
    let exact = Ball(exactly: -z)
    let quantile = Ball.normalQuantile(logLower: .logNormalCDF(exact), logUpper: .zero)
    #expect(exact.isContained(in: quantile))
    #expect(quantile.certainDigits >= 30)
  }

  @Test(arguments: [14, 15, 16, 17, 20, 30, 61, 300, 401, 1000])
  func `agree on quantiles of tails that are no doubles, from any logarithm`(exponent: Int) {
    let logarithm = Ball.zero - Ball.pow(Ball(10), exponent)
    let quantile = Ball.normalQuantile(logLower: logarithm, logUpper: .zero)
    #expect(quantile.certainDigits >= 30)
    // The logarithm is known to 2⁻¹²⁸, and twice the quantile's error comes back.
    #expect((Ball.logNormalCDF(quantile) / logarithm - Ball(1)).magnitude.upperBound < 1e-36)
    #expect((Ball.logNormalCDF(quantile) - logarithm).containsZero)
    guard exponent <= 300 else { return }
    let found = Double.normalQuantile(logLower: -Double.pow(10, exponent), logUpper: 0)
    #expect((found / quantile.approximation - 1).magnitude <= 4 * Double.ulpOfOne)
  }

  @Test func `make no quantile of what is not a number`() {
    #expect(Double.normalQuantile(logLower: .nan, logUpper: -1).isNaN)
    #expect(Double.normalQuantile(logLower: -1, logUpper: .nan).isNaN)
    #expect(Double.normalQuantile(logLower: -.infinity, logUpper: 0) == -.infinity)
    #expect(Double.normalQuantile(logLower: 0, logUpper: -.infinity) == .infinity)
  }
}

@Suite struct `The larger of two balls` {
  @Test func `encloses the larger of every two values, whichever ball it comes from`() {
    let low = Ball(midpoint: Ball(0), radius: Ball(2))
    let high = Ball(midpoint: Ball(1), radius: Ball(Rational(1, 2)))
    let larger = Ball.larger(low, high)
    for (a, b) in [(-2, 1), (2, 1), (0, 1)] { #expect(Ball(max(a, b)).isContained(in: larger)) }
    #expect((larger - Ball(Rational(1, 4))).isPositive == .holds)
    let smaller = Ball.smaller(low, high)
    for (a, b) in [(-2, 1), (2, 1), (0, 1)] { #expect(Ball(min(a, b)).isContained(in: smaller)) }
  }
}
