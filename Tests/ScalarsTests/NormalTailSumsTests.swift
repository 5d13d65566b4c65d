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

  /// Modes at many distances, one of them wide, one of little weight, in no order.
  private static let mixtures: [[(weight: Rational, mean: Rational, deviation: Rational)]] = [
    (0..<40).map { (Rational(1, 40), Rational(7 * $0 + $0 * $0 / 9), 1) },
    (0..<30).map { (Rational(1, 30), Rational(40 - 3 * $0), Rational(3, 10)) },
    [
      (Rational(1, 4), 300, 1), (Rational(1, 2), -200, 40), (Rational(1, 8), 0, Rational(1, 100)),
      (Rational(1, 8), 301, 2),
    ],
    [(Rational(999_999_999, 1_000_000_000), 0, 1), (Rational(1, 1_000_000_000), 60, 1)],
    [(1, 5, 2)],
  ]

  @Test(arguments: mixtures.indices, [64, 192])
  func `at several points enclose the same numbers as narrowly`(index: Int, precision: Int) {
    let mixture = Self.mixtures[index]
    let points = [-60, Rational(-1, 2), Rational(7, 2), 7, 30, Rational(75, 2), 250, 300, 700]
    func components() -> [(weight: Ball, mean: Ball, deviation: Ball)] {
      mixture.map { (Ball($0.weight), Ball($0.mean), Ball($0.deviation)) }
    }
    Ball.$precision.withValue(precision) {
      let sums = Ball.logNormalTailSums(of: components(), at: points.map { Ball($0) })
      for (sum, point) in zip(sums, points) {
        let exact = Ball.$precision.withValue(4 * precision) {
          let parts = components()
          return termByTerm(
            parts.map(\.weight), parts.map { (Ball(point) - $0.mean) / $0.deviation })
        }
        for (sum, value) in [(sum.lower, exact.lower), (sum.upper, exact.upper)] {
          #expect(value.isContained(in: sum))
          let bound = Double.exp2(16 - Double(precision)) * (1 + value.approximation.magnitude)
          #expect(sum.radius.upperBound <= bound)
        }
      }
    }
  }

  @Test func `at wide points enclose what they have at both ends`() {
    let components = Self.mixtures[0].map { (Ball($0.weight), Ball($0.mean), Ball($0.deviation)) }
    let wide = Ball(midpoint: Ball(20), radius: Ball(30))
    let sums = Ball.logNormalTailSums(of: components, at: [wide])[0]
    for end in [Ball(-10), Ball(20), Ball(50)] {
      let exact = Ball.logNormalTailSums(of: components, at: [end])[0]
      // A sum of wide balls may meet 0, whose logarithm is the whole line.
      #expect(!sums.lower.isFinite || exact.lower.isContained(in: sums.lower))
      #expect(!sums.upper.isFinite || exact.upper.isContained(in: sums.upper))
    }
  }
}

/// The series about the centre against the tails at many more bits.
@Suite struct `Normal masses` {
  private static let centres: [Rational] = [0, Rational(-1, 3), 1, Rational(-13, 10), 6, -20]
  private static let reaches: [Rational] = [
    Rational(1, 1_000_000_000_000), Rational(1, 30), Rational(-1, 30), Rational(3, 10), 1, 5,
  ]

  @Test(arguments: centres.indices, [53, 192, 700])
  func `are enclosed to the last digits, however short`(index: Int, precision: Int) {
    for reach in Self.reaches {
      Ball.$precision.withValue(precision) {
        let centre = Self.centres[index]
        let mass = Ball.normalMass(around: Ball(centre), reach: Ball(reach))
        let exact = Ball.$precision.withValue(3 * precision + 1400) {
          Ball.normalMass(from: Ball(centre) - Ball(reach), to: Ball(centre) + Ball(reach))
        }
        #expect(exact.isContained(in: mass))
        let size = exact.approximation.magnitude
        #expect(mass.radius.upperBound <= Double.exp2(16 - Double(precision)) * size)
      }
    }
  }

  @Test func `of an uncertain centre enclose those of its ends`() {
    for radius in [Rational(1, 1000), Rational(1, 3)] {
      let wide = Ball(midpoint: Ball(1), radius: Ball(radius))
      let mass = Ball.normalMass(around: wide, reach: Ball(Rational(1, 4)))
      for end in [Ball(1) - Ball(radius), Ball(1), Ball(1) + Ball(radius)] {
        #expect(
          Ball.normalMass(around: end, reach: Ball(Rational(1, 4))).isContained(in: mass))
      }
    }
  }

  @Test func `are zero within no reach`() {
    #expect(Ball.normalMass(around: Ball(Rational(1, 3)), reach: .zero).isExactZero)
  }

  @Test func `have no value where the centre has none`() {
    #expect(!Ball.normalMass(around: Ball.log(Ball.zero), reach: Ball(1)).isFinite)
  }
}
