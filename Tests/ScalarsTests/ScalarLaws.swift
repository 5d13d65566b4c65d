import RealModule
import Scalars
import Testing

/// A conforming type together with what 'the same number' means for it. Every law of `Scalar` is a method
/// of its name.
struct ScalarLaws<S: Scalar> {
  /// Positive sample values below 1.
  let samples: [S]
  /// Whether two results of different routes agree, for magnitudes up to `size`.
  let agree: (_ left: S, _ right: S, _ size: Double) -> Bool
  /// Addition theorems of sines are beyond some types.
  var hasAngles = true

  func check() {
    for a in samples {
      for b in samples {
        ring(a, b)
        division(a, b)
        exponentials(a, b)
        approximation(a, b)
        if hasAngles { angles(a, b) }
      }
      inverses(a)
      complement(a)
      reflection(a)
      logarithms(a)
      slopes(a)
      hazard(a)
      quantile(a)
      signs(a)
      doubt(a)
    }
    fractions()
    #expect(agree(S(4) * S.atan(S(1)), S.pi, 4))
    let total = samples.reduce(S.zero) { $0 + S.exp($1) }
    #expect(agree(logSumExp(samples), S.log(total), 4))
    for (share, sample) in zip(exponentialShares(samples), samples) {
      #expect(agree(share * total, S.exp(sample), 3))
    }
  }

  private func ring(_ a: S, _ b: S) {
    let c = samples[0]
    #expect(agree(a + b, b + a, 2))
    #expect(agree(a * b, b * a, 1))
    #expect(agree((a + b) + c, a + (b + c), 3))
    #expect(agree((a * b) * c, a * (b * c), 1))
    #expect(agree((a + b) * a, a * a + b * a, 2))
    #expect(agree(a + .zero, a, 1))
    #expect(agree(a * S(1), a, 1))
    #expect(agree(a + -a, .zero, 1))
    #expect(agree(a.squared, a * a, 1))
  }

  private func division(_ a: S, _ b: S) {
    #expect(agree(a * b / b, a, 1))
    #expect(agree(a / b * b, a, 1 / b.approximation))
  }

  private func fractions() {
    let (p, q) = (Rational(1, 3), Rational(-5, 6))
    #expect(agree(S(p) + S(q), S(p + q), 1))
    #expect(agree(S(p) * S(q), S(p * q), 1))
    #expect(agree(S(p) - S(q), S(p - q), 2))
    #expect(agree(S(p) / S(q), S(Rational(-2, 5)), 1))
    #expect(agree(S(7), S(3) + S(4), 7))
  }

  private func exponentials(_ a: S, _ b: S) {
    #expect(agree(S.exp(a + b), S.exp(a) * S.exp(b), 8))
    #expect(agree(S.log(a * b), S.log(a) + S.log(b), 8))
    #expect(agree(S.pow(a, b), S.exp(b * S.log(a)), 1))
    #expect(agree(S.sinh(a + b), S.sinh(a) * S.cosh(b) + S.cosh(a) * S.sinh(b), 4))
  }

  private func angles(_ a: S, _ b: S) {
    #expect(agree(S.sin(a + b), S.sin(a) * S.cos(b) + S.cos(a) * S.sin(b), 1))
    #expect(agree(S.atan(a) + S.atan(b), S.atan((a + b) / (S(1) - a * b)), 2) || wraps(a, b))
    #expect(agree(S.asin(S.sin(a)), a, 3))
    #expect(agree(S.acos(S.cos(a)), a, 8 / a.approximation))
  }

  /// atan addition leaves the principal branch where a·b ≥ 1, and loses digits close to it.
  private func wraps(_ a: S, _ b: S) -> Bool { a.approximation * b.approximation > 0.5 }

