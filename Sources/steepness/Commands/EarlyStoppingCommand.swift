import ArgumentParser
import Foundation
import GANSimulator
import GANTheory
import NumericKernel
import Reporting

struct EarlyStoppingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "early-stopping",
    abstract: "Trains NSGANs from many seeds to their end, then tries every stopping rule on them.",
    discussion: """
      Each run is kept whole in FOLDER/SETTING/seed-N; a trial that is killed goes on where it was. Then the rules are \
      replayed: Algorithm 2 as printed and repaired, duality gap, perturbed gap, losses, Jensen–Shannon, a fixed \
      iteration, no stopping, and the oracle. Writes index.html, and every table in every format under tables.

      Settings: \(StoppingTrial.Setting.all.map { "\($0.name) (\($0.summary))" }.joined(separator: ", ")), \
      \(StoppingTrial.Setting.quick.name).

      EXAMPLE: steepness experiment early-stopping --seeds 1:100 -o runs/stopping
      EXAMPLE: steepness experiment early-stopping --evaluate --table sensitivity --format csv -o runs/stopping
      """)

  enum TableName: String, ExpressibleByArgument, CaseIterable {
    case regret, decisions, fitting, coverage, signals, sensitivity
  }

  @Option(
    name: [.customShort("o"), .long], help: "The folder of the trial; made where there is none.")
  var output: String

  @Option(help: "Seeds of the runs, first:last.")
  var seeds: String = "1:100"

  @Option(help: "Names of settings, separated by commas.")
  var settings: String = StoppingTrial.Setting.all.map(\.name).joined(separator: ",")

  @Option(parsing: .unconditional, help: "Runs that are trained at a time, one thread each.")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Train nothing: judge the finished runs that the folder holds.")
  var evaluate = false

  @Option(
    help: "What is printed: \(TableName.allCases.map(\.rawValue).joined(separator: ", ")).")
  var table: TableName = .regret

  @Option(help: "How to print: \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: OutputFormat = .text

  @OptionGroup var random: SeedOption

  func run() throws {
    guard (1...64).contains(jobs) else {
      throw InputError(
        argument: "--jobs", value: "\(jobs)", rule: "must be between 1 and 64",
        remedy: "leave it out")
    }
    let range = try SeedRange.range(seeds, argument: "--seeds")
    let chosen = try StoppingTrial.Setting.named(
      settings.split(separator: ",").map(String.init))
    // What would fail at the end fails now.
    _ = try Gnuplot.inPath()
    let folder = URL(filePath: output)
    let trial = StoppingTrial(folder)
    if !evaluate {
      try OutputFolder.make(folder, argument: "--output", value: output)
      let progress = ProgressLine()
      defer { progress.finish() }
      try trial.train(chosen, seeds: range, jobs: jobs) {
        progress.show(done: $0, of: $1, $2)
      }
    }
    let results = try StoppingTrialResults(trial, settings: chosen, seeds: range, seed: random.seed)
    let tables = try StoppingTrialTables(results).all()
    try write(tables, to: folder.appending(path: "tables"))
    let page = folder.appending(path: "index.html")
    try AtomicFile.write(
      try StoppingTrialPart.page(results, provenance: provenance).html, to: page)
    for (name, table) in tables where name == self.table.rawValue {
      FileHandle.standardOutput.write(Data(Self.text(table, as: format).utf8))
    }
    FileHandle.standardError.write(Data("\(page.path())\n".utf8))
  }

  private func write(_ tables: [(name: String, table: Table)], to folder: URL) throws {
    try OutputFolder.make(folder, argument: "--output", value: output)
    for (name, table) in tables {
      for format in OutputFormat.allCases {
        try AtomicFile.write(
          Self.text(table, as: format), to: folder.appending(path: "\(name).\(format.fileEnding)"))
      }
    }
  }

  private static func text(_ table: Table, as format: OutputFormat) -> String {
    let text = table.rendered(as: format)
    return text.hasSuffix("\n") ? text : text + "\n"
  }

  private var provenance: [String] {
    [
      """
      Repeat: steepness experiment early-stopping --seeds \(seeds) --settings \(settings) --seed \(random.seed) \
      -o FOLDER
      """,
      "steepness \(LibraryVersion.package); the seed is that of the bootstrap, seeds those of the runs",
    ]
  }
}

extension OutputFormat {
  /// What the name of a file in the format ends with.
  fileprivate var fileEnding: String {
    switch self {
    case .text: "txt"
    case .json: "json"
    case .csv: "csv"
    case .markdown: "md"
    case .latex: "tex"
    }
  }
}
