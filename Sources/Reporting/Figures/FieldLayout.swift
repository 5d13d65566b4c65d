/// Where the parts of a vector field's plot go inside its frame, in pixels.
struct FieldLayout {
  static let markerColour = "#D55E00"

  private let frame: PlotFrame
  private let left: Double
  private let right: Double
  private let top: Double
  private let bottom: Double
  /// Pixels per axis unit, the same along both axes.
  private let pixels: Double

  init(
    frame: PlotFrame, xRange: ClosedRange<Double>, yRange: ClosedRange<Double>, hasBar: Bool,
    hasFoot: Bool
  ) {
    self.frame = frame
    let room = (
      left: 70.0, right: hasBar ? 96.0 : 20, top: 32.0, bottom: hasFoot ? 84.0 : 56
    )
    let (width, height) = (
      frame.width - room.left - room.right, frame.height - room.top - room.bottom
    )
    let (xSpan, ySpan) = (
      xRange.upperBound - xRange.lowerBound, yRange.upperBound - yRange.lowerBound
    )
    pixels = min(width / xSpan, height / ySpan)
    left = room.left + (width - pixels * xSpan) / 2
    right = left + pixels * xSpan
    top = room.top + (height - pixels * ySpan) / 2
    bottom = top + pixels * ySpan
  }

  /// The middle of the axes' box.
  var centre: Double { (left + right) / 2 }

  /// The margins around the axes' box.
  var margins: String {
    "set lmargin at screen \(frame.horizontal(left))\n"
      + "set rmargin at screen \(frame.horizontal(right))\n"
      + "set tmargin at screen \(frame.vertical(top))\n"
      + "set bmargin at screen \(frame.vertical(bottom))\n"
  }

  /// The label of the x axis below the numbers.
  func xLabelCommand(_ label: String) -> String {
    "set label \(GnuplotText.quoted(label)) at \(frame.position(centre, bottom + 44)) center\n"
  }

  /// The length of an arrow's head, at most 6 pixels, as a fraction of the canvas's width.
  func headLength(spacing: Double) -> String {
    GnuplotText.fraction(min(6, max(3, 0.35 * spacing * pixels)) / Double(frame.canvas.width))
  }

  /// The colour bar at the right of the axes' box and as high.
  var barCommands: String {
    let width = GnuplotText.fraction(14 / Double(frame.canvas.width))
    let height = GnuplotText.fraction((bottom - top) / Double(frame.canvas.height))
    return "set colorbox vertical user origin \(frame.position(right + 12, bottom)) "
      + "size screen \(width), screen \(height)\nset cbtics scale 0.5\nset format cb '%h'\n"
  }

  /// The legend below the plot: what the length of an arrow means, and what is marked.
  func footCommands(drawing: ArrowDrawing?, markerName: String?) -> String {
    let y = bottom + 68
    let font = "font 'sans-serif,12'"
    var entries: [(width: Double, command: (Double) -> String)] = []
    if let drawing {
      switch drawing.style {
      case .proportional:
        let magnitude = drawing.referenceMagnitude(longest: 70 / pixels)
        let length = magnitude * drawing.scale * pixels
        let text = "\(drawing.label) = \(NumberText.sixDigits(magnitude))"
        entries.append(
          (
            length + 8 + GnuplotText.width(text),
            { x in
              "set arrow from \(frame.position(x, y)) to \(frame.position(x + length, y)) "
                + "head filled size screen \(drawing.headLength),22 lw 1.2 lc rgb 'black'\n"
                + "set label \(GnuplotText.quoted(text)) at \(frame.position(x + length + 8, y)) left \(font)\n"
            }
          ))
      case .unitLength:
        let text =
          drawing.isColoured
          ? "arrows show the direction, colours the magnitude"
          : "arrows show the direction only"
        entries.append(
          (
            GnuplotText.width(text),
            { x in "set label '\(text)' at \(frame.position(x, y)) left \(font)\n" }
          ))
      }
    }
    if let markerName {
      entries.append(
        (
          14 + GnuplotText.width(markerName),
          { x in
            "set label '' at \(frame.position(x + 4, y)) point pt 7 ps 0.75 "
              + "lc rgb '\(Self.markerColour)'\n"
              + "set label \(GnuplotText.quoted(markerName)) at "
              + "\(frame.position(x + 14, y)) left \(font)\n"
          }
        ))
    }
    let gap = 28.0
    let total = entries.reduce(0) { $0 + $1.width } + gap * Double(max(entries.count - 1, 0))
    var x = max(8, min(centre - total / 2, frame.width - total - 8))
    var text = ""
    for entry in entries {
      text += entry.command(x)
      x += entry.width + gap
    }
    return text
  }
}
