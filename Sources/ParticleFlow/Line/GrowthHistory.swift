import GANTheory
import NumericKernel
import RealModule
import Scalars

/// How fast g′(0) grows on its way to the slope of the optimal map, for two modes ±μ.
///
/// - Source: section 3.2, implication (ii) of Theorem 3.3: 'initially grows exponentially with rate (μ² − σ²)/σ⁴'.
/// - Accuracy: that of `LineFlow` with the lagrangian scheme; rates are those of polynomials in time through five of the
///   integrator's moments, the first that of the equation, and between moments cubics in log g′.
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
    // About a hundred and fifty of the integrator's moments, each further on in log g′ than the last: close together at first.
    let initialRate = try LineFlow(problem, settings: LineFlowSettings()).record()
      .growthRate(at: 0)
    let slopes = LocalPolynomial(count: 5)
    var chosen = [Moment(time: 0, logSteepness: start, rate: initialRate ?? .nan)]
    for (index, value) in history.logSteepnesses.enumerated() {
      let last = chosen[chosen.count - 1].logSteepness
      let stride = min(max(0.01, (goal - start) / 200), 0.01 + 0.04 * abs(last - start))
      if value >= min(last + stride, goal) {
        chosen.append(
          Moment(
            time: history.times[index], logSteepness: value,
            rate: slopes.slope(
              atIndex: index, abscissas: history.times, values: history.logSteepnesses)))
      }
      if value >= goal { break }
    }
    moments = chosen
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

  /// The rate when log g′ has done a share of its way, by interpolation; nil where it did not get there.
  public func rate(atShare share: Double) -> Double? {
    let start = moments[0].logSteepness
    let level = start + share * (logOptimum - start)
    if share == 0 { return moments[0].rate }
    guard moments[moments.count - 1].logSteepness >= level else { return nil }
    return LocalPolynomial(count: 4).value(
      at: level, abscissas: moments.map(\.logSteepness), values: moments.map(\.rate))
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
