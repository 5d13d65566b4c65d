import GANTheory
import Scalars
import Testing

@Suite struct `Exact steps from a Gaussian` {
  private let u = Ball(Rational(1, 2))
  private let stepSize = Ball(Rational(1, 20))

  @Test(arguments: 1...4)
  func `begin with the recurrence at 0`(dimension: Int) {
    let first = RadialFlow(
      dimension: Ball(dimension), optimalSteepness: Ball(1), stepSize: stepSize
    )
    .firstStep(steepness: u)
    let inUnits = SingleModeStep.next(u, dimension: Ball(dimension), stepSize: stepSize)
    let recurrence = SingleModeRecurrence(
      dimension: dimension, optimalSteepness: Ball(1), stepSize: stepSize)
    let ratio = recurrence.ratio(steepness: u, squaredLength: .zero)
    let next = recurrence.next(steepness: u, factor: Ball(1) / (Ball(1) + ratio))
    #expect((first.derivative(1) - inUnits).containsZero)
    #expect((next - inUnits).containsZero)
  }

  @Test func `bend the map, so that p_g is not Gaussian any more`() {
    let first = RadialFlow(dimension: Ball(1), optimalSteepness: Ball(1), stepSize: stepSize)
      .firstStep(steepness: u)
    // −3σ(1 − u)² on the line, with k_* = 1.
    let expected = Ball(-3) * stepSize * (Ball(1) - u).squared
    #expect((first.derivative(3) - expected).containsZero)
    #expect(expected.isPositive == .fails)
  }

  @Test func `leave the recurrence at the second step by the stated difference`() {
    for dimension in 1...3 {
      let n = Ball(dimension)
      let exact = RadialFlow(dimension: n, optimalSteepness: Ball(1), stepSize: stepSize)
        .secondSteepness(steepness: u)
      let first = SingleModeStep.next(u, dimension: n, stepSize: stepSize)
      let second = SingleModeStep.next(first, dimension: n, stepSize: stepSize)
      let error = SingleModeStep.secondStepError(u, dimension: n, stepSize: stepSize)
      #expect((exact - second - error).containsZero)
      #expect(error.isPositive == .fails)
    }
  }

  @Test func `reach k_* exactly with the greatest admissible step`() {
    for dimension in 1...5 {
      let n = Ball(dimension)
      let greatest = SingleModeStep.greatestStep(u, dimension: n)
      #expect(
        (SingleModeStep.next(u, dimension: n, stepSize: greatest) - Ball(1)).containsZero)
    }
  }
}
