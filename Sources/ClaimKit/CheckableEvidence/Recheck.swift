import Scalars

/// What became of one piece of evidence.
public struct RecheckFinding: Sendable, Codable, Equatable {
  public let statement: StatementReference
  /// `witness` or `boxes`.
  public let kind: String
  public let isConfirmed: Bool
  /// What was confirmed, or what was not.
  public let detail: String
}

/// Checks evidence again, in ball arithmetic alone: it evaluates statements where the evidence says, and
/// searches nothing.
public struct Recheck {
  private let claims: [String: any Claim]

  public init(claims: [any Claim]) {
    self.claims = Dictionary(claims.map { ($0.id, $0) }) { first, _ in first }
  }

  /// A finding for every piece, witnesses first.
  ///
  /// - Throws: `EvidenceError` where the evidence is not about statements that are known, or not made of
  ///   fractions.
  public func findings(on evidence: CheckableEvidence) throws(EvidenceError) -> [RecheckFinding] {
    guard evidence.version == CheckableEvidence.currentVersion else {
      throw EvidenceError(
        "version \(evidence.version) is not known",
        remedy: "export again with this program, version \(CheckableEvidence.currentVersion)")
    }
    var findings: [RecheckFinding] = []
    for witness in evidence.witnesses { findings.append(try finding(on: witness)) }
    for boxes in evidence.boxes { findings.append(try finding(on: boxes)) }
    return findings
  }

  func finding(on witness: CheckableWitness) throws(EvidenceError) -> RecheckFinding {
    let statement = try statement(witness.statement)
    let instance = try Self.instance(witness.values, of: statement, witness.statement)
    let isInRange = zip(statement.variables, instance.values).allSatisfy { $0.contains($1) }
    let (isConfirmed, detail): (Bool, String) =
      switch statement.finding(at: instance) {
      case _ where !isInRange: (false, "a value lies outside its variable's range")
      case .judged(.fails, _): (true, "every hypothesis holds and the conclusion fails")
      case .judged(.holds, _): (false, "the conclusion holds there")
      case .judged(.undecided, _): (false, "the conclusion is undecided there")
      case .outside: (false, "a hypothesis fails there")
      case .unclear: (false, "a hypothesis is undecided there")
      case .undefined: (false, "a side of the conclusion does not exist there")
      }
    return RecheckFinding(
      statement: witness.statement, kind: "witness", isConfirmed: isConfirmed, detail: detail)
  }

  func finding(on boxes: CheckableBoxes) throws(EvidenceError) -> RecheckFinding {
    let problem = try firstProblem(of: boxes)
    let parts = boxes.tree.count { !$0.hasPrefix("split") }
    return RecheckFinding(
      statement: boxes.statement, kind: "boxes", isConfirmed: problem == nil,
      detail: problem ?? "\(parts) parts cover the box, each decided as stated")
  }

  /// Walks the tree from the statement's own box: every line takes the next part that is left, splits it
  /// or decides it, and nothing may be left. So the parts cover the box, exactly.
  private func firstProblem(of boxes: CheckableBoxes) throws(EvidenceError) -> String? {
    let statement = try statement(boxes.statement)
    let variables = statement.boxVariables
    let whole = RationalBox(variables)
    guard boxes.box == whole.table(variables) else { return "the box is not the statement's" }
    var rest = [whole]
    for (index, line) in boxes.tree.enumerated() {
      guard let part = rest.popLast() else { return "line \(index + 1) is one part too many" }
      let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      if words.first == "split" {
        guard words.count == 4, words[2] == "at", let axis = Int(words[1]),
          variables.indices.contains(axis), let cut = Rational(words[3])
        else { throw Self.malformed(line, boxes.statement) }
        guard let (below, above) = part.parts(along: axis, at: cut, of: variables[axis]) else {
          return "the cut of line \(index + 1) is not inside its part"
        }
        rest += [above, below]
        continue
      }
      guard words[0] == "holds" || words[0] == "outside" else {
        throw Self.malformed(line, boxes.statement)
      }
      guard let stated = RationalBox(ends: words.dropFirst()), stated.lower.count == variables.count
      else {
        throw Self.malformed(line, boxes.statement)
      }
      guard stated == part else { return "line \(index + 1) is not the part that the splits leave" }
      switch (words[0], statement.finding(on: part)) {
      case ("outside", .outside): continue
      case ("holds", .holds) where boxes.asserts == .conclusionHolds: continue
      default: return "the part of line \(index + 1) is not decided as stated"
      }
    }
    return rest.isEmpty ? nil : "\(rest.count) parts of the box are missing"
  }

  private func statement(_ reference: StatementReference) throws(EvidenceError) -> any Statement {
    guard let claim = claims[reference.claim] else {
      throw EvidenceError(
        "'\(reference.claim)' is not a claim of the ledger",
        remedy: "list them with 'steepness claims'")
    }
    var families = claim.families
    if let amendment = reference.amendment {
      let amendments = claim.amendments
      families = amendments.indices.contains(amendment) ? amendments[amendment].families : []
    }
    guard families.indices.contains(reference.family) else {
      throw EvidenceError("there is no \(reference)", remedy: "export again with this program")
    }
    return families[reference.family]
  }

  private static func instance(
    _ values: [String: String], of statement: any Statement, _ reference: StatementReference
  ) throws(EvidenceError) -> Instance {
    let names = statement.variables.map(\.name)
    guard Set(names) == Set(values.keys) else {
      throw EvidenceError(
        "the witness of \(reference) gives \(values.keys.sorted())",
        remedy: "its variables are \(names)")
    }
    var fractions: [Rational] = []
    for name in names {
      guard let fraction = Rational(values[name] ?? "") else {
        throw malformed("\(name) = \(values[name] ?? "")", reference)
      }
      fractions.append(fraction)
    }
    return Instance(names: names, values: fractions)
  }

  private static func malformed(_ text: String, _ reference: StatementReference) -> EvidenceError {
    EvidenceError(
      "'\(text)' of \(reference) is not written in fractions",
      remedy: "export again with this program")
  }
}
