/// A colour for a curve, from the palette of Okabe and Ito, which colour-blind people can tell
/// apart.
///
/// - Source: M. Okabe and K. Ito, Color Universal Design, 2008; yellow is left out, because it is
///   too pale for a line on white.
public enum PlotColour: String, CaseIterable, Sendable {
  /// Blue, the first curve.
  case blue = "#0072B2"
  /// Red-orange, the second curve.
  case vermillion = "#D55E00"
  /// Bluish green, the third.
  case green = "#009E73"
  /// Reddish purple, the fourth.
  case purple = "#CC79A7"
  /// Orange, the fifth.
  case orange = "#E69F00"
  /// Light blue, the sixth.
  case sky = "#56B4E9"
  /// Black, the seventh.
  case black = "#000000"

  /// The colour of the curve with an index; colours repeat after seven.
  static func number(_ index: Int) -> PlotColour { allCases[index % allCases.count] }
}

/// The perceptually uniform map from dark blue to yellow for heat maps.
enum Viridis {
  /// Nine equally spaced colours of the map.
  ///
  /// - Source: N. Smith and S. van der Walt's viridis, in the public domain (CC0); sampled at
  ///   k/8.
  static let stops = [
    "#440154", "#472D7B", "#3B528B", "#2C728E", "#21918C", "#28AE80", "#5EC962", "#ADDC30",
    "#FDE725",
  ]

  /// The gnuplot command that makes it the palette.
  static var command: String {
    "set palette defined ("
      + stops.enumerated().map { "\($0.offset) '\($0.element)'" }.joined(separator: ", ") + ")\n"
  }
}
