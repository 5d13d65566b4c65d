import GANTheory
import NumericKernel
import RealModule
import Scalars
import Testing

@Suite struct `Quantiles of mixtures in balls` {
  private func mixture(_ weights: [Rational], _ means: [Rational], _ deviations: [Rational])
    throws -> GaussianMixture<Ball>
  {
    GaussianMixture<Ball>(
      try MixtureParameters(
        weights: weights, means: means.map { [$0] }, standardDeviations: deviations))
  }

  private let half = Rational(1, 2)
  private let tiny = Rational(1, 1_000_000_000_000)
  private let rest = Rational(999_999_999_999, 1_000_000_000_000)

  @Test(arguments: [3, 10, 100, 1000])
  func `undo the distribution function at every gap, in both tails`(gap: Int) throws {
    let mixture = try mixture([half, half], [0, Rational(gap)], [1, 1])
    for y in [-40, -8, -1, 0, 1, gap - 1, gap, gap + 2, gap + 40] {
      let point = Ball(Rational(3 * y + 1, 3))
      let quantile = mixture.quantile(
        logLower: mixture.logCDF(point), logUpper: mixture.logUpperTail(point))
      #expect((quantile - point).containsZero)
      #expect(quantile.radius.upperBound < 1e-30 * Double(gap + 40))
    }
  }

  @Test(arguments: [128, 512, 4096])
  func `are as narrow as the precision allows`(bits: Int) throws {
    try Ball.$precision.withValue(bits) {
      let mixture = try mixture([Rational(1, 3), Rational(2, 3)], [0, 5], [1, 2])
      let point = Ball(Rational(7, 3))
      let quantile = mixture.quantile(
        logLower: mixture.logCDF(point), logUpper: mixture.logUpperTail(point))
      #expect((quantile - point).containsZero)
      #expect(quantile.certainDigits >= Int(Double(bits - 24) * 0.3))
    }
  }

  @Test func `reach 1e-300 and its complement, with weights of 1e-12`() throws {
    let mixture = try mixture([tiny, rest], [0, 20], [1, half])
    let logTiny = Ball(-300) * Ball.log(Ball(10))
    let complement = Ball.log(.zero - .expMinusOne(logTiny))
    let low = mixture.quantile(logLower: logTiny, logUpper: complement)
    let high = mixture.quantile(logLower: complement, logUpper: logTiny)
    for (quantile, tail) in [(low, mixture.logCDF(low)), (high, mixture.logUpperTail(high))] {
      #expect(quantile.isFinite)
      #expect(quantile.radius.upperBound < 1e-30)
      #expect((tail - logTiny).containsZero)
    }
    // The light mode decides the lower tail, the heavy one the upper.
    #expect(low.approximation < -36 && low.approximation > -37)
    #expect(high.approximation > 38 && high.approximation < 39)
  }

  @Test func `enclose the whole plateau where the precision cannot tell it apart`() throws {
    let mixture = try mixture([half, half], [0, 100], [1, 1])
    let median = Ball.log(Ball(half))
    let coarse = mixture.quantile(logLower: median, logUpper: median)
    #expect(Ball(50).isContained(in: coarse))
    #expect(coarse.isFinite && coarse.radius.upperBound > 30 && coarse.radius.upperBound < 50)
    try Ball.$precision.withValue(4096) {
      let mixture = try self.mixture([half, half], [0, 100], [1, 1])
      let median = Ball.log(Ball(half))
      let fine = mixture.quantile(logLower: median, logUpper: median)
      #expect(Ball(50).isContained(in: fine))
      #expect(fine.radius.upperBound < 1e-200)
    }
  }

