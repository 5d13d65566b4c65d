import GANTheory
import NumericKernel
import RealModule
import Scalars

/// N particles on the line that carry their density along: Algorithm 1 with the exact optimal discriminator of the cloud.
///
/// Particle i starts at g₀ of the quantile z = Φ⁻¹((i − ½)/N) and moves by x ← x + s·v(x), with log p_g = log φ(z) − log g′ and g′ from the
/// neighbours; see `LagrangianScheme`. Nothing is estimated and nothing is drawn.
///
/// - Source: Algorithm 1 with d optimal.
/// - Accuracy: order one in s; order four in 1/N in the bulk, less in the outermost particles, which have one neighbour.
public struct LineParticles {
  /// The order in s.
  public static let claimedOrder = 1

  public let problem: LineFlowProblem
  /// The latent points, ascending.
  public let latents: [Double]
  public private(set) var positions: [Double]
  public private(set) var time = 0.0

  private let scheme: LagrangianScheme

  /// - Throws: `InputError` for fewer than 8 particles.
  public init(_ problem: LineFlowProblem, count: Int) throws {
    guard (8...1_000_000).contains(count) else {
      throw InputError(
        argument: "--count", value: "\(count)", rule: "must be between 8 and 1,000,000",
        remedy: "100 particles show the bulk")
    }
    self.problem = problem
    latents = Self.quantiles(count)
    scheme = LagrangianScheme(latents: latents, data: problem.data, law: problem.law)
    positions = latents.map(problem.start.value)
  }

  /// Φ⁻¹((i − ½)/N), ascending.
  public static func quantiles(_ count: Int) -> [Double] {
    (1...count).map { index in
      let (below, above) = (Double(2 * index - 1), Double(2 * (count - index) + 1))
      let total = Double(2 * count)
      return Double.normalQuantile(
        logLower: Double.log(below / total), logUpper: Double.log(above / total))
    }
  }

  /// The longest step that damps the fastest mode of the neighbours: 2 over the largest eigenvalue's bound.
  ///
  /// The differences of fourth order multiply a zigzag by at most 4·(7/6)² over the square of the gap, times w.
  public func longestStep() -> Double {
    guard prepare() else { return 0 }
    let rate = scheme.logRatios.indices.reduce(0.0) { greatest, j in
      let gap = positions[j + 1] - positions[j]
      let weight = problem.law.weight(at: scheme.logRatios[j]).value
      return max(greatest, 4 * (7.0 / 6) * (7.0 / 6) * weight / (gap * gap))
    }
    return 2 / rate
  }

  private func prepare() -> Bool {
    positions.withUnsafeBufferPointer { $0.baseAddress.map(scheme.prepare) ?? false }
  }

  /// Takes steps of the same length up to a time.
  ///
  /// - Throws: `FlowError` where a step is longer than `longestStep`, or particles have overtaken each other.
  public mutating func advance(to end: Double, step: Double) throws {
    precondition(step > 0 && end >= time, "step > 0, end ≥ time")
    guard (end - time) / step <= 1e7 else {
      throw FlowError(
        quantity: "step", value: "\(step)", rule: "makes over 10,000,000 steps to \(end)",
        remedy: "take longer steps and fewer particles, or an earlier time")
    }
    let count = Int(((end - time) / step).rounded(.up))
    let length = (end - time) / Double(max(count, 1))
    var velocities = positions
    for index in 0..<count {
      if index % 64 == 0 { try check(length) }
      let isOrdered = positions.withUnsafeBufferPointer { from in
        velocities.withUnsafeMutableBufferPointer { to in
          guard let from = from.baseAddress, let to = to.baseAddress else { return false }
          return scheme.velocities(from, to)
        }
      }
      guard isOrdered else { throw Self.tooLong(step, longest: 0) }
      for place in positions.indices { positions[place] += length * velocities[place] }
    }
    guard prepare() else { throw Self.tooLong(step, longest: 0) }
    time = end
  }

  private func check(_ step: Double) throws {
    let longest = longestStep()
    guard step <= longest else { throw Self.tooLong(step, longest: longest) }
  }

  private static func tooLong(_ step: Double, longest: Double) -> FlowError {
    FlowError(
      quantity: "step", value: "\(step)",
      rule: longest > 0
        ? "is longer than \(longest), beyond which neighbours overtake each other"
        : "has let particles overtake each other",
      remedy: "take a shorter step, or fewer particles: the longest step falls with N²")
  }

  /// Where the particles would be after infinitely short steps, to second order in the step: twice these places less those after
  /// steps twice as long.
  public func extrapolated(fromLongerSteps longer: LineParticles) -> [Double] {
    precondition(longer.latents == latents && longer.time == time, "the same particles and time")
    return zip(positions, longer.positions).map { 2 * $0 - $1 }
  }

  /// The strong error, the root mean square distance of places from where the flow has the same latent points, and the weak one,
  /// that of the mean of |x| over them against ∫ |g|·φ.
  ///
  /// The particles themselves are the rule of midpoints for that integral, with an error of about 1/N of its own, since quantiles leave
  /// out what the outermost of them should stand for.
  public func errors(
    of places: [Double], against flow: LineFlowRecord
  ) -> (strong: Double, weak: Double) {
    precondition(places.count == latents.count, "one place a particle")
    let count = Double(latents.count)
    let square = zip(places, latents).reduce(0.0) { (sum: Double, pair: (Double, Double)) in
      let distance = pair.0 - flow.output(at: pair.1)
      return sum + distance * distance
    }
    let mean = places.reduce(0) { $0 + abs($1) } / count
    let step = 1.0 / 256
    let exact = (-1400...1400).reduce(0.0) { (sum: Double, index: Int) in
      let latent = Double(index) * step
      return sum + step * Double.normalDensity(latent) * abs(flow.output(at: latent))
    }
    return ((square / count).squareRoot(), abs(mean - exact))
  }
}
