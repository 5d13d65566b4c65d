package import ParticleFlow
import RealModule

/// Particles on the line that carry their density along, beside the flow.
package enum LineParticleTable {
  /// Errors of one number of particles, and the shorter of the two steps.
  package struct Errors: Codable {
    let step: Double
    let strong: Double
    let weak: Double
  }

  /// Errors as N grows, at steps extrapolated to 0, and their rates.
  ///
  /// - Throws: `FlowError` where a step is too long; `NumericError` where the flow fails.
  package static func numbers(
    _ problem: LineFlowProblem, counts: [Int], until end: Double, nodes: Int = 800,
    tolerance: Double = 1e-9, work: KeptWork<Errors> = KeptWork()
  ) throws -> Table {
    var settings = LineFlowSettings()
    (settings.nodes, settings.tolerance) = (nodes, tolerance)
    let flow = try LineFlow(problem, settings: settings)
    try flow.advance(to: end)
    let record = flow.record()
    let errors = try work.pieces(counts.count) { index -> Errors in
      let start = try LineParticles(problem, count: counts[index])
      let step = min(start.longestStep() / 4, end / 100)
      var (shorter, longer) = (start, start)
      try longer.advance(to: end, step: step)
      try shorter.advance(to: end, step: step / 2)
      let (strong, weak) = shorter.errors(
        of: shorter.extrapolated(fromLongerSteps: longer), against: record)
      return Errors(step: step / 2, strong: strong, weak: weak)
    }
    return Table(
      title: "Errors of particles that carry their density as they grow in number",
      columns: [Column("N"), Column("step"), Column("strong"), Column("weak")],
      rows: counts.indices.map {
        [
          .integer(counts[$0]), .number(errors[$0].step), .number(errors[$0].strong),
          .number(errors[$0].weak),
        ]
      },
      note: """
        strong: root mean square distance from where the flow has the same latent points; weak: difference of the mean of |x|. \
        Steps are extrapolated to 0 from two lengths.
        """,
      metadata: [
        ("start", problem.start.title), ("law", problem.law.name), ("time", "\(end)"),
        ("nodes of the flow", "\(nodes)"), ("tolerance of the flow", "\(tolerance)"),
        ("strong error ~ N^", rate(counts.map(Double.init), errors.map(\.strong))),
        ("weak error ~ N^", rate(counts.map(Double.init), errors.map(\.weak))),
        ("status", "complete"),
      ])
  }

  /// Errors as s falls, against steps a sixteenth of the shortest, and their rates.
  ///
  /// - Throws: `FlowError` where a step is too long.
  package static func steps(
    _ problem: LineFlowProblem, count: Int, stepSizes: [Double], until end: Double,
    work: KeptWork<[Double]> = KeptWork()
  ) throws -> Table {
    let start = try LineParticles(problem, count: count)
    // The last is what the others are measured against.
    let lengths = stepSizes + [(stepSizes.min() ?? end) / 16]
    let positions = try work.pieces(lengths.count) { index -> [Double] in
      var particles = start
      try particles.advance(to: end, step: lengths[index])
      return particles.positions
    }
    let limit = positions[stepSizes.count]
    func mean(_ places: [Double]) -> Double {
      places.reduce(0) { $0 + abs($1) } / Double(places.count)
    }
    let errors = positions.dropLast().map { places -> (strong: Double, weak: Double) in
      let square = zip(places, limit).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      return ((square / Double(count)).squareRoot(), abs(mean(places) - mean(limit)))
    }
    return Table(
      title: "Errors of the steps of particles that carry their density",
      columns: [Column("s"), Column("strong"), Column("weak")],
      rows: zip(stepSizes, errors).map { [.number($0), .number($1.strong), .number($1.weak)] },
      note: "Against steps of a sixteenth of the shortest; weak: difference of the mean of |x|.",
      metadata: [
        ("start", problem.start.title), ("law", problem.law.name), ("time", "\(end)"),
        ("N", "\(count)"), ("longest step at the start", "\(start.longestStep())"),
        ("strong error ~ s^", rate(stepSizes, errors.map(\.strong))),
        ("weak error ~ s^", rate(stepSizes, errors.map(\.weak))), ("status", "complete"),
      ])
  }

  private static func rate(_ sizes: [Double], _ errors: [Double]) -> String {
    NumberText.sixDigits(
      ConvergenceRate(sizes: sizes, errors: errors.map { MeasuredError(exactly: $0) }).exponent)
  }
}
