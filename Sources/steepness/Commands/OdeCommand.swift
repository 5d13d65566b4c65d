public import ArgumentParser
import Foundation
import GANSimulator
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
    abstract: "The steepness equation of Theorem 3.3 under its closures, and the exact flow.",
    discussion: """
      What Theorem 3.3 leaves open is g‴. 'integrated' sets it to 0 (away from 0 also g″) and integrates, 'implicit' is the \
      closed form of that, 'taylor' follows the derivatives of g up to --order and sets the next two to 0, 'flow' takes g‴ \
      from the exact flow. In log k, so that no slope is too large.

      For a symmetric pair the closed form gives the time for the same slope by another route: 'time error' is the \
      difference. That closure has no equilibrium: its slope passes the optimal one.

      EXAMPLE: steepness ode --mu 2 --sigma 0.5 --initial 1 --until 1
      EXAMPLE: steepness ode --mu 3 --sigma 1 --compare
      EXAMPLE: steepness ode --modes '-3;0;4' --sigma 1 --at 0.5 --closure taylor --order 5 --until 0.1
      EXAMPLE: steepness ode --mu 3 --sigma 1 --start tanh:0.5,0.5,2 --compare --order 7
      """)

  /// What stands for g‴.
  enum Closure: String, ExpressibleByArgument, CaseIterable {
    case implicit, integrated, taylor, flow
  }

  @Option(parsing: .unconditional, help: "μ: the modes are −μ and μ.")
  var mu: String?
  @Option(parsing: .unconditional, help: "Instead: any modes on the line, ascending: '-8;1;8'.")
  var modes: String?
  @Option(parsing: .unconditional, help: "σ of all modes, or one a mode.")
  var sigma: String
  @Option(parsing: .unconditional, help: "Weights of --modes: '1/3,2/3'. Equal by default.")
  var weights: String?
  @OptionGroup var start: StartOptions
  @Option(parsing: .unconditional, help: "z, where g′ is followed.")
  var at: String = "0"
  @Option(help: "implicit, integrated, taylor or flow.")
  var closure: Closure = .integrated
  @Option(help: "taylor: the order of the highest derivative; --compare: up to this odd order.")
  var order: Int = 9
  @Flag(help: "Instead: all closures side by side, and when each leaves the flow.")
  var compare = false
  @Option(
    parsing: .unconditional,
    help: "Time to go to; 1 by default, with --compare until the optimum is reached.")
  var until: String?
  @Option(help: "Number of rows.")
  var rows: Int = 21
  @Option(
    help:
      "Integrator of closures: \(IntegrationMethod.allCases.map(\.rawValue).joined(separator: ", ")); by default rk8pd, taylor rkf45."
  )
  var method: IntegrationMethod?
  @Option(help: "Nodes of the flow.")
  var nodes: Int = 400
  @Option(parsing: .unconditional, help: "Tolerance of the flow's steps, in log g′.")
  var tolerance: String = "1e-7"
  @Option(help: "A NumPy file: rows t, log g′, log of g′ over the optimal one.")
  var array: String?

  @OptionGroup var output: OutputOptions

  /// The relative tolerances of the two integrations.
  private static let trajectoryTolerance = 1e-11
  private static let taylorTolerance = 1e-9

  func run() throws {
    guard (2...1_000_000).contains(rows) else {
      throw InputError(
        argument: "--rows", value: "\(rows)", rule: "must be between 2 and 1,000,000",
        remedy: "21 is a good table")
    }
    guard (1...25).contains(order) else {
      throw InputError(
        argument: "--order", value: "\(order)", rule: "must be between 1 and 25",
        remedy: "the first few odd orders help, later ones do not")
    }
    let latent = try Vectors.number(at, argument: "--at").approximation
    guard abs(latent) <= 5 else {
      throw InputError(
        argument: "--at", value: at, rule: "must be between −5 and 5",
        remedy: "beyond lies less than a millionth of the mass")
    }
    let problem = try problem()
    if compare { return try output.emit(comparison(problem, latent)) }
    let end = try Vectors.positive(until ?? "1", argument: "--until").approximation
    let table = try table(
      problem, latent, (0..<rows).map { end * Double($0) / Double(rows - 1) })
    try output.emit(table)
  }

  private func problem() throws -> LineFlowProblem {
    var mixture = MixtureOptions()
    switch (mu, modes) {
    case (let mu?, nil):
      _ = try Vectors.positive(mu, argument: "--mu")
      _ = try Vectors.positive(sigma, argument: "--sigma")
      mixture.modes = "-\(mu.trimmed);\(mu.trimmed)"
    case (nil, let modes?): mixture.modes = modes
    default:
      throw InputError(
        argument: "--mu", value: mu ?? "", rule: "or else --modes must be given, not both",
        remedy: "give --mu 2 for the modes −2 and 2, or --modes '-2;0;3'")
    }
    mixture.sigma = sigma
    mixture.weights = weights
    return try LineFlowProblem(
      data: GaussianMixture(try mixture.lineParameters(equalWeights: false)),
      start: try start.generator())
  }

  private func step() throws -> Double {
    try Vectors.tolerance(tolerance, argument: "--tolerance")
  }

  private func comparison(_ problem: LineFlowProblem, _ latent: Double) throws -> Table {
    let deviation = problem.data.leastDeviation
    let limit = try until.map { try Vectors.positive($0, argument: "--until").approximation }
    let progress = ProgressLine()
    let method = method ?? .rkf45
    let comparison = try ClosureComparison(
      problem, at: latent, orders: Array(stride(from: 1, through: order, by: 2)), method: method,
      nodes: nodes, tolerance: try step(), until: limit ?? 1000 * deviation * deviation
    ) { progress.show(done: 0, of: 1, $0) }
    progress.finish()
    if let array { try write(comparison.flow, comparison.logOptimum, comparison.flow.times, array) }
    return ClosureTable.comparison(
      comparison, title: "Closures of the steepness equation beside the flow, at z = \(latent)",
      metadata: [
        ("start", problem.start.title), ("method of the closures", method.rawValue),
        ("tolerance of the closures", "\(Self.taylorTolerance)"),
      ])
  }

  private func table(
    _ problem: LineFlowProblem, _ latent: Double, _ times: [Double]
  ) throws -> Table {
    let end = times[times.count - 1]
    let optimum = try problem.logOptimalSteepness(at: latent)
    let place = latent == 0 ? "at 0" : "at z = \(latent)"
    func finish(
      _ curve: some SlopeCurve, _ name: String, _ method: String, tolerance: Double?,
      cost: (steps: Int, rejected: Int)?, status: String = "complete",
      check: ((Double) throws -> Double?)? = nil
    ) throws -> Table {
      if let array {
        try write(curve, optimum, times.filter { $0 <= curve.end }, array)
      }
      return try ClosureTable.curve(
        curve, title: "Steepness \(place) under the closure \(name)", logOptimum: optimum,
        times: times, checks: check.map { (name: "time error", value: $0) },
        metadata: [("closure", name), ("start", problem.start.title), ("method", method)]
          + (tolerance.map { [("tolerance", "\($0)")] } ?? [])
          + (cost.map { [("steps", "\($0.steps)"), ("rejected", "\($0.rejected)")] } ?? [])
          + [("status", status)])
    }
    let pair = problem.steepnessODE(at: latent)
    switch closure {
    case .implicit:
      guard let pair else {
        throw InputError(
          argument: "--closure", value: closure.rawValue,
          rule: "has a closed form only for −μ and μ with μ > σ, at z = 0 from an odd start",
          remedy: "take integrated")
      }
      return try finish(
        ImplicitClosure(
          ode: pair, initialSteepness: problem.start.slope(at: 0), until: end, ceiling: 700),
        "g‴(0) = 0", "closed form", tolerance: nil, cost: nil)
    case .integrated where pair != nil:
      let components = problem.data.mixture.components
      let method = method ?? .rk8pd
      let run = try SteepnessTrajectory(
        modeOffset: abs(components[0].mean[0]),
        standardDeviation: components[0].standardDeviation,
        initialSteepness: problem.start.slope(at: 0), duration: end, method: method,
        relativeTolerance: Self.trajectoryTolerance)
      let cost = run.trajectory.cost
      return try finish(
        run, "g‴(0) = 0", method.rawValue, tolerance: Self.trajectoryTolerance,
        cost: (cost.acceptedSteps, cost.rejectedSteps)
      ) { time in try run.closedFormTime(for: time).map { $0 - time } }
    case .integrated, .taylor:
      let order = closure == .taylor ? order : 1
      let method = method ?? .rkf45
      let run = try problem.closureRun(
        at: latent, order: order, until: end, method: method,
        relativeTolerance: Self.taylorTolerance)
      return try finish(
        run, "derivatives of order \(order + 1) and \(order + 2) = 0", method.rawValue,
        tolerance: Self.taylorTolerance, cost: (run.steps, run.rejectedSteps),
        status: run.breakdown.map { "breaks down at t = \(run.end): \($0)" } ?? "complete")
    case .flow:
      let progress = ProgressLine()
      let flow = try SlopeHistory(
        problem, at: latent, nodes: nodes, tolerance: try step(), until: end,
        progress: { time, _ in
          progress.show(done: Int(1000 * time / end), of: 1000, "t = \(time)")
        })
      progress.finish()
      return try finish(
        flow, "g‴ of the flow", "backward differentiation of order 1 to 5 (CVODE)",
        tolerance: flow.tolerance, cost: (flow.steps, flow.rejectedSteps))
    }
  }

  private func write(
    _ curve: some SlopeCurve, _ optimum: Double, _ times: [Double], _ path: String
  ) throws {
    let numbers = try times.flatMap { time in
      let value = try curve.logSteepness(at: time)
      return [time, value, value - optimum]
    }
    try AtomicFile.write(
      NumPyArray.encoded(numbers, rows: times.count, columns: 3), to: URL(filePath: path))
  }
}
