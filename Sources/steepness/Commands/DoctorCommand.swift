import ArgumentParser
import Foundation
import GANSimulator
import GANTheory
import NumericKernel
import Reporting
import Scalars

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "What is installed, which versions, what is missing and how to get it.",
    discussion: """
      Exit status 1 where something that the program itself needs is missing.

      EXAMPLE: steepness doctor
      """)

  @OptionGroup var output: OutputOptions

  func run() throws {
    let tools = Self.tools.map { ($0, $0.version()) }
    let environment = ProcessInfo.processInfo.environment
    let core = environment["OPENBLAS_CORETYPE"]
    var rows: [[Cell]] = [
      ["steepness", LibraryVersion.package, ""], ["GSL", LibraryVersion.gsl, ""],
      ["FLINT", ArithmeticVersions.flint, ""], ["Arb", ArithmeticVersions.arb, ""],
      ["Calcium", ArithmeticVersions.calcium, ""],
      [
        "matrix products", MatrixBackend.summary,
        core.map { "kernel forced by OPENBLAS_CORETYPE=\($0); unset it to let OpenBLAS choose" }
          ?? "",
      ],
      ["field instructions", VelocityField.instructions, ""],
      [
        "sgemm is loaded from", MatrixBackend.libraryPath,
        MatrixBackend.isOpenBLAS ? "" : "not OpenBLAS: check the link order",
      ],
    ].map { $0.map { .text($0) } }
    for (tool, version) in tools {
      rows.append([
        .text(tool.name), .text(version ?? "missing"),
        .text(version == nil ? "for \(tool.purpose): apt-get install \(tool.package)" : ""),
      ])
    }
    try output.emit(
      Table(
        title: "What is installed",
        columns: [
          Column("part", alignment: .leading), Column("version", alignment: .leading),
          Column("what to do", alignment: .leading),
        ], rows: rows))
    if tools.contains(where: { $0.0.isRequired && $0.1 == nil }) { throw ExitCode(1) }
  }

  /// A program that is called, or that checks of the package call.
  private struct Tool {
    let name: String
    let arguments: [String]
    let purpose: String
    let package: String
    var isRequired = false

    /// The first line that the program prints about its version, nil where it cannot be run.
    func version() -> String? {
      let process = Process()
      let pipe = Pipe()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = [name] + arguments
      process.standardOutput = pipe
      process.standardError = FileHandle.nullDevice
      do { try process.run() } catch { return nil }
      let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      guard process.terminationStatus == 0 else { return nil }
      return text.split(whereSeparator: \.isNewline).first.map(String.init)
    }
  }

  private static let tools = [
    Tool(
      name: "gnuplot", arguments: ["--version"], purpose: "figures", package: "gnuplot-nox",
      isRequired: true),
    Tool(
      name: "coqc", arguments: ["--version"], purpose: "checking the proofs",
      package: "coq libcoq-coquelicot libcoq-interval"),
    Tool(
      name: "python3", arguments: ["--version"], purpose: "notebooks", package: "python3-venv"),
    Tool(
      name: "valgrind", arguments: ["--version"], purpose: "the leak check", package: "valgrind"),
  ]
}
