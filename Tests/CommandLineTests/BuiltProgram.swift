import Foundation
import Testing

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

  /// What a command prints, once whole and once as if it had been killed after some pieces of work: the two must be the same.
  ///
  /// The command is given `--state`, and what the file holds beyond those pieces is taken out of it in between.
  static func output(_ arguments: [String], stoppedAfter pieces: Int) throws -> String {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let arguments = arguments + ["--state", "state.json"]
    let whole = try run(arguments, in: folder)
    try #require(whole.status == 0, "\(whole.errors)")
    let file = folder.appending(path: "state.json")
    var record = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let found = try #require(record["found"] as? [Any])
    try #require(found.count > pieces)
    record["found"] = Array(found.prefix(pieces))
    try JSONSerialization.data(withJSONObject: record).write(to: file)
    #expect(try run(arguments, in: folder).output == whole.output)
    record["options"] = ["others"]
    try JSONSerialization.data(withJSONObject: record).write(to: file)
    let other = try run(arguments, in: folder)
    #expect(other.status == 2 && other.errors.contains("other options"))
    return whole.output
  }

  /// A new empty folder.
  static func scratchFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "steepness-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
