import Foundation
import Testing

/// The Swift code of every article is a piece of a test file, between `// Sample` and `// End of sample`, so that it
/// is compiled and what it says is tested.
@Suite struct ArticleTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Files below a folder whose path ends so, in order of their paths.
  private static func files(below folder: String, suffix: String) throws -> [URL] {
    let paths = try FileManager.default.subpathsOfDirectory(
      atPath: root.appending(path: folder).path())
    return paths.filter { $0.hasSuffix(suffix) }.sorted().map {
      root.appending(path: folder).appending(path: $0)
    }
  }

  /// Lines between two marks, without the indentation that all of them share.
  private static func pieces(of text: String, from opening: String, to closing: String) -> [String]
  {
    var pieces: [String] = []
    var piece: [Substring]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let content = line.trimmingCharacters(in: .whitespaces)
      if content == opening {
        piece = []
      } else if content == closing, let lines = piece {
        let indentation =
          lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        pieces.append(lines.map { $0.dropFirst(indentation) }.joined(separator: "\n"))
        piece = nil
      } else {
        piece?.append(line)
      }
    }
    return pieces
  }

  private static var samples: [String] {
    get throws {
      try files(below: "Tests", suffix: ".swift").filter { $0 != URL(filePath: #filePath) }.flatMap
      {
        pieces(
          of: try String(contentsOf: $0, encoding: .utf8), from: "// Sample",
          to: "// End of sample")
      }
    }
  }

  private static var articles: [(name: String, text: String)] {
    get throws {
      try files(below: "Sources", suffix: ".md").filter { $0.path().contains(".docc/") }.map {
        ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8))
      }
    }
  }

  @Test func `print the code that is compiled, and all of it`() throws {
    let samples = try Self.samples
    var printed: Set<String> = []
    for article in try Self.articles {
      for block in Self.pieces(of: article.text, from: "```swift", to: "```") {
        #expect(samples.contains(block), "\(article.name): no test has\n\(block)")
        printed.insert(block)
      }
    }
    #expect(printed.count >= 8)
    for sample in samples where !printed.contains(sample) {
      Issue.record("no article prints\n\(sample)")
    }
  }

  @Test func `name the language of every block of code`() throws {
    let languages: Set = ["```swift", "```sh", "```text", "```"]
    for article in try Self.articles {
      let fences = article.text.split(separator: "\n").filter { $0.hasPrefix("```") }
      #expect(fences.count.isMultiple(of: 2), "\(article.name): a block is not closed")
      for (index, fence) in fences.enumerated() {
        #expect(
          languages.contains(String(fence)) && (fence == "```") == (index % 2 == 1),
          "\(article.name): '\(fence)' opens a block that nobody checks")
      }
    }
  }
}
