public import ArgumentParser
import GANTheory
public import NumericKernel
import ParticleFlow
import RealModule
import Reporting
import Scalars

extension IntegrationMethod: ExpressibleByArgument {}

struct OdeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ode",
    abstract: "The steepness ODE of Theorem 3.3 under the closure g‴(0) = 0.",
    discussion: """
      Integrated in log k. The closed form gives the time for the same slope by another route; \
      'time error' is the difference. The closure has no equilibrium: its slope passes the optimal one.

      EXAMPLE: steepness ode --mu 2 --sigma 0.5 --initial 1 --until 1
      """)

  @Option(parsing: .unconditional, help: "μ: the modes are −μ and μ.")
  var mu: String
  @Option(parsing: .unconditional, help: "σ of both modes.")
  var sigma: String
  @Option(parsing: .unconditional, help: "g′(0) at time 0.")
  var initial: String = "1"
  @Option(parsing: .unconditional, help: "Time to integrate to.")
  var until: String = "1"
  @Option(help: "Number of rows.")
  var rows: Int = 21
  @Option(
    help: "Integrator: \(IntegrationMethod.allCases.map(\.rawValue).joined(separator: ", ")).")
  var method: IntegrationMethod = .rk8pd

  @OptionGroup var output: OutputOptions

  func run() throws {
    guard (2...1_000_000).contains(rows) else {
      throw InputError(
        argument: "--rows", value: "\(rows)", rule: "must be between 2 and 1,000,000",
        remedy: "21 is a good table")
    }
    let duration = try Vectors.positive(until, argument: "--until").approximation
    let run = try SteepnessTrajectory(
      modeOffset: try Vectors.positive(mu, argument: "--mu").approximation,
      standardDeviation: try Vectors.positive(sigma, argument: "--sigma").approximation,
      initialSteepness: try Vectors.positive(initial, argument: "--initial").approximation,
      duration: duration, method: method)
    let optimum = run.logOptimalSteepness
    let table = try (0..<rows).map { row -> [Cell] in
      let time = duration * Double(row) / Double(rows - 1)
      let logSteepness = try run.logSteepness(at: time)
      let closed = try run.closedFormTime(for: time)
      return [
        .number(time), .number(logSteepness / Double.log(10)), .number(Double.exp(logSteepness)),
        .number(Double.exp(logSteepness - optimum)),
        closed.map { .number($0 - time) } ?? .missing,
      ]
    }
    let cost = run.trajectory.cost
    try output.emit(
      Table(
        title: "Steepness at 0 under the closure g‴(0) = 0",
        columns: [
          Column("t"), Column("log10 k"), Column("k"), Column("k/k*"), Column("time error"),
        ],
        rows: table,
        metadata: [
          ("closure", "g‴(0) = 0"), ("method", method.rawValue),
          ("log10 k*", "\(optimum / Double.log(10))"), ("steps", "\(cost.acceptedSteps)"),
          ("rejected", "\(cost.rejectedSteps)"), ("evaluations", "\(cost.evaluations)"),
        ] + run.trajectory.occurrences.map { ($0.name, "t = \($0.time)") }))
  }
}
