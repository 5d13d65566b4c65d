import ClaimKit
import Scalars
import Testing

@Suite struct `Boxes` {
  private func report(_ form: PlantedInequality.Form, budget: Int = 500) -> FamilyBoxReport {
    BoxCertification(budget: budget).report(on: [PlantedInequality(form: form)]).families[0]
  }

  @Test func `certify what holds with room to spare on all of the box`() {
    let family = report(.loose)
    #expect(family.isDecided)
    #expect(family.holdingFraction == 1)
    #expect(family.undecided == 0 && family.outside == 0)
    #expect(family.tree?.count == 2 * family.holding - 1)
  }

  @Test func `leave a remainder around a bound that is attained inside`() throws {
    let (few, many) = (report(.attainedInside, budget: 50), report(.attainedInside, budget: 500))
    for family in [few, many] {
      #expect(!family.isDecided && family.tree == nil)
      #expect(family.undecided > 0)
      let ends = try #require(family.largestUndecided.first?["x"]).split(separator: ":")
      let (low, high) = (Rational(String(ends[0])), Rational(String(ends[1])))
      let reach = Rational(1, 4)
      #expect(try #require(low) > reach)
      #expect(try #require(high) < Rational(3, 4))
    }
    // A box of width w at distance d from 1/2 holds where w² < d²: most of the range, soon.
    #expect(few.holdingFraction > 0.9)
    #expect(many.holdingFraction > few.holdingFraction && many.holdingFraction < 1)
    #expect(
      !BoxCertification(budget: 50).report(
        on: [PlantedInequality(form: .attainedInside)]).isCertified)
  }

  @Test func `certify a bound that is attained at an end by monotonicity`() {
    #expect(report(.attainedAtEnd).isDecided)
  }

  @Test func `divide logarithmic ranges in the logarithm`() throws {
    #expect(report(.reciprocal(Rational(19, 10))).isDecided)
    let sharp = report(.reciprocal(2))
    #expect(!sharp.isDecided)
    // In the scale of x itself the part above 2 alone would be 0.998 of the range.
    #expect(sharp.holdingFraction > 0.95 && sharp.holdingFraction < 1)
    let half = PlantedInequality(
      form: .reciprocal(Rational(19, 10)),
      stated: [Variable("x", from: 1, to: 1000, scale: .logarithmic)])
    let stated = BoxCertification(budget: 500).report(on: [half])
    #expect(stated.isCertified)
    #expect(stated.families[0].isStatedBox)
    #expect(stated.families[0].box == ["x": "1:1000"])
    #expect(stated.evidence.kind == .box)
    #expect(stated.evidence.summary.contains("a stated box"))
  }

  @Test func `take whole numbers one by one`() {
    let family = report(.wholeNumbers)
    #expect(family.isDecided)
    #expect(family.holding == 5)
    #expect(family.tree?.filter { $0.hasPrefix("holds") } == (1...5).map { "holds \($0):\($0)" })
  }

  @Test(arguments: [1, 10, 100, 1000])
  func `never certify what is false`(budget: Int) {
    for form in [PlantedInequality.Form.narrowlyFalse, .kink] {
      let result = BoxCertification(budget: budget).report(on: [PlantedInequality(form: form)])
      #expect(!result.isCertified && !result.isInfeasible)
      #expect(result.families[0].tree == nil)
    }
    let needle = BoxCertification(budget: budget).report(on: [NeedleStatement()])
    #expect(!needle.isCertified)
  }

  @Test func `name the point where they meet a violation`() throws {
    let family = report(.narrowlyFalse)
    let x = try #require(family.violation?["x"].flatMap { Rational($0) })
    #expect(x * x < Rational(1, 1_000_000))
  }

  @Test func `use hypotheses to leave parts out`() {
    let statement = SquareStatement(bound: Rational(1, 5))
    let result = BoxCertification(budget: 500).report(on: [statement])
    let family = result.families[0]
    #expect(result.isCertified)
    #expect(family.outside > 0 && family.holding > 0)
    // x² < 1/5 on 0.447 of the range, all of which is outside; from 1/2 on everything holds.
    #expect(family.outsideFraction >= 0.447 && family.outsideFraction <= 0.75)
    #expect(family.holdingFraction >= 0.25)
    let sum = family.outsideFraction + family.holdingFraction
    #expect(sum <= 1 && sum > 1 - 0x1p-40)
    // Without the hypothesis it is false.
    let dropped = SquareStatement(bound: Rational(1, 5), isDroppingHypothesis: true)
    #expect(!BoxCertification(budget: 500).report(on: [dropped]).isCertified)
  }

  @Test func `certify that hypotheses cannot be met`() {
    let impossible = SquareStatement(bound: 5, range: (-1, Rational(1, 4)))
    let result = BoxCertification(budget: 100).report(on: [impossible])
    #expect(result.isInfeasible && !result.isCertified)
    #expect(result.families[0].outsideFraction == 1)
    let possible = SquareStatement(bound: 5, range: (-1, Rational(1, 2)))
    #expect(!BoxCertification(budget: 100).report(on: [possible]).isInfeasible)
  }

  @Test func `split where a side has no value yet, and keep a remainder there`() {
    let family = report(.signed)
    #expect(family.undecided > 0 && family.violation == nil)
    #expect(family.holdingFraction > 0.9)
  }

  @Test func `are not for equalities`() {
    let result = BoxCertification(budget: 100).report(on: [BinomialStatement()])
    #expect(!result.isCertified)
    #expect(result.families[0].obstacle != nil)
    #expect(result.families[0].evaluated == 0)
  }

  @Test func `certify a statement only where every family is`() {
    let certified = PlantedInequality(form: .loose)
    let sharp = PlantedInequality(form: .attainedInside)
    #expect(BoxCertification(budget: 500).report(on: [certified, certified]).isCertified)
    #expect(!BoxCertification(budget: 500).report(on: [certified, sharp]).isCertified)
  }

  @Test func `keep to the budget, tell their progress and say the same again`() {
    let families = [PlantedInequality(form: .attainedInside), PlantedInequality(form: .signed)]
    var last = (done: 0, of: 0)
    let first = BoxCertification(budget: 100).report(on: families) { last = ($0, $1) }
    #expect(first == BoxCertification(budget: 100).report(on: families))
    #expect(first.families.reduce(0) { $0 + $1.evaluated } <= 100)
    #expect(last == (100, 100))
  }
}
