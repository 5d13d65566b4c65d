public import ClaimKit

/// Every claim that is examined so far, by its id. The switch is exhaustive: a claim without an
/// examiner does not compile.
public enum PaperClaim: String, CaseIterable, Sendable {
  case fieldOfRatio = "equation-2.2"
  case lineSteepness = "theorem-3.1"
  case spaceSteepness = "theorem-3.2"
  case steepnessEvolution = "theorem-3.3"
  case modeMixture = "theorem-3.4"
  case flatGenerators = "prose-3.4-small-k"
  case mixtureBoundInSteepness = "prose-3.4-large-k"
  case mixtureInverseInSteepness = "prose-3.4-inverse"
  case severityAndSteepness = "prose-3.4-severity"
  case modesOfFigure = "figure-3-modes"
  case severityInFigure = "figure-3-right"
  case optimalAtConvergence = "prose-4.1-optimal"
  case optimalNearModes = "prose-4.1-centre"
  case optimalFarFromModes = "prose-4.1-far"
  case linearModelOptimality = "assumption-4.1"
  case linearModelOutside = "assumption-4.1-outside"
  case linearModelKink = "assumption-4.1-differentiable"
  case ballsAreDisjoint = "assumption-4.1-separation"
  case linearModelGradient = "equation-4.1-gradient"
  case gradientNearBoundary = "prose-4.1-boundary"
  case pushFromBoundary = "prose-4.1-direction"
  case escapeFromMode = "prose-4.1-escape"
  case generatorUpdate = "theorem-4.1"
  case steepnessDrop = "theorem-4.2"
  case steepnessNearMode = "prose-4.2-local"
  case thresholdAtTwoDeviations = "arithmetic-4.3-threshold"
  case stoppingRuleFirstIteration = "algorithm-2-first-iteration"
  case stoppingRuleUnits = "algorithm-2-scale"
  case stoppingRuleDecay = "algorithm-2-decay"
  case stoppingRuleQuantile = "algorithm-2-quantile"
  case digitsEpoch = "figure-5-mnist-epoch"
  case cifarEpoch = "figure-5-cifar-epoch"
  case histogramTail = "figure-7-tail"
  case logarithmicAxis = "figure-7-log-scale"
  case divergenceOfTraining = "appendix-B-divergence"
  case descentOfDivergence = "appendix-B-descent"
  case singularMeasures = "appendix-B-mutually-singular"
  case singularGap = "appendix-B-positive-gap"
  case imageOfFewerDimensions = "appendix-B-low-dimension"
  case particleUpdateConstant = "corollary-C.1-proof"
  case limitingFields = "theorem-C.1"
  case concentratedField = "proposition-C.1"
  case coveringField = "proposition-C.2"
  case singleModeField = "proposition-C.3"
  case separatedField = "proposition-C.4"
  case separatedFieldDiscussion = "proposition-C.4-discussion"
  case lineSteepnessRestated = "theorem-C.3"
  case spaceSteepnessRestated = "theorem-C.4"
  case singleModeEvolution = "theorem-C.5"
  case steepnessEvolutionRestated = "theorem-C.6"
  case steepnessEvolutionProof = "theorem-C.6-proof"
  case modeMixtureRestated = "theorem-C.7"
  case intervalMassMonotony = "theorem-C.7-proof-monotone"
  case preimagesOfRegion = "theorem-C.7-proof-preimages"
  case massOfUnion = "theorem-C.7-proof-sum"
  case twoModeSimplification = "theorem-C.7-proof-two-modes"
  case generatorUpdateRestated = "theorem-C.8"
  case generatorUpdateProof = "theorem-C.8-proof"
  case steepnessDropRestated = "theorem-C.9"
  case discriminatorSlope = "theorem-C.9-proof-gradient"
  case logDiscriminatorHessian = "theorem-C.9-eigenvalues"
  case spectralSubmultiplicativity = "theorem-C.9-proof-submultiplicative"
  case radialEigenvalue = "theorem-C.9-proof-simplification"
  case normAsLargestEigenvalue = "theorem-C.9-proof-norm"
  case positiveDefiniteness = "theorem-C.9-proof-positive-definite"
  case suboptimalDirection = "proposition-D.1"
  case suboptimalEvolution = "proposition-D.2"
  case mixtureThreshold = "arithmetic-F.2-mixture"
  case mixtureDistance = "arithmetic-F.2-mixture-distance"
  case digitsThreshold = "arithmetic-F.2-mnist"
  case fashionThreshold = "arithmetic-F.2-fashion"
  case cifarThreshold = "arithmetic-F.2-cifar"
  case fourDeviations = "appendix-G.1-4sigma"
  case toyDiscriminatorShape = "appendix-G.1-linear"
  case noiseScale = "appendix-G.1-noise-scale"
  case checkpointsBeforeCollapse = "appendix-G.1-checkpoints"
  case vectorsThroughCentres = "figure-13"
  case dualityGapAfterCollapse = "appendix-G.5-collapse"

