/// When training is to stop, by two numbers of every measured iteration: a quantile of ‖∇d/d‖₂ over generated
/// samples, and the mean steepness.
///
/// - Source: Algorithm 2. `printed` is the rule as it stands there; `repaired` mends what the ledger finds in it:
///   claims `algorithm-2-scale`, `algorithm-2-decay`, `algorithm-2-fitting`, `algorithm-2-first-iteration`.
public struct EarlyStoppingRule: Hashable, Codable, Sendable {
  /// What the steepness is compared with.
  public enum SteepnessReference: String, Codable, Sendable, CaseIterable {
    /// The previous measured iteration: a slow fall is never seen.
    case previous
    /// The greatest steepness so far.
    case maximum
  }

  /// When the bound on ‖∇d/d‖₂ counts as exceeded.
  public enum GradientCriterion: String, Codable, Sendable, CaseIterable {
    /// Wherever the quantile is above it.
    case level
    /// Only after the quantile has once been at or below it since the warm-up: in fitting ‖∇d/d‖₂ is large
    /// too, and a rise marks the end of fitting, not a value.
    case crossing
  }

  /// The bound on the quantile of ‖∇d/d‖₂.
  public var gradientThreshold: GradientThreshold
  /// k_g: a proportional change of steepness below it stops training.
  public var leastSteepnessChange: Double
  /// N_w: up to this iteration nothing stops training.
  public var warmUp: Int
  /// What the steepness is compared with.
  public var steepnessReference: SteepnessReference
  /// When the bound on ‖∇d/d‖₂ counts as exceeded.
  public var gradientCriterion: GradientCriterion

  /// A rule; `validate()` checks it.
  public init(
    gradientThreshold: GradientThreshold, leastSteepnessChange: Double, warmUp: Int,
    steepnessReference: SteepnessReference, gradientCriterion: GradientCriterion
  ) {
    self.gradientThreshold = gradientThreshold
    self.leastSteepnessChange = leastSteepnessChange
    self.warmUp = warmUp
    self.steepnessReference = steepnessReference
    self.gradientCriterion = gradientCriterion
  }

  /// The rule as printed; k_g and N_w are those of appendix F.2.
  public static func printed(
    modeDistance: Double, standardDeviation: Double, leastSteepnessChange: Double = -0.5,
    warmUp: Int = 50
  ) -> EarlyStoppingRule {
    EarlyStoppingRule(
      gradientThreshold: .printed(
        modeDistance: modeDistance, standardDeviation: standardDeviation),
      leastSteepnessChange: leastSteepnessChange, warmUp: warmUp, steepnessReference: .previous,
      gradientCriterion: .level)
  }

  /// The rule without the defects that the ledger finds.
  public static func repaired(
    modeDistance: Double, standardDeviation: Double, leastSteepnessChange: Double = -0.5,
    warmUp: Int = 50
  ) -> EarlyStoppingRule {
    EarlyStoppingRule(
      gradientThreshold: .scaled(
        modeDistance: modeDistance, standardDeviation: standardDeviation),
      leastSteepnessChange: leastSteepnessChange, warmUp: warmUp, steepnessReference: .maximum,
      gradientCriterion: .crossing)
  }

  /// - Throws: `SimulationError.invalidArgument`, naming the number.
  public func validate() throws(SimulationError) {
    try gradientThreshold.validate()
    try require(
      leastSteepnessChange < 0 && leastSteepnessChange > -1, "least steepness change",
      "\(leastSteepnessChange)", "it lies between -1 and 0", "-0.5 stops where steepness has halved"
    )
    try require(
      warmUp >= 0, "warm-up", "\(warmUp)", "it is not negative", "0 is no warm-up")
  }
}
