/// Quantiles of the numbers that a probe finds over a batch.
public struct Quantiles: Hashable, Codable, Sendable {
  /// The mean.
  public var mean: Double
  /// The 0.5 quantile.
  public var median: Double
  /// The 0.9 quantile.
  public var upperDecile: Double
  /// The 1 − 1/m quantile for m modes, which algorithm 2 watches; the minimum for one mode.
  public var modeLevel: Double
  /// The largest number.
  public var maximum: Double

  init(of numbers: [Double], modeCount: Int) {
    let sorted = numbers.sorted()
    mean = numbers.reduce(0, +) / Double(numbers.count)
    median = Self.quantile(0.5, ofSorted: sorted)
    upperDecile = Self.quantile(0.9, ofSorted: sorted)
    modeLevel = Self.quantile(1 - 1 / Double(modeCount), ofSorted: sorted)
    maximum = sorted[sorted.count - 1]
  }

  /// The quantile at a level, linear between order statistics: at level p of n numbers it stands
  /// at position p·(n − 1), counted from 0.
  ///
  /// - Source: definition 7 of Hyndman and Fan 1996, the default of NumPy and R.
  /// - Edge cases: level 0 is the least number, level 1 the largest.
  /// - Accuracy: three roundings of the two order statistics' range.
  package static func quantile(_ level: Double, ofSorted numbers: [Double]) -> Double {
    precondition(!numbers.isEmpty, "the quantile of no numbers breaks count ≥ 1")
    precondition(0 <= level && level <= 1, "a level of \(level) breaks 0 ≤ level ≤ 1")
    let position = level * Double(numbers.count - 1)
    let index = Swift.min(Int(position), numbers.count - 1)
    let next = Swift.min(index + 1, numbers.count - 1)
    return numbers[index] + (position - Double(index)) * (numbers[next] - numbers[index])
  }
}
