import GANTheory
import RealModule
import Scalars
import Testing

@Suite struct `Consequences of the linear model` {
  private let model = LinearDiscriminator<Ball>(mode: [.zero, .zero], standardDeviation: Ball(1))
  private static let distances = [Rational(1, 4), 1, 2, Rational(7, 2)]

  /// Where one step of size s takes a particle from distance r.
  private func distance(from r: Ball, step: Ball) -> Ball {
    let place = [r, Ball.zero]
    return model.distance(to: zip(place, model.velocity(at: place)).map { $0 + step * $1 })
  }

  @Test(arguments: distances)
  func `the overshooting step takes a particle to the same distance`(r: Rational) {
    let step = model.overshootingStep(atDistance: Ball(r))
    #expect((distance(from: Ball(r), step: step) - Ball(r)).containsZero)
    let longer = distance(from: Ball(r), step: Ball(Rational(101, 100)) * step)
    #expect((longer - Ball(r)).isPositive == .holds)
    let shorter = distance(from: Ball(r), step: Ball(Rational(99, 100)) * step)
    #expect((Ball(r) - shorter).isPositive == .holds)
  }

  @Test(arguments: distances)
  func `the escaping step takes a particle to the boundary`(r: Rational) {
    let step = model.escapingStep(atDistance: Ball(r))
    #expect((distance(from: Ball(r), step: step) - Ball(4)).containsZero)
    let longer = distance(from: Ball(r), step: Ball(Rational(101, 100)) * step)
    #expect((longer - Ball(4)).isPositive == .holds)
  }

  @Test func `the flow starts at its start and ends at the mode`() {
    #expect((model.distance(after: .zero, from: Ball(3)) - Ball(3)).containsZero)
    #expect(model.distance(after: Ball(Rational(15, 2)), from: Ball(3)).containsZero)
  }

  @Test func `the implied density exceeds that of the data threefold at two deviations`() {
    #expect((model.impliedExcess(atDistance: .zero) - Ball(1)).containsZero)
    #expect((model.impliedExcess(atDistance: Ball(2)) - Ball(3)).containsZero)
  }

  @Test func `the contraction is that of the worse direction`() {
    // r = 1, s = 6: 1 − 6/9 = 1/3 along, 1 − 6/3 = −1 across.
    #expect((model.contraction(atDistance: Ball(1), stepSize: Ball(6)) - Ball(1)).containsZero)
    let rates = radialEigenvalues(atDistance: Ball(1)) {
      Jet.log(Jet(Rational(1, 2)) - $0 / Jet(8))
    }
    let (radial, tangential) = model.eigenvalues(atDistance: Ball(1))
    #expect((rates.radial - radial).containsZero)
    #expect((rates.tangential - tangential).containsZero)
  }
}

@Suite struct `The stopping rule` {
  @Test func `compares with the printed thresholds`() {
    let rule = StoppingRule<Double>(modeDistance: 2, standardDeviation: 0.25)
    #expect(rule.gradientThreshold == 4)
    #expect(StoppingRule<Double>.proportionalChange(from: 4, to: 1) == -0.75)
  }

  @Test(arguments: [(10, 2, 5), (9, 2, 5), (30, 10, 27), (7, 1, 1), (3, 4, 3)])
  func `takes the least value that a share of 1 − 1 over m does not exceed`(
    count: Int, modes: Int, place: Int
  ) {
    #expect(quantilePlace(count: count, modes: modes) == place)
  }
}
