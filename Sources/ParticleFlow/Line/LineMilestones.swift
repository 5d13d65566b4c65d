import RealModule

/// The times at which g′ reaches shares of its optimal value, from a flow's records.
///
/// Between two records log g′ is a cubic with their values and, where known, their rates.
///
/// - Accuracy: order four in the time between records with rates, two without.
public struct LineMilestones: Sendable {
  /// What was reached, and when: text for a table's head.
  public let reached: [(String, String)]

  /// The shares that are looked for.
  public static let shares = [0.01, 0.1, 0.5, 0.9, 0.99]

  /// - Shapes: one target log g′ for every latent point.
  public init(records: [LineFlowRecord], latents: [Double], targets: [Double]) {
    var reached: [(String, String)] = []
    for (latent, target) in zip(latents, targets) {
      for share in Self.shares {
        let level = target + Double.log(share)
        guard let time = Self.time(records, at: latent, reaches: level) else { continue }
        reached.append(("g′(\(latent)) = \(share)·g*′", "t = \(time)"))
      }
    }
    self.reached = reached
  }

  /// The first time at which log g′ at a latent point rises through a level, nil where it does not.
  public static func time(
    _ records: [LineFlowRecord], at latent: Double, reaches level: Double
  ) -> Double? {
    for (before, after) in zip(records, records.dropFirst()) {
      let (left, right) = (before.logSteepness(at: latent), after.logSteepness(at: latent))
      guard left < level, right >= level else { continue }
      let step = after.time - before.time
      let first = (before.growthRate(at: latent) ?? (right - left) / step) * step
      let second = (after.growthRate(at: latent) ?? (right - left) / step) * step
      let rise = right - left
      var (low, high) = (0.0, 1.0)
      for _ in 0..<60 {
        let s = (low + high) / 2
        let cubic = first + s * (3 * rise - 2 * first - second + s * (first + second - 2 * rise))
        if left + s * cubic < level { low = s } else { high = s }
      }
      return before.time + step * (low + high) / 2
    }
    return nil
  }
}