  private func inverses(_ a: S) {
    #expect(agree(S.log(S.exp(a)), a, 3))
    #expect(agree(S.exp(S.log(a)), a, 3))
    #expect(agree(S.log(onePlus: S.expMinusOne(a)), a, 3))
    #expect(agree(S.expMinusOne(a), S.exp(a) - S(1), 3))
    #expect(agree(S.sqrt(a).squared, a, 1))
    #expect(agree(S.pow(S.root(a, 3), 3), a, 2))
    #expect(agree(S.root(a, -3) * S.root(a, 3), S(1), 2))
    #expect(agree(S.root(-a, 3), -S.root(a, 3), 2))
    #expect(agree(S.pow(a, -2) * a * a, S(1), 8))
    #expect(agree(S.pow(a, 0), S(1), 1))
    #expect(agree(S.tan(S.atan(a)), a, 2))
    #expect(agree(S.sinh(S.asinh(a)), a, 2))
    #expect(agree(S.acosh(S.cosh(a)), a, 8 / a.approximation))
    #expect(agree(S.tanh(S.atanh(a)), a, 2))
    #expect(agree(S.tan(a), S.sin(a) / S.cos(a), 4))
    #expect(agree(S.tanh(a), S.sinh(a) / S.cosh(a), 2))
  }

  private func complement(_ a: S) {
    #expect(agree(S.normalCDF(a) + S.normalUpperTail(a), S(1), 1))
  }

  private func reflection(_ a: S) {
    #expect(agree(S.normalCDF(-a), S.normalUpperTail(a), 1))
    #expect(agree(S.normalCDF(-a), S(1) - S.normalCDF(a), 1))
    #expect(agree(S.normalDensity(-a), S.normalDensity(a), 1))
    #expect(agree(S.normalCDF(.zero), S(Rational(1, 2)), 1))
    #expect(agree(S.normalDensity(.zero) * S.sqrt(S(2) * S.pi), S(1), 1))
  }

  private func logarithms(_ a: S) {
    #expect(agree(S.logNormalUpperTail(a), S.log(S.normalUpperTail(a)), 4))
    #expect(agree(S.logNormalCDF(a), S.log(S.normalCDF(a)), 4))
    #expect(agree(S.logNormalDensity(a), S.log(S.normalDensity(a)), 4))
    #expect(agree(S.logNormalCDF(-a), S.logNormalUpperTail(a), 4))
  }

  private func slopes(_ a: S) {
    let x = Jet.variable(at: a, order: 1)
    let density = S.normalDensity(a)
    #expect(agree(Jet.normalCDF(x).derivative(1), density, 1))
    #expect(agree(Jet.normalUpperTail(x).derivative(1), -density, 1))
    #expect(agree(Jet.normalDensity(x).derivative(1), -a * density, 1))
    #expect(agree(Jet.logNormalDensity(x).derivative(1), -a, 2))
    let hazard = density / S.normalUpperTail(a)
    #expect(agree(Jet.logNormalUpperTail(x).derivative(1), -hazard, 4))
  }

  private func hazard(_ a: S) {
    let (value, excess) = S.normalHazard(a)
    #expect(agree(value * S.normalUpperTail(a), S.normalDensity(a), 1))
    #expect(agree(a + excess, value, 2))
    let moving = Jet.normalHazard(.variable(at: a, order: 2))
    #expect(agree(moving.value.derivative(1), value * excess, 2))
    #expect(agree(moving.excess.derivative(1), value * excess - S(1), 2))
    let third = Jet.logNormalUpperTail(.variable(at: a, order: 3)).derivative(3)
    #expect(agree(-moving.value.derivative(2), third, 8))
  }

  private func quantile(_ a: S) {
    let (lower, upper) = (S.logNormalCDF(a), S.logNormalUpperTail(a))
    let quantile = S.normalQuantile(logLower: lower, logUpper: upper)
    #expect(agree(quantile, a, 8))
    #expect(agree(S.normalQuantile(logLower: upper, logUpper: lower), -quantile, 8))
    let half = -S.log(S(2))
    #expect(agree(S.normalQuantile(logLower: half, logUpper: half), .zero, 8))
  }

  private func approximation(_ a: S, _ b: S) {
    let (x, y) = (a.approximation, b.approximation)
    #expect(((a + b).approximation - (x + y)).magnitude <= 4 * (x + y).ulp)
    #expect(((a * b).approximation - x * y).magnitude <= 4 * (x * y).ulp)
    for fraction in [Rational(1, 3), Rational(-7, 11), 0, 5] {
      let exact = fraction.approximation
      #expect((S(fraction).approximation - exact).magnitude <= exact.ulp)
    }
  }

