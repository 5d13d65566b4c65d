public import RealModule

extension Double {
  /// Both tails from one evaluation a component, without logarithms until the end.
  ///
  /// - Accuracy: relative error of the sums as that of `normalUpperTail`, at the largest |uᵢ| that
  ///   matters. Sums below 1e-280 are formed in the log domain.
  @inlinable public static func logNormalTailSums(
    _ count: Int, _ term: (Int) -> (weight: Double, argument: Double)
  ) -> (lower: Double, upper: Double) {
    precondition(count > 0, "count > 0")
    var (lower, upper) = (0.0, 0.0)
    for index in 0..<count {
      let (weight, argument) = term(index)
      let tail = weight * normalUpperTail(argument.magnitude)
      let rest = weight - tail
      lower += argument < 0 ? tail : rest
      upper += argument < 0 ? rest : tail
    }
    if lower > 1e-280, upper > 1e-280 {
      return (logOfShare(lower, rest: upper), logOfShare(upper, rest: lower))
    }
    return (
      lower > 1e-280
        ? logOfShare(lower, rest: upper)
        : logSumExp((0..<count).map(term).map { log($0.weight) + logNormalCDF($0.argument) }),
      upper > 1e-280
        ? logOfShare(upper, rest: lower)
        : logSumExp((0..<count).map(term).map { log($0.weight) + logNormalUpperTail($0.argument) })
    )
  }

  /// log(share) for share + rest = 1, from the smaller of the two.
  @inlinable static func logOfShare(_ share: Double, rest: Double) -> Double {
    share > rest ? log(onePlus: -rest / (share + rest)) : log(share / (share + rest))
  }
}
