import GANTheory
import RealModule
import Scalars
import Testing

/// Derivatives by jets and by exact expressions against SymPy's, in
/// `Tests/ReferenceTables/derivatives.csv`.
@Suite struct `Derivatives against SymPy and flint` {
  private static let names = ["x₁", "x₂"]

  /// Routes to one number: all enclose the reference to 40 digits.
  private func agree(_ row: ReferenceValues.Row, _ routes: () throws -> [Ball]) rethrows {
    // Expanded expressions cancel where exponentials of both signs meet.
    try Ball.$precision.withValue(400) {
      for (index, enclosure) in try routes().enumerated() {
        #expect((enclosure - row.ball).containsZero, "\(row.key), route \(index): \(enclosure)")
        #expect(enclosure.certainDigits >= 40, "\(row.key), route \(index): \(enclosure)")
      }
    }
  }

  /// Configuration and point.
  private func place(
    _ row: ReferenceValues.Row
  ) throws -> (configuration: TableTwoCase, point: [Ball], values: [String: Ball]) {
    let configuration = try #require(Int(row.arguments[0]).flatMap(TableTwoCase.init))
    let point = try row.arguments[1...2].map { Ball(try ReferenceValues.fraction($0)) }
    return (configuration, point, Dictionary(uniqueKeysWithValues: zip(Self.names, point)))
  }

  @Test func `of Table 2's ratios are these`() throws {
    for row in try ReferenceValues.rows("ratio", of: "derivatives") {
      try agree(row) {
        let (configuration, point, values) = try place(row)
        let logRatio = try #require(AnyDensityPair<Ball>(configuration).logRatio(at: point))
        let derived = RatioDerivations.ratio(configuration).derived
        // Case 4 is printed with half the prefactor.
        let printed = RatioDerivations.ratio(configuration).printed
        let factor = Ball(configuration == .separated ? 2 : 1)
        return [
          .exp(logRatio), try derived.evaluated(at: values),
          factor * (try printed.evaluated(at: values)),
        ]
      }
    }
  }

  @Test func `of Table 2's ratios have these gradients`() throws {
    for row in try ReferenceValues.rows("ratioGradient", of: "derivatives") {
      let axis = try #require(Int(row.arguments[3]))
      try agree(row) {
        let (configuration, point, values) = try place(row)
        let derivation = RatioDerivations.gradient(configuration, axis: axis)
        let pair = AnyDensityPair<Jet<Ball>>(configuration)
        let slope = gradient(at: point) { .exp(pair.logRatio(at: $0) ?? .log(.zero)) }
        let factor = Ball(configuration == .separated ? 2 : 1)
        return [
          slope[axis], try derivation.derived.evaluated(at: values),
          factor * (try derivation.printed.evaluated(at: values)),
        ]
      }
    }
  }

  @Test func `of log d are these velocities`() throws {
    for row in try ReferenceValues.rows("velocity", of: "derivatives") {
      let axis = try #require(Int(row.arguments[3]))
      try agree(row) {
        let (configuration, point, values) = try place(row)
        let velocity = try #require(AnyDensityPair<Ball>(configuration).velocity(at: point))
        let pair = AnyDensityPair<Jet<Ball>>(configuration)
        let slope = gradient(at: point) { .log(pair.discriminator(at: $0) ?? .zero) }
        let ratio = RatioDerivations.ratio(configuration).derived
        let exact = Expression.log(ratio / (Expression(1) + ratio)).derivative(by: Self.names[axis])
        return [velocity[axis], slope[axis], try exact.evaluated(at: values)]
      }
    }
  }

  private func entry(_ key: Substring) -> (row: Int, column: Int) {
    (key.first == "x" ? 0 : 1, key.last == "x" ? 0 : 1)
  }

  @Test func `of log d are these Hessians`() throws {
    for row in try ReferenceValues.rows("velocityJacobian", of: "derivatives") {
      let (i, j) = entry(row.arguments[3])
      try agree(row) {
        let (configuration, point, values) = try place(row)
        let single = AnyDensityPair<Jet<Ball>>(configuration)
        let double = AnyDensityPair<Jet<Jet<Ball>>>(configuration)
        let velocity = jacobian(at: point) { single.velocity(at: $0) ?? [] }
        let second = hessian(at: point) { .log(double.discriminator(at: $0) ?? .zero) }
        let ratio = RatioDerivations.ratio(configuration).derived
        let exact = Expression.log(ratio / (Expression(1) + ratio))
          .derivative(by: Self.names[i]).derivative(by: Self.names[j])
        return [
          velocity[i][j], second[i][j], second[j][i], try exact.evaluated(at: values),
        ]
      }
    }
  }

  @Test func `of a mixture of two modes in the plane are these Hessians`() throws {
    let parameters = try MixtureParameters(
      weights: [Rational(1, 3), Rational(2, 3)], means: [[-1, Rational(1, 2)], [2, 0]],
      standardDeviations: [Rational(1, 2), Rational(3, 2)])
    let symbols: [Expression] = Self.names.map { .symbol($0) }
    let logDensity = try #require(GaussianMixture<Expression>(parameters).logDensity(at: symbols))
    let symbolic = hessian(at: symbols) {
      GaussianMixture<Jet<Jet<Expression>>>(parameters).logDensity(at: $0) ?? .zero
    }
    for row in try ReferenceValues.rows("logDensityHessian", of: "derivatives") {
      let (i, j) = entry(row.arguments[2])
      #expect(
        symbolic[i][j] == logDensity.derivative(by: Self.names[i]).derivative(by: Self.names[j]))
      try agree(row) {
        let point = try row.arguments[0...1].map { Ball(try ReferenceValues.fraction($0)) }
        let values = Dictionary(uniqueKeysWithValues: zip(Self.names, point))
        let lifted = GaussianMixture<Jet<Jet<Ball>>>(parameters)
        let second = hessian(at: point) { lifted.logDensity(at: $0) ?? .zero }
        return [second[i][j], try symbolic[i][j].evaluated(at: values)]
      }
    }
  }

  @Test func `of Theorem 3_3's densities give its right-hand side`() throws {
    for row in try ReferenceValues.rows("rate33", of: "derivatives") {
      try agree(row) {
        let numbers = try row.arguments.map { Ball(try ReferenceValues.fraction($0)) }
        let values = Dictionary(uniqueKeysWithValues: zip(["μ", "σ", "g′", "g‴"], numbers))
        let derivation = SteepnessDerivations.rate
        return [
          try derivation.derived.evaluated(at: values),
          try derivation.printed.evaluated(at: values),
        ]
      }
    }
  }

  @Test func `of appendix B's f are these curvatures`() throws {
    for row in try ReferenceValues.rows("divergenceCurvature", of: "derivatives") {
      try agree(row) {
        let u = Ball(try ReferenceValues.fraction(row.arguments[0]))
        let curvature = DivergenceDerivations.curvature
        return [
          NonSaturatingDivergence.generator(Jet.variable(at: u, order: 2)).derivative(2),
          try curvature.derived.evaluated(at: ["r": u]),
          try curvature.printed.evaluated(at: ["r": u]),
        ]
      }
    }
  }
}
