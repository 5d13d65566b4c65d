import RealModule
import Scalars

/// A mixture on the line, with what every point of it needs worked out once at a precision.
struct LineMixture {
  let mixture: GaussianMixture<Ball>
  let means: [Ball]
  let deviations: [Ball]
  /// 1/σⱼ².
  let precisions: [Ball]
  let precisionRanges: [DoubleInterval]
  /// log wⱼ.
  let logWeights: [Ball]
  /// log wⱼ/σⱼ.
  let logHeights: [Ball]

  init(_ mixture: GaussianMixture<Ball>) {
    self.mixture = mixture
    means = mixture.modes
    deviations = mixture.components.map(\.standardDeviation)
    precisions = deviations.map { Ball(1) / $0.squared }
    precisionRanges = precisions.map { DoubleInterval($0) }
    logWeights = mixture.components.map { Ball.log($0.weight) }
    logHeights = zip(logWeights, deviations).map { $0 - Ball.log($1) }
  }

  var count: Int { means.count }

  /// (y − μⱼ)/σⱼ for every component.
  func scores(at output: Ball) -> [Ball] {
    means.indices.map { (output - means[$0]) / deviations[$0] }
  }
}

/// g⁻¹, log g′ and the derivatives of log g′ by y at one point y of the target's line.
///
/// With L = log g′, z = g⁻¹(y) and s = (log p)′:
/// L = log φ(z) − log p, z′ = e⁻ᴸ, L′ = −z·e⁻ᴸ − s, L″ = −s′ − e⁻²ᴸ + z·e⁻ᴸ·L′.
///
/// - Source: derivative of the inverse function; differentiated.
/// - Rigour: enclosures, in balls at the working precision.
struct SteepnessPoint {
  let output: Ball
  let latent: Ball
  let logSteepness: Ball
  let slope: Ball
  let curvature: Ball
  /// s = ∇log p.
  let score: Ball
  /// Whether the hazards are those of the upper tail, which is so near and beyond the median.
  let isUpper: Bool
  /// log of the least hazard minⱼ φ(uⱼ)/σⱼQ(uⱼ), or of its mirror image where `isUpper` is false.
  ///
  /// p/(1 − Ψ) is a mean of these hazards, so it is not below their least, which grows with y.
  let logLeastHazard: Ball
  /// log of the standard normal's hazard φ(z)/Q(z), mirrored likewise.
  let logLatentHazard: Ball
  /// log ρⱼ, the share of component j in p.
  let logShares: [DoubleInterval]
  /// (μⱼ − y)/σⱼ² − s.
  let pulls: [DoubleInterval]

  init(_ line: LineMixture, at output: Ball) {
    let scores = line.scores(at: output)
    let terms = zip(line.logHeights, scores).map { $0 - $1.squared / Ball(2) }
    // log p + log √(2π): the constant cancels against that of φ.
    let total = logSumExp(terms)
    let shares = terms.map { Ball.exp($0 - total) }
    let pulls = zip(scores, line.deviations).map { (Ball.zero - $0) / $1 }
    var score = Ball.zero
    for (share, pull) in zip(shares, pulls) { score += share * pull }
    var scoreSlope = Ball.zero
    for index in shares.indices {
      scoreSlope += shares[index] * ((pulls[index] - score).squared - line.precisions[index])
    }

    let tails = Tails(line, scores)
    latent = tails.latent
    logSteepness = (Ball.zero - latent.squared / Ball(2)) - total
    let inverse = Ball.exp(.zero - logSteepness)
    slope = (Ball.zero - latent * inverse) - score
    curvature = (Ball.zero - scoreSlope) - inverse.squared + latent * inverse * slope
    self.score = score
    self.output = output
    isUpper = tails.isUpper
    logLeastHazard = tails.logLeastHazard
    logLatentHazard = Ball.logNormalDensity(latent) - tails.logTail
    logShares = terms.map { DoubleInterval($0 - total) }
    self.pulls = pulls.map { DoubleInterval($0 - score) }
  }

  /// The smaller tail of the mixture at a point.
  private struct Tails {
    let isUpper: Bool
    let latent: Ball
    /// log min(Ψ, 1 − Ψ), up to the choice at the median.
    let logTail: Ball
    let logLeastHazard: Ball

    init(_ line: LineMixture, _ scores: [Ball]) {
      var lower = 0.0
      for (component, score) in zip(line.mixture.components, scores) {
        lower += component.weight.approximation * Double.normalCDF(score.approximation)
      }
      isUpper = lower > 0.5
      let outward = isUpper ? scores : scores.map { Ball.zero - $0 }
      let logTails = outward.map(Ball.logNormalUpperTail)
      logTail = logSumExp(zip(line.logWeights, logTails).map(+))
      let distance = Ball.normalQuantile(
        logLower: .log(.zero - .expMinusOne(logTail)), logUpper: logTail)
      latent = isUpper ? distance : .zero - distance
      let hazards = outward.indices.map {
        Ball.logNormalDensity(outward[$0]) - logTails[$0] - Ball.log(line.deviations[$0])
      }
      logLeastHazard = hazards.dropFirst().reduce(hazards[0], Ball.smaller)
    }
  }
}
