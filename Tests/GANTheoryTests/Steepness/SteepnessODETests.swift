import GANTheory
import RealModule
import Scalars
import Testing

@Suite struct `Steepness ODE` {
  private let ode = SteepnessODE<Ball>(
    modeOffset: Ball(2), standardDeviation: Ball(Rational(1, 2)))

  @Test(arguments: [Rational(1, 10), 1, 30, 4000])
  func `has the printed rate in its logarithmic form too`(steepness: Rational) {
    let k = Ball(steepness)
    let third = Ball(Rational(-1, 3))
    let logarithmic = ode.logarithmicRate(
      logSteepness: .log(k), relativeThirdDerivative: third / k)
    let printed = ode.printedRate(steepness: k, thirdDerivative: third)
    #expect((logarithmic * k - printed).containsZero)
    #expect((logarithmic * k - printed).radius.upperBound < 1e-25)
  }

  @Test(arguments: [Rational(1, 10), 1, 30, 4000])
  func `has a closed form whose derivative is the reciprocal of the rate`(steepness: Rational) {
    let lifted = SteepnessODE<Jet<Ball>>(
      modeOffset: Jet(2), standardDeviation: Jet(Rational(1, 2)))
    let k = Jet.variable(at: Ball(steepness), order: 1)
    let speed = lifted.time(from: Jet(1), to: k).derivative(1)
    let rate = ode.printedRate(steepness: Ball(steepness), thirdDerivative: .zero)
    #expect((speed * rate - Ball(1)).containsZero)
    #expect((speed * rate - Ball(1)).radius.upperBound < 1e-25)
  }

  @Test func `has the optimal slope of the monotone map`() throws {
    let map = MeasurePreservingMap<Double>(
      to: GaussianMixture(modes: [[-2], [2]], standardDeviation: 0.5))
    let optimum = ode.logOptimalSteepness.approximation
    #expect((map.logSteepness(atOutput: 0) - optimum).magnitude <= 16 * Double.ulpOfOne * optimum)
  }
}
