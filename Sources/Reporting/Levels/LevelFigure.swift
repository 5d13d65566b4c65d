import GANTheory
import ParticleFlow
import RealModule

/// The levels drawn.
package enum LevelFigure {
  /// Steepness of all levels and where their maps go.
  ///
  /// - Throws: `NumericError` where the optimal map of the line at 0 is not found.
  package static func figure(_ comparison: LevelComparison) throws -> CaptionedFigure {
    let isLine = comparison.data.dimension == 1
    let panelSize = PanelSize(height: 300)
    let legend = GeneratorLevel.allCases.map { (name: $0.rawValue, colour: $0.colour) }
    let optimum = try optimalSteepness(comparison.data)
    let courses = [
      course(comparison, "Steepness at 0", optimum, \.logSteepnessAtCentre),
      course(comparison, "Greatest steepness followed", nil, \.logGreatestSteepness),
    ].flatMap { $0 }
    let maps =
      isLine
      ? CaptionedFigure.grid(
        [
          lineMaps(comparison, "The maps early") { $0.moments[earlyIndex($0)] },
          lineMaps(comparison, "The maps at the end") { $0.moments[$0.moments.count - 1] },
        ], columns: 2, panel: panelSize)
      : CaptionedFigure.grid(
        [earlyIndex(comparison.histories[0]), comparison.histories[0].moments.count - 1].flatMap {
          index in comparison.histories.map { planeMap(comparison, $0, $0.moments[index]) }
        }, columns: 4, panel: PanelSize(width: 210, height: 230))
    return CaptionedFigure(
      title: "Four levels of one generator",
      grids: [
        CaptionedFigure.grid(courses, columns: 2, panel: panelSize, legend: legend), maps,
      ],
      text: words(comparison), parameters: comparison.metadata,
      alternative: isLine
        ? "Curves of steepness over time and over iterations; below, four maps early and at the end."
        : "Curves of steepness over time and over iterations; below, for each level the places of the shared latents."
    )
  }

  /// A third of the way.
  private static func earlyIndex(_ history: LevelHistory) -> Int { (history.moments.count - 1) / 3 }

  /// S at 0 of the optimal map of the line; nil in the plane.
  private static func optimalSteepness(_ data: GaussianMixture<Double>) throws -> Double? {
    guard data.dimension == 1 else { return nil }
    let map = MeasurePreservingMap(to: data)
    // The quantile of 0 is anywhere in the gap of an even mixture that a double cannot tell from ½.
    return Double.exp(
      map.logSteepness(atOutput: LineData(data).isEven ? 0 : try map.value(at: 0)))
  }

  /// A quantity over time and over iterations, on equal scales.
  private static func course(
    _ comparison: LevelComparison, _ name: String, _ optimum: Double?,
    _ logarithm: (LevelMoment) -> Double
  ) -> [LinePlot] {
    let all = comparison.histories.flatMap { $0.moments.map { Double.exp(logarithm($0)) } }
    let shown = all + (optimum.map { [$0] } ?? [])
    let range = (shown.min() ?? 1) / 1.5...(shown.max() ?? 1) * 1.5
    return ["time", "iteration"].map { axis in
      var plot = LinePlot(
        title: "\(name), in \(axis == "time" ? "time" : "training")", xLabel: axis, yLabel: "S",
        series: comparison.histories.filter { $0.level.axis == axis }.map { history in
          Series(
            history.level.rawValue,
            points: history.moments.map { ($0.moment, Double.exp(logarithm($0))) },
            style: history.level == .exactFlow ? .line : .linePoints,
            colour: history.level.colour)
        }, logY: true,
        horizontalLines: optimum.map { [ReferenceLine(at: $0, label: "optimal map")] } ?? [],
        yRange: range)
      // One legend above serves all panels.
      plot.hasLegend = false
      return plot
    }
  }

  private static func lineMaps(
    _ comparison: LevelComparison, _ title: String, _ moment: (LevelHistory) -> LevelMoment
  ) -> LinePlot {
    let latents = comparison.latents.map { $0[0] }
    var plot = LinePlot(
      title: "\(title): \(moments(comparison.histories.map(moment)))", xLabel: "latent z",
      yLabel: "g(z)",
      series: comparison.histories.map { history in
        Series(
          history.level.rawValue, points: Array(zip(latents, moment(history).outputs)),
          style: history.level == .exactFlow ? .line : .dashed, colour: history.level.colour)
      },
      horizontalLines: comparison.data.modes.map { ReferenceLine(at: $0, label: "mode") })
    plot.hasLegend = false
    return plot
  }

  /// When the levels in time and the NSGAN are shown.
  private static func moments(_ shown: [LevelMoment]) -> String {
    "t = \(NumberText.sixDigits(shown[0].moment)), iteration \(Int(shown[shown.count - 1].moment))"
  }

  /// Where a level sends the shared latents, with the circles of 3σ around the modes.
  private static func planeMap(
    _ comparison: LevelComparison, _ history: LevelHistory, _ moment: LevelMoment
  ) -> ScatterPlot {
    let modes = comparison.data.components
    let side = modes.reduce(0) { side, mode in
      max(side, mode.mean.reduce(0) { max($0, $1.magnitude) } + 4 * mode.standardDeviation)
    }
    let circles = modes.map { mode in
      (0...48).map { step -> (Double, Double) in
        let (angle, radius) = (Double.pi * Double(step) / 24, 3 * mode.standardDeviation)
        return (
          mode.mean[0] + radius * Double.cos(angle), mode.mean[1] + radius * Double.sin(angle)
        )
      }
    }
    let isNetwork = history.level == .adversarial
    return ScatterPlot(
      title: isNetwork
        ? "iteration \(Int(moment.moment))" : "t = \(NumberText.sixDigits(moment.moment))",
      xRange: -side...side, yRange: -side...side,
      clouds: [
        ScatterPlot.Cloud(
          history.level.rawValue,
          points: comparison.latents.indices.map {
            (moment.outputs[2 * $0], moment.outputs[2 * $0 + 1])
          }, colour: history.level.colour, style: .marks)
      ], lines: circles)
  }

  private static func words(_ comparison: LevelComparison) -> String {
    let (exact, network) = (comparison.histories[0].moments, comparison.histories[3].moments)
    func end(_ moments: [LevelMoment]) -> String {
      NumberText.sixDigits(Double.exp(moments[moments.count - 1].logSteepnessAtCentre))
    }
    let maps =
      comparison.data.dimension == 1
      ? "Below: the maps themselves; where one is steep, few latents fall between the modes."
      : "Below: where each level sends the same latents, with circles of 3σ around the modes; what lies outside them is mode mixture. "
        + "Points outside the square are left out."
    return """
      The exact flow, particles and a trained discriminator share time and latents; an NSGAN has iterations instead, and its own start, so \
      that it stands beside on the same scale. At the end S at 0 is \(end(exact)) in the exact flow and \(end(network)) in the NSGAN. \(maps)
      """
  }
}

extension GeneratorLevel {
  /// The same in every panel.
  fileprivate var colour: PlotColour {
    switch self {
    case .exactFlow: .blue
    case .exactParticles: .vermillion
    case .trainedParticles: .green
    case .adversarial: .purple
    }
  }
}
