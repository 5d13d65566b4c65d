import Foundation

/// The arrows of a field, scaled to the plot.
struct ArrowDrawing {
  let arrows: [VectorFieldPlot.Arrow]
  let style: VectorFieldPlot.ArrowStyle
  /// Axis units per field unit where lengths are proportional, otherwise the common length.
  let scale: Double
  /// Whether the arrows' colours show magnitude.
  let isColoured: Bool
  /// Axis units between neighbouring arrows, on average.
  let spacing: Double
  /// The length of an arrow's head as a fraction of the canvas's width.
  var headLength = "0.01"
  /// Whether arrows have a white rim, to be seen on dark and on light colours.
  var halo = false

  init(
    arrows: [VectorFieldPlot.Arrow], style: VectorFieldPlot.ArrowStyle,
    xRange: ClosedRange<Double>, yRange: ClosedRange<Double>, coloured: Bool
  ) {
    self.arrows = arrows
    self.style = style
    let area =
      (xRange.upperBound - xRange.lowerBound) * (yRange.upperBound - yRange.lowerBound)
    spacing = (area / Double(max(arrows.count, 1))).squareRoot()
    switch style {
    case .proportional(let given, _):
      scale = given ?? spacing / (arrows.map(VectorFieldPlot.length).max() ?? 1)
      isColoured = false
    case .unitLength:
      scale = 0.75 * spacing
      isColoured = coloured
    }
  }

  /// The name of the magnitude.
  var label: String {
    switch style {
    case .proportional(_, let label), .unitLength(let label): label
    }
  }

  /// The least and the greatest magnitude, for the colour bar.
  var magnitudes: ClosedRange<Double>? {
    let lengths = arrows.map(VectorFieldPlot.length)
    guard let low = lengths.min(), let high = lengths.max() else { return nil }
    return low < high ? low...high : 0...high
  }

  /// The largest 1, 2 or 5 times a power of ten whose arrow is neither longer than a
  /// length nor longer than the longest arrow.
  func referenceMagnitude(longest: Double) -> Double {
    let limit = min(longest / scale, magnitudes?.upperBound ?? .infinity)
    let power = pow(10, log10(limit).rounded(.down))
    return ([5.0, 2, 1].first { $0 * power <= limit } ?? 1) * power
  }

  /// Start, displacement in axis units, and magnitude of each arrow.
  ///
  /// A unit-length arrow is centred on its point, as it stands for the place and not for a step.
  func block(_ name: String) -> String {
    let rows = arrows.map { arrow in
      let length = VectorFieldPlot.length(arrow)
      if case .unitLength = style {
        let (u, v) = (arrow.u / length * scale, arrow.v / length * scale)
        return [arrow.x - u / 2, arrow.y - v / 2, u, v, length]
      }
      return [arrow.x, arrow.y, arrow.u * scale, arrow.v * scale, length]
    }
    return GnuplotText.block(name, rows)
  }

  /// The clauses of the plot command that draw them.
  func clauses(_ name: String) -> [String] {
    let head = "filled size screen \(headLength),22"
    if isColoured {
      return ["$\(name) using 1:2:3:4:5 with vectors head \(head) lw 1.6 lc palette notitle"]
    }
    let arrow = "$\(name) using 1:2:3:4 with vectors head \(head)"
    let rim = halo ? ["\(arrow) lw 3.2 lc rgb 'white' notitle"] : []
    return rim + ["\(arrow) lw 1.2 lc rgb 'black' notitle"]
  }
}
