import GANSimulator
import GANTheory
import Scalars

/// Theory and training side by side on a page.
package enum LevelPart {
  /// Two modes on the line and four in the plane, quick to run.
  ///
  /// - Parameter progress: how many comparisons are done, of how many, and what is under way.
  /// - Throws: what a level throws.
  package static func comparisons(
    seed: UInt64, progress: (Int, Int, String) -> Void
  ) throws -> [LevelComparison] {
    let half = Rational(1, 2)
    var line = LevelSettings(times: (0...8).map { Double($0) / 20 })
    line.latents = 100
    var plane = LevelSettings(times: (0...8).map { 3 * Double($0) / 80 })
    (plane.latents, plane.crowd, plane.cells) = (60, 1000, 64)
    let plans = [
      (try parameters([[-2], [2]], half), Experiment.gaussian1D, line, "line"),
      (
        try parameters([[1, 1], [1, -1], [-1, 1], [-1, -1]], Rational(1, 5)), .gaussian2D, plane,
        "plane"
      ),
    ]
    return try plans.enumerated().map { index, plan in
      let (parameters, original, settings, name) = plan
      var experiment = original
      experiment.iterations = 1000
      return try LevelComparison(
        LevelProblem(parameters, experiment: experiment, settings: settings, seed: seed).levels
      ) { progress(index, plans.count, "levels, \(name): \($0)") }
    }
  }

  private static func parameters(
    _ means: [[Rational]], _ deviation: Rational
  ) throws -> MixtureParameters {
    try MixtureParameters(
      weights: means.map { _ in Rational(1, means.count) }, means: means,
      standardDeviations: means.map { _ in deviation })
  }

  /// What the comparisons show.
  ///
  /// - Throws: `ReportingError` where gnuplot is missing, `NumericError` where a picture's numbers are not found.
  package static func section(_ comparisons: [LevelComparison]) throws -> HTMLPage.Section {
    HTMLPage.Section(
      id: "levels", title: "How far is training from the theory?",
      body: [
        .paragraph(
          """
          The same data at four levels: the exact flow of the density, particles under the exact discriminator, particles under a network \
          that is trained against them, and an NSGAN. Each step away from the first costs accuracy, and the table says how much. \
          'steepness compare levels' does this for other data, and with --judge puts stated claims to a sequential test.
          """)
      ]
        + (try comparisons.flatMap { comparison in
          try [
            LevelFigure.figure(comparison).block(), .table(LevelTable.shortSummary(comparison)),
          ]
        }))
  }
}
