/// Which statement a piece of evidence is about.
public struct StatementReference: Sendable, Codable, Hashable {
  public let claim: String
  /// The index of the amendment; nil for the claim as printed.
  public let amendment: Int?
  /// The index among the families.
  public let family: Int

  public init(claim: String, amendment: Int? = nil, family: Int) {
    self.claim = claim
    self.amendment = amendment
    self.family = family
  }
}

extension StatementReference: CustomStringConvertible {
  public var description: String {
    "\(claim), \(amendment.map { "amendment \($0)" } ?? "as printed"), family \(family)"
  }
}

/// A counterexample: at these values every hypothesis holds and the conclusion fails.
public struct CheckableWitness: Sendable, Codable, Hashable {
  public let statement: StatementReference
  /// An exact fraction for every variable.
  public let values: [String: String]

  public init(statement: StatementReference, values: [String: String]) {
    self.statement = statement
    self.values = values
  }
}

/// A box that is split until every part is decided.
public struct CheckableBoxes: Sendable, Codable, Hashable {
  public enum Assertion: String, Sendable, Codable {
    /// Wherever the hypotheses hold, the conclusion does.
    case conclusionHolds
    /// No point of the box meets the hypotheses.
    case hypothesesFail
  }

  public let statement: StatementReference
  public let asserts: Assertion
  /// The whole box, `lower:upper` for every variable.
  public let box: [String: String]
  /// From the whole box on, the lower part of a split before the upper: `split 0 at 3/2` along the axis of
  /// that index, `holds 1:3/2 0:1` or `outside 3/2:2 0:1` with the ends of the part.
  public let tree: [String]

  public init(
    statement: StatementReference, asserts: Assertion, box: [String: String], tree: [String]
  ) {
    self.statement = statement
    self.asserts = asserts
    self.box = box
    self.tree = tree
  }
}

/// Evidence that can be checked without searching: what `verify --export` writes and `verify --recheck`
/// reads.
public struct CheckableEvidence: Sendable, Codable, Equatable {
  public static let currentVersion = 1

  public let version: Int
  public let witnesses: [CheckableWitness]
  public let boxes: [CheckableBoxes]

  public init(witnesses: [CheckableWitness] = [], boxes: [CheckableBoxes] = []) {
    version = Self.currentVersion
    self.witnesses = witnesses
    self.boxes = boxes
  }

  /// Both, each piece once, the earlier first.
  public func merged(with later: CheckableEvidence) -> CheckableEvidence {
    CheckableEvidence(
      witnesses: witnesses + later.witnesses.filter { !witnesses.contains($0) },
      boxes: boxes + later.boxes.filter { !boxes.contains($0) })
  }
}

/// Evidence that says nothing about any statement that is known: what is wrong, on one line.
public struct EvidenceError: Error, Sendable, Equatable, CustomStringConvertible {
  public let problem: String
  public let remedy: String

  public init(_ problem: String, remedy: String) {
    self.problem = problem
    self.remedy = remedy
  }

  public var description: String { "\(problem); \(remedy)" }
}
