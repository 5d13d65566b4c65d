import RealModule

/// The times at which g′ reaches shares of its optimal value, from a flow's own steps.
///
/// Between two steps time is a polynomial of log g′ through the last of them.
///
/// - Accuracy: order four in the time between steps.
public struct LineMilestones: Sendable, Codable {
  /// The shares that are looked for.
  public static let shares = [0.01, 0.1, 0.5, 0.9, 0.99]

  /// A step: its time, and log g′ at every latent point.
  private struct Sample: Codable {
    let time: Double
    let logSteepnesses: [Double]
  }

  public let latents: [Double]
  /// log of the optimal g′ at every latent point.
  public let targets: [Double]
  /// The first time at which every share is reached, nil while it is not: `times[point][share]`.
  public private(set) var times: [[Double?]]
  private var samples: [Sample] = []

  /// - Shapes: one target for every latent point.
  public init(latents: [Double], targets: [Double]) {
    precondition(latents.count == targets.count, "one target a latent point")
    self.latents = latents
    self.targets = targets
    times = latents.map { _ in Self.shares.map { _ in nil } }
  }

  /// Takes in the flow after a step.
  ///
  /// - Shapes: times ascend; one logarithm for every latent point.
  public mutating func note(time: Double, logSteepnesses: [Double]) {
    if let last = samples.last, last.time >= time { return }
    samples.append(Sample(time: time, logSteepnesses: logSteepnesses))
    if samples.count > 4 { samples.removeFirst() }
    for point in latents.indices {
      for (index, share) in Self.shares.enumerated() where times[point][index] == nil {
        times[point][index] = crossing(point, targets[point] + Double.log(share))
      }
    }
  }

  /// The time at which log g′ rises through a level in the last step, nil where it does not.
  private func crossing(_ point: Int, _ level: Double) -> Double? {
    guard samples.count > 1 else { return nil }
    let (before, after) = (samples[samples.count - 2], samples[samples.count - 1])
    let (left, right) = (before.logSteepnesses[point], after.logSteepnesses[point])
    guard left < level, right >= level else { return nil }
    let values = samples.map { $0.logSteepnesses[point] }
    guard zip(values, values.dropFirst()).allSatisfy({ $0 < $1 }) else {
      return before.time + (after.time - before.time) * (level - left) / (right - left)
    }
    // Times from the last step's start, whose small differences would be lost beside a late time.
    let time = LocalPolynomial(count: values.count).value(
      at: level, abscissas: values, values: samples.map { $0.time - before.time })
    return before.time + max(0, min(time, after.time - before.time))
  }

  /// What was reached, and when: text for a table's head.
  public var reached: [(String, String)] {
    zip(latents, times).flatMap { latent, times in
      zip(Self.shares, times).compactMap { share, time in
        time.map { ("g′(\(latent)) = \(share)·g*′", "t = \($0)") }
      }
    }
  }
}
