internal import CGSL

/// Bounds for the probability of success from a count of successes.
public enum BinomialInterval {
  /// The exact two-sided interval of Clopper and Pearson.
  ///
  /// Each end is the probability at which a count as extreme as the one seen has probability
  /// (1 − confidence)/2: a quantile of a beta distribution.
  ///
  /// - Edge cases: the lower end is 0 without a success, the upper end 1 without a failure.
  /// - Accuracy: that of GSL's beta quantiles; the interval covers with at least the confidence.
  /// - Rigour: a statistical bound.
  public static func clopperPearson(
    successes: Int, trials: Int, confidence: Double
  ) -> ClosedRange<Double> {
    precondition(trials > 0 && (0...trials).contains(successes), "0 ≤ successes ≤ trials > 0")
    precondition(confidence > 0 && confidence < 1, "0 < confidence < 1")
    GSL.errorHandlerIsOff
    let tail = (1 - confidence) / 2
    let (hits, misses) = (Double(successes), Double(trials - successes))
    let lower = successes == 0 ? 0 : gsl_cdf_beta_Pinv(tail, hits, misses + 1)
    let upper = successes == trials ? 1 : gsl_cdf_beta_Qinv(tail, hits + 1, misses)
    return min(lower, upper)...max(lower, upper)
  }
}
