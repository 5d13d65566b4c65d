import RealModule

/// Tables and pictures of the levels.
package enum LevelTable {
  /// One row a level and moment.
  package static func moments(_ comparison: LevelComparison) -> Table {
    let rows = comparison.histories.flatMap { history in
      history.moments.map { moment -> [Cell] in
        let deviation = comparison.deviation(of: moment, in: history)
        let shrinkage = comparison.shrinkage(moment)
        let isReference = history.level == .exactFlow
        return [
          .text(history.level.rawValue), .text(history.level.axis), .number(moment.moment),
          .number(Double.exp(moment.logSteepnessAtCentre)),
          .number(Double.exp(moment.logGreatestSteepness)), .number(moment.massBetweenModes),
          moment.leastMass.map { .number($0) } ?? .missing,
          moment.anchoredBound.map { .number($0) } ?? .missing,
          .number(deviation.time),
          isReference ? .missing : deviation.output.map { .number($0) } ?? .missing,
          isReference ? .missing : .number(deviation.logSteepness),
          shrinkage.map { .number($0.any) } ?? .missing,
          shrinkage.map { .number($0.asTheorem) } ?? .missing,
        ]
      }
    }
    return Table(
      title: "Four levels of one generator",
      columns: [
        Column("level", alignment: .leading), Column("axis", alignment: .leading),
        Column("moment"), Column("S at 0"), Column("greatest S"), Column("mass between modes"),
        Column("least at this S"), Column("Theorem 3.4 corrected"), Column("exact time"),
        Column("rms g − exact"), Column("rms log10 S − exact"), Column("draws together"),
        Column("as Theorem 4.2"),
      ], rows: rows,
      note: """
        least at this S: with the map's own mass below each region, for any map that is nowhere steeper; Theorem 3.4 corrected: \
        with its condition on the midpoints. exact time: of the exact flow that a row is measured against; for an \
        NSGAN, whose iterations are no time, the nearest: in g or, in the plane, where its latents may be turned, in the sorted log S. draws together: share of latents within 2σ of a mode where \
        (∇d/d)′ < 0; as Theorem 4.2: where it is at most −1/(4σ − r)². Of a network (∇d/d)′ is a difference over σ/20 on \
        either side.
        """,
      metadata: comparison.metadata)
  }

  /// One row a level: growth and errors.
  package static func summary(_ comparison: LevelComparison) -> Table {
    let rows = comparison.histories.map { history -> [Cell] in
      let deviations = history.moments.map { comparison.deviation(of: $0, in: history) }
      let last = history.moments[history.moments.count - 1]
      let isReference = history.level == .exactFlow
      func error(_ value: Double?) -> Cell {
        isReference ? .missing : value.map { .number($0) } ?? .missing
      }
      return [
        .text(history.level.rawValue), .text(history.level.axis), .number(last.moment),
        .number(Double.exp(history.moments[0].logSteepnessAtCentre)),
        .number(Double.exp(last.logSteepnessAtCentre)),
        .number(Double.exp(history.logGreatestAtCentre)), .number(history.earlyGrowth),
        .number(last.massBetweenModes), error(deviations.compactMap(\.output).max()),
        error(deviations.last?.output), error(deviations.last?.logSteepness),
      ]
    }
    return Table(
      title: "Four levels of one generator: growth and errors",
      columns: [
        Column("level", alignment: .leading), Column("axis", alignment: .leading), Column("end"),
        Column("S at 0, start"), Column("S at 0, end"), Column("S at 0, greatest"),
        Column("early growth of log S"), Column("mass between modes, end"),
        Column("rms g − exact, greatest"), Column("at the end"), Column("rms log10 S − exact, end"),
      ], rows: rows, note: "Early growth: between the first two moments, per unit of the axis.",
      metadata: comparison.metadata)
  }

  /// One row a step of the NSGAN.
  package static func steps(_ comparison: LevelComparison) -> Table {
    Table(
      title: "Single steps of the NSGAN beside Theorems 4.1 and 4.2",
      columns: [
        Column("after iteration"), Column("error of Theorem 4.1 for moved particles"),
        Column("correlation of the real change"), Column("s that the step amounts to"),
        Column("draws together"), Column("as Theorem 4.2"),
      ],
      rows: comparison.steps.map { step in
        [
          .integer(step.iteration), .number(step.updateError), .number(step.alignment),
          .number(step.effectiveStepSize), step.shrinkingShare.map { .number($0) } ?? .missing,
          step.theoremShare.map { .number($0) } ?? .missing,
        ]
      },
      note: """
        The error is relative to the greatest slope, with differences over 10⁻⁷ of z and 10⁻⁶ of x. The correlation, over latents, is of \
        the change of g′ in one iteration with (∇d/d)′·g′, to which Theorem 4.1 says that it is proportional.
        """,
      metadata: comparison.metadata)
  }
}
