/// Curves, marks and bands over two axes, linear or logarithmic.
///
/// - Accuracy: the axes cover all points that can be shown unless a range is given.
public struct LinePlot: Plot {
  public var title: String
  /// What the x axis shows, with its unit.
  public var xLabel: String
  /// What the y axis shows, with its unit.
  public var yLabel: String
  /// The curves, in drawing order.
  public var series: [Series]
  /// Shaded strips behind the curves.
  public var bands: [Band]
  /// Whether the x axis is logarithmic.
  public var logX: Bool
  /// Whether the y axis is logarithmic.
  public var logY: Bool
  /// Lines across the plot at values of y, labelled at the right.
  public var horizontalLines: [ReferenceLine]
  /// Lines across the plot at values of x, labelled at the top.
  public var verticalLines: [ReferenceLine]
  /// The part of the x axis that is shown; without one, all of the data.
  public var xRange: ClosedRange<Double>?
  /// The part of the y axis that is shown; without one, all of the data.
  public var yRange: ClosedRange<Double>?
  public var size: PlotSize
  /// Whether the curves' names stand below the plot.
  public var hasLegend = true

  /// A plot of curves.
  public init(
    title: String, xLabel: String, yLabel: String, series: [Series], bands: [Band] = [],
    logX: Bool = false, logY: Bool = false, horizontalLines: [ReferenceLine] = [],
    verticalLines: [ReferenceLine] = [], xRange: ClosedRange<Double>? = nil,
    yRange: ClosedRange<Double>? = nil, size: PlotSize = PlotSize()
  ) {
    RangeRule.check(xRange, logarithmic: logX)
    RangeRule.check(yRange, logarithmic: logY)
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.series = series
    self.bands = bands
    self.logX = logX
    self.logY = logY
    self.horizontalLines = horizontalLines
    self.verticalLines = verticalLines
    self.xRange = xRange
    self.yRange = yRange
    self.size = size
  }

  public func commands(in frame: PlotFrame) throws(ReportingError) -> String {
    let shown = series.flatMap(\.points).filter {
      Axis.shows($0.0, logarithmic: logX) && Axis.shows($0.1, logarithmic: logY)
    }
    let strips = bands.flatMap(\.points).filter {
      Axis.shows($0.x, logarithmic: logX) && Axis.shows($0.lower, logarithmic: logY)
        && Axis.shows($0.upper, logarithmic: logY)
    }
    guard !(shown.isEmpty && strips.isEmpty),
      let xAxis = Axis(
        label: xLabel, logarithmic: logX,
        values: shown.map(\.0) + strips.map(\.x) + verticalLines.map(\.value), margin: 0.02,
        fixed: xRange),
      let yAxis = Axis(
        label: yLabel, logarithmic: logY,
        values: shown.map(\.1) + strips.flatMap { [$0.lower, $0.upper] }
          + horizontalLines.map(\.value), margin: 0.05, fixed: yRange)
    else {
      throw .nothingToDraw(
        plot: title,
        reason: "no point is finite" + (logX || logY ? " and positive on a logarithmic axis" : ""))
    }
    var panel = CartesianPanel(title: title, xAxis: xAxis, yAxis: yAxis)
    panel.series = series
    panel.bands = bands
    panel.hasLegend = hasLegend
    panel.horizontal = horizontalLines
    panel.vertical = verticalLines
    return panel.commands(in: frame)
  }

  public var numbers: [PlottedNumbers] {
    series.map { PlottedNumbers($0) }
      + bands.map { band in
        PlottedNumbers(
          part: band.name,
          rows: band.points.flatMap {
            [
              PlottedNumbers.Row(x: $0.x, y: $0.lower), PlottedNumbers.Row(x: $0.x, y: $0.upper),
            ]
          })
      } + PlottedNumbers.lines(vertical: verticalLines, horizontal: horizontalLines)
  }
}

/// The rule for ranges that callers give.
enum RangeRule {
  /// Stops the program where a range is empty or lies outside its axis.
  static func check(_ range: ClosedRange<Double>?, logarithmic: Bool) {
    guard let range else { return }
    precondition(
      range.lowerBound < range.upperBound && range.lowerBound.isFinite && range.upperBound.isFinite,
      "\(range.lowerBound) < \(range.upperBound), both finite, is violated")
    precondition(
      !logarithmic || range.lowerBound > 0,
      "\(range.lowerBound) > 0 on a logarithmic axis is violated")
  }
}
