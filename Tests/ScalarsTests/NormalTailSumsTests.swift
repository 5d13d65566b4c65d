import RealModule
import Scalars
import Testing

/// The specialised sums against the term-by-term formula, which every other number system uses.
@Suite struct `Sums of normal tails` {
  private static let sets: [(weights: [Rational], arguments: [Rational])] = [
    ([1], [Rational(-7, 2)]), ([1], [40]), ([Rational(1, 2), Rational(1, 2)], [-8, 8]),
    ([Rational(1, 3), Rational(1, 3), Rational(1, 3)], [-20, Rational(1, 5), 30]),
    ([Rational(1, 1_000_000_000_000), Rational(999_999_999_999, 1_000_000_000_000)], [-1, 35]),
    ([Rational(1, 4), Rational(3, 4)], [-60, -45]),
    ([Rational(1, 4), Rational(3, 4)], [1000, 500]),
    ([Rational(1, 2), Rational(1, 2)], [0, 0]),
  ]

  private func tailSums<S: Scalar>(_ weights: [S], _ arguments: [S]) -> (lower: S, upper: S) {
    S.logNormalTailSums(weights.count) { (weights[$0], arguments[$0]) }
  }

  /// What the protocol's default gives.
  private func termByTerm<S: Scalar>(_ weights: [S], _ arguments: [S]) -> (lower: S, upper: S) {
    (
      logSumExp(zip(weights, arguments).map { S.log($0) + S.logNormalCDF($1) }),
      logSumExp(zip(weights, arguments).map { S.log($0) + S.logNormalUpperTail($1) })
    )
  }

  @Test(arguments: sets.indices, [64, 192, 1000])
  func `in balls enclose the same numbers as narrowly`(index: Int, precision: Int) {
    let (weights, arguments) = Self.sets[index]
    Ball.$precision.withValue(precision) {
      let sums = tailSums(weights.map { Ball($0) }, arguments.map { Ball($0) })
      // With ten times the bits the term-by-term value is exact by comparison.
      let exact = Ball.$precision.withValue(10 * precision) {
        termByTerm(weights.map { Ball($0) }, arguments.map { Ball($0) })
      }
      for (sum, value) in [(sums.lower, exact.lower), (sums.upper, exact.upper)] {
        #expect(value.isContained(in: sum))
        let bound = Double.exp2(16 - Double(precision)) * (1 + value.approximation.magnitude)
        #expect(sum.radius.upperBound <= bound)
      }
    }
  }

  @Test(arguments: sets.indices) func `in doubles agree with balls`(index: Int) {
    let (weights, arguments) = Self.sets[index]
    let exact = tailSums(weights.map { Ball($0) }, arguments.map { Ball($0) })
    let sums = tailSums(weights.map { Double($0) }, arguments.map { Double($0) })
    let reach = arguments.map { $0.approximation.magnitude }.max() ?? 0
    for (sum, value) in [(sums.lower, exact.lower), (sums.upper, exact.upper)] {
      let error = (sum - value.approximation).magnitude
      // The tails carry (1 + u²) roundings; their logarithm carries its own.
      let roundings = 4 * (1 + reach * reach) + 4 * value.approximation.magnitude
      #expect(error <= roundings * Double.ulpOfOne)
    }
  }

  @Test func `enclose wide arguments on both sides of zero`() {
    let half = Ball(Rational(1, 2))
    let wide = Ball(midpoint: half, radius: Ball(1))
    let sums = tailSums([half, half], [wide, Ball(30)])
    for end in [Rational(-1, 2), 0, Rational(3, 2)] {
      let exact = termByTerm([half, half], [Ball(end), Ball(30)])
      #expect(exact.lower.isContained(in: sums.lower))
      #expect(exact.upper.isContained(in: sums.upper))
    }
  }

  @Test func `are not finite where an argument is not, and never crash`() {
    let nowhere = Ball.log(Ball.zero)
    let sums = tailSums([Ball(1)], [nowhere])
    #expect(sums.lower.isPositive != .holds)
    let far = tailSums([Ball(1)], [Ball(exactly: 1e200)])
    #expect(far.upper.isPositive == .fails || far.upper.isPositive == .undecided)
  }
}
