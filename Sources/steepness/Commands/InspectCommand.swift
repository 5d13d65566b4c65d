import ArgumentParser
import Foundation
import GANSimulator
import GANTheory
import Reporting
import Scalars

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "The steepness of a fully connected generator in a .safetensors file.",
    discussion: """
      Reads checkpoints of 'train' and files that other programs wrote, with weights (outputs × inputs) and \
      biases named NAME.0.weight, NAME.0.bias, NAME.2.weight, … as PyTorch names those of a Sequential. \
      Noise is standard normal.

      EXAMPLE: steepness inspect generator.safetensors --activation relu
      EXAMPLE: steepness inspect runs/a/checkpoints/000012000.safetensors --at '0,0,0'
      """)

  @OptionGroup var input: NetworkFileOptions

  @Option(parsing: .unconditional, help: "Latents for a row each: '0,0;1,0'.")
  var at: String?

  @Option(parsing: .unconditional, help: "How many latents are drawn.")
  var count: Int = 10_000

  @OptionGroup var seed: SeedOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    guard (1...1_000_000).contains(count) else {
      throw InputError(
        argument: "--count", value: "\(count)", rule: "must be between 1 and 1,000,000",
        remedy: "10000 gives quantiles to about 1 %")
    }
    let generator = try input.loaded()
    let latents = try at.map { text in
      try Vectors.vectors(text, argument: "--at").map { $0.map(\.approximation) }
    }
    if let odd = latents?.first(where: { $0.count != generator.widths[0] }) {
      throw InputError(
        argument: "--at", value: odd.map { "\($0)" }.joined(separator: ","),
        rule: "has \(odd.count) coordinates where the noise has \(generator.widths[0])",
        remedy: "give \(generator.widths[0])")
    }
    let (quantiles, atLatents) = (
      try generator.steepness(count: count, seed: seed.seed),
      try generator.steepness(at: (latents ?? []).flatMap { $0 })
    )
    var rows: [[Cell]] = [
      [.text("mean"), .number(quantiles.mean)], [.text("median"), .number(quantiles.median)],
      [.text("0.9 quantile"), .number(quantiles.upperDecile)],
      [.text("largest drawn"), .number(quantiles.maximum)],
    ]
    for (latent, steepness) in zip(latents ?? [], atLatents) {
      rows.append([
        .text("at " + latent.map { "\($0)" }.joined(separator: ",")), .number(steepness),
      ])
    }
    try output.emit(
      Table(
        title: "Steepness of \(generator.name)",
        columns: [Column("of ‖J_g(z)‖₂"), Column("value")],
        rows: rows,
        note: "Over \(count) latents from N(0, I); the largest drawn is no upper bound.",
        metadata: [
          ("widths", generator.widths.map(String.init).joined(separator: "-")),
          ("activation", generator.activation.text), ("seed", "\(seed.seed)"),
        ]))
  }
}
