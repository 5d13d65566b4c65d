import GANTheory
import Scalars
import Testing

@Suite struct `Suboptimal discriminators` {
  @Test(arguments: [Rational(1, 100), 1, 50])
  func `are optimal for f ≡ 1`(ratio: Rational) {
    let optimal = SuboptimalDiscriminator<Ball> { _ in Jet(1) }
    let r = Ball(ratio)
    #expect((optimal.value(at: r) - r / (Ball(1) + r)).containsZero)
    #expect((optimal.velocityFactor(at: r) - Ball(1) / (Ball(1) + r)).containsZero)
  }

  @Test func `turn the velocity around where f grows faster than r`() {
    // f(r) = r²: f − r·f′ = −r², so that particles move against the optimal direction.
    let misled = SuboptimalDiscriminator<Ball> { $0.squared }
    #expect(misled.velocityFactor(at: Ball(Rational(1, 1000))).isPositive == .fails)
  }

  @Test(arguments: 1...4)
  func `keep the single-mode recurrence at its fixed point k = k_*`(dimension: Int) {
    let recurrence = SingleModeRecurrence(
      dimension: dimension, optimalSteepness: Ball(3), stepSize: Ball(Rational(1, 2)))
    let ratio = recurrence.ratio(steepness: Ball(3), squaredLength: Ball(2))
    #expect((ratio - Ball(1)).containsZero)
    #expect(
      (recurrence.next(steepness: Ball(3), factor: Ball(Rational(1, 2))) - Ball(3)).containsZero)
  }
}
