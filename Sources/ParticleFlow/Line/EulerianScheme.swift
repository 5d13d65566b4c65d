import NumericKernel
import RealModule
import Scalars

/// The flow on a fixed axis: masses of cells in x, of order four in the step where p_g is smooth.
///
/// Faces xⱼ are a smooth function of j. The unknowns are the masses mⱼ, which change by what passes the faces,
/// F = p·v with v = W(ℓ)′/x′, so that their sum cannot change. ℓ in the middle of a cell takes its density
/// from log m with the correction that turns a mean into a value; at a face W′ is a central
/// difference of fourth order and the density a mean of fourth order, unless that lies far outside its two neighbours or
/// above four times the cell that is being emptied, as at the front of a cloud: then it is the mean of two, or that bound.
/// So no cell can be emptied. p_g is 0 outside the axis.
///
/// - Source: section 3.1, ∂ₜp = −(p·v)′; derived.
/// - Accuracy: order `claimedOrder` in the spacing where p_g is smooth.
final class EulerianScheme {
  static let claimedOrder = 4

  let data: LineData
  let law: VelocityLaw
  let faces: [Double]
  let middles: [Double]
  /// log x′ in the middle of cells.
  private let logWidths: [Double]
  /// 1/x′² at faces.
  private let inverseSquares: [Double]
  private let dataLogDensities: [Double]

  private(set) var logRatios: [Double]
  private var potentials: [Double]
  private var logMasses: [Double]
  private(set) var velocities: [Double]

  var cellCount: Int { middles.count }

  /// - Shapes: the axis has twice as many steps as there are cells: its even nodes are the faces.
  init(axis: GradedAxis, data: LineData, law: VelocityLaw) {
    precondition(axis.nodes.count % 2 == 1, "an axis of faces and middles has an odd count")
    self.data = data
    self.law = law
    let nodes = axis.nodes
    let cells = (nodes.count - 1) / 2
    faces = (0...cells).map { nodes[2 * $0] }
    middles = (0..<cells).map { nodes[2 * $0 + 1] }
    /// x′ by the spacing function itself, in steps of cells.
    func slope(_ x: Double) -> Double {
      let density = axis.centres.reduce(1 / axis.widest) {
        let distance = x - $1.position
        return $0 + 1 / (distance * distance + $1.length * $1.length).squareRoot()
      }
      return 2 * axis.coordinateStep / density
    }
    logWidths = middles.map { Double.log(slope($0)) }
    inverseSquares = faces.map { 1 / (slope($0) * slope($0)) }
    dataLogDensities = middles.map { data.logDensity(at: $0).value }
    let zeros = [Double](repeating: 0, count: cells)
    (logRatios, potentials, logMasses) = (zeros, zeros, zeros)
    velocities = [Double](repeating: 0, count: cells + 1)
  }

  /// ℓ and W in all cells; false where a mass is not positive.
  func prepare(_ masses: UnsafePointer<Double>) -> Bool {
    for j in 0..<cellCount {
      guard masses[j] > 0 else { return false }
      logMasses[j] = Double.log(masses[j])
    }
    for j in 0..<cellCount {
      var correction = 0.0
      if j > 0, j < cellCount - 1 {
        let bend = (logMasses[j + 1] - logMasses[j - 1]) / 2
        let second = logMasses[j + 1] - 2 * logMasses[j] + logMasses[j - 1]
        // A mean differs from the value by less than this where it says anything about it.
        correction = Double.tanh((second + bend * bend) / 12) / 2
      }
      logRatios[j] = dataLogDensities[j] + logWidths[j] - logMasses[j] + correction
      potentials[j] = law.potential(at: logRatios[j])
    }
    return true
  }

  /// The change of every mass.
  func changes(_ masses: UnsafePointer<Double>, _ change: UnsafeMutablePointer<Double>) -> Bool {
    guard prepare(masses) else { return false }
    var before = 0.0
    for j in 0..<cellCount {
      let after = j < cellCount - 1 ? flux(masses, through: j + 1) : 0
      change[j] = before - after
      before = after
    }
    return true
  }

  /// p·v at an inner face; the velocity is kept.
  private func flux(_ masses: UnsafePointer<Double>, through face: Int) -> Double {
    let (left, right) = (masses[face - 1], masses[face])
    var slope = potentials[face] - potentials[face - 1]
    var density = (left + right) / 2
    if face > 1, face < cellCount - 1 {
      slope = (27 * slope - (potentials[face + 1] - potentials[face - 2])) / 24
      let mean = (7 * (left + right) - (masses[face - 2] + masses[face + 1])) / 12
      // Smooth extrema leave the range of their neighbours by a little, fronts by a lot.
      if mean >= 0.8 * min(left, right), mean <= 1.25 * max(left, right) { density = mean }
    }
    density = min(density, 4 * (slope > 0 ? left : right))
    velocities[face] = slope * inverseSquares[face].squareRoot()
    return density * slope * inverseSquares[face]
  }

  /// The masses of the push-forward of N(0, 1) over the cells, with what lies outside in the end cells, and never below
  /// `floor` times those of p_data.
  ///
  /// - Throws: `NumericError` where a face has no latent point.
  func masses(of generator: InitialGenerator, floor: Double) throws -> [Double] {
    var latents = try faces.map(generator.latent)
    (latents[0], latents[cellCount]) = (-.infinity, .infinity)
    var masses = (0..<cellCount).map { j in
      max(
        Double.normalMass(from: latents[j], to: latents[j + 1]),
        floor * Double.exp(dataLogDensities[j] + logWidths[j]), .leastNormalMagnitude * 1e10)
    }
    let total = masses.reduce(0, +)
    for j in masses.indices { masses[j] /= total }
    return masses
  }

  /// log p_g in the middle of a cell, and of all, after `prepare`.
  func logDensity(_ j: Int) -> Double { dataLogDensities[j] - logRatios[j] }
  var logDensities: [Double] { (0..<cellCount).map(logDensity) }

  /// ∫ p_g·h(r) after `prepare`.
  func functional(_ masses: [Double]) -> Double {
    (0..<cellCount).reduce(0) { sum, j in
      let logMass = logDensity(j) + logWidths[j] + max(logRatios[j], 0)
      return sum + Double.exp(logMass) * law.functionalDensity(at: logRatios[j])
    }
  }

  /// ∫ p_g·v² after `changes`.
  func dissipation(_ masses: [Double]) -> Double {
    (1..<cellCount).reduce(0) { (sum: Double, face: Int) -> Double in
      let mass = (masses[face - 1] + masses[face]) / 2
      return sum + mass * velocities[face] * velocities[face]
    }
  }
}
