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

  private func printedRatio(_ configuration: TableTwoCase) throws -> Expression {
    try #require(
      configuration.printedRatio.ratio(at: point(configuration), modes: configuration.modes()))
  }

  @Test(arguments: [TableTwoCase.concentrated, .covering, .singleMode])
  func `of cases 1 to 3 are the quotients of the densities`(configuration: TableTwoCase) throws {
    let derived = try derivedRatio(configuration)
    #expect(try derived == printedRatio(configuration))
    #expect(Expression.equality(derived, try printedRatio(configuration)) == .holds)
    let control = derived * Expression(Rational(1001, 1000))
    #expect(Expression.equality(control, try printedRatio(configuration)) == .fails)
  }

  @Test func `of case 4 is half of the quotient of the densities`() throws {
    let derived = try derivedRatio(.separated)
    let printed = try printedRatio(.separated)
    #expect(derived / printed == Expression(2))
    #expect(Expression.equality(derived, printed) == .fails)
  }
}

@Suite struct `Printed gradients, exactly` {
  private let coordinates: [Expression] = [.symbol("x₁"), .symbol("x₂")]

  @Test(arguments: [TableTwoCase.concentrated, .singleMode, .separated])
  func `are the derivatives of the printed ratios`(configuration: TableTwoCase) throws {
    let form = configuration.printedRatio
    let ratio = try #require(form.ratio(at: coordinates, modes: configuration.modes()))
    let printed = try #require(form.ratioGradient(at: coordinates, modes: configuration.modes()))
    for (name, slope) in zip(["x₁", "x₂"], printed) {
      #expect(ratio.derivative(by: name) == slope)
      #expect(Expression.equality(ratio.derivative(by: name) + ratio, slope) == .fails)
    }
  }

  @Test func `divided by r(1 + r) are the velocity of particles`() throws {
    let pair = AnyDensityPair<Expression>(.concentrated)
    let ratio = Expression.exp(try #require(pair.logRatio(at: coordinates)))
    let velocity = try #require(pair.velocity(at: coordinates))
    for (name, component) in zip(["x₁", "x₂"], velocity) {
      let field = ratio.derivative(by: name) / (ratio * (Expression(1) + ratio))
      #expect(field == component)
      #expect(Expression.equality(field * ratio, component) == .fails)
    }
  }
}

@Suite struct `Equation of steepness, exactly` {
  private let offset = Expression.symbol("μ", isPositive: true)
  private let deviation = Expression.symbol("σ", isPositive: true)
  private let slope = Expression.symbol("k", isPositive: true)
  private let third = Expression.symbol("g‴")

  /// (log d)″(0)·g′(0) for d = p/(p + p_g) and p_g the push-forward of N(0, 1) by k·z + g‴·z³/6.
  private func derivedRate() throws -> Expression {
    typealias Series = Jet<Expression>
    let x = Series.variable(at: .zero, order: 3)
    var inverse = Series(constant: Expression(1) / slope) * x
    for _ in 0..<2 {
      let cubic = Series(constant: third / Expression(6)) * inverse * inverse * inverse
      inverse = (x - cubic) / Series(constant: slope)
    }
    let generated = Series.normalDensity(inverse) * inverse.differentiated
    let data = GaussianMixture<Series>(
      modes: [[Series(constant: -offset)], [Series(constant: offset)]],
      standardDeviation: Series(constant: deviation))
    let real = Series.exp(try #require(data.logDensity(at: [x])))
    return Series.log(real / (real + generated)).derivative(2) * slope
  }

  @Test func `of Theorem 3_3 is what the push-forward gives`() throws {
    let printed = SteepnessODE(modeOffset: offset, standardDeviation: deviation)
      .printedRate(steepness: slope, thirdDerivative: third)
    let derived = try derivedRate()
    #expect(derived == printed)
    // The exponent μ²/σ² of the proof's last line, in place of μ²/2σ².
    let doubled = SteepnessODE(
      modeOffset: Expression.sqrt(Expression(2)) * offset, standardDeviation: deviation
    ).printedRate(steepness: slope, thirdDerivative: third)
    #expect(Expression.equality(derived, doubled) == .fails)
  }

  @Test func `in logarithmic form is the printed one over k`() {
    let ode = SteepnessODE(modeOffset: offset, standardDeviation: deviation)
    let logarithmic = ode.logarithmicRate(
      logSteepness: .log(slope), relativeThirdDerivative: third / slope)
    let printed = ode.printedRate(steepness: slope, thirdDerivative: third)
    #expect(logarithmic * slope == printed)
    #expect(Expression.equality(logarithmic, printed) == .fails)
  }

  @Test func `without a third derivative integrates to the stated time`() {
    let ode = SteepnessODE(modeOffset: offset, standardDeviation: deviation)
    let time = ode.time(from: Expression.symbol("k₀", isPositive: true), to: slope)
    let rate = ode.printedRate(steepness: slope, thirdDerivative: .zero)
    #expect(Expression.equality(time.derivative(by: "k") * rate, Expression(1)) == .holds)
    #expect(Expression.equality(time.derivative(by: "k"), rate) == .fails)
  }
}

@Suite struct `Hessian of the linear discriminator, exactly` {
  @Test func `is the Jacobian of the velocity`() {
    let mode: [Expression] = [.symbol("m₁"), .symbol("m₂")]
    let point: [Expression] = [.symbol("x₁"), .symbol("x₂")]
    let deviation = Expression.symbol("σ", isPositive: true)
    let linear = LinearDiscriminator(mode: mode, standardDeviation: deviation)
    let hessian = linear.hessianOfLog(at: point)
    let derived = jacobian(at: point) {
      LinearDiscriminator(
        mode: mode.map { Jet(constant: $0) }, standardDeviation: Jet(constant: deviation)
      ).velocity(at: $0)
    }
    let constant = { (value: Expression) in Jet(constant: Jet(constant: value)) }
    let twice = Scalars.hessian(at: point) {
      .log(
        LinearDiscriminator(mode: mode.map(constant), standardDeviation: constant(deviation))
          .value(at: $0))
    }
    let names = ["x₁", "x₂"]
    let logarithm = Expression.log(linear.value(at: point))
    for row in 0..<2 {
      for column in 0..<2 {
        #expect(hessian[row][column] == derived[row][column])
        #expect(hessian[row][column] == twice[row][column])
        let second = logarithm.derivative(by: names[row]).derivative(by: names[column])
        #expect(hessian[row][column] == second)
        let control = derived[row][column] + linear.distance(to: point)
        #expect(Expression.equality(hessian[row][column], control) == .fails)
      }
    }
  }
}

@Suite struct `Hessian of a mixture, exactly` {
  private let point: [Expression] = [.symbol("x₁"), .symbol("x₂")]
  private let weight = Expression.symbol("w", above: 0, below: 1)
  private let mode: [Expression] = [.symbol("m₁"), .symbol("m₂")]
  private let deviation = Expression.symbol("σ", isPositive: true)

