/// A histogram as a density, with curves over it.
public struct HistogramPlot: Plot {
  public var title: String
  /// What the x axis shows, with its unit.
  public var xLabel: String
  /// What the y axis shows, with its unit.
  public var yLabel: String
  /// The entry of the boxes in the legend.
  public var name: String
  /// The boxes: edges from left to right, one more than heights.
  public let edges: [Double]
  /// The boxes' heights.
  public let heights: [Double]
  /// Curves over the boxes.
  public var series: [Series]
  /// Lines across the plot at values of x, labelled at the top.
  public var verticalLines: [ReferenceLine]
  public var size: PlotSize

  /// Boxes between edges.
  ///
  /// - Shapes: `edges` has one entry more than `heights` and increases strictly.
  public init(
    title: String, xLabel: String, yLabel: String = "density", name: String, edges: [Double],
    heights: [Double], series: [Series] = [], verticalLines: [ReferenceLine] = [],
    size: PlotSize = PlotSize()
  ) {
    precondition(
      edges.count == heights.count + 1, "\(edges.count) == \(heights.count) + 1 is violated")
    precondition(
      zip(edges, edges.dropFirst()).allSatisfy { $0 < $1 && $0.isFinite && $1.isFinite },
      "edges do not increase")
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.name = name
    self.edges = edges
    self.heights = heights
    self.series = series
    self.verticalLines = verticalLines
    self.size = size
  }

  /// The histogram of samples in bins of equal width, scaled so that its boxes' areas add up to
  /// the fraction of the samples that lie in the range.
  ///
  /// - Edge cases: samples outside the range, and NaN, are counted in the total but in no box;
  ///   without samples all boxes are empty. The last box contains its right edge.
  public init(
    title: String, xLabel: String, yLabel: String = "density", name: String, samples: [Double],
    range: ClosedRange<Double>, boxes: Int, series: [Series] = [],
    verticalLines: [ReferenceLine] = [], size: PlotSize = PlotSize()
  ) {
    precondition(boxes > 0, "\(boxes) > 0 is violated")
    RangeRule.check(range, logarithmic: false)
    let width = (range.upperBound - range.lowerBound) / Double(boxes)
    var counts = [Int](repeating: 0, count: boxes)
    for sample in samples where range.contains(sample) {
      counts[min(boxes - 1, Int((sample - range.lowerBound) / width))] += 1
    }
    let total = Double(max(samples.count, 1))
    self.init(
      title: title, xLabel: xLabel, yLabel: yLabel, name: name,
      edges: (0...boxes).map { range.lowerBound + Double($0) * width },
      heights: counts.map { Double($0) / (total * width) }, series: series,
      verticalLines: verticalLines, size: size)
  }

  public func commands(in frame: PlotFrame) throws(ReportingError) -> String {
    let heights = (heights + series.flatMap(\.points).map(\.1)).filter {
      Axis.shows($0, logarithmic: false)
    }
    guard !heights.isEmpty,
      let xAxis = Axis(
        label: xLabel, logarithmic: false, values: edges, margin: 0, fixed: nil),
      let yAxis = Axis(
        label: yLabel, logarithmic: false, values: [0] + heights, margin: 0,
        fixed: Self.span(heights))
    else { throw .nothingToDraw(plot: title, reason: "no box has a finite height") }
    var panel = CartesianPanel(title: title, xAxis: xAxis, yAxis: yAxis)
    let boxes = zip(zip(edges, edges.dropFirst()), self.heights)
      .map { Box(from: $0.0, to: $0.1, height: $1) }
    panel.boxes = [BoxGroup(name: name, boxes: boxes, colour: .sky, opacity: 0.5)]
    panel.series = series.enumerated().map { index, curve in
      Series(
        curve.name, points: curve.points, style: curve.style,
        colour: curve.colour ?? PlotColour.number(index + 1))
    }
    panel.vertical = verticalLines
    return panel.commands(in: frame)
  }

  public var numbers: [PlottedNumbers] {
    let middles = zip(edges, edges.dropFirst()).map { ($0 + $1) / 2 }
    return [
      PlottedNumbers(
        part: name, rows: zip(middles, heights).map { PlottedNumbers.Row(x: $0, y: $1) })
    ] + series.map { PlottedNumbers($0) } + PlottedNumbers.lines(vertical: verticalLines)
  }

  /// A range that contains zero and the heights, with a margin on the far sides.
  static func span(_ heights: [Double]) -> ClosedRange<Double> {
    let (low, high) = (min(0, heights.min() ?? 0), max(0, heights.max() ?? 0))
    return low < high ? low * 1.05...high * 1.05 : 0...1
  }
}
