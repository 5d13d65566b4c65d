import GANTheory
package import ParticleFlow
import RealModule

/// Laws of motion side by side on one problem in the plane.
package enum FlowLawTable {
  /// The laws that are compared where none are named: NSGAN's, appendix H's, steepest descents, appendix D's.
  package static let names =
    ["optimal"] + DivergenceGenerator.allCases.map(\.rawValue)
    + divergences.map { "descent:\($0.generator.rawValue)" }
    + ["f=2", "f=r^(1/2)", "f=1+0.5*r^(1/2)", "f=1+r", "f=r^2"]

  /// What one law did, or why it cannot run.
  package enum Outcome: Codable {
    case run(Run)
    case refused(rule: String)
  }

  /// What a law did that runs.
  package struct Run: Codable {
    /// By how much each f-divergence fell, and its greatest rise in a step; nil where it is infinite.
    var falls: [Double?]
    var rises: [Double?]
    /// √(p(0)/p(t)) at the centre after a quarter, half and all of the time.
    var growths: [Double?]
    let totalVariation: Double
  }

  /// The f-divergences of appendix H, each with the law that descends it; the vanilla GAN's is that of Jensen and
  /// Shannon but for a constant.
  static let divergences = DivergenceGenerator.allCases.filter { $0 != .vanilla }.map {
    (generator: $0, law: VelocityLaw(.descent($0)))
  }

  /// Every law: whether it runs, how the steepness at the centre grows, and which f-divergences fall.
  ///
  /// - Parameters:
  ///   - steps: implicit steps, a multiple of four; each may be of any length.
  ///   - work: what is kept of the laws that are done.
  /// - Throws: `FlowError` where the mesh cannot carry the problem; a law that cannot run is a row that says why.
  package static func table(
    _ problem: PlaneProblem, laws: [VelocityLaw], cells: Int, until end: Double, steps: Int,
    work: KeptWork<Outcome> = KeptWork()
  ) throws -> Table {
    precondition(steps > 0 && steps % 4 == 0, "steps is a multiple of four")
    let carrier = try problem.flow(columns: cells, rows: cells)
    func cell(_ value: Double?) -> Cell { value.map { .number($0) } ?? .missing }
    let outcomes = try work.pieces(laws.count) { index -> Outcome in
      do {
        let start = try problem.flow(columns: cells, rows: cells, law: laws[index])
        return .run(try run(start, until: end, steps: steps))
      } catch let error as FlowError {
        return .refused(rule: error.rule)
      }
    }
    let rows = zip(laws, outcomes).map { law, outcome -> [Cell] in
      let rates = divergences.map { cell(carrier.rate(of: $0.law, under: law)) }
      let head: [Cell] = [.text(law.name), .text(law.functionalName)]
      switch outcome {
      case .refused(let rule):
        let blanks = [Cell](repeating: .missing, count: 4)
        return head + [.text(rule)] + blanks + rates.flatMap { [$0, .missing, .missing] }
      case .run(let run):
        return head + [.text("yes")] + run.growths.map(cell) + [.number(run.totalVariation)]
          + zip(rates, zip(run.falls, run.rises)).flatMap { [$0, cell($1.0), cell($1.1)] }
      }
    }
    return Table(
      title: "Laws of motion side by side: \(problem.title)",
      columns: [
        Column("law", alignment: .leading), Column("descends", alignment: .leading),
        Column("runs", alignment: .leading), Column("growth at the centre, quarter of the time"),
        Column("half"), Column("all"), Column("total variation at the end"),
      ]
        + divergences.flatMap {
          let title = $0.generator.title
          return [
            Column("first rate of \(title)"), Column("fall of \(title)"),
            Column("greatest rise of \(title)"),
          ]
        },
      rows: rows,
      note: """
        growth: of the generator's steepness where the flow stands still, √(p(0)/p(t)). first rate: d/dt of the \
        divergence at time 0, also for laws that cannot run. A greatest rise below 0 says that the divergence fell in \
        every step; one that is missing, that it is infinite.
        """,
      metadata: [
        ("cells", "\(cells) × \(cells)"), ("until", "\(end)"), ("steps", "\(steps) implicit"),
        ("order in time", "\(FlowStepping.implicit(step: end).order)"), ("status", "complete"),
      ])
  }

  private static func run(_ start: DensityFlow, until end: Double, steps: Int) throws -> Run {
    var flow = start
    let first = divergences.map { start.functional(of: $0.law) }
    var last = first
    var rises: [Double?] = divergences.map { _ in nil }
    var growths: [Double?] = []
    let marks = [steps / 4, steps / 2, steps]
    try flow.advance(to: end, .implicit(step: end / Double(steps))) { flow in
      for (index, divergence) in divergences.enumerated() {
        let value = flow.functional(of: divergence.law)
        if let value, let before = last[index] {
          rises[index] = max(rises[index] ?? -.infinity, value - before)
        }
        last[index] = value
      }
      if marks.contains(flow.stepCount) {
        let logs = (start.logDensityAtCentre, flow.logDensityAtCentre)
        growths.append(logs.0.flatMap { first in logs.1.map { .exp((first - $0) / 2) } })
      }
      return true
    }
    let falls = zip(first, last).map { first, last in first.flatMap { a in last.map { a - $0 } } }
    return Run(
      falls: falls, rises: rises, growths: growths, totalVariation: flow.totalVariation)
  }
}
