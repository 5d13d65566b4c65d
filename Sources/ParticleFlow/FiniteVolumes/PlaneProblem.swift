public import GANTheory
import RealModule
public import Scalars

/// Two densities in the plane and the region on which their flow is computed.
public struct PlaneProblem: Sendable {
  /// p_data.
  public let data: GaussianMixture<Double>
  /// p_g at time 0.
  public let generated: any Density<Double>
  /// The corners of the region: no mass crosses its border.
  public let lower: [Double]
  public let upper: [Double]
  /// What it is, for titles.
  public let title: String

  public init(
    data: GaussianMixture<Double>, generated: any Density<Double>, lower: [Double],
    upper: [Double], title: String
  ) {
    precondition(data.dimension == 2 && generated.dimension == 2, "dimension = 2")
    self.data = data
    self.generated = generated
    self.lower = lower
    self.upper = upper
    self.title = title
  }

  /// A configuration of Table 2, on a square that leaves out less than 10⁻⁸ of either density.
  public init(_ configuration: TableTwoCase) {
    let (low, high) =
      switch configuration {
      case .concentrated: (-3.0, 3.0)
      case .covering: (-4.0, 4.0)
      case .singleMode: (-5.0, 7.0)
      case .separated: (-7.5, 13.5)
      }
    self.init(
      data: configuration.data(), generated: configuration.generated(), lower: [low, low],
      upper: [high, high], title: "case \(configuration.rawValue) of Table 2")
  }

  /// The data set of Figure 1 on the xy-plane: modes (±1, ±1) with its own variance 0.0125, and the initial p_g
  /// with which Table 2 replaces its initial samples.
  ///
  /// - Source: appendix F.2 for σ² and the distance 2 of the modes; the footnote of section 3.1 for the
  ///   projection.
  public static var projectedDataSet: PlaneProblem {
    let table = TableTwoCase.concentrated
    return PlaneProblem(
      data: GaussianMixture(modes: table.modes(), standardDeviation: .sqrt(0.0125)),
      generated: table.generated(), lower: [-3, -3], upper: [3, 3],
      title: "the three-dimensional data set on the plane")
  }

  /// The flow of this problem on columns × rows equal cells.
  ///
  /// p_data, and p_g where it is smooth, are taken at the cells' centres; a box by the share of each cell that it
  /// covers.
  ///
  /// - Throws: `FlowError` where the mesh, the densities or the law do not fit together, or a density's mass on the
  ///   mesh is not within `massBounds`.
  public func flow(columns: Int, rows: Int, law: VelocityLaw = .optimal) throws -> DensityFlow {
    let horizontal = try MeshAxis.interval(from: lower[0], to: upper[0], cells: columns)
    let vertical = try MeshAxis.interval(from: lower[1], to: upper[1], cells: rows)
    let points = vertical.centres.flatMap { y in horizontal.centres.map { [$0, y] } }
    let density: [Double]
    if let box = generated as? UniformBox<Double> {
      let shares = [horizontal, vertical].enumerated().map { index, axis in
        zip(axis.edges, axis.edges.dropFirst()).map { low, high in
          max(0, min(high, box.upper[index]) - max(low, box.lower[index]))
            / ((box.upper[index] - box.lower[index]) * (high - low))
        }
      }
      density = shares[1].flatMap { y in shares[0].map { $0 * y } }
    } else {
      density = points.map { generated.logDensity(at: $0).map(Double.exp) ?? 0 }
    }
    let flow = try DensityFlow(
      horizontal: horizontal, vertical: vertical,
      logData: points.map { data.logDensity(at: $0) ?? -.infinity }, density: density, law: law)
    for (name, mass) in [("p_data", flow.massOnMesh.data), ("p_g", flow.massOnMesh.generated)]
    where !Self.massBounds.contains(mass) {
      throw FlowError(
        quantity: "mass of \(name) on the mesh", value: "\(mass)",
        rule:
          "must be between \(Self.massBounds.lowerBound) and \(Self.massBounds.upperBound), or the flow is of "
          + "other densities",
        remedy: "take a region that holds it, and cells no wider than twice its least σ")
    }
    return flow
  }

  /// The masses of densities on the mesh, before they are made 1, with which their flow is theirs.
  ///
  /// The sum over the centres of cells of width h is off by at most 2·exp(−2π²σ²/h²) on each axis, and by a term
  /// of higher order: 10 % in the plane for h = 2.3σ, 18 % for 2.5σ, after which it rises fast. A region may cut off as
  /// much on purpose, to keep a law of motion slow.
  ///
  /// - Source: the first term of Poisson's sum of a Gaussian.
  static let massBounds = 0.8...1.2
}
