/// NSGANs that begin at the p_g of Table 2.
extension Experiment {
  /// The names of the four cases, in order.
  static let tableTwoNames = (1...4).map { "table2-case-\($0)" }

  /// `gaussian2D`, of case 4 `gaussian2DFar`, with the generator regressed on p_g of a case before its first iteration.
  ///
  /// - Source: Table 2; networks and optimisers are this package's.
  /// - Hypotheses: 1 ≤ number ≤ 4.
  public static func tableTwo(case number: Int) -> Experiment {
    precondition((1...4).contains(number), "1 ≤ case ≤ 4")
    var experiment = number == 4 ? gaussian2DFar : gaussian2D
    experiment.name = tableTwoNames[number - 1]
    let densities: [GeneratorStart.Density] = [
      .normal(mean: [0, 0], variance: 0.2), .uniform(lower: [-2, -2], upper: [2, 2]),
      .normal(mean: [1, 1], variance: 1), .normal(mean: [3, 3], variance: 3),
    ]
    experiment.generatorStart = GeneratorStart(densities[number - 1])
    return experiment
  }
}
