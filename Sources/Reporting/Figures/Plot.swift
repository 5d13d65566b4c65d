package import Foundation

/// The size of a picture in pixels.
public struct PlotSize: Sendable, Equatable {
  /// Pixels from left to right.
  public let width: Int
  /// Pixels from top to bottom.
  public let height: Int

  /// A size of at least 200 × 150 pixels, below which labels collide.
  public init(width: Int = 720, height: Int = 460) {
    precondition(width >= 200 && height >= 150, "\(width) >= 200 && \(height) >= 150 is violated")
    self.width = width
    self.height = height
  }
}

/// A rectangle of the canvas in which one plot is drawn, in pixels from the top left corner.
public struct PlotFrame: Sendable {
  let canvas: PlotSize
  let left: Double
  let top: Double
  let width: Double
  let height: Double

  /// The whole canvas.
  init(canvas: PlotSize) {
    self.init(
      canvas: canvas, left: 0, top: 0, width: Double(canvas.width), height: Double(canvas.height))
  }

  init(canvas: PlotSize, left: Double, top: Double, width: Double, height: Double) {
    self.canvas = canvas
    self.left = left
    self.top = top
    self.width = width
    self.height = height
  }

  /// The gnuplot position of a pixel counted from the frame's top left corner.
  func position(_ x: Double, _ y: Double) -> String {
    "screen \(horizontal(x)), screen \(vertical(y))"
  }

  /// The fraction of the canvas's width at which a pixel of the frame lies.
  func horizontal(_ x: Double) -> String {
    GnuplotText.fraction((left + x) / Double(canvas.width))
  }

  /// The fraction of the canvas's height, counted from below, at which a pixel of the frame lies.
  func vertical(_ y: Double) -> String {
    GnuplotText.fraction(1 - (top + y) / Double(canvas.height))
  }
}

/// A picture that gnuplot draws, alone or in a grid.
///
/// In titles, axis labels and legends `_{…}` and `^{…}` become subscripts and superscripts;
/// everything else is shown as it is.
public protocol Plot: Sendable {
  /// The line above the picture.
  var title: String { get }
  /// The size when it is drawn alone.
  var size: PlotSize { get }
  /// The gnuplot commands that draw it inside a frame.
  ///
  /// - Throws: `nothingToDraw` where no point can be shown.
  func commands(in frame: PlotFrame) throws(ReportingError) -> String
  /// The numbers that are drawn, in drawing order.
  var numbers: [PlottedNumbers] { get }
}

extension Plot {
  /// The picture as a stand-alone SVG document: the same data give the same bytes.
  ///
  /// - Parameter gnuplot: the program to draw with; without one, the first in `PATH`.
  /// - Throws: `gnuplotMissing`, `gnuplotFailed` or `nothingToDraw`.
  public func svg(with gnuplot: Gnuplot? = nil) throws(ReportingError) -> String {
    String(
      decoding: try picture(as: .svg, title: title, caption: "", with: gnuplot), as: UTF8.self)
  }

  /// The picture in a format; SVG has a title and, as its description, a caption.
  ///
  /// - Throws: as `svg(with:)`.
  package func picture(
    as format: PictureFormat, title: String, caption: String, with gnuplot: Gnuplot? = nil
  ) throws(ReportingError) -> Data {
    let script = try script(for: format)
    let program = if let gnuplot { gnuplot } else { try Gnuplot.inPath() }
    let drawing = try program.picture(script: script, as: format)
    guard format == .svg else { return drawing }
    return Data(
      SVGText.standalone(
        String(decoding: drawing, as: UTF8.self), title: GnuplotText.spoken(title),
        caption: GnuplotText.spoken(caption)
      ).utf8)
  }

  /// The whole gnuplot script, data included.
  public func script(for format: PictureFormat = .svg) throws(ReportingError) -> String {
    format.terminal(size) + (try commands(in: PlotFrame(canvas: size)))
  }
}

/// What all frames share.
enum PlotStyle {
  /// The commands that start a frame from a clean state.
  static let reset = "reset\nset encoding utf8\nset minussign\n"

  /// The grey of grids and frames.
  static let grid = "#DDDDDD"

  /// The grey of reference lines.
  static let reference = "#555555"

  /// Pixels between the base lines of two lines of text.
  static let lineHeight = 17.0

  /// The command that writes the title in the middle of a frame's head.
  static func title(_ title: String, in frame: PlotFrame, centre: Double) -> String {
    "set label \(GnuplotText.quoted(title)) at \(frame.position(centre, 16)) center "
      + "font 'sans-serif,14'\n"
  }
}
