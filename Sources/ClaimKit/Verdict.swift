/// What the judge says of a claim as printed.
public enum Verdict: String, Sendable, Codable, CaseIterable {
  /// Holds as printed, for all instances.
  case proved
  /// Holds on a stated compact box; a statement in which nothing varies, at its one point.
  case certified
  /// No counterexample in a stated search. Not a statement of truth.
  case supported
  /// A witness satisfies every printed hypothesis and violates the conclusion.
  case refuted
  /// The hypotheses cannot be met, or force the conclusion whatever it says.
  case vacuous
  /// Nothing of the above; the evidence gives the reason.
  case inconclusive
}

/// How far a verdict can be trusted, from the kernel of a proof assistant down to samples.
public enum Trust: String, Sendable, Codable, CaseIterable {
  /// Checked by the kernel of a proof assistant, axioms listed.
  case kernel
  /// An identity decided by exact algebra.
  case exact
  /// Decided in ball arithmetic.
  case certified
  /// Seen in samples.
  case sampled
  /// Nothing to trust: an inconclusive verdict.
  case none
}

/// How hard the judge looks, in evaluations, never in seconds.
///
/// All counts are for one statement and divided among its families.
public enum Effort: String, Sendable, Codable, CaseIterable {
  case quick
  case standard
  case deep

  /// Instances that are decided in ball arithmetic.
  public var instances: Int {
    switch self {
    case .quick: 256
    case .standard: 2048
    case .deep: 32768
    }
  }

  /// Points at which the margin is evaluated in doubles, to choose where to look.
  public var screenings: Int {
    switch self {
    case .quick: 2048
    case .standard: 65_536
    case .deep: 2_097_152
    }
  }

  /// Starts from which the margin is minimised, in every family.
  public var descents: Int {
    switch self {
    case .quick: 2
    case .standard: 6
    case .deep: 24
    }
  }

  /// Steps of the simulated annealing that follows the descents.
  public var annealingSteps: Int {
    switch self {
    case .quick: 1024
    case .standard: 16_384
    case .deep: 262_144
    }
  }

  /// The most runs of something random.
  public var runs: Int {
    switch self {
    case .quick: 128
    case .standard: 2048
    case .deep: 32_768
    }
  }
}
