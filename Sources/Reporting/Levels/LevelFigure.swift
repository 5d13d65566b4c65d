import GANTheory
import ParticleFlow
import RealModule

/// The levels drawn.
package enum LevelFigure {
  /// Steepness at 0 of all levels and, on the line, their maps; in the plane, where the shared latents go.
  ///
  /// - Throws: `NumericError` where the optimal map of the line at 0 is not found.
  package static func plot(_ comparison: LevelComparison) throws -> MultiPlot {
    MultiPlot(
      title: "Four levels of one generator",
      panels: try Reading.atCentre.plots(comparison) + [
        maps(comparison, "Generators at a third of the way") { ($0.moments.count - 1) / 3 },
        maps(comparison, "Generators at the end") { $0.moments.count - 1 },
      ])
  }

  /// Which steepness is drawn.
  package enum Reading: String {
    case atCentre = "Steepness at 0"
    case greatest = "Greatest steepness"

    fileprivate func value(_ moment: LevelMoment) -> Double {
      Double.exp(self == .atCentre ? moment.logSteepnessAtCentre : moment.logGreatestSteepness)
    }

    /// In time and in training.
    ///
    /// - Throws: `NumericError` where the optimal map of the line at 0 is not found.
    package func plots(_ comparison: LevelComparison) throws -> [LinePlot] {
      [
        try plot(comparison, "\(rawValue) in time", "time", xLabel: "time, in units of x²"),
        try plot(comparison, "\(rawValue) in training", "iteration", xLabel: "iteration"),
      ]
    }

    private func plot(
      _ comparison: LevelComparison, _ title: String, _ axis: String, xLabel: String
    ) throws -> LinePlot {
      LinePlot(
        title: title, xLabel: xLabel,
        yLabel: self == .atCentre ? "‖J_{g}(0)‖, in x per z" : "greatest ‖J_{g}‖, in x per z",
        series: comparison.histories.filter { $0.level.axis == axis }.map { history in
          Series(
            history.level.rawValue, points: history.moments.map { ($0.moment, value($0)) },
            style: history.level == .exactFlow ? .line : .linePoints,
            colour: LevelFigure.colour(history.level))
        }, logY: true, horizontalLines: try reference(comparison))
    }

    /// The optimal map of the line at 0, where it is steepest between two even modes.
    private func reference(_ comparison: LevelComparison) throws -> [ReferenceLine] {
      guard comparison.data.dimension == 1 else { return [] }
      let isEven = LineData(comparison.data).isEven
      guard self == .atCentre || (isEven && comparison.data.modes.count == 2) else { return [] }
      let map = MeasurePreservingMap(to: comparison.data)
      // The quantile of 0 is anywhere in the gap of an even mixture that a double cannot tell from ½.
      let optimum = map.logSteepness(atOutput: isEven ? 0 : try map.value(at: 0))
      return [ReferenceLine(at: Double.exp(optimum), label: "optimal map")]
    }
  }

  private static func colour(_ level: GeneratorLevel) -> PlotColour {
    switch level {
    case .exactFlow: .blue
    case .exactParticles: .vermillion
    case .trainedParticles: .green
    case .adversarial: .purple
    }
  }

  private static func maps(
    _ comparison: LevelComparison, _ title: String, _ index: (LevelHistory) -> Int
  ) -> LinePlot {
    let isLine = comparison.data.dimension == 1
    return LinePlot(
      title: title, xLabel: isLine ? "latent z" : "first coordinate",
      yLabel: isLine ? "g(z)" : "second coordinate",
      series: comparison.histories.map { history in
        let outputs = history.moments[index(history)].outputs
        let points = comparison.latents.indices.map { place in
          isLine
            ? (comparison.latents[place][0], outputs[place])
            : (outputs[2 * place], outputs[2 * place + 1])
        }
        let lines: Series.Style = history.level == .exactFlow ? .line : .dashed
        return Series(
          history.level.rawValue, points: points, style: isLine ? lines : .points,
          colour: colour(history.level))
      })
  }
}
