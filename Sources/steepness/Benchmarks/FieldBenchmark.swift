import GANTheory
import Reporting

/// ∇d/d at a million points of the plane, beside writing as many numbers to the same memory.
struct FieldBenchmark {
  let repetitions: Int

  /// Points of the grid a side; the results take 16 bytes a point, more than the nearer caches hold.
  private let side = 1000

  var table: Table {
    Table(
      title: "∇d/d of the cases of Table 2 beside writing the same memory, all cores",
      columns: [
        Column("case", alignment: .leading), Column("points", alignment: .leading),
        Column("field", unit: "ns/point"), Column("write", unit: "ns/point"), Column("ratio"),
        Column("least"), Column("greatest"),
      ],
      rows: TableTwoCase.allCases.flatMap(rows),
      note: "Medians of \(repetitions) repetitions, by turns, after one that is not counted.",
      metadata: [("instructions", VelocityField.instructions)])
  }

  private func rows(_ configuration: TableTwoCase) -> [[Cell]] {
    let (onGrid, scattered) = timings(configuration)
    return [("tensor-product grid", onGrid), ("scattered", scattered)].map { name, timing in
      let nanoseconds = 1e9 / Double(side * side)
      return [
        .integer(configuration.rawValue), .text(name), .number(timing.examined * nanoseconds),
        .number(timing.reference * nanoseconds), .number(timing.ratio),
        .number(timing.leastRatio), .number(timing.greatestRatio),
      ]
    }
  }

  /// The field where the points are a grid, and where the same points are not known to be one.
  func timings(_ configuration: TableTwoCase) -> (onGrid: PairedTiming, scattered: PairedTiming) {
    let field = VelocityField(configuration)
    let axis = (0..<side).map { -4 + 8 * Double($0) / Double(side - 1) }
    let points = axis.flatMap { x in axis.flatMap { [x, $0] } }
    // Each core writes to a part of its own.
    nonisolated(unsafe) let result = UnsafeMutableBufferPointer<Double>.allocate(
      capacity: points.count)
    defer { result.deallocate() }
    func write() {
      forEachCore { part, parts in
        let share = points.count / parts
        UnsafeMutableBufferPointer(rebasing: result[part * share..<(part + 1) * share])
          .update(repeating: 1)
      }
    }
    let onGrid = PairedTiming(
      repetitions: repetitions, examined: { field.fill(result, onGrid: axis, axis) },
      reference: write)
    let scattered = PairedTiming(
      repetitions: repetitions,
      examined: { points.withUnsafeBufferPointer { field.fill(result, at: $0) } },
      reference: write)
    return (onGrid, scattered)
  }
}
