public import RealModule

extension Jet {
  /// To first order from the scalar's own sums, with slopes Σ (±wᵢ·φ(uᵢ)·uᵢ′ + wᵢ′·Φ(±uᵢ)) over the sums: the
  /// sums' own enclosures are tighter than those of their terms. Beyond that term by term.
  @inlinable public static func logNormalTailSums(
    _ count: Int, _ term: (Int) -> (weight: Jet, argument: Jet)
  ) -> (lower: Jet, upper: Jet) {
    let terms = (0..<count).map(term)
    let (weights, arguments) = (terms.map(\.weight), terms.map(\.argument))
    guard (weights + arguments).allSatisfy({ $0.order <= 1 }) else {
      let logWeights = weights.map { Jet.log($0) }
      return (
        logSumExp(zip(logWeights, arguments).map { $0 + logNormalCDF($1) }),
        logSumExp(zip(logWeights, arguments).map { $0 + logNormalUpperTail($1) })
      )
    }
    let sums = S.logNormalTailSums(count) { (weights[$0].value, arguments[$0].value) }
    var (lowerSlope, upperSlope) = (S.zero, S.zero)
    for (weight, argument) in zip(weights, arguments) {
      if !argument.isConstant {
        let density = S.log(weight.value) + S.logNormalDensity(argument.value)
        lowerSlope += S.exp(density - sums.lower) * argument.coefficients[1]
        upperSlope -= S.exp(density - sums.upper) * argument.coefficients[1]
      }
      if !weight.isConstant {
        lowerSlope +=
          S.exp(S.logNormalCDF(argument.value) - sums.lower) * weight.coefficients[1]
        upperSlope +=
          S.exp(S.logNormalUpperTail(argument.value) - sums.upper) * weight.coefficients[1]
      }
    }
    if (weights + arguments).allSatisfy(\.isConstant) {
      return (Jet(constant: sums.lower), Jet(constant: sums.upper))
    }
    return (
      Jet(coefficients: [sums.lower, lowerSlope]), Jet(coefficients: [sums.upper, upperSlope])
    )
  }
}
