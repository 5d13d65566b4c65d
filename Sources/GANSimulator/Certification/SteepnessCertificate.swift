/// What is known of the greatest steepness of a network in a box.
///
/// `certifiedLower` ≤ sup ‖J(z)‖₂ ≤ `certifiedUpper`, for the network whose weights, biases and slopes are the exact numbers of
/// the file. Where a rectifier's sum is 0, every slope between its two counts as its derivative, so that the supremum is
/// the Lipschitz constant in the box.
public struct SteepnessCertificate: Codable, Equatable, Sendable {
  /// Where the search ended.
  public enum Ending: String, Codable, Sendable {
    /// Bound and sampled maximum are as close as was asked.
    case gapReached
    /// As many boxes were examined as were allowed.
    case boxesExhausted
    /// No box can be cut further in doubles.
    case indivisible
  }

  /// The box that is spoken of.
  public let box: LatentBox
  /// The greatest steepness that was seen, in doubles, and where.
  public let sampledMaximum: Double
  public let point: [Double]
  /// A number that the steepness at that point is certainly not below.
  public let certifiedLower: Double
  /// A number that no steepness in the box is above.
  public let certifiedUpper: Double
  /// The bound of the box as a whole, before it is cut.
  public let undividedUpper: Double
  /// Boxes that were bounded.
  public let boxes: Int
  public let ending: Ending

  /// `certifiedUpper`/`sampledMaximum` − 1.
  ///
  /// - Edge cases: ∞ where the network was seen to be constant.
  public var relativeGap: Double { certifiedUpper / sampledMaximum - 1 }
}

/// How far a certification goes.
public struct CertificationSettings: Hashable, Codable, Sendable {
  /// Boxes at most.
  public var boxes: Int
  /// The relative gap between bound and sampled maximum at which it ends.
  public var relativeGap: Double
  /// The seed of the search for a steep point.
  public var seed: UInt64
  /// Points that the search draws, and climbs from the steepest of them.
  public var samples: Int
  public var climbs: Int
  /// Threads that share the boxes; changes no bit.
  public var threads: Int

  public init(
    boxes: Int = 500_000, relativeGap: Double = 0.01, seed: UInt64 = 1, samples: Int = 4096,
    climbs: Int = 8, threads: Int = 1
  ) {
    self.boxes = boxes
    self.relativeGap = relativeGap
    self.seed = seed
    self.samples = samples
    self.climbs = climbs
    self.threads = threads
  }
}
