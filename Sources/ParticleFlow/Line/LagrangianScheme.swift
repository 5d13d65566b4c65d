internal import CFieldKernels
import NumericKernel
import RealModule
import Scalars

/// The flow on nodes that move with the particles: xⱼ = g(zⱼ), of order four in the step of the nodes.
///
/// The nodes zⱼ are a smooth function of j, and derivatives are taken in j. Between two nodes
/// log x_j′ is log(xⱼ₊₁ − xⱼ) with a correction from the neighbours that can never make a slope negative; the log ratio is
/// ℓ = log p_data(x) − log φ(z) + log g′ with log g′ the difference of the two logarithms, so that a linear
/// generator has no error. At a node the velocity is W(ℓ)′/x′, by central differences of fourth order.
/// At the two ends ℓ keeps its slope and the velocity is continued linearly.
///
/// - Source: section 3.2, ∂ₜg(z) = (log d)′(g(z)); derived.
/// - Accuracy: order `claimedOrder` in the spacing where g is smooth.
final class LagrangianScheme {
  static let claimedOrder = 4

  let latents: [Double]
  let data: LineData
  let law: VelocityLaw

  /// log z′ between nodes, and latent points and log φ there.
  let latentLogSlopes: [Double]
  let latentMiddles: [Double]
  private let latentLogDensities: [Double]

  // What `prepare` fills, one number a cell; plain memory, since most of the time is spent on it.
  private let columns: LineColumns
  private let potential: UnsafeMutablePointer<Double>
  /// Whether the potential is log d, up to a constant.
  private let isNonSaturating: Bool

  var nodeCount: Int { latents.count }
  private var cellCount: Int { latents.count - 1 }

  init(latents: [Double], data: LineData, law: VelocityLaw) {
    precondition(latents.count >= 8, "latents.count ≥ 8")
    self.latents = latents
    self.data = data
    self.law = law
    isNonSaturating = law.isNonSaturating
    columns = LineColumns(cells: latents.count - 1, data)
    potential = LineColumns.column(latents.count - 1)
    let isAscending = latents.withUnsafeBufferPointer { [columns] in
      $0.baseAddress.map(columns.fillSlopes) ?? false
    }
    precondition(isAscending, "latents ascend")
    latentLogSlopes = columns.values(\.log_slope)
    latentMiddles = columns.values(\.middle)
    latentLogDensities = latentMiddles.map { -($0 * $0 + Double.log(2 * Double.pi)) / 2 }
  }

  deinit { potential.deallocate() }

  /// Positions and log ratios between the nodes, after `prepare`.
  var middles: [Double] { columns.values(\.middle) }
  var logRatios: [Double] { columns.values(\.log_ratio) }

  /// Fills log slopes, ratios and potentials between the nodes; false where nodes do not ascend.
  func prepare(_ x: UnsafePointer<Double>) -> Bool {
    guard columns.fillSlopes(x) else { return false }
    columns.fillRatios(
      latentLogDensities, latentLogSlopes, potential: isNonSaturating ? potential : nil)
    if !isNonSaturating {
      for j in 0..<cellCount { potential[j] = law.potential(at: columns.cells.log_ratio[j]) }
    }
    return true
  }

  /// The weights of the cells j − 2 … j + 1 at node j; next to the ends only its two neighbours count.
  @inline(__always)
  private func weights(at node: Int) -> (slope: SIMD4<Double>, mean: SIMD4<Double>) {
    node == 1 || node == nodeCount - 2
      ? (SIMD4(0, -1, 1, 0), SIMD4(0, 0.5, 0.5, 0))
      : (SIMD4(1, -27, 27, -1) / 24, SIMD4(-1, 9, 9, -1) / 16)
  }

  /// The values of the cells j − 2 … j + 1, 0 where there is none.
  @inline(__always)
  private func window(_ values: UnsafePointer<Double>, at node: Int) -> SIMD4<Double> {
    SIMD4(
      node >= 2 ? values[node - 2] : 0, values[node - 1], values[node],
      node + 1 < cellCount ? values[node + 1] : 0)
  }

