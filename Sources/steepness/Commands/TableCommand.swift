import ArgumentParser
import Foundation
import GANTheory
import Reporting
import Scalars

struct TableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Bounds of Theorems 3.1, 3.2, 3.4, 4.2 and C.5, beside the exact value.",
    discussion: """
      Everything is computed in ball arithmetic and in the log domain; --digits N prints N digits, \
      correctly rounded, or 'undecided' where a stated precision does not decide them.

      --sweep prints a row for each value of a parameter: as printed, corrected, sharpened, exact, and the shares \
      of the exact value. Two sweeps print a row for each pair, or with --quantity a matrix. Rows are written as \
      they are ready. Parameters: \(Self.parameterNames).
      With 'gap' and 'count' the modes lie a gap apart around 0 and --modes is left out.

      EXAMPLE: steepness table 3.4 --modes '-8;8' --sigma 1 --slopes 1,2,5,10,20,50,100
      EXAMPLE: steepness table 3.1 --modes '-8;8' --sigma 0.1 --digits 20
      EXAMPLE: steepness table 3.2 --modes '1,1;1,-1;-1,1;-1,-1' --sigma 0.3 --radius 3
      EXAMPLE: steepness table 3.1 --sweep gap=6:40:18 --with count=3 --sigma 1
      EXAMPLE: steepness table 3.4 --sigma 1 --sweep gap=7,10,20 --sweep slope=1:100:5:log --quantity tightness
      EXAMPLE: steepness table 4.2 --sigma 1 --sweep distance=0.1:2:20 --with step=0.5
      EXAMPLE: steepness table C.5 --sigma 1 --sweep dimension=1,2,3,10 --with steepness=0.5 --with step=0.1
      """)

  @Argument(help: "Number of the theorem: 3.1, 3.2, 3.4, 4.2 or C.5.")
  var theorem: SweptTheorem

  @Option(
    parsing: .unconditional,
    help: "The modes, ascending on the line: '-8;8'. Points of ℝⁿ: '1,1;-1,-1'.")
  var modes: String?

  @Option(
    parsing: .unconditional,
    help: "Standard deviation σ of every mode, or one a mode: '1' or '1,0.5'.")
  var sigma: String?

  @Option(
    parsing: .unconditional,
    help: "Weights that sum to one, as exact fractions: '1/3,2/3'. Equal by default.")
  var weights: String?

  @Option(parsing: .unconditional, help: "Theorem 3.4: greatest slopes k of the generator.")
  var slopes: String = "1,2,5,10,20,50,100"

  @Option(parsing: .unconditional, help: "Theorem 3.2: radius r of the truncated noise.")
  var radius: String = "3"

  @Option(
    parsing: .unconditionalSingleValue,
    help: "Values of a parameter: name=from:to:count, with ':log' behind it, or name=1,2,5.")
  var sweep: [String] = []

  @Option(parsing: .unconditionalSingleValue, help: "A parameter that is not swept: name=value.")
  var with: [String] = []

  @Option(help: "A matrix of one quantity over two sweeps: \(Self.quantityNames).")
  var quantity: BoundSweep.Quantity?

  @Option(help: "Certified digits to print; by default the nearest double is printed.")
  var digits: Int?

  @OptionGroup var output: OutputOptions

  func run() throws {
    try CertifiedDigits.check(digits)
    let isSwept = !sweep.isEmpty || !with.isEmpty || !theorem.needsModes
    guard !isSwept else { return try runSweep() }
    let tables = BoundTables(digits: digits)
    let mixture = try mixtureOptions()
    switch theorem {
    case .line:
      try output.emit(
        try tables.steepnessOnTheLine(try mixture.lineParameters(atLeast: 2, equalWeights: false)))
    case .space:
      try output.emit(
        try tables.steepnessInSpace(
          try mixture.parameters(), radius: try Vectors.positive(radius, argument: "--radius")))
    case .modeMixture:
      let slopes = try Vectors.list(slopes, argument: "--slopes")
      for slope in slopes where slope <= 0 {
        throw InputError(
          argument: "--slopes", value: slope.description, rule: "must be > 0",
          remedy: "give positive slopes such as 1,10,100")
      }
      try output.emit(
        try tables.modeMixture(try mixture.lineParameters(atLeast: 2), slopes: slopes))
    case .drop, .singleMode: preconditionFailure("a theorem without modes is swept")
    }
  }

  private func mixtureOptions() throws -> MixtureOptions {
    var options = MixtureOptions()
    options.modes = try needed(modes, "--modes", "'-8;8'")
    options.sigma = try needed(sigma, "--sigma", "0.5")
    options.weights = weights
    return options
  }

  private func needed(_ text: String?, _ argument: String, _ example: String) throws -> String {
    guard let text else {
      throw InputError(
        argument: argument, value: "not given", rule: "is needed for Theorem \(theorem.rawValue)",
        remedy: "give it as \(argument) \(example)")
    }
    return text
  }

  private static let parameterNames = SweptTheorem.allCases.map { theorem in
    "\(theorem.rawValue) has " + theorem.parameters.map(\.rawValue).joined(separator: ", ")
  }.joined(separator: "; ")

  private static let quantityNames =
    BoundSweep.Quantity.allCases.map(\.rawValue).joined(separator: ", ")
}

