/// What each stopping rule loses over many runs.
package enum RegretFigure {
  /// Regret of every rule with its interval.
  package static func figure(_ results: StoppingTrialResults) -> CaptionedFigure {
    let plot = StoppingTrialFigures(results).regret()
    return CaptionedFigure(
      title: "Early stopping: regret of every rule", panels: [plot],
      panel: PanelSize(
        width: 560, height: 110 + plot.categories.count * (20 + 10 * plot.groups.count)),
      text: """
        Quality that a rule loses against the best measured iteration of the run, which is known in hindsight only: mean over runs, with the \
        percentile bootstrap interval of 95 %; less is better. Quality is the share of samples within 3σ of a mode \
        times exp(entropy over modes)/m, from 0 to 1. \(StoppingTrialWords.criteria) The paper stops one run of each data set and states \
        no regret.
        """,
      parameters: results.metadata,
      alternative:
        "For each rule, from top to bottom, a mark with a horizontal interval, one colour a setting."
    )
  }
}
