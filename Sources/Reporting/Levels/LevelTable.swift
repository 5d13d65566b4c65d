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
        Column("rms g − exact"), Column("rms log10 S − exact"), Column("S falls"),
        Column("as Theorem 4.2"),
      ], rows: rows,
      note: """
        greatest S: at the latents that a level follows. mass between modes: farther than 3σ from every mode. least at this S: for any \
        map that is nowhere steeper, with the map's own mass below each gap or, in the plane, near some of the modes: Theorem 3.4 without \
        its condition on the midpoints. Theorem 3.4 corrected: with that condition, on the line. exact time: of the exact flow that a row \
        is measured against; for an NSGAN, whose iterations are no time, the nearest: in g or, in the plane, where its latents may be \
        turned, in the sorted log S. S falls: share of latents within 2σ of a mode where ∇d/d of this moment lets log S fall; as \
        Theorem 4.2: at 1/(4σ − r)² or faster. Of a network ∇(∇d/d) is a difference over σ/20 on either side, on a mesh over a cell.
        """,
      metadata: comparison.metadata)
  }

  /// One row a level: growth, masses and errors.
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
        .number(Double.exp(last.logGreatestSteepness)), .number(last.massBetweenModes),
        last.leastMass.map { .number($0) } ?? .missing,
        error(deviations.compactMap(\.output).max()),
        error(deviations.last?.output), error(deviations.last?.logSteepness),
      ]
    }
    return Table(
      title: "Four levels of one generator: growth and errors",
      columns: [
        Column("level", alignment: .leading), Column("axis", alignment: .leading), Column("end"),
        Column("S at 0, start"), Column("S at 0, end"), Column("S at 0, greatest"),
        Column("early growth of log S"), Column("greatest S, end"),
        Column("mass between modes, end"), Column("least at this S"),
        Column("rms g − exact, greatest"), Column("at the end"), Column("rms log10 S − exact, end"),
      ], rows: rows,
      note: """
        Early growth: between the first two moments, per unit of the axis. An NSGAN is measured against the exact flow at the nearest \
        time; in the plane its latents may be turned, so that it is by the sorted log S alone.
        """,
      metadata: comparison.metadata)
  }

  /// The columns of the summary that a page has room for.
  package static func shortSummary(_ comparison: LevelComparison) -> Table {
    summary(comparison).part(columns: [0, 2, 4, 7, 8, 9, 11, 12])
  }

  /// One row a step of the NSGAN.
  package static func steps(_ comparison: LevelComparison) -> Table {
    Table(
      title: "Single steps of the NSGAN beside Theorems 4.1 and 4.2",
      columns: [
        Column("after iteration"), Column("error of Theorem 4.1 for moved particles"),
        Column("correlation of the real change"), Column("s that the step amounts to"),
        Column("S falls"), Column("as Theorem 4.2"),
      ],
      rows: comparison.steps.map { step in
        [
          .integer(step.iteration), .number(step.updateError), .number(step.alignment),
          .number(step.effectiveStepSize), step.shrinkingShare.map { .number($0) } ?? .missing,
          step.theoremShare.map { .number($0) } ?? .missing,
        ]
      },
      note: """
        The error is relative to the greatest entry of the Jacobian, with differences over 10⁻⁷ of z and 10⁻⁶ of x. The correlation, \
        over latents and entries, is of the change of J in one iteration with ∇(∇d/d)·J, to which Theorem 4.1 says that it is \
        proportional. S falls: share of latents within 2σ of a mode where ∇d/d lets log S fall; as Theorem 4.2: at 1/(4σ − r)² or faster.
        """,
      metadata: comparison.metadata)
  }
}
