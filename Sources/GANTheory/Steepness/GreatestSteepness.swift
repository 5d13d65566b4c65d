public import Scalars

/// The supremum of g′ over the whole line, where it is attained, and what stayed undecided.
///
/// The supremum is attained unless g is affine, when every point attains it. For in either tail the
/// component of the greatest σ wins, and among those the outermost, with weight w < 1; there
/// g′ = σ·(1 + log(1/w)/u² + …) lies above its limit σ. So g′ exceeds its limits at ±∞ somewhere.
public struct GreatestSteepness: Sendable {
  /// A point at which g′ may be greatest.
  public struct Point: Sendable {
    /// An enclosure of z.
    public let latent: Ball
    /// An enclosure of y = g(z).
    public let output: Ball
  }

  /// An enclosure of log sup g′: wide, and still right, where the search stopped early.
  public let logSteepness: Ball

  /// Enclosures of local maxima of g′ of which one at least is the greatest: several where they are
  /// equal or cannot be told apart. Empty where g is affine or the search stopped early.
  public let points: [Point]

  /// Whether g is affine, so that g′ is the same everywhere.
  public let isConstant: Bool

  /// Why the search stopped early, if it did.
  public let reservation: String?

  init(
    logSteepness: Ball, points: [Point] = [], isConstant: Bool = false, reservation: String? = nil
  ) {
    self.logSteepness = logSteepness
    self.points = points
    self.isConstant = isConstant
    self.reservation = reservation
  }
}

/// Cells that hold one local maximum of g′ each, and a bound on g′ everywhere else.
public struct SteepnessPeaks: Sendable {
  /// Nil where there is one component only, so that g is affine.
  let search: SteepnessSearch?
  /// The bits at which the cells were examined.
  let precision: Int
}
