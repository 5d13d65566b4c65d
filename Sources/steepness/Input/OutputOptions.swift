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

  /// Prints a table as its rows come; the body is given what writes the head, and what writes a row.
  ///
  /// A file appears when it is whole. Nothing is printed before the head.
  func stream(
    _ body: (_ head: (Table) throws -> Void, _ emit: ([Cell]) throws -> Void) throws -> Void
  ) throws {
    func write(_ append: @escaping (Data) throws -> Void) throws {
      var buffer = Data()
      var stream: TableStream?
      func flush(atLeast size: Int) throws {
        guard buffer.count >= size, !buffer.isEmpty else { return }
        try append(buffer)
        buffer.removeAll(keepingCapacity: true)
      }
      try body(
        {
          stream = try TableStream(head: $0, format: format) { buffer.append(contentsOf: $0.utf8) }
        },
        {
          try stream?.append($0)
          try flush(atLeast: output == nil ? 1 : 1 << 16)
        })
      try stream?.finish()
      try flush(atLeast: 1)
    }
    guard let output else { return try write { FileHandle.standardOutput.write($0) } }
    try AtomicFile.write(to: URL(filePath: output)) { append in
      try withoutActuallyEscaping(append) { try write($0) }
    }
  }

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