  @Test func `enclose the quantiles of a wide target and little more`() throws {
    let mixture = try mixture([Rational(1, 3), Rational(2, 3)], [0, 4], [1, 1])
    let (from, to) = (Ball(Rational(-3, 2)), Ball(-2))
    func quantile(_ logLower: Ball) -> Ball {
      mixture.quantile(logLower: logLower, logUpper: .log(.zero - .expMinusOne(logLower)))
    }
    let wide = quantile(Ball.hull(from, to))
    #expect(quantile(from).isContained(in: wide) && quantile(to).isContained(in: wide))
    for step in 0...10 {
      #expect(quantile(from + (to - from) * Ball(Rational(step, 10))).isContained(in: wide))
    }
    let exact = (quantile(from) - quantile(to)) / Ball(2)
    #expect((wide.radius / exact).upperBound < 1.000_001)
  }

  @Test func `know nothing of what is not a probability`() throws {
    let mixture = try mixture([half, half], [0, 4], [1, 1])
    for logLower in [Ball.wholeLine, Ball.zero, Ball(1), Ball(exactly: -.infinity)] {
      #expect(!mixture.quantile(logLower: logLower, logUpper: Ball(2)).isFinite)
    }
    let up = Ball.hull(Ball(-1), Ball(1))
    #expect(!mixture.quantile(logLower: up, logUpper: Ball(2)).isFinite)
  }

  @Test(arguments: 1...20)
  func `hold the points of random mixtures`(seed: UInt64) throws {
    let stream = RandomStream(seed: seed, name: "quantile")
    let count = 1 + Int(stream.uniform() * 6)
    let shares = (0..<count).map { _ in 1 + Int(stream.uniform() * 1000) }
    let mixture = try mixture(
      shares.map { Rational($0, shares.reduce(0, +)) },
      (0..<count).map { _ in Rational(Int(stream.uniform() * 1000) - 500, 7) },
      (0..<count).map { _ in Rational(1 + Int(stream.uniform() * 30), 10) })
    for _ in 0..<10 {
      let point = Ball(exactly: stream.uniform() * 200 - 100)
      let quantile = mixture.quantile(
        logLower: mixture.logCDF(point), logUpper: mixture.logUpperTail(point))
      #expect(point.isContained(in: quantile), "seed \(seed), \(point)")
    }
  }
}

@Suite struct `The monotone map in balls` {
  private let map = MeasurePreservingMap<Ball>(
    to: GaussianMixture(modes: [[Ball(-2)], [Ball(2)]], standardDeviation: Ball(Rational(1, 2))))

  @Test func `undoes its inverse and encloses the double`() throws {
    let doubles = MeasurePreservingMap<Double>(
      to: GaussianMixture(modes: [[-2], [2]], standardDeviation: 0.5))
    for latent in [-30.0, -5, -1, 0.25, 2, 8] {
      let output = map.value(at: Ball(exactly: latent))
      #expect((map.latent(at: output) - Ball(exactly: latent)).containsZero)
      #expect(output.radius.upperBound < 1e-30 * max(1, latent.magnitude))
      let rounded = try doubles.value(at: latent)
      #expect(
        (output.approximation - rounded).magnitude
          <= 1e-12 * max(1, rounded.magnitude))
    }
  }

  @Test func `increases, so a wide latent has the hull of its ends`() {
    let wide = map.value(at: Ball.hull(Ball(-1), Ball(1)))
    #expect(map.value(at: Ball(-1)).isContained(in: wide))
    #expect(map.value(at: Ball(1)).isContained(in: wide))
    #expect((wide.radius - map.value(at: Ball(1))).magnitude.upperBound < 1e-7)
    #expect(!map.value(at: .wholeLine).isFinite)
  }

  @Test func `has a steepness that two routes agree on`() {
    for latent in [-3, -1, 1, 2] {
      let point = Ball(Rational(latent, 2))
      let byLatent = map.logSteepness(atLatent: point)
      let byOutput = map.logSteepness(atOutput: map.value(at: point))
      #expect((byLatent - byOutput).containsZero)
      #expect(byLatent.radius.upperBound < 1e-25)
    }
  }
}
