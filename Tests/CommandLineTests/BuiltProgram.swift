import Foundation

/// The program as it was built, run as a user runs it.
struct BuiltProgram {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String

    /// Lines of standard error.
    var errorLines: [Substring] { errors.split(whereSeparator: \.isNewline) }
  }

  /// Runs the program beside the test bundle with these arguments.
  ///
  /// - Parameter killedAfter: seconds after which it is killed if it still runs; the status is then the
  ///   signal's number.
  static func run(_ arguments: [String], in folder: URL? = nil, killedAfter: Double? = nil) throws
    -> Outcome
  {
    let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let process = Process()
    process.executableURL = bundle.appending(path: "steepness")
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = folder }
    // Files, not pipes: a pipe that fills up would stop the program.
    let scratch = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let (output, errors) = (scratch.appending(path: "out"), scratch.appending(path: "err"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    if let killedAfter {
      Thread.sleep(forTimeInterval: killedAfter)
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  /// A new empty folder.
  static func scratchFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "steepness-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
