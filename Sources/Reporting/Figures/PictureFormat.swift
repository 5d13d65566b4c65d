import Foundation

/// How a picture is stored.
public enum PictureFormat: String, CaseIterable, Sendable {
  case svg
  case png
  case pdf

  /// Pixels of a plot on the width of a journal's column, 85 mm: text of 12 pixels is 7 points high there.
  static let columnPixels = 420.0

  /// The format that a file's name ends with; nil for another ending.
  public init?(fileName: String) {
    self.init(rawValue: URL(filePath: fileName).pathExtension.lowercased())
  }

  /// The gnuplot command that draws into it: in PDF a column is 85 mm wide, in PNG it has 300 dots an inch.
  ///
  /// gnuplot's terminals count lengths in units of their own. The factors make texts, lines and marks as
  /// large as in SVG, where a unit is a pixel.
  func terminal(_ size: PlotSize) -> String {
    let (width, height) = (Double(size.width), Double(size.height))
    let font = "font 'sans-serif,12'"
    switch self {
    case .svg:
      return "set terminal svg enhanced size \(size.width),\(size.height) "
        + "background rgb 'white' \(font)\n"
    case .png:
      let scale = 85 / 25.4 * 300 / Self.columnPixels
      return "set terminal pngcairo enhanced size \(Int((width * scale).rounded())),"
        + "\(Int((height * scale).rounded())) background rgb 'white' \(font) "
        + "fontscale \(0.75 * scale) linewidth \(scale) pointscale \(1.4 * scale)\n"
    case .pdf:
      let centimetres = 8.5 / Self.columnPixels
      // A point is a 72nd of 2.54 cm.
      let scale = centimetres / 2.54 * 72
      return "set terminal pdfcairo enhanced size \(width * centimetres)cm,"
        + "\(height * centimetres)cm background rgb 'white' \(font) "
        + "fontscale \(0.75 * scale) linewidth \(2 * scale) pointscale \(1.4 * scale)\n"
    }
  }

  /// Whether a drawing is one of this kind and whole, as far as its ends tell.
  func isWhole(_ drawing: Data) -> Bool {
    switch self {
    case .svg: String(decoding: drawing.suffix(64), as: UTF8.self).contains("</svg>")
    case .png: drawing.starts(with: [0x89, 0x50, 0x4E, 0x47]) && Self.has("IEND", in: drawing)
    case .pdf: drawing.starts(with: Data("%PDF-".utf8)) && Self.has("%%EOF", in: drawing)
    }
  }

  private static func has(_ mark: String, in drawing: Data) -> Bool {
    drawing.suffix(64).range(of: Data(mark.utf8)) != nil
  }
}
