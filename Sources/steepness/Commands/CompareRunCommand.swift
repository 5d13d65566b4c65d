import ArgumentParser
import Foundation
import GANSimulator
import GANTheory
import Reporting

struct CompareRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "A trained generator on the line beside the exact monotone map, with error norms.",
    discussion: """
      Norms are weighted by the noise N(0, 1) and taken of g and of log10 of the steepness. A decreasing \
      generator is compared with the decreasing map.

      EXAMPLE: steepness compare runs/line --at=-2:2:9
      """)

  @Argument(help: "A run folder of 'train'.")
  var folder: String

  @Option(parsing: .unconditional, help: "Latent points, 'from:to:count'.")
  var at: String = "-3:3:25"

  @OptionGroup var output: OutputOptions

  func run() throws {
    let run = RunFolder(URL(filePath: folder))
    let generator = try TrainedGenerator(runFolder: URL(filePath: folder))
    let comparison = try LineComparison(
      generator: generator, configuration: try run.configuration())
    try output.emit(try comparison.table(at: try Grid(at, argument: "--at").values))
  }
}
