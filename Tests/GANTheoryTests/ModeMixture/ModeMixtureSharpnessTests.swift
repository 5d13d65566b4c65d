import GANTheory
import RealModule
import Scalars
import Testing

@Suite struct `The least mode mixture` {
  /// Three uneven modes, k as a multiple of the least admissible one.
  private func bound(share: Rational) throws -> ModeMixtureBound<Ball> {
    let bound = ModeMixtureBound(
      target: GaussianMixture(
        modes: [[Ball(-10)], [Ball.zero], [Ball(14)]], standardDeviation: Ball(1)),
      standardDeviation: Ball(1), maximalSteepness: Ball(1))
    let least = try #require(bound.leastSteepness)
    return bound.replacing(maximalSteepness: Ball(share) * least)
  }

  @Test func `is attained by slope k between the modes, and by no smaller one`() throws {
    let bound = try bound(share: Rational(3, 2))
    let generator = bound.generator(stretches: [Ball(1), Ball(1)])
    let mass = bound.eventProbability { generator.probability(from: $0, to: $1) }
    #expect((mass - bound.probability(.derived)).containsZero)
    #expect(mass.radius.upperBound < 1e-30)
    let stretch = Ball(Rational(11, 10))
    let flatter = bound.generator(stretches: [stretch, stretch])
    let more = bound.eventProbability { flatter.probability(from: $0, to: $1) }
    #expect((more - mass).isPositive == .holds)
  }

  @Test func `needs slope k at the mode where k is the least admissible one`() throws {
    let bound = try bound(share: 1)
    let generator = bound.generator(stretches: [Ball(1), Ball(1)])
    let rise = generator.outputs[2] - generator.outputs[1]
    let room = generator.latents[2] - generator.latents[1]
    #expect((rise - bound.maximalSteepness * room).containsZero)
  }

  @Test func `can be had for every k with two modes`() {
    let pair = ModeMixtureBound(
      target: GaussianMixture(modes: [[Ball(-5)], [Ball(5)]], standardDeviation: Ball(1)),
      standardDeviation: Ball(1), maximalSteepness: Ball(1))
    #expect(pair.leastSteepness == nil)
  }

  @Test func `of a region that starts at the median is Φ of its width less one half`() {
    let half = -Ball.log(Ball(2))
    let mass = leastRegionMass(logMassBelow: half, logMassAbove: half, latentWidth: Ball(1))
    #expect((mass - (Ball.normalCDF(Ball(1)) - Ball(Rational(1, 2)))).containsZero)
  }

  @Test func `preimages are linear between nodes and beyond them`() {
    let generator = PiecewiseLinearGenerator<Double>(latents: [0, 1, 3], outputs: [0, 10, 12])
    #expect(generator.preimage(of: 11) == 2)
    #expect(generator.preimage(of: 13) == 4)
    #expect(generator.preimage(of: 12) == 3)
    #expect((generator.preimage(of: 5) - 0.5).magnitude <= 0.5.ulp)
    #expect((generator.preimage(of: -10) + 1).magnitude <= 1.0.ulp)
  }
}
