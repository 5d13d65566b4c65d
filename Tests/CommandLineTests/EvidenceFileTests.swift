import Foundation
import Testing

@Suite struct `Files of evidence` {
  /// What `verify` exports for two claims.
  private func exported(in folder: URL) throws -> URL {
    let file = folder.appending(path: "evidence.json")
    let outcome = try BuiltProgram.run([
      "verify", "theorem-4.2", "proposition-D.1", "--effort", "quick", "--export", file.path,
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return file
  }

  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = try BuiltProgram.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test func `are confirmed as they were written, and refused or not confirmed when changed`()
    throws
  {
    try withFolder { folder in
      let file = try exported(in: folder)
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.contains("theorem-4.2") && text.contains("\"version\" : 1"))
      let confirmed = try BuiltProgram.run(["verify", "--recheck", file.path])
      #expect(confirmed.status == 0, "\(confirmed.errors)")
      #expect(confirmed.output.contains("confirmed  witness of theorem-4.2, as printed, family 0"))
      #expect(confirmed.output.contains("confirmed  boxes of proposition-D.1, amendment 0"))
      #expect(!confirmed.output.contains("NOT"))

      func outcome(_ changed: String) throws -> BuiltProgram.Outcome {
        #expect(changed != text)
        let other = folder.appending(path: "changed.json")
        try changed.write(to: other, atomically: true, encoding: .utf8)
        return try BuiltProgram.run(["verify", "--recheck", other.path])
      }
      // The exponent's value in the witness of Proposition D.1: below 1 nothing is opposed.
      let power = try #require(text.firstMatch(of: /"p" : "[^"]*"/))
      let changed = try outcome(text.replacingCharacters(in: power.range, with: "\"p\" : \"1/2\""))
      #expect(changed.status == 1)
      #expect(changed.output.contains("NOT CONFIRMED  witness of proposition-D.1"))
      let box = try #require(text.firstMatch(of: /"holds [^"]*",/))
      let missing = try outcome(text.replacingCharacters(in: box.range, with: ""))
      #expect(missing.status == 1)
      #expect(missing.output.contains("NOT CONFIRMED  boxes of proposition-D.1"))

      for (changed, names) in [
        (text.replacing("proposition-D.1", with: "proposition-X.1"), "proposition-X.1"),
        (text.replacingCharacters(in: power.range, with: "\"p\" : \"3/0\""), "3/0"),
        (text.replacing("\"version\" : 1", with: "\"version\" : 9"), "version 9"),
        (String(text.dropLast(20)), "JSON"), ("", "JSON"), ("{}", "missing"),
      ] {
        let refused = try outcome(changed)
        #expect(refused.status == 2)
        #expect(refused.errorLines.count == 1, "\(refused.errors)")
        #expect(refused.errors.contains(names), "\(refused.errors)")
      }
    }
  }

  @Test func `of witnesses grow by what is found, once`() throws {
    try withFolder { folder in
      let file = folder.appending(path: "witnesses.json")
      let arguments = ["verify", "theorem-3.4", "--effort", "quick", "--witnesses", file.path]
      #expect(try BuiltProgram.run(arguments).status == 0)
      let first = try Data(contentsOf: file)
      #expect(try BuiltProgram.run(["verify", "--recheck", file.path]).status == 0)
      #expect(try BuiltProgram.run(arguments).status == 0)
      #expect(try Data(contentsOf: file) == first)
      // The stored witness takes the place of the search.
      let replayed = try BuiltProgram.run(arguments + ["--format", "json"]).output
      #expect(replayed.contains("\"screened\" : \"0\""))
      #expect(
        try BuiltProgram.run(
          ["verify", "proposition-C.4", "--effort", "quick", "--witnesses", file.path]
        ).status == 0)
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.contains("theorem-3.4") && text.contains("proposition-C.4"))
    }
  }

  @Test func `are not mixed with a search`() throws {
    for extra in [["theorem-3.4"], ["--export", "a"], ["--witnesses", "a"]] {
      let outcome = try BuiltProgram.run(["verify", "--recheck", "none.json"] + extra)
      #expect(outcome.status == 2 && outcome.errorLines.count == 1)
    }
    #expect(try BuiltProgram.run(["verify", "--recheck", "none.json"]).status == 2)
  }

  @Test func `verify repeats to the bit for a seed, whatever the number of threads`() throws {
    func output(_ ids: [String], seed: String) throws -> String {
      try BuiltProgram.run(
        ["verify"] + ids + ["--effort", "quick", "--seed", seed, "--format", "json"]
      ).output
    }
    let alone = try output(["theorem-4.2"], seed: "11")
    #expect(try output(["theorem-4.2"], seed: "11") == alone)
    #expect(try output(["theorem-4.2"], seed: "12") != alone)
    let ids = ["theorem-3.4", "theorem-4.2", "proposition-D.1"]
    let serial = try output(ids + ["--threads", "1"], seed: "11")
    #expect(try output(ids + ["--threads", "2"], seed: "11") == serial)
    // Beside another claim, on another thread.
    let pair = try output(["theorem-3.4", "theorem-4.2"], seed: "11")
    func last(_ text: String) throws -> NSDictionary? {
      let ledger = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      return (ledger?["claims"] as? [NSDictionary])?.last
    }
    #expect(try last(pair) == last(alone))
  }
}