extension TableCommand {
  /// Writes the rows of a sweep as they are ready.
  private func runSweep() throws {
    let axes = try sweep.map { try SweepOption.axis($0, of: theorem) }
    if axes.count > 2 || (axes.count == 2 && axes[0].parameter == axes[1].parameter) {
      throw InputError(
        argument: "--sweep", value: sweep.joined(separator: " "),
        rule: "must name at most two different parameters", remedy: "set the others by --with")
    }
    if weights != nil {
      throw InputError(
        argument: "--weights", value: weights!, rule: "must be equal in a sweep",
        remedy: "leave the option out")
    }
    let bounds = BoundSweep(
      theorem, modes: try fixedModes(axes), fixed: try fixedValues(axes), digits: digits)
    try output.stream { head, emit in
      guard let quantity else { return try bounds.rows(over: axes, head: head, emit: emit) }
      guard axes.count == 2 else {
        throw InputError(
          argument: "--quantity", value: quantity.rawValue, rule: "needs two sweeps",
          remedy: "add another --sweep")
      }
      guard axes[1].count <= 1000 else {
        throw InputError(
          argument: "--sweep", value: sweep[1], rule: "must have at most 1000 values as columns",
          remedy: "put the longer sweep first")
      }
      try bounds.matrix(quantity, rows: axes[0], columns: axes[1], head: head, emit: emit)
    }
  }

  /// The modes, or nil where they are made from a gap and a count.
  private func fixedModes(_ axes: [BoundSweep.Axis]) throws -> [[Rational]]? {
    guard theorem.needsModes else {
      if let modes {
        throw InputError(
          argument: "--modes", value: modes,
          rule: "play no part in Theorem \(theorem.rawValue)", remedy: "leave the option out")
      }
      return nil
    }
    let isMade = (sweep + with).contains { $0.hasPrefix("gap=") || $0.hasPrefix("count=") }
    guard let modes else {
      if isMade && theorem != .space { return nil }
      _ = try needed(self.modes, "--modes", "'-8;8'")
      return nil
    }
    if isMade {
      throw InputError(
        argument: "--modes", value: modes, rule: "must be left out where gap or count is given",
        remedy: "sweep 'scale' to stretch given modes")
    }
    return try Vectors.vectors(modes, argument: "--modes")
  }

  /// A value for every parameter that is not swept.
  private func fixedValues(_ axes: [BoundSweep.Axis]) throws -> [SweptParameter: Rational] {
    var values: [SweptParameter: Rational] = [:]
    for parameter in theorem.parameters { values[parameter] = parameter.preset }
    values[.radius] = try Vectors.positive(radius, argument: "--radius")
    if let sigma { values[.sigma] = try Vectors.positive(sigma, argument: "--sigma") }
    if modes == nil, theorem.needsModes {
      values[.count] = 2
      values[.scale] = nil
    }
    for text in with {
      let (parameter, value) = try SweepOption.assignment(text, argument: "--with", of: theorem)
      values[parameter] = try Vectors.number(value, argument: "--with")
    }
    for axis in axes { values[axis.parameter] = nil }
    for (parameter, remedy) in [(SweptParameter.sigma, "--sigma 1"), (.gap, "--with gap=8")]
    where theorem.parameters.contains(parameter) && values[parameter] == nil
      && !axes.contains(where: { $0.parameter == parameter })
      && (parameter != .gap || modes == nil)
    {
      throw InputError(
        argument: parameter.rawValue, value: "not given", rule: "is needed",
        remedy: "give it as \(remedy), or sweep it")
    }
    return values.filter { theorem.parameters.contains($0.key) }
  }
}

extension SweptTheorem: ExpressibleByArgument {}
extension BoundSweep.Quantity: ExpressibleByArgument {}
