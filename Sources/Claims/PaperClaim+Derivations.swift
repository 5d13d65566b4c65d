public import GANTheory

extension PaperClaim {
  /// The derivations by algebra that bear on this claim, by the beginnings of their names.
  private var derivationNames: [String] {
    switch self {
    case .fieldOfRatio: ["field-of-ratio"]
    case .limitingFields: ["field-small-ratio", "field-large-ratio"]
    case .concentratedField: ["ratio-C.1", "ratio-gradient-C.1"]
    case .coveringField: ["ratio-C.2", "ratio-gradient-C.2"]
    case .singleModeField: ["ratio-C.3", "ratio-gradient-C.3"]
    case .separatedField: ["ratio-C.4", "ratio-gradient-C.4"]
    case .generatedDensityAtCentre: ["generated-curvature"]
    case .dataDensityAtCentre: ["data-"]
    case .steepnessEvolution, .steepnessEvolutionRestated, .steepnessEvolutionProof:
      ["data-", "generated-curvature", "steepness-rate"]
    case .singleModeEvolution: ["recurrence-C.5"]
    case .suboptimalEvolution: ["recurrence-D.2", "field-suboptimal"]
    case .suboptimalDirection: ["field-suboptimal"]
    case .steepnessDrop, .steepnessDropRestated, .logDiscriminatorHessian, .radialEigenvalue,
      .normAsLargestEigenvalue, .positiveDefiniteness:
      ["hessian-", "eigenvalue-"]
    case .particleUpdateConstant, .particleLossEquivalence, .particleLossVelocity:
      ["particle-update"]
    case .fieldQuotientRule, .fieldRatioFormed, .fieldRatioOnly: ["field-of-ratio"]
    case .fieldSmallRatio: ["field-small-ratio"]
    case .fieldLargeRatio: ["field-large-ratio"]
    case .suboptimalUpdate, .suboptimalCosine: ["field-suboptimal"]
    case .singleModeSubstitution: ["recurrence-C.5"]
    case .suboptimalSubstitution: ["recurrence-D.2"]
    case .printedDivergence, .printedVariationalBound: ["divergence-appendix-H"]
    case .updateOfOtherDivergences:
      [
        "field-kullbackLeibler", "field-reverseKullbackLeibler", "field-jensenShannon",
        "field-pearson", "field-squaredHellinger", "field-vanilla",
      ]
    case .nonSaturatingSpecialCase: ["field-nonSaturating", "field-saturating"]
    case .divergenceOfTraining: ["divergence-value-at-one", "divergence-curvature"]
    case .descentOfDivergence: ["divergence-of-flow"]
    default: []
    }
  }

  /// What algebra derives about this claim, beside what is printed.
  public var derivations: [Derivation] {
    let names = derivationNames
    guard !names.isEmpty else { return [] }
    return Derivation.all.filter { derivation in
      names.contains { derivation.name.hasPrefix($0) }
    }
  }
}
