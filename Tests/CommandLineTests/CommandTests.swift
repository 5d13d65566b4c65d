import Foundation
import Testing

@Suite struct `Commands` {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test(arguments: [
    "claims", "show", "verify", "field", "table", "map", "ode", "flow", "train", "inspect",
    "compare",
    "stop", "experiment", "figure", "report", "export-coq", "bench", "doctor",
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

  /// By `Tests/ReferenceTables/steepest.py`, the logarithm divided by log 10.
  @Test func `table 3.1 gives the greatest slope in certified digits, and bounds as its shares`()
    throws
  {
    let outcome = try BuiltProgram.run([
      "table", "3.1", "--modes", "-8;0;10", "--sigma", "1", "--digits", "30", "--format", "json",
    ])
    let table = try object(outcome.output)
    let rows = try #require(table["rows"] as? [[String: Any]])
    let greatest = try #require(rows.last)
    #expect(greatest["quantity"] as? String == "greatest slope")
    #expect(greatest["log10"] as? String == "5.56448582244085018145620438193")
    let shares = rows.compactMap {
      ($0["share of the greatest slope"] as? String).flatMap(Double.init)
    }
    // Printed, sharpened, at the best midpoint, greatest: each exceeds the one before.
    #expect(shares.count == 4 && zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(shares.last == 1)
    #expect(outcome.output.contains("0.430727299295324132071516084774"))
    #expect(outcome.output.contains("4.99999995107787264452582850876"))
  }

  @Test func `table 3.1 takes any mixture, and says which bounds it leaves out`() throws {
    let outcome = try BuiltProgram.run([
      "table", "3.1", "--modes", "0;5", "--sigma", "1,2", "--weights", "1/3,2/3", "--digits", "20",
    ])
    #expect(outcome.status == 0)
    // log g′ = 1.8260888158965391854865…, of which this is the exponential.
    #expect(outcome.output.contains("6.2095523990283963494"))
    #expect(outcome.output.contains("need equal weights and one σ"))
    #expect(!outcome.output.contains("bound as printed"))
    let wide = try BuiltProgram.run([
      "table", "3.1", "--modes", "0;1000;2000;3000", "--sigma", "1", "--digits", "20",
    ])
    #expect(wide.output.contains("e+54287"))
  }

  @Test func `table 3.4 knows that nothing lies between modes 6σ apart`() throws {
    let outcome = try BuiltProgram.run([
      "table", "3.4", "--modes", "0;2", "--sigma", "1/3", "--slopes", "1,10", "--digits", "50",
      "--format", "json",
    ])
    let table = try object(outcome.output)
    let rows = try #require(table["rows"] as? [[String: Any]])
    #expect(rows.count == 2)
    for row in rows {
      #expect(row["corrected"] as? String == "0")
      #expect(row["affine map, exact"] as? String == "0")
      #expect(row["printed / exact"] is NSNull)
      #expect((row["as printed"] as? String)?.count ?? 0 >= 52)
    }
    #expect(!outcome.output.contains("undecided"))
  }

  @Test(arguments: [
    ["--modes", "-9000000000000000000;9000000000000000000", "--sigma", "1"],
    ["--modes", "0;9000000000000000000", "--sigma", "1/9000000000000000000"],
  ]) func `table 3.4 takes gaps that are no machine integers`(arguments: [String]) throws {
    let outcome = try BuiltProgram.run(["table", "3.4"] + arguments + ["--digits", "20"])
    #expect(outcome.status == 0)
    #expect(!outcome.output.contains("undecided"))
  }

  @Test func `field does not call undecided what a higher precision decides`() throws {
    let outcome = try BuiltProgram.run([
      "field", "--data", "9e18;-9e18", "--data-sigma", "1/9000000000000000000", "--generated", "0",
      "--generated-sigma", "9e18", "--points", "1/9000000000000000000;0", "--digits", "20",
      "--format", "json",
    ])
    let rows = try #require(try object(outcome.output)["rows"] as? [[String: Any]])
    // The nearer mode pulls with (9e18)³, and 1/81e36 less: ∇log p_g is nothing beside it.
    #expect(rows[0]["v1"] as? String == "7.2900000000000000000e+56")
    #expect((rows[1]["v1"] as? String)?.hasPrefix("0 up to ") == true)
  }

  /// The slope at the middle of a gap of 160σ is σ·exp(3200), where the mass vanishes in doubles.
  @Test func `map prints doubles that are certified`() throws {
    let outcome = try BuiltProgram.run([
      "map", "--modes", "-8;8", "--sigma", "0.1", "--at", "-1;0;1", "--format", "json",
    ])
    let rows = try #require(try object(outcome.output)["rows"] as? [[String: Any]])
    #expect(rows[1]["g(z)"] as? Double == 0)
    #expect(rows[1]["log10 S"] as? Double == 3200 / log(10) - 1)
    // Symmetric, and by mpmath with 50 digits.
    #expect(rows[0]["g(z)"] as? Double == -(try #require(rows[2]["g(z)"] as? Double)))
    #expect(rows[0]["g(z)"] as? Double == -8.047523284924708)
  }

  /// By mpmath with 50 digits, at 1/10 and 1/3 themselves and not at the doubles next to them.
  @Test func `map certifies digits at exact fractions`() throws {
    let arguments = ["map", "--modes", "-2;2", "--sigma", "0.5", "--format", "csv"]
    let grid = try BuiltProgram.run(arguments + ["--at=0:1:11", "--digits", "25"])
    #expect(
      grid.output.contains(
        "\n0.1,1.296304281817717721859758,0.4279430669432171301437030,2.678817127069292472093320\n"
      ))
    // The centre of a mixture that is its own mirror image.
    #expect(
      grid.output.contains("\n0,0,3.173325859562033425995292,1490.478993520864137371796\n"))
    let list = try BuiltProgram.run(arguments + ["--at=1/3", "--digits", "29"])
    #expect(list.output.contains("\n1/3,1.6800477123923077923407424046,"))
  }

  @Test func `map says at which precision it gave up, and what it can decide`() throws {
    let outcome = try BuiltProgram.run([
      "map", "--modes", "0;1000", "--sigma", "1,2", "--digits", "10", "--at=-1;0", "--format",
      "csv",
    ])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\n0,undecided at 16384 bits,undecided at 16384 bits,"))
    #expect(outcome.output.contains("\n-1,-0.4752328492,"))
    #expect(outcome.output.contains("# Undecided: "))
  }

  @Test func `field prints certified digits, and says how far from 0 what may be 0`() throws {
    let exact = try BuiltProgram.run(["field", "--case", "4", "--points", "0,0", "--digits", "20"])
    #expect(exact.status == 0)
    #expect(exact.output.contains("1.4142135623730950488"))
    let still = try BuiltProgram.run(["field", "--case", "2", "--points", "0,0", "--digits", "20"])
    #expect(still.output.contains("0 up to"))
    #expect(!still.output.contains("undecided"))
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
