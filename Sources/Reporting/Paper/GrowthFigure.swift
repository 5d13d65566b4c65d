package import ParticleFlow

/// The rate of log g′(0) over the printed one on the way to the optimal map.
package enum GrowthFigure {
  /// One curve a history.
  package static func plot(_ histories: [GrowthHistory]) -> LinePlot {
    LinePlot(
      title: "Rate of growth of g′(0) over (μ² − σ²)/σ⁴", xLabel: "share of the way in log g′(0)",
      yLabel: "rate over (μ² − σ²)/σ⁴",
      series: histories.map { history in
        let start = history.moments[0].logSteepness
        return Series(
          "\(history.law.name), μ/σ = \(history.relativeOffset), g₀′ = \(history.relativeSlope)σ",
          points: history.moments.filter { $0.rate > 0 }.map {
            (
              ($0.logSteepness - start) / (history.logOptimum - start),
              $0.rate / history.printedRate
            )
          })
      }, logY: true,
      horizontalLines: [
        ReferenceLine(at: 1, label: "as printed"), ReferenceLine(at: 0.25, label: "a quarter"),
      ])
  }
}
