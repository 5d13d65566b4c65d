import CGSL
public import RealModule

extension Double: Scalar {
  @inlinable public init(_ value: Rational) { self = value.approximation }

  /// φ(x).
  ///
  /// x² is split into the square of x cut to sixteenths, which is exact, and the rest: the rounding of
  /// x² alone would cost x²/2 ulps.
  ///
  /// - Edge cases: 0 for |x| > 38.6.
  /// - Accuracy: within 3 ulps where the result is a normal number (checked against mpmath).
  public static func normalDensity(_ x: Double) -> Double {
    if x.isNaN { return x }
    guard x.magnitude < 40 else { return 0 }
    let head = (x * 16).rounded(.towardZero) / 16
    return exp(-head * head / 2) * exp(-(x - head) * (x + head) / 2) * inverseRootOfTwoPi
  }

  private static let inverseRootOfTwoPi = 0.398942280401432677939946059934

  /// Φ(x).
  /// - Accuracy: within 4 ulps where the result is a normal number (checked against mpmath); underflows
  ///   below x = −37.5.
  public static func normalCDF(_ x: Double) -> Double { gsl_cdf_ugaussian_P(x) }

  /// 1 − Φ(x).
  /// - Accuracy: as `normalCDF` at −x.
  public static func normalUpperTail(_ x: Double) -> Double { gsl_cdf_ugaussian_Q(x) }

  /// log(1 − Φ(x)) by GSL's `log_erfc`; from 10⁷ on −x²/2 − log(x√2π), where the next term is x⁻² and
  /// GSL's rational function overflows soon.
  /// - Edge cases: −0 below x = −37.5, where the result underflows; −∞ from x = 1.9·10¹⁵⁴ on.
  /// - Accuracy: within 4 ulps where the result is a normal number (checked against mpmath).
  public static func logNormalUpperTail(_ x: Double) -> Double {
    if x < 0 { return Double.log(onePlus: -gsl_cdf_ugaussian_P(x)) }
    if x >= 1e7 { return -x / 2 * x - Double.log(x / inverseRootOfTwoPi) }
    return gsl_sf_log_erfc(x / 2.0.squareRoot()) - Double.log(2)
  }

  /// The quotient below 3/2; from there on the excess is Laplace's continued fraction
  /// 1/(x + 2/(x + 3/(x + …))), which does not cancel.
  /// - Accuracy: the hazard within 12 ulps, the excess within 40 (checked against balls).
  public static func normalHazard(_ x: Double) -> (value: Double, excess: Double) {
    guard x >= 1.5 else {
      let value = normalDensity(x) / normalUpperTail(x)
      return (value, value - x)
    }
    // Begun with what the fraction would be if its numerators no longer grew.
    let terms = 16 + Int(200 / (x * x))
    var rest = (x + (x * x + 4 * Double(terms)).squareRoot()) / 2
    if !rest.isFinite { rest = x }
    for count in stride(from: terms - 1, to: 1, by: -1) {
      rest = x + Double(count) / rest
    }
    return (x + 1 / rest, 1 / rest)
  }

  /// The standard normal quantile from the logarithms of both tails.
  ///
  /// GSL's quantile where the smaller tail is a normal double, then Newton steps on log Φ, which
  /// also reach tails that underflow.
  /// - Edge cases: not a number where a logarithm is none.
  /// - Accuracy: relative error below 1e-14 in the tails, and an absolute error of 4 ulps of 1 near the
  ///   median, where the two logarithms are rounded near log ½ (checked against mpmath).
  public static func normalQuantile(logLower: Double, logUpper: Double) -> Double {
    if logLower > logUpper { return -normalQuantile(logLower: logUpper, logUpper: logLower) }
    if logLower.isNaN || logUpper.isNaN { return .nan }
    guard logLower > -.infinity else { return -.infinity }
    if logLower == logUpper { return 0 }
    var x =
      logLower > -700
      ? gsl_cdf_ugaussian_Pinv(Double.exp(logLower)) : -2.0.squareRoot() * (-logLower).squareRoot()
    if logLower > -0.7 { return x }
    var isClose = false
    for _ in 0..<8 {
      let logCDF = logNormalUpperTail(-x)
      let step = (logCDF - logLower) / normalHazard(-x).value
      x -= step
      // The error after a step is about its square: after one more, steps would only follow rounding.
      if isClose || step == 0 { break }
      isClose = step.magnitude <= 1e-9 * x.magnitude
    }
    return x
  }

  @inlinable public var approximation: Double { self }

  /// Heuristic: the sign of a rounded value.
  /// - Edge cases: undecided where the value is not finite.
  @inlinable public var isNonNegative: Decision {
    isFinite ? (self >= 0 ? .holds : .fails) : .undecided
  }

  /// Heuristic: the sign of a rounded value.
  /// - Edge cases: undecided where the value is not finite.
  @inlinable public var isPositive: Decision {
    isFinite ? (self > 0 ? .holds : .fails) : .undecided
  }

  /// That the value is infinite, or not a number; a double does not remember why.
  public var doubt: String? {
    if isNaN { return "not a number" }
    return isFinite ? nil : (self > 0 ? "infinite" : "negatively infinite")
  }
}
