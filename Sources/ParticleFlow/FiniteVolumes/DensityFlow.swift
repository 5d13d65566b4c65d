import GANTheory
import RealModule

/// The generated density p on a mesh of finite volumes, moved by ∂ₜp = −∇·(p·v).
///
/// With q = p_data and u = p/q the equation is ∂ₜp = ∇·(q·∇Φ(u)). The flux from a cell to its right
/// neighbour at distance h is (aₗ·Mₗ − aᵣ·Mᵣ)/h with M = q·Φ(u), aₗ = δ/(1 − exp(−δ)), aᵣ = δ/(exp δ − 1)
/// and δ = log qᵣ − log qₗ: the exponentially fitted mean of q over the edge, which is exact where log q is
/// linear and u or its flux constant. It vanishes exactly where u is constant, so that q is an equilibrium
/// of the scheme and the only one on a connected mesh.
///
/// What a cell gains its neighbour loses, so mass is kept to rounding. A cell's next density grows with
/// every density before it (explicit steps: up to `greatestMonotoneStep`; implicit ones: always). A scheme
/// that keeps mass, keeps constants u and is monotone contracts ∫|u − k|·q for every k; hence
/// positivity, the maximum and minimum principles of r, and the decrease of *every* f-divergence in every
/// step, because convex functions are mixtures of |u − k|.
///
/// - Source: the flux is that of Scharfetter and Gummel, in the variable u; the contraction is that of
///   Crandall and Tartar.
/// - Accuracy: second order in the cells' size where p and q are smooth.
/// - Edge cases: no mass crosses the mesh's border.
public struct DensityFlow: Sendable {
  /// The axes of the mesh: a cell's index is row · horizontal.count + column.
  public let horizontal: MeshAxis
  public let vertical: MeshAxis
  /// p in every cell.
  public internal(set) var density: [Double]
  /// The time that has passed.
  public internal(set) var time = 0.0
  /// Steps taken.
  public internal(set) var stepCount = 0
  /// log q in every cell, shifted so that q has mass 1 on the mesh.
  public let logEquilibrium: [Double]
  /// The masses of the two densities on the mesh before they were made 1; they differ from 1 by what lies
  /// outside and by the rule of the midpoint.
  public let massOnMesh: (data: Double, generated: Double)

  let equilibria: [CellEquilibrium]
  /// aₗ and aᵣ times the conductance, for the faces on the left of every cell and below it.
  let rightward: FaceRates
  let upward: FaceRates
  /// The law of motion.
  public let law: VelocityLaw
  let mobility: any Mobility
  /// A bound of w as long as r stays in its range, as it does.
  let greatestWeight: Double

  /// The flow of `generated` towards `data` on a mesh.
  ///
  /// - Shapes: `logData` and `density` have one entry a cell, row by row.
  /// - Throws: `FlowError` where a density is negative or has no mass, q vanishes somewhere, or the law of motion
  ///   has w < 0 or w = ∞ at a ratio that occurs.
  public init(
    horizontal: MeshAxis, vertical: MeshAxis, logData: [Double], density: [Double],
    law: VelocityLaw = .optimal
  ) throws {
    let count = horizontal.count * vertical.count
    precondition(logData.count == count && density.count == count, "one entry a cell")
    guard logData.allSatisfy(\.isFinite) else {
      throw FlowError(
        quantity: "p_data", value: "0", rule: "must be positive in every cell",
        remedy: "take a mixture of Gaussians, or a smaller region")
    }
    guard density.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
      throw FlowError(
        quantity: "p_g", value: "\(density.min() ?? 0)", rule: "must be finite and at least 0",
        remedy: "check the initial density")
    }
    let volumes = vertical.volumes.flatMap { row in horizontal.volumes.map { row * $0 } }
    let greatest = logData.max() ?? 0
    let dataMass = zip(logData, volumes).reduce(0) { $0 + .exp($1.0 - greatest) * $1.1 }
    let generatedMass = zip(density, volumes).reduce(0) { $0 + $1.0 * $1.1 }
    guard generatedMass > 0 else {
      throw FlowError(
        quantity: "p_g", value: "0", rule: "must have mass on the mesh",
        remedy: "move the region over the generated samples")
    }
    let logMass = Double.log(dataMass) + greatest
    let logEquilibrium = logData.map { $0 - logMass }
    self.horizontal = horizontal
    self.vertical = vertical
    self.density = density.map { $0 / generatedMass }
    self.logEquilibrium = logEquilibrium
    massOnMesh = (.exp(logMass), generatedMass)
    equilibria = logEquilibrium.map { CellEquilibrium(logDensity: $0) }
    let columns = horizontal.count
    rightward = FaceRates(logEquilibrium: logEquilibrium, stride: 1) { cell in
      cell % columns > 0 ? horizontal.conductances[cell % columns - 1] : nil
    }
    upward = FaceRates(logEquilibrium: logEquilibrium, stride: columns) { cell in
      vertical.conductances[cell / columns - 1]
    }
    self.law = law
    if law.isNonSaturating {
      mobility = NonSaturatingMobility()
      greatestWeight = 1
    } else {
      let table = try TabulatedMobility(
        law, range: Self.ratioRange(self.density, logEquilibrium: logEquilibrium))
      mobility = table
      greatestWeight = table.greatestWeight
    }
  }

  /// The volume of every cell.
  public var volumes: [Double] {
    vertical.volumes.flatMap { row in horizontal.volumes.map { row * $0 } }
  }

  /// The greatest explicit step that is monotone: 1/max over cells of (rate at which a cell empties · w).
  ///
  /// - Units: σ², like time.
  public var greatestMonotoneStep: Double {
    let columns = horizontal.count
    let fastest = density.indices.reduce(0.0) { fastest, cell in
      let across = rightward.faces[cell].returning + rightward.faces[cell + 1].leaving
      let along = upward.faces[cell].returning + upward.faces[cell + columns].leaving
      return max(
        fastest,
        across / horizontal.volumes[cell % columns] + along / vertical.volumes[cell / columns])
    }
    return 1 / (fastest * greatestWeight)
  }
}

extension DensityFlow {
  /// Every log u = log p − log q; from −745 on, where u is 0 in doubles, if p vanishes somewhere.
  private static func ratioRange(
    _ density: [Double], logEquilibrium: [Double]
  ) -> ClosedRange<Double> {
    var (least, greatest) = (Double.infinity, -Double.infinity)
    for (density, logEquilibrium) in zip(density, logEquilibrium) {
      let ratio = density > 0 ? Double.log(density) - logEquilibrium : -745
      (least, greatest) = (min(least, ratio), max(greatest, ratio))
    }
    return least...greatest
  }
}

extension VelocityLaw {
  /// Whether w = 1/(1 + r), for which there is a closed form.
  var isNonSaturating: Bool {
    switch origin {
    case .optimal, .divergence(.jensenShannon), .divergence(.vanilla): true
    default: false
    }
  }
}
