import NumericKernel
import Scalars

/// Judges claims: search, shrinking, certification, control; then the verdict follows by fixed rules.
///
/// - a certified violation refutes, with trust `exact` where algebra finds both sides of an equality to be
///   different numbers at the witness;
/// - a margin without a value, where all hypotheses hold, is evidence against the implementation: nothing
///   is concluded but what a violation elsewhere refutes;
/// - an existence whose named point falls short is not supported: another point may do;
/// - hypotheses that no point of the box meets make an exhaustive claim vacuous, if subdivision shows it;
/// - hypotheses that force any conclusion make the claim vacuous, if a kernel proof says so and the
///   strengthened conclusion survives a search of its own;
/// - a kernel proof of the statement proves, if no search contradicts it; so does algebra where it
///   decides an identity over everything that the claim quantifies over; one of an amendment says
///   nothing of the claim, and a step proves nothing;
/// - a kernel refutation without a violation that the search or a stored witness shows is a contradiction,
///   and nothing is concluded;
/// - subdivision certifies an exhaustive inequality on its whole box; a statement without variables has a
///   box of one point;
/// - otherwise a search that found nothing supports, if it refutes the control;
/// - a claim about runs is supported where a sequential test says so at its confidence, if the same test
///   contradicts the control; it is never refuted, which would need a certified witness;
/// - anything else is inconclusive, with the reason.
public struct Judge: Sendable {
  public let effort: Effort
  public let seed: UInt64
  /// Theorems that the kernel has accepted.
  public let proofs: [KernelProof]
  /// Counterexamples of earlier runs; one that still stands takes the place of the search.
  public let replay: Replay

  public init(
    effort: Effort, seed: UInt64, proofs: [KernelProof], replay: Replay = .none
  ) {
    self.effort = effort
    self.seed = seed
    self.proofs = proofs
    self.replay = replay
  }

  /// The judgement of a claim with all its amendments.
  ///
  /// The same seed, effort and earlier counterexamples give the same judgement.
  /// - Throws: `NumericError` where a numerical method fails.
  public func judgement(of claim: any Claim) throws -> Judgement {
    let stream = RandomStream(seed: seed, name: "judge").split(claim.id)
    let cited = proofs.filter { $0.claim == claim.id }
    let finding =
      try claim.families.isEmpty
      ? opinion(
        on: claim.simulation, proofs: cited.filter { $0.amendment == nil },
        stream: stream.split("simulation"))
      : opinion(
        on: Question(
          claim: claim.id, amendment: nil, families: claim.families,
          isExhaustive: claim.isExhaustive, control: claim.control, triviality: claim.triviality,
          proofs: cited.filter { $0.amendment == nil }, stream: stream.split("printed")))
    let places = claim.amendments.places
    let amendments = try claim.amendments.enumerated().map { index, amendment in
      let opinion = try opinion(
        on: Question(
          claim: claim.id, amendment: index, families: amendment.families,
          isExhaustive: amendment.isExhaustive, control: amendment.control, triviality: nil,
          proofs: cited.filter { $0.amendment == places[index] },
          stream: stream.split("amendment-\(index)")))
      return JudgedAmendment(
        kind: amendment.kind, statement: amendment.statement, verdict: opinion.verdict,
        trust: opinion.trust, evidence: opinion.evidence, witness: opinion.witness,
        family: opinion.family)
    }
    return Judgement(
      id: claim.id, title: claim.title, source: claim.source, statement: claim.statement,
      hypotheses: claim.hypotheses, verdict: finding.verdict, trust: finding.trust,
      evidence: finding.evidence, witness: finding.witness, family: finding.family,
      amendments: amendments,
      hypothesisLedger: try HypothesisExamination(
        effort: effort, stream: stream.split("hypotheses")
      ).ledger(of: claim, printed: finding.verdict, amendments: amendments.map(\.verdict)),
      remarks: claim.remarks, recorded: claim.recorded)
  }

  /// What is judged by the rules: a claim as printed, or one of its amendments.
  struct Question {
    let claim: String
    /// Nil for the claim as printed.
    let amendment: Int?
    let families: [any Statement]
    let isExhaustive: Bool
    let control: Control
    let triviality: Triviality?
    let proofs: [KernelProof]
    let stream: RandomStream
  }

  struct Opinion {
    let verdict: Verdict
    let trust: Trust
    let evidence: [Evidence]
    var witness: [String: String]?
    /// The family that the witness belongs to.
    var family: Int?
  }
}
