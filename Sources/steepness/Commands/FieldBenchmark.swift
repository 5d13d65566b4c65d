import GANTheory
import Reporting

/// ∇d/d at a million points of the plane, beside writing as many numbers to the same memory.
struct FieldBenchmark {
  let repetitions: Int

  /// Points of the grid; the results take 16 bytes each, more than the caches hold.
  private let side = 1000

  var table: Table {
    let points = grid
    let result = UnsafeMutableBufferPointer<Double>.allocate(capacity: points.count)
    defer { result.deallocate() }
    let clock = ContinuousClock()
    let rows = TableTwoCase.allCases.map { configuration -> [Cell] in
      let field = VelocityField(configuration)
      var fieldTimes: [Double] = []
      var writeTimes: [Double] = []
      for repetition in 0...repetitions {
        let write = clock.measure { result.update(repeating: Double(repetition)) }
        let evaluate = clock.measure {
          points.withUnsafeBufferPointer { field.fill(result, at: $0) }
        }
        guard repetition > 0 else { continue }
        writeTimes.append(write / .seconds(1))
        fieldTimes.append(evaluate / .seconds(1))
      }
      let ratios = zip(fieldTimes, writeTimes).map { $0 / $1 }.sorted()
      let (field1, write1) = (median(fieldTimes), median(writeTimes))
      return [
        .integer(configuration.rawValue), .number(field1 / Double(side * side) * 1e9),
        .number(write1 / Double(side * side) * 1e9), .number(median(ratios)),
        .number(ratios[0]), .number(ratios[ratios.count - 1]),
        .number(Double(points.count * 8) / write1 / 1e9),
      ]
    }
    return Table(
      title: "∇d/d of the cases of Table 2 beside writing the same memory",
      columns: [
        Column("case"), Column("field", unit: "ns/point"), Column("write", unit: "ns/point"),
        Column("ratio"), Column("least"), Column("greatest"), Column("written", unit: "GB/s"),
      ],
      rows: rows,
      note: "Medians of \(repetitions) repetitions, by turns, after one that is not counted.")
  }

  private var grid: [Double] {
    let axis = (0..<side).map { -4 + 8 * Double($0) / Double(side - 1) }
    return axis.flatMap { x in axis.flatMap { [x, $0] } }
  }

  private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
