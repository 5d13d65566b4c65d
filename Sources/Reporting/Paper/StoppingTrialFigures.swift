import GANSimulator

/// The pictures of a trial of stopping rules.
package struct StoppingTrialFigures {
  let results: StoppingTrialResults

  package init(_ results: StoppingTrialResults) { self.results = results }

  /// Regret of each rule but the oracle, which has none, with its interval; one group a setting.
  package func regret() -> IntervalPlot {
    let names = results.parts.first?.scores.map(\.name).filter { $0 != "oracle" } ?? []
    return IntervalPlot(
      title: "Regret against the oracle",
      xLabel: "best quality less quality kept, 0 to 1", categories: names,
      groups: results.parts.map { part in
        (
          name: "\(part.setting.name), \(part.runs.count) runs",
          entries: names.compactMap { name in
            part.score(name).map { .init($0.regret.mean, interval: $0.regret.interval) }
          }
        )
      }, verticalLines: [ReferenceLine(at: 0, label: "oracle")])
  }

  /// The share of runs that have fitted, collapsed and stopped up to each iteration, one panel a setting.
  package func times() -> MultiPlot {
    MultiPlot(
      title: "Share of runs that have fitted, collapsed and been stopped",
      panels: results.parts.map(times), columns: min(2, results.parts.count),
      size: PlotSize(
        width: results.parts.count > 1 ? 1160 : 720,
        height: 460 * ((results.parts.count + 1) / 2) + 30))
  }

  private func times(of part: StoppingTrialResults.Part) -> LinePlot {
    let end = part.setting.experiment.iterations
    func curve(_ times: [Int]) -> [(Double, Double)] {
      let share = { (count: Int) in Double(count) / Double(part.runs.count) }
      return [(0, 0)]
        + times.sorted().enumerated().flatMap { index, time in
          [(Double(time), share(index)), (Double(time), share(index + 1))]
        } + [(Double(end), share(times.count))]
    }
    let rules = ["printed", "repaired", "losses", "duality gap", "Jensen–Shannon"]
    let styles: [Series.Style] = [.dashed, .dashed, .dotted, .dotted, .dotted]
    let colours: [PlotColour] = [.vermillion, .green, .orange, .purple, .sky]
    return LinePlot(
      title: "\(part.setting.name), \(part.runs.count) runs", xLabel: "iteration",
      yLabel: "share of runs",
      series: [
        Series("fitted", points: curve(part.courses.compactMap(\.fitted)), colour: .blue),
        Series("collapsed", points: curve(part.courses.compactMap(\.collapsed)), colour: .black),
      ]
        + rules.indices.compactMap { index in
          part.score(rules[index]).map {
            Series(
              "stop: \(rules[index])", points: curve($0.stops), style: styles[index],
              colour: colours[index])
          }
        }, xRange: 0...Double(end), yRange: -0.02...1.02)
  }
}
