package import GANSimulator

/// What a stopping rule makes of a stream of metrics, as a table.
package struct StoppingTable {
  let rule: EarlyStoppingRule
  let examinations: [StoppingExamination]
  /// How many observations there are, those after the stop included.
  let count: Int
  /// Lines of the file that are no observations.
  let skippedLines: Int

  package init(
    _ observations: [StoppingObservation], skippedLines: Int = 0, rule: EarlyStoppingRule
  ) throws {
    self.rule = rule
    self.skippedLines = skippedLines
    examinations = try EarlyStopping.examinations(of: observations, by: rule)
    count = observations.count
  }

  /// The last row examined, or with `isTrace` all of them.
  package func table(isTrace: Bool) -> Table {
    let shown = isTrace ? examinations[...] : examinations.suffix(1)
    return Table(
      title: "Early stopping (Algorithm 2): \(decision)",
      columns: [
        Column("iteration"), Column("gradient"), Column("steepness"), Column("steepness change"),
        Column("finding", alignment: .leading),
      ],
      rows: shown.map {
        [
          .integer($0.observation.iteration), .number($0.observation.gradient),
          .number($0.observation.steepness), $0.steepnessChange.map { .number($0) } ?? .missing,
          .text($0.finding),
        ]
      },
      note: rule.gradientCriterion == .level
        ? "In fitting ‖∇d/d‖ is large as well: see 'steepness show algorithm-2-fitting'."
        : nil,
      metadata: [
        ("stop", stop.map { "\($0.observation.iteration)" } ?? "none"),
        ("observations", "\(examinations.count) of \(count) examined"),
        ("gradient threshold", rule.gradientThreshold.derivation),
        ("gradient criterion", rule.gradientCriterion.rawValue),
        ("least steepness change k_g", "\(rule.leastSteepnessChange)"),
        ("steepness compared with", rule.steepnessReference.rawValue),
        ("warm-up N_w", "\(rule.warmUp)"),
      ] + (skippedLines > 0 ? [("lines without an observation", "\(skippedLines) skipped")] : []))
  }

  private var stop: StoppingExamination? { examinations.last.flatMap { $0.stops ? $0 : nil } }

  private var decision: String {
    stop.map { "stop at iteration \($0.observation.iteration)" } ?? "no stop"
  }
}
