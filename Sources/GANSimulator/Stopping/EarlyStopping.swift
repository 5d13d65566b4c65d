/// What the rule looks at in one measured iteration.
public struct StoppingObservation: Hashable, Codable, Sendable {
  /// How many iterations had been taken; ascending from one observation to the next.
  public var iteration: Int
  /// The quantile of ‖∇d/d‖₂ over generated samples, in one over the unit of the samples.
  public var gradient: Double
  /// The mean of ‖J_g(z)‖₂.
  public var steepness: Double

  /// An observation of finite numbers, neither of them negative.
  public init(iteration: Int, gradient: Double, steepness: Double) {
    precondition(
      gradient.isFinite && gradient >= 0 && steepness.isFinite && steepness >= 0,
      "gradient \(gradient) and steepness \(steepness) break 0 ≤ value < ∞")
    self.iteration = iteration
    self.gradient = gradient
    self.steepness = steepness
  }
}

/// What the rule makes of one observation.
public struct StoppingExamination: Hashable, Codable, Sendable {
  public let observation: StoppingObservation
  /// (S − S_reference)/S_reference; nil at the first observation and where the reference is 0.
  public let steepnessChange: Double?
  /// Whether the iteration belongs to the warm-up.
  public let isWarmUp: Bool
  /// Whether ‖∇d/d‖₂ exceeds its bound in the sense of the rule.
  public let exceedsGradient: Bool
  /// Whether the steepness has changed by less than k_g.
  public let fallsInSteepness: Bool

  /// Whether training stops here.
  public var stops: Bool { !isWarmUp && (exceedsGradient || fallsInSteepness) }

  /// Which criteria are met, in a few words; empty for none.
  public var causes: String {
    var found: [String] = []
    if exceedsGradient { found.append("‖∇d/d‖ above its threshold") }
    if fallsInSteepness { found.append("steepness falls") }
    return found.joined(separator: ", ")
  }

  /// What is made of the observation, in a few words.
  public var finding: String {
    guard !causes.isEmpty else { return isWarmUp ? "warm-up" : "go on" }
    return isWarmUp ? "warm-up (\(causes))" : "stop: \(causes)"
  }
}

/// A rule at work: it is shown one observation after another.
///
/// A value without side effects: the same observations give the same examinations.
///
/// - Source: Algorithm 2, lines 3 to 8. Line 4 of the first iteration compares with nothing: there is no change
///   there, and nothing falls.
public struct EarlyStopping: Sendable {
  /// The rule.
  public let rule: EarlyStoppingRule
  private var reference: Double?
  private var hasBeenBelow = false

  /// The rule before its first observation.
  ///
  /// - Throws: `SimulationError.invalidArgument` where the rule is not one.
  public init(_ rule: EarlyStoppingRule) throws(SimulationError) {
    try rule.validate()
    self.rule = rule
  }

  /// What the rule makes of the next observation.
  public mutating func examine(_ observation: StoppingObservation) -> StoppingExamination {
    let isWarmUp = observation.iteration <= rule.warmUp
    let change = reference.flatMap { $0 > 0 ? (observation.steepness - $0) / $0 : nil }
    let isAbove = observation.gradient > rule.gradientThreshold.value
    let examination = StoppingExamination(
      observation: observation, steepnessChange: change, isWarmUp: isWarmUp,
      exceedsGradient: isAbove && (rule.gradientCriterion == .level || hasBeenBelow),
      fallsInSteepness: change.map { $0 < rule.leastSteepnessChange } ?? false)
    if !isWarmUp && !isAbove { hasBeenBelow = true }
    switch rule.steepnessReference {
    case .previous: reference = observation.steepness
    case .maximum: reference = max(reference ?? 0, observation.steepness)
    }
    return examination
  }

  /// What the rule makes of each observation, up to the one where it stops; all of them where it does not.
  ///
  /// - Throws: `SimulationError.invalidArgument` where the rule is not one.
  public static func examinations(
    of observations: some Sequence<StoppingObservation>, by rule: EarlyStoppingRule
  ) throws(SimulationError) -> [StoppingExamination] {
    var monitor = try EarlyStopping(rule)
    var found: [StoppingExamination] = []
    for observation in observations {
      found.append(monitor.examine(observation))
      if found[found.count - 1].stops { break }
    }
    return found
  }
}
