import Foundation
import Testing

@Suite struct `The steepness equation from the command line` {
  private func table(_ arguments: [String], in folder: URL? = nil) throws -> [String: Any] {
    let outcome = try BuiltProgram.run(["ode"] + arguments + ["--format", "json"], in: folder)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  private func last(_ table: [String: Any], _ key: String) throws -> Double {
    let rows = try #require(table["rows"] as? [[String: Any]])
    return try #require(rows.last?[key] as? Double)
  }

  @Test func `closed form, integration and first Taylor order are one closure`() throws {
    let values = try [["implicit"], ["integrated"], ["taylor", "--order", "1"]].map {
      try last(
        table(["--mu", "2", "--sigma", "1", "--until", "0.5", "--rows", "3", "--closure"] + $0),
        "log10 k")
    }
    // Local errors of 1e-9 in k over some tens of steps.
    for value in values { #expect(abs(value - values[0]) <= 1e-7) }
  }

  @Test func `all closures side by side, with what they cost`() throws {
    let folder = try BuiltProgram.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let table = try table(
      [
        "--mu", "1.5", "--sigma", "1", "--compare", "--order", "3", "--nodes", "48", "--tolerance",
        "1e-4", "--array", "flow.npy",
      ], in: folder)
    let rows = try #require(table["rows"] as? [[String: Any]])
    #expect(
      rows.compactMap { $0["closure"] as? String } == [
        "flow", "implicit", "integrated", "taylor 3",
      ])
    let metadata = try #require(table["metadata"] as? [String: Any])
    for key in [
      "order at which the Taylor hierarchy stops helping", "tolerance of the flow",
      "steps of the flow", "method of the closures", "status",
    ] { #expect(metadata[key] != nil, "\(key)") }
    let bytes = try Data(contentsOf: folder.appending(path: "flow.npy"))
    #expect(bytes.starts(with: [0x93] + Array("NUMPY".utf8)))
  }

  @Test func `any mixture, any latent point, any start`() throws {
    let folder = try BuiltProgram.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try "# z,g\n-5,-2\n0,0.1\n5,3\n".write(
      to: folder.appending(path: "start.csv"), atomically: true, encoding: .utf8)
    let common = [
      "--modes", "-2;0.5;3", "--sigma", "1", "--weights", "1/2,1/4,1/4", "--at", "0.5", "--until",
      "0.01", "--rows", "2", "--nodes", "64", "--tolerance", "1e-5", "--start",
    ]
    let flow = try last(table(common + ["cubic:0.5,0.1", "--closure", "flow"]), "log10 k")
    let errors = try ["1", "3", "5"].map { order in
      let closure = ["cubic:0.5,0.1", "--closure", "taylor", "--order", order]
      return abs(try last(table(common + closure), "log10 k") - flow)
    }
    // Order 1 misses g‴ from the start, orders 3 and 5 miss what comes into it by the first and second power of the time.
    #expect(errors[1] < errors[0] / 4 && errors[2] < errors[1] / 2, "\(errors)")
    let starts = try ["integrated", "flow"].map { closure -> Double in
      let rows = try table(common + ["table:start.csv", "--closure", closure], in: folder)["rows"]
      return try #require((rows as? [[String: Any]])?.first?["k"] as? Double)
    }
    // Both are the slope of one interpolant: log10 and back are two roundings.
    #expect(abs(starts[0] / starts[1] - 1) <= 8 * Double.ulpOfOne && starts[0] > 0)
  }

  @Test(arguments: [
    ["--sigma", "1"], ["--sigma", "1", "--mu", "2", "--modes", "1;2"],
    ["--sigma", "1", "--modes", "-1;2", "--closure", "implicit"],
    ["--sigma", "1", "--mu", "2", "--at", "9"], ["--sigma", "1", "--mu", "2", "--order", "0"],
    ["--sigma", "1", "--mu", "2", "--start", "linear:-1"],
    ["--sigma", "1", "--mu", "2", "--start", "linear:1", "--initial", "1"],
    ["--sigma", "1", "--mu", "2", "--start", "table:nothing.csv"],
    ["--sigma", "1", "--mu", "2", "--compare", "--until", "0"],
  ])
  func `bad input is one line and status 2, and nothing is written`(_ arguments: [String]) throws {
    let folder = try BuiltProgram.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try BuiltProgram.run(["ode"] + arguments + ["-o", "table.txt"], in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errorLines.count == 1 && outcome.output.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}
