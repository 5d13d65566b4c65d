import ArgumentParser
import GANTheory
import RealModule
import Reporting
import Scalars

struct FieldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "field",
    abstract: "∇d/d, the optimal discriminator d and log r, at points or on a grid.",
    discussion: """
      Either a configuration of Table 2 (--case), or any two mixtures, or a mixture against a box.

      EXAMPLE: steepness field --case 3 --grid=-2:2:9
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

  @OptionGroup var output: OutputOptions

  func run() throws {
    let pair = try densityPair()
    let points = try evaluationPoints(dimension: pair.data.dimension)
    let axes = 1...pair.data.dimension
    try output.emit(
      Table(
        title: "Velocity ∇d/d of particles under the optimal discriminator",
        columns: axes.map { Column("x\($0)") } + [Column("log r"), Column("d")]
          + axes.map { Column("v\($0)") } + [Column("|v|")],
        rows: points.map { row($0, pair) },
        note: "log r is missing where a density vanishes; where only p_g does, d = 1 and v = 0."))
  }

  private func row(_ point: [Double], _ pair: AnyDensityPair<Double>) -> [Cell] {
    let velocity = pair.velocity(at: point)
    let length = velocity.map { Double.sqrt($0.reduce(0) { $0 + $1 * $1 }) }
    return point.map { .number($0) } + [
      cell(pair.logRatio(at: point)), cell(pair.discriminator(at: point)),
    ] + point.indices.map { cell(velocity?[$0]) } + [cell(length)]
  }

  private func cell(_ value: Double?) -> Cell { value.map { .number($0) } ?? .missing }

  private func densityPair() throws -> AnyDensityPair<Double> {
    if let configuration {
      guard let entry = TableTwoCase(rawValue: configuration) else {
        throw InputError(
          argument: "--case", value: "\(configuration)", rule: "is not a case of Table 2",
          remedy: "choose 1, 2, 3 or 4")
      }
      return AnyDensityPair(entry)
    }
    guard let data, let dataSigma else {
      throw InputError(
        argument: "--data", value: "", rule: "needs modes and --data-sigma",
        remedy: "give both, or --case 1 to 4")
    }
    let real: any Density<Double> = try mixture(data, dataSigma, "--data")
    let fake = try generatedDensity()
    guard real.dimension == fake.dimension else {
      throw InputError(
        argument: "--generated", value: "dimension \(fake.dimension)",
        rule: "differs from dimension \(real.dimension) of --data",
        remedy: "give both the same dimension")
    }
    return AnyDensityPair(data: real, generated: fake)
  }

  private func generatedDensity() throws -> any Density<Double> {
    if let generatedBox {
      let corners = try Vectors.vectors(generatedBox, argument: "--generated-box")
      guard corners.count == 2, zip(corners[0], corners[1]).allSatisfy({ $0 < $1 }) else {
        throw InputError(
          argument: "--generated-box", value: generatedBox,
          rule: "must be two corners, the lower one first",
          remedy: "write it as '-2,-2;2,2'")
      }
      return UniformBox(
        lower: corners[0].map(\.approximation), upper: corners[1].map(\.approximation))
    }
    guard let generated, let generatedSigma else {
      throw InputError(
        argument: "--generated", value: "", rule: "needs modes and --generated-sigma",
        remedy: "give both, or --generated-box")
    }
    return try mixture(generated, generatedSigma, "--generated")
  }

  private func mixture(
    _ modes: String, _ sigma: String, _ argument: String
  ) throws -> GaussianMixture<Double> {
    let means = try Vectors.vectors(modes, argument: argument)
    let deviation = try Vectors.positive(sigma, argument: "\(argument)-sigma")
    return GaussianMixture(
      try MixtureParameters(
        weights: means.map { _ in Rational(1, means.count) }, means: means,
        standardDeviations: means.map { _ in deviation }))
  }

  private func evaluationPoints(dimension: Int) throws -> [[Double]] {
    if let points {
      let parsed = try Vectors.vectors(points, argument: "--points")
      guard parsed[0].count == dimension else {
        throw InputError(
          argument: "--points", value: points,
          rule: "has dimension \(parsed[0].count) where the densities have \(dimension)",
          remedy: "give points of ℝ^\(dimension)")
      }
      return parsed.map { $0.map(\.approximation) }
    }
    let axis = try Grid(grid ?? "-2:2:9", argument: "--grid").values
    let count = (0..<dimension).reduce(1) { product, _ in min(product * axis.count, 10_000_001) }
    guard count <= 10_000_000 else {
      throw InputError(
        argument: "--grid", value: grid ?? "", rule: "has over 10,000,000 points",
        remedy: "take fewer points on each axis")
    }
    return (0..<dimension).reduce([[]]) { partial, _ in
      partial.flatMap { point in axis.map { point + [$0] } }
    }
  }
}
