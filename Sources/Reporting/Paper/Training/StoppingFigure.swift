package import GANSimulator
import GANTheory

/// Figure 5, first column: what Algorithm 2 watches, and the samples around its stop.
package struct StoppingFigure {
  /// A rule and where it stops.
  private struct Decision {
    let name: String
    let rule: EarlyStoppingRule
    let iteration: Int?

    init(_ name: String, _ rule: EarlyStoppingRule, _ observations: [StoppingObservation]) throws {
      self.name = name
      self.rule = rule
      let examinations = try EarlyStopping.examinations(of: observations, by: rule)
      iteration = examinations.last.flatMap { $0.stops ? $0.observation.iteration : nil }
    }

    var words: String { "\(name) rule: " + (iteration.map { "stops at \($0)" } ?? "no stop") }
  }

  private let measurements: [MeasuredIteration]
  private let decisions: [Decision]

  /// - Throws: `InputError` where the modes have no common σ or are fewer than two.
  package init(_ measurements: [MeasuredIteration], data: MixtureDataSet) throws {
    guard let distance = data.leastModeDistance, let deviation = data.commonStandardDeviation else {
      throw InputError(
        argument: "--run", value: "\(data.modes.count) modes",
        rule: "leaves Algorithm 2 without a threshold",
        remedy: "give a run with two modes or more of one σ")
    }
    let observations = measurements.map {
      StoppingObservation(
        iteration: $0.iteration, gradient: $0.gradientNorm.modeLevel, steepness: $0.meanSteepness)
    }
    self.measurements = measurements
    decisions = try [
      Decision(
        "printed", .printed(modeDistance: distance, standardDeviation: deviation), observations),
      Decision(
        "repaired", .repaired(modeDistance: distance, standardDeviation: deviation), observations),
    ]
  }

  /// The quantile of ‖∇d/d‖ and the mean steepness over training, with thresholds and stops.
  package func curves() -> LinePlot {
    LinePlot(
      title: "What Algorithm 2 watches", xLabel: "iteration", yLabel: "‖∇d/d‖ and steepness",
      series: [
        Series(
          "(1 − 1/m) quantile of ‖∇d/d‖, 1/x",
          points: measurements.map { (Double($0.iteration), $0.gradientNorm.modeLevel) }),
        Series(
          "mean steepness, x/z",
          points: measurements.map { (Double($0.iteration), $0.meanSteepness) }, colour: .sky),
      ], logY: true,
      horizontalLines: decisions.map {
        ReferenceLine(at: $0.rule.gradientThreshold.value, label: $0.name)
      },
      verticalLines: decisions.compactMap { decision in
        decision.iteration.map { ReferenceLine(at: Double($0), label: "\(decision.name) stop") }
      })
  }

  /// Both rules' decisions, in one sentence.
  package var words: String { decisions.map(\.words).joined(separator: "; ") }

  /// The whole figure for a run in the plane or in space.
  package static func figure(_ history: SampleHistory) throws -> CaptionedFigure {
    let figure = try StoppingFigure(history.measurements, data: history.data)
    let panels = try SamplePanels(history)
    let last = history.moments.last?.iteration ?? 0
    let shares = [0.1, 0.25, 0.5, 1].map { Int($0 * Double(last)) }
    let stops = figure.decisions.compactMap(\.iteration)
    let moments = history.moments(nearest: stops + shares)
    func covered(_ iteration: Int?) -> String {
      guard let iteration,
        let measured = history.measurements.last(where: { $0.iteration <= iteration })
      else { return "–" }
      return "\(measured.coveredModes)"
    }
    func greatest(after iteration: Int?) -> String {
      guard let iteration else { return "–" }
      return history.measurements.filter { $0.iteration > iteration }.map(\.coveredModes).max()
        .map(String.init) ?? "–"
    }
    let thresholds = figure.decisions.map {
      "\($0.name): \(NumberText.sixDigits($0.rule.gradientThreshold.value))"
    }
    return CaptionedFigure(
      title: "Figure 5, first column: early stopping on the Gaussian mixture",
      grids: [
        CaptionedFigure.grid(
          [figure.curves()], columns: 1, panel: PanelSize(height: 360)),
        panels.grid(title: "iteration (modes covered)", moments),
      ],
      text: """
        Top: what Algorithm 2 compares with its thresholds, which are drawn, and where it stops. \(figure.words). Modes covered: \
        \(figure.decisions.map { "\(covered($0.iteration)) at the \($0.name) stop" }.joined(separator: ", ")), \
        \(covered(last)) at the end, of \(history.data.modes.count); after the stops up to \
        \(figure.decisions.map { greatest(after: $0.iteration) }.joined(separator: " and ")) are covered; all were first covered at iteration \
        \(history.fit.map(String.init) ?? "–"), and at most half from \(history.collapse.map(String.init) ?? "–") on. The paper stops at epoch 130, \
        with samples that it calls turbulent, and says that samples are good before a stop and often collapse or move between modes after it. Bottom: \
        samples around the stops, with the modes that they cover. \(panels.view)
        """,
      parameters: history.parameters + [
        ("thresholds", thresholds.joined(separator: "; ")), ("k_g", "−0.5"), ("N_w", "50"),
      ],
      alternative:
        "Two curves over iterations with lines at thresholds and stops, and panels of samples at iterations around the stops."
    )
  }
}
