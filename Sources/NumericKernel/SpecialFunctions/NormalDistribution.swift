internal import CGSL

/// The standard normal distribution: density φ, distribution function Φ and their inverses, each
/// in a form that keeps its digits in the tails.
public enum NormalDistribution {
  /// Φ(z), the probability below z.
  public static func cumulative(_ z: Double) -> Double {
    GSL.errorHandlerIsOff
    return gsl_cdf_ugaussian_P(z)
  }

  /// 1 − Φ(z), the probability above z.
  public static func upperTail(_ z: Double) -> Double {
    GSL.errorHandlerIsOff
    return gsl_cdf_ugaussian_Q(z)
  }

  /// φ(z) = exp(−z²/2)/√(2π).
  public static func density(_ z: Double) -> Double {
    gsl_ran_ugaussian_pdf(z)
  }

  /// The z with Φ(z) = p.
  public static func quantile(_ p: Double) -> Double {
    precondition(p > 0 && p < 1, "a probability of \(p) breaks 0 < p < 1")
    GSL.errorHandlerIsOff
    return gsl_cdf_ugaussian_Pinv(p)
  }

  /// The z with 1 − Φ(z) = q.
  public static func upperQuantile(_ q: Double) -> Double {
    precondition(q > 0 && q < 1, "a probability of \(q) breaks 0 < q < 1")
    GSL.errorHandlerIsOff
    return gsl_cdf_ugaussian_Qinv(q)
  }

  /// log Φ(z).
  public static func logCumulative(_ z: Double) -> Double {
    GSL.errorHandlerIsOff
    if z > -1 { return gsl_log1p(-gsl_cdf_ugaussian_Q(z)) }
    return gsl_sf_log_erfc(-z * 0.5.squareRoot()) - M_LN2
  }

  /// log(1 − Φ(z)).
  public static func logUpperTail(_ z: Double) -> Double {
    logCumulative(-z)
  }

  /// The hazard φ(z)/(1 − Φ(z)).
  public static func hazard(_ z: Double) -> Double {
    GSL.errorHandlerIsOff
    return gsl_sf_hazard(z)
  }
}
