internal import CGSL
internal import Foundation

/// The standard normal distribution: density φ, distribution function Φ and their inverses, each
/// in a form that keeps its digits in the tails.
///
/// The accuracies are the largest errors against mpmath on
/// `Tests/ReferenceTables/normal-distribution.csv`, rounded up; results below the least normal
/// number have fewer digits or are zero.
public enum NormalDistribution {
  /// φ(z) = exp(−z²/2)/√(2π).
  ///
  /// z² is split into the square of z rounded to sixteenths, which is exact, and the rest, since
  /// the rounding of z² alone would cost z²/2 ulps.
  ///
  /// - Edge cases: zero for |z| > 38.6.
  /// - Accuracy: within 3 ulps.
  public static func density(_ z: Double) -> Double {
    precondition(!z.isNaN, "a NaN breaks z = z")
    guard abs(z) < 40 else { return 0 }
    let head = (z * 16).rounded(.towardZero) / 16
    return exp(-head * head / 2) * exp(-(z - head) * (z + head) / 2) * inverseRootOfTwoPi
  }

  /// Φ(z), the probability below z: exactly the upper tail at −z.
  ///
  /// - Edge cases: zero for z < −38.5, one for z > 8.3.
  /// - Accuracy: within 4 ulps.
  public static func cumulative(_ z: Double) -> Double {
    upperTail(-z)
  }

  /// 1 − Φ(z), the probability above z.
  ///
  /// - Edge cases: one for z < −8.3, zero for z > 38.5.
  /// - Accuracy: within 4 ulps.
  public static func upperTail(_ z: Double) -> Double {
    precondition(!z.isNaN, "a NaN breaks z = z")
    GSL.errorHandlerIsOff
    return gsl_cdf_ugaussian_Q(z)
  }

  /// The z with Φ(z) = p.
  ///
  /// - Accuracy: within 3 ulps for p ≤ ½; above it, that of p itself: take `upperQuantile`.
  public static func quantile(_ p: Double) -> Double {
    precondition(p > 0 && p < 1, "a probability of \(p) breaks 0 < p < 1")
    GSL.errorHandlerIsOff
    return gsl_cdf_ugaussian_Pinv(p)
  }

  /// The z with 1 − Φ(z) = q, the negative of the quantile at q.
  ///
  /// - Accuracy: within 3 ulps for q ≤ ½.
  public static func upperQuantile(_ q: Double) -> Double {
    precondition(q > 0 && q < 1, "a probability of \(q) breaks 0 < q < 1")
    GSL.errorHandlerIsOff
    return gsl_cdf_ugaussian_Qinv(q)
  }

  /// log Φ(z), also where Φ(z) itself is below the least positive number.
  ///
  /// - Edge cases: −z²/2 leaves the range of doubles at z = −1.8·10¹⁵⁴, beyond what is accepted.
  /// - Accuracy: within 4 ulps.
  public static func logCumulative(_ z: Double) -> Double {
    precondition(z > -1e154, "an argument of \(z) breaks z > −1e154")
    GSL.errorHandlerIsOff
    if z > -1 { return log1p(-gsl_cdf_ugaussian_Q(z)) }
    return SpecialFunctions.logComplementaryError(-z * 0.5.squareRoot()) - M_LN2
  }

  /// log(1 − Φ(z)), also where 1 − Φ(z) itself is below the least positive number.
  ///
  /// - Accuracy: within 4 ulps.
  public static func logUpperTail(_ z: Double) -> Double {
    logCumulative(-z)
  }

  /// The hazard φ(z)/(1 − Φ(z)): how fast the upper tail falls, relative to itself.
  ///
  /// The quotient is more accurate than GSL's own hazard, which loses up to z² ulps, until the tail
  /// leaves the range of doubles; GSL's asymptotic series takes over before.
  ///
  /// - Edge cases: z + 1/z − … for large z, which is z itself from 10⁸ on; about φ(z) for large −z,
  ///   zero below −38.6.
  /// - Accuracy: within 6 ulps.
  public static func hazard(_ z: Double) -> Double {
    precondition(!z.isNaN, "a NaN breaks z = z")
    GSL.errorHandlerIsOff
    if z < 30 { return density(z) / upperTail(z) }
    return z < 1e8 ? gsl_sf_hazard(z) : z
  }

  private static let inverseRootOfTwoPi = 0.398942280401432677939946059934
}
