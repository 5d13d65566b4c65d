import Foundation
import Testing

@Suite struct `Bad input` {
  /// Each names the argument or the value, and ends with status 2 and one line.
  static let cases: [(arguments: [String], names: String)] = [
    (["table", "3.4", "--modes", "-8;8", "--sigma", "0"], "--sigma"),
    (["table", "3.4", "--modes", "-8;8", "--sigma", "-1"], "--sigma"),
    (["table", "3.1", "--modes", "8", "--sigma", "1"], "--modes"),
    (["table", "3.1", "--modes", "8;-8", "--sigma", "1"], "ascend"),
    (["table", "3.1", "--modes", "8;8", "--sigma", "1"], "ascend"),
    (["table", "3.4", "--modes", "0;5", "--sigma", "1"], "6σ"),
    (["table", "3.4", "--modes", "0;100", "--sigma", "4000000000000000000"], "6σ"),
    (["table", "3.4", "--modes", "-8;8", "--sigma", "1", "--slopes", "1,0"], "--slopes"),
    (["table", "3.4", "--modes", "-8;8", "--sigma", "1,2"], "--sigma"),
    (["table", "3.4", "--modes", "-8;8", "--sigma", "1", "--weights", "1/3,2/3"], "--weights"),
    (["table", "3.4", "--modes", "-8;8", "--sigma", "1", "--digits", "0"], "--digits"),
    (["table", "3.2", "--modes", "0,0;1,1", "--sigma", "1"], "--modes"),
    (["table", "3.2", "--modes", "1,1;2", "--sigma", "1"], "--modes"),
    (["table", "9.9", "--modes", "-8;8", "--sigma", "1"], "9.9"),
    (["table", "3.4", "--sigma", "1"], "--modes"),
    (["table", "3.1", "--sweep", "gap=0:3:4", "--sigma", "1"], "ascend"),
    (["table", "3.1", "--sweep", "gap=8,0", "--sigma", "1"], "ascend"),
    (["table", "3.4", "--sweep", "gap=5:8:4", "--sigma", "1"], "6σ"),
    (["table", "3.4", "--sweep", "foo=1:2:3", "--sigma", "1"], "foo"),
    (["table", "3.4", "--sweep", "gap=8:7:3", "--sigma", "1"], "ascend"),
    (["table", "3.4", "--sweep", "gap=7:8:1", "--sigma", "1"], "--sweep"),
    (["table", "3.4", "--sweep", "gap=7,8"], "sigma"),
    (["table", "3.4", "--sweep", "sigma=1,2", "--with", "gap=0"], "ascend"),
    (["table", "3.4", "--sweep", "sigma=-1,1", "--with", "gap=9"], "sigma"),
    (["table", "3.4", "--sigma", "1", "--with", "gap=8", "--quantity", "exact"], "--quantity"),
    (["table", "4.2", "--sigma", "1", "--with", "distance=4"], "4σ"),
    (["table", "C.5", "--sigma", "1", "--sweep", "dimension=1:2:3"], "whole"),
    (["map", "--modes", "-2;2", "--sigma", "0.5", "--weights", "0.5,0.6"], "weights"),
    (["map", "--modes", "-2;2", "--sigma", "0.5", "--weights", "1"], "weights"),
    (["map", "--modes", "nan;2", "--sigma", "0.5"], "nan"),
    (["map", "--modes", "-2;inf", "--sigma", "0.5"], "inf"),
    (["map", "--modes", "-2;2", "--sigma", "1e999"], "1e999"),
    (["map", "--modes", "a;b", "--sigma", "1"], "--modes"),
    (["map", "--modes", "", "--sigma", "1"], "--modes"),
    (["map", "--modes", "-2;2", "--sigma", "0.5", "--at", "3:1:5"], "--at"),
    (["map", "--modes", "1,1;2,2", "--sigma", "0.5"], "line"),
    (["map", "--modes", "-2;2", "--sigma", "0.5", "--digits", "0"], "--digits"),
    (
      [
        "map", "--modes", "-2;2", "--sigma", "0.5", "--at=0:0.12345678901234567:1000", "--digits",
        "5",
      ], "--at"
    ),
    (
      [
        "map", "--modes", "0;1;2", "--sigma", "1", "--weights",
        "1/4294967291,1/4294967279,1/4294967231",
      ], "weights"
    ),
    (["ode", "--mu", "0", "--sigma", "1"], "--mu"),
    (["ode", "--mu", "2", "--sigma", "0.5", "--initial", "-1"], "--initial"),
    (["ode", "--mu", "2", "--sigma", "0.5", "--rows", "1"], "--rows"),
    (["field", "--case", "5"], "--case"),
    (["field"], "--data"),
    (["field", "--case", "1", "--points", "1,2,3"], "--points"),
    (["field", "--case", "1", "--grid", "0:1"], "--grid"),
    (
      [
        "field", "--data", "0;1", "--data-sigma", "1", "--generated", "0,0", "--generated-sigma",
        "1",
      ], "dimension"
    ),
    (["field", "--data", "0", "--data-sigma", "1", "--generated-box", "1;0"], "--generated-box"),
    (["stop", "no-such-file.csv", "--gradient-threshold", "1"], "no-such-file.csv"),
    (["stop", "no-such-file.csv"], "no-such-file.csv"),
    (["inspect", "/bin/sh", "--activation", "relu"], "no safetensors file"),
    (["flow", "line", "--modes", "-2;2", "--sigma", "1", "--tolerance", "1e-30"], "1e-12"),
    (["map", "--modes", "-2;2", "--sigma", "1e-30"], "between 1e-18"),
    (["verify", "theorem-9.9"], "theorem-9.9"),
    (["verify", "--effort", "heroic"], "heroic"),
    (["show", "nothing"], "nothing"),
    (["claims", "--format", "yaml"], "yaml"),
    (["claims", "-o", "/nonexistent-folder/ledger.txt"], "/nonexistent-folder"),
    (["report", "-o", "/proc/report"], "/proc/report"),
    (["train", "gaussian-1d"], "--output"),
    (["train", "unknown", "-o", "run"], "unknown"),
    (["train", "gaussian-1d", "-o", "/proc/run"], "/proc/run"),
    (["train", "gaussian-1d", "-o", "/dev/null"], "/dev/null"),
    (["report", "-o", "/nonexistent-folder/report"], "/nonexistent-folder"),
    (["report", "-o", "/dev/null"], "/dev/null"),
    (["train", "--resume", "/nonexistent-folder"], "/nonexistent-folder"),
    (["train", "gaussian-1d", "--iterations", "-5", "-o", "run"], "-5"),
    (["train", "gaussian-1d", "--seed", "x", "-o", "run"], "--seed"),
    (["train", "gaussian-1d", "--loss", "wasserstein", "-o", "run"], "--loss"),
    (["train", "gaussian-1d", "--modes", "1;2", "-o", "run"], "--sigma"),
    (["train", "gaussian-1d", "--modes", "1;2", "--sigma", "0", "-o", "run"], "variance"),
    (["train", "gaussian-1d", "--modes", "1;2", "--sigma", "1,2,3", "-o", "run"], "--sigma"),
    (["train", "gaussian-1d", "--optimiser", "adam", "-o", "run"], "--optimiser"),
    (["train", "gaussian-1d", "--data", "/nonexistent-file", "-o", "run"], "/nonexistent-file"),
    (["train", "gaussian-1d", "--particles", "0", "-o", "run"], "--particles"),
    (["train", "gaussian-1d", "--at", "1,2", "-o", "run"], "chosenLatents"),
    (["train", "gaussian-1d", "--sample-interval", "7", "-o", "run"], "sampleInterval"),
    (["train", "gaussian-1d", "--threads", "0", "-o", "run"], "--threads"),
    (["train", "gaussian-1d", "--rule", "printed", "-o", "run"], "--early-stop"),
    (
      ["train", "gaussian-1d", "--early-stop", "--least-steepness-change", "1", "-o", "run"],
      "least steepness change"
    ),
    (["experiment", "early-stopping", "--seeds", "5:1", "-o", "trial"], "--seeds"),
    (["experiment", "early-stopping", "--settings", "nothing", "-o", "trial"], "nothing"),
    (["experiment", "early-stopping", "--jobs", "0", "-o", "trial"], "--jobs"),
    (
      ["experiment", "early-stopping", "--evaluate", "-o", "/nonexistent-folder"],
      "/nonexistent-folder"
    ),
    (["inspect", "/nonexistent-file"], "/nonexistent-file"),
    (["inspect", "/dev/null", "--activation", "swish"], "--activation"),
    (["certify", "/nonexistent-file", "--box=-1:1"], "/nonexistent-file"),
    (["certify", "/dev/null", "--box=1:-1"], "--box"),
    (["certify", "/dev/null", "--box=-1:1", "--gap", "0"], "--gap"),
    (["certify", "/dev/null", "--box=-1:1", "--boxes", "0"], "--boxes"),
    (["certify", "/dev/null", "--box=-1:1", "--modes", "1;2"], "--sigma"),
    (["certify", "/dev/null", "--box=-1:1", "--modes", "1", "--sigma", "1"], "--modes"),
    (["compare", "/nonexistent-folder"], "/nonexistent-folder"),
    (
      ["compare", "levels", "--modes", "-2;2", "--sigma", "0.5", "--particles", "9"], "--particles"
    ),
    (["compare", "levels", "--modes", "1,1,1;2,2,2", "--sigma", "0.5"], "--modes"),
    (["compare", "levels", "--modes", "2", "--sigma", "0.5"], "--modes"),
    (["compare", "levels", "--modes", "-2;2", "--sigma", "0.5", "--until", "0"], "--until"),
    (["figure", "99"], "99"),
    (["figure", "4"], "'4'"),
    (["figure", "22", "-o", "figure.jpeg"], "figure.jpeg"),
    (["figure", "22", "-o", "figure"], "--output"),
    (["figure", "22", "-o", "nowhere/figure.svg"], "nowhere/figure.svg"),
    (["figure", "22", "--data", "figure.txt"], "--data"),
    (["figure", "22", "--panel", "5"], "--panel"),
    (["figure", "22", "--panel", "0"], "--panel"),
    (["figure", "22", "--seed", "1"], "--seed"),
    (["figure", "11", "--iterations", "10"], "--iterations"),
    (["figure", "1", "--iterations", "0"], "--iterations"),
    (["figure", "1", "--noise", "0.1"], "--noise"),
    (["figure", "1", "--run", "/nonexistent-folder"], "/nonexistent-folder"),
    (["figure", "1", "--run", "a", "--iterations", "10"], "--iterations"),
    (["figure", "7", "--run", "a"], "--noised-run"),
    (["figure", "7", "--noise", "0"], "--noise"),
    (["bench", "nothing"], "nothing"),
    (["bench", "field", "--repetitions", "0"], "--repetitions"),
    (["frobnicate"], "frobnicate"),
  ]

  @Test(arguments: cases.indices)
  func `gets one line and status 2, and nothing is written`(index: Int) throws {
    let (arguments, name) = Self.cases[index]
    let folder = try BuiltProgram.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try BuiltProgram.run(arguments, in: folder)
    #expect(outcome.status == 2, "\(arguments) \(outcome.errors)")
    #expect(outcome.output.isEmpty, "\(arguments) \(outcome.output)")
    #expect(outcome.errorLines.count == 1, "\(arguments) \(outcome.errors)")
    #expect(outcome.errors.contains(name), "\(arguments) \(outcome.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()).isEmpty)
  }

  @Test func `leaves a file that is there as it was`() throws {
    let folder = try BuiltProgram.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "table.csv")
    try "before".write(to: file, atomically: true, encoding: .utf8)
    let outcome = try BuiltProgram.run([
      "table", "3.4", "--modes", "-8;8", "--sigma", "x", "-o", file.path(),
    ])
    #expect(outcome.status == 2)
    #expect(try String(contentsOf: file, encoding: .utf8) == "before")
  }
}
