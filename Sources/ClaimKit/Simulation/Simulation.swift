public import NumericKernel
public import Scalars

/// A claim about runs of something random: the event happens in at least a share of them.
public struct Simulation: Sendable {
  /// The event, in words.
  public let text: String
  /// p: the least probability that is claimed.
  public let proportion: Rational
  /// c: how sure the answer must be.
  public let confidence: Rational
  /// Whether the event happens in the run that a stream fixes.
  public let happens: @Sendable (RandomStream) throws -> Bool
  /// A variant of the run of which the claim is false, which the same test must contradict.
  public let control: @Sendable (RandomStream) throws -> Bool

  /// - Hypotheses: 0 < p < 1, 0 < c < 1.
  public init(
    _ text: String, inAtLeast proportion: Rational, confidence: Rational,
    happens: @escaping @Sendable (RandomStream) throws -> Bool,
    control: @escaping @Sendable (RandomStream) throws -> Bool
  ) {
    precondition(proportion > 0 && proportion < 1, "0 < proportion < 1")
    precondition(confidence > 0 && confidence < 1, "0 < confidence < 1")
    self.text = text
    self.proportion = proportion
    self.confidence = confidence
    self.happens = happens
    self.control = control
  }
}

/// What a sequence of runs says about a probability.
public struct SimulationReport: Sendable, Codable, Equatable {
  /// Whether the probability is at least the claimed one; undecided where the budget ended first.
  public let decision: Decision
  public let runs: Int
  public let successes: Int
  /// Bounds of the probability that hold at the stated confidence at every look together.
  public let lower: Double
  public let upper: Double
  /// How many times the interval was looked at.
  public let looks: Int
  /// Runs that threw an error, and the first error. They count as runs in which the event did not happen.
  public let failures: Int
  public let firstFailure: String?
}

/// A sequential test of a probability by Clopper–Pearson intervals.
///
/// The interval is looked at after 16, 32, 64, … runs and at the end of the budget. Look j has the error
/// probability α/(j(j + 1)), which sums to α = 1 − c over all looks: however the sequence ends, the
/// statement is false with probability at most α.
public struct SequentialTest: Sendable {
  public let proportion: Double
  public let confidence: Double
  /// The most runs.
  public let budget: Int

  public init(proportion: Double, confidence: Double, budget: Int) {
    precondition(budget > 0, "budget > 0")
    self.proportion = proportion
    self.confidence = confidence
    self.budget = budget
  }

  /// Runs until the interval lies on one side of the proportion, or the budget ends.
  ///
  /// Run k draws from the part `run-k` of the stream: the same seed gives the same runs, and each can be
  /// repeated alone.
  public func report(
    _ stream: RandomStream, _ happens: (RandomStream) throws -> Bool
  ) -> SimulationReport {
    var (runs, successes, failures, look) = (0, 0, 0, 0)
    var firstFailure: String?
    var nextLook = min(16, budget)
    while true {
      do {
        if try happens(stream.split("run-\(runs)")) { successes += 1 }
      } catch {
        failures += 1
        firstFailure = firstFailure ?? "run \(runs): \(error)"
      }
      runs += 1
      guard runs == nextLook else { continue }
      look += 1
      nextLook = min(2 * nextLook, budget)
      let errorShare = (1 - confidence) / Double(look * (look + 1))
      let interval = BinomialInterval.clopperPearson(
        successes: successes, trials: runs, confidence: 1 - errorShare)
      let decision: Decision =
        interval.lowerBound >= proportion
        ? .holds : interval.upperBound < proportion ? .fails : .undecided
      guard decision != .undecided || runs == budget else { continue }
      return SimulationReport(
        decision: decision, runs: runs, successes: successes, lower: interval.lowerBound,
        upper: interval.upperBound, looks: look, failures: failures, firstFailure: firstFailure)
    }
  }
}
