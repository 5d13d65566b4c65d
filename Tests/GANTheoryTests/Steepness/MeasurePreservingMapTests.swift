import GANTheory
import RealModule
import Scalars
import Testing

@Suite struct `The monotone map` {
  private func map(_ text: Substring) -> (MeasurePreservingMap<Double>, Double) {
    let (modes, deviation, rest) = ReferenceValues.line(text)
    let mixture = GaussianMixture<Double>(
      modes: modes.map { [$0] }, standardDeviation: deviation)
    return (MeasurePreservingMap(to: mixture), rest.first ?? .nan)
  }

  /// The log of the smaller tail has an error of some ulps of max(1, its size), which moves z by that over
  /// the slope of log Φ there; and z is rounded itself.
  private func latentAllowance(
    _ map: MeasurePreservingMap<Double>, _ output: Double, _ latent: Double
  ) -> Double {
    let logTail = min(map.target.logCDF(output), map.target.logUpperTail(output))
    let slope = Double.exp(Double.logNormalDensity(latent) - logTail)
    return 64 * Double.ulpOfOne * (max(1, logTail.magnitude) / slope + latent.magnitude)
  }

  @Test func `agrees with mpmath on latent points and steepness`() throws {
    for row in try ReferenceValues.rows("latent") {
      let (map, y) = map(row.arguments[0])
      #expect((map.latent(at: y) - row.value).magnitude <= latentAllowance(map, y, row.value))
    }
    for row in try ReferenceValues.rows("logSteepness") {
      let (map, y) = map(row.arguments[0])
      let value = map.logSteepness(atOutput: y)
      // z enters as z²/2: its error is multiplied by z. The two log densities round like their sizes.
      let latent = map.latent(at: y)
      let logDensity = try #require(map.target.logDensity(at: [y]))
      let rounding = 32 * Double.ulpOfOne * (1 + latent * latent + logDensity.magnitude)
      #expect(
        (value - row.value).magnitude
          <= rounding + latent.magnitude * latentAllowance(map, y, latent))
    }
  }

  @Test func `undoes its inverse`() throws {
    let map = MeasurePreservingMap<Double>(
      to: GaussianMixture(modes: [[-2], [2]], standardDeviation: 0.5))
    for latent in [-30.0, -5, -1, 0.25, 2, 8] {
      let output = try map.value(at: latent)
      #expect((map.latent(at: output) - latent).magnitude <= 1e-12 * max(1, latent.magnitude))
    }
  }

  @Test func `is the identity scaled for a single mode`() throws {
    let map = MeasurePreservingMap<Double>(
      to: GaussianMixture(modes: [[3]], standardDeviation: 0.5))
    #expect(try map.value(at: 2) == 4)
    #expect(map.logSteepness(atOutput: 3.7).isApproximatelyEqual(to: Double.log(0.5)))
  }

  @Test func `is steepest at the middle of two modes, by the closed form`() throws {
    let map = MeasurePreservingMap<Double>(
      to: GaussianMixture(modes: [[-2], [2]], standardDeviation: 0.5))
    let steepest = try map.steepest()
    let closed = Double.log(0.5) + 8
    #expect((steepest.logSteepness - closed).magnitude <= 16 * Double.ulpOfOne * closed)
    #expect(steepest.output.magnitude < 1e-6)
  }
}

@Suite struct `Bounds on steepness` {
  @Test func `of Theorem 3.1 agree with mpmath`() throws {
    for row in try ReferenceValues.rows("logPrinted31") {
      let (modes, deviation, _) = ReferenceValues.line(row.arguments[0])
      let bound = LineBound(modes: modes, standardDeviation: deviation)
      #expect((bound.logPrinted - row.value).magnitude <= 1e-14 * max(1, row.value.magnitude))
      let certified = LineBound(
        modes: modes.map { Ball(exactly: $0) }, standardDeviation: Ball(Rational("\(deviation)")!))
      #expect((certified.logPrinted - Ball(exactly: row.value)).approximation.magnitude < 1e-12)
    }
  }

  @Test func `of Theorem 3.1 are ordered: printed, sharpened, attained`() {
    let bound = LineBound<Ball>(modes: [0, 7, 20, 27].map { Ball($0) }, standardDeviation: Ball(1))
    #expect((bound.logSharpened - bound.logPrinted).isPositive == .holds)
    #expect((bound.logAtMidpoints - bound.logSharpened).isPositive == .holds)
  }

  @Test func `of Theorem 3.2 agree with mpmath, whose maximum over λ is a scan`() throws {
    for row in try ReferenceValues.rows("logPrinted32") {
      let modes = row.arguments[0].split(separator: ";").map {
        $0.split(separator: " ").compactMap { Double($0) }
      }
      let bound = SpaceBound(
        modes: modes, standardDeviation: Double(row.arguments[1])!,
        radius: Double(row.arguments[2])!)
      #expect((bound.logPrinted - row.value).magnitude <= 1e-13 * max(1, row.value.magnitude))
    }
  }

  @Test func `survive gaps at which exponentials overflow`() {
    let bound = LineBound<Double>(modes: [-1000, 1000], standardDeviation: 1)
    #expect(bound.logPrinted == 500_000)
    #expect(bound.logAtMidpoints.isFinite)
  }
}

@Suite struct `Spectral norms` {
  @Test func `in the plane agree with the singular value decomposition`() throws {
    for matrix in [
      [[3.0, 1], [-2, 0.5]], [[0, 0], [0, 0]], [[1, 2], [2, 4]], [[1e-9, 1], [0, 1e-9]],
    ] {
      let flat = matrix.flatMap { $0 }
      let reference = try spectralNorm(rowMajor: flat, rows: 2, columns: 2)
      #expect(
        (planarSpectralNorm(matrix) - reference).magnitude <= 16 * Double.ulpOfOne * reference)
    }
  }
}
