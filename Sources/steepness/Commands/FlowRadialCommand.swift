import ArgumentParser
import GANTheory
import ParticleFlow
import Reporting
import Scalars

struct FlowRadialCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "radial",
    abstract: "One Gaussian in n dimensions: the exact flow beside the recurrence of Theorem C.5.",
    discussion: """
      p_data = N(0, k*²·I), p_g = N(0, k²·I) at time 0. The generator's steepness at 0 follows from the density there.

      EXAMPLE: steepness flow radial --dimension 3 --initial 0.5 --optimal 1 --until 1
      """)

  @Option(help: "n.")
  var dimension: Int = 2
  @Option(parsing: .unconditional, help: "k at time 0.")
  var initial: String = "0.5"
  @Option(parsing: .unconditional, help: "k*, the steepness of the optimal generator.")
  var optimal: String = "1"
  @Option(help: "Shells.")
  var shells: Int = 400
  @Option(parsing: .unconditional, help: "s, the step of the recurrence.")
  var recurrenceStep: String = "0.001"
  @Option(help: "Law of motion: see 'flow plane'.")
  var law: String = "optimal"

  @Option(help: "A JSON file that is kept up to date, from which a stopped run goes on.")
  var state: String?

  @OptionGroup var time: FlowTimes
  @OptionGroup var steps: FlowSteppingOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let times = try time.times()
    let step = try Vectors.positive(recurrenceStep, argument: "--recurrence-step").approximation
    let end = times[times.count - 1]
    guard end / step <= 1e8 else {
      throw InputError(
        argument: "--recurrence-step", value: recurrenceStep, rule: "makes over 1e8 steps",
        remedy: "take a longer step")
    }
    let start = try RadialDensityFlow(
      dimension: dimension,
      optimalSteepness: try Vectors.positive(optimal, argument: "--optimal").approximation,
      initialSteepness: try Vectors.positive(initial, argument: "--initial").approximation,
      shells: shells, law: try VelocityLaw(named: law))
    let stepping = try steps.stepping(until: end)
    try steps.check(start.flow, until: end)
    try output.emit(
      RadialFlowTable.table(
        start, moments: try moments(from: start, times, stepping), recurrenceStep: step, stepping))
  }

  /// The moments at the given times: those that are kept, then new ones.
  private func moments(
    from start: RadialDensityFlow, _ times: [Double], _ stepping: FlowStepping
  ) throws -> [RadialDensityFlow] {
    let file = StateFile<[KeptDensity]>(
      path: state,
      options: [
        "\(dimension)", initial, optimal, "\(shells)", law, time.until, "\(time.rows)",
        "\(stepping)",
      ])
    var kept = try file.found() ?? []
    var moments = try kept.map { density in
      var radial = start
      radial.flow = try density.flow(of: start.flow)
      return radial
    }
    let progress = ProgressLine()
    defer { progress.finish() }
    for time in times.dropFirst(moments.count) {
      var radial = moments.last ?? start
      try radial.flow.advance(to: time, stepping) { flow in
        progress.show(
          done: Int(1000 * flow.time / times[times.count - 1]), of: 1000,
          "t = \(flow.time), \(flow.stepCount) steps")
        return true
      }
      moments.append(radial)
      kept.append(KeptDensity(radial.flow))
      try file.keep(kept)
    }
    return moments
  }
}
