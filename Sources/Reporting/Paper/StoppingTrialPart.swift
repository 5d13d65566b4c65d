/// The trial of stopping rules on a page.
package enum StoppingTrialPart {
  /// What was tried and what came of it.
  ///
  /// - Parameter remark: added to the words above the results.
  /// - Throws: `ReportingError` where gnuplot is missing.
  package static func section(
    _ results: StoppingTrialResults, remark: String = ""
  ) throws -> HTMLPage.Section {
    let tables = StoppingTrialTables(results)
    let figures = StoppingTrialFigures(results)
    return HTMLPage.Section(
      id: "early-stopping", title: "Does early stopping stop in time?",
      body: [
        .paragraph(
          """
          Every run was trained to its end and measured; then each rule was replayed on its measurements. The oracle \
          keeps the best measured iteration, which is known in hindsight only. \(remark)
          """),
        .list(results.parts.map(StoppingTrialWords.comparison)),
        try RegretFigure.figure(results).block(),
        .figure(
          svg: try figures.times().svg(),
          caption:
            "Full: how the runs fit and collapse. Broken: when the rules stop them; flat at 0 never stops.",
          alternative: "Rising step curves over iterations, one panel a setting."),
        .table(tables.regret()), .table(tables.fitting()), .table(tables.coverage()),
        .table(tables.decisions()),
        .paragraph(
          "Algorithm 2 stops where one of its two criteria is met; the next table shows in which phase they are."
        ),
        .table(tables.signals()),
        .details("One number changed at a time", [.table(try tables.sensitivity())]),
      ])
  }

  /// A page of its own.
  ///
  /// - Throws: as `section`.
  package static func page(
    _ results: StoppingTrialResults, provenance: [String]
  ) throws -> HTMLPage {
    HTMLPage(
      title: "Early stopping put to the test",
      subtitle: "Algorithm 2 as printed and repaired, beside what else one may watch.",
      sections: [try section(results)], provenance: provenance)
  }
}
