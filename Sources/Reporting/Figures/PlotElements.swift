/// One curve of a plot.
///
/// - Edge cases: a point that is not finite, or not positive on a logarithmic axis, is left out
///   and breaks the line there.
public struct Series: Sendable {
  /// How the points are drawn.
  public enum Style: Sendable, Equatable {
    /// A full line through the points.
    case line
    /// A dashed line through the points.
    case dashed
    /// A dotted line through the points.
    case dotted
    /// A mark at each point.
    case points
    /// Marks joined by a thin line.
    case linePoints
  }

  /// The entry in the legend; empty for none.
  public let name: String
  /// The points (x, y), in the order in which the line joins them.
  public let points: [(Double, Double)]
  /// How they are drawn.
  public let style: Style
  /// The colour; without one, that of the curve's place in the plot.
  public let colour: PlotColour?

  /// A curve.
  public init(
    _ name: String, points: [(Double, Double)], style: Style = .line, colour: PlotColour? = nil
  ) {
    self.name = name
    self.points = points
    self.style = style
    self.colour = colour
  }
}

/// A shaded strip between a lower and an upper curve, such as an enclosure or a confidence band.
public struct Band: Sendable {
  /// The entry in the legend; empty for none.
  public let name: String
  /// The strip's (x, lower, upper).
  public let points: [(x: Double, lower: Double, upper: Double)]
  /// Its colour; it is drawn pale.
  public let colour: PlotColour

  /// A strip.
  public init(
    _ name: String, points: [(x: Double, lower: Double, upper: Double)], colour: PlotColour = .sky
  ) {
    self.name = name
    self.points = points
    self.colour = colour
  }
}

/// A line across the whole plot at one value, labelled at its end outside the frame.
public struct ReferenceLine: Sendable {
  /// Where it lies on its axis.
  public let value: Double
  /// What the value is.
  public let label: String

  /// A line at a value.
  public init(at value: Double, label: String = "") {
    self.value = value
    self.label = label
  }
}

/// A stretch of the x axis that is shaded.
public struct ShadedInterval: Sendable {
  /// The entry in the legend; empty for none. Intervals with equal names share one entry.
  public let name: String
  /// Its left end.
  public let from: Double
  /// Its right end.
  public let to: Double
  /// Its colour; it is drawn pale.
  public let colour: PlotColour

  /// A stretch with `from ≤ to`.
  public init(
    _ name: String, from: Double, to: Double, colour: PlotColour = .orange
  ) {
    precondition(from <= to, "from \(from) <= to \(to) is violated")
    self.name = name
    self.from = from
    self.to = to
    self.colour = colour
  }
}

/// An upright box from the axis to a height.
struct Box: Sendable {
  let from: Double
  let to: Double
  let height: Double
}

/// Boxes that share a colour and an entry in the legend.
struct BoxGroup: Sendable {
  let name: String
  let boxes: [Box]
  let colour: PlotColour
  let opacity: Double
}
