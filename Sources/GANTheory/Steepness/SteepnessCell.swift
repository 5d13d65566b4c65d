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
    let shares = Shares(line, around: centre, over: offsets)
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

/// Ranges of the score and of its slope over a cell, from those of the components' shares.
private struct Shares {
  /// s = Σ ρⱼ·aⱼ with aⱼ = (μⱼ − y)/σⱼ².
  let score: DoubleInterval
  /// s′ = Var(a) − Σ ρⱼ/σⱼ².
  let scoreSlope: DoubleInterval

  init(_ line: LineMixture, around centre: SteepnessPoint, over offsets: DoubleInterval) {
    let precisions = line.precisions.map { DoubleInterval($0) }
    let halfSquare = offsets.squared * DoubleInterval(0.5)
    let count = precisions.count
    // Any constant will do here: it is taken out because Σ ρⱼ = 1.
    let meanPrecision = DoubleInterval(
      zip(centre.logShares, precisions).max { $0.0.upper < $1.0.upper }?.1.middle ?? 0)
    let ranges = (0..<count).map { own in
      Self.share(of: own, among: centre, precisions, offsets, halfSquare)
    }
    // aⱼ(y) − s(m) + κ(y − m), small where few components matter.
    let relative = (0..<count).map {
      centre.pulls[$0] - (precisions[$0] - meanPrecision) * offsets
    }
    var relativeScore = DoubleInterval.zero
    var precision = meanPrecision
    var variance = DoubleInterval.zero
    for index in 0..<count {
      relativeScore = relativeScore + ranges[index] * relative[index]
      precision = precision + ranges[index] * (precisions[index] - meanPrecision)
      for other in 0..<index {
        variance =
          variance + ranges[index] * ranges[other] * (relative[index] - relative[other]).squared
      }
    }
    score = DoubleInterval(centre.score) - meanPrecision * offsets + relativeScore
    scoreSlope = variance - precision
  }

  /// ρⱼ = 1/Σᵢ exp(tᵢ − tⱼ), where the exponents are quadratic in the offset.
  private static func share(
    of own: Int, among centre: SteepnessPoint, _ precisions: [DoubleInterval],
    _ offsets: DoubleInterval, _ halfSquare: DoubleInterval
  ) -> DoubleInterval {
    var sum = DoubleInterval(1)
    for other in precisions.indices where other != own {
      let exponent =
        centre.logShares[other] - centre.logShares[own]
        + (centre.pulls[other] - centre.pulls[own]) * offsets
        - (precisions[other] - precisions[own]) * halfSquare
      sum = sum + DoubleInterval.exp(exponent)
    }
    return (DoubleInterval(1) / sum).sharpened(by: DoubleInterval(0, 1))
  }
}
