/// Bars side by side for named things, in one or more groups of one colour each.
public struct BarPlot: Plot {
  public var title: String
  /// What the things along the x axis are.
  public var xLabel: String
  /// What the y axis shows, with its unit.
  public var yLabel: String
  /// The names of the things, from left to right.
  public let categories: [String]
  /// Each group's name in the legend and its heights.
  public let groups: [(name: String, heights: [Double])]
  /// Lines across the plot at values of y, labelled at the right.
  public var horizontalLines: [ReferenceLine]
  public var size: PlotSize

  /// Bars.
  ///
  /// - Shapes: each group has as many heights as there are categories.
  /// - Edge cases: a height that is not finite has no bar.
  public init(
    title: String, xLabel: String, yLabel: String, categories: [String],
    groups: [(name: String, heights: [Double])], horizontalLines: [ReferenceLine] = [],
    size: PlotSize = PlotSize()
  ) {
    for group in groups {
      precondition(
        group.heights.count == categories.count,
        "\(group.heights.count) == \(categories.count) is violated for '\(group.name)'")
    }
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.categories = categories
    self.groups = groups
    self.horizontalLines = horizontalLines
    self.size = size
  }

  public func commands(in frame: PlotFrame) throws(ReportingError) -> String {
    let heights = groups.flatMap(\.heights).filter { Axis.shows($0, logarithmic: false) }
    guard !heights.isEmpty,
      let xAxis = Axis(
        label: xLabel, logarithmic: false, values: [0], margin: 0,
        fixed: -0.6...(Double(categories.count) - 0.4)),
      let yAxis = Axis(
        label: yLabel, logarithmic: false, values: [0], margin: 0,
        fixed: HistogramPlot.span(heights + horizontalLines.map(\.value)))
    else { throw .nothingToDraw(plot: title, reason: "no bar has a finite height") }
    var panel = CartesianPanel(title: title, xAxis: xAxis, yAxis: yAxis)
    panel.categories = categories
    panel.horizontal = horizontalLines
    let width = 0.8 / Double(groups.count)
    panel.boxes = groups.enumerated().map { index, group in
      let boxes = group.heights.enumerated().map { place, height in
        let from = Double(place) - 0.4 + Double(index) * width
        return Box(from: from, to: from + width, height: height)
      }
      return BoxGroup(
        name: group.name, boxes: boxes, colour: PlotColour.number(index), opacity: 0.75)
    }
    return panel.commands(in: frame)
  }

  public var numbers: [PlottedNumbers] {
    groups.flatMap { group in
      zip(categories, group.heights).map { category, height in
        PlottedNumbers(
          part: "\(group.name): \(category)", rows: [PlottedNumbers.Row(x: nil, y: height)])
      }
    } + PlottedNumbers.lines(horizontal: horizontalLines)
  }
}
