import Foundation
import Reporting
import Testing

@Suite struct AtomicFileTests {
  /// A new folder under the system's temporary folder, removed at the end of the body.
  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("steepness-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func names(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func `the file has the text and nothing else is left in the folder`() throws {
    try inFolder { folder in
      let file = folder.appendingPathComponent("a.txt")
      try AtomicFile.write("first σ\n", to: file)
      try AtomicFile.write("second σ\n", to: file)
      #expect(try String(contentsOf: file, encoding: .utf8) == "second σ\n")
      #expect(try names(folder) == ["a.txt"])
    }
  }

  @Test func `a missing folder gives one line with the path and a remedy`() throws {
    try inFolder { folder in
      let file = folder.appendingPathComponent("none/a.txt")
      let error = #expect(throws: ReportingError.self) { try AtomicFile.write("x", to: file) }
      let line = try #require(error).description
      #expect(line.contains(file.path) && line.contains("mkdir -p"))
      #expect(!line.contains("\n"))
      #expect(try names(folder).isEmpty)
    }
  }

  @Test func `a folder in the file's place is refused and left alone`() throws {
    try inFolder { folder in
      let place = folder.appendingPathComponent("a")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      #expect(throws: ReportingError.self) { try AtomicFile.write("x", to: place) }
      #expect(try names(folder) == ["a"])
    }
  }

  @Test func `a name that is too long leaves nothing behind`() throws {
    try inFolder { folder in
      // The hidden name is longer than the name, so a name at the limit fails before any data.
      let file = folder.appendingPathComponent(String(repeating: "n", count: 300))
      let error = #expect(throws: ReportingError.self) { try AtomicFile.write("x", to: file) }
      let line = try #require(error).description
      #expect(line.contains("shorter"))
      #expect(try names(folder).isEmpty)
    }
  }

  @Test func `a symbolic link keeps pointing at the file that is replaced`() throws {
    try inFolder { folder in
      let file = folder.appendingPathComponent("real.txt")
      let link = folder.appendingPathComponent("link.txt")
      try AtomicFile.write("old", to: file)
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
      try AtomicFile.write("new", to: link)
      #expect(try String(contentsOf: file, encoding: .utf8) == "new")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
    }
  }

  #if os(Linux)
    @Test func `a full device is an error`() throws {
      let error = #expect(throws: ReportingError.self) {
        try AtomicFile.write("x", to: URL(fileURLWithPath: "/dev/full"))
      }
      let line = try #require(error).description
      #expect(line.contains("free some space"))
    }
  #endif

  @Test func `a device is written to and not replaced`() throws {
    try AtomicFile.write("x", to: URL(fileURLWithPath: "/dev/null"))
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
  }
}
