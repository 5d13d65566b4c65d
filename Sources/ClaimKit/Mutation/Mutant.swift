/// A small change of a statement that its search should be able to tell from the statement.
///
/// Claims declare those that no wrapper can make: changes of constants inside a formula.
public struct Mutant: Sendable {
  public let text: String
  public let families: [any Statement]

  public init(_ text: String, families: [any Statement]) {
    self.text = text
    self.families = families
  }
}

/// What became of a mutant.
public struct ExaminedMutant: Sendable, Codable, Equatable {
  public enum Outcome: String, Sendable, Codable {
    /// A certified violation was found.
    case refuted
    /// It says no more than the statement, for a reason that was checked.
    case weakerOrEquivalent
    /// Neither: it holds although it says more, or the search is too weak.
    case survivor
  }

  public let text: String
  public let outcome: Outcome
  /// What was found, or checked, in one sentence.
  public let reason: String
  /// The least relative margin in balls, of a mutant that was not refuted; nil where none was seen.
  public let leastRelativeMargin: Double?
  /// The shortened violation of a refuted mutant.
  public let witness: [String: String]?

  init(
    _ text: String, _ outcome: Outcome, _ reason: String, leastMargin: Double = .infinity,
    witness: [String: String]? = nil
  ) {
    self.text = text
    self.outcome = outcome
    self.reason = reason
    leastRelativeMargin = leastMargin.isFinite ? leastMargin : nil
    self.witness = witness
  }
}

/// The measured power of the search over the families of one statement.
public struct PowerReport: Sendable, Codable, Equatable {
  public let mutants: [ExaminedMutant]
  public let refuted: Int
  public let weakerOrEquivalent: Int
  public let survivors: Int
  /// refuted/(all − weaker or equivalent); nil where nothing is left to refute.
  public let score: Double?
  /// Variables over whose wider range the statement itself fails with all its hypotheses: their ranges say
  /// what no hypothesis says, and were kept when hypotheses were dropped.
  public let rangesThatBind: [String]

  init(mutants: [ExaminedMutant], rangesThatBind: [String]) {
    self.mutants = mutants
    self.rangesThatBind = rangesThatBind
    refuted = mutants.count { $0.outcome == .refuted }
    weakerOrEquivalent = mutants.count { $0.outcome == .weakerOrEquivalent }
    survivors = mutants.count { $0.outcome == .survivor }
    score = MutationScore(refuted: refuted, survivors: survivors).value
  }
}

/// refuted/(refuted + survivors).
struct MutationScore {
  let refuted: Int
  let survivors: Int

  var value: Double? {
    refuted + survivors == 0 ? nil : Double(refuted) / Double(refuted + survivors)
  }
}

/// The measured power over one claim.
public struct ClaimPower: Sendable, Codable, Equatable {
  public let id: String
  public let title: String
  /// The statement that was mutated: the claim's as printed or its first correction.
  public let examined: String
  public let isCorrection: Bool
  public let report: PowerReport
}

/// The measured power over a ledger: the document that `power --format json` prints.
public struct PowerLedger: Sendable, Codable, Equatable {
  public let seed: UInt64
  public let effort: Effort
  public let claims: [ClaimPower]
  /// Claims without a statement that is held to be true.
  public let unexamined: [String]
  public let refuted: Int
  public let weakerOrEquivalent: Int
  public let survivors: Int
  public let score: Double?

  public init(seed: UInt64, effort: Effort, claims: [ClaimPower], unexamined: [String]) {
    self.seed = seed
    self.effort = effort
    self.claims = claims
    self.unexamined = unexamined
    refuted = claims.reduce(0) { $0 + $1.report.refuted }
    weakerOrEquivalent = claims.reduce(0) { $0 + $1.report.weakerOrEquivalent }
    survivors = claims.reduce(0) { $0 + $1.report.survivors }
    score = MutationScore(refuted: refuted, survivors: survivors).value
  }
}
