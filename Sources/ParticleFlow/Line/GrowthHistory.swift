import GANTheory
import NumericKernel
import RealModule
import Scalars

/// How fast g′(0) grows on its way to the slope of the optimal map, for two modes ±μ.
///
/// - Source: section 3.2, implication (ii) of Theorem 3.3: 'initially grows exponentially with rate (μ² − σ²)/σ⁴'.
/// - Accuracy: that of `LineFlow` with the lagrangian scheme; rates are those of parabolas through neighbouring moments.
public struct GrowthHistory: Sendable {
  /// A moment on the way.
  public struct Moment: Sendable, Codable {
    public let time: Double
    public let logSteepness: Double
    /// d(log g′(0))/dt.
    public let rate: Double
  }

  /// μ/σ, g₀′(0)/σ and the law.
  public let relativeOffset: Double
  public let relativeSlope: Double
  public let law: VelocityLaw
  /// Ascending in time, in units of σ².
  public let moments: [Moment]
  /// The nodes of the flow.
  public let nodes: Int

  /// a = (μ² − σ²)/σ⁴ in units of σ⁻².
  public var printedRate: Double { relativeOffset * relativeOffset - 1 }
  /// log of the optimal slope over σ.
  public var logOptimum: Double { relativeOffset * relativeOffset / 2 }

  /// A history whose moments are known.
  package init(
    relativeOffset: Double, relativeSlope: Double, law: VelocityLaw, moments: [Moment], nodes: Int
  ) {
    self.relativeOffset = relativeOffset
    self.relativeSlope = relativeSlope
    self.law = law
    self.moments = moments
    self.nodes = nodes
  }

  /// Follows the flow until `share` of the way in log g′ is done, or to time 40.
  ///
  /// Laws whose w falls fast where r is small, as r² does, tear g at a front that leaves the particles in the middle behind. Where
  /// the nodes are too few for that front, the flow is computed again with twice as many, up to eight times.
  ///
  /// - Throws: `InputError` for numbers that are not positive; `NumericError` where a step fails.
  public init(
    relativeOffset: Double, relativeSlope: Double, law: VelocityLaw = .optimal, share: Double = 0.9,
    tolerance: Double = 1e-5
  ) throws {
    self.relativeOffset = relativeOffset
    self.relativeSlope = relativeSlope
    self.law = law
    let data = GaussianMixture<Double>(
      modes: [[-relativeOffset], [relativeOffset]], standardDeviation: 1)
    let problem = try LineFlowProblem(data: data, law: law, slope: relativeSlope)
    let start = Double.log(relativeSlope)
    let goal = start + share * (relativeOffset * relativeOffset / 2 - start)
    let history = try Self.history(
      problem, nodes: Int(200 + 10 * relativeOffset * relativeOffset), tolerance, goal)
    nodes = history.nodes
    // About a hundred of the integrator's moments, each further on in log g′ than the last: close together at first.
    var chosen = [(time: 0.0, value: start)]
    for (time, value) in zip(history.times, history.logSteepnesses) {
      let last = chosen[chosen.count - 1].value
      let stride = min(max(0.02, (goal - start) / 100), 0.02 + 0.1 * abs(last - start))
      if value >= min(last + stride, goal) { chosen.append((time, value)) }
      if value >= goal { break }
    }
    let initialRate = try LineFlow(problem, settings: LineFlowSettings()).record()
      .growthRate(at: 0)
    moments = chosen.indices.map { index in
      Moment(
        time: chosen[index].time, logSteepness: chosen[index].value,
        rate: index == 0 ? initialRate ?? .nan : Self.rate(at: index, of: chosen))
    }
  }

  private static func history(
    _ problem: LineFlowProblem, nodes: Int, _ tolerance: Double, _ goal: Double
  ) throws -> SlopeHistory {
    var failure: NumericError?
    for factor in [1, 2, 4, 8] {
      var greatest = -Double.infinity
      do {
        return try SlopeHistory(
          problem, at: 0, nodes: factor * nodes, tolerance: tolerance, until: 40,
          isDone: { value in
            greatest = max(greatest, value)
            return value >= goal || value < greatest - 0.01
          })
      } catch let error as NumericError {
        failure = failure ?? error
      }
    }
    guard let failure else { preconditionFailure("a loop that ends has failed") }
    throw failure
  }

  /// The slope of the parabola through a point and its neighbours; at the last point through the two before.
  private static func rate(at index: Int, of points: [(time: Double, value: Double)]) -> Double {
    let middle = min(max(index, 1), points.count - 2)
    guard middle > 0 else {
      return (points[1].value - points[0].value) / (points[1].time - points[0].time)
    }
    let (a, b, c) = (points[middle - 1], points[middle], points[middle + 1])
    let before = (b.value - a.value) / (b.time - a.time)
    let after = (c.value - b.value) / (c.time - b.time)
    let bend = (after - before) / (c.time - a.time)
    return before + bend * (2 * points[index].time - a.time - b.time)
  }

  /// The rate when log g′ has done a share of its way, by interpolation; nil where it did not get there.
  public func rate(atShare share: Double) -> Double? {
    let start = moments[0].logSteepness
    let level = start + share * (logOptimum - start)
    if share == 0 { return moments[0].rate }
    for (before, after) in zip(moments, moments.dropFirst())
    where before.logSteepness < level && after.logSteepness >= level {
      let s = (level - before.logSteepness) / (after.logSteepness - before.logSteepness)
      return before.rate + s * (after.rate - before.rate)
    }
    return nil
  }

  /// The factor by which g′ grows while its rate falls from a fraction above the printed one, or from the start, to the same
  /// fraction below; 1 where it is below from the start, nil where it never falls so far.
  ///
  /// - Accuracy: straight lines between moments.
  public func growth(within fraction: Double) -> Double? {
    let first = logSteepness(whereRateFallsTo: (1 + fraction) * printedRate)
    guard let last = logSteepness(whereRateFallsTo: (1 - fraction) * printedRate) else {
      return nil
    }
    return Double.exp(last - (first ?? moments[0].logSteepness))
  }

  private func logSteepness(whereRateFallsTo level: Double) -> Double? {
    if moments[0].rate <= level { return moments[0].logSteepness }
    for (before, after) in zip(moments, moments.dropFirst())
    where before.rate > level && after.rate <= level {
      let s = (before.rate - level) / (before.rate - after.rate)
      return before.logSteepness + s * (after.logSteepness - before.logSteepness)
    }
    return nil
  }
}
