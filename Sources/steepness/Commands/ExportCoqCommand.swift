import ArgumentParser
import Foundation
import Reporting

struct ExportCoqCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export-coq",
    abstract: "The identities that algebra has decided, as theorems of Coq with their proofs.",
    discussion: """
      Both sides of every derivation that 'show' prints under 'By algebra', as they were constructed and \
      not in the form that algebra gave them. Coq proves equal ones equal; for others it proves that they \
      differ at a rational point, and by which factor. The file compiles where 'make proofs' has run:

        coqc -Q Proofs/theories Steepness Identities.v

      EXAMPLE: steepness export-coq -o Identities.v
      """)

  @Option(name: [.customShort("o"), .long], help: "A file to write instead of standard output.")
  var output: String?

  func run() throws {
    let export = DerivationsForCoq()
    if let output {
      try AtomicFile.write(export.source, to: URL(filePath: output))
    } else {
      FileHandle.standardOutput.write(Data(export.source.utf8))
    }
    for (name, reason) in export.omitted {
      FileHandle.standardError.write(Data("\(name) is left out: \(reason)\n".utf8))
    }
  }
}
