import ArgumentParser
import GANSimulator
import GANTheory
import Reporting

struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Benchmarks, each as a ratio to a limit measured in the same run.",
    discussion: """
      A ratio of 1 would be the speed of the limit. Quote ratios; absolute times are the machine's.

      EXAMPLE: steepness bench scalars
      EXAMPLE: steepness bench judge
      EXAMPLE: steepness bench field
      EXAMPLE: steepness bench train --repetitions 500
      EXAMPLE: steepness bench flow-plane
      """)

  /// What can be measured.
  enum Subject: String, ExpressibleByArgument, CaseIterable {
    /// Generic formulas beside hand-written ones, and their twins for many points.
    case scalars
    /// Margins of claims in a search beside a bare loop.
    case judge
    /// ∇d/d on a grid beside writing the same memory.
    case field
    /// A training iteration beside its matrix products alone.
    case train
    /// The closed steepness equation, and the flow on the line.
    case flow
    /// The flow in the plane.
    case flowPlane = "flow-plane"
  }

  @Argument(help: "scalars, judge, field, train, flow or flow-plane.")
  var subject: Subject

  @Option(help: "Repetitions, by turns with the limit.")
  var repetitions: Int?

  @OptionGroup var output: OutputOptions

  func run() throws {
    if let repetitions, !(1...1_000_000).contains(repetitions) {
      throw InputError(
        argument: "--repetitions", value: "\(repetitions)", rule: "must be between 1 and 1,000,000",
        remedy: "15 gives a usable median")
    }
    switch subject {
    case .flow: try output.emit(FlowBenchmark(repetitions: repetitions ?? 5).table())
    case .flowPlane: try output.emit(FlowPlaneBenchmark(repetitions: repetitions ?? 1).table())
    case .scalars:
      try output.emit(ScalarsBenchmark(repetitions: repetitions ?? 15).table)
    case .judge:
      try output.emit(JudgeBenchmark(repetitions: repetitions ?? 15).table)
    case .field:
      try output.emit(FieldBenchmark(repetitions: repetitions ?? 15).table)
    case .train:
      let experiment = Experiment.gaussian2D
      let measured = try TrainingBenchmark.measurement(
        of: experiment, repetitions: repetitions ?? 500)
      try output.emit(
        Table(
          title: "One training iteration of \(experiment.name) beside its matrix products alone",
          columns: [
            Column("iteration", unit: "s"), Column("products", unit: "s"), Column("ratio"),
            Column("speed of the products", unit: "GFlop/s"),
          ],
          rows: [
            [
              .number(measured.secondsPerIteration), .number(measured.secondsOfProducts),
              .number(measured.ratio),
              .number(Double(measured.floatingPointOperations) / measured.secondsOfProducts / 1e9),
            ]
          ],
          note: "Medians of \(measured.repetitions) repetitions, by turns.",
          metadata: [("matrix products", measured.matrixBackend)]))
    }
  }
}
