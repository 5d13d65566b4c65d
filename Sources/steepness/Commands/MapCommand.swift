import ArgumentParser
import GANTheory
import RealModule
import Reporting
import Scalars

struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract:
      "The monotone map g = Ψ⁻¹∘Φ from N(0, 1) to a mixture on the line, and its steepness.",
    discussion: "EXAMPLE: steepness map --modes '-2;2' --sigma 0.5 --at=-2:2:9")

  @OptionGroup var mixture: MixtureOptions

  @Option(parsing: .unconditional, help: "Latent points as 'from:to:count', or a list '0;0.5;1'.")
  var at: String = "-3:3:13"

  @OptionGroup var output: OutputOptions

  func run() throws {
    let parameters = try mixture.lineParameters(equalWeights: false)
    let map = MeasurePreservingMap(to: GaussianMixture<Double>(parameters))
    let latents =
      at.contains(":")
      ? try Grid(at, argument: "--at").values
      : try Vectors.list(at, argument: "--at").map(\.approximation)
    let rows = try latents.map { latent -> [Cell] in
      let value = try map.value(at: latent)
      let logSteepness = map.logSteepness(atOutput: value)
      return [
        .number(latent), .number(value), .number(logSteepness / Double.log(10)),
        logSteepness < 709 ? .number(Double.exp(logSteepness)) : .missing,
      ]
    }
    let steepest = try map.steepest()
    try output.emit(
      Table(
        title: "The monotone map to the mixture and its steepness",
        columns: [Column("z"), Column("g(z)"), Column("log10 S"), Column("S")], rows: rows,
        note:
          "S is left out where it exceeds the range of doubles. Between modes, where the mass of the "
          + "data vanishes in doubles, g(z) is as ill-conditioned as the quantile.",
        metadata: [
          ("steepest z", "\(steepest.latent)"), ("steepest g(z)", "\(steepest.output)"),
          ("log10 of the greatest steepness", "\(steepest.logSteepness / Double.log(10))"),
        ]))
  }
}
