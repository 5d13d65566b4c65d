import RealModule
import Scalars
import Testing

/// A conforming type together with what 'the same number' means for it.
struct ScalarLaws<S: Scalar> {
  /// Positive sample values below 1.
  let samples: [S]
  /// Whether two results of different routes agree, for magnitudes up to `size`.
  let agree: (_ left: S, _ right: S, _ size: Double) -> Bool

  func check() {
    checkAlgebra()
    checkAngles()
  }

  /// Everything but sines, cosines and their inverses.
  func checkAlgebra() {
    for a in samples {
      for b in samples {
        #expect(agree(a + b, b + a, 2))
        #expect(agree(a * b, b * a, 1))
        #expect(agree((a + b) * a, a * a + b * a, 2))
        #expect(agree(a * b / b, a, 1))
        #expect(agree(a / b * b, a, 1 / b.approximation))
        #expect(agree(S.exp(a + b), S.exp(a) * S.exp(b), 8))
        #expect(agree(S.log(a * b), S.log(a) + S.log(b), 8))
        #expect(agree(S.pow(a, b), S.exp(b * S.log(a)), 1))
        #expect(agree(S.sinh(a + b), S.sinh(a) * S.cosh(b) + S.cosh(a) * S.sinh(b), 4))
      }
      checkInverses(a)
      checkNormalDistribution(a)
    }
    #expect(agree(S(Rational(1, 3)) + S(Rational(1, 6)), S(Rational(1, 2)), 1))
    #expect(agree(S(4) * S.atan(S(1)), S.pi, 4))
    #expect(agree(logSumExp(samples), S.log(samples.reduce(.zero) { $0 + S.exp($1) }), 4))
  }

  private func checkAngles() {
    for a in samples {
      for b in samples {
        #expect(agree(S.sin(a + b), S.sin(a) * S.cos(b) + S.cos(a) * S.sin(b), 1))
        #expect(agree(S.atan(a) + S.atan(b), S.atan((a + b) / (S(1) - a * b)), 2) || wraps(a, b))
      }
      #expect(agree(S.asin(S.sin(a)), a, 3))
      #expect(agree(S.acos(S.cos(a)), a, 8 / a.approximation))
    }
  }

  /// atan addition leaves the principal branch where a·b ≥ 1, and loses digits close to it.
  private func wraps(_ a: S, _ b: S) -> Bool { a.approximation * b.approximation > 0.5 }

  private func checkInverses(_ a: S) {
    #expect(agree(S.log(S.exp(a)), a, 3))
    #expect(agree(S.exp(S.log(a)), a, 3))
    #expect(agree(S.log(onePlus: S.expMinusOne(a)), a, 3))
    #expect(agree(S.expMinusOne(a), S.exp(a) - S(1), 3))
    #expect(agree(S.sqrt(a).squared, a, 1))
    #expect(agree(S.pow(S.root(a, 3), 3), a, 2))
    #expect(agree(S.pow(a, -2) * a * a, S(1), 8))
    #expect(agree(S.tan(S.atan(a)), a, 2))
    #expect(agree(S.sinh(S.asinh(a)), a, 2))
    #expect(agree(S.acosh(S.cosh(a)), a, 8 / a.approximation))
    #expect(agree(S.tanh(S.atanh(a)), a, 2))
    #expect(agree(S.tan(a), S.sin(a) / S.cos(a), 4))
    #expect(agree(S.tanh(a), S.sinh(a) / S.cosh(a), 2))
  }

  private func checkNormalDistribution(_ a: S) {
    #expect(agree(S.normalCDF(a) + S.normalUpperTail(a), S(1), 1))
    #expect(agree(S.normalCDF(-a), S.normalUpperTail(a), 1))
    #expect(agree(S.logNormalUpperTail(a), S.log(S.normalUpperTail(a)), 4))
    #expect(agree(S.logNormalCDF(-a), S.logNormalUpperTail(a), 4))
    let quantile = S.normalQuantile(
      logLower: S.logNormalCDF(a), logUpper: S.logNormalUpperTail(a))
    #expect(agree(quantile, a, 8))
  }
}

@Suite struct `Scalar laws` {
  private let fractions = [Rational(1, 7), Rational(2, 5), Rational(3, 4), Rational(9, 10)]

  @Test func `hold in doubles to 16 ulps`() {
    // Each law chains at most four operations of at most two ulps each; doubled for arguments that
    // are themselves rounded.
    ScalarLaws(samples: fractions.map { Double($0) }) { left, right, size in
      (left - right).magnitude <= 16 * Double.ulpOfOne * max(1, size)
    }.check()
  }

  @Test(arguments: [64, 128, 400]) func `hold in balls, as enclosures that meet and stay small`(
    precision: Int
  ) {
    Ball.$precision.withValue(precision) {
      ScalarLaws(samples: fractions.map { Ball($0) }) { left, right, size in
        (left - right).containsZero
          && (left - right).radius.upperBound <= Double.pow(2, 24 - Double(precision))
            * max(1, size)
      }.check()
    }
  }

  @Test func `hold in jets of balls for all derivatives up to the sixth`() {
    let samples = fractions.enumerated().map { index, fraction in
      Jet(
        coefficients: [Ball(fraction)]
          + (1...6).map { Ball(Rational($0 + index, 11)) })
    }
    ScalarLaws(samples: samples) { left, right, _ in
      let difference = left - right
      return difference.order == max(left.order, right.order)
        && difference.coefficients.allSatisfy {
          $0.containsZero && $0.radius.upperBound < 1e-15
        }
    }.check()
  }

  @Test func `hold exactly in expressions, constant and symbolic, except for angles`() {
    let symbols = ["a", "b"].map { Expression.symbol($0, above: 0, below: 1) }
    for samples in [fractions.map { Expression($0) }, symbols] {
      ScalarLaws(samples: samples) { left, right, _ in
        Expression.equality(left, right) == .holds
      }.checkAlgebra()
    }
  }

  @Test func `hold in jets of expressions`() {
    let samples = ["a", "b"].map {
      Jet.variable(at: Expression.symbol($0, above: 0, below: 1), order: 2)
    }
    ScalarLaws(samples: samples) { left, right, _ in
      (left - right).coefficients.allSatisfy { Expression.equality($0, .zero) == .holds }
    }.checkAlgebra()
  }
}
