import CAllocationCount
import GANSimulator
import Reporting

/// Training iterations beside their matrix products alone, as OpenBLAS forms them.
struct TrainBenchmark {
  let table: Table

  init(repetitions: Int) throws {
    let experiments: [Experiment] = [.mixture3D, .gaussian2D, TrainingBenchmark.wide]
    let measured = try experiments.map { experiment in
      try TrainingBenchmark.measurement(of: experiment, repetitions: repetitions) { body in
        steepness_start_counting_allocations()
        body()
        let count = steepness_counted_allocations()
        return count < 0 ? nil : Int(count)
      }
    }
    table = Table(
      title: "Training iterations beside their matrix products alone",
      columns: [
        Column("experiment"), Column("iterations", unit: "1/s"),
        Column("speed", unit: "GFlop/s"), Column("sgemm", unit: "GFlop/s"),
        Column("share of sgemm"), Column("probes", unit: "ms"), Column("allocations"),
      ],
      rows: measured.map { measured in
        let operations = Double(measured.floatingPointOperations) / 1e9
        return [
          .text(measured.experiment), .number(1 / measured.secondsPerIteration),
          .number(operations / measured.secondsPerIteration),
          .number(operations / measured.secondsOfProducts), .number(measured.shareOfProducts),
          measured.secondsOfProbes.map { .number($0 * 1000) } ?? .missing,
          measured.allocations.map { .number(Double($0)) } ?? .missing,
        ]
      },
      note: """
        Medians of \(repetitions) repetitions, by turns. Iterations are whole: random numbers, both \
        networks' steps and optimisers. Probes are steepness and ‖∇d/d‖₂ over a probe batch. Allocations \
        are those of 100 iterations after the others.
        """,
      metadata: [
        ("threads", "\(measured[0].threads)"), ("instructions", TrainingInstructions.name),
        ("sgemm", MatrixBackend.summary),
      ])
  }
}
