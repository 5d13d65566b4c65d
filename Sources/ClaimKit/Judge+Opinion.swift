import NumericKernel
import Scalars

extension Judge {
  /// What the rules say of a claim as printed or of an amendment.
  func opinion(on question: Question) throws -> Opinion {
    let algebra = AlgebraicRoute(families: question.families)
    let identity = algebra.decision()
    // Where algebra has decided, a search has only to notice that one of them is wrong.
    let level =
      identity == .holds ? SearchLevel(effort: .quick, isBrief: true) : SearchLevel(effort: effort)
    let report = try report(on: question, at: level, identity: identity)
    let controlReport = try Search(
      effort: level.effort, stream: question.stream.split("control"), stopsAtViolation: true
    ).report(on: question.control.families)
    var evidence =
      [report.evidence(effort: level.name, seed: seed)]
      + [report.implementationEvidence].compactMap { $0 }
    evidence.append(controlReport.controlEvidence(question.control.text))
    if let found = algebra.evidence(identity) { evidence.append(found) }
    evidence += question.proofs.map(\.evidence)
    let proofOfStatement = question.proofs.contains { $0.establishes == .statement }
    let proofOfNegation = question.proofs.contains { $0.establishes == .refutation }
    func opinion(_ verdict: Verdict, _ trust: Trust) -> Opinion {
      Opinion(verdict: verdict, trust: trust, evidence: evidence)
    }
    func inconclusive(_ reason: String) -> Opinion {
      evidence.append(Evidence(.argument, reason))
      return opinion(.inconclusive, .none)
    }

    if let worst = report.worst {
      if identity == .holds {
        return inconclusive("algebra and the search contradict each other: one of them is wrong")
      }
      if proofOfStatement {
        return inconclusive("the kernel accepted a proof of what the search refuted: one is wrong")
      }
      return refutation(
        by: worst, isShort: report.isReplayed, of: question.families, evidence: evidence)
    }
    if proofOfNegation {
      return inconclusive("the kernel accepted a refutation where no search finds a violation")
    }
    if report.undefined > 0 {
      return inconclusive("the implementation has no margin where all hypotheses hold")
    }
    if report.shortfalls > 0 {
      return inconclusive(
        "at \(report.shortfalls) instances the point that is named falls short; another may not")
    }
    let boxes = boxes(of: question, identity: identity, isMet: report.admissible > 0)
    if let boxes { evidence.append(boxes.evidence) }
    guard report.admissible > 0 else {
      if boxes?.isInfeasible == true, question.isExhaustive {
        evidence.append(
          Evidence(
            .argument,
            "no point of the box meets all hypotheses, so that the claim says nothing there"))
        return opinion(.vacuous, .certified)
      }
      return inconclusive("no instance that was drawn satisfies all hypotheses: nothing was tested")
    }
    guard controlReport.worst != nil else {
      return inconclusive("the search did not refute the control, so that its silence says nothing")
    }
    if let triviality = question.triviality {
      let stronger = try Search(
        effort: effort, stream: question.stream.split("triviality")
      ).report(on: triviality.strengthened)
      evidence.append(Evidence(.argument, triviality.argument))
      evidence.append(
        stronger.evidence(effort: effort.rawValue, seed: seed, prefix: "strengthened: "))
      let isProved = question.proofs.contains { $0.establishes == .triviality }
      if isProved, stronger.worst == nil, stronger.admissible > 0, stronger.undecided == 0 {
        return opinion(.vacuous, .kernel)
      }
    }
    if proofOfStatement { return opinion(.proved, .kernel) }
    if question.isExhaustive, identity == .holds { return opinion(.proved, .exact) }
    if question.isExhaustive, boxes?.isCertified == true {
      evidence += question.families.compactMap(\.constantEvidence)
      return opinion(.certified, .certified)
    }
    return opinion(.supported, .sampled)
  }

  /// What is known of violations: an earlier counterexample that still stands, or else a search; and
  /// where that is silent although algebra finds different forms, a look at instances in algebra.
  private func report(
    on question: Question, at level: SearchLevel, identity: Decision?
  ) throws -> SearchReport {
    if let replayed = replay.report(
      claim: question.claim, amendment: question.amendment, on: question.families)
    {
      return replayed
    }
    var report = try Search(
      effort: level.effort, stream: question.stream.split("search"), isBrief: level.isBrief
    ).report(on: question.families)
    if report.worst == nil, identity == .fails {
      try AlgebraicRoute(families: question.families).addViolations(
        to: &report, stream: question.stream.split("algebra"))
    }
    return report
  }

  private func refutation(
    by worst: Violation, isShort: Bool, of families: [any Statement], evidence: [Evidence]
  ) -> Opinion {
    let statement = families[worst.family]
    // A stored witness has been shortened; once more would lose half of the violation again.
    let witness = isShort ? worst : Shrinking(statement: statement).shortened(worst)
    let isExact = statement.exactDecision(at: witness.instance) == .fails
    var evidence = evidence
    evidence.append(witness.evidence(of: statement))
    if isExact {
      evidence.append(
        Evidence(.symbolic, "at the witness algebra finds both sides to be different numbers"))
    }
    return Opinion(
      verdict: .refuted, trust: isExact ? .exact : .certified, evidence: evidence,
      witness: witness.table(of: statement), family: witness.family)
  }

  /// What subdivision says, of inequalities that the search did not refute.
  ///
  /// Of exhaustive statements, whose verdict may depend on it, and of those whose hypotheses no instance
  /// met; from `standard` on where a box is stated; at `deep` of all.
  private func boxes(of question: Question, identity: Decision?, isMet: Bool) -> BoxReport? {
    let isStated = question.families.contains { $0.certifiedBox != nil }
    let isAsked =
      question.isExhaustive || !isMet || effort == .deep || effort == .standard && isStated
    guard identity == nil, isAsked else { return nil }
    let report = BoxCertification(effort: effort).report(on: question.families)
    return report.families.contains { $0.obstacle != nil } ? nil : report
  }
}
