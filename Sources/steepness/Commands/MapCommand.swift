import ArgumentParser
import GANTheory
import Reporting
import Scalars

struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract:
      "The monotone map g = Ψ⁻¹∘Φ from N(0, 1) to a mixture on the line, and its steepness.",
    discussion: """
      --digits N prints N correctly rounded digits at exactly the fractions that are given, or \
      'undecided' with the precision that did not suffice.

      EXAMPLE: steepness map --modes '-2;2' --sigma 0.5 --at=-2:2:9
      EXAMPLE: steepness map --modes '-8;0;10' --sigma 1 --at='-1;0;1/3' --digits 30
      """)

  @OptionGroup var mixture: MixtureOptions

  @Option(parsing: .unconditional, help: "Latent points as 'from:to:count', or a list '0;0.5;1'.")
  var at: String = "-3:3:13"

  @Option(help: "Certified digits to print; by default doubles are printed.")
  var digits: Int?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let parameters = try mixture.lineParameters(equalWeights: false)
    try CertifiedDigits.check(digits)
    let grid = at.contains(":") ? try Grid(at, argument: "--at") : nil
    let table = MapTable(parameters, digits: digits)
    if digits == nil {
      let latents =
        try grid?.values ?? Vectors.list(at, argument: "--at").map(\.approximation)
      try output.emit(try table.table(inDoublesAt: latents))
    } else {
      let latents =
        try grid?.fractions(argument: "--at") ?? Vectors.list(at, argument: "--at")
      try output.emit(table.certifiedTable(at: latents))
    }
  }
}
