import ArgumentParser
import Foundation
import GANSimulator
import GANTheory
import ParticleFlow
import Reporting

struct FlowPlaneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plane",
    abstract: "The density of particles in the plane, by finite volumes.",
    discussion: """
      ∂p/∂t = −∇·(p·v) with v = w(ℓ)·∇ℓ, ℓ = log(p_data/p). Mass is kept to rounding, p stays at least 0, the range \
      of r only shrinks, and every f-divergence falls in every step.

      Laws of motion: optimal (NSGAN), a divergence of appendix H, descent:NAME, or f=FORMULA in r (appendix D).

      EXAMPLE: steepness flow plane case-1 --until 1 --cells 256 --figure case-1.svg
      EXAMPLE: steepness flow plane case-3 --law pearson --region="-1.5,-1.5;2.5,2.5" --stepping implicit
      EXAMPLE: steepness flow plane data-set --until 2 --rows 25 --state run --animation data-set.svg
      EXAMPLE: steepness flow plane case-1 --compare-laws --cells 48
      """)

  @OptionGroup var input: PlaneProblemOptions
  @OptionGroup var time: FlowTimes
  @OptionGroup var steps: FlowSteppingOptions

  @Option(help: "Cells a side.")
  var cells: Int = 128
  @Option(help: "Law of motion.")
  var law: String = "optimal"
  @Flag(help: "Adds a column for every f-divergence of appendix H.")
  var divergences = false
  @Flag(help: "Instead: all laws side by side, with every f-divergence, in 40 implicit steps.")
  var compareLaws = false

  @Option(
    help:
      "A folder of moments, or for --compare-laws a JSON file, from which a stopped run goes on.")
  var state: String?
  @Option(help: "A NumPy file for the last density: rows from below, columns from the left.")
  var density: String?
  @Option(help: "An SVG picture of up to nine moments.")
  var figure: String?
  @Option(help: "An SVG picture that moves through all moments.")
  var animation: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let problem = try input.problem()
    let times = try time.times()
    let end = times[times.count - 1]
    guard (4...2048).contains(cells) else {
      throw InputError(
        argument: "--cells", value: "\(cells)", rule: "must be between 4 and 2048",
        remedy: "256 resolves the cases of Table 2")
    }
    if compareLaws { return try output.emit(comparison(problem, until: end)) }
    let stepping = try steps.stepping(until: end)
    let law = try VelocityLaw(named: law)
    let start = try problem.flow(columns: cells, rows: cells, law: law)
    try steps.check(start, until: end)
    var folder = try state.map {
      try FlowFolder(
        URL(filePath: $0),
        FlowFolder.Configuration(
          problem: description(of: problem), columns: cells, rows: cells, law: law.name,
          stepping: stepping, times: times))
    }
    let moments = try moments(from: start, times, stepping, &folder)
    try draw(moments, problem)
    if let density {
      try AtomicFile.write(
        NumPyArray.encoded(
          moments[moments.count - 1].density, rows: cells, columns: cells),
        to: URL(filePath: density))
    }
    try output.emit(
      FlowPlaneTable.table(
        moments, title: "Flow of \(problem.title)", withDivergences: divergences,
        metadata: metadata(start, problem, stepping)))
  }

  /// The moments at the given times: those of the folder, then new ones.
  private func moments(
    from start: DensityFlow, _ times: [Double], _ stepping: FlowStepping,
    _ folder: inout FlowFolder?
  ) throws -> [DensityFlow] {
    var moments = try folder?.moments(of: start) ?? []
    let progress = ProgressLine()
    defer { progress.finish() }
    for time in times.dropFirst(moments.count) {
      var flow = moments.last ?? start
      try flow.advance(to: time, stepping) { flow in
        progress.show(
          done: Int(1000 * flow.time / times[times.count - 1]), of: 1000,
          "t = \(flow.time), \(flow.stepCount) steps")
        return true
      }
      moments.append(flow)
      try folder?.append(flow)
    }
    return moments
  }

  private func draw(_ moments: [DensityFlow], _ problem: PlaneProblem) throws {
    let markers = problem.data.components.map(\.mean)
    let title = "p_{g} and the direction of v: \(problem.title)"
    if let figure {
      let shown = min(9, moments.count)
      let chosen = (0..<shown).map { moments[$0 * (moments.count - 1) / max(shown - 1, 1)] }
      let plot = FlowPlaneFigure.moments(chosen, markers: markers, title: title)
      try AtomicFile.write(try plot.svg(), to: URL(filePath: figure))
    }
    if let animation {
      let plot = FlowPlaneFigure.animation(moments, markers: markers, title: title)
      try AtomicFile.write(try plot.svg(), to: URL(filePath: animation))
    }
  }

  private func comparison(_ problem: PlaneProblem, until end: Double) throws -> Table {
    guard cells % 2 == 0 else {
      throw InputError(
        argument: "--cells", value: "\(cells)", rule: "must be even for --compare-laws",
        remedy: "take \(cells + 1)")
    }
    for (name, value) in [
      ("--density", density), ("--figure", figure), ("--animation", animation),
    ] {
      guard let value else { continue }
      throw InputError(
        argument: name, value: value, rule: "shows one flow, not --compare-laws",
        remedy: "leave one of them out")
    }
    let names = FlowLawTable.names
    let file = StateFile<[FlowLawTable.Outcome]>(
      path: state, options: [description(of: problem), time.until, "\(cells)"] + names)
    let progress = ProgressLine()
    defer { progress.finish() }
    return try FlowLawTable.table(
      problem, laws: try names.map { try VelocityLaw(named: $0) }, cells: cells, until: end,
      steps: 40, work: file.work { progress.show(done: $0, of: names.count, names[$0]) })
  }

  /// All that the flow depends on and that its other options do not say.
  private func description(of problem: PlaneProblem) -> String {
    [
      input.name, input.data, input.dataSigma, input.generated, input.generatedSigma,
      "\(problem.lower)", "\(problem.upper)",
    ].compactMap { $0 }.joined(separator: " ")
  }

  private func metadata(
    _ start: DensityFlow, _ problem: PlaneProblem, _ stepping: FlowStepping
  ) -> [(String, String)] {
    var entries = [
      ("law", start.law.name), ("descends", start.law.functionalName),
      ("region", "\(problem.lower) to \(problem.upper)"), ("cells", "\(cells) × \(cells)"),
      ("scheme", "exponentially fitted finite volumes"), ("order in space", "2"),
      ("stepping", stepping.name), ("order in time", "\(stepping.order)"),
    ]
    switch stepping {
    case .explicit: entries.append(("longest step", "\(start.longestExplicitStep)"))
    case .implicit(let step): entries.append(("longest step", "\(step)"))
    }
    return entries + [
      ("mass of p_data on the mesh", "\(start.massOnMesh.data)"),
      ("mass of p_g on the mesh", "\(start.massOnMesh.generated)"), ("status", "complete"),
    ]
  }
}
