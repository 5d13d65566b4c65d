import ArgumentParser
import ClaimKit
import Foundation
import GANSimulator
import GANTheory
import NumericKernel
import Reporting

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "The main job: judges, bounds, fields, a trained NSGAN and figures on one HTML page.",
    discussion: """
      Writes index.html (self-contained), ledger.json, the errata and the run folders of the trained NSGANs. A \
      run that is there already, with the same seed, is resumed instead of trained again.
      --errata writes the errata alone: errata.md, errata.tex and errata.html, one entry per defect, those of \
      most consequence first, with what else in the paper depends on each.

      EXAMPLE: steepness report -o report
      EXAMPLE: steepness report --errata -o errata
      """)

  @Option(name: [.customShort("o"), .long], help: "The folder to write; its parent must exist.")
  var output: String

  @Option(help: "How hard to look for counterexamples: quick, standard or deep.")
  var effort: Effort = .standard

  @Flag(help: "The errata alone: nothing is trained or drawn.")
  var errata = false

  @OptionGroup var seed: SeedOption

  func run() throws {
    // What would fail at the end fails now: gnuplot and the folder.
    if !errata { _ = try Gnuplot.inPath() }
    let folder = URL(filePath: output)
    try OutputFolder.make(folder, argument: "--output", value: output)
    var stages = StageTimes()
    let ledger = try stages.timed("judge") {
      try ClaimSelection.ledger(
        try ClaimSelection.claims([]), effort: effort, seed: seed.seed, progress: ProgressLine())
    }
    try AtomicFile.write(
      try ClaimSelection.json(ledger), to: folder.appending(path: "ledger.json"))
    try writeErrata(of: ledger, to: folder)
    if errata {
      for line in stages.lines { print(line) }
      print(folder.appending(path: "errata.html").path())
      return try compareWithRecord(ledger)
    }
    let run = try stages.timed("train") { try trainedRun(in: folder) }
    let levels = try stages.timed("levels") { try levelComparisons() }
    let stopping = try stages.timed("early stopping") { try stoppingTrial(in: folder) }
    let html = try stages.timed("tables and figures") {
      try PaperReport(
        ledger: ledger, run: run, levels: levels, stopping: stopping,
        provenance: [
          "Repeat: steepness report -o report --seed \(seed.seed) --effort \(effort.rawValue)"
        ] + provenance
      ).page().html
    }
    let page = folder.appending(path: "index.html")
    try AtomicFile.write(html, to: page)
    for line in stages.lines { print(line) }
    print(page.path())
    try compareWithRecord(ledger)
  }

  /// How every judgement of this run can be repeated.
  private var provenance: [String] {
    [
      "steepness \(LibraryVersion.package), seed \(seed.seed), effort \(effort.rawValue)",
      "Judge again: steepness verify --seed \(seed.seed) --effort \(effort.rawValue)",
      "Proofs: make proofs",
    ]
  }

  private func writeErrata(of ledger: Ledger, to folder: URL) throws {
    let document = Errata(
      ledger: ledger,
      provenance: [
        "Repeat: steepness report --errata -o errata --seed \(seed.seed) --effort \(effort.rawValue)"
      ] + provenance)
    for (name, text) in [
      ("errata.md", document.markdown), ("errata.tex", document.latex),
      ("errata.html", document.page.html),
    ] {
      try AtomicFile.write(text, to: folder.appending(path: name))
    }
  }

  private func compareWithRecord(_ ledger: Ledger) throws {
    let changed = ledger.claims.filter { !$0.agreesWithRecord }.map(\.id)
    if !changed.isEmpty {
      print("verdicts that differ from the record: \(changed.joined(separator: ", "))")
      throw ExitCode(1)
    }
  }

  private func stoppingTrial(in folder: URL) throws -> StoppingTrialResults {
    let progress = ProgressLine()
    defer { progress.finish() }
    return try StoppingTrialResults.quick(
      in: folder.appending(path: "early-stopping"), seed: seed.seed
    ) { progress.show(done: $0, of: $1, $2) }
  }

  private func levelComparisons() throws -> [LevelComparison] {
    let progress = ProgressLine()
    defer { progress.finish() }
    return try LevelPart.comparisons(seed: seed.seed) { progress.show(done: $0, of: $1, $2) }
  }

  private func trainedRun(in folder: URL) throws -> RunFolder {
    let experiment = Experiment.gaussian1D
    let url = folder.appending(path: "\(experiment.name)-seed-\(seed.seed)")
    let isThere = FileManager.default.fileExists(atPath: url.appending(path: "config.json").path())
    let trainer =
      isThere
      ? try Trainer(resuming: url) : try Trainer(experiment: experiment, seed: seed.seed)
    let progress = ProgressLine()
    try trainer.run(in: url) {
      progress.show(done: $0.iteration, of: $0.iterations, "training \(experiment.name)")
    }
    progress.finish()
    return RunFolder(url)
  }
}

/// Seconds a stage, in order.
private struct StageTimes {
  private var stages: [(name: String, seconds: Double)] = []

  mutating func timed<Result>(_ name: String, _ body: () throws -> Result) rethrows -> Result {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try body()
    stages.append((name, (clock.now - start) / .seconds(1)))
    return result
  }

  var lines: [String] { stages.map { String(format: "%8.1f s  %@", $0.seconds, $0.name) } }
}
