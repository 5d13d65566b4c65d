import ClaimKit
import Claims
import GANTheory
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
          name(of: history, withLaw: Set(histories.map(\.law.name)).count > 1),
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

  private static func name(of history: GrowthHistory, withLaw: Bool) -> String {
    let (offset, slope) = (
      NumberText.sixDigits(history.relativeOffset), NumberText.sixDigits(history.relativeSlope)
    )
    return "\(withLaw ? "\(history.law.name), " : "")μ/σ = \(offset), g₀′ = \(slope)σ"
  }

  /// The flow under the optimal discriminator, for some distances of the modes and slopes at the start.
  ///
  /// - Throws: `NumericError` where a step of the flow fails.
  package static func figure(
    relativeOffsets: [Double] = [2, 3, 5], relativeSlopes: [Double] = [0.1, 1],
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> CaptionedFigure {
    var histories: [GrowthHistory] = []
    for offset in relativeOffsets {
      for slope in relativeSlopes {
        histories.append(try GrowthHistory(relativeOffset: offset, relativeSlope: slope))
        progress(histories.count, relativeOffsets.count * relativeSlopes.count)
      }
    }
    func list(_ share: Double) -> String {
      histories.map { history in
        history.rate(atShare: share).map { NumberText.sixDigits($0 / history.printedRate) } ?? "–"
      }.joined(separator: ", ")
    }
    return CaptionedFigure(
      title: "Growth of steepness against the stated rate", panels: [plot(histories)],
      panel: PanelSize(height: 420),
      text: """
        d(log g′(0))/dt of the exact flow over the rate (μ² − σ²)/σ⁴ that the paper states for the start, while log g′(0) goes from its start \
        to the optimal map's: at a tenth of the way \(list(0.1)), at half of it \(list(0.5)), in the order of the legend. Claim prose-3.3-early-rate, \
        that this is the early rate, is \(PaperClaim.earlyGrowthRate.claim.recorded.rawValue).
        """,
      parameters: [
        ("μ/σ", relativeOffsets.map { NumberText.sixDigits($0) }.joined(separator: "; ")),
        ("g₀′/σ", relativeSlopes.map { NumberText.sixDigits($0) }.joined(separator: "; ")),
        ("scheme", "lagrangian"),
      ],
      alternative: "Curves that start high, pass 1 and fall.")
  }
}