  /// Modes at 0 and at m with weights 1 − w and w.
  private func mixture<S: Scalar>(_ transform: (Expression) -> S) -> GaussianMixture<S> {
    GaussianMixture(components: [
      .init(
        weight: transform(Expression(1) - weight), mean: [.zero, .zero],
        standardDeviation: transform(deviation)),
      .init(
        weight: transform(weight), mean: mode.map(transform),
        standardDeviation: transform(deviation)),
    ])
  }

  @Test func `is the differentiated log density, and symmetric`() throws {
    let logDensity = try #require(mixture { $0 }.logDensity(at: point))
    let lifted = mixture { Jet(constant: Jet(constant: $0)) }
    let hessian = Scalars.hessian(at: point) { lifted.logDensity(at: $0) ?? .zero }
    for (row, name) in ["x₁", "x₂"].enumerated() {
      for (column, other) in ["x₁", "x₂"].enumerated() {
        let entry = hessian[row][column]
        #expect(entry.doubt == nil)
        #expect(entry == logDensity.derivative(by: name).derivative(by: other))
        #expect(entry == hessian[column][row])
        #expect(Expression.equality(entry, entry + weight) == .fails)
      }
    }
  }

  @Test func `is the variance of the pulls less the precision`() throws {
    // ∇² log p = −I/σ² + ρ(1 − ρ)·mmᵀ/σ⁴, ρ the share of the mode at m.
    let lifted = mixture { Jet(constant: Jet(constant: $0)) }
    let hessian = Scalars.hessian(at: point) { lifted.logDensity(at: $0) ?? .zero }
    let distance = squaredDistance(point, mode) - squaredDistance(point, [.zero, .zero])
    let odds =
      weight / (Expression(1) - weight)
      * .exp(-distance / (Expression(2) * deviation.squared))
    let spread = odds / (Expression(1) + odds).squared
    for row in 0..<2 {
      for column in 0..<2 {
        let unit = Expression(row == column ? 1 : 0)
        let expected =
          spread * mode[row] * mode[column] / deviation.squared.squared - unit / deviation.squared
        #expect(Expression.equality(hessian[row][column], expected) == .holds)
      }
    }
  }
}

@Suite struct `Two symmetric modes, exactly` {
  private let offset = Expression.symbol("μ", isPositive: true)
  private let deviation = Expression.symbol("σ", isPositive: true)

  private func mixture<S: Scalar>(_ transform: (Expression) -> S) -> GaussianMixture<S> {
    GaussianMixture(
      modes: [[transform(-offset)], [transform(offset)]], standardDeviation: transform(deviation))
  }

  @Test func `have the stated slope of the optimal map at 0, which the midpoint bound attains`() {
    let map = MeasurePreservingMap(to: mixture { $0 })
    let slope = map.logSteepness(atOutput: .zero)
    let ode = SteepnessODE(modeOffset: offset, standardDeviation: deviation)
    #expect(slope == ode.logOptimalSteepness)
    let bound = LineBound(modes: [-offset, offset], standardDeviation: deviation)
    #expect(bound.logSharpened == slope)
    #expect(bound.logAtMidpoints == slope)
    #expect(Expression.equality(slope, ode.logOptimalSteepness + ode.growthRate) == .fails)
  }

  @Test func `have four derivatives of log p by jets that are those by symbols`() throws {
    let x = Expression.symbol("x")
    let series = try #require(
      mixture { Jet(constant: $0) }.logDensity(at: [.variable(at: x, order: 4)]))
    var derivative = try #require(mixture { $0 }.logDensity(at: [x]))
    for order in 1...4 {
      derivative = derivative.derivative(by: "x")
      #expect(series.derivative(order) == derivative)
      #expect(Expression.equality(series.derivative(order), derivative + x) == .fails)
    }
  }
}
