import ClaimKit

/// The paper's figures on the report.
extension PaperReport {
  /// Those that need no training run, and pictures of the bounds and of the claims.
  ///
  /// - Throws: what their computations throw, and `ReportingError` where gnuplot is missing.
  func figures() throws -> HTMLPage.Section {
    HTMLPage.Section(
      id: "figures", title: "What do the paper's figures show?",
      body: [
        .paragraph(
          """
          Figures 11, 13 and 22 of the paper from our own computation, then pictures of what the ledger and the tables say. Each caption \
          compares with the paper's. The other figures of the paper that are drawn show training runs: 'steepness figure' draws them.
          """)
      ]
        + (try [
          PaperFigure.optimalDiscriminator, .linearField, .generatorMaps, .tightness, .hypotheses,
          .margins, .growth,
        ].map { try $0.figure(seed: ledger.seed).block() }))
  }
}
