import GANTheory
import ParticleFlow

/// The flow in the plane on the report.
extension PaperReport {
  /// Densities over time for case 1, what is kept and what falls, laws side by side.
  ///
  /// - Throws: `FlowError` where a flow cannot be computed, `ReportingError` where gnuplot is missing.
  func planeFlow() throws -> [HTMLBlock] {
    let problem = PlaneProblem(.concentrated)
    let start = try problem.flow(columns: 96, rows: 96)
    var moments = [start]
    for time in [0.02, 0.05, 0.1, 0.3, 1] {
      var flow = moments[moments.count - 1]
      try flow.advance(to: time)
      moments.append(flow)
    }
    let laws = try FlowLawTable.table(
      problem, laws: try FlowLawTable.names.map { try VelocityLaw(named: $0) }, cells: 48,
      until: 0.2, steps: 40)
    let course = FlowPlaneTable.table(
      moments, title: "Flow of \(problem.title)", withDivergences: true,
      metadata: [
        ("cells", "96 × 96"), ("stepping", FlowStepping.explicit.name),
        ("longest step", "\(start.longestExplicitStep)"),
      ])
    return [
      .paragraph(
        """
        The density p_g of case 1 under the optimal discriminator, on finite volumes: no mass is lost, no density \
        becomes negative, the range of r = p_data/p_g only shrinks, and every f-divergence falls in every step. \
        The functional is 2·KL((p_data + p_g)/2 ‖ p_data); it falls at the rate of the kinetic term.
        """),
      .figure(
        svg: try FlowPlaneFigure.moments(
          moments, markers: problem.data.components.map(\.mean),
          title: "p_{g} and the direction of ∇d/d, case 1 of Table 2"
        ).svg(),
        caption: "Particles leave the origin and gather around the four modes.",
        alternative: "Six densities over the plane: one blob that splits into four."),
      .table(course.part(columns: Array(0..<6))),
      .table(course.part(columns: [0] + (6..<9))),
      .table(course.part(columns: [0] + (9..<course.columns.count))),
      .table(laws.part(columns: Array(0..<7))),
      // Of each divergence its greatest rise: whether it fell in every step.
      .table(laws.part(columns: [0] + stride(from: 9, to: laws.columns.count, by: 3))),
    ]
  }
}