  private func signs(_ a: S) {
    #expect(a.isPositive == .holds)
    #expect(a.isNonNegative == .holds)
    #expect((-a).isPositive == .fails)
    #expect((-a).isNonNegative == .fails)
    #expect(S.zero.isNonNegative == .holds)
    #expect(S.zero.isPositive == .fails)
    #expect((a * a + S(1)).isPositive == .holds)
  }

  private func doubt(_ a: S) {
    for value in [a, -a, .zero, S.exp(a), S.normalCDF(a), S.pow(a, -3)] {
      #expect(value.doubt == nil)
    }
    for value in [a / .zero, S.log(.zero), S.sqrt(S(-1)), S.pow(.zero, -1), S.root(S(2), 0)] {
      for spread in [value, value + a, a - value, value * a, value * value, S.log(value)] {
        #expect(spread.doubt != nil)
        #expect(spread.isPositive == .undecided)
        #expect(spread.isNonNegative == .undecided)
      }
    }
  }
}

@Suite struct `Scalar laws` {
  private let fractions = [Rational(1, 7), Rational(2, 5), Rational(3, 4), Rational(9, 10)]

  @Test func `hold in doubles to 16 ulps`() {
    // Each law chains at most four operations of at most two ulps each; doubled for arguments that
    // are themselves rounded.
    ScalarLaws(
      samples: fractions.map { Double($0) },
      agree: { left, right, size in
        (left - right).magnitude <= 16 * Double.ulpOfOne * max(1, size)
      }
    ).check()
  }

  @Test(arguments: [64, 128, 400]) func `hold in balls, as enclosures that meet and stay small`(
    precision: Int
  ) {
    Ball.$precision.withValue(precision) {
      ScalarLaws(
        samples: fractions.map { Ball($0) },
        agree: { left, right, size in
          (left - right).containsZero
            && (left - right).radius.upperBound <= Double.pow(2, 24 - Double(precision))
              * max(1, size)
        }
      ).check()
    }
  }

  @Test func `hold in jets of balls for all derivatives up to the sixth`() {
    let samples = fractions.enumerated().map { index, fraction in
      Jet(
        coefficients: [Ball(fraction)]
          + (1...6).map { Ball(Rational($0 + index, 11)) })
    }
    ScalarLaws(
      samples: samples,
      agree: { left, right, _ in
        (left - right).coefficients.allSatisfy {
          $0.containsZero && $0.radius.upperBound < 1e-15
        }
      }
    ).check()
  }

  @Test func `hold in jets of jets of balls`() {
    let samples = fractions.prefix(2).enumerated().map { index, fraction in
      Jet(
        coefficients: (0...2).map { outer in
          Jet(
            coefficients: (0...2).map { inner in
              Ball(outer + inner == 0 ? fraction : Rational(outer + 2 * inner + index, 11))
            })
        })
    }
    ScalarLaws(
      samples: samples,
      agree: { left, right, _ in
        (left - right).coefficients.flatMap(\.coefficients).allSatisfy {
          $0.containsZero && $0.radius.upperBound < 1e-20
        }
      }
    ).check()
  }

  @Test func `hold exactly in expressions, constant and symbolic, except for angles`() {
    let symbols = ["a", "b"].map { Expression.symbol($0, above: 0, below: 1) }
    for samples in [fractions.map { Expression($0) }, symbols] {
      ScalarLaws(
        samples: samples, agree: { left, right, _ in Expression.equality(left, right) == .holds },
        hasAngles: false
      ).check()
    }
  }

  @Test func `hold in jets of expressions`() {
    let samples = ["a", "b"].map {
      Jet.variable(at: Expression.symbol($0, above: 0, below: 1), order: 2)
    }
    ScalarLaws(
      samples: samples,
      agree: { left, right, _ in
        (left - right).coefficients.allSatisfy { Expression.equality($0, .zero) == .holds }
      }, hasAngles: false
    ).check()
  }
}
