public import ClaimKit
import GANTheory

/// Every claim that is examined so far, by its id. The switch is exhaustive: a claim without an
/// examiner does not compile.
public enum PaperClaim: String, CaseIterable, Sendable {
  case optimalDiscriminator = "equation-2.2-optimal"
  case fieldOfRatio = "equation-2.2"
  case nearestMode = "prose-2.3-nearest-mode"
  case criticalPoints = "prose-2.3-critical-points"
  case smoothedData = "assumption-2.1"
  case caseDescriptions = "table-2"
  case caseOneDirection = "prose-3.1-case-1"
  case caseOneLength = "prose-3.1-case-1-length"
  case caseTwoStrength = "prose-3.1-case-2"
  case caseTwoSharpening = "prose-3.1-case-2-sharpening"
  case caseThreeDiscriminator = "prose-3.1-case-3"
  case caseThreeIntensity = "prose-3.1-case-3-intensity"
  case caseFourIntensity = "prose-3.1-case-4"
  case lineSteepness = "theorem-3.1"
  case spaceSteepness = "theorem-3.2"
  case steepnessEvolution = "theorem-3.3"
  case modeMixture = "theorem-3.4"
  case generatorUpdate = "theorem-4.1"
  case steepnessDrop = "theorem-4.2"
  case divergenceOfTraining = "appendix-B-divergence"
  case descentOfDivergence = "appendix-B-descent"
  case particleLossEquivalence = "corollary-C.1"
  case particleUpdateConstant = "corollary-C.1-proof"
  case particleLossChainRule = "corollary-C.1-proof-line-1"
  case particleLossVelocity = "corollary-C.1-proof-line-2"
  case particleLossLogarithm = "corollary-C.1-proof-line-3"
  case limitingFields = "theorem-C.1"
  case fieldQuotientRule = "theorem-C.1-proof-line-1"
  case fieldRatioFormed = "theorem-C.1-proof-line-2"
  case fieldRatioOnly = "theorem-C.1-proof-line-3"
  case fieldSmallRatio = "theorem-C.1-proof-line-4"
  case fieldLargeRatio = "theorem-C.1-proof-line-5"
  case implicationOfSmallRatio = "theorem-C.1-implications-small"
  case implicationOfLargeRatio = "theorem-C.1-implications-large"
  case concentratedField = "proposition-C.1"
  case concentratedDensities = "proposition-C.1-proof"
  case concentratedDirection = "proposition-C.1-discussion"
  case coveringField = "proposition-C.2"
  case coveringDensities = "proposition-C.2-proof"
  case coveringDirection = "proposition-C.2-discussion"
  case singleModeField = "proposition-C.3"
  case singleModeDensities = "proposition-C.3-proof"
  case singleModeDirection = "proposition-C.3-discussion"
  case separatedField = "proposition-C.4"
  case separatedDensities = "proposition-C.4-proof"
  case separatedFieldDiscussion = "proposition-C.4-discussion"
  case separatedMagnitude = "proposition-C.4-discussion-magnitude"
  case lineSteepnessRestated = "theorem-C.3"
  case spaceSteepnessRestated = "theorem-C.4"
  case singleModeMonotone = "theorem-C.5-monotone"
  case singleModeLimit = "theorem-C.5-limit"
  case singleModeEvolution = "theorem-C.5"
  case singleModeDensity = "theorem-C.5-proof-density"
  case singleModeScore = "theorem-C.5-proof-score"
  case singleModeRatioGradient = "theorem-C.5-proof-gradient"
  case singleModeSubstitution = "theorem-C.5-proof-last-line"
  case steepnessEvolutionRestated = "theorem-C.6"
  case steepnessEvolutionProof = "theorem-C.6-proof"
  case modeMixtureRestated = "theorem-C.7"
  case generatorUpdateRestated = "theorem-C.8"
  case steepnessDropRestated = "theorem-C.9"
  case logDiscriminatorHessian = "theorem-C.9-eigenvalues"
  case suboptimalRewriting = "appendix-D.1"
  case perfectDistinction = "appendix-D.1-distinction"
  case suboptimalDirection = "proposition-D.1"
  case suboptimalCosine = "proposition-D.1-formula"
  case suboptimalCommonFactor = "proposition-D.1-proof-line-1"
  case suboptimalLogarithms = "proposition-D.1-proof-line-2"
  case suboptimalSignStep = "proposition-D.1-proof-line-3"
  case suboptimalTaylorStep = "proposition-D.1-proof-taylor"
  case optimalDirection = "proposition-D.1-remark-optimal"
  case typicalRatio = "proposition-D.1-remark-small-ratio"
  case adjustableMagnitude = "proposition-D.1-remark-magnitude"
  case suboptimalEvolution = "proposition-D.2"
  case suboptimalUpdate = "proposition-D.2-proof-field"
  case suboptimalDensity = "proposition-D.2-proof-density"
  case suboptimalScore = "proposition-D.2-proof-score"
  case suboptimalRatioGradient = "proposition-D.2-proof-gradient"
  case suboptimalSubstitution = "proposition-D.2-proof-last-line"
  case suboptimalEvolutionRemark = "proposition-D.2-remark"
  case printedDivergence = "appendix-H-divergence"
  case printedVariationalBound = "appendix-H-variational-bound"
  case updateOfOtherDivergences = "appendix-H-update"
  case nonSaturatingSpecialCase = "appendix-H-nonsaturating"

