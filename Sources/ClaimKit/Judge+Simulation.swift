import NumericKernel
import Scalars

extension Judge {
  /// What a sequential test says of a claim about runs. Kernel proofs are shown beside it: what runs show is
  /// no theorem.
  func opinion(
    on simulation: Simulation?, proofs: [KernelProof], stream: RandomStream
  ) -> Opinion {
    guard let simulation else { preconditionFailure("a claim has families or a simulation") }
    let test = SequentialTest(
      proportion: simulation.proportion.approximation,
      confidence: simulation.confidence.approximation, budget: effort.runs)
    let report = test.report(stream.split("runs"), simulation.happens)
    let control = test.report(stream.split("control"), simulation.control)
    var evidence = [
      report.evidence(of: simulation, seed: seed), control.controlEvidence(of: simulation),
    ]
    evidence += proofs.map(\.evidence)
    func inconclusive(_ reason: String) -> Opinion {
      evidence.append(Evidence(.argument, reason))
      return Opinion(verdict: .inconclusive, trust: .none, evidence: evidence, witness: nil)
    }
    if let failure = report.firstFailure ?? control.firstFailure {
      return inconclusive("the implementation failed: \(failure)")
    }
    guard control.decision == .fails else {
      return inconclusive(
        "the test did not contradict the control, so that its answer says nothing")
    }
    switch report.decision {
    case .holds:
      return Opinion(verdict: .supported, trust: .sampled, evidence: evidence, witness: nil)
    case .fails:
      return inconclusive(
        "the runs contradict the claim at its confidence; no single run is a certified witness")
    case .undecided: return inconclusive("the budget of \(test.budget) runs ended undecided")
    }
  }
}

extension SimulationReport {
  fileprivate func evidence(of simulation: Simulation, seed: UInt64) -> Evidence {
    Evidence(
      .simulation,
      "\(simulation.text): in \(successes) of \(runs) runs; the probability is between "
        + "\(SearchReport.short(lower)) and \(SearchReport.short(upper)) with confidence "
        + "\(simulation.confidence), at all \(looks) looks together",
      numbers: [
        "runs": "\(runs)", "successes": "\(successes)", "lower": "\(lower)", "upper": "\(upper)",
        "looks": "\(looks)", "proportion": "\(simulation.proportion)",
        "confidence": "\(simulation.confidence)", "failures": "\(failures)", "seed": "\(seed)",
      ])
  }

  fileprivate func controlEvidence(of simulation: Simulation) -> Evidence {
    Evidence(
      .simulation,
      "control: "
        + (decision == .fails
          ? "contradicted after \(runs) runs" : "NOT contradicted in \(runs) runs"),
      numbers: ["runs": "\(runs)", "successes": "\(successes)"])
  }
}
