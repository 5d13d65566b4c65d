import ClaimKit
import Claims
import GANTheory
import Scalars

/// Where the hypotheses of the theorems hold, and where their conclusions do.
package enum HypothesesFigure {
  /// - Throws: `InputError` where a statement has other variables than this figure expects.
  package static func figure() throws -> CaptionedFigure {
    CaptionedFigure(
      title: "Where the hypotheses of the theorems hold",
      panels: [
        try line(), try mixture(), try drop(), try correctedDrop(),
      ], columns: 2, panel: PanelSize(height: 380), legend: StatementMap.legend,
      text: """
        Hypotheses and conclusions over two variables, in double arithmetic. Theorem 3.1: gaps of 6σ are asked for, and the conclusion holds \
        without. Theorem 3.4 with three evenly spaced modes and the affine g through the midpoints, whose slope is the least k: the printed bound fails \
        for that k at every gap, and for greater k up to a limit; beyond it g is less steep than the theorem allows, and leaves more mass. \
        Theorem 4.2: for a generator that moves across the radius the \
        conclusion fails above the line s = r(4σ − r)²/2σ. The corrected statement asks for steps below it and for r ≤ 2σ, and then nothing fails. \
        Theorem 3.2 has no panel: no map meets its hypotheses with a finite greatest slope.
        """,
      parameters: [
        ("3.1", "N = 3, σ = 1"), ("3.4", "N = 3, σ = 1"), ("4.2", "σ = 1, J_g = diag(0, 1)"),
      ],
      alternative: "Four maps with regions in four colours.")
  }

  private static func line() throws -> MapPlot {
    try StatementMap(
      PaperClaim.lineSteepness.claim.families[1], held: ["σ": 1, "x1": 0], x: "gap/σ 1",
      y: "gap/σ 2"
    ).plot(
      title: "Theorem 3.1", x: MapPlot.Scale("first gap, in units of σ", 0.5...15),
      y: MapPlot.Scale("second gap, in units of σ", 0.5...15))
  }

  private static func mixture() throws -> MapPlot {
    try StatementMap(
      PaperClaim.modeMixture.claim.families[1], held: ["σ": 1], x: "gap/σ", y: "k/slope"
    ).plot(
      title: "Theorem 3.4", x: MapPlot.Scale("gap, in units of σ", 4...20),
      y: MapPlot.Scale("k, in units of the slope of g", 0.25...8, isLogarithmic: true))
  }

  private static let radii = MapPlot.Scale("distance r from the mode, in units of σ", 0.05...3)

  private static func drop() throws -> MapPlot {
    let model = LinearDiscriminator<Double>(mode: [], standardDeviation: 1)
    let limit = radii.centres(60).map { r in
      (r, model.largestContractingStep(atDistance: r) / ((4 - r) * (4 - r)))
    }
    return try StatementMap(
      PaperClaim.steepnessDrop.claim.families[0], held: ["σ": 1, "a": 0, "b": 0, "c": 0, "e": 1],
      x: "r/σ", y: "s/(4σ − r)²"
    ).plot(
      title: "Theorem 4.2 as printed", x: radii,
      y: MapPlot.Scale("step s, in units of (4σ − r)²", 0.01...1.4),
      curves: [Series("line: s = r(4σ − r)²/2σ", points: limit)])
  }

  /// The corrected statement in space, for a vector across the radius.
  private static func correctedDrop() throws -> MapPlot {
    try StatementMap(
      PaperClaim.steepnessDrop.claim.amendments[0].families[1],
      held: ["σ": 1, "w1": 0, "w2": 1, "w3": 0], x: "r/σ", y: "s/limit"
    ).plot(
      title: "Theorem 4.2 corrected", x: radii,
      y: MapPlot.Scale("step s, in units of r(4σ − r)²/2σ", 0.01...2))
  }
}