  /// The claim as printed, with its examiner.
  public var claim: any Claim {
    switch self {
    case .optimalDiscriminator: OptimalDiscriminator()
    case .nearestMode: NearestMode()
    case .criticalPoints: CriticalPoints()
    case .smoothedData: SmoothedData()
    case .caseDescriptions: CaseDescriptions()
    case .caseOneDirection: CaseOneDirection()
    case .caseOneLength: CaseOneLength()
    case .caseTwoStrength: CaseTwoStrength()
    case .caseTwoSharpening: CaseTwoSharpening()
    case .caseThreeDiscriminator: CaseThreeDiscriminator()
    case .caseThreeIntensity: CaseThreeIntensity()
    case .caseFourIntensity: CaseFourIntensity()
    case .particleLossEquivalence: ParticleLossEquivalence()
    case .particleLossChainRule: ParticleLossLine(line: .chainRule, recorded: .proved)
    case .particleLossVelocity: ParticleLossLine(line: .velocityInserted, recorded: .refuted)
    case .particleLossLogarithm: ParticleLossLine(line: .logarithm, recorded: .proved)
    case .fieldQuotientRule: FieldOfRatioLine(line: .quotientRule)
    case .fieldRatioFormed: FieldOfRatioLine(line: .ratioFormed)
    case .fieldRatioOnly: FieldOfRatioLine(line: .ratioOnly)
    case .fieldSmallRatio: FieldOfRatioLine(line: .smallRatio)
    case .fieldLargeRatio: FieldOfRatioLine(line: .largeRatio)
    case .implicationOfSmallRatio: ImplicationOfSmallRatio()
    case .implicationOfLargeRatio: ImplicationOfLargeRatio()
    case .concentratedDensities: DensitiesOfCase(configuration: .concentrated)
    case .coveringDensities: DensitiesOfCase(configuration: .covering)
    case .singleModeDensities: DensitiesOfCase(configuration: .singleMode)
    case .separatedDensities: DensitiesOfCase(configuration: .separated)
    case .concentratedDirection: QuadrantDirection(configuration: .concentrated)
    case .coveringDirection: QuadrantDirection(configuration: .covering)
    case .singleModeDirection: QuadrantDirection(configuration: .singleMode)
    case .separatedMagnitude: SeparatedMagnitude()
    case .singleModeMonotone: SingleModeMonotone()
    case .singleModeLimit: SingleModeLimit()
    case .singleModeDensity:
      SingleModeStepClaim(place: .optimal, step: .density, recorded: .refuted)
    case .singleModeScore:
      SingleModeStepClaim(place: .optimal, step: .score, recorded: .proved)
    case .singleModeRatioGradient:
      SingleModeStepClaim(place: .optimal, step: .ratioGradient, recorded: .proved)
    case .singleModeSubstitution:
      SingleModeStepClaim(place: .optimal, step: .substitution, recorded: .refuted)
    case .suboptimalRewriting: SuboptimalIdentity(place: .rewriting)
    case .perfectDistinction: PerfectDistinction()
    case .suboptimalCosine: SuboptimalIdentity(place: .formula)
    case .suboptimalCommonFactor: SuboptimalIdentity(place: .commonFactor)
    case .suboptimalLogarithms: SuboptimalIdentity(place: .logarithms)
    case .suboptimalSignStep: SuboptimalSignStep()
    case .suboptimalTaylorStep: SuboptimalTaylorStep()
    case .optimalDirection: SuboptimalIdentity(place: .optimal)
    case .typicalRatio: TypicalRatio()
    case .adjustableMagnitude: AdjustableMagnitude()
    case .suboptimalUpdate: SuboptimalIdentity(place: .update)
    case .suboptimalDensity:
      SingleModeStepClaim(place: .suboptimal, step: .density, recorded: .refuted)
    case .suboptimalScore:
      SingleModeStepClaim(place: .suboptimal, step: .score, recorded: .proved)
    case .suboptimalRatioGradient:
      SingleModeStepClaim(place: .suboptimal, step: .ratioGradient, recorded: .proved)
    case .suboptimalSubstitution:
      SingleModeStepClaim(place: .suboptimal, step: .substitution, recorded: .refuted)
    case .suboptimalEvolutionRemark: SuboptimalEvolutionRemark()
    case .printedDivergence: PrintedDivergence()
    case .printedVariationalBound: PrintedVariationalBound()
    case .updateOfOtherDivergences: UpdateOfOtherDivergences()
    case .nonSaturatingSpecialCase: NonSaturatingSpecialCase()
    case .fieldOfRatio: FieldOfRatio()
    case .limitingFields: LimitingFields()
    case .separatedFieldDiscussion: SeparatedFieldDiscussion()
    case .singleModeEvolution: SingleModeEvolution()
    case .suboptimalEvolution: SuboptimalEvolution()
    case .suboptimalDirection: SuboptimalDirection()
    case .particleUpdateConstant: ParticleUpdateConstant()
    case .steepnessEvolutionProof: SteepnessEvolutionProof()
    case .lineSteepnessRestated: restated("appendix C.5", LineSteepnessLowerBound())
    case .spaceSteepnessRestated: restated("appendix C.6", SpaceSteepnessLowerBound())
    case .steepnessEvolutionRestated: restated("appendix C.7", SteepnessEvolution())
    case .modeMixtureRestated: restated("appendix C.8", ModeMixtureLowerBound())
    case .generatorUpdateRestated: restated("appendix C.9", GeneratorJacobianUpdate())
    case .steepnessDropRestated: restated("appendix C.9", SteepnessDrop())
    case .logDiscriminatorHessian: LogDiscriminatorHessian()
    case .divergenceOfTraining: DivergenceOfTraining()
    case .descentOfDivergence: DescentOfDivergence()
    case .lineSteepness: LineSteepnessLowerBound()
    case .spaceSteepness: SpaceSteepnessLowerBound()
    case .steepnessEvolution: SteepnessEvolution()
    case .modeMixture: ModeMixtureLowerBound()
    case .generatorUpdate: GeneratorJacobianUpdate()
    case .steepnessDrop: SteepnessDrop()
    case .concentratedField: ConcentratedField()
    case .coveringField: CoveringField()
    case .singleModeField: SingleModeField()
    case .separatedField: SeparatedField()
    }
  }

  private func restated(_ place: String, _ original: any Claim) -> any Claim {
    Restatement(id: rawValue, source: "\(rawValue), \(place)", original: original)
  }

  /// The theorems of `Proofs/` that the kernel has accepted, as `make proofs` recorded them.
  public static var kernelProofs: [KernelProof] { kernelProofTable }
}
