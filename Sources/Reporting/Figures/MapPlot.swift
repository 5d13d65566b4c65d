import Foundation

/// What a statement or a bound does over two parameters, as colours, with marked places.
public struct MapPlot: Plot {
  /// One of the two parameters.
  public struct Scale: Sendable {
    public let label: String
    public let range: ClosedRange<Double>
    public let isLogarithmic: Bool

    /// A range; a logarithmic one is positive.
    public init(_ label: String, _ range: ClosedRange<Double>, isLogarithmic: Bool = false) {
      RangeRule.check(range, logarithmic: isLogarithmic)
      self.label = label
      self.range = range
      self.isLogarithmic = isLogarithmic
    }

    /// The values in the middles of equal cells.
    package func centres(_ count: Int) -> [Double] {
      let (low, high) = (placed(range.lowerBound), placed(range.upperBound))
      return (0..<count).map {
        let place = low + (high - low) * (Double($0) + 0.5) / Double(count)
        return isLogarithmic ? pow(10, place) : place
      }
    }

    /// Where a value lies on the axis that gnuplot draws.
    func placed(_ value: Double) -> Double { isLogarithmic ? log10(value) : value }

    fileprivate func commands(_ letter: String) -> String {
      let (low, high) = (placed(range.lowerBound), placed(range.upperBound))
      var text = "set \(letter)range [\(low):\(high)]\n"
      guard isLogarithmic else { return text }
      let digits = high - low > 2.5 ? [1.0] : [1, 2, 5]
      let marks = (Int(low.rounded(.down))...Int(high.rounded(.up))).flatMap { decade in
        digits.map { $0 * pow(10, Double(decade)) }.filter { range.contains($0) }
      }
      let tics = marks.map { "'\(NumberText.sixDigits($0))' \(placed($0))" }
      text += "set \(letter)tics (\(tics.joined(separator: ", ")))\n"
      return text
    }
  }

  /// What the colours mean.
  public enum Colours: Sendable {
    /// Numbers from −1 in vermillion through 0 in white to 1 in blue.
    case signed(label: String)
    /// The numbers 0, 1, … stand for these kinds.
    case kinds([(name: String, colour: PlotColour)])
  }

  public var title: String
  public let x: Scale
  public let y: Scale
  /// Cells from left to right, and from bottom to top.
  public let columns: Int
  public let rows: Int
  /// Row-major, the bottom row first; cells without a finite number stay grey.
  public let values: [Double]
  public let colours: Colours
  /// Lines over the map.
  public var curves: [Series]
  /// Marked places.
  public var markers: [(x: Double, y: Double)]
  /// What they are, for the legend.
  public var markerName: String
  /// Whether the names of kinds stand below the map.
  public var hasKindLegend = true
  public var size: PlotSize

  /// The values of a function at the middles of cells.
  public init(
    title: String, x: Scale, y: Scale, columns: Int = 80, rows: Int = 60, colours: Colours,
    curves: [Series] = [], markers: [(x: Double, y: Double)] = [], markerName: String = "witness",
    size: PlotSize = PlotSize(width: 420, height: 360), value: (Double, Double) -> Double
  ) {
    precondition(columns > 1 && rows > 1, "\(columns) > 1 && \(rows) > 1 is violated")
    self.title = title
    self.x = x
    self.y = y
    self.columns = columns
    self.rows = rows
    self.colours = colours
    self.curves = curves
    self.markers = markers
    self.markerName = markerName
    self.size = size
    let (across, along) = (x.centres(columns), y.centres(rows))
    values = along.flatMap { y in across.map { value($0, y) } }
  }

  private var legend: LegendMarks {
    var entries: [LegendMarks.Entry] = []
    if hasKindLegend, case .kinds(let kinds) = colours {
      entries = kinds.map { LegendMarks.Entry(name: $0.name, colour: $0.colour.rawValue, mark: 5) }
    }
    entries += curves.enumerated().map { index, curve in
      LegendMarks.Entry(name: curve.name, colour: colour(index).rawValue, mark: 7)
    }
    if !markers.isEmpty {
      entries.append(LegendMarks.Entry(name: markerName, colour: "black", mark: 9))
    }
    return LegendMarks(entries: entries)
  }

  private func colour(_ index: Int) -> PlotColour { curves[index].colour ?? .black }

