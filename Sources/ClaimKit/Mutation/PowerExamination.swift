public import NumericKernel
import Scalars

/// Measures the power of the search: which mutants of a statement does it refute?
///
/// A survivor that says no more than the statement, for a checked reason, counts for nothing; the others
/// are either true although they say more, or misses.
public struct PowerExamination {
  public let effort: Effort
  let stream: RandomStream
  /// Searches, one after another while nothing is found.
  let levels: [SearchLevel]

  public init(effort: Effort, seed: UInt64) {
    self.init(effort: effort, stream: RandomStream(seed: seed, name: "power"))
  }

  public init(effort: Effort, stream: RandomStream) {
    self.init(levels: SearchLevel.ofMutants(effort), effort: effort, stream: stream)
  }

  init(levels: [SearchLevel], effort: Effort, stream: RandomStream) {
    self.levels = levels
    self.effort = effort
    self.stream = stream
  }

  /// The power over the statement of a claim that is held to be true: as printed, or its first
  /// correction where the record says that the print is refuted or vacuous. Nil where there is neither, and for a
  /// claim about runs, which has no statement that could be changed.
  ///
  /// - Throws: `NumericError` where a numerical method fails.
  public func report(on claim: any Claim) throws -> ClaimPower? {
    let correction = claim.amendments.first { $0.kind == .corrected }
    let isHeld = ![.refuted, .vacuous].contains(claim.recorded)
    guard isHeld ? !claim.families.isEmpty : correction != nil else { return nil }
    let examination = PowerExamination(effort: effort, stream: stream.split(claim.id))
    let report =
      if let correction, !isHeld {
        try examination.report(on: correction.families, mutants: correction.mutants)
      } else {
        try examination.report(on: claim.families, mutants: claim.mutants)
      }
    return ClaimPower(
      id: claim.id, title: claim.title,
      examined: isHeld ? claim.statement : correction?.statement ?? claim.statement,
      isCorrection: !isHeld, report: report)
  }

  /// The power over a statement, with all its mutants and those that are declared.
  ///
  /// The same families, effort and stream give the same report.
  /// - Throws: `NumericError` where a numerical method fails.
  public func report(
    on families: [any Statement], mutants declared: [Mutant] = []
  ) throws -> PowerReport {
    let generator = MutantGenerator(families: families)
    var examined: [ExaminedMutant] = []
    for mutant in generator.ofConclusion() {
      examined.append(
        try fate(of: mutant.mutant, from: families, isStrict: mutant.mutation == .strict))
    }
    let (dropped, binding) = try droppedHypotheses(generator)
    examined += dropped.map(\.mutant)
    for mutant in declared {
      examined.append(try fate(of: mutant, from: families, isStrict: false))
    }
    return PowerReport(mutants: examined, rangesThatBind: binding)
  }

  // MARK: Hypotheses

  /// What became of a statement without one of its hypotheses.
  struct DroppedHypothesis {
    let hypothesis: String
    let mutant: ExaminedMutant
    let need: HypothesisRecord.Need
  }

  /// Every hypothesis that instances could violate, dropped in turn.
  func hypotheses(of families: [any Statement]) throws -> [DroppedHypothesis] {
    try droppedHypotheses(MutantGenerator(families: families)).dropped
  }

  private func droppedHypotheses(
    _ generator: MutantGenerator
  ) throws -> (dropped: [DroppedHypothesis], rangesThatBind: [String]) {
    let droppable = generator.droppableHypotheses
    let binding = droppable.isEmpty ? [] : try rangesThatBind(generator)
    let ranges = SearchedRanges.Width.allCases.map {
      SearchedRanges(width: $0, kept: Set(binding))
    }
    return (try droppable.map { try fate(without: $0, generator, over: ranges) }, binding)
  }

  // MARK: One mutant

