import GANTheory
import RealModule
import Scalars
import Testing

@Suite struct `Mode mixture bound` {
  @Test func `agrees with mpmath as printed and as derived`() throws {
    for row in try ReferenceValues.rows("mixture34") {
      let (modes, deviation, rest) = ReferenceValues.line(row.arguments[0])
      let bound = ModeMixtureBound<Double>(
        target: GaussianMixture(modes: modes.map { [$0] }, standardDeviation: deviation),
        standardDeviation: deviation, maximalSteepness: rest[0])
      let clearance = try #require(ModeMixtureBound<Double>.Clearance(rawValue: Int(rest[1])))
      // Each term is a difference of tails, of absolute error a few ulp of 1.
      #expect(
        (bound.probability(clearance) - row.value).magnitude
          <= 64 * Double.ulpOfOne * Double(modes.count))
    }
  }

  @Test func `as derived is attained by the affine map`() {
    let modes = [Ball(-8), Ball(8)]
    let target = GaussianMixture(modes: modes.map { [$0] }, standardDeviation: Ball(1))
    let bound = ModeMixtureBound(
      target: target, standardDeviation: Ball(1), maximalSteepness: Ball(5))
    let affine = AffineGenerator(
      steepness: Ball(5), latent: bound.anchors[0], output: bound.midpoints[0])
    let mass = affine.probability(from: Ball(-5), to: Ball(5))
    #expect((mass - bound.probability(.derived)).containsZero)
    #expect((bound.probability(.printed) - mass).isPositive == .holds)
  }

  @Test func `leaves room for maps that are flatter away from the anchor`() {
    let target = GaussianMixture<Ball>(modes: [[Ball(-8)], [Ball(8)]], standardDeviation: Ball(1))
    let bound = ModeMixtureBound(
      target: target, standardDeviation: Ball(1), maximalSteepness: Ball(5))
    let bent = HyperbolicGenerator(
      steepness: Ball(5), bend: Ball(1), latent: bound.anchors[0], output: bound.midpoints[0])
    let mass = bent.probability(from: Ball(-5), to: Ball(5))
    #expect((mass - bound.probability(.derived)).isPositive == .holds)
  }

  @Test func `hyperbolic generators have their slope and undo their inverse`() {
    let generator = HyperbolicGenerator<Jet<Ball>>(
      steepness: Jet(5), bend: Jet(Rational(1, 2)), latent: Jet(1), output: Jet(2))
    let slopeAtAnchor = generator.value(at: .variable(at: Ball(1), order: 1)).derivative(1)
    let slopeBeside = generator.value(at: .variable(at: Ball(3), order: 1)).derivative(1)
    #expect((slopeAtAnchor - Ball(5)).containsZero)
    #expect((Ball(5) - slopeBeside).isPositive == .holds)
    #expect((generator.preimage(of: generator.value(at: Jet(7))).value - Ball(7)).containsZero)
  }

  @Test func `normal masses add up whatever side they lie on`() {
    for (a, b, c) in [(-9.0, -7.0, -6.5), (-1, 0.5, 2), (6, 7, 9)] {
      let (left, right) = (Double.normalMass(from: a, to: b), Double.normalMass(from: b, to: c))
      let whole = Double.normalMass(from: a, to: c)
      #expect((left + right - whole).magnitude <= 8 * Double.ulpOfOne * max(whole, left))
    }
  }
}
