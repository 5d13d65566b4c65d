public import Scalars

extension MeasurePreservingMap where S == Ball {
  /// An enclosure of g(z) = Ψ⁻¹(Φ(z)).
  ///
  /// - Source: section 3.2.
  /// - Edge cases: a wide `latent` gives the hull of the values at its ends, since g increases; the
  ///   whole line where no bracket is certified.
  /// - Accuracy: as `GaussianMixture.quantile`. Between modes 2ᵏ is lost to the slope 2ᵏ of g, so raise
  ///   the precision until the answer is narrow enough.
  /// - Rigour: enclosure.
  public func value(at latent: Ball) -> Ball {
    func exactValue(_ latent: Ball) -> Ball {
      target.quantile(
        logLower: .logNormalUpperTail(.zero - latent),
        logUpper: .logNormalUpperTail(latent))
    }
    guard latent.isFinite else { return .wholeLine }
    if target.components.count == 1 {
      return target.modes[0] + target.components[0].standardDeviation * latent
    }
    let width = Ball.powerOfTwo(8 - Ball.precision) * (Ball(1) + latent.magnitude)
    if (width - latent.radius).isNonNegative == .holds { return exactValue(latent) }
    return Ball.hull(exactValue(latent.lowerEnd), exactValue(latent.upperEnd))
  }

  /// An enclosure of log g′(z) = log φ(z) − log p_data(g(z)).
  ///
  /// - Source: derivative of the inverse function.
  /// - Accuracy: the radius of g(z) times |∇log p_data|.
  /// - Rigour: enclosure.
  public func logSteepness(atLatent latent: Ball) -> Ball {
    if target.components.count == 1 { return .log(target.components[0].standardDeviation) }
    let output = value(at: latent)
    guard output.isFinite, let logDensity = target.logDensity(at: [output]) else {
      return .wholeLine
    }
    return Ball.logNormalDensity(latent) - logDensity
  }

  /// An enclosure of log g′ at the latent point that maps to `output`, for modes at any distance.
  ///
  /// As `logSteepness(atOutput:)`, with tails that stay finite beyond 46,000σ.
  ///
  /// - Source: derivative of the inverse function.
  /// - Rigour: enclosure.
  public func enclosedLogSteepness(atOutput output: Ball) -> Ball {
    SteepnessPoint(LineMixture(target), at: output).logSteepness
  }
}