  private func fate(
    of mutant: Mutant, from families: [any Statement], isStrict: Bool
  ) throws -> ExaminedMutant {
    let stream = stream.split(mutant.text)
    let outcome = try search(mutant.families, stream)
    if let refuted = refuted(mutant.text, mutant.families, outcome) { return refuted }
    let report = outcome.report
    func survivor(
      _ outcome: ExaminedMutant.Outcome, _ reason: String
    ) -> ExaminedMutant {
      ExaminedMutant(mutant.text, outcome, reason, leastMargin: report.leastMargin)
    }
    if AlgebraicRoute(families: mutant.families).decision() == .holds {
      return survivor(.weakerOrEquivalent, "algebra proves this identity, too")
    }
    if Self.areDecidedTrue(families), Self.areDecidedTrue(mutant.families) {
      return survivor(
        .weakerOrEquivalent, "equivalent: neither has variables, and balls decide both to be true")
    }
    let comparison = MutantComparison(
      original: families, mutant: mutant.families, effort: effort, stream: stream)
    if isStrict {
      if let place = try comparison.placeOfEquality() {
        return ExaminedMutant(
          mutant.text, .refuted, "algebra finds both sides equal at one instance",
          witness: place.table)
      }
      if report.undecided == 0, report.admissible > 0 {
        return survivor(
          .weakerOrEquivalent,
          "the sides are certified to differ at all \(report.admissible) decided instances")
      }
    } else if let reason = try comparison.reason() ?? comparison.multipleReason() {
      return survivor(.weakerOrEquivalent, reason)
    }
    if report.admissible == 0 {
      return survivor(.survivor, "no instance satisfies all hypotheses: nothing was tested")
    }
    return survivor(
      .survivor,
      "no violation among \(report.admissible) admissible instances; \(report.undecided) undecided")
  }

  /// Whether these are statements about nothing variable, each true.
  private static func areDecidedTrue(_ families: [any Statement]) -> Bool {
    families.allSatisfy { family in
      guard family.variables.isEmpty,
        case .judged(.holds, _) = family.finding(at: Instance([], at: []))
      else { return false }
      return true
    }
  }

  private func fate(
    without hypothesis: String, _ generator: MutantGenerator, over ranges: [SearchedRanges]
  ) throws -> DroppedHypothesis {
    let text = "without '\(hypothesis)'"
    var (failing, nonexistent) = (0, 0)
    var leastMargin = Double.infinity
    func dropped(
      _ outcome: ExaminedMutant.Outcome, _ need: HypothesisRecord.Need, _ reason: String
    ) -> DroppedHypothesis {
      DroppedHypothesis(
        hypothesis: hypothesis,
        mutant: ExaminedMutant(text, outcome, reason, leastMargin: leastMargin), need: need)
    }
    for ranges in ranges {
      let mutant = generator.statement(without: hypothesis, over: ranges)
      let outcome = try search(mutant, stream.split(text).split(ranges.width.rawValue))
      if let refuted = refuted(text, mutant, outcome) {
        return DroppedHypothesis(hypothesis: hypothesis, mutant: refuted, need: .needed)
      }
      failing += outcome.report.admissible
      nonexistent += outcome.report.undefined + outcome.report.broken
      leastMargin = min(leastMargin, outcome.report.leastMargin)
      if outcome.report.admissible > 0, AlgebraicRoute(families: mutant).decision() == .holds {
        return dropped(
          .weakerOrEquivalent, .notNeeded, "algebra proves the identity without this hypothesis")
      }
    }
    if failing > 0 {
      let kept = ranges.first?.kept ?? []
      let exact = try exactInstances(
        generator.statement(
          without: hypothesis, over: SearchedRanges(width: .reflected, kept: kept)),
        stream.split(text).split("exact"))
      if exact > 0 {
        return dropped(
          .weakerOrEquivalent, .notNeeded,
          "algebra finds both sides equal at all \(exact) instances drawn at which only this hypothesis fails"
        )
      }
      let reflected = SearchedRanges(width: .reflected, kept: kept)
      let symmetry = try Reflection(
        original: generator.families(with: hypothesis),
        without: generator.statement(without: hypothesis, over: reflected),
        stream: stream.split(text)
      ).symmetry()
      if let symmetry {
        let names = symmetry.variables.joined(separator: ", ")
        return dropped(
          .weakerOrEquivalent, .idleBySymmetry,
          "equivalent: at all \(symmetry.instances) instances drawn at which only this hypothesis fails, the "
            + "sides are those at −\(names), where all hypotheses hold")
      }
      return dropped(
        .survivor, .notSeenToBeNeeded,
        "no violation among \(failing) instances at which only this hypothesis fails: it may be unneeded"
      )
    }
    if nonexistent > 0 {
      return dropped(
        .weakerOrEquivalent, .neededForExistence,
        "a side does not exist at any of the \(nonexistent) instances at which only this hypothesis fails"
      )
    }
    return dropped(
      .weakerOrEquivalent, .implied,
      "it never fails where the others hold: ranges or other hypotheses imply it")
  }

