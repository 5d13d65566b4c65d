public import Foundation

/// What went wrong while a table, a figure or a page was made, with a way out.
///
/// - Edge cases: `description` is always one line, whatever the evidence contains.
public enum ReportingError: Error, Equatable, Sendable {
  /// No `gnuplot` at any of the places that were looked at.
  case gnuplotMissing(searched: [String])
  /// `gnuplot` ran and failed: its exit status and what it wrote on standard error.
  case gnuplotFailed(status: Int32, message: String)
  /// A plot has no finite point that its axes can show.
  case nothingToDraw(plot: String, reason: String)
  /// A file could not be written: nothing was left behind, an older file is untouched.
  case fileNotWritten(path: String, reason: String, remedy: String)
}

extension ReportingError: CustomStringConvertible, LocalizedError {
  /// One line: what failed, the evidence, and the remedy.
  public var description: String {
    let text =
      switch self {
      case .gnuplotMissing(let searched):
        "gnuplot was not found (looked at: \(searched.joined(separator: ", "))); "
          + "install it, for example with: apt install gnuplot-nox"
      case .gnuplotFailed(let status, let message):
        "gnuplot failed with status \(status): \(message); "
          + "steepness needs gnuplot 5.2 or later with the svg terminal (gnuplot --version)"
      case .nothingToDraw(let plot, let reason):
        "the plot '\(plot)' has nothing to draw: \(reason)"
      case .fileNotWritten(let path, let reason, let remedy):
        "cannot write \(path): \(reason); \(remedy)"
      }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The same line, for callers that ask Foundation.
  public var errorDescription: String? { description }
}
