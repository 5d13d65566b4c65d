/// What the judge says of a claim as printed.
public enum Verdict: String, Sendable, Codable, CaseIterable {
  /// Holds as printed, for all instances.
  case proved
  /// Holds on a stated compact box.
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
public enum Trust: String, Sendable, Codable {
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

/// How hard the judge looks, as a number of instances a claim.
public enum Effort: String, Sendable, Codable, CaseIterable {
  case quick
  case standard
  case deep

  /// Instances drawn for one statement, divided among its families.
  public var instances: Int {
    switch self {
    case .quick: 256
    case .standard: 2048
    case .deep: 32768
    }
  }

  /// Starts from which the margin is minimised, in every family.
  public var descents: Int {
    switch self {
    case .quick: 2
    case .standard: 4
    case .deep: 16
    }
  }
}
