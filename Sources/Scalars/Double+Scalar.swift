import CGSL
public import RealModule

extension Double: Scalar {
  @inlinable public init(_ value: Rational) { self = value.approximation }

  /// Φ(x).
  /// - Accuracy: that of GSL's error function, a few ulp relative in both tails until underflow.
  public static func normalCDF(_ x: Double) -> Double { gsl_cdf_ugaussian_P(x) }

  /// 1 − Φ(x).
  /// - Accuracy: a few ulp relative until it underflows near x = 38.
  public static func normalUpperTail(_ x: Double) -> Double { gsl_cdf_ugaussian_Q(x) }

  /// log(1 − Φ(x)) by GSL's `log_erfc`.
  /// - Accuracy: a few ulp relative, until the lower tail underflows near x = −38 and 0 is returned.
  public static func logNormalUpperTail(_ x: Double) -> Double {
    if x < 0 { return Double.log(onePlus: -gsl_cdf_ugaussian_P(x)) }
    return gsl_sf_log_erfc(x / 2.0.squareRoot()) - Double.log(2)
  }

  /// The standard normal quantile from the logarithms of both tails.
  ///
  /// GSL's quantile where the smaller tail is a normal double, then Newton steps on log Φ, which
  /// also reach tails that underflow.
  /// - Accuracy: relative error below 1e-14 for |x| ≥ 1e-3 (checked against `Ball`).
  public static func normalQuantile(logLower: Double, logUpper: Double) -> Double {
    if logLower > logUpper { return -normalQuantile(logLower: logUpper, logUpper: logLower) }
    guard logLower > -.infinity else { return -.infinity }
    if logLower == logUpper { return 0 }
    var x =
      logLower > -700 ? gsl_cdf_ugaussian_Pinv(Double.exp(logLower)) : -(-2 * logLower).squareRoot()
    if logLower > -0.7 { return x }
    for _ in 0..<8 {
      let logCDF = logNormalUpperTail(-x)
      let slope = Double.exp(logNormalDensity(x) - logCDF)
      let step = (logCDF - logLower) / slope
      x -= step
      if step.magnitude <= 2e-16 * x.magnitude { break }
    }
    return x
  }

  @inlinable public var approximation: Double { self }

  /// Heuristic: the sign of a rounded value.
  @inlinable public var isNonNegative: Decision { isNaN ? .undecided : (self >= 0 ? .holds : .fails) }

  /// Heuristic: the sign of a rounded value.
  @inlinable public var isPositive: Decision { isNaN ? .undecided : (self > 0 ? .holds : .fails) }
}
