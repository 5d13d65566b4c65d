import GANSimulator
import GANTheory
import RealModule

/// Figures 7, 20 and 21: the same run with and without noise in the discriminator.
package struct NoiseFigure {
  private let plain: SampleHistory
  private let noised: SampleHistory
  private static let legend: [(name: String, colour: PlotColour)] = [
    ("noise-free", .blue), ("noise in d", .vermillion),
  ]

  /// - Throws: `InputError` where the first run has noise in its discriminator, or the second none.
  package init(plain: SampleHistory, noised: SampleHistory) throws {
    for (history, isNoised, argument) in [(plain, false, "--run"), (noised, true, "--noised-run")] {
      let noise = history.configuration.experiment.discriminatorNoise
      guard (noise > 0) == isNoised else {
        throw InputError(
          argument: argument, value: history.configuration.experiment.name,
          rule: isNoised ? "has no noise in its discriminator" : "has noise in its discriminator",
          remedy: "train the noised run with --discriminator-noise 0.1, the other without")
      }
    }
    self.plain = plain
    self.noised = noised
  }

  private var parameters: [(String, String)] {
    plain.parameters + [
      ("noise", NumberText.sixDigits(noised.configuration.experiment.discriminatorNoise)),
      ("seed of the noised run", "\(noised.configuration.seed)"),
    ]
  }

  /// The 90th percentile over training, and a few histograms.
  package func histogramsAndPercentiles() -> CaptionedFigure {
    let moments = pairs(atShares: [0.05, 0.25, 1])
    return CaptionedFigure(
      title: "Figure 7: histograms of ‖∇d/d‖ with and without noise",
      panels: [percentiles()] + moments.map(histogram), columns: 2,
      panel: PanelSize(height: 290), legend: Self.legend,
      text: """
        The 90th percentile of ‖∇d/d‖ over training, and histograms on a logarithmic axis with that percentile dashed. \(comparison)
        """,
      parameters: parameters,
      alternative: "Two curves over iterations and three pairs of histograms.")
  }

  /// Histograms at nine moments.
  package func histograms() -> CaptionedFigure {
    CaptionedFigure(
      title: "Figure 21: histograms of ‖∇d/d‖ over training, with and without noise",
      panels: pairs(atShares: [0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1]).map(histogram),
      columns: 3,
      panel: PanelSize(width: 280, height: 230), legend: Self.legend,
      text: """
        Densities of ‖∇d/d‖ at the generated samples on a logarithmic axis, at iterations of training, with the 90th percentile dashed. Both \
        runs of one seed start from the same networks, so that their histograms coincide there. \(comparison)
        """,
      parameters: parameters, alternative: "Nine pairs of histograms over a logarithmic axis.")
  }

  /// Samples of both runs.
  package func samples() throws -> CaptionedFigure {
    let shares = [0.1, 0.25, 0.4, 0.6, 0.8, 1]
    let (upper, lower) = (try SamplePanels(plain), try SamplePanels(noised))
    func end(_ history: SampleHistory) -> String {
      let last = history.measurements.last
      return
        "\(last?.coveredModes ?? 0) of \(history.data.modes.count) modes at the end, a share of "
        + "\(NumberText.sixDigits(last?.modeMixtureFraction ?? 0)) between modes, mean steepness "
        + NumberText.sixDigits(last?.meanSteepness ?? 0)
    }
    return CaptionedFigure(
      title: "Figure 20: samples with and without noise in the discriminator",
      grids: [
        upper.grid(title: "noise-free: iteration (modes covered)", plain.moments(atShares: shares)),
        lower.grid(
          title: "noise in d: iteration (modes covered)", noised.moments(atShares: shares)),
      ],
      text: """
        Samples of two generators from one seed, whose discriminators have no noise (upper) and Gaussian noise after each hidden layer (lower), \
        with the modes that they cover. Noise-free: \(end(plain)); noised: \(end(noised)). The paper says that the noise-free one collapses and the \
        noised one never does, and shows images; here at most half of the modes are covered from iteration \(named(plain.collapse)) on without and \
        \(named(noised.collapse)) with noise. Covering fewer modes is no collapse by itself: samples between modes cover none. \(upper.view)
        """,
      parameters: parameters,
      alternative: "Two rows of panels of generated samples over real ones.")
  }

  private func named(_ iteration: Int?) -> String { iteration.map(String.init) ?? "– (never)" }

  /// Moments of both runs, at shares of the first.
  private func pairs(
    atShares shares: [Double]
  ) -> [(plain: SampleHistory.Moment, noised: SampleHistory.Moment)] {
    plain.moments(atShares: shares).compactMap { moment in
      noised.moments(nearest: [moment.iteration]).first.map { (moment, $0) }
    }
  }

  private func percentiles() -> LinePlot {
    LinePlot(
      title: "90th percentile", xLabel: "iteration", yLabel: "‖∇d/d‖, per unit of x",
      series: [(plain, 0), (noised, 1)].map { history, index in
        Series(
          Self.legend[index].name,
          points: history.measurements.map {
            (Double($0.iteration), $0.gradientNorm.upperDecile)
          }, colour: Self.legend[index].colour)
      }, logY: true,
      verticalLines: plain.collapse.map {
        [ReferenceLine(at: Double($0), label: "noise-free: half lost")]
      }
        ?? []
    )
    .withoutLegend
  }

  private func histogram(
    _ pair: (plain: SampleHistory.Moment, noised: SampleHistory.Moment)
  ) -> LinePlot {
    let all = (pair.plain.gradientNorms + pair.noised.gradientNorms).filter { $0 > 1e-300 }
    let (low, high) = (all.min() ?? 1, all.max() ?? 1)
    let range = low < high ? low...high : low / 2...low * 2
    let outlines = zip(Self.legend, [pair.plain, pair.noised]).map { entry, moment in
      Outline(
        name: entry.name, colour: entry.colour,
        histogram: LogarithmicHistogram(moment.gradientNorms, range: range, boxes: 30),
        percentile: Quantiles.quantile(0.9, ofSorted: moment.gradientNorms.sorted()))
    }
    let top = outlines.map(\.histogram.highest).max() ?? 1
    return LinePlot(
      title: "iteration \(pair.plain.iteration)", xLabel: "‖∇d/d‖, per unit of x",
      yLabel: "density per decade",
      series: outlines.map { Series($0.name, points: $0.histogram.outline, colour: $0.colour) }
        + outlines.map {
          Series(
            "90th percentile, \($0.name)", points: [($0.percentile, 0), ($0.percentile, top)],
            style: .dashed, colour: $0.colour)
        }, logX: true, yRange: 0...(1.05 * max(top, 1e-3))
    ).withoutLegend
  }

  /// One of two histograms over one another.
  private struct Outline {
    let name: String
    let colour: PlotColour
    let histogram: LogarithmicHistogram
    let percentile: Double
  }

  /// Whether the noise-free values go to zero, as the paper says.
  private var fading: String {
    let percentiles = plain.measurements.map(\.gradientNorm.upperDecile)
    let (most, last) = (percentiles.max() ?? 0, percentiles.last ?? 0)
    return """
      It also says that the noise-free ones go to zero: their percentile is at most \(NumberText.sixDigits(most)) and \
      \(NumberText.sixDigits(last)) at the end. Its pictures are of networks for images.
      """
  }

  /// What the two runs say of the paper's sentence, with its numbers.
  private var comparison: String {
    let noisedPercentiles = Dictionary(
      noised.measurements.map { ($0.iteration, $0.gradientNorm.upperDecile) },
      uniquingKeysWith: { first, _ in first })
    let common = plain.measurements.compactMap { measured in
      noisedPercentiles[measured.iteration].map {
        (iteration: measured.iteration, isLower: $0 < measured.gradientNorm.upperDecile)
      }
    }
    guard let collapse = plain.collapse else {
      return """
        In this run the noise-free generator does not end with half of the modes or fewer after having had more, so that the paper's before and after \
        cannot be told apart; the noised percentile is the lower at \(common.count { $0.isLower }) of \(common.count) measured iterations.
        """
    }
    let (before, after) = (
      common.filter { $0.iteration < collapse }, common.filter { $0.iteration >= collapse }
    )
    return """
      The paper says that the noised values are nearly always the lower before the noise-free generator collapses, and the higher after it. Here that \
      one covers at most half of the modes from iteration \(collapse) on (the line 'half lost'); the noised percentile is the lower at \
      \(before.count { $0.isLower }) of \(before.count) measured iterations before, and the higher at \
      \(after.count { !$0.isLower }) of \(after.count) from then on. \(fading)
      """
  }
}

extension LinePlot {
  /// The plot without the names of its curves, where a legend stands elsewhere.
  fileprivate var withoutLegend: LinePlot {
    var plot = self
    plot.hasLegend = false
    return plot
  }
}
