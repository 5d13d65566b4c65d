import RealModule
import Scalars
import Testing

/// φ/(1 − Φ) and its excess over the argument.
@Suite struct `Normal hazards` {
  private static let arguments: [Double] =
    [-40, -5, -1, -1e-3, 0, 0.3, 1.2, 1.4999, 1.5, 2, 3.7, 8, 30, 37, 1e3, 1e6, 1e9, 1e16, 1e120]

  @Test(arguments: arguments) func `are as accurate in doubles as stated`(x: Double) {
    let (value, excess) = Double.normalHazard(x)
    Ball.$precision.withValue(160) {
      let exact = Ball.normalHazard(Ball(exactly: x))
      #expect(exact.value.certainDigits >= 40)
      #expect(exact.excess.certainDigits >= 40)
      // The value underflows nowhere here: φ(−40) is 1e-348, which no double holds.
      if x > -38 {
        let (expected, error) = (exact.value.approximation, 12.0)
        #expect((value - expected).magnitude <= error * expected.ulp)
      }
      #expect((excess - exact.excess.approximation).magnitude <= 40 * excess.ulp)
    }
  }

  @Test(arguments: arguments) func `are the slopes of log(1 − Φ), in doubles too`(x: Double) {
    let jet = Jet.logNormalUpperTail(Jet.variable(at: x, order: 2))
    let exact = Ball.$precision.withValue(1600) {
      Jet.logNormalUpperTail(Jet.variable(at: Ball(exactly: x), order: 2)).coefficients
        .map(\.approximation)
    }
    guard x > -38 else { return }
    // h to 12 ulps; half of h·e to 12 + 40 and one more for the product.
    for (order, ulps) in [(1, 12.0), (2, 53)] {
      let error = (jet.coefficients[order] - exact[order]).magnitude
      #expect(error <= ulps * exact[order].ulp, "derivative \(order)")
    }
  }

  @Test(arguments: arguments.filter { $0 < 1e100 })
  func `agree with the difference of logarithms at high precision`(x: Double) {
    let enclosed = Ball.normalHazard(Ball(exactly: x))
    Ball.$precision.withValue(2000) {
      let z = Ball(exactly: x)
      let value = Ball.exp(.logNormalDensity(z) - .logNormalUpperTail(z))
      #expect(value.isContained(in: enclosed.value))
      #expect((value - z).isContained(in: enclosed.excess))
    }
  }

  @Test(arguments: [(-3, 2), (0, 1), (5, 1), (1000, 999)])
  func `of wide balls hold those of every point, and lie between their ends`(
    centre: Int, radius: Int
  ) {
    let wide = Ball.normalHazard(Ball(midpoint: Ball(centre), radius: Ball(radius)))
    for share in -4...4 {
      let point = Ball(Rational(4 * centre + share * radius, 4))
      let (value, excess) = Ball.normalHazard(point)
      #expect(value.isContained(in: wide.value))
      #expect(excess.isContained(in: wide.excess))
    }
    let top = Ball.normalHazard(Ball(centre + radius)).value
    // Rounding a radius up costs 2⁻²⁹ of it.
    #expect((top * Ball(Rational(1_000_001, 1_000_000)) - wide.value).isPositive == .holds)
  }

  @Test func `reach beyond all precision`() {
    let far = Ball.powerOfTwo(10_000)
    let (value, excess) = Ball.normalHazard(far)
    #expect(value.certainDigits >= 30)
    #expect((excess * far - Ball(1)).magnitude.upperBound < 1e-9)
    #expect(Double.normalHazard(.infinity) == (.infinity, 0))
    #expect(Double.normalHazard(.nan).value.isNaN)
    #expect(Ball.normalHazard(.log(.zero)).value.doubt == "logarithm of a ball that contains 0")
  }
}
