public import ArgumentParser
import Foundation
import GANTheory
public import Reporting

extension OutputFormat: ExpressibleByArgument {}

/// Where and how data are printed.
struct OutputOptions: ParsableArguments {
  @Option(help: "How to print: \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: OutputFormat = .text

  @Option(name: [.customShort("o"), .long], help: "A file to write instead of standard output.")
  var output: String?

  /// Prints a table, or writes it under a temporary name and renames it.
  func emit(_ table: Table) throws { try emit(table.rendered(as: format)) }

  func emit(_ text: String) throws {
    let ended = text.hasSuffix("\n") ? text : text + "\n"
    guard let output else {
      FileHandle.standardOutput.write(Data(ended.utf8))
      return
    }
    try AtomicFile.write(ended, to: URL(filePath: output))
  }
}

/// The seed of everything random in a command.
struct SeedOption: ParsableArguments {
  @Option(help: "Seed of all random streams; the same seed gives the same bits.")
  var seed: UInt64 = 1
}
