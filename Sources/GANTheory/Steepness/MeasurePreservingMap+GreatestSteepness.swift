import RealModule
public import Scalars

extension MeasurePreservingMap where S == Ball {
  /// An enclosure of the greatest steepness sup g′ over the whole line, and where it is attained.
  ///
  /// A search in intervals isolates the local maxima that may be the greatest; each is then polished
  /// at the working precision, and its place certified by the signs of (log g′)′ on both sides of it.
  ///
  /// - Source: Theorem 3.1 asks for a point of great steepness; this is the greatest.
  /// - Hypotheses: any weights and deviations. Of components with one mean and one σ keep a single
  ///   one: a ball cannot see that two inexact numbers are equal.
  /// - Edge cases: one component makes g affine. Where the search reaches `cellLimit`, or maxima
  ///   merge (nearly coincident modes), the answer keeps a reservation and a wide enclosure.
  /// - Accuracy: a few units in the last place of log g′ at the working precision, unless the
  ///   parameters' radii or a tie of maxima are wider; positions to the square root of that over |L″|.
  /// - Rigour: enclosure.
  public func greatestSteepness(cellLimit: Int = 50_000) -> GreatestSteepness {
    if target.components.count == 1 {
      return GreatestSteepness(
        logSteepness: .log(target.components[0].standardDeviation), isConstant: true)
    }
    let search = Ball.$precision.withValue(searchPrecision) {
      SteepnessSearch(LineMixture(target), cellLimit: cellLimit)
    }
    let guarded = Ball.precision + searchPrecision - 64
    let peaks = Ball.$precision.withValue(guarded) { () -> [PolishedPeak] in
      let line = LineMixture(target)
      return search.peaks.filter { $0.cell.logSteepness.upper >= search.attained }
        .map { PolishedPeak($0, on: line) }
    }
    guard search.reservation == nil, let first = peaks.first else {
      let undecided = search.reservation == nil ? Double.infinity : search.unresolved
      let upper = peaks.reduce(Ball(exactly: undecided)) {
        .maximum($0, $1.logSteepness.upperEnd)
      }
      return GreatestSteepness(
        logSteepness: .hull(Ball(exactly: search.attained), upper),
        reservation: search.reservation ?? "no maximum was isolated")
    }
    let greatest = peaks.dropFirst().reduce(first.logSteepness) {
      .maximum($0, $1.logSteepness)
    }
    let points = peaks.filter {
      (greatest.lowerEnd - $0.logSteepness.upperEnd).isPositive != .holds
    }
    return GreatestSteepness(
      logSteepness: greatest,
      points: points.sorted { $0.output.approximation < $1.output.approximation }
        .map { .init(latent: $0.latent, output: $0.output) })
  }

  /// Bits that let a cell of width σ²/gap be examined anywhere on the line.
  private var searchPrecision: Int {
    let deviations = target.components.map { $0.standardDeviation.approximation }
    let reach = target.modes.map(\.approximation.magnitude).max() ?? 0
    let ratio = (reach + (deviations.max() ?? 1)) / (deviations.min() ?? 1)
    return 96 + 2 * Int(Double.log2(max(1, ratio)).rounded(.up))
  }
}

/// A local maximum of L = log g′ at the working precision.
private struct PolishedPeak {
  let output: Ball
  let latent: Ball
  let logSteepness: Ball

  /// Newton's method finds a centre, about which two points with certain signs of L′ are sought: L′
  /// falls through 0 once in the cell. Concavity bounds what L gains beyond the centre.
  init(_ peak: SteepnessSearch.Peak, on line: LineMixture) {
    let cell = peak.cell
    let left = cell.left.output
    let right = cell.right.output
    var centre = SteepnessPoint(
      line, at: (cell.centre.output + Ball(exactly: peak.offsets.middle)).midpoint)
    var lastStep = (right - left).midpoint
    for _ in 0..<64 {
      let step = (centre.slope / centre.curvature).midpoint
      let next = (centre.output - step).midpoint
      let isInside = (next - left).isPositive && (right - next).isPositive
      let isShorter = (lastStep - (step + step).magnitude).isPositive
      guard (isInside && isShorter) == .holds, !centre.slope.containsZero else { break }
      centre = SteepnessPoint(line, at: next)
      lastStep = step.magnitude
    }
    // Newton's step at the centre, and a margin of some units in the last place.
    let unit = Ball.powerOfTwo(8 - Ball.precision) * (right - left + centre.output.magnitude)
    let step = Ball(exactly: 4) * (centre.slope.magnitude / centre.curvature).magnitude.upperEnd
    let reach = step.isFinite ? (unit + step).midpoint : unit.midpoint
    let lower = Self.certified(from: centre.output, towards: left, reach) {
      SteepnessPoint(line, at: $0).slope.isPositive
    }
    let upper = Self.certified(from: centre.output, towards: right, reach) {
      (Ball.zero - SteepnessPoint(line, at: $0).slope).isPositive
    }
    output = Ball.hull(lower, upper)
    latent = Ball.hull(
      SteepnessPoint(line, at: lower).latent, SteepnessPoint(line, at: upper).latent)
    let farthest = Ball.maximum(centre.output - lower, upper - centre.output)
    let gain = (centre.slope.magnitude * farthest).upperEnd
    logSteepness = Ball.hull(centre.logSteepness, centre.logSteepness + gain)
  }

  /// The first point at distance `reach`·4ᵏ at which the sign is certain, or the end of the cell.
  private static func certified(
    from centre: Ball, towards end: Ball, _ reach: Ball, sign: (Ball) -> Decision
  ) -> Ball {
    let isBelow = (centre - end).isPositive == .holds
    var distance = reach
    while ((end - centre).magnitude - distance).isPositive == .holds {
      let point = (isBelow ? centre - distance : centre + distance).midpoint
      if sign(point) == .holds { return point }
      distance = (distance * Ball(4)).midpoint
    }
    return end
  }
}
