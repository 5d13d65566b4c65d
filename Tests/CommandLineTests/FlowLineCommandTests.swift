import Foundation
import Testing

@Suite struct `The flow on the line from the command line` {
  private static let arguments = [
    "flow", "line", "--modes", "-2;2", "--sigma", "1", "--until", "0.1", "--rows", "3", "--nodes",
    "64", "--tolerance", "1e-5", "--format", "json", "--state", "run.json",
  ]

  @Test func `a stopped run goes on to the same text, and its array can be read`() throws {
    let folder = try BuiltProgram.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let whole = try BuiltProgram.run(Self.arguments + ["--array", "flow.npy"], in: folder)
    try #require(whole.status == 0, "\(whole.errors)")
    for key in ["tolerance", "steps", "scheme", "status", "method in time"] {
      #expect(whole.output.contains("\"\(key)\""))
    }
    let bytes = try Data(contentsOf: folder.appending(path: "flow.npy"))
    #expect(bytes.starts(with: [0x93] + Array("NUMPY".utf8)))
    // Three moments of 64 gaps with five numbers each.
    #expect(bytes.count == 128 + 8 * 3 * 64 * 5)

    // As a run that was stopped after its second moment left it: that run, made by itself.
    let file = folder.appending(path: "run.json")
    let complete = try Data(contentsOf: file)
    #expect(try BuiltProgram.run(Self.arguments, in: folder).output == whole.output)
    #expect(try Data(contentsOf: file) == complete)
    let other = try BuiltProgram.run(Self.arguments + ["--law", "f=2"], in: folder)
    #expect(other.status == 2 && other.errors.contains("other options"))
  }

  @Test(arguments: [
    ["--law", "f=r^2"], ["--law", "none"], ["--initial", "0"], ["--nodes", "3"], ["--at", "9"],
    ["--tolerance", "1"], ["--rows", "1"],
  ])
  func `bad input is one line and status 2`(_ change: [String]) throws {
    let outcome = try BuiltProgram.run(
      ["flow", "line", "--modes", "-2;2", "--sigma", "1", "--until", "0.01"] + change)
    #expect(outcome.status == 2)
    #expect(outcome.errorLines.count == 1, "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test func `growth of the slope is a table of rates`() throws {
    let outcome = try BuiltProgram.output(
      ["flow", "growth", "--ratios", "1.5;2", "--slopes", "1", "--format", "csv"],
      stoppedAfter: 1)
    #expect(outcome.contains("rate at 0.5"))
  }
}
