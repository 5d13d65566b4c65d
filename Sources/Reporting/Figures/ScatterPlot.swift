/// Clouds of points over a drawing of lines, without axes: small enough for many in one picture.
///
/// Both directions have the same scale; the lines show it.
public struct ScatterPlot: Plot {
  /// Points that share a name and a colour.
  public struct Cloud: Sendable {
    /// How they are drawn.
    public enum Style: Sendable {
      /// A pale disc at each point.
      case points
      /// A larger disc at each point.
      case marks
      /// A thin line through the points.
      case path
    }

    public let name: String
    public let points: [(Double, Double)]
    public let colour: PlotColour
    public let style: Style

    public init(
      _ name: String, points: [(Double, Double)], colour: PlotColour, style: Style = .points
    ) {
      self.name = name
      self.points = points
      self.colour = colour
      self.style = style
    }
  }

  public var title: String
  public let xRange: ClosedRange<Double>
  public let yRange: ClosedRange<Double>
  /// In drawing order.
  public let clouds: [Cloud]
  /// Grey lines through points, behind the clouds.
  public let lines: [[(Double, Double)]]
  /// Words at places.
  public let labels: [(text: String, x: Double, y: Double)]
  public var size: PlotSize

  /// Points outside the ranges are left out.
  public init(
    title: String, xRange: ClosedRange<Double>, yRange: ClosedRange<Double>, clouds: [Cloud],
    lines: [[(Double, Double)]] = [], labels: [(text: String, x: Double, y: Double)] = [],
    size: PlotSize = PlotSize(width: 210, height: 210)
  ) {
    RangeRule.check(xRange, logarithmic: false)
    RangeRule.check(yRange, logarithmic: false)
    self.title = title
    self.xRange = xRange
    self.yRange = yRange
    self.clouds = clouds
    self.lines = lines
    self.labels = labels
    self.size = size
  }

  public func commands(in frame: PlotFrame) throws(ReportingError) -> String {
    let head = title.isEmpty ? 6.0 : 24
    let (width, height) = (frame.width - 12, frame.height - head - 6)
    let (xSpan, ySpan) = (
      xRange.upperBound - xRange.lowerBound, yRange.upperBound - yRange.lowerBound
    )
    let pixels = min(width / xSpan, height / ySpan)
    let left = (frame.width - pixels * xSpan) / 2
    let top = head + (height - pixels * ySpan) / 2
    var text = PlotStyle.reset + "unset border\nunset tics\nunset key\n"
    text += "set lmargin at screen \(frame.horizontal(left))\n"
    text += "set rmargin at screen \(frame.horizontal(left + pixels * xSpan))\n"
    text += "set tmargin at screen \(frame.vertical(top))\n"
    text += "set bmargin at screen \(frame.vertical(top + pixels * ySpan))\n"
    text += "set xrange [\(xRange.lowerBound):\(xRange.upperBound)]\n"
    text += "set yrange [\(yRange.lowerBound):\(yRange.upperBound)]\n"
    if !title.isEmpty {
      text += "set label \(GnuplotText.quoted(title)) at \(frame.position(frame.width / 2, 13)) "
      text += "center font 'sans-serif,12'\n"
    }
    for label in labels {
      text += "set label \(GnuplotText.quoted(label.text)) at first \(label.x), first \(label.y) "
      text += "center font 'sans-serif,11' textcolor rgb '\(PlotStyle.reference)'\n"
    }
    var clauses: [String] = []
    for (index, line) in lines.enumerated() {
      text += GnuplotText.block("l\(index)", line.map { [$0.0, $0.1] })
      clauses.append("$l\(index) using 1:2 with lines lw 0.8 lc rgb '#AAAAAA' notitle")
    }
    for (index, cloud) in clouds.enumerated() {
      let shown = cloud.points.filter { xRange.contains($0.0) && yRange.contains($0.1) }
      guard !shown.isEmpty else { continue }
      text += GnuplotText.block("c\(index)", shown.map { [$0.0, $0.1] })
      clauses.append("$c\(index) using 1:2 \(Self.look(of: cloud)) notitle")
    }
    guard !clauses.isEmpty else {
      throw .nothingToDraw(plot: title, reason: "no point is finite and inside the ranges")
    }
    return text + "plot " + clauses.joined(separator: ", \\\n  ") + "\n"
  }

  private static func look(of cloud: Cloud) -> String {
    let colour = cloud.colour.rawValue
    return switch cloud.style {
    case .points: "with points pt 7 ps 0.22 lc rgb '#60\(colour.dropFirst())'"
    case .marks: "with points pt 7 ps 0.6 lc rgb '\(colour)'"
    case .path: "with lines lw 1 lc rgb '\(colour)'"
    }
  }

  public var numbers: [PlottedNumbers] {
    clouds.map { cloud in
      PlottedNumbers(
        part: cloud.name, rows: cloud.points.map { PlottedNumbers.Row(x: $0.0, y: $0.1) })
    }
  }
}
