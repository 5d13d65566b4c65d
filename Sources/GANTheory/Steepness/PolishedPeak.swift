import Scalars

/// A local maximum of L = log g′ at the working precision.
struct PolishedPeak {
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
    let farthest = Ball.larger(centre.output - lower, upper - centre.output)
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
