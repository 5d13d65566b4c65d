import ClaimKit
import Claims
import GANSimulator

/// Figure 16 on the mixture: particles from fixed latents over training.
package enum ParticlePathFigure {
  private static let colours: [PlotColour] = [.blue, .vermillion, .green, .purple, .black]

  package static func figure(_ history: SampleHistory) throws -> CaptionedFigure {
    let panels = try SamplePanels(history)
    let dimension = history.data.dimension
    let moments = history.moments(atShares: [0, 0.02, 0.06, 0.25, 0.5, 1])
    let shown = moments.map { moment in
      panels.panel(
        moment,
        marks: colours.enumerated().map { index, colour in
          ScatterPlot.Cloud(
            name(index),
            points: SamplePanels.places(
              Array(moment.samples[index * dimension..<(index + 1) * dimension]),
              dimension: dimension), colour: colour, style: .marks)
        })
    }
    func curves(
      _ title: String, _ label: String, _ values: KeyPath<SampleHistory.Moment, [Double]>
    ) -> LinePlot {
      LinePlot(
        title: title, xLabel: "iteration", yLabel: label,
        series: colours.enumerated().map { index, colour in
          Series(
            name(index),
            points: history.moments.map { (Double($0.iteration), $0[keyPath: values][index]) },
            colour: colour)
        }, logY: true,
        verticalLines: history.collapse.map {
          [ReferenceLine(at: Double($0), label: "half of the modes lost")]
        }
          ?? [])
    }
    return CaptionedFigure(
      title: "Figure 16 on the mixture: particles from fixed latents",
      grids: [
        CaptionedFigure.grid(
          title: "iteration (modes covered)", shown, columns: 3, panel: SamplePanels.size,
          legend: [("real samples", .orange), ("generated", .sky)]),
        CaptionedFigure.grid(
          [
            curves("‖∇d/d‖ at each particle", "‖∇d/d‖, per unit of x", \.gradientNorms),
            curves("Steepness at each latent", "‖J_{g}‖, in x per z", \.steepness),
          ], columns: 1, panel: PanelSize(height: 290)),
      ],
      text: """
        Top: \(colours.count) particles from fixed latents among the others, at iterations of training. Below: ‖∇d/d‖ at each and the steepness \
        at its latent. \(words(history)) From the line on at most half of the modes are covered. The paper's particles are images; it sees steepness rise, stand and drop to near 0 at the collapse, while ‖∇d/d‖ spikes; \
        claim appendix-G.3-spike is \(PaperClaim.spikeAtCollapse.claim.recorded.rawValue). \(panels.view)
        """,
      parameters: history.parameters,
      alternative:
        "Panels of samples with five marked particles, and their ‖∇d/d‖ and steepness over iterations."
    )
  }

  private static func name(_ index: Int) -> String { "particle \(index + 1)" }

  /// The mean steepness of the particles at the start, at its greatest and at the end.
  private static func words(_ history: SampleHistory) -> String {
    func mean(_ numbers: [Double]) -> Double {
      numbers.prefix(colours.count).reduce(0, +) / Double(colours.count)
    }
    let means = history.moments.map { (iteration: $0.iteration, value: mean($0.steepness)) }
    guard let first = means.first, let last = means.last,
      let greatest = means.max(by: { $0.value < $1.value })
    else { return "" }
    func text(_ number: Double) -> String { NumberText.sixDigits(number) }
    return """
      The particles' mean steepness is \(text(first.value)) at the start, at most \(text(greatest.value)), at iteration \
      \(greatest.iteration), and \(text(last.value)) at the end.
      """
  }
}
