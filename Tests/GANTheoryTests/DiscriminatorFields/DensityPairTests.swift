import GANTheory
import RealModule
import Scalars
import Testing

@Suite struct `Velocity of particles` {
  private let points: [[Rational]] = [
    [Rational(1, 2), Rational(-1, 3)], [1, 1], [Rational(-7, 4), Rational(5, 4)], [0, 0],
  ]

  @Test(arguments: TableTwoCase.allCases)
  func `is the gradient of log d, by jets through the definition of d`(configuration: TableTwoCase)
  {
    for point in points {
      let place = point.map { Ball($0) }
      let velocity = AnyDensityPair<Ball>(configuration).velocity(at: place) ?? []
      let slope = gradient(at: place) { moved in
        let pair = AnyDensityPair<Jet<Ball>>(configuration)
        return Jet.log(pair.discriminator(at: moved) ?? Jet(1))
      }
      #expect(velocity.count == 2)
      for (left, right) in zip(velocity, slope) {
        #expect((left - right).containsZero)
        #expect((left - right).radius.upperBound < 1e-20)
      }
    }
  }

  @Test(arguments: TableTwoCase.allCases)
  func `is ∇r over r(1 + r)`(configuration: TableTwoCase) throws {
    for point in points {
      let place = point.map { Ball($0) }
      let pair = AnyDensityPair<Ball>(configuration)
      let ratio = Ball.exp(try #require(pair.logRatio(at: place)))
      let slope = gradient(at: place) { moved in
        Jet.exp(AnyDensityPair<Jet<Ball>>(configuration).logRatio(at: moved) ?? .zero)
      }
      let velocity = try #require(pair.velocity(at: place))
      for (left, right) in zip(velocity, slope) {
        #expect((left * ratio * (Ball(1) + ratio) - right).containsZero)
      }
    }
  }

  @Test func `vanishes outside the box, where d is 1`() throws {
    let pair = AnyDensityPair<Double>(.covering)
    #expect(pair.discriminator(at: [3, 0]) == 1)
    #expect(pair.velocity(at: [3, 0]) == [0, 0])
    #expect(pair.logRatio(at: [3, 0]) == nil)
  }

  @Test func `stays finite where r leaves the range of doubles`() throws {
    let data = GaussianMixture<Double>(modes: [[0]], standardDeviation: 0.01)
    let generated = GaussianMixture<Double>(modes: [[0]], standardDeviation: 10)
    let pair = DensityPair(data: data, generated: generated)
    // log r is about −5e5 at x = 10: d underflows and ∇d/d is the difference of the scores.
    let velocity = try #require(pair.velocity(at: [10]))
    let expected = -10 / 1e-4 + 10 / 100.0
    #expect((velocity[0] - expected).magnitude <= 8 * Double.ulpOfOne * expected.magnitude)
    #expect(pair.discriminator(at: [10]) == 0)
  }
}

@Suite struct `A density whose support has a boundary` {
  @Test func `leaves undecided what an enclosure across the boundary could be`() {
    let across = [Ball(midpoint: Ball(2), radius: Ball(Rational(1, 10))), Ball(0)]
    let pair = AnyDensityPair<Ball>(.covering)
    #expect(pair.discriminator(at: across) == nil)
    #expect(pair.velocity(at: across) == nil)
    let printed = TableTwoCase.covering.printedRatio
    #expect(printed.ratio(at: across, modes: TableTwoCase.covering.modes()) == nil)
    #expect(pair.discriminator(at: [Ball(3), Ball(0)]) == Ball(1))
  }
}
