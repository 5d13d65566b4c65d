import ArgumentParser
import Foundation
import GANSimulator
import GANTheory
import Reporting
import Scalars

struct FigureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figure",
    abstract: "Draws a figure of the paper from our own computation, or one of our own.",
    discussion: """
      \(PaperFigure.allCases.map { "\($0.rawValue): \($0.summary)." }.joined(separator: "\n"))

      The ending of the file says how it is stored: .svg, .png (300 dots an inch) or .pdf. A panel of 420 pixels is 85 mm wide. \
      The caption, with parameters and seed, is printed; SVG holds it too. Without -o the picture goes to standard output as SVG.

      1, 5, 7, 16, 20 and 21 train mixture-3d, 7, 20 and 21 twice, the second time with noise in the discriminator; or they \
      read the checkpoints of run folders of 'train'. flow trains gaussian-1d. regret trains eight short runs of \
      mixture-3d, or reads the folder of a trial of 'experiment early-stopping'. The paper's figures 4, 6, 8 to 10, 12, 14, 15, 17 to 19 are about image data \
      and are not drawn.

      EXAMPLE: steepness figure 2 -o figure-2.svg
      EXAMPLE: steepness figure 11 -o figure-11.pdf --data figure-11.csv --panel 3
      EXAMPLE: steepness figure 5 --seed 3 --iterations 6000 -o figure-5.png
      EXAMPLE: steepness figure 20 --run runs/a --noised-run runs/noised -o figure-20.pdf
      EXAMPLE: steepness figure flow --seed 1 -o flow.png
      EXAMPLE: steepness figure regret --trial runs/stopping -o regret.pdf --data regret.csv
      """)

  @Argument(
    help: "Number or name: \(PaperFigure.allCases.map(\.rawValue).joined(separator: ", ")).")
  var name: String

  @Option(
    name: [.customShort("o"), .long],
    help: "The file to write, ending in .svg, .png or .pdf; SVG on standard output by default.")
  var output: String?

  @Option(help: "A file for the numbers that are drawn, ending in .csv or .json.")
  var data: String?

  @Option(help: "A file for the caption.")
  var caption: String?

  @Option(parsing: .unconditional, help: "Only the panel with this number, from the top left on.")
  var panel: Int?

  @Option(help: "Seed of training runs, of the judge or of the bootstrap; 1 by default.")
  var seed: UInt64?

  @Option(
    parsing: .unconditional, help: "Iterations to train; as many as the experiment has by default.")
  var iterations: Int?

  @Option(
    parsing: .unconditional,
    help: "Standard deviation of the noise in the second run of 7, 20 and 21; 0.1 by default.")
  var noise: String?

  @Option(
    parsing: .unconditional,
    help:
      "Threads that share an iteration of training; changes no bit. As many as suit it by default.")
  var threads: Int?

  @Option(
    name: .customLong("run"), help: "A run folder of 'train' to show instead of training.")
  var runFolder: String?

  @Option(help: "For 7, 20 and 21 a run folder with noise in the discriminator.")
  var noisedRun: String?

  @Option(help: "For regret a folder of 'experiment early-stopping'.")
  var trial: String?

  func run() throws {
    guard let kind = PaperFigure(rawValue: name) else {
      throw InputError(
        argument: "NAME", value: name, rule: "is not a figure that can be drawn",
        remedy: "choose \(PaperFigure.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    let files = try FigureFiles(picture: output, data: data, caption: caption)
    try checkOptions(of: kind)
    // What would fail at the end fails now.
    _ = try Gnuplot.inPath()
    let whole = try kind.runs > 0 ? kind.figure(of: histories(for: kind)) : closed(kind)
    try files.write(try chosen(whole))
  }

  private func closed(_ kind: PaperFigure) throws -> CaptionedFigure {
    let progress = ProgressLine()
    defer { progress.finish() }
    if let trial {
      return RegretFigure.figure(
        try StoppingTrialResults(folder: URL(filePath: trial), seed: seed ?? 1))
    }
    return try kind.figure(seed: seed ?? 1, iterations: iterations) {
      progress.show(done: $0, of: $1, "parts of the figure")
    }
  }

  private func chosen(_ figure: CaptionedFigure) throws -> CaptionedFigure {
    guard let panel else { return figure }
    guard let alone = figure.alone(panel) else {
      throw InputError(
        argument: "--panel", value: "\(panel)",
        rule: "must be between 1 and \(figure.panels.count)",
        remedy: "leave it out for all panels")
    }
    return alone
  }

  /// Refuses options that would change nothing.
  private func checkOptions(of kind: PaperFigure) throws {
    let given: [(name: String, value: String?, isUsed: Bool)] = [
      ("--seed", seed.map(String.init), kind.isRandom && runFolder == nil),
      ("--iterations", iterations.map(String.init), kind.countsIterations && runFolder == nil),
      ("--threads", threads.map(String.init), kind.runs > 0 && runFolder == nil),
      ("--noise", noise, kind.runs > 1 && noisedRun == nil), ("--run", runFolder, kind.runs > 0),
      ("--noised-run", noisedRun, kind.runs > 1), ("--trial", trial, kind == .regret),
    ]
    for option in given where !option.isUsed {
      guard let value = option.value else { continue }
      throw InputError(
        argument: option.name, value: value, rule: "changes nothing in this figure",
        remedy: "leave it out; 'steepness figure --help' says which figures train")
    }
    if kind.runs > 1, (runFolder == nil) != (noisedRun == nil) {
      throw InputError(
        argument: runFolder == nil ? "--run" : "--noised-run", value: "", rule: "is missing",
        remedy: "give both run folders, or neither to train both")
    }
    if let threads, !(1...64).contains(threads) {
      throw InputError(
        argument: "--threads", value: "\(threads)", rule: "must be between 1 and 64",
        remedy: "leave it out")
    }
    // The levels look at ten moments after the first.
    let least = kind == .flow ? 10 : 1
    if let iterations, iterations < least {
      throw InputError(
        argument: "--iterations", value: "\(iterations)", rule: "must be at least \(least)",
        remedy: "leave it out for the preset's")
    }
  }

  private func histories(for kind: PaperFigure) throws -> [SampleHistory] {
    if let runFolder {
      return try ([runFolder] + [noisedRun].compactMap { $0 })
        .map { try SampleHistory(runFolder: RunFolder(URL(filePath: $0))) }
    }
    var experiment = Experiment.mixture3D
    if let iterations { experiment.iterations = iterations }
    // No figure shows how samples compare with the mixture, which takes longer than the training.
    experiment.sampleSize = 16
    var experiments = [experiment]
    if kind.runs > 1 {
      experiment.discriminatorNoise =
        try noise.map { try Vectors.positive($0, argument: "--noise").approximation } ?? 0.1
      experiments.append(experiment)
    }
    return try experiments.map { experiment in
      let progress = ProgressLine()
      defer { progress.finish() }
      let words = experiment.discriminatorNoise > 0 ? "with noise in the discriminator" : ""
      return try SampleHistory(training: experiment, seed: seed ?? 1, threads: threads) {
        progress.show(
          done: $0.iteration, of: $0.iterations, "training \(experiment.name) \(words)")
      }
    }
  }
}

/// Where a figure, its numbers and its caption go.
private struct FigureFiles {
  let picture: String?
  let format: PictureFormat
  let data: String?
  let dataFormat: OutputFormat
  let caption: String?

  /// - Throws: `InputError` where a name has no known ending, or no folder that can be written to.
  init(picture: String?, data: String?, caption: String?) throws {
    self.picture = picture
    self.data = data
    self.caption = caption
    guard let format = picture.map({ PictureFormat(fileName: $0) }) ?? .svg else {
      throw InputError(
        argument: "--output", value: picture ?? "", rule: "must end in .svg, .png or .pdf",
        remedy: "name it figure.pdf")
    }
    self.format = format
    let ending = data.map { URL(filePath: $0).pathExtension.lowercased() } ?? "csv"
    guard ending == "csv" || ending == "json", let dataFormat = OutputFormat(rawValue: ending)
    else {
      throw InputError(
        argument: "--data", value: data ?? "", rule: "must end in .csv or .json",
        remedy: "name it figure.csv")
    }
    self.dataFormat = dataFormat
    for (argument, path) in [("--output", picture), ("--data", data), ("--caption", caption)] {
      guard let path else { continue }
      let folder = URL(filePath: path).deletingLastPathComponent().path()
      guard FileManager.default.isWritableFile(atPath: folder) else {
        throw InputError(
          argument: argument, value: path, rule: "is in no folder that can be written to",
          remedy: "create the folder first: mkdir -p '\(folder)'")
      }
    }
  }

  func write(_ figure: CaptionedFigure) throws {
    let drawing = try figure.plot.picture(
      as: format, title: figure.title, caption: figure.caption)
    if let data {
      try AtomicFile.write(figure.table.rendered(as: dataFormat), to: URL(filePath: data))
    }
    if let caption {
      try AtomicFile.write(figure.caption + "\n", to: URL(filePath: caption))
    }
    guard let picture else { return FileHandle.standardOutput.write(drawing) }
    try AtomicFile.write(drawing, to: URL(filePath: picture))
    print(figure.caption)
  }
}
