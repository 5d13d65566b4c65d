public import Scalars

/// What is known of one hypothesis of a statement.
public struct HypothesisRecord: Sendable, Codable, Equatable {
  /// How instances come to satisfy it.
  public enum Sampling: String, Sendable, Codable {
    /// Instances are built so that it holds: a reparametrisation.
    case byConstruction
    /// It held at all draws over the ranges of the variables: the ranges are its sampler.
    case byRange
    /// It failed at some draws over these ranges, which the search leaves out.
    case byRejection
  }

  /// What becomes of the statement without it.
  public enum Need: String, Sendable, Codable {
    /// The statement fails where only this hypothesis does; there is a witness.
    case needed
    /// A side of the conclusion does not exist where only this hypothesis fails.
    case neededForExistence
    /// It was never false where the others hold.
    case implied
    /// It was false at some instances where the others hold, and the conclusion held there.
    case notSeenToBeNeeded
    /// Where only it fails the sides are those at other signs of some variables, where all hold.
    case idleBySymmetry
    /// Algebra proves the statement without it.
    case notNeeded
    /// Not examined, for the ledger's reason or because it is true by construction.
    case notExamined
  }

  /// Its name: its text in terms of the variables of the statement.
  public let name: String
  public let sampling: Sampling
  /// Instances drawn over the declared ranges, wider ones and ones of both signs, and at how many of them
  /// balls decide that it fails or decide nothing.
  public let draws: Int
  public let failures: Int
  public let undecided: Int
  public let need: Need
  public let reason: String
  /// Where only this hypothesis fails, and the conclusion with it.
  public let witness: [String: String]?

  /// Whether it was ever false under these changes.
  public var wasFalse: Bool { failures > 0 }
}

/// A printed hypothesis, and what is known of those of the statements that stand for it.
public struct PrintedHypothesis: Sendable, Codable, Equatable {
  public let text: String
  /// The records that stand for it; none for one that is built into the formulas, or prose.
  public let records: [String]
  /// Hypotheses of other forms of the statement that stand for it, and were not examined.
  public let unexamined: [String]
  /// Whether dropping one of them made the statement false, or left it without a side.
  public let isNeeded: Bool
  /// Whether any of them was dropped: those that hold by construction cannot be.
  public let isExamined: Bool

  init(_ text: String, predicates: [String], among records: [HypothesisRecord]) {
    let found = records.filter { predicates.contains($0.name) }
    self.text = text
    self.records = found.map(\.name)
    unexamined = predicates.filter { name in !found.contains { $0.name == name } }
    isExamined = found.contains { $0.need != .notExamined }
    isNeeded = found.contains { [.needed, .neededForExistence].contains($0.need) }
  }

  fileprivate var line: String {
    if records.isEmpty {
      let others =
        unexamined.isEmpty ? "" : "; in other forms \(unexamined.joined(separator: "; "))"
      return "printed '\(text)': not tested by any predicate: built in or prose\(others)"
    }
    return "printed '\(text)': tested by \(records.joined(separator: "; ")); "
      + (isNeeded ? "needed" : isExamined ? "not seen to be needed" : "none was dropped")
  }
}

/// What is known of the hypotheses of a claim, one by one and together.
public struct HypothesisLedger: Sendable, Codable, Equatable {
  /// The statement whose hypotheses are dropped: one that is not refuted, since of others nothing
  /// follows.
  public enum Subject: String, Sendable, Codable {
    case printed
    case correction
    /// Nothing is held to be true; the print's hypotheses are drawn, and none is dropped.
    case none
  }

  /// The printed texts, in the order of print.
  public let printed: [String]
  /// The same with what is known of each; nil where the claim does not say which predicates stand for them.
  public let printedHypotheses: [PrintedHypothesis]?
  public let subject: Subject
  public let records: [HypothesisRecord]
  /// Whether all together can be met, as balls decide it.
  public let canBeMet: Decision
  /// An instance at which all hold.
  public let meetingInstance: [String: String]?
}

extension HypothesisLedger {
  /// The ledger in lines for readers.
  package var lines: [String] {
    let together =
      switch canBeMet {
      case .holds: "all hypotheses can be met together"
      case .fails: "no instance meets all hypotheses together"
      case .undecided: "no instance was found that meets all hypotheses together"
      }
    var lines = [together]
    switch subject {
    case .printed: break
    case .correction: lines.append("dropped from the corrected statement:")
    case .none: lines.append("none is dropped, since no statement is held to be true")
    }
    lines += printedHypotheses?.map(\.line) ?? []
    lines += records.map { record in
      let sampling =
        switch record.sampling {
        case .byConstruction: "true by construction"
        case .byRange: "false at \(record.failures) of \(record.draws) draws"
        case .byRejection: "false at \(record.failures) of \(record.draws) draws, some in range"
        }
      return "\(record.name): \(sampling); \(record.need.text): \(record.reason)"
    }
    return lines
  }
}

extension HypothesisRecord.Need {
  fileprivate var text: String {
    switch self {
    case .needed: "needed"
    case .neededForExistence: "needed for both sides to exist"
    case .implied: "implied"
    case .notSeenToBeNeeded: "not seen to be needed"
    case .idleBySymmetry: "not needed, by symmetry"
    case .notNeeded: "not needed"
    case .notExamined: "not examined"
    }
  }
}
