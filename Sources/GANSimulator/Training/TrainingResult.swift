/// How far a training run is.
public struct Progress: Sendable {
  /// How many iterations were taken.
  public var iteration: Int
  /// How many iterations the experiment has.
  public var iterations: Int
  /// The measurement that was just taken.
  public var measurement: MeasuredIteration
}

/// What a training run came to: the contents of `result.json` when it is complete or was stopped.
public struct TrainingResult: Hashable, Codable, Sendable {
  /// The name of the experiment.
  public var experiment: String
  /// The seed of the run.
  public var seed: UInt64
  /// How many iterations were taken.
  public var iteration: Int
  /// Whether these are all that the experiment has.
  public var isComplete: Bool
  /// Why it was stopped before, where it was.
  public var stopped: String?
  /// What the rule saw that stopped the run early, where one did.
  public var earlyStop: StoppingExamination?
  /// The last measurement.
  public var last: MeasuredIteration
  /// The largest mean steepness measured.
  public var largestMeanSteepness: Double
  /// The first iteration with that steepness.
  public var iterationOfLargestMeanSteepness: Int
}

/// A stretch of iterations and the time it took, for `timing.json`.
struct TimedStretch: Codable {
  var fromIteration: Int
  var toIteration: Int
  var seconds: Double
}