  /// W′ and 1/x′ at an inner node, in steps of j.
  @inline(__always)
  private func quotient(at node: Int) -> (slope: Double, inverse: Double) {
    let (slope, mean) = weights(at: node)
    return (
      (slope * window(potential, at: node)).sum(),
      Double.exp(-(mean * window(columns.cells.log_slope, at: node)).sum())
    )
  }

  /// The velocity of every node.
  func velocities(_ x: UnsafePointer<Double>, _ velocity: UnsafeMutablePointer<Double>) -> Bool {
    guard prepare(x) else { return false }
    let last = nodeCount - 1
    steepness_line_velocities(potential, columns.cells.log_slope, cellCount, velocity)
    let (low, high) = endRatios(x)
    velocity[0] = velocity[1] + (velocity[1] - velocity[2]) * low
    velocity[last] = velocity[last - 1] + (velocity[last - 1] - velocity[last - 2]) * high
    return true
  }

  private func endRatios(_ x: UnsafePointer<Double>) -> (low: Double, high: Double) {
    let last = nodeCount - 1
    return (
      (x[0] - x[1]) / (x[1] - x[2]), (x[last] - x[last - 1]) / (x[last - 1] - x[last - 2])
    )
  }

  static let bandwidth = 3

  /// The derivatives of all velocities; those of the two end ratios are left out.
  func addJacobian(_ x: UnsafePointer<Double>, to matrix: BandedMatrix) -> Bool {
    guard prepare(x) else { return false }
    let count = nodeCount
    let (bend, turn) = (columns.cells.bend!, columns.cells.turn!)
    let (score, logRatio) = (columns.cells.score!, columns.cells.log_ratio!)
    // Derivatives of W and of log x′ between nodes by the four nodes j − 1 … j + 2.
    var (byPotential, bySlope) = (
      [SIMD4<Double>](repeating: .zero, count: cellCount),
      [SIMD4<Double>](repeating: .zero, count: cellCount)
    )
    for j in 0..<cellCount {
      let isEnd = j == 0 || j == cellCount - 1
      let width = x[j + 1] - x[j]
      let before = j > 0 ? 1 / (x[j] - x[j - 1]) : 0
      let here = 1 / width
      let after = j < cellCount - 1 ? 1 / (x[j + 2] - x[j + 1]) : 0
      func gradient(_ below: Double, _ own: Double, _ above: Double) -> SIMD4<Double> {
        SIMD4(
          -below * before, below * before - own * here, own * here - above * after, above * after)
      }
      let (below, above) = isEnd ? (0, 0) : (-(1 - bend[j]) / 24, -(1 + bend[j]) / 24)
      let own = isEnd ? 1 : 13.0 / 12
      // The slope of σ/√(1 + σ²) is the cube of this.
      let steepest = (1 - turn[j] * turn[j]).squareRoot()
      let pull = isEnd ? 0 : score[j] * width * steepest * steepest * steepest / 16
      let weight = law.weight(at: logRatio[j]).value
      bySlope[j] = gradient(below, own, above)
      byPotential[j] =
        weight
        * (gradient(below + pull, own, above - pull)
          + score[j] * SIMD4(0, 0.5 + turn[j] / 8, 0.5 - turn[j] / 8, 0))
    }
    var rows = [[Int: Double]](repeating: [:], count: 4)
    for node in 1..<(count - 1) {
      let (slopes, means) = weights(at: node)
      let (slope, inverse) = quotient(at: node)
      for q in 0..<4 where slopes[q] != 0 {
        let cell = node - 2 + q
        let entries =
          inverse * (slopes[q] * byPotential[cell] - slope * means[q] * bySlope[cell])
        for p in 0..<4 {
          let column = cell - 1 + p
          guard column >= 0, column < count else { continue }
          matrix.add(entries[p], row: node, column: column)
          if node <= 2 { rows[node - 1][column, default: 0] += entries[p] }
          if node >= count - 3 { rows[count - node][column, default: 0] += entries[p] }
        }
      }
    }
    let (low, high) = endRatios(x)
    for (row, near, far, ratio) in [(0, 0, 1, low), (count - 1, 2, 3, high)] {
      for column in Set(rows[near].keys).union(rows[far].keys)
      where abs(row - column) <= Self.bandwidth {
        let value =
          (1 + ratio) * rows[near][column, default: 0] - ratio * rows[far][column, default: 0]
        matrix.add(value, row: row, column: column)
      }
    }
    return true
  }

