import NumericKernel
import Scalars

/// Examines hypotheses: draws instances at which they may fail, and drops one after another.
///
/// At `quick` a short look, so that a whole ledger stays quick: what it does not find, `standard` may.
struct HypothesisExamination {
  let effort: Effort
  let stream: RandomStream

  /// The ledger of a claim; nil for one about runs, and for one that restates another.
  ///
  /// - Parameters:
  ///   - printed: the verdict on the claim as printed.
  ///   - amendments: the verdicts on its amendments.
  func ledger(
    of claim: any Claim, printed: Verdict, amendments: [Verdict]
  ) throws -> HypothesisLedger? {
    // What another claim prints is examined there.
    guard !claim.families.isEmpty, claim.restates == nil else { return nil }
    let (subject, families) = subject(of: claim, printed: printed, amendments: amendments)
    let tally = try tally(of: families)
    var meeting = tally.meeting
    if meeting == nil, subject == .correction {
      meeting = try self.tally(of: claim.families).meeting
    }
    let canBeMet: Decision =
      meeting != nil || ![.vacuous, .inconclusive].contains(printed)
      ? .holds : printed == .vacuous && tally.meeting == nil ? .fails : .undecided
    let records = try records(tally, of: families, isDropping: subject != .none)
    precondition(
      claim.predicates.isEmpty || claim.predicates.count == claim.hypotheses.count,
      "predicates.count = hypotheses.count")
    return HypothesisLedger(
      printed: claim.hypotheses,
      printedHypotheses: claim.predicates.isEmpty
        ? nil
        : zip(claim.hypotheses, claim.predicates).map {
          PrintedHypothesis($0, predicates: $1, among: records)
        },
      subject: subject, records: records,
      canBeMet: canBeMet, meetingInstance: meeting?.table)
  }

  /// The statement whose hypotheses are worth dropping.
  private func subject(
    of claim: any Claim, printed: Verdict, amendments: [Verdict]
  ) -> (HypothesisLedger.Subject, [any Statement]) {
    let held: [Verdict] = [.proved, .certified, .supported]
    if held.contains(printed) { return (.printed, claim.families) }
    for (amendment, verdict) in zip(claim.amendments, amendments)
    where amendment.kind == .corrected && held.contains(verdict) {
      return (.correction, amendment.families)
    }
    return (.none, claim.families)
  }

  // MARK: Draws

  /// How often a hypothesis failed, by its name.
  private struct Count {
    var draws = 0
    var failures = 0
    var failuresInRange = 0
    var undecided = 0
    var isByConstruction = true
  }

  private struct Tally {
    var names: [String] = []
    var counts: [String: Count] = [:]
    /// The first instance over the declared ranges at which all hypotheses hold.
    var meeting: Instance?
  }

  private var draws: Int {
    switch effort {
    case .quick: 16
    case .standard: 128
    case .deep: 1024
    }
  }

  private func tally(of families: [any Statement]) throws -> Tally {
    var tally = Tally()
    for (index, family) in families.enumerated() {
      for width in SearchedRanges.Width.allCases {
        let variables = SearchedRanges(width: width).applied(to: family.variables)
        if variables.isEmpty, width != .declared { continue }
        for instance in try instances(variables, stream.split("draws-\(index)-\(width.rawValue)")) {
          count(family, at: instance, isInRange: width == .declared, into: &tally)
        }
      }
    }
    return tally
  }

  private func instances(_ variables: [Variable], _ stream: RandomStream) throws -> [Instance] {
    guard !variables.isEmpty else { return [Instance([], at: [])] }
    var sobol = try SobolSequence(dimension: variables.count, shiftedBy: stream)
    return (0..<draws).map { _ in Instance(variables, at: sobol.next()) }
  }

  private func count(
    _ family: any Statement, at instance: Instance, isInRange: Bool, into tally: inout Tally
  ) {
    Ball.$precision.withValue(128) {
      var areAllMet = true
      for hypothesis in family.hypotheses(at: instance.assignment(in: Ball.self)) {
        if tally.counts[hypothesis.text] == nil { tally.names.append(hypothesis.text) }
        var count = tally.counts[hypothesis.text] ?? Count()
        count.draws += 1
        if hypothesis.slack != nil { count.isByConstruction = false }
        switch hypothesis.decision {
        case .holds: break
        case .fails:
          count.failures += 1
          if isInRange { count.failuresInRange += 1 }
        case .undecided: count.undecided += 1
        }
        if hypothesis.decision != .holds { areAllMet = false }
        tally.counts[hypothesis.text] = count
      }
      if areAllMet, isInRange, tally.meeting == nil { tally.meeting = instance }
    }
  }

  // MARK: Need

  private func records(
    _ tally: Tally, of families: [any Statement], isDropping: Bool
  ) throws -> [HypothesisRecord] {
    let examination = PowerExamination(
      levels: SearchLevel.ofHypotheses(effort), effort: effort, stream: stream.split("need"))
    let dropped = isDropping ? try examination.hypotheses(of: families) : []
    return tally.names.map { name in
      let count = tally.counts[name] ?? Count()
      let found = dropped.first { $0.hypothesis == name }
      return HypothesisRecord(
        name: name,
        sampling: count.isByConstruction
          ? .byConstruction : count.failuresInRange > 0 ? .byRejection : .byRange,
        draws: count.draws, failures: count.failures, undecided: count.undecided,
        need: found?.need ?? .notExamined,
        reason: found?.mutant.reason
          ?? (count.isByConstruction
            ? "instances are built so that it holds" : "no statement is held to be true"),
        witness: found?.mutant.witness)
    }
  }
}
