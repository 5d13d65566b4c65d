/// A quantity on the cells of a rectangle, shown as colours.
public struct HeatMap: Sendable {
  /// What the colours show, with its unit.
  public let label: String
  /// Cells from left to right.
  public let columns: Int
  /// Cells from bottom to top.
  public let rows: Int
  /// The cells' values.
  public let values: [Double]
  /// The values at the ends of the colour bar; without one, the least and the greatest value.
  public let range: ClosedRange<Double>?

  /// A quantity on `rows` × `columns` cells that fill the plot's ranges.
  ///
  /// - Shapes: `values` is row-major with the bottom row first; each value belongs to the centre
  ///   of its cell.
  /// - Edge cases: a value that is not finite leaves its cell white.
  public init(
    label: String, columns: Int, rows: Int, values: [Double], range: ClosedRange<Double>? = nil
  ) {
    precondition(columns > 1 && rows > 1, "\(columns) > 1 && \(rows) > 1 is violated")
    precondition(
      values.count == columns * rows, "\(values.count) == \(columns) × \(rows) is violated")
    RangeRule.check(range, logarithmic: false)
    self.label = label
    self.columns = columns
    self.rows = rows
    self.values = values
    self.range = range
  }

  /// The values of a function at the centres of the cells of a rectangle.
  public init(
    label: String, columns: Int, rows: Int, xRange: ClosedRange<Double>,
    yRange: ClosedRange<Double>, range: ClosedRange<Double>? = nil,
    value: (_ x: Double, _ y: Double) -> Double
  ) {
    let width = (xRange.upperBound - xRange.lowerBound) / Double(columns)
    let height = (yRange.upperBound - yRange.lowerBound) / Double(rows)
    var values: [Double] = []
    for row in 0..<rows {
      for column in 0..<columns {
        values.append(
          value(
            xRange.lowerBound + (Double(column) + 0.5) * width,
            yRange.lowerBound + (Double(row) + 0.5) * height))
      }
    }
    self.init(label: label, columns: columns, rows: rows, values: values, range: range)
  }

  /// The ends of the colour bar; nil where no value is finite.
  var shownRange: ClosedRange<Double>? {
    if let range { return range }
    let finite = values.filter { Axis.shows($0, logarithmic: false) }
    guard let low = finite.min(), let high = finite.max() else { return nil }
    return low < high ? low...high : (low - 0.5)...(high + 0.5)
  }

  /// The values at the middles of the cells of a rectangle.
  func numbers(xRange: ClosedRange<Double>, yRange: ClosedRange<Double>) -> PlottedNumbers {
    let width = (xRange.upperBound - xRange.lowerBound) / Double(columns)
    let height = (yRange.upperBound - yRange.lowerBound) / Double(rows)
    return PlottedNumbers(
      part: label,
      rows: values.enumerated().map { index, value in
        PlottedNumbers.Row(
          x: xRange.lowerBound + (Double(index % columns) + 0.5) * width,
          y: yRange.lowerBound + (Double(index / columns) + 0.5) * height, value: value)
      })
  }

  /// The values as a gnuplot matrix block.
  func block(_ name: String) -> String {
    var text = "$\(name) << EOD\n"
    for row in 0..<rows {
      let line = values[row * columns..<(row + 1) * columns]
      text += line.map { $0.isFinite ? $0.description : "NaN" }.joined(separator: " ") + "\n"
    }
    return text + "EOD\n"
  }
}
