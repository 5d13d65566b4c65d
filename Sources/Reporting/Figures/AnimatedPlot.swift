/// Plots of one size shown one after another, again and again.
public struct AnimatedPlot: Sendable {
  /// What is spoken in place of the picture.
  public let title: String
  public let frames: [any Plot]
  public let secondsPerFrame: Double

  public init(title: String, frames: [any Plot], secondsPerFrame: Double = 0.25) {
    precondition(!frames.isEmpty, "an animation needs a frame")
    precondition(secondsPerFrame > 0 && secondsPerFrame.isFinite, "secondsPerFrame > 0")
    self.title = title
    self.frames = frames
    self.secondsPerFrame = secondsPerFrame
  }

  /// One SVG document whose style sheet shows a frame at a time, without a script.
  ///
  /// Where style sheets do not move, as in print, and where the reader wants less motion, the last frame stands
  /// still.
  /// - Throws: as `Plot.svg(with:)`.
  public func svg(with gnuplot: Gnuplot? = nil) throws(ReportingError) -> String {
    let size = frames[0].size
    let program = if let gnuplot { gnuplot } else { try Gnuplot.inPath() }
    let spoken = HTMLText.escaped(GnuplotText.spoken(title))
    let duration = NumberText.sixDigits(secondsPerFrame * Double(frames.count))
    let share = NumberText.sixDigits(100 / Double(frames.count))
    var text = """
      <?xml version="1.0" encoding="utf-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
      width="\(size.width)" height="\(size.height)" viewBox="0 0 \(size.width) \(size.height)">
      <title>\(spoken)</title>
      <style>
      @media screen and (prefers-reduced-motion: no-preference) {
      .frame { visibility: hidden; animation: show \(duration)s step-end infinite; }
      }
      @media print, (prefers-reduced-motion: reduce) {
      .frame { visibility: hidden; } .frame:last-of-type { visibility: visible; }
      }
      @keyframes show { 0% { visibility: visible; } \(share)% { visibility: hidden; } }
      </style>

      """
    for (index, frame) in frames.enumerated() {
      let svg = SVGText.inlined(
        try frame.svg(with: program), prefix: "frame\(index)-", label: frame.title)
      let delay = NumberText.sixDigits(secondsPerFrame * Double(index))
      text += "<g class=\"frame\" style=\"animation-delay:\(delay)s\">\n\(svg)\n</g>\n"
    }
    return text + "</svg>\n"
  }
}
