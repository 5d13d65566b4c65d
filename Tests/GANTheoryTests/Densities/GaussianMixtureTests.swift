import GANTheory
import RealModule
import Scalars
import Testing

@Suite struct `Gaussian mixtures` {
  private func mixture(_ text: Substring) -> (GaussianMixture<Double>, Double) {
    let (modes, deviation, rest) = ReferenceValues.line(text)
    return (
      GaussianMixture(modes: modes.map { [$0] }, standardDeviation: deviation), rest.first ?? .nan
    )
  }

  /// A log density, and the log of a tail, is a sum of terms as large as (distance/σ)²/2, each with a
  /// few roundings, and a rounded argument is amplified by the same amount.
  private func allowance(_ value: Double) -> Double {
    32 * Double.ulpOfOne * max(1, value.magnitude)
  }

  @Test func `agree with mpmath on densities and both tails`() throws {
    for row in try ReferenceValues.rows("logDensity") {
      let (mixture, y) = mixture(row.arguments[0])
      let value = try #require(mixture.logDensity(at: [y]))
      #expect((value - row.value).magnitude <= allowance(row.value))
    }
    for row in try ReferenceValues.rows("logCDF") {
      let (mixture, y) = mixture(row.arguments[0])
      #expect((mixture.logCDF(y) - row.value).magnitude <= allowance(row.value))
    }
    for row in try ReferenceValues.rows("logUpperTail") {
      let (mixture, y) = mixture(row.arguments[0])
      #expect((mixture.logUpperTail(y) - row.value).magnitude <= allowance(row.value))
    }
  }

  /// Where the logarithms of the terms have ulps larger than 1, only their order is known, and shares of
  /// sum 1 still make a mean of pulls that hardly differ.
  @Test(arguments: [1e3, 1e8, 1e12, 9e18, 1e100]) func `have scores as far out as doubles reach`(
    distance: Double
  ) throws {
    let mixture: GaussianMixture<Double> = TableTwoCase.concentrated.data()
    let score = try #require(mixture.score(at: [-distance, 0.25 * distance]))
    // σ² = 1/10 has a rounded root; modes are one away.
    for (found, expected) in zip(score, [10 * distance, -2.5 * distance]) {
      #expect((found - expected).magnitude <= 10 + 8 * expected.ulp)
    }
  }

  @Test func `have scores that are the gradients of their log densities`() throws {
    let parameters = try MixtureParameters(
      weights: [Rational(1, 3), Rational(2, 3)], means: [[0, 1, 2], [-1, 1, Rational(1, 2)]],
      standardDeviations: [Rational(1, 2), 2])
    let mixture = GaussianMixture<Ball>(parameters)
    let lifted = GaussianMixture<Jet<Ball>>(parameters)
    let point = [Ball(Rational(1, 3)), Ball(-1), Ball(2)]
    let score = try #require(mixture.score(at: point))
    let slope = gradient(at: point) { lifted.logDensity(at: $0) ?? .zero }
    for (left, right) in zip(score, slope) {
      #expect((left - right).containsZero)
      #expect((left - right).radius.upperBound < 1e-30)
    }
  }

  @Test func `invert their distribution function in both tails`() throws {
    let mixture = GaussianMixture<Double>(modes: [[-3], [0], [5]], standardDeviation: 0.4)
    for y in [-6.0, -3.2, -0.5, 0.1, 4.4, 9] {
      let (lower, upper) = (mixture.logCDF(y), mixture.logUpperTail(y))
      let found = try mixture.quantile(logLower: lower, logUpper: upper)
      // An error of some ulps in the log tail moves y by that over the slope of the log tail.
      let logDensity = try #require(mixture.logDensity(at: [y]))
      let slope = Double.exp(logDensity - min(lower, upper))
      let error = 64 * Double.ulpOfOne * max(1, min(lower, upper).magnitude)
      #expect((found - y).magnitude <= error / slope + 16 * Double.ulpOfOne * 9)
    }
  }

  @Test func `do not underflow a hundred standard deviations away`() throws {
    let mixture = GaussianMixture<Double>(modes: [[0, 0]], standardDeviation: 0.01)
    let value = try #require(mixture.logDensity(at: [1, 0]))
    let normalisation = Double.log(2 * Double.pi * 1e-4)
    #expect((value - (-5000 - normalisation)).magnitude <= 5000 * 8 * Double.ulpOfOne)
  }
}

