public import ArgumentParser
import Foundation
import GANSimulator
import GANTheory
public import ParticleFlow
import RealModule
import Reporting
import Scalars

extension LineDiscretisation: ExpressibleByArgument {}

struct FlowLineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "line",
    abstract: "The exact flow of a generator on the line, to reference accuracy.",
    discussion: """
      ∂ₜg(z) = w(ℓ)·ℓ′(g(z)) with ℓ = log(p_data/p_g), from a linear generator or any other that increases. 'lagrangian' moves nodes with the \
      particles, 'eulerian' keeps the masses of fixed cells: two routes to the same numbers. All in logarithms, so that \
      slopes such as e⁵⁰ are as good as any.

      EXAMPLE: steepness flow line --modes '-5;5' --sigma 1 --until 20
      EXAMPLE: steepness flow line --modes '-5;5' --sigma 1 --scheme eulerian --until 5
      EXAMPLE: steepness flow line --modes '-5;5' --sigma 1 --compare-schemes --until 4 --rows 5
      EXAMPLE: steepness flow line --modes '-4;1;5' --sigma 0.8 --weights 1/2,1/4,1/4 --at '-0.5;0;0.5'
      EXAMPLE: steepness flow line --modes '-3;3' --sigma 1 --start tanh:0.5,0.5,2
      EXAMPLE: steepness flow line --modes '-3;3' --sigma 1 --law pearson --state run.json --array flow.npy
      """)

  @OptionGroup var mixture: MixtureOptions
  @OptionGroup var time: FlowTimes

  @OptionGroup var start: StartOptions

  @Option(help: "Law of motion: optimal, a divergence, descent:NAME, or f=FORMULA in r.")
  var law: String = "optimal"
  @Option(help: "lagrangian or eulerian.")
  var scheme: LineDiscretisation = .lagrangian
  @Flag(
    help:
      "Instead: both schemes side by side, with twice as many cells as nodes, and what the flow's laws ask of them."
  )
  var compareSchemes = false
  @Option(help: "Nodes or cells.")
  var nodes: Int = 400
  @Option(parsing: .unconditional, help: "Tolerance of a step in time, in log g′ or log p_g.")
  var tolerance: String = "1e-7"
  @Option(
    parsing: .unconditional,
    help: "p_g starts nowhere below this times p_data (eulerian).")
  var floor: String = "1e-14"
  @Option(parsing: .unconditional, help: "Latent points to follow: '0' or '-1;0;1'.")
  var at: String = "0"
  @Option(help: "A JSON file that is kept up to date, from which a stopped run goes on.")
  var state: String?
  @Option(help: "A NumPy file: rows t, z, g, log g′, log r for every node and moment.")
  var array: String?

  @OptionGroup var output: OutputOptions

  /// What a run leaves behind, to go on from.
  private struct Saved: Codable {
    var records: [LineFlowRecord]
    var milestones: LineMilestones
    var checkpoint: LineFlow.Checkpoint
  }

  func run() throws {
    let problem = try LineFlowProblem(
      data: GaussianMixture(try mixture.lineParameters(equalWeights: false)),
      law: try VelocityLaw(named: law),
      start: try start.generator())
    var settings = LineFlowSettings()
    settings.discretisation = scheme
    settings.nodes = nodes
    settings.tolerance = try Vectors.tolerance(tolerance, argument: "--tolerance")
    settings.floor = try Vectors.positive(floor, argument: "--floor").approximation
    let latents = try Vectors.list(at, argument: "--at").map(\.approximation)
    for latent in latents where abs(latent) > 5 {
      throw InputError(
        argument: "--at", value: "\(latent)", rule: "must be between −5 and 5",
        remedy: "beyond lies less than a millionth of the mass")
    }
    let times = try time.times()
    if compareSchemes {
      return try output.emit(try comparison(problem, settings, times, latents))
    }
    let targets = try latents.map(problem.logOptimalSteepness)
    let (flow, records, milestones) = try records(
      problem, settings, times, LineMilestones(latents: latents, targets: targets))
    if let array { try write(records, to: array) }
    try output.emit(table(flow, records, milestones))
  }

  /// The flow at all times: those that are saved, then new ones.
  private func records(
    _ problem: LineFlowProblem, _ settings: LineFlowSettings, _ times: [Double],
    _ milestones: LineMilestones
  ) throws -> (LineFlow, [LineFlowRecord], LineMilestones) {
    let file = StateFile<Saved>(
      path: state,
      options: [
        mixture.modes, mixture.sigma, mixture.weights ?? "", problem.start.name, law,
        scheme.rawValue, "\(nodes)", tolerance, floor, at, time.until, "\(time.rows)",
      ])
    var flow = try LineFlow(problem, settings: settings)
    var records: [LineFlowRecord] = []
    var milestones = milestones
    if let saved = try file.found() {
      flow = try LineFlow(problem, settings: settings, resuming: saved.checkpoint)
      records = saved.records
      milestones = saved.milestones
    }
    let progress = ProgressLine()
    defer { progress.finish() }
    let end = times[times.count - 1]
    for moment in times.dropFirst(records.count) {
      try flow.advance(to: moment, noting: &milestones) {
        progress.show(done: Int(1000 * $0 / end), of: 1000, "t = \($0), \(flow.steps) steps")
        return true
      }
      records.append(flow.record())
      try file.keep(Saved(records: records, milestones: milestones, checkpoint: flow.checkpoint))
    }
    return (flow, records, milestones)
  }

  private func comparison(
    _ problem: LineFlowProblem, _ settings: LineFlowSettings, _ times: [Double],
    _ latents: [Double]
  ) throws -> Table {
    for (name, value) in [("--state", state), ("--array", array)] {
      guard let value else { continue }
      throw InputError(
        argument: name, value: value, rule: "keeps one flow, not --compare-schemes",
        remedy: "leave one of them out")
    }
    let progress = ProgressLine()
    defer { progress.finish() }
    let end = times[times.count - 1]
    let comparison = try LineSchemeComparison(
      problem, at: latents, times: Array(times.dropFirst()), settings: settings
    ) {
      progress.show(done: Int(1000 * $1 / end), of: 1000, "t = \($1), \($0.rawValue)")
    }
    return LineSchemeTable.table(
      [comparison],
      metadata: [
        ("start", problem.start.title), ("law", problem.law.name),
        ("descends", problem.law.functionalName),
      ] + LineSchemeTable.settingsText(settings) + [
        ("steps of nodes", "\(comparison.steps.lagrangian)"),
        ("steps of cells", "\(comparison.steps.eulerian)"), ("status", "complete"),
      ])
  }

  private func write(_ records: [LineFlowRecord], to path: String) throws {
    let numbers = records.flatMap { record in
      record.latents.indices.flatMap {
        [
          record.time, record.latents[$0], record.outputs[$0], record.logSteepnesses[$0],
          record.logRatios[$0],
        ]
      }
    }
    try AtomicFile.write(
      NumPyArray.encoded(numbers, rows: numbers.count / 5, columns: 5),
      to: URL(filePath: path))
  }

  private func table(
    _ flow: LineFlow, _ records: [LineFlowRecord], _ milestones: LineMilestones
  ) -> Table {
    let (latents, targets) = (milestones.latents, milestones.targets)
    let names = latents.map { latents.count == 1 ? "" : " at \($0)" }
    let perPoint = names.flatMap {
      [Column("log g′\($0)"), Column("d(log g′)/dt\($0)"), Column("g′/g*′\($0)")]
    }
    let rows = records.map { record -> [Cell] in
      let points = zip(latents, targets).flatMap { latent, target -> [Cell] in
        let value = record.logSteepness(at: latent)
        return [
          .number(value), record.growthRate(at: latent).map { .number($0) } ?? .missing,
          .number(Double.exp(value - target)),
        ]
      }
      return [.number(record.time)] + points + [
        .number(record.functional), .number(record.dissipation), .number(record.massError),
        record.asymmetry.map { .number($0) } ?? .missing,
      ]
    }
    let metadata: [(String, String)] = [
      ("start", flow.problem.start.title), ("law", flow.problem.law.name),
      ("descends", flow.problem.law.functionalName),
      ("scheme", flow.settings.discretisation.rawValue),
      ("order in space", "\(flow.settings.discretisation.claimedOrder)"),
      ("nodes", "\(flow.settings.nodes)"),
      ("method in time", "backward differentiation of order 1 to 5 (CVODE)"),
      ("tolerance", "\(flow.settings.tolerance)"), ("steps", "\(flow.steps)"),
      ("rejected", "\(flow.rejectedSteps)"), ("evaluations", "\(flow.evaluations)"),
      ("status", "complete"),
    ]
    return Table(
      title: "The flow of the generator on the line",
      columns: [Column("t")] + perPoint + [
        Column("functional"), Column("dissipation"), Column("mass error"), Column("asymmetry"),
      ], rows: rows, metadata: metadata + milestones.reached)
  }
}