  public func commands(in frame: PlotFrame) throws(ReportingError) -> String {
    guard values.contains(where: \.isFinite) else {
      throw .nothingToDraw(plot: title, reason: "no cell has a finite number")
    }
    let legend = legend
    var right = 22.0
    if case .signed = colours { right = 92 }
    let foot = 54 + legend.height(width: frame.width) + 4
    let centre = (66 + frame.width - right) / 2
    var text = PlotStyle.reset + "unset key\nset border 3 lc rgb '#444444'\nset tics nomirror out\n"
    text += "set lmargin at screen \(frame.horizontal(66))\n"
    text += "set rmargin at screen \(frame.horizontal(frame.width - right))\n"
    text += "set tmargin at screen \(frame.vertical(32))\n"
    text += "set bmargin at screen \(frame.vertical(frame.height - foot))\n"
    text += x.commands("x") + y.commands("y")
    text += "set ylabel \(GnuplotText.quoted(y.label))\n"
    text += "set label \(GnuplotText.quoted(x.label)) at "
    text += "\(frame.position(centre, frame.height - foot + 40)) center\n"
    text += PlotStyle.title(title, in: frame, centre: centre)
    text += legend.commands(in: frame, top: frame.height - foot + 52)
    text += "set object rectangle from graph 0, graph 0 to graph 1, graph 1 behind "
    text += "fillcolor rgb '#CCCCCC' fillstyle solid noborder\n"
    text += palette(frame, right: right, foot: foot)
    return text + plotCommand()
  }

  private func palette(_ frame: PlotFrame, right: Double, foot: Double) -> String {
    switch colours {
    case .signed(let label):
      let width = GnuplotText.fraction(14 / Double(frame.canvas.width))
      let height = GnuplotText.fraction((frame.height - foot - 32) / Double(frame.canvas.height))
      let place = frame.position(frame.width - right + 12, frame.height - foot)
      // Placed by us: terminals differ in how far from the bar they put its own label.
      let middle = frame.position(frame.width - 22, (frame.height - foot + 32) / 2)
      return """
        set palette defined (-1 '#D55E00', 0 '#FFFFFF', 1 '#0072B2')
        set cbrange [-1:1]
        set colorbox vertical user origin \(place) size screen \(width), screen \(height)
        set cbtics scale 0.5
        set label \(GnuplotText.quoted(label)) at \(middle) center rotate by 90

        """
    case .kinds(let kinds):
      let stops = kinds.enumerated().map { "\($0.offset) '\($0.element.colour.rawValue)'" }
      return "set palette defined (\(stops.joined(separator: ", ")))\n"
        + "set cbrange [0:\(max(1, kinds.count - 1))]\nunset colorbox\n"
    }
  }

  private func plotCommand() -> String {
    let (left, bottom) = (x.placed(x.range.lowerBound), y.placed(y.range.lowerBound))
    let width = (x.placed(x.range.upperBound) - left) / Double(columns)
    let height = (y.placed(y.range.upperBound) - bottom) / Double(rows)
    var text = HeatMap(label: "", columns: columns, rows: rows, values: values).block("map")
    var clauses = [
      "$map matrix using (\(left + width / 2)+$1*\(width)):(\(bottom + height / 2)+$2*\(height)):3 "
        + "with image notitle"
    ]
    for (index, curve) in curves.enumerated() {
      let points = curve.points.filter { x.range.contains($0.0) && y.range.contains($0.1) }
      text += GnuplotText.block("c\(index)", points.map { [x.placed($0.0), y.placed($0.1)] })
      clauses.append(
        "$c\(index) using 1:2 with lines lw 2 lc rgb '\(colour(index).rawValue)' notitle")
    }
    let shown = markers.filter { x.range.contains($0.x) && y.range.contains($0.y) }
    if !shown.isEmpty {
      text += GnuplotText.block("marks", shown.map { [x.placed($0.x), y.placed($0.y)] })
      clauses.append("$marks using 1:2 with points pt 9 ps 1.5 lc rgb 'white' notitle")
      clauses.append("$marks using 1:2 with points pt 9 ps 1 lc rgb 'black' notitle")
    }
    return text + "plot " + clauses.joined(separator: ", \\\n  ") + "\n"
  }

  /// What the numbers of the cells mean.
  private var meaning: String {
    switch colours {
    case .signed(let label): label
    case .kinds(let kinds):
      kinds.enumerated().map { "\($0.offset): \($0.element.name)" }.joined(separator: ", ")
    }
  }

  public var numbers: [PlottedNumbers] {
    let across = x.centres(columns)
    let cells = y.centres(rows).enumerated().flatMap { row, y in
      across.enumerated().map { column, x in
        PlottedNumbers.Row(x: x, y: y, value: values[row * columns + column])
      }
    }
    return [PlottedNumbers(part: meaning, rows: cells)] + curves.map { PlottedNumbers($0) } + [
      PlottedNumbers(
        part: markerName, rows: markers.map { PlottedNumbers.Row(x: $0.x, y: $0.y) })
    ]
  }
}