@Suite struct `Mixture parameters` {
  @Test func `refuse what is not a mixture`() {
    #expect(throws: InputError.self) {
      try MixtureParameters(modes: [[0], [1]], standardDeviation: 0)
    }
    #expect(throws: InputError.self) { try MixtureParameters(modes: [], standardDeviation: 1) }
    #expect(throws: InputError.self) {
      try MixtureParameters(modes: [[0], [1, 2]], standardDeviation: 1)
    }
    #expect(throws: InputError.self) {
      try MixtureParameters(modes: [[1], [1]], standardDeviation: 1)
    }
    #expect(throws: InputError.self) {
      try MixtureParameters(
        weights: [Rational(1, 2), Rational(1, 3)], means: [[0], [1]], standardDeviations: [1, 1])
    }
  }

  @Test func `add up light weights, and refuse those whose sum leaves the machine integers`() throws
  {
    let light = Rational(1, 1_000_000_000_000_000)
    let parameters = try MixtureParameters(
      weights: [light, Rational(1) - light], means: [[0], [1]], standardDeviations: [1, 1])
    #expect(parameters.weights[1].numerator == 999_999_999_999_999)
    #expect(throws: InputError.self) {
      try MixtureParameters(
        weights: [Rational(1, 4_294_967_291), Rational(1, 4_294_967_279), Rational(1, 97)],
        means: [[0], [1], [2]], standardDeviations: [1, 1, 1])
    }
  }

  @Test func `accept weights that sum to one exactly`() throws {
    let parameters = try MixtureParameters(
      weights: [Rational(1, 3), Rational(2, 3)], means: [[0], [1]], standardDeviations: [1, 2])
    #expect(parameters.count == 2)
  }

  @Test func `accept weights of 1e-12 and refuse sums that are no machine fractions`() throws {
    let tiny = Rational(1, 1_000_000_000_000)
    let rest = Rational(999_999_999_999, 1_000_000_000_000)
    let parameters = try MixtureParameters(
      weights: [tiny, rest], means: [[0], [1]], standardDeviations: [1, 1])
    #expect(parameters.count == 2)
    let primes = [4_294_967_291, 4_294_967_279, 4_294_967_231]
    #expect(throws: InputError.self) {
      try MixtureParameters(
        weights: primes.map { Rational(1, $0) }, means: [[0], [1], [2]],
        standardDeviations: [1, 1, 1])
    }
  }

  @Test func `know their centre of symmetry`() throws {
    func centre(_ weights: [Rational], _ means: [Rational], _ deviations: [Rational]) throws
      -> Rational?
    {
      try MixtureParameters(
        weights: weights, means: means.map { [$0] }, standardDeviations: deviations
      ).centreOfSymmetry
    }
    let half = Rational(1, 2)
    #expect(try centre([1], [3], [2]) == 3)
    #expect(try centre([half, half], [0, 1], [1, 1]) == half)
    #expect(try centre([half, half], [-5, 3], [2, 2]) == -1)
    #expect(try centre([half, half], [-5, 3], [2, 1]) == nil)
    #expect(try centre([Rational(1, 3), Rational(2, 3)], [-5, 3], [1, 1]) == nil)
    #expect(try centre([Rational(1, 4), half, Rational(1, 4)], [0, 1, 2], [1, 3, 1]) == 1)
    #expect(try centre([Rational(1, 4), half, Rational(1, 4)], [0, 1, 3], [1, 3, 1]) == nil)
  }

  @Test func `merge components that coincide`() throws {
    let parameters = try MixtureParameters(
      weights: [Rational(1, 6), Rational(1, 2), Rational(1, 3)], means: [[1], [2], [1]],
      standardDeviations: [3, 3, 3])
    let merged = parameters.withoutRepetitions
    #expect(merged.weights == [Rational(1, 2), Rational(1, 2)])
    #expect(merged.means == [[1], [2]])
    let apart = try MixtureParameters(
      weights: [Rational(1, 2), Rational(1, 2)], means: [[1], [1]], standardDeviations: [3, 4])
    #expect(apart.withoutRepetitions == apart)
  }
}
