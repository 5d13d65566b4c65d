import GANTheory
package import ParticleFlow

/// Two discretisations of the flow on the line, and its laws, side by side.
package enum LineSchemeTable {
  /// One row a problem, time and latent point.
  ///
  /// - Parameter labels: what tells the problems apart, under this heading; nil where there is one.
  package static func table(
    _ comparisons: [LineSchemeComparison], labels: (heading: String, texts: [String])? = nil,
    metadata: [(String, String)] = []
  ) -> Table {
    let rows = comparisons.enumerated().flatMap { index, comparison in
      comparison.moments.map { moment -> [Cell] in
        (labels.map { [.text($0.texts[index])] } ?? []) + [
          .number(moment.time), .number(moment.latent), .number(moment.lagrangian),
          .number(moment.eulerian), .number(moment.difference), .number(moment.functional),
          .number(moment.lost), moment.dissipationError.map { .number($0) } ?? .missing,
          .number(moment.massError), moment.asymmetry.map { .number($0) } ?? .missing,
        ]
      }
    }
    return Table(
      title: "Two discretisations of the flow on the line",
      columns: (labels.map { [Column($0.heading)] } ?? []) + [
        Column("t"), Column("z"), Column("log g′, nodes"), Column("log g′, cells"),
        Column("difference"), Column("functional"), Column("lost"), Column("dissipation error"),
        Column("mass error"), Column("asymmetry"),
      ], rows: rows,
      note: """
        nodes: the lagrangian scheme; cells: the eulerian one. difference: of log g′, relative where it is above 1. lost: of the functional since \
        time 0; dissipation error: how far ∫∫ p_g·v² is from it, relative. asymmetry: of either scheme before symmetry is restored.
        """,
      metadata: metadata)
  }

  /// Pairs of modes at several distances, from g = z to times past saturation.
  ///
  /// - Throws: `NumericError` where a step fails.
  package static func pairs(
    relativeOffsets: [Double] = [2, 5, 10], times: [Double] = [1, 5, 10]
  ) throws -> Table {
    var settings = LineFlowSettings()
    settings.tolerance = 1e-6
    let comparisons = try relativeOffsets.map {
      try LineSchemeComparison(
        LineFlowProblem(
          data: GaussianMixture(modes: [[-$0], [$0]], standardDeviation: 1), slope: 1),
        times: times, settings: settings)
    }
    return table(
      comparisons,
      labels: ("μ/σ", relativeOffsets.map { NumberText.sixDigits($0) }),
      metadata: settingsText(settings))
  }

  /// Numbers of nodes and cells, tolerance, method.
  package static func settingsText(_ settings: LineFlowSettings) -> [(String, String)] {
    [
      ("nodes", "\(settings.nodes)"), ("cells", "\(2 * settings.nodes)"),
      ("order in space", "\(LineDiscretisation.lagrangian.claimedOrder)"),
      ("method in time", "backward differentiation of order 1 to 5 (CVODE)"),
      ("tolerance", "\(settings.tolerance)"),
    ]
  }
}
