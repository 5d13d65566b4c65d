import RealModule

extension Double {
  /// Both tails from one evaluation a component, without logarithms until the end.
  ///
  /// - Accuracy: relative error of the sums as that of `normalUpperTail`, at the largest |uᵢ| that
  ///   matters. Sums below 1e-280 are formed in the log domain.
  public static func logNormalTailSums(
    weights: [Double], at arguments: [Double]
  ) -> (lower: Double, upper: Double) {
    precondition(
      weights.count == arguments.count && !weights.isEmpty, "weights.count = arguments.count > 0")
    var (lower, upper) = (0.0, 0.0)
    for (weight, argument) in zip(weights, arguments) {
      let tail = weight * normalUpperTail(argument.magnitude)
      let rest = weight - tail
      lower += argument < 0 ? tail : rest
      upper += argument < 0 ? rest : tail
    }
    return (
      lower > 1e-280 ? logOfShare(lower, rest: upper) : logSum(weights, arguments.map { -$0 }),
      upper > 1e-280 ? logOfShare(upper, rest: lower) : logSum(weights, arguments)
    )
  }

  /// log(share) for share + rest = 1, from the smaller of the two.
  private static func logOfShare(_ share: Double, rest: Double) -> Double {
    share > rest ? log(onePlus: -rest / (share + rest)) : log(share / (share + rest))
  }

  private static func logSum(_ weights: [Double], _ arguments: [Double]) -> Double {
    logSumExp(zip(weights, arguments).map { log($0) + logNormalUpperTail($1) })
  }
}
