import GANTheory
import RealModule
import Scalars
import Testing

@Suite struct `The germ of a generator` {
  @Test func `inverts sinh into asinh`() {
    let series = Jet<Expression>.sinh(.variable(at: .zero, order: 5))
    let inverse = GeneratorGerm(latent: .zero, series: series).inverse
    // asinh x = x − x³/6 + 3x⁵/40 − …
    let expected: [Expression] = [0, 1, 0, -1, 0, 9].map { Expression($0) }
    #expect((0...5).map { inverse.derivative($0) } == expected)
  }

  @Test func `of a linear map makes a normal density`() {
    let slope = Expression.symbol("k", isPositive: true)
    let germ = GeneratorGerm(oddWithSlope: slope, thirdDerivative: Expression.zero, order: 5)
    let density = germ.logDensity
    #expect(density.derivative(1).isZero)
    #expect(density.derivative(2) == Expression(-1) / slope.squared)
    #expect(density.derivative(4).isZero)
  }

  @Test func `keeps the latent point and the value`() {
    let germ = GeneratorGerm(latent: 0.5, series: Jet(coefficients: [3, 2.0, 0.25, 0.125]))
    #expect(germ.inverse.value == 0.5)
    #expect(germ.inverse.derivative(1) == 0.5)
    #expect(germ.output.value == 3)
    #expect(germ.logDensity.value == Double.logNormalDensity(0.5) + Double.log(0.5))
  }
}

@Suite struct `The rate of steepness` {
  @Test func `at the centre of a pair is Theorem 3-3's`() {
    let ode = SteepnessODE<Expression>(modeOffset: Expression(2), standardDeviation: Expression(1))
    let even = EvenSteepnessODE(
      curvature: ode.growthRate, overlap: .exp(-ode.logOptimalSteepness))
    let (slope, third) = (Expression(3), Expression(-1))
    let printed = ode.printedRate(steepness: slope, thirdDerivative: third)
    #expect(
      Expression.equality(even.rate(steepness: slope, thirdDerivative: third), printed) == .holds)
    let weight = Expression(1) / (Expression(1) + even.overlap * slope)
    let weighted = even.rate(weight: weight, steepness: slope, thirdDerivative: third)
    #expect(Expression.equality(weighted, printed) == .holds)
  }

  @Test func `of a linear map onto its own law is zero`() {
    // p_data = N(0, 4) and g = 2z: the ratio is 1 everywhere.
    let rate = SteepnessRate(
      dataSlope: Expression(-3, 4) * Expression(2), dataCurvature: Expression(-1, 4))
    let value = rate.logarithmicRate(
      weight: Expression(1, 2), weightSlope: Expression(-1, 4), latent: Expression(3),
      first: Expression(2), second: .zero, third: .zero)
    #expect(value.isZero)
  }
}

private extension Expression {
  init(_ numerator: Int, _ denominator: Int) { self.init(Rational(numerator, denominator)) }
}

@Suite struct `The triangular map and the isoperimetric bound` {
  @Test func `a single Gaussian has an affine inverse`() {
    let target = GaussianMixture<Ball>(
      modes: [[1, -2].map { Ball($0) }], standardDeviation: Ball(3))
    let latent = KnotheMap(to: target).latent(at: [Ball(4), Ball(1)])
    for coordinate in latent {
      #expect((coordinate - Ball(1)).magnitude.approximation < 1e-30)
    }
  }

  @Test func `half of the mass has the boundary of a median`() {
    let half = Ball.log(Ball(Rational(1, 2)))
    let profile = IsoperimetricBound.logProfile(logLower: half, logUpper: half)
    #expect((profile - Ball.logNormalDensity(.zero)).magnitude.approximation < 1e-30)
  }

  @Test func `a pair along the first axis needs σ·exp(gap²⧸8σ²)`() {
    let target = GaussianMixture<Ball>(
      modes: [[Ball(-3), Ball(1)], [Ball(3), Ball(-5)]], standardDeviation: Ball(2))
    let bound = IsoperimetricBound.logSteepness(of: target, cut: .zero)
    let expected = Ball.log(Ball(2)) + Ball(Rational(36, 32))
    #expect((bound - expected).magnitude.approximation < 1e-30)
  }
}
