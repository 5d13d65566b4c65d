/// Values with intervals for named things, in one or more groups side by side.
public struct IntervalPlot: Plot {
  /// A value and the interval around it.
  public struct Entry: Sendable {
    public let value: Double
    public let interval: ClosedRange<Double>

    public init(_ value: Double, interval: ClosedRange<Double>) {
      self.value = value
      self.interval = interval
    }
  }

  public var title: String
  /// What the things along the x axis are.
  public var xLabel: String
  /// What the y axis shows, with its unit.
  public var yLabel: String
  /// The names of the things, from left to right.
  public let categories: [String]
  /// Each group's name in the legend and its entries.
  public let groups: [(name: String, entries: [Entry])]
  public var size: PlotSize

  /// Values with intervals.
  ///
  /// - Shapes: each group has as many entries as there are categories.
  /// - Edge cases: an entry that is not finite is left out.
  public init(
    title: String, xLabel: String, yLabel: String, categories: [String],
    groups: [(name: String, entries: [Entry])], size: PlotSize = PlotSize()
  ) {
    for group in groups {
      precondition(
        group.entries.count == categories.count,
        "\(group.entries.count) == \(categories.count) is violated for '\(group.name)'")
    }
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.categories = categories
    self.groups = groups
    self.size = size
  }

  public func commands(in frame: PlotFrame) throws(ReportingError) -> String {
    let ends = groups.flatMap(\.entries).flatMap {
      [$0.value, $0.interval.lowerBound, $0.interval.upperBound]
    }
    guard
      let xAxis = Axis(
        label: xLabel, logarithmic: false, values: [0], margin: 0,
        fixed: -0.6...(Double(categories.count) - 0.4)),
      let yAxis = Axis(label: yLabel, logarithmic: false, values: ends, margin: 0.05, fixed: nil)
    else { throw .nothingToDraw(plot: title, reason: "no entry is finite") }
    var panel = CartesianPanel(title: title, xAxis: xAxis, yAxis: yAxis)
    panel.categories = categories
    let width = 0.6 / Double(max(groups.count - 1, 1))
    // Values first, so that a group's colour and mark follow its place.
    let places = groups.indices.map { group in
      categories.indices.map { category in
        Double(category) + (groups.count > 1 ? Double(group) * width - 0.3 : 0)
      }
    }
    panel.series =
      groups.enumerated().map { index, group in
        Series(
          group.name, points: zip(places[index], group.entries).map { ($0, $1.value) },
          style: .points, colour: PlotColour.number(index))
      }
      + groups.enumerated().map { index, group in
        Series(
          "",
          points: zip(places[index], group.entries).flatMap { place, entry in
            [
              (place, entry.interval.lowerBound), (place, entry.interval.upperBound),
              (.nan, .nan),
            ]
          }, colour: PlotColour.number(index))
      }
    return panel.commands(in: frame)
  }

  /// Each entry's category counted from 0, its value, then the ends of its interval.
  public var numbers: [PlottedNumbers] {
    groups.map { group in
      PlottedNumbers(
        part: group.name,
        rows: group.entries.enumerated().flatMap { index, entry in
          [entry.value, entry.interval.lowerBound, entry.interval.upperBound].map {
            PlottedNumbers.Row(x: Double(index), y: $0)
          }
        })
    }
  }
}
