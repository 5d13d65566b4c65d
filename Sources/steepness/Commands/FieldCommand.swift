import ArgumentParser
import GANTheory
import Reporting
import Scalars

struct FieldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "field",
    abstract: "∇d/d, the optimal discriminator d and log r, at points or on a grid.",
    discussion: """
      Either a configuration of Table 2 (--case), or any two mixtures, or a mixture against a box.

      --digits N prints N correctly rounded digits at exactly the fractions that are given.

      EXAMPLE: steepness field --case 3 --grid=-2:2:9
      EXAMPLE: steepness field --case 4 --points '1/3,2' --digits 30
      EXAMPLE: steepness field --data '-2;2' --data-sigma 0.5 --generated 0 --generated-sigma 1 --points '0.5;1'
      """)

  @Option(name: .customLong("case"), help: "A configuration of Table 2: 1, 2, 3 or 4.")
  var configuration: Int?

  @Option(parsing: .unconditional, help: "Modes of p_data: '1,1;-1,-1'.")
  var data: String?
  @Option(parsing: .unconditional, help: "σ of p_data.")
  var dataSigma: String?
  @Option(parsing: .unconditional, help: "Modes of p_g.")
  var generated: String?
  @Option(parsing: .unconditional, help: "σ of p_g.")
  var generatedSigma: String?
  @Option(parsing: .unconditional, help: "Corners of a box on which p_g is uniform: '-2,-2;2,2'.")
  var generatedBox: String?

  @Option(parsing: .unconditional, help: "Points: '0.5,0.5;1,1'.")
  var points: String?
  @Option(parsing: .unconditional, help: "The same grid on every axis: 'from:to:count'.")
  var grid: String?

  @Option(help: "Certified digits to print; by default doubles are printed.")
  var digits: Int?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let densities = try densities()
    try CertifiedDigits.check(digits)
    let table = FieldTable(densities)
    if let digits {
      let points = try evaluationPoints(
        dimension: densities.dimension, most: 100_000, { $0 },
        onAxis: { try $0.fractions(argument: "--grid") })
      try output.emit(table.table(at: points, digits: digits))
    } else {
      let points = try evaluationPoints(
        dimension: densities.dimension, most: 10_000_000, \.approximation, onAxis: \.values)
      try output.emit(table.table(at: points))
    }
  }

  private func densities() throws -> FieldTable.Densities {
    if let configuration {
      guard let entry = TableTwoCase(rawValue: configuration) else {
        throw InputError(
          argument: "--case", value: "\(configuration)", rule: "is not a case of Table 2",
          remedy: "choose 1, 2, 3 or 4")
      }
      return .tableTwo(entry)
    }
    guard let data, let dataSigma else {
      throw InputError(
        argument: "--data", value: "", rule: "needs modes and --data-sigma",
        remedy: "give both, or --case 1 to 4")
    }
    let real = try mixture(data, dataSigma, "--data")
    if let generatedBox {
      let corners = try Vectors.vectors(generatedBox, argument: "--generated-box")
      guard corners.count == 2, zip(corners[0], corners[1]).allSatisfy({ $0 < $1 }) else {
        throw InputError(
          argument: "--generated-box", value: generatedBox,
          rule: "must be two corners, the lower one first",
          remedy: "write it as '-2,-2;2,2'")
      }
      try checkDimension(corners[0].count, real)
      return .box(data: real, lower: corners[0], upper: corners[1])
    }
    guard let generated, let generatedSigma else {
      throw InputError(
        argument: "--generated", value: "", rule: "needs modes and --generated-sigma",
        remedy: "give both, or --generated-box")
    }
    let fake = try mixture(generated, generatedSigma, "--generated")
    try checkDimension(fake.dimension, real)
    return .mixtures(data: real, generated: fake)
  }

  private func checkDimension(_ dimension: Int, _ real: MixtureParameters) throws {
    guard real.dimension == dimension else {
      throw InputError(
        argument: "--generated", value: "dimension \(dimension)",
        rule: "differs from dimension \(real.dimension) of --data",
        remedy: "give both the same dimension")
    }
  }

  private func mixture(
    _ modes: String, _ sigma: String, _ argument: String
  ) throws -> MixtureParameters {
    let means = try Vectors.vectors(modes, argument: argument)
    let deviation = try Vectors.positive(sigma, argument: "\(argument)-sigma")
    return try MixtureParameters(
      weights: means.map { _ in Rational(1, means.count) }, means: means,
      standardDeviations: means.map { _ in deviation })
  }

  private func evaluationPoints<Number>(
    dimension: Int, most: Int, _ number: (Rational) -> Number, onAxis: (Grid) throws -> [Number]
  ) throws -> [[Number]] {
    if let points {
      let parsed = try Vectors.vectors(points, argument: "--points")
      guard parsed[0].count == dimension else {
        throw InputError(
          argument: "--points", value: points,
          rule: "has dimension \(parsed[0].count) where the densities have \(dimension)",
          remedy: "give points of ℝ^\(dimension)")
      }
      return parsed.map { $0.map(number) }
    }
    let axis = try onAxis(try Grid(grid ?? "-2:2:9", argument: "--grid"))
    let count = (0..<dimension).reduce(1) { product, _ in min(product * axis.count, most + 1) }
    guard count <= most else {
      throw InputError(
        argument: "--grid", value: grid ?? "", rule: "has over \(most) points",
        remedy: "take fewer points on each axis")
    }
    return (0..<dimension).reduce([[]]) { partial, _ in
      partial.flatMap { point in axis.map { point + [$0] } }
    }
  }
}
