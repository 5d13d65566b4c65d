import Foundation
import GANSimulator
import Testing

@Suite struct `Metrics files` {
  private func observations(
    _ text: String, _ columns: MetricsFile.Columns = .init()
  ) throws -> [StoppingObservation] {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    return try MetricsFile(contentsOf: file).observations(columns)
  }

  private let expected = [
    StoppingObservation(iteration: 0, gradient: 1.5, steepness: 2),
    StoppingObservation(iteration: 10, gradient: 2.5, steepness: 3),
  ]

  @Test func `our own lines are read, and a line that is cut off is left out`() throws {
    let text = """
      {"iteration": 0, "meanSteepness": 2, "gradientNorm": {"median": 1, "modeLevel": 1.5}}
      {"iteration": 10, "meanSteepness": 3, "gradientNorm": {"median": 1, "modeLevel": 2.5}}
      {"iteration": 20, "meanSt
      """
    #expect(try observations(text) == expected)
  }

  @Test func `lines of other things are skipped and counted, and numbers that Python writes read`()
    throws
  {
    let text = """
      {"event": "start", "note": "NaN and \\"Infinity\\" in a text", "step": "x", "loss": NaN}
      {"step": 0, "gradient": 1.5, "steepness": 2, "loss": NaN, "bound": -Infinity}
      {"step": 5, "gradient": 1.7}
      {"step": 10, "gradient": 2.5, "steepness": 3, "list": [Infinity, 1]}
      """
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let metrics = try MetricsFile(contentsOf: file)
    #expect(try metrics.observations(.init()) == expected)
    #expect(try metrics.skippedLineCount(.init()) == 2)
  }

  @Test func `a table with a line of names is read by the names`() throws {
    let text = """
      # a remark
      epoch,"loss, total",grad_q,S
      0,7,1.5,2
      10, 6.5 ,2.5 ,3

      """
    let columns = MetricsFile.Columns(gradient: "grad_q", steepness: "S")
    #expect(try observations(text, columns) == expected)
  }

  @Test(arguments: [
    ("", "no measurements"), ("step,gradient,steepness\n", "no measurements"),
    ("step,gradient\n0,1\n", "steepness"), ("step,gradient,steepness\n0,1\n", "line 2"),
    ("step,gradient,steepness\n0,nan,1\n", "line 2"),
    ("step,gradient,steepness\n0,-1,1\n", "line 2"),
    ("step,gradient,steepness\n0,x,1\n", "'x'"),
    ("step,gradient,steepness\n0.5,1,1\n", "whole"),
    ("step,gradient,steepness\n5,1,1\n5,1,1\n", "line 3"),
    ("{\"step\": 1}\n{\"step\": \n{}\n", "line 2"),
    ("{\"step\": 1, \"gradient\": 1, \"steepness\": null}\n", "steepness"),
    ("{\"step\": 1, \"gradient\": NaN, \"steepness\": 1}\n", "gradient is 'NaN'"),
    ("{\"step\": 1, \"gradient\": 1}\n{\"step\": 2, \"steepness\": 1}\n", "no line has both"),
  ]) func `a file that cannot be used is refused with its line`(text: String, word: String) {
    #expect {
      _ = try observations(text)
    } throws: {
      "\($0)".contains(word)
    }
  }
}
