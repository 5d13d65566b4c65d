public import ClaimKit

/// Every claim that is examined so far, by its id. The switch is exhaustive: a claim without an
/// examiner does not compile.
public enum PaperClaim: String, CaseIterable, Sendable {
  case fieldOfRatio = "equation-2.2"
  case steepnessInvariance = "definition-2.1-invariance"
  case noiseDimension = "assumption-2.2"
  case insufficientSteepness = "prose-3.2-insufficient"
  case monotoneTransport = "prose-3.2-optimal-transport"
  case lineSteepness = "theorem-3.1"
  case steepnessInDistance = "prose-3.2-exponential"
  case steepnessInVariance = "prose-3.2-inverse-variance"
  case spaceSteepness = "theorem-3.2"
  case modesAwayFromOrigin = "theorem-3.2-translation"
  case spaceBoundInDistance = "prose-3.2-space-distance"
  case spaceBoundInVariance = "prose-3.2-space-variance"
  case rescaledData = "prose-3.2-rescaling"
  case steepestAtCentre = "prose-3.3-maximum-at-zero"
  case steepnessIncreases = "prose-3.3-monotone"
  case earlyGrowthRate = "prose-3.3-early-rate"
  case steepnessEvolution = "theorem-3.3"
  case moreModes = "prose-3.3-more-modes"
  case figureThreeLinear = "figure-3-linear"
  case figureThreeOrder = "figure-3-order"
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
  case inverseProportionality = "prose-3.2-summary"
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
  case quantileOfUniform = "lemma-C.1-quantile"
  case uniformOfCDF = "lemma-C.1-uniform"
  case mapCharacterisation = "theorem-C.2"
  case mapCharacterisationProof = "theorem-C.2-proof"
  case lineSteepnessRestated = "theorem-C.3"
  case inverseDerivative = "theorem-C.3-proof-derivative"
  case inverseDerivativeExplicit = "theorem-C.3-proof-explicit"
  case inverseDerivativeEverywhere = "theorem-C.3-proof-every-y"
  case midpointQuantile = "theorem-C.3-proof-quantile"
  case densityOfImage = "lemma-C.2-first"
  case densityAtImage = "lemma-C.2-second"
  case spaceSteepnessRestated = "theorem-C.4"
  case truncatedSlope = "theorem-C.4-proof-derivative"
  case truncatedDeterminant = "theorem-C.4-proof-determinant"
  case uniformOnCube = "theorem-C.4-proof-uniform"
  case branchesOfCube = "theorem-C.4-proof-branches"
  case farthestPointDensity = "theorem-C.4-proof-farthest"
  case reciprocalDensity = "theorem-C.4-proof-reciprocal"
  case composedDeterminant = "theorem-C.4-proof-composition"
  case determinantBound = "theorem-C.4-proof-spectral"
  case meanMultiple = "theorem-C.4-remark"
  case singleModeEvolution = "theorem-C.5"
  case steepnessEvolutionRestated = "theorem-C.6"
  case oddnessOfFlow = "theorem-C.6-proof-oddness"
  case slopeOfVelocity = "theorem-C.6-proof-chain-rule"
  case generatedDensityAtCentre = "theorem-C.6-proof-generated-density"
  case dataDensityAtCentre = "theorem-C.6-proof-data-density"
  case discriminatorAtCentre = "theorem-C.6-proof-discriminator"
  case assembledRate = "theorem-C.6-proof-assembled"
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
  case inverseForPlots = "appendix-I-inverse"
  case gapAndSlope = "table-3-means"
  case asymptoticSlope = "table-3-variance"
  case weightsAndMap = "table-3-weights"
  case segmentsOfMap = "table-3-count"

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
    case .steepestAtCentre: SteepestAtCentre()
    case .steepnessIncreases: SteepnessIncreases()
    case .earlyGrowthRate: EarlyGrowthRate()
    case .moreModes: MoreModes()
    case .inverseDerivative: InverseDerivative()
    case .inverseDerivativeExplicit: InverseDerivativeExplicit()
    case .inverseDerivativeEverywhere: InverseDerivativeEverywhere()
    case .midpointQuantile: MidpointQuantile()
    case .oddnessOfFlow: OddnessOfFlow()
    case .slopeOfVelocity: SlopeOfVelocity()
    case .generatedDensityAtCentre: GeneratedDensityAtCentre()
    case .dataDensityAtCentre: DataDensityAtCentre()
    case .discriminatorAtCentre: DiscriminatorAtCentre()
    case .assembledRate: AssembledRate()
    case .steepnessInvariance: SteepnessInvariance()
    case .noiseDimension: NoiseDimension()
    case .insufficientSteepness: InsufficientSteepness()
    case .monotoneTransport: MonotoneTransport()
    case .steepnessInDistance: SteepnessInDistance()
    case .steepnessInVariance: SteepnessInVariance()
    case .modesAwayFromOrigin: ModesAwayFromOrigin()
    case .spaceBoundInDistance: SpaceBoundInDistance()
    case .spaceBoundInVariance: SpaceBoundInVariance()
    case .rescaledData: RescaledData()
    case .figureThreeLinear: FigureThreeLinear()
    case .figureThreeOrder: FigureThreeOrder()
    case .inverseProportionality: InverseProportionality()
    case .quantileOfUniform: QuantileOfUniform()
    case .uniformOfCDF: UniformOfCDF()
    case .mapCharacterisation: MapCharacterisation()
    case .mapCharacterisationProof: MapCharacterisationProof()
    case .densityOfImage: DensityOfImage()
    case .densityAtImage: DensityAtImage()
    case .truncatedSlope: TruncatedSlope()
    case .truncatedDeterminant: TruncatedDeterminant()
    case .uniformOnCube: UniformOnCube()
    case .branchesOfCube: BranchesOfCube()
    case .farthestPointDensity: FarthestPointDensity()
    case .reciprocalDensity: ReciprocalDensity()
    case .composedDeterminant: ComposedDeterminant()
    case .determinantBound: DeterminantBound()
    case .meanMultiple: MeanMultiple()
    case .inverseForPlots: InverseForPlots()
    case .gapAndSlope: GapAndSlope()
    case .asymptoticSlope: AsymptoticSlope()
    case .weightsAndMap: WeightsAndMap()
    case .segmentsOfMap: SegmentsOfMap()
    }
  }

  private func restated(_ place: String, _ original: any Claim) -> any Claim {
    Restatement(id: rawValue, source: "\(rawValue), \(place)", original: original)
  }

  /// The theorems of `Proofs/` that the kernel has accepted, as `make proofs` recorded them.
  public static var kernelProofs: [KernelProof] { kernelProofTable }
}
