import GANTheory
import Scalars
import Testing

@Suite struct `Fields of Table 2 by coordinates` {
  @Test(arguments: TableTwoCase.allCases)
  func `agree with the densities`(configuration: TableTwoCase) throws {
    let field = TableTwoField<Ball>(configuration)
    let pair = AnyDensityPair<Ball>(configuration)
    for (x, y) in [
      (Rational(3, 10), Rational(-7, 5)), (1, 1), (Rational(-19, 10), Rational(1, 50)),
    ] {
      let point = [Ball(x), Ball(y)]
      let derived = try #require(pair.velocity(at: point))
      let own = field.velocity(point[0], point[1])
      #expect((own.0 - derived[0]).containsZero)
      #expect((own.1 - derived[1]).containsZero)
      let logRatio = try #require(pair.logRatio(at: point))
      #expect((field.ratio(point[0], point[1]) - Ball.exp(logRatio)).containsZero)
    }
  }

  @Test func `pull to twice the mode in case 1 and beyond it in cases 3 and 4`() {
    #expect((TableTwoField<Ball>(.concentrated).centreOfPull(mode: Ball(1)) - Ball(2)).containsZero)
    let third = TableTwoField<Ball>(.singleMode).centreOfPull(mode: Ball(-1))
    #expect((third - Ball(Rational(-11, 9))).containsZero)
    let fourth = TableTwoField<Ball>(.separated).centreOfPull(mode: Ball(-3))
    #expect((fourth - Ball(Rational(-93, 29))).containsZero)
  }
}
