import GANTheory
import RealModule
import Scalars

/// How fast g′(0) grows on its way to the slope of the optimal map, for two modes ±μ.
///
/// - Source: section 3.2, implication (ii) of Theorem 3.3: 'initially grows exponentially with rate (μ² − σ²)/σ⁴'.
/// - Accuracy: that of `LineFlow` with the lagrangian scheme.
public struct GrowthHistory: Sendable {
  /// A moment on the way.
  public struct Moment: Sendable {
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

  /// a = (μ² − σ²)/σ⁴ in units of σ⁻².
  public var printedRate: Double { relativeOffset * relativeOffset - 1 }
  /// log of the optimal slope over σ.
  public var logOptimum: Double { relativeOffset * relativeOffset / 2 }

  /// Follows the flow until `share` of the way in log g′ is done, or to time 40.
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
    var settings = LineFlowSettings()
    settings.tolerance = tolerance
    settings.nodes = Int(200 + 10 * relativeOffset * relativeOffset)
    let flow = try LineFlow(
      LineFlowProblem(data: data, law: law, slope: relativeSlope), settings: settings)
    var moments: [Moment] = []
    let start = Double.log(relativeSlope)
    let goal = start + share * (relativeOffset * relativeOffset / 2 - start)
    let first = flow.record()
    moments.append(
      Moment(time: 0, logSteepness: start, rate: first.growthRate(at: 0) ?? .nan))
    // About a hundred and fifty moments, each further on in log g′ at the rate of the last: close together at first. The rate
    // is that of the parabola through the last moment with its rate and the new one.
    while let last = moments.last, last.logSteepness < goal, last.time < 40, last.rate > 0 {
      let stride = min(
        max(0.02, (goal - start) / 100), 0.02 + 0.1 * abs(last.logSteepness - start))
      try flow.advance(to: last.time + min(stride / last.rate, 1))
      let value = flow.record().logSteepness(at: 0)
      guard value > last.logSteepness else { break }
      let mean = (value - last.logSteepness) / (flow.time - last.time)
      let before = moments.count > 1 ? moments[moments.count - 2] : nil
      let change =
        before.map { before -> Double in
          let former = (last.logSteepness - before.logSteepness) / (last.time - before.time)
          return (mean - former) / (flow.time - before.time) * (flow.time - last.time)
        } ?? (mean - last.rate)
      moments.append(Moment(time: flow.time, logSteepness: value, rate: mean + change))
    }
    self.moments = moments
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
