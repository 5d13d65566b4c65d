import Scalars

/// Ranges of the score and of its slope over a cell, from those of the components' shares.
///
/// Components whose share stays below e⁻⁸⁰ are kept apart: the others share what these leave, so only
/// their number is squared.
///
/// - Rigour: enclosures.
struct ShareRanges {
  /// s = Σ ρⱼ·aⱼ with aⱼ = (μⱼ − y)/σⱼ².
  let score: DoubleInterval
  /// s′ = Var(a) − Σ ρⱼ/σⱼ².
  let scoreSlope: DoubleInterval

  init(_ line: LineMixture, around centre: SteepnessPoint, over offsets: DoubleInterval) {
    let precisions = line.precisionRanges
    let halfSquare = offsets.squared * DoubleInterval(0.5)
    /// The range of log ρⱼ/ρᵢ, a quadratic of the offset.
    func logRatio(_ one: Int, to other: Int) -> DoubleInterval {
      centre.logShares[one] - centre.logShares[other]
        + (centre.pulls[one] - centre.pulls[other]) * offsets
        - (precisions[one] - precisions[other]) * halfSquare
    }
    let leading = centre.logShares.indices.max {
      centre.logShares[$0].upper < centre.logShares[$1].upper
    }!
    let bounds = precisions.indices.map { $0 == leading ? 0 : logRatio($0, to: leading).upper }
    let active = bounds.indices.filter { bounds[$0] >= -80 }
    // Any constant would do: it is taken out because Σ ρⱼ = 1.
    let meanPrecision = DoubleInterval(precisions[leading].middle)
    // aⱼ(y) − s(m) + κ(y − m), small where few components matter.
    let relative = precisions.indices.map {
      centre.pulls[$0] - (precisions[$0] - meanPrecision) * offsets
    }
    var (score, precision, variance) = (DoubleInterval.zero, meanPrecision, DoubleInterval.zero)

    // ρⱼ ≤ ρⱼ/ρᵢ of the leading i.
    var lost = 0.0
    let everywhere = DoubleInterval(
      relative.map(\.lower).min() ?? 0, relative.map(\.upper).max() ?? 0)
    for index in bounds.indices where bounds[index] < -80 {
      let share = DoubleInterval(0, DoubleInterval.exp(DoubleInterval(bounds[index])).upper)
      lost = (lost + share.upper).nextUp
      score = score + share * relative[index]
      precision = precision + share * (precisions[index] - meanPrecision)
      variance = variance + share * (everywhere - relative[index]).squared
    }

    let kept = DoubleInterval((1 - lost).nextDown, 1)
    let shares = active.map { own in
      var sum = DoubleInterval(1)
      for other in active where other != own {
        sum = sum + DoubleInterval.exp(logRatio(other, to: own))
      }
      return (kept / sum).sharpened(by: DoubleInterval(0, 1))
    }
    for (share, index) in zip(shares, active) {
      score = score + share * relative[index]
      precision = precision + share * (precisions[index] - meanPrecision)
    }
    for one in active.indices {
      for other in active.indices.prefix(one) {
        variance =
          variance + shares[one] * shares[other]
          * (relative[active[one]] - relative[active[other]]).squared
      }
    }
    self.score = DoubleInterval(centre.score) - meanPrecision * offsets + score
    scoreSlope = variance - precision
  }
}