  /// The smaller of the two gaps beside every node: an error in these units is one of log g′.
  func errorSizes(_ x: UnsafePointer<Double>, _ sizes: UnsafeMutablePointer<Double>) -> Bool {
    let last = nodeCount - 1
    for node in 0...last {
      let before = node > 0 ? x[node] - x[node - 1] : .infinity
      let after = node < last ? x[node + 1] - x[node] : .infinity
      sizes[node] = min(before, after)
    }
    return true
  }

  /// d(log g′)/dt between the nodes, the exact rate of the discrete log g′, after `velocities`.
  func growthRates(_ x: [Double], _ velocity: [Double]) -> [Double] {
    var rates = [Double](repeating: 0, count: cellCount)
    for j in 0..<cellCount { rates[j] = (velocity[j + 1] - velocity[j]) / (x[j + 1] - x[j]) }
    return rates.indices.map { (j: Int) -> Double in
      guard j > 0, j < cellCount - 1 else { return rates[j] }
      let second: Double = rates[j + 1] - 2 * rates[j] + rates[j - 1]
      let first: Double = rates[j + 1] - rates[j - 1]
      return rates[j] - (second + columns.cells.bend[j] * first) / 24
    }
  }

  /// log g′ between the nodes, after `prepare`.
  var logSteepnesses: [Double] {
    zip(columns.values(\.log_slope), latentLogSlopes).map { $0 - $1 }
  }

  /// ∫ p_g·h(r) after `prepare`.
  ///
  /// A sum over evenly spaced j, and beyond the nodes, where p_data may still have mass, Simpson's rule along the straight
  /// continuation of g.
  func functional(_ x: [Double]) -> Double {
    let inner = (0..<cellCount).reduce(0) { (sum: Double, j: Int) -> Double in
      let ratio: Double = columns.cells.log_ratio[j]
      let logMass: Double = latentLogDensities[j] + latentLogSlopes[j] + max(ratio, 0)
      return sum + Double.exp(logMass) * law.functionalDensity(at: ratio)
    }
    let reach = data.reach(8)
    let last = nodeCount - 1
    return inner + beyond(x, last, last - 1, reach.upperBound)
      + beyond(x, 0, 1, reach.lowerBound)
  }

  private func beyond(_ x: [Double], _ end: Int, _ inner: Int, _ bound: Double) -> Double {
    guard (bound - x[end]) * (x[end] - x[inner]) > 0 else { return 0 }
    let slope = (x[end] - x[inner]) / (latents[end] - latents[inner])
    let intervals = 512
    let step = (bound - x[end]) / Double(intervals)
    let sum = (0...intervals).reduce(0) { (sum: Double, index: Int) -> Double in
      let distance = Double(index) * step
      let latent = latents[end] + distance / slope
      let density = data.logDensity(at: x[end] + distance).value
      let logGenerated = Double.logNormalDensity(latent) - Double.log(slope)
      let share: Double = index == 0 || index == intervals ? 1 : (index % 2 == 0 ? 2 : 4)
      let value = law.functionalDensity(at: density - logGenerated)
      return sum + share * Double.exp(max(density, logGenerated)) * value
    }
    return sum * abs(step) / 3
  }

  func dissipation(_ velocity: [Double]) -> Double {
    (1..<(nodeCount - 1)).reduce(0) { sum, node in
      let logSlope = (weights(at: node).mean * window(latentLogSlopes, at: node)).sum()
      let logDensity = -(latents[node] * latents[node] + Double.log(2 * Double.pi)) / 2
      return sum + Double.exp(logDensity + logSlope) * velocity[node] * velocity[node]
    }
  }
}
