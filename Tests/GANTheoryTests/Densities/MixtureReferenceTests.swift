import GANTheory
import RealModule
import Scalars
import Testing

/// Mixtures with wide gaps, light modes and many modes against `Tests/ReferenceTables/mixtures.csv`.
@Suite struct `Mixtures against mpmath and flint` {
  /// A mixture and a point, as the table names them.
  private struct Place {
    let parameters: MixtureParameters
    let point: Rational
    let row: ReferenceValues.Row

    init(_ row: ReferenceValues.Row) throws {
      self.row = row
      point = try ReferenceValues.fraction(row.arguments[1])
      let text = row.arguments[0]
      if text.contains(":") {
        let parts = try text.split(separator: ";").map {
          try $0.split(separator: ":").map(ReferenceValues.fraction)
        }
        parameters = try MixtureParameters(
          weights: parts.map { $0[0] }, means: parts.map { [$0[1]] },
          standardDeviations: parts.map { $0[2] })
      } else {
        let modes = try ReferenceValues.modes(text)
        parameters = try MixtureParameters(modes: modes.map { [$0] }, standardDeviation: 1)
      }
    }

    func mixture<S: Scalar>() -> GaussianMixture<S> { GaussianMixture(parameters) }
    func map<S: Scalar>() -> MeasurePreservingMap<S> { MeasurePreservingMap(to: mixture()) }
    /// Enclosures of thousands of modes take too long for a debug build.
    var isSmall: Bool { parameters.count <= 10 || (parameters.count == 1000 && point < 10) }
  }

  private static func places(_ quantity: String) throws -> [Place] {
    try ReferenceValues.rows(quantity, of: "mixtures").map(Place.init)
  }

  /// How far rounding may move a logarithm of a sum over the modes in doubles: a few roundings of terms of
  /// its size, one of every partial sum, and that of the point times the slope.
  private func allowance(_ place: Place, slope: Double) -> Double {
    let size = max(1, place.row.value.magnitude) + Double(place.parameters.count) / 32
    return 32 * Double.ulpOfOne * size + place.point.approximation.magnitude.ulp * slope.magnitude
  }

  private func enclose(_ place: Place, _ value: () -> Ball) {
    guard place.isSmall else { return }
    Ball.$precision.withValue(256) {
      let enclosure = value()
      #expect((enclosure - place.row.ball).containsZero, "\(place.row.key): \(enclosure)")
      let size = max(1, place.row.value.magnitude)
      #expect(enclosure.radius.upperBound <= 1e-50 * size, "\(place.row.key): \(enclosure)")
    }
  }

  @Test func `have these log densities`() throws {
    for place in try Self.places("logDensity") {
      let (mixture, y) = (place.mixture() as GaussianMixture<Double>, Double(place.point))
      let value = try #require(mixture.logDensity(at: [y]))
      let slope = try #require(mixture.score(at: [y]))[0]
      let error = (value - place.row.value).magnitude
      #expect(error <= allowance(place, slope: slope), "\(place.row.key)")
      enclose(place) {
        (place.mixture() as GaussianMixture<Ball>).logDensity(at: [Ball(place.point)])
          ?? .log(.zero)
      }
    }
  }

  @Test func `have these scores`() throws {
    for place in try Self.places("score") {
      let (mixture, y) = (place.mixture() as GaussianMixture<Double>, Double(place.point))
      let total = try #require(mixture.logDensity(at: [y]))
      // Shares carry the errors of the exponents; the pulls are weighted by them.
      var (pull, bend) = (0.0, 0.0)
      for component in mixture.components {
        let variance = component.standardDeviation * component.standardDeviation
        let z = (y - component.mean[0]) / component.standardDeviation
        let logTerm =
          Double.log(component.weight / component.standardDeviation) + Double.logNormalDensity(z)
        let share = Double.exp(logTerm - total)
        pull += share * (y - component.mean[0]).magnitude / variance
        bend += share * (1 + z * z) / variance
      }
      let exponents = max(1, total.magnitude) + Double(mixture.components.count) / 32
      let allowance = 16 * Double.ulpOfOne * exponents * pull + y.ulp * bend
      let score = try #require(mixture.score(at: [y]))[0]
      #expect((score - place.row.value).magnitude <= allowance, "\(place.row.key)")
      enclose(place) {
        (place.mixture() as GaussianMixture<Ball>).score(at: [Ball(place.point)])?[0] ?? .log(.zero)
      }
    }
  }

  @Test func `have these distribution functions, from both sides`() throws {
    for isUpper in [false, true] {
      for place in try Self.places(isUpper ? "logUpperTail" : "logCDF") {
        let (mixture, y) = (place.mixture() as GaussianMixture<Double>, Double(place.point))
        let value = isUpper ? mixture.logUpperTail(y) : mixture.logCDF(y)
        let logDensity = try #require(mixture.logDensity(at: [y]))
        let error = (value - place.row.value).magnitude
        let allowed = allowance(place, slope: Double.exp(logDensity - value))
        #expect(error <= allowed, "\(place.row.key): \(value)")
        enclose(place) {
          let mixture: GaussianMixture<Ball> = place.mixture()
          let y = Ball(place.point)
          return isUpper ? mixture.logUpperTail(y) : mixture.logCDF(y)
        }
      }
    }
  }

  /// The error of z from that of the log of the smaller tail, from the rounding of y, and its own.
  private func latentAllowance(
    _ map: MeasurePreservingMap<Double>, _ y: Double, _ z: Double
  ) throws -> Double {
    let logTail = min(map.target.logCDF(y), map.target.logUpperTail(y))
    let count = Double(map.target.components.count)
    let slope = Double.exp(Double.logNormalDensity(z) - logTail)
    let rounding = 64 * Double.ulpOfOne * (max(1, logTail.magnitude) + count / 64) / slope
    let steepness = map.logSteepness(atOutput: y)
    return rounding + 64 * Double.ulpOfOne * z.magnitude + y.ulp * Double.exp(-steepness)
  }

  @Test func `have these latent points`() throws {
    for place in try Self.places("latent") {
      let (map, y) = (place.map() as MeasurePreservingMap<Double>, Double(place.point))
      let allowance = try latentAllowance(map, y, place.row.value)
      let error = (map.latent(at: y) - place.row.value).magnitude
      #expect(error <= allowance, "\(place.row.key): \(map.latent(at: y))")
      enclose(place) {
        (place.map() as MeasurePreservingMap<Ball>).latent(at: Ball(place.point))
      }
    }
  }

  @Test func `have this steepness`() throws {
    for place in try Self.places("logSteepness") {
      let (map, y) = (place.map() as MeasurePreservingMap<Double>, Double(place.point))
      let z = map.latent(at: y)
      let logDensity = try #require(map.target.logDensity(at: [y]))
      let score = try #require(map.target.score(at: [y]))[0]
      let count = Double(map.target.components.count)
      let rounding = 32 * Double.ulpOfOne * (1 + z * z + logDensity.magnitude + count / 32)
      let allowance =
        rounding + z.magnitude * (try latentAllowance(map, y, z)) + y.ulp * score.magnitude
      let value = map.logSteepness(atOutput: y)
      #expect((value - place.row.value).magnitude <= allowance, "\(place.row.key): \(value)")
      enclose(place) {
        (place.map() as MeasurePreservingMap<Ball>).logSteepness(atOutput: Ball(place.point))
      }
    }
  }
}
