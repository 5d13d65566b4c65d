/// Intervals from numbers drawn again from a sample.
public enum BootstrapInterval {
  /// The percentile interval of the sample's mean: between quantiles of the means of samples as large that are
  /// drawn from it with replacement.
  ///
  /// - Source: Efron 1979.
  /// - Edge cases: a sample of equal numbers has their value as its interval.
  /// - Accuracy: the ends are order statistics of `resamples` means; with 2000 of them the share of means below an
  ///   end is within 0.01 of what it should be, with 95 % confidence, at a confidence of 0.95.
  /// - Rigour: heuristic: covers with the confidence as samples grow.
  public static func ofMean(
    _ sample: [Double], confidence: Double, resamples: Int = 2000, stream: RandomStream
  ) -> ClosedRange<Double> {
    precondition(!sample.isEmpty && resamples > 0, "numbers and resamples > 0")
    precondition(confidence > 0 && confidence < 1, "0 < confidence < 1")
    let means = (0..<resamples).map { _ in
      var sum = 0.0
      for _ in sample { sum += sample[stream.integer(below: sample.count)] }
      return sum / Double(sample.count)
    }.sorted()
    let tail = Int((1 - confidence) / 2 * Double(resamples))
    return means[tail]...means[resamples - 1 - tail]
  }
}
