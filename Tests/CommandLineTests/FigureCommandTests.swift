import Foundation
import Testing

@Suite struct `The figure command` {
  @Test func `writes picture, numbers and caption, and prints the caption on one line`() throws {
    let folder = try BuiltProgram.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try BuiltProgram.run(
      [
        "figure", "13", "-o", "a.svg", "--data", "a.csv", "--caption", "a.txt", "--panel", "2",
      ], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let caption = try String(contentsOf: folder.appending(path: "a.txt"), encoding: .utf8)
    #expect(outcome.output == caption && caption.contains("σ² = 0.0125"))
    let svg = try String(contentsOf: folder.appending(path: "a.svg"), encoding: .utf8)
    #expect(svg.contains("<desc>") && svg.contains("</svg>"))
    let numbers = try String(contentsOf: folder.appending(path: "a.csv"), encoding: .utf8)
    // Five circles of twelve vectors around one mode.
    #expect(numbers.split(separator: "\n").count { $0.contains(",field,") } == 60)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()).count == 3)
  }

  @Test func `trains where nothing is given, and says so in the caption`() throws {
    let folder = try BuiltProgram.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try BuiltProgram.run(
      ["figure", "1", "--iterations", "2", "--seed", "9", "-o", "a.png"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("seed = 9") && outcome.output.contains("iterations = 2 of 2"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == ["a.png"])
  }

  @Test func `draws to standard output without a file`() throws {
    let outcome = try BuiltProgram.run(["figure", "3"])
    #expect(outcome.output.hasPrefix("<?xml") && outcome.output.contains("<desc>Left: generators"))
  }
}
