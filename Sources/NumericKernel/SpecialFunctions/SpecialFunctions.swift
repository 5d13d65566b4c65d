internal import CGSL
internal import Foundation

/// Functions that keep digits which the textbook formula loses.
///
/// exp(x) − 1 and log(1 + x) are not here: the C library's `expm1` and `log1p` are better than
/// GSL's, which lose up to 7 bits near |x| = 1/256.
public enum SpecialFunctions {
  /// (exp(x) − 1)/x, with its limit 1 at 0.
  ///
  /// - Edge cases: x must be at most 709, where the value leaves the range of doubles.
  /// - Accuracy: within 2 ulps on the reference table.
  public static func relativeExponential(_ x: Double) -> Double {
    precondition(x <= 709, "an argument of \(x) breaks x ≤ 709")
    return x == 0 ? 1 : expm1(x) / x
  }

  /// log(erfc(x)), also where erfc(x) itself is below the least positive number.
  ///
  /// From 10⁷ on it is −x² − log(x√π), where the next term of the asymptotic series is x⁻²/2 and
  /// GSL's rational function overflows soon.
  ///
  /// - Edge cases: log 2 below −7, where erfc(x) rounds to 2.
  /// - Accuracy: within 4 ulps on the reference table, −5 ≤ x ≤ 10¹⁵⁰.
  public static func logComplementaryError(_ x: Double) -> Double {
    precondition(!x.isNaN && x < 1e154, "an argument of \(x) breaks x < 1e154")
    GSL.errorHandlerIsOff
    if x < -7 { return M_LN2 }
    if x >= 1e7 { return -x * x - log(x * Double.pi.squareRoot()) }
    return gsl_sf_log_erfc(x)
  }
}
