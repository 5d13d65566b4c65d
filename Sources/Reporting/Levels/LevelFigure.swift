import GANTheory
import ParticleFlow
import RealModule

/// The levels drawn.
package enum LevelFigure {
  /// Steepness at 0 of all levels and, on the line, their maps; in the plane, where the shared latents go.
  ///
  /// - Throws: `NumericError` where the optimal map of the line at 0 is not found.
  package static func plot(_ comparison: LevelComparison) throws -> MultiPlot {
    var reference: [ReferenceLine] = []
    if comparison.data.dimension == 1 {
      let map = MeasurePreservingMap(to: comparison.data)
      // The quantile of 0 is anywhere in the gap of an even mixture that a double cannot tell from ½.
      let optimum = map.logSteepness(
        atOutput: LineData(comparison.data).isEven ? 0 : try map.value(at: 0))
      reference = [ReferenceLine(at: Double.exp(optimum), label: "optimal map")]
    }
    func steepness(_ title: String, _ axis: String) -> LinePlot {
      LinePlot(
        title: title, xLabel: axis, yLabel: "steepness at 0",
        series: comparison.histories.filter { $0.level.axis == axis }.map { history in
          Series(
            history.level.rawValue,
            points: history.moments.map { ($0.moment, Double.exp($0.logSteepnessAtCentre)) },
            style: history.level == .exactFlow ? .line : .linePoints)
        }, logY: true, horizontalLines: reference)
    }
    return MultiPlot(
      title: "Four levels of one generator",
      panels: [
        steepness("Steepness at 0 in time", "time"),
        steepness("Steepness at 0 in training", "iteration"),
        maps(comparison, "Generators at a third of the way") { ($0.moments.count - 1) / 3 },
        maps(comparison, "Generators at the end") { $0.moments.count - 1 },
      ])
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
        return Series(history.level.rawValue, points: points, style: isLine ? lines : .points)
      })
  }
}
