import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct `The flow in the plane from the command line` {
  private func rows(_ arguments: [String], in folder: URL? = nil) throws -> [[String: Any]] {
    let outcome = try BuiltProgram.run(arguments + ["--format", "json"], in: folder)
    try #require(outcome.status == 0, "\(outcome.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require((object as? [String: Any])?["rows"] as? [[String: Any]])
  }

  private func number(_ row: [String: Any], _ key: String) throws -> Double {
    try #require(row[key] as? Double, "\(key)")
  }

  @Test func `the functional falls and mass stays, for the named problems`() throws {
    for problem in ["case-1", "case-2", "data-set"] {
      let rows = try rows([
        "flow", "plane", problem, "--cells", "20", "--until", "0.1", "--rows", "3",
      ])
      let values = try rows.map { try number($0, "functional") }
      #expect(values.count == 3)
      #expect(zip(values, values.dropFirst()).allSatisfy { $0 > $1 })
      // 400 cells, each sum and each of some thousand exchanges rounded.
      for row in rows { #expect(try number(row, "mass − 1").magnitude < 1e-11) }
    }
  }

  @Test func `a run that was stopped goes on to the same numbers, and its density can be read`()
    throws
  {
    let folder = try BuiltProgram.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let arguments = [
      "flow", "plane", "case-3", "--cells", "16", "--until", "0.2", "--rows", "5", "--state",
      "moments", "--format", "csv",
    ]
    let whole = try BuiltProgram.run(arguments + ["--density", "last.npy"], in: folder)
    try #require(whole.status == 0, "\(whole.errors)")
    let bytes = try Data(contentsOf: folder.appending(path: "last.npy"))
    #expect(bytes.starts(with: [0x93] + Array("NUMPY".utf8)))
    #expect(bytes.count == 128 + 8 * 256)

    // As if it had been killed after the third moment, while the fourth was written.
    let file = folder.appending(path: "moments/flow.json")
    var record = try #require(
      try JSONSerialization.jsonObject(with: try Data(contentsOf: file)) as? [String: Any])
    let moments = try #require(record["moments"] as? [Any])
    #expect(moments.count == 5)
    record["moments"] = Array(moments.prefix(3))
    try JSONSerialization.data(withJSONObject: record).write(to: file)
    try FileManager.default.removeItem(at: folder.appending(path: "moments/density-0004.npy"))
    #expect(try BuiltProgram.run(arguments, in: folder).output == whole.output)

    let other = try BuiltProgram.run(arguments + ["--law", "f=2"], in: folder)
    #expect(other.status == 2 && other.errors.contains("holds another flow"))
  }

  @Test func `pictures stand and move`() throws {
    let folder = try BuiltProgram.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try rows(
      [
        "flow", "plane", "case-1", "--cells", "12", "--until", "0.02", "--rows", "2", "--figure",
        "still.svg", "--animation", "moving.svg",
      ], in: folder)
    let still = try String(contentsOf: folder.appending(path: "still.svg"), encoding: .utf8)
    #expect(still.contains("t = 0.02"))
    let moving = try String(contentsOf: folder.appending(path: "moving.svg"), encoding: .utf8)
    #expect(moving.components(separatedBy: "<g class=\"frame\"").count == 3)
  }

  @Test func `laws side by side say which cannot run`() throws {
    let rows = try rows([
      "flow", "plane", "case-2", "--compare-laws", "--cells", "12", "--until", "0.05",
    ])
    let runs = Dictionary(
      uniqueKeysWithValues: rows.compactMap { row in
        (row["law"] as? String).flatMap { law in (row["runs"] as? String).map { (law, $0) } }
      })
    #expect(runs["optimal"] == "yes")
    #expect(runs["pearson"]?.contains("density vanishes") == true)
    #expect(runs["f=r^2"]?.contains("< 0") == true)
    let optimal = try #require(rows.first { $0["law"] as? String == "optimal" })
    for (key, value) in optimal where key.hasPrefix("greatest rise") {
      if let value = value as? Double { #expect(value < 0, "\(key)") }
    }
  }

  @Test func `the radial flow starts as the theorem says and stays below its printed recurrence`()
    throws
  {
    let rows = try rows([
      "flow", "radial", "--dimension", "3", "--initial", "0.5", "--shells", "200", "--rows", "3",
      "--until", "0.5",
    ])
    // Second order: h = 8.23/200 against k = ½ leaves (h/k)²/24 or so.
    #expect((try number(rows[0], "k") - 0.5).magnitude < 5e-4)
    for row in rows.dropFirst() {
      #expect(try number(row, "k") < number(row, "as printed") - 0.01)
    }
  }

  @Test(arguments: [
    ["radial", "--shells", "40", "--until", "0.1", "--rows", "3"],
    [
      "particles", "case-1", "--count", "12", "--cells", "8", "--until", "0.03", "--rows", "3",
      "--discriminator", "exact",
    ],
    [
      "particles", "case-1", "--count", "12", "--cells", "8", "--until", "0.03", "--rows", "3",
    ],
    [
      "particles", "case-1", "--cells", "8", "--until", "0.02", "--rates", "number", "--counts",
      "8;16", "--runs", "2", "--suits", "gradient",
    ],
    [
      "particles", "case-1", "--count", "8", "--cells", "8", "--until", "0.02", "--rates", "step",
      "--step", "0.002",
    ],
    [
      "line-particles", "--modes", "-2;2", "--sigma", "1", "--until", "0.05", "--counts",
      "8;10;12",
    ],
    [
      "line-particles", "--modes", "-2;2", "--sigma", "1", "--until", "0.05", "--counts", "8",
      "--steps", "0.005;0.0025",
    ],
    ["plane", "case-1", "--compare-laws", "--cells", "8", "--until", "0.05"],
  ])
  func `other runs that were stopped go on to the same numbers`(_ arguments: [String]) throws {
    let output = try BuiltProgram.output(
      ["flow"] + arguments + ["--format", "csv"], stoppedAfter: 2)
    #expect(output.contains("status"))
  }

  @Test func `particles that carry their density err by the first power of the step`() throws {
    let outcome = try BuiltProgram.run([
      "flow", "line-particles", "--modes", "-2;2", "--sigma", "1", "--until", "0.1", "--counts",
      "16", "--steps", "0.004;0.002", "--format", "json",
    ])
    try #require(outcome.status == 0, "\(outcome.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let metadata = (object as? [String: Any])?["metadata"] as? [String: Any]
    let rate = try #require((metadata?["strong error ~ s^"] as? String).flatMap { Double($0) })
    // The reference has a 32nd of the shorter step's error, which shifts the order by less than 0.05.
    #expect((rate - 1).magnitude <= 0.25)
  }

  @Test func `particles follow a network that is trained against them`() throws {
    let rows = try rows([
      "flow", "particles", "case-1", "--discriminator", "trained", "--count", "100",
      "--steps-first", "100", "--steps-each", "5", "--cells", "16", "--until", "0.1", "--rows", "2",
    ])
    // Towards the modes, whose |x|² is 2, from about 0.4; how fast depends on the network.
    #expect(try number(rows[1], "mean of |x|²") > number(rows[0], "mean of |x|²"))
  }

  @Test func `more explicit steps than anybody waits for are refused before the first`() throws {
    let arguments = [
      "flow", "plane", "case-1", "--until", "0.1", "--law", "pearson", "--cells", "32", "--rows",
      "2",
    ]
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.status == 2 && outcome.errorLines.count == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains("take --stepping implicit"))
    #expect(try rows(arguments + ["--stepping", "implicit", "--step", "0.05"]).count == 2)
  }

  @Test(arguments: [
    ["plane", "case-9"], ["plane", "case-1", "--cells", "3"], ["plane", "case-1", "--until", "0"],
    ["plane", "case-1", "--law", "nothing"], ["plane", "case-1", "--law", "f=r^2"],
    ["plane", "case-2", "--law", "pearson", "--stepping", "implicit"],
    ["plane", "case-1", "--step", "0.1"], ["plane", "case-1", "--region", "1,1;0,0"],
    ["plane", "case-1", "--law", "f=-r"],
    [
      "plane", "custom", "--data", "50,0", "--data-sigma", "0.05", "--generated", "0,0",
      "--generated-sigma", "0.1", "--region", "-5,-5;5,5", "--cells", "32",
    ],
    ["plane", "custom"], ["plane", "case-1", "--compare-laws", "--cells", "9"],
    ["plane", "case-1", "--compare-laws", "--figure", "laws.svg"],
    ["line", "--modes", "-2;2", "--sigma", "1", "--floor", "0.5"],
    ["radial", "--dimension", "0"], ["radial", "--initial=-1"],
    ["particles", "case-1", "--bandwidth", "0"], ["particles", "case-1", "--count", "0"],
    ["particles", "case-1", "--rates", "number", "--counts", "8;4"],
    ["particles", "case-1", "--discriminator", "trained", "--state", "network.json"],
    ["line-particles", "--modes", "-2;2", "--sigma", "1", "--counts", "4"],
    ["line-particles", "--modes", "-2;2", "--sigma", "1", "--steps", "0.1;0.05"],
  ])
  func `bad input is one line and status 2, and nothing is written`(arguments: [String]) throws {
    let folder = try BuiltProgram.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try BuiltProgram.run(["flow"] + arguments + ["-o", "table.txt"], in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errorLines.count == 1 && outcome.output.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}
