extension StoppingTrial.Setting {
  /// The settings that come with the package: the paper's mixture at its preset, with noise in the discriminator as in
  /// section G.7 and with two steps of the discriminator, and four modes in the plane.
  ///
  /// Samples are measured with every probe, 1000 of them, and duality gaps at every tenth, so that measuring takes a
  /// fifth of the time.
  public static let all: [StoppingTrial.Setting] = [
    setting("mixture-3d", .mixture3D, "SGD 0.05, one step each") { _ in },
    setting("mixture-3d-noise", .mixture3D, "SGD 0.05, noise 0.1 in the discriminator") {
      $0.discriminatorNoise = 0.1
    },
    setting("mixture-3d-two-steps", .mixture3D, "SGD 0.05, two discriminator steps") {
      $0.discriminatorSteps = 2
    },
    setting("gaussian-2d", .gaussian2D, "Adam 0.0005 and 0.001, one step each") { _ in },
  ]

  /// A short one for the report: a quarter of the first.
  public static let quick = setting("mixture-3d-quick", .mixture3D, "SGD 0.05, one step each") {
    $0.iterations = 3000
    $0.dualityGap = DualityGapSettings(interval: 250)
  }

  /// The settings of these names, in their order.
  ///
  /// - Throws: `SimulationError.invalidArgument` where there is none of a name, listing those there are.
  public static func named(
    _ names: [String]
  ) throws(SimulationError) -> [StoppingTrial.Setting] {
    let known = all + [quick]
    var found: [StoppingTrial.Setting] = []
    for name in names {
      guard let setting = known.first(where: { $0.name == name }) else {
        throw .invalidArgument(
          name: "settings", value: name, rule: "no setting has this name",
          remedy: "take some of \(known.map(\.name).joined(separator: ", "))")
      }
      found.append(setting)
    }
    return found
  }

  private static func setting(
    _ name: String, _ preset: Experiment, _ summary: String,
    _ change: (inout Experiment) -> Void
  ) -> StoppingTrial.Setting {
    var experiment = preset
    experiment.name = name
    experiment.chosenLatents = []
    experiment.sampleInterval = experiment.probeInterval
    experiment.sampleSize = 1000
    experiment.dualityGap = DualityGapSettings(interval: 10 * experiment.probeInterval)
    experiment.checkpointInterval = 4000
    change(&experiment)
    return StoppingTrial.Setting(experiment, summary: summary)
  }

  /// The criteria that are compared: Algorithm 2 as printed and repaired, the gaps, losses, the divergence to the
  /// truth, a fixed iteration, no stopping, and the oracle.
  ///
  /// Patience is a sixth of the run, losses may be a factor 3 from their equilibrium over five measurements, and the
  /// fixed iteration is a quarter of the run: numbers that were chosen before any run was looked at.
  ///
  /// - Throws: `SimulationError.invalidArgument` where modes have no common σ or no distance.
  public func criteria() throws(SimulationError) -> [(name: String, criterion: StoppingCriterion)] {
    let (printed, repaired) = try rules()
    let patience = experiment.iterations / 6
    return [
      ("printed", .algorithm(printed, level: .modeLevel)),
      ("repaired", .algorithm(repaired, level: .modeLevel)),
      ("duality gap", .patience(.dualityGap, iterations: patience)),
      ("perturbed gap", .patience(.perturbedGap, iterations: patience)),
      ("losses", .lossBounds(factor: 3, window: 5)),
      ("Jensen–Shannon", .patience(.jensenShannon, iterations: patience)),
      ("fixed iteration", .fixed(experiment.iterations / 4)),
      ("no stopping", .never),
      ("oracle", .oracle),
    ]
  }

  /// Algorithm 2 for this mixture, as printed and repaired.
  ///
  /// - Throws: as `criteria`.
  public func rules() throws(SimulationError) -> (
    printed: EarlyStoppingRule, repaired: EarlyStoppingRule
  ) {
    guard let distance = experiment.data.leastModeDistance,
      let deviation = experiment.data.commonStandardDeviation
    else {
      throw .invalidArgument(
        name: "data", value: "\(experiment.data.modes.count) modes",
        rule: "the threshold needs two modes and one σ", remedy: "give all modes one σ")
    }
    return (
      .printed(modeDistance: distance, standardDeviation: deviation),
      .repaired(modeDistance: distance, standardDeviation: deviation)
    )
  }
}
