import NumericKernel
import Scalars

/// Judges claims: search, shrinking, certification, control; then the verdict follows by fixed rules.
///
/// - a certified violation refutes;
/// - hypotheses that force any conclusion make the claim vacuous, if a kernel proof says so and the
///   strengthened conclusion survives a search of its own;
/// - a kernel proof of the statement proves, if no search contradicts it; so does algebra where it
///   decides an identity over everything that the claim quantifies over;
/// - a statement without variables is certified where balls decide it;
/// - otherwise a search that found nothing supports, if it refutes the control;
/// - a claim about runs is supported where a sequential test says so at its confidence, if the same test
///   contradicts the control; it is never refuted, which would need a certified witness;
/// - anything else is inconclusive, with the reason.
public struct Judge: Sendable {
  public let effort: Effort
  public let seed: UInt64
  /// Theorems that the kernel has accepted.
  public let proofs: [KernelProof]

  public init(effort: Effort, seed: UInt64, proofs: [KernelProof]) {
    self.effort = effort
    self.seed = seed
    self.proofs = proofs
  }

  /// The judgement of a claim with all its amendments.
  ///
  /// The same seed and effort give the same judgement.
  /// - Throws: `NumericError` where a numerical method fails.
  public func judgement(of claim: any Claim) throws -> Judgement {
    let stream = RandomStream(seed: seed, name: "judge").split(claim.id)
    let cited = proofs.filter { $0.claim == claim.id }
    // Steps belong to the correction where there is one.
    let isCorrected = claim.amendments.contains { $0.kind == .corrected }
    let finding =
      try claim.families.isEmpty
      ? opinion(on: claim.simulation, stream: stream.split("simulation"))
      : opinion(
        on: claim.families, isExhaustive: claim.isExhaustive, control: claim.control,
        triviality: claim.triviality,
        proofs: cited.filter {
          $0.establishes != .correction && !(isCorrected && $0.establishes == .step)
        }, stream: stream.split("printed"))
    let amendments = try claim.amendments.enumerated().map { index, amendment in
      let corrections = cited.filter { [.correction, .step].contains($0.establishes) }
      let opinion = try opinion(
        on: amendment.families, isExhaustive: amendment.isExhaustive, control: amendment.control,
        triviality: nil,
        proofs: amendment.kind == .corrected ? corrections : [],
        stream: stream.split("amendment-\(index)"))
      return JudgedAmendment(
        kind: amendment.kind, statement: amendment.statement, verdict: opinion.verdict,
        trust: opinion.trust, evidence: opinion.evidence, witness: opinion.witness)
    }
    return Judgement(
      id: claim.id, title: claim.title, source: claim.source, statement: claim.statement,
      hypotheses: claim.hypotheses, verdict: finding.verdict, trust: finding.trust,
      evidence: finding.evidence, witness: finding.witness, amendments: amendments,
      remarks: claim.remarks, recorded: claim.recorded)
  }

  struct Opinion {
    var verdict: Verdict
    var trust: Trust
    var evidence: [Evidence]
    var witness: [String: String]?
  }

  private func opinion(
    on families: [any Statement], isExhaustive: Bool, control: Control, triviality: Triviality?,
    proofs: [KernelProof], stream: RandomStream
  ) throws -> Opinion {
    let search = Search(effort: effort, stream: stream.split("search"))
    let report = try search.report(on: families)
    var evidence = [report.evidence(effort: effort, seed: seed)]
    let controlReport = try Search(effort: effort, stream: stream.split("control")).report(
      on: control.families)
    evidence.append(controlReport.controlEvidence(control.text))
    let algebra = AlgebraicRoute(families: families)
    let identity = algebra.decision()
    if let found = algebra.evidence(identity) { evidence.append(found) }
    for proof in proofs { evidence.append(proof.evidence) }
    let proofOfStatement = proofs.contains { [.statement, .correction].contains($0.establishes) }

    if report.worst != nil, identity == .holds {
      evidence.append(
        Evidence(.argument, "algebra and the search contradict each other: one of them is wrong"))
      return Opinion(verdict: .inconclusive, trust: .none, evidence: evidence, witness: nil)
    }
    if let worst = report.worst {
      let witness = Shrinking(statement: families[worst.family]).shortened(worst)
      if proofOfStatement {
        evidence.append(
          Evidence(
            .argument, "the kernel accepted a proof of what the search refuted: one is wrong"))
        return Opinion(verdict: .inconclusive, trust: .none, evidence: evidence, witness: nil)
      }
      evidence.append(witness.evidence(of: families[witness.family]))
      return Opinion(
        verdict: .refuted, trust: .certified, evidence: evidence,
        witness: witness.table(of: families[witness.family]))
    }
    guard report.admissible > 0 else {
      evidence.append(
        Evidence(
          .argument, "no instance that was drawn satisfies all hypotheses: nothing was tested"))
      return Opinion(verdict: .inconclusive, trust: .none, evidence: evidence, witness: nil)
    }
    guard controlReport.worst != nil else {
      evidence.append(
        Evidence(
          .argument, "the search did not refute the control, so that its silence says nothing"))
      return Opinion(verdict: .inconclusive, trust: .none, evidence: evidence, witness: nil)
    }
    if let triviality {
      let stronger = try Search(effort: effort, stream: stream.split("triviality")).report(
        on: triviality.strengthened)
      evidence.append(Evidence(.argument, triviality.argument))
      evidence.append(stronger.evidence(effort: effort, seed: seed, prefix: "strengthened: "))
      let isProved = proofs.contains { $0.establishes == .triviality }
      if isProved, stronger.worst == nil, stronger.admissible > 0, stronger.undecided == 0 {
        return Opinion(verdict: .vacuous, trust: .kernel, evidence: evidence, witness: nil)
      }
    }
    if proofOfStatement {
      return Opinion(verdict: .proved, trust: .kernel, evidence: evidence, witness: nil)
    }
    if isExhaustive, identity == .holds {
      return Opinion(verdict: .proved, trust: .exact, evidence: evidence, witness: nil)
    }
    if families.allSatisfy(\.variables.isEmpty), report.holding == families.count {
      evidence.append(Evidence(.arithmetic, "nothing varies, and balls decide it"))
      return Opinion(verdict: .certified, trust: .certified, evidence: evidence, witness: nil)
    }
    return Opinion(verdict: .supported, trust: .sampled, evidence: evidence, witness: nil)
  }
}
