/// Densities with stretches of the x axis shaded, such as the regions of modes and the mixture
/// between them.
///
/// Under the first curve the shade is stronger: its area is that curve's mass in the stretch.
public struct ShadedDensityPlot: Plot {
  public var title: String
  /// What the x axis shows, with its unit.
  public var xLabel: String
  /// What the y axis shows, with its unit.
  public var yLabel: String
  /// The densities, the shaded one first.
  public var series: [Series]
  /// The stretches that are shaded.
  public var intervals: [ShadedInterval]
  /// Lines across the plot at values of x, labelled at the top.
  public var verticalLines: [ReferenceLine]
  public var size: PlotSize

  /// A plot of densities over shaded stretches.
  public init(
    title: String, xLabel: String, yLabel: String = "density", series: [Series],
    intervals: [ShadedInterval], verticalLines: [ReferenceLine] = [], size: PlotSize = PlotSize()
  ) {
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.series = series
    self.intervals = intervals
    self.verticalLines = verticalLines
    self.size = size
  }

  public func commands(in frame: PlotFrame) throws(ReportingError) -> String {
    let shown = series.flatMap(\.points).filter {
      Axis.shows($0.0, logarithmic: false) && Axis.shows($0.1, logarithmic: false)
    }
    guard
      let xAxis = Axis(
        label: xLabel, logarithmic: false, values: shown.map(\.0), margin: 0, fixed: nil),
      let highest = shown.map(\.1).max(),
      let yAxis = Axis(
        label: yLabel, logarithmic: false, values: shown.map(\.1), margin: 0,
        fixed: 0...(highest > 0 ? highest * 1.05 : 1))
    else { throw .nothingToDraw(plot: title, reason: "no point is finite") }
    var panel = CartesianPanel(title: title, xAxis: xAxis, yAxis: yAxis)
    panel.series = series
    panel.intervals = intervals
    panel.vertical = verticalLines
    let curve = series.first?.points.filter { $0.0.isFinite && $0.1.isFinite } ?? []
    panel.fills = intervals.map { ($0.colour, Self.part(of: curve, from: $0.from, to: $0.to)) }
    return panel.commands(in: frame)
  }

  public var numbers: [PlottedNumbers] {
    series.map { PlottedNumbers($0) }
      + intervals.map { interval in
        PlottedNumbers(
          part: interval.name,
          rows: [interval.from, interval.to].map { PlottedNumbers.Row(x: $0, y: nil) })
      } + PlottedNumbers.lines(vertical: verticalLines)
  }

  /// The part of a curve of increasing x over an interval, with interpolated ends.
  static func part(of curve: [(Double, Double)], from: Double, to: Double) -> [(Double, Double)] {
    var part: [(Double, Double)] = []
    for (first, second) in zip(curve, curve.dropFirst()) where second.0 > first.0 {
      let (start, end) = (max(first.0, from), min(second.0, to))
      guard start < end else { continue }
      func height(_ x: Double) -> Double {
        first.1 + (second.1 - first.1) * ((x - first.0) / (second.0 - first.0))
      }
      if part.last?.0 != start { part.append((start, height(start))) }
      part.append((end, height(end)))
    }
    return part
  }
}
