import Foundation
import Testing

@Suite struct `Commands` {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test(arguments: [
    "claims", "show", "verify", "field", "table", "map", "ode", "train", "compare", "figure",
    "report",
    "bench", "doctor",
  ])
  func `explain themselves with an example`(command: String) throws {
    let outcome = try BuiltProgram.run([command, "--help"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("EXAMPLE: steepness \(command)"))
  }

  @Test func `verify prints the documented JSON and exits 0 where the record stands`() throws {
    let outcome = try BuiltProgram.run([
      "verify", "theorem-3.4", "--effort", "quick", "--seed", "5", "--format", "json",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let ledger = try object(outcome.output)
    #expect(ledger["seed"] as? Int == 5)
    #expect(ledger["effort"] as? String == "quick")
    let claim = try #require((ledger["claims"] as? [[String: Any]])?.first)
    #expect(claim["id"] as? String == "theorem-3.4")
    for key in ["title", "source", "statement", "verdict", "trust"] {
      #expect(claim[key] is String, "\(key)")
    }
    #expect((claim["hypotheses"] as? [String])?.isEmpty == false)
    let evidence = try #require(claim["evidence"] as? [[String: Any]])
    #expect(evidence.allSatisfy { $0["kind"] is String })
    let witness = try #require(claim["witness"] as? [String: String])
    #expect(witness["σ"] != nil)
    let amendments = try #require(claim["amendments"] as? [[String: Any]])
    #expect(amendments.first?["kind"] as? String == "corrected")
  }

  @Test func `table 3.4 agrees with the closed form for two symmetric modes`() throws {
    let outcome = try BuiltProgram.run([
      "table", "3.4", "--modes", "-8;8", "--sigma", "1", "--slopes", "5,50", "--format", "json",
    ])
    let rows = try #require(try object(outcome.output)["rows"] as? [[String: Any]])
    for (row, slope) in zip(rows, [5.0, 50]) {
      let printed = try #require(row["as printed"] as? Double)
      let corrected = try #require(row["corrected"] as? Double)
      let affine = try #require(row["affine map, exact"] as? Double)
      #expect((printed - erf(13 / (2 * slope * 2.0.squareRoot()))).magnitude <= 2 * Double.ulpOfOne)
      #expect(
        (corrected - erf(10 / (2 * slope * 2.0.squareRoot()))).magnitude <= 2 * Double.ulpOfOne)
      #expect(affine == corrected)
    }
  }

  @Test func `certified digits reach beyond a double, and values beyond its range`() throws {
    let outcome = try BuiltProgram.run([
      "table", "3.1", "--modes", "-8;8", "--sigma", "0.1", "--digits", "30", "--format", "csv",
    ])
    // exp(3200)/10 = 10^(3200·log10(e) − 1)
    #expect(outcome.output.contains("e+1388"))
    #expect(outcome.output.contains("1388.74234209"))
  }

  @Test func `field in doubles agrees with the definition`() throws {
    let outcome = try BuiltProgram.run([
      "field", "--data", "1", "--data-sigma", "1", "--generated", "0", "--generated-sigma", "1",
      "--points", "0.5", "--format", "json",
    ])
    let rows = try #require(try object(outcome.output)["rows"] as? [[String: Any]])
    // Equal variances: log r = x − 1/2 = 0 here, d = 1/2, and the scores differ by 1.
    #expect(rows[0]["d"] as? Double == 0.5)
    #expect(rows[0]["v1"] as? Double == 0.5)
  }

  @Test func `a run can be killed, resumed and compared`() throws {
    let folder = try BuiltProgram.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = folder.appending(path: "run").path()
    let trained = try BuiltProgram.run([
      "train", "gaussian-1d", "--iterations", "20", "--seed", "3", "-o", run,
    ])
    #expect(trained.status == 0, "\(trained.errors)")
    for file in ["config.json", "metrics.jsonl", "result.json"] {
      #expect(FileManager.default.fileExists(atPath: "\(run)/\(file)"))
    }
    let again = try BuiltProgram.run(["train", "gaussian-1d", "-o", run])
    #expect(again.status == 2)
    #expect(try BuiltProgram.run(["train", "--resume", run]).status == 0)
    let compared = try BuiltProgram.run(["compare", run, "--at=-1:1:3", "--format", "json"])
    #expect(compared.status == 0, "\(compared.errors)")
    #expect((try object(compared.output)["rows"] as? [[String: Any]])?.count == 3)
  }

  @Test func `output goes whole into the file that is named`() throws {
    let folder = try BuiltProgram.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "ledger.md")
    let outcome = try BuiltProgram.run(["claims", "--format", "markdown", "-o", file.path()])
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    let shown = try BuiltProgram.run(["claims", "--format", "markdown"])
    #expect(try String(contentsOf: file, encoding: .utf8) == shown.output)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == ["ledger.md"])
  }
}
