import ArgumentParser
import GANTheory
import Reporting
import Scalars

struct TableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Bounds of Theorems 3.1, 3.2 and 3.4 for any mixture, beside the exact value.",
    discussion: """
      Everything is computed in ball arithmetic and in the log domain; --digits N prints N digits, \
      correctly rounded, or 'undecided' where a stated precision does not decide them.

      EXAMPLE: steepness table 3.4 --modes '-8;8' --sigma 1 --slopes 1,2,5,10,20,50,100
      EXAMPLE: steepness table 3.1 --modes '-8;8' --sigma 0.1 --digits 20
      EXAMPLE: steepness table 3.2 --modes '1,1;1,-1;-1,1;-1,-1' --sigma 0.3 --radius 3
      """)

  /// The theorems for which a table exists.
  enum Theorem: String, ExpressibleByArgument, CaseIterable {
    case line = "3.1"
    case space = "3.2"
    case modeMixture = "3.4"
  }

  @Argument(help: "Number of the theorem: 3.1, 3.2 or 3.4.")
  var theorem: Theorem

  @OptionGroup var mixture: MixtureOptions

  @Option(parsing: .unconditional, help: "Theorem 3.4: greatest slopes k of the generator.")
  var slopes: String = "1,2,5,10,20,50,100"

  @Option(parsing: .unconditional, help: "Theorem 3.2: radius r of the truncated noise.")
  var radius: String = "3"

  @Option(help: "Certified digits to print; by default the nearest double is printed.")
  var digits: Int?

  @OptionGroup var output: OutputOptions

  func run() throws {
    try CertifiedDigits.check(digits)
    try output.emit(try BoundTables(digits: digits).table(theorem, self))
  }
}

extension BoundTables {
  func table(_ theorem: TableCommand.Theorem, _ command: TableCommand) throws -> Table {
    switch theorem {
    case .line:
      return try steepnessOnTheLine(
        try command.mixture.lineParameters(atLeast: 2, equalWeights: false))
    case .space:
      return try steepnessInSpace(
        try command.mixture.parameters(),
        radius: try Vectors.positive(command.radius, argument: "--radius"))
    case .modeMixture:
      let slopes = try Vectors.list(command.slopes, argument: "--slopes")
      for slope in slopes where slope <= 0 {
        throw InputError(
          argument: "--slopes", value: slope.description, rule: "must be > 0",
          remedy: "give positive slopes such as 1,10,100")
      }
      return try modeMixture(try command.mixture.lineParameters(atLeast: 2), slopes: slopes)
    }
  }
}
