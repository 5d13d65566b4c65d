import Foundation
import NumericKernel
import Testing

/// Training as a user runs it, and kills it.
@Suite struct `Training` {
  /// Small networks in the plane, with a measurement or a checkpoint at every other iteration.
  private static let experiment = """
    {"name": "small", "latentDimension": 2, "batchSize": 16, "iterations": 240,
     "data": {"modes": [{"weight": 1, "mean": [-1, 0], "variance": 0.1},
       {"weight": 2, "mean": [1, 0], "variance": 0.2}]},
     "generator": {"hiddenWidths": [8, 8], "activation": {"relu": {}},
       "initialisation": {"fanInUniform": {}}},
     "discriminator": {"hiddenWidths": [9], "activation": {"tanh": {}},
       "initialisation": {"kaimingUniform": {}}},
     "generatorOptimiser": {"adam": {"learningRate": 0.001, "firstDecay": 0.5,
       "secondDecay": 0.999, "denominatorOffset": 1e-8}},
     "discriminatorOptimiser": {"sgd": {"learningRate": 0.05, "momentum": 0.5}},
     "discriminatorNoise": 0.1, "probeInterval": 3, "probeSize": 16, "sampleInterval": 60,
     "sampleSize": 60, "checkpointInterval": 4}
    """

  /// A folder with the experiment in it.
  private func folderWithExperiment() throws -> URL {
    let folder = try BuiltProgram.scratchFolder()
    try Data(Self.experiment.utf8).write(to: folder.appending(path: "small.json"))
    return folder
  }

  private static let arguments = ["train", "small.json", "--seed", "9"]

  private func contents(_ run: URL) throws -> [String: Data] {
    var result: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: run.path)
    where name != "timing.json" && !name.hasSuffix("/") {
      var isFolder: ObjCBool = false
      let url = run.appending(path: name)
      _ = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      if !isFolder.boolValue { result[name] = try Data(contentsOf: url) }
    }
    return result
  }

  @Test func `a run that is killed again and again ends with the bits of a straight one`() throws {
    let folder = try folderWithExperiment()
    defer { try? FileManager.default.removeItem(at: folder) }
    let clock = ContinuousClock()
    let start = clock.now
    let straight = try BuiltProgram.run(
      Self.arguments + ["-o", "straight"], in: folder)
    #expect(straight.status == 0, "\(straight.errors)")
    let duration = (clock.now - start) / .seconds(1)

    let stream = RandomStream(seed: 81, name: "kill")
    let run = folder.appending(path: "killed")
    var kills = 0
    for attempt in 0..<40 {
      let isThere = FileManager.default.fileExists(
        atPath: run.appending(path: "config.json").path)
      let arguments =
        isThere ? ["train", "--resume", "killed"] : Self.arguments + ["-o", "killed"]
      // At first within the time of a whole run; later without a kill, so that it ends.
      let patience = attempt < 8 ? stream.uniform() * duration : nil
      let outcome = try BuiltProgram.run(arguments, in: folder, killedAfter: patience)
      if outcome.status == 0 { break }
      #expect(outcome.status == SIGKILL, "\(outcome.errors)")
      kills += 1
    }
    #expect(kills > 0, "nothing was killed, seed 81")
    let (first, second) = (
      try contents(folder.appending(path: "straight")), try contents(run)
    )
    #expect(first.keys == second.keys)
    #expect(first["result.json"] != nil)
    for (name, data) in first { #expect(second[name] == data, "\(name) differs, seed 81") }
  }

  @Test func `inspect reads a checkpoint and agrees with the run's own measurement`() throws {
    let folder = try folderWithExperiment()
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try BuiltProgram.run(Self.arguments + ["-o", "run"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let outcome = try BuiltProgram.run(
      [
        "inspect", "run/checkpoints/000000240.safetensors", "--at", "0,0", "--count", "100",
        "--format", "json",
      ], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let table = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let rows = try #require(table["rows"] as? [[String: Any]])
    let atOrigin = try #require(rows.last?["value"] as? Double)
    let lines = try String(
      contentsOf: folder.appending(path: "run/metrics.jsonl"), encoding: .utf8
    ).split(separator: "\n")
    let line = try #require(lines.last)
    let last = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let measured = try #require(last["steepnessAtOrigin"] as? Double)
    // Three layers of up to 8 terms in single precision there, double precision here.
    #expect((atOrigin - measured).magnitude <= 3 * 9 * Double(Float.ulpOfOne) * measured)
    // The two counts of modes, each under its own name.
    let captured = try #require((last["samples"] as? [String: Any])?["modesCaptured"] as? Int)
    let covered = try #require(last["coveredModes"] as? Int)
    #expect(run.output.contains("modes covered \(covered) of 2, captured \(captured)\n"))
  }

  @Test func `a run that stops early says so, and stop says the same of its folder`() throws {
    let folder = try folderWithExperiment()
    defer { try? FileManager.default.removeItem(at: folder) }
    // Every ‖∇d/d‖ is above this: the first measurement after the warm-up stops.
    let options = ["--rule", "printed", "--gradient-threshold", "1e-12", "--warm-up", "31"]
    let run = try BuiltProgram.run(
      Self.arguments + ["--early-stop", "-o", "run"] + options, in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("early stopping at iteration 33: ‖∇d/d‖ above its threshold"))
    #expect(
      FileManager.default.fileExists(
        atPath: folder.appending(path: "run/checkpoints/000000033.safetensors").path))
    let result = try object(
      try String(
        contentsOf: folder.appending(path: "run/result.json"), encoding: .utf8))
    #expect(result["iteration"] as? Int == 33)
    for arguments in [["stop", "run"], ["stop", "run"] + options] {
      let stop = try BuiltProgram.run(arguments + ["--format", "json"], in: folder)
      #expect(stop.status == 0, "\(stop.errors)")
      let table = try object(stop.output)
      #expect((table["metadata"] as? [String: Any])?["stop"] as? String == "33")
    }
    for other in [["--mode-distance", "2"], ["--sigma", "0.3"]] {
      let both = try BuiltProgram.run(
        ["stop", "run", "--gradient-threshold", "1"] + other, in: folder)
      #expect(both.status == 2 && both.errorLines.count == 1)
      #expect(both.errors.contains("--gradient-threshold gives already"))
    }
    // Another rule on the same metrics does not stop.
    let other = try BuiltProgram.run(
      ["stop", "run", "--gradient-threshold", "1e12", "--format", "json"], in: folder)
    #expect(
      (try object(other.output)["metadata"] as? [String: Any])?["stop"] as? String == "none")
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `a run that diverges ends with one line and status 2`() throws {
    let folder = try folderWithExperiment()
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try BuiltProgram.run(
      Self.arguments + [
        "--loss", "squared-hellinger", "--optimiser", "sgd:10:0.9", "-o", "run",
      ], in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errorLines.count == 1 && outcome.errors.contains("diverged"))
  }
}