  /// The claim as printed, with its examiner.
  public var claim: any Claim {
    switch self {
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
    case .flatGenerators: MixtureOfFlatGenerators()
    case .mixtureBoundInSteepness: MixtureBoundInSteepness()
    case .mixtureInverseInSteepness: MixtureInverseInSteepness()
    case .severityAndSteepness: SeverityAndSteepness()
    case .modesOfFigure: ModesOfFigure()
    case .severityInFigure: SeverityInFigure()
    case .optimalAtConvergence: OptimalAtConvergence()
    case .optimalNearModes: OptimalNearModes()
    case .optimalFarFromModes: OptimalFarFromModes()
    case .linearModelOptimality: LinearModelOptimality()
    case .linearModelOutside: LinearModelOutside()
    case .linearModelKink: LinearModelKink()
    case .ballsAreDisjoint: BallsAreDisjoint()
    case .linearModelGradient: LinearModelGradient()
    case .gradientNearBoundary: GradientNearBoundary()
    case .pushFromBoundary: PushFromBoundary()
    case .escapeFromMode: EscapeFromMode()
    case .steepnessNearMode: SteepnessNearMode()
    case .thresholdAtTwoDeviations: ThresholdAtTwoDeviations()
    case .stoppingRuleFirstIteration: StoppingRuleFirstIteration()
    case .stoppingRuleUnits: StoppingRuleUnits()
    case .stoppingRuleDecay: StoppingRuleDecay()
    case .stoppingRuleQuantile: StoppingRuleQuantile()
    case .digitsEpoch: StoppingThresholds.digitsEpoch
    case .cifarEpoch: StoppingThresholds.cifarEpoch
    case .histogramTail: StoppingThresholds.tail
    case .logarithmicAxis: LogarithmicAxis()
    case .singularMeasures: DivergenceOfSingularMeasures()
    case .singularGap: GapOfSingularMeasures()
    case .imageOfFewerDimensions: ImageOfFewerDimensions()
    case .intervalMassMonotony: IntervalMassMonotony()
    case .preimagesOfRegion: PreimagesOfRegion()
    case .massOfUnion: MassOfUnion()
    case .twoModeSimplification: TwoModeSimplification()
    case .generatorUpdateProof: JacobianUpdateProof()
    case .discriminatorSlope: DiscriminatorSlope()
    case .spectralSubmultiplicativity: SpectralSubmultiplicativity()
    case .radialEigenvalue: RadialEigenvalue()
    case .normAsLargestEigenvalue: NormAsLargestEigenvalue()
    case .positiveDefiniteness: PositiveDefiniteness()
    case .mixtureThreshold: StoppingThresholds.mixture
    case .mixtureDistance: StoppingThresholds.mixtureDistance
    case .digitsThreshold: StoppingThresholds.digits
    case .fashionThreshold: StoppingThresholds.fashion
    case .cifarThreshold: StoppingThresholds.cifar
    case .fourDeviations: StoppingThresholds.fourDeviations
    case .toyDiscriminatorShape: ToyDiscriminatorShape()
    case .noiseScale: NoiseScale()
    case .checkpointsBeforeCollapse: CheckpointsBeforeCollapse()
    case .vectorsThroughCentres: VectorsThroughCentres()
    case .dualityGapAfterCollapse: DualityGapAfterCollapse()
    }
  }

  private func restated(_ place: String, _ original: any Claim) -> any Claim {
    Restatement(id: rawValue, source: "\(rawValue), \(place)", original: original)
  }

  /// The theorems of `Proofs/` that the kernel has accepted, as `make proofs` recorded them.
  public static var kernelProofs: [KernelProof] { kernelProofTable }
}
