import ArgumentParser
import GANTheory
import Reporting

struct FigureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figure",
    abstract: "Draws a figure of the paper as SVG; so far figures 2 and 3.",
    discussion: """
      2: the four vector fields. 3: densities of affine generators with the region between the modes.

      EXAMPLE: steepness figure 2 -o figure-2.svg
      """)

  @Argument(help: "Number of the figure: 2 or 3.")
  var number: Int

  @Option(name: [.customShort("o"), .long], help: "The file to write; standard output by default.")
  var output: String?

  func run() throws {
    let svg: String
    switch number {
    case 2: svg = try FieldFigure.plot.svg()
    case 3: svg = try MixtureFigure.densities().svg()
    default:
      throw InputError(
        argument: "NUMBER", value: "\(number)", rule: "is not a figure that can be drawn",
        remedy: "choose 2 or 3")
    }
    var options = OutputOptions()
    options.output = output
    try options.emit(svg)
  }
}
