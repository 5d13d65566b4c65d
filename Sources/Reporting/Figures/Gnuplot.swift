public import Foundation

/// The `gnuplot` program, which draws all figures.
///
/// It gets its script with the data inside through a socket and answers through pipes, so that no
/// file is ever written. Its start-up files are skipped.
/// - Accuracy: coordinates are rounded to a hundredth of a pixel by gnuplot.
public struct Gnuplot: Sendable {
  /// The program to run.
  public let executable: URL

  /// The program at a known place; it is looked at when it is first used.
  public init(executable: URL) {
    self.executable = executable
  }

  /// The first `gnuplot` in the folders of `PATH`.
  ///
  /// - Throws: `gnuplotMissing` with the folders that were searched.
  public static func inPath(
    _ path: String = ProcessInfo.processInfo.environment["PATH"] ?? ""
  ) throws(ReportingError) -> Gnuplot {
    let folders = path.split(separator: ":").map(String.init)
    for folder in folders {
      let candidate = folder + "/gnuplot"
      if FileManager.default.isExecutableFile(atPath: candidate) {
        return Gnuplot(executable: URL(fileURLWithPath: candidate))
      }
    }
    throw .gnuplotMissing(searched: folders.isEmpty ? ["an empty PATH"] : folders)
  }

  /// What `gnuplot --version` says, such as `gnuplot 5.4 patchlevel 4`.
  ///
  /// - Throws: `gnuplotMissing` or `gnuplotFailed`.
  public func version() throws(ReportingError) -> String {
    String(decoding: try output(arguments: ["--version"], input: ""), as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The picture that a script draws, as a stand-alone SVG document.
  ///
  /// - Parameter script: gnuplot commands with inline data, the terminal's choice included.
  /// - Throws: as `picture(script:as:)`.
  public func svg(script: String) throws(ReportingError) -> String {
    String(decoding: try picture(script: script, as: .svg), as: UTF8.self)
  }

  /// The picture that a script draws.
  ///
  /// - Parameter script: gnuplot commands with inline data, the choice of the format's terminal included.
  /// - Throws: `gnuplotMissing`, or `gnuplotFailed` with gnuplot's complaint where the script is
  ///   wrong or draws no picture of the format.
  public func picture(
    script: String, as format: PictureFormat
  ) throws(ReportingError) -> Data {
    let drawing = try output(arguments: ["-d", "-"], input: script + "\nexit\n")
    guard format.isWhole(drawing) else {
      throw .gnuplotFailed(status: 0, message: "the script drew no \(format.rawValue) picture")
    }
    return drawing
  }

  private func output(arguments: [String], input: String) throws(ReportingError) -> Data {
    guard FileManager.default.isExecutableFile(atPath: executable.path) else {
      throw .gnuplotMissing(searched: [executable.path])
    }
    let result: FilterProcess.Result
    do {
      result = try FilterProcess(executable: executable, arguments: arguments)
        .result(input: Data(input.utf8))
    } catch {
      throw .gnuplotFailed(status: -1, message: "it could not be started: \(error)")
    }
    guard result.status == 0 else {
      throw .gnuplotFailed(
        status: result.status, message: String(decoding: result.errors, as: UTF8.self))
    }
    return result.output
  }
}
