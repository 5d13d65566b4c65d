/// What subdivision says of the families of a statement on their boxes.
public struct BoxReport: Sendable, Codable, Equatable {
  public let families: [FamilyBoxReport]
  /// Boxes that could be looked at.
  public let budget: Int

  /// Whether every family holds on its whole box, and not for want of instances.
  public var isCertified: Bool {
    families.allSatisfy(\.isDecided) && families.contains { $0.holding > 0 }
  }

  /// Whether no point of any family's box meets the hypotheses.
  public var isInfeasible: Bool {
    families.allSatisfy { $0.isDecided && $0.holding == 0 }
  }
}

/// What subdivision says of one family.
public struct FamilyBoxReport: Sendable, Codable, Equatable {
  /// The box, `lower:upper` for every variable.
  public let box: [String: String]
  /// Whether the statement states a box of its own, narrower than what is searched.
  public let isStatedBox: Bool
  /// Boxes that were looked at.
  public let evaluated: Int
  /// Parts on which the conclusion holds.
  public let holding: Int
  /// Parts on which no point meets the hypotheses.
  public let outside: Int
  /// Parts on which nothing could be decided.
  public let undecided: Int
  /// The parts' share of the box in the variables' scales, rounded down.
  public let holdingFraction: Double
  public let outsideFraction: Double
  /// The largest undecided parts, at most `FamilyBoxReport.listed` of them.
  public let largestUndecided: [[String: String]]
  /// A point at which every hypothesis holds and the conclusion fails, where one was met.
  public let violation: [String: String]?
  /// Why the family is not for boxes at all.
  public let obstacle: String?
  /// The parts as a tree of splits, where all are decided.
  public let tree: [String]?

  /// How many undecided parts are listed.
  public static let listed = 8

  /// Whether nothing is left undecided.
  public var isDecided: Bool { obstacle == nil && undecided == 0 && violation == nil }
}

extension BoxReport {
  /// The report in one sentence, with its counts.
  public var evidence: Evidence {
    let holding = families.reduce(0) { $0 + $1.holding }
    let outside = families.reduce(0) { $0 + $1.outside }
    let undecided = families.reduce(0) { $0 + $1.undecided }
    let decided = families.map { $0.holdingFraction + $0.outsideFraction }.min() ?? 0
    var numbers = [
      "families": "\(families.count)",
      "familiesDecided": "\(families.count { $0.isDecided })",
      "boxesHolding": "\(holding)", "boxesOutside": "\(outside)", "boxesUndecided": "\(undecided)",
      "boxesEvaluated": "\(families.reduce(0) { $0 + $1.evaluated })", "budget": "\(budget)",
      "leastHoldingFraction": "\(families.map(\.holdingFraction).min() ?? 0)",
      "leastDecidedFraction": "\(min(decided, 1))",
    ]
    for (index, family) in families.enumerated() {
      numbers["box of family \(index)"] = Self.printed(family.box)
      if let first = family.largestUndecided.first {
        numbers["largest undecided part of family \(index)"] = Self.printed(first)
      }
    }
    return Evidence(.box, summary, numbers: numbers)
  }

  private var summary: String {
    if let obstacle = families.lazy.compactMap(\.obstacle).first { return obstacle }
    if families.contains(where: { $0.violation != nil }) {
      return "the subdivision met a point at which the conclusion fails"
    }
    if isInfeasible { return "no point of the box of any family meets the hypotheses" }
    let undecided = families.reduce(0) { $0 + $1.undecided }
    if isCertified {
      let own = families.contains(where: \.isStatedBox) ? "a stated box" : "the whole searched box"
      return "every part of \(own) of every family is decided in ball arithmetic, none left over"
    }
    return "\(undecided) parts are left undecided; see the fractions, rounded down"
  }

  private static func printed(_ box: [String: String]) -> String {
    box.sorted { $0.key < $1.key }.map {
      "\($0.key) ∈ [\($0.value.split(separator: ":").joined(separator: ", "))]"
    }.joined(separator: ", ")
  }
}
