package import ClaimKit
import Foundation
package import GANSimulator
import GANTheory
import Scalars

/// The report: the four jobs of the package on one self-contained page.
package struct PaperReport {
  package let ledger: Ledger
  package let run: RunFolder
  package let levels: [LevelComparison]
  package let stopping: StoppingTrialResults
  package let provenance: [String]

  package init(
    ledger: Ledger, run: RunFolder, levels: [LevelComparison], stopping: StoppingTrialResults,
    provenance: [String]
  ) {
    self.ledger = ledger
    self.run = run
    self.levels = levels
    self.stopping = stopping
    self.provenance = provenance
  }

  /// The page.
  ///
  /// - Throws: `ReportingError` where gnuplot is missing, `SimulationError` where the run cannot be
  ///   read, `NumericError` where a computation fails.
  package func page() throws -> HTMLPage {
    HTMLPage(
      title: "Gradient theory of GAN training: what holds, what is bounded, what is seen",
      subtitle: """
        Every number on this page was computed by one command; the last section says how to repeat it.
        """,
      sections: try [
        LedgerPart.findings(ledger), LedgerPart.claims(ledger), bounds(), dynamics(), figures(),
        training(), LevelPart.section(levels),
        StoppingTrialPart.section(
          stopping,
          remark: """
            These runs are few and short, so that a loss of modes near their end counts as a collapse; 'steepness \
            experiment early-stopping' trains more of them, and four times as long.
            """),
      ],
      provenance: provenance)
  }

  private func bounds() throws -> HTMLPage.Section {
    HTMLPage.Section(
      id: "bounds", title: "What does the bound say for my mixture?",
      body: [
        .paragraph(
          """
          Theorem 3.4 bounds from below the mass that a generator of slope at most k leaves between the modes. \
          For two modes the affine map of slope k meets every hypothesis, and its mass is known exactly: a bound \
          above it is false. The last column shows by how much the printed bound exceeds it.
          """),
        .table(
          try BoundTables().modeMixture(try MixtureFigure.parameters, slopes: MixtureFigure.slopes)),
        .figure(
          svg: try MixtureFigure.bounds().svg(),
          caption: "The printed bound exceeds the mass of a generator that the theorem admits.",
          alternative:
            "Two falling curves over the slope; the printed bound lies above the exact mass."),
        try MixtureFigure.figure().block(),
        .paragraph(
          """
          Theorem 3.1 bounds the steepness of the exact monotone map from below. With three modes the printed \
          bound is far from what is attained; the sharpened one takes the best gap and half the exponent of q.
          """),
        .table(
          try BoundTables().steepnessOnTheLine(
            try MixtureParameters(modes: [[-8], [0], [10]], standardDeviation: 1))),
      ])
  }

  private func dynamics() throws -> HTMLPage.Section {
    let evolution = try EvolutionFigure()
    return HTMLPage.Section(
      id: "dynamics", title: "What do the dynamics do?",
      body: try [
        .paragraph(
          """
          Under the optimal discriminator d a particle moves with velocity ∇d/d. Arrows are ∇d/d, colour is d; \
          below each picture stands the length of an arrow.
          """),
        FieldFigure.figure.block(),
        .paragraph(
          """
          The slope of the generator at 0 obeys the ODE of Theorem 3.3. With g‴(0) = 0 it is closed: it grows \
          at the stated rate once its square is large against σ⁴/(μ² − σ²), and bends only near the optimal \
          slope, which it then passes: the closure has no equilibrium.
          """),
        .figure(
          svg: try evolution.plot().svg(),
          caption: "Integrated in the logarithm of the slope, so that no size of slope overflows.",
          alternative: "A rising curve that follows a straight line and bends at the optimal slope."
        ),
        .table(try evolution.table()),
        .paragraph(
          """
          The exact flow of g, which no closure cuts short, by two routes: nodes that move with the particles, and masses of fixed cells. \
          They agree while the slope goes from 1 to exp(μ²/2σ²), and the functional loses what its rate says.
          """),
        .table(try LineSchemeTable.pairs()),
      ] + planeFlow())
  }

  private func training() throws -> HTMLPage.Section {
    let configuration = try run.configuration()
    let generator = try TrainedGenerator(runFolder: run.url)
    let figure = try TrainingFigure(
      measurements: try run.measurements(), generator: generator, configuration: configuration)
    let comparison = try LineComparison(generator: generator, configuration: configuration)
    let stopping = try StoppingFigure(
      try run.measurements(), data: configuration.experiment.data)
    return HTMLPage.Section(
      id: "training", title: "Does a trained GAN do what the theory says?",
      body: [
        .paragraph(
          """
          A non-saturating GAN was trained on 0.5·N(−2, 0.25) + 0.5·N(2, 0.25), seed \
          \(configuration.seed), \(configuration.experiment.iterations) iterations. The simulator shares no \
          formula with the theory. One run shows what happened once; it supports or questions, and proves nothing.
          """),
        .figure(
          svg: try figure.steepness().svg(),
          caption: try figure.steepnessInWords(),
          alternative:
            "Three curves of steepness over iterations on a logarithmic axis, and a line."),
        .figure(
          svg: try MultiPlot(
            panels: [try figure.map(), try figure.density(seed: configuration.seed)], columns: 2
          ).svg(),
          caption: "A trained generator need not be monotone; the exact map is the increasing one.",
          alternative: "Left: the trained and the exact map. Right: a histogram over a density."),
        .figure(
          svg: try figure.mixture().svg(),
          caption: "Mode mixture over training; the exact map leaves 2Q(3) outside 3σ.",
          alternative: "A curve over iterations, and a line near zero."),
        .figure(
          svg: try stopping.curves().svg(), caption: "What Algorithm 2 watches. \(stopping.words).",
          alternative: "Two curves over iterations, and lines at thresholds and stops."),
        .table(try comparison.table(at: stride(from: -2.0, through: 2, by: 0.5).map { $0 })),
      ])
  }
}
