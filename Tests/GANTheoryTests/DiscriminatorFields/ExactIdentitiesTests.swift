import GANTheory
import RealModule
import Scalars
import Testing

/// The closed forms of the appendix against the densities of Table 2, decided by algebra.
@Suite struct `Printed ratios, exactly` {
  /// A point of the plane; for case 2 a point inside the box.
  private func point(_ configuration: TableTwoCase) -> [Expression] {
    ["x₁", "x₂"].map {
      configuration == .covering ? .symbol($0, above: -2, below: 2) : .symbol($0)
    }
  }

  private func derivedRatio(_ configuration: TableTwoCase) throws -> Expression {
    let pair = AnyDensityPair<Expression>(configuration)
    return .exp(try #require(pair.logRatio(at: point(configuration))))
  }

  private func printedRatio(_ configuration: TableTwoCase) -> Expression {
    configuration.printedRatio.ratio(at: point(configuration), modes: configuration.modes())
  }

  @Test(arguments: [TableTwoCase.concentrated, .covering, .singleMode])
  func `of cases 1 to 3 are the quotients of the densities`(configuration: TableTwoCase) throws {
    let derived = try derivedRatio(configuration)
    #expect(derived == printedRatio(configuration))
    #expect(Expression.equality(derived, printedRatio(configuration)) == .holds)
    let control = derived * Expression(Rational(1001, 1000))
    #expect(Expression.equality(control, printedRatio(configuration)) == .fails)
  }

  @Test func `of case 4 is half of the quotient of the densities`() throws {
    let derived = try derivedRatio(.separated)
    let printed = printedRatio(.separated)
    #expect(derived / printed == Expression(2))
    #expect(Expression.equality(derived, printed) == .fails)
  }
}