  /// At how many instances algebra finds an equality to hold; 0 where it does not at one of them.
  private func exactInstances(
    _ families: [any Statement], _ stream: RandomStream
  ) throws -> Int {
    var count = 0
    for (index, family) in families.enumerated() {
      let variables = family.variables
      guard !variables.isEmpty else { continue }
      var sobol = try SobolSequence(
        dimension: variables.count, shiftedBy: stream.split("family-\(index)"))
      for _ in 0..<64 where count < 12 * (index + 1) {
        // Short fractions keep the algebra short.
        let instance = Instance(variables, at: sobol.next(), relativeError: 1e-2)
        guard case .judged(.undecided, _) = family.finding(at: instance) else { continue }
        guard family.exactDecision(at: instance) == .holds else { return 0 }
        count += 1
      }
    }
    return count
  }

  // MARK: Search

  private struct Outcome {
    let report: SearchReport
    let level: SearchLevel
  }

  /// Searches at one level after another, since most mutants fall to the least.
  private func search(_ families: [any Statement], _ stream: RandomStream) throws -> Outcome {
    var outcome: Outcome?
    for level in levels {
      let search = Search(
        effort: level.effort, stream: stream.split(level.name), isBrief: level.isBrief)
      let found = Outcome(report: try search.report(on: families), level: level)
      outcome = found
      if found.report.worst != nil { break }
    }
    guard let outcome else { preconditionFailure("levels.count > 0") }
    return outcome
  }

  private func refuted(
    _ text: String, _ families: [any Statement], _ outcome: Outcome
  ) -> ExaminedMutant? {
    guard let worst = outcome.report.worst else { return nil }
    let witness = Shrinking(statement: families[worst.family]).shortened(worst)
    return ExaminedMutant(
      text, .refuted, "certified violation at effort \(outcome.level.name)",
      witness: witness.instance.table)
  }

  /// The variables whose ranges say what no hypothesis says; all, where only wider ranges of several at
  /// once show it.
  private func rangesThatBind(_ generator: MutantGenerator) throws -> [String] {
    func fails(keeping kept: Set<String>) throws -> Bool {
      let families = generator.statement(over: SearchedRanges(width: .widened, kept: kept))
      let name = "wider ranges/\(kept.sorted().joined(separator: " "))"
      return try search(families, stream.split(name)).report.worst != nil
    }
    guard try fails(keeping: []) else { return [] }
    let names = generator.variableNames
    let binding = try names.filter { try fails(keeping: Set(names).subtracting([$0])) }
    return try fails(keeping: Set(binding)) ? names : binding
  }
}

/// How hard one search of an examination looks.
struct SearchLevel {
  let effort: Effort
  /// Whether it only screens and decides a few points, without descents.
  var isBrief = false

  var name: String { (isBrief ? "brief " : "") + effort.rawValue }

  /// All efforts up to this one.
  static func ofMutants(_ effort: Effort) -> [SearchLevel] {
    let place = Effort.allCases.firstIndex(of: effort) ?? 0
    return Effort.allCases.prefix(place + 1).map { SearchLevel(effort: $0) }
  }

  /// A brief search, and all efforts below this one.
  static func ofHypotheses(_ effort: Effort) -> [SearchLevel] {
    [SearchLevel(effort: .quick, isBrief: true)] + ofMutants(effort).dropLast()
  }
}

extension Instance {
  /// The fractions by the names of their variables.
  var table: [String: String] {
    Dictionary(uniqueKeysWithValues: zip(names, values.map(\.description)))
  }
}
