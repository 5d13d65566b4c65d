/// One piece of evidence: of what kind, in one sentence, and its numbers by name.
public struct Evidence: Sendable, Codable, Equatable {
  public enum Kind: String, Sendable, Codable {
    case search
    case box
    case symbolic
    case coq
    case simulation
    case arithmetic
    case argument
    /// Against the implementation of the claim, not the claim.
    case implementation
  }

  public let kind: Kind
  public let summary: String
  public let numbers: [String: String]

  public init(_ kind: Kind, _ summary: String, numbers: [String: String] = [:]) {
    self.kind = kind
    self.summary = summary
    self.numbers = numbers
  }
}

/// What the judge found about one claim: the shape that `verify --format json` prints.
public struct Judgement: Sendable, Codable, Equatable {
  public let id: String
  public let title: String
  public let source: String
  public let statement: String
  public let hypotheses: [String]
  public let verdict: Verdict
  public let trust: Trust
  public let evidence: [Evidence]
  public let witness: [String: String]?
  /// The family that the witness belongs to.
  public let family: Int?
  public let amendments: [JudgedAmendment]
  /// What is known of each hypothesis; nil where there are no families.
  public let hypothesisLedger: HypothesisLedger?
  public let remarks: [String]
  /// The verdict on record, to which `verify` compares.
  public let recorded: Verdict

  /// Whether the judge found what is on record.
  public var agreesWithRecord: Bool { verdict == recorded }
}

/// An amendment with its own verdict.
public struct JudgedAmendment: Sendable, Codable, Equatable {
  public let kind: Amendment.Kind
  public let statement: String
  public let verdict: Verdict
  public let trust: Trust
  public let evidence: [Evidence]
  public let witness: [String: String]?
  /// The family that the witness belongs to.
  public let family: Int?
}

/// The judgements of one run: the document that `verify --format json` prints.
public struct Ledger: Sendable, Codable, Equatable {
  public let seed: UInt64
  public let effort: Effort
  public let claims: [Judgement]

  public init(seed: UInt64, effort: Effort, claims: [Judgement]) {
    self.seed = seed
    self.effort = effort
    self.claims = claims
  }
}
