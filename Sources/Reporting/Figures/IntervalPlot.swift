/// Values with intervals for named things, a row a thing, in one or more groups.
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
  /// What the values are, with their unit.
  public var xLabel: String
  /// The names of the things, from top to bottom.
  public let categories: [String]
  /// Each group's name in the legend and its entries.
  public let groups: [(name: String, entries: [Entry])]
  /// Lines across the plot at values.
  public var verticalLines: [ReferenceLine]
  public var size: PlotSize

  /// Values with intervals.
  ///
  /// - Shapes: each group has as many entries as there are categories.
  /// - Edge cases: an entry that is not finite is left out.
  public init(
    title: String, xLabel: String, categories: [String],
    groups: [(name: String, entries: [Entry])], verticalLines: [ReferenceLine] = [],
    size: PlotSize = PlotSize()
  ) {
    for group in groups {
      precondition(
        group.entries.count == categories.count,
        "\(group.entries.count) == \(categories.count) is violated for '\(group.name)'")
    }
    self.title = title
    self.xLabel = xLabel
    self.categories = categories
    self.groups = groups
    self.verticalLines = verticalLines
    self.size = size
  }

  public func commands(in frame: PlotFrame) throws(ReportingError) -> String {
    let ends = groups.flatMap(\.entries).flatMap {
      [$0.value, $0.interval.lowerBound, $0.interval.upperBound]
    }
    guard
      ends.contains(where: { Axis.shows($0, logarithmic: false) }),
      let xAxis = Axis(
        label: xLabel, logarithmic: false, values: ends + verticalLines.map(\.value), margin: 0.05,
        fixed: nil),
      let yAxis = Axis(
        label: "", logarithmic: false, values: [0], margin: 0,
        fixed: (0.4 - Double(categories.count))...0.6)
    else { throw .nothingToDraw(plot: title, reason: "no entry is finite") }
    var panel = CartesianPanel(title: title, xAxis: xAxis, yAxis: yAxis)
    panel.rowNames = categories
    panel.vertical = verticalLines
    let width = 0.6 / Double(max(groups.count - 1, 1))
    // Values first, so that a group's colour and mark follow its place.
    let places = groups.indices.map { group in
      categories.indices.map { category in
        -Double(category) - (groups.count > 1 ? Double(group) * width - 0.3 : 0)
      }
    }
    panel.series =
      groups.enumerated().map { index, group in
        Series(
          group.name, points: zip(places[index], group.entries).map { ($1.value, $0) },
          style: .points, colour: PlotColour.number(index))
      }
      + groups.enumerated().map { index, group in
        Series(
          "",
          points: zip(places[index], group.entries).flatMap { place, entry in
            [
              (entry.interval.lowerBound, place), (entry.interval.upperBound, place),
              (.nan, .nan),
            ]
          }, colour: PlotColour.number(index))
      }
    return panel.commands(in: frame)
  }

  /// Each entry's value, then the ends of its interval.
  public var numbers: [PlottedNumbers] {
    groups.flatMap { group in
      zip(categories, group.entries).flatMap { category, entry in
        [
          ("", entry.value), (", from", entry.interval.lowerBound),
          (", to", entry.interval.upperBound),
        ].map { end, number in
          PlottedNumbers(
            part: "\(group.name): \(category)\(end)",
            rows: [PlottedNumbers.Row(x: number, y: nil)])
        }
      }
    } + PlottedNumbers.lines(vertical: verticalLines)
  }
}
