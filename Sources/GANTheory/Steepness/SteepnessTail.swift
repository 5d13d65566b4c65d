import RealModule
import Scalars

/// An upper bound of g′ that holds from a point of the upper tail to infinity.
///
/// With i any component, ℓ = log(1/wᵢ), uᵢ = (y − μᵢ)/σᵢ ≥ 0, h the standard normal's hazard φ/Q and
/// λ = p/(1 − Ψ), which is a mean of the hazards h(uⱼ)/σⱼ:
///
/// - Q(z) = 1 − Ψ ≥ wᵢ·Q(uᵢ), and log Q is concave with slope −h, so z ≤ uᵢ + ℓ/h(uᵢ);
///   0 < h′ < 1 gives h(z) ≤ h(uᵢ) + ℓ/h(uᵢ).
/// - Let G hold i and every j that is not known to have both σⱼ ≤ σᵢ and uⱼ ≥ uᵢ; let μ̂ and σ̂ be the
///   greatest mean and deviation in G, and v = (y − μ̂)/σ̂ ≥ 0. Then h(uⱼ)/σⱼ ≥ h(v)/σ̂ for every j.
/// - uᵢ = v·σ̂/σᵢ + d with d = (μ̂ − μᵢ)/σᵢ, hence h(uᵢ) ≤ h(v) + (uᵢ − v) and, with v < h(v),
///
///   g′ = h(z)/λ ≤ σ̂·(σ̂/σᵢ + d/h(v) + ℓ/(h(uᵢ)·h(v))).
///
/// The right-hand side falls with y, and what is known of j at y stays true beyond, so it bounds g′ on
/// [y, ∞). For the component of the greatest σ (and the greatest mean among those) it tends to σ̂.
///
/// - Rigour: enclosure of the bound.
struct SteepnessTail {
  let line: LineMixture
  /// i.
  private let leading: Int

  init(_ line: LineMixture) {
    self.line = line
    leading =
      line.means.indices.max { left, right in
        let (a, b) = (line.deviations[left].approximation, line.deviations[right].approximation)
        return a == b
          ? line.means[left].approximation < line.means[right].approximation : a < b
      } ?? 0
  }

  /// log of the bound on [y, ∞), or nil where its hypotheses are not seen to hold at y.
  func logBound(from output: Ball) -> Ball? {
    let (mean, deviation) = (line.means[leading], line.deviations[leading])
    let score = (output - mean) / deviation
    var (greatestMean, greatestDeviation) = (mean, deviation)
    for (index, own) in line.scores(at: output).enumerated() where index != leading {
      let isSteeper = (deviation - line.deviations[index]).isNonNegative
      if (isSteeper && (own - score).isNonNegative) == .holds { continue }
      greatestMean = Ball.larger(greatestMean, line.means[index])
      greatestDeviation = Ball.larger(greatestDeviation, line.deviations[index])
    }
    let slowest = (output - greatestMean) / greatestDeviation
    guard (slowest.isNonNegative && score.isNonNegative) == .holds else { return nil }
    let logSlowest = Self.logHazard(slowest)
    let offset = Ball.larger(.zero, (greatestMean - mean) / deviation)
    let excess =
      offset * Ball.exp(.zero - logSlowest)
      - line.logWeights[leading] * Ball.exp(.zero - logSlowest - Self.logHazard(score))
    return Ball.log(greatestDeviation) + Ball.log(greatestDeviation / deviation + excess)
  }

  private static func logHazard(_ score: Ball) -> Ball {
    Ball.logNormalDensity(score) - Ball.logNormalUpperTail(score)
  }
}
