import GANTheory
import RealModule
import Scalars
import Testing

@Suite struct `The vanilla game on finitely many points` {
  private let half = Ball(Rational(1, 2))
  private var game: AdversarialValue<Ball> { AdversarialValue(data: [half, half]) }

  private func log(_ numerator: Int, _ denominator: Int) -> Ball {
    .log(Ball(Rational(numerator, denominator)))
  }

  @Test func `has value −2 log 2 at equilibrium, and no gap`() throws {
    let value = try #require(game.bestDiscriminatorValue(against: [half, half]))
    #expect((value + Ball(2) * log(2, 1)).containsZero)
    let gap = try #require(game.dualityGap(generated: [half, half], discriminator: [half, half]))
    #expect(gap.containsZero)
  }

  @Test func `has the divergence ½ log ⅔ + log 4⁄3 + ½ log 2 for one of two modes`() throws {
    let value = try #require(game.twiceJensenShannon(to: [Ball(1), .zero]))
    let exact = half * log(2, 3) + log(4, 3) + half * log(2, 1)
    #expect((value - exact).containsZero)
  }

  @Test func `puts all generated mass where the discriminator is largest`() {
    let value = game.bestGeneratorValue(
      against: [Ball(Rational(1, 4)), Ball(Rational(3, 4))])
    let exact = half * log(1, 4) + half * log(3, 4) + log(1, 4)
    #expect((value - exact).containsZero)
  }
}
