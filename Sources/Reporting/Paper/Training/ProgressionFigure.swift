import GANSimulator

/// Figure 1, first row: real and generated samples over training.
package enum ProgressionFigure {
  package static func figure(_ history: SampleHistory) throws -> CaptionedFigure {
    let panels = try SamplePanels(history)
    let moments = history.moments(atShares: [0, 0.0125, 0.04, 0.1, 0.5, 1])
    let covered = moments.map { history.census($0).coveredModes }
    let most = covered.max() ?? 0
    let (first, last) = (covered.first ?? 0, covered.last ?? 0)
    let modes = history.data.modes.count
    let course =
      last < most
      ? """
      In this run they cover \(first), then up to \(most), at the end \(last) of \(modes) modes: they spread, align with the modes \
      and lose some again, as the paper says.
      """
      : """
      In this run they cover \(first) of \(modes) modes at the start and \(last) at the end, the most that they do: the loss of modes \
      that the paper shows is not seen here.
      """
    return CaptionedFigure(
      title: "Figure 1: real and generated samples over training",
      grids: [panels.grid(title: "iteration (modes covered)", moments)],
      text: """
        Samples of the generator over real ones at iterations of training, with the number of modes that the shown samples cover. \(course) \
        \(panels.view)
        """,
      parameters: history.parameters,
      alternative:
        "Panels with clouds of real samples at modes and of generated ones between and on them.")
  }
}
