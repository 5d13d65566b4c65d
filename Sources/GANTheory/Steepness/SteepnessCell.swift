import Scalars

/// Enclosures of L = log g′ and its derivatives over a cell of the target's line.
///
/// Expansions about an inner point, sharpened by one another until nothing more is gained:
/// L(y) ∈ L(m) + L′(cell)·(y − m), and likewise for L′ and the score.
///
/// - Rigour: enclosures.
struct SteepnessCell {
  let left: SteepnessPoint
  let right: SteepnessPoint
  let centre: SteepnessPoint
  /// y − m over the cell.
  let offsets: DoubleInterval
  /// L over the cell.
  private(set) var logSteepness: DoubleInterval
  /// L′ over the cell.
  private(set) var slope: DoubleInterval
  /// L″ over the cell.
  private(set) var curvature: DoubleInterval

  init(_ line: LineMixture, left: SteepnessPoint, centre: SteepnessPoint, right: SteepnessPoint) {
    self.left = left
    self.right = right
    self.centre = centre
    offsets = DoubleInterval(Ball.hull(left.output - centre.output, right.output - centre.output))
    // g⁻¹ increases.
    let latent = DoubleInterval(left.latent.lowerBound, right.latent.upperBound)
    let shares = ShareRanges(line, around: centre, over: offsets)
    let halfSquare = offsets.squared * DoubleInterval(0.5)
    let score = DoubleInterval(centre.score)
    let scoreRange = shares.score.sharpened(by: score + shares.scoreSlope * offsets)
    let logDensityGain = (scoreRange * offsets).sharpened(
      by: score * offsets + shares.scoreSlope * halfSquare)

    let centreLog = DoubleInterval(centre.logSteepness)
    let centreSlope = DoubleInterval(centre.slope)
    // L(y) = L(m) + (z(m)² − z(y)²)/2 − (log p(y) − log p(m)).
    let latentGain =
      (DoubleInterval(centre.latent).squared - latent.squared) * DoubleInterval(0.5)
    var logSteepness = centreLog + latentGain - logDensityGain
    var slope = DoubleInterval(-.infinity, .infinity)
    var curvature = DoubleInterval(-.infinity, .infinity)
    for _ in 0..<4 {
      let inverse = DoubleInterval.exp(-logSteepness)
      let flow = latent * inverse
      slope = (-flow - scoreRange).sharpened(by: slope)
      curvature = (-shares.scoreSlope - inverse.squared + flow * slope).sharpened(by: curvature)
      slope = slope.sharpened(by: centreSlope + curvature * offsets)
      let before = logSteepness
      logSteepness = logSteepness.sharpened(by: centreLog + slope * offsets)
        .sharpened(by: centreLog + centreSlope * offsets + curvature * halfSquare)
      if !(logSteepness.upper - logSteepness.lower < 0.7 * (before.upper - before.lower)) { break }
    }
    // g′ = h(z)/λ, where h and the bound below λ increase outward: h at one end, the bound at the other.
    var greatest = logSteepness.upper
    if left.isUpper, right.isUpper {
      greatest = min(greatest, (right.logLatentHazard - left.logLeastHazard).upperBound)
    } else if !left.isUpper, !right.isUpper {
      greatest = min(greatest, (left.logLatentHazard - right.logLeastHazard).upperBound)
    }
    self.logSteepness = DoubleInterval(min(logSteepness.lower, greatest), greatest)
    self.slope = slope
    self.curvature = curvature
  }

  /// Where L′ may vanish, relative to the centre, by one step of the interval Newton method; nil where
  /// L is not seen to be concave.
  var criticalOffsets: DoubleInterval? {
    guard curvature.upper < 0 else { return nil }
    return -(DoubleInterval(centre.slope) / curvature)
  }
}
