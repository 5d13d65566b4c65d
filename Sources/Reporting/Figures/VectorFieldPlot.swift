/// A vector field over the plane as arrows, over a heat map, with marked places.
///
/// Both axes have the same scale.
/// - Accuracy: positions are exact to a hundredth of a pixel; a length is read off by comparing
///   with the arrow of stated length below the plot.
public struct VectorFieldPlot: Plot {
  /// A vector (u, v) that starts at (x, y), in the units of the field.
  public typealias Arrow = (x: Double, y: Double, u: Double, v: Double)

  /// How arrows show magnitude.
  public enum ArrowStyle: Sendable, Equatable {
    /// Lengths are proportional to magnitude. The factor is in axis units per field unit; without
    /// one, the longest arrow is as long as the arrows are apart. Below the plot an arrow with the
    /// label, such as `‖∇d/d‖`, and its magnitude states the scale.
    case proportional(scale: Double? = nil, label: String = "magnitude")
    /// All arrows have one length. Without a heat map their colours show magnitude; over a heat
    /// map they are black and show the direction only, which the plot says.
    case unitLength(label: String = "magnitude")
  }

  public var title: String
  /// What the x axis shows, with its unit.
  public var xLabel: String
  /// What the y axis shows, with its unit.
  public var yLabel: String
  /// The part of the x axis that is shown.
  public let xRange: ClosedRange<Double>
  /// The part of the y axis that is shown.
  public let yRange: ClosedRange<Double>
  /// The colours behind the arrows.
  public var background: HeatMap?
  /// The field; arrows that are zero or not finite, or start outside the ranges, are left out.
  public var arrows: [Arrow]
  /// How they show magnitude.
  public var arrowStyle: ArrowStyle
  /// Places that are marked, such as the centres of modes.
  public var markers: [(x: Double, y: Double)]
  /// What they are, for the legend.
  public var markerName: String
  public var size: PlotSize

  /// A plot of a field.
  public init(
    title: String, xLabel: String = "x_{1}", yLabel: String = "x_{2}",
    xRange: ClosedRange<Double>, yRange: ClosedRange<Double>, background: HeatMap? = nil,
    arrows: [Arrow], arrowStyle: ArrowStyle = .proportional(),
    markers: [(x: Double, y: Double)] = [],
    markerName: String = "mode centre", size: PlotSize = PlotSize(width: 640, height: 600)
  ) {
    RangeRule.check(xRange, logarithmic: false)
    RangeRule.check(yRange, logarithmic: false)
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.xRange = xRange
    self.yRange = yRange
    self.background = background
    self.arrows = arrows
    self.arrowStyle = arrowStyle
    self.markers = markers
    self.markerName = markerName
    self.size = size
  }

  public func commands(in frame: PlotFrame) throws(ReportingError) -> String {
    let shown = arrows.filter {
      xRange.contains($0.x) && yRange.contains($0.y)
        && Self.length($0) > 0 && Self.length($0).isFinite
    }
    let colours = background.flatMap(\.shownRange)
    guard !shown.isEmpty || colours != nil else {
      throw .nothingToDraw(plot: title, reason: "no arrow is finite and inside the ranges")
    }
    var drawing = ArrowDrawing(
      arrows: shown, style: arrowStyle, xRange: xRange, yRange: yRange,
      coloured: colours == nil && !shown.isEmpty)
    drawing.halo = colours != nil
    let bar = background.map(\.label) ?? (drawing.isColoured ? drawing.label : nil)
    let layout = FieldLayout(
      frame: frame, xRange: xRange, yRange: yRange, hasBar: bar != nil,
      hasFoot: !shown.isEmpty || !markers.isEmpty)
    var text = PlotStyle.reset + layout.margins + Viridis.command
    text += "set border 15 lc rgb '#444444'\nset tics nomirror out\nunset key\n"
    text += "set xrange [\(xRange.lowerBound):\(xRange.upperBound)]\n"
    text += "set yrange [\(yRange.lowerBound):\(yRange.upperBound)]\n"
    text +=
      "set format '%h'\n" + layout.xLabelCommand(xLabel)
      + "set ylabel \(GnuplotText.quoted(yLabel))\n"
    text += PlotStyle.title(title, in: frame, centre: layout.centre)
    if let bar, let range = colours ?? drawing.magnitudes {
      text += "set cbrange [\(range.lowerBound):\(range.upperBound)]\n"
      text += layout.barCommands + "set cblabel \(GnuplotText.quoted(bar))\n"
    } else {
      text += "unset colorbox\n"
    }
    drawing.headLength = layout.headLength(spacing: drawing.spacing)
    text += layout.footCommands(
      drawing: shown.isEmpty ? nil : drawing, markerName: markers.isEmpty ? nil : markerName)
    return text + plotCommand(drawing, hasColours: colours != nil)
  }

  /// The data blocks and the plot command.
  private func plotCommand(_ drawing: ArrowDrawing, hasColours: Bool) -> String {
    var (text, clauses) = ("", [String]())
    if let background, hasColours {
      let width = (xRange.upperBound - xRange.lowerBound) / Double(background.columns)
      let height = (yRange.upperBound - yRange.lowerBound) / Double(background.rows)
      text += background.block("map")
      clauses.append(
        "$map matrix using (\(xRange.lowerBound + width / 2)+$1*\(width)):"
          + "(\(yRange.lowerBound + height / 2)+$2*\(height)):3 with image notitle")
    }
    if !drawing.arrows.isEmpty {
      text += drawing.block("field")
      clauses += drawing.clauses("field")
    }
    if !markers.isEmpty {
      text += GnuplotText.block("marks", markers.map { [$0.x, $0.y] })
      clauses.append("$marks using 1:2 with points pt 7 ps 1.1 lc rgb 'white' notitle")
      clauses.append(
        "$marks using 1:2 with points pt 7 ps 0.75 lc rgb '\(FieldLayout.markerColour)' notitle")
    }
    return text + "plot " + clauses.joined(separator: ", \\\n  ") + "\n"
  }

  public var numbers: [PlottedNumbers] {
    let field = PlottedNumbers(
      part: "field",
      rows: arrows.map { PlottedNumbers.Row(x: $0.x, y: $0.y, u: $0.u, v: $0.v) })
    let marks = PlottedNumbers(
      part: markerName, rows: markers.map { PlottedNumbers.Row(x: $0.x, y: $0.y) })
    return (background.map { [$0.numbers(xRange: xRange, yRange: yRange)] } ?? []) + [field, marks]
  }

  static func length(_ arrow: Arrow) -> Double {
    (arrow.u * arrow.u + arrow.v * arrow.v).squareRoot()
  }
}
