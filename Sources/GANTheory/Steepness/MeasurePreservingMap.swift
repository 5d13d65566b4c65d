import NumericKernel
public import Scalars

/// The monotone map g = Ψ⁻¹∘Φ that carries N(0, 1) to a mixture on the line.
///
/// - Source: section 3.2; Theorem 3.1; Theorem C.2 with h the identity.
public struct MeasurePreservingMap<S: Scalar>: Sendable {
  public let target: GaussianMixture<S>

  /// - Hypotheses: `target` has dimension 1.
  @inlinable public init(to target: GaussianMixture<S>) {
    precondition(target.dimension == 1, "target.dimension = 1")
    self.target = target
  }

  /// g⁻¹(y) = Φ⁻¹(Ψ(y)).
  ///
  /// - Source: section 3.2; appendix I.
  /// - Accuracy: that of the quantile, from whichever tail is the smaller.
  @inlinable public func latent(at output: S) -> S {
    let tails = target.logTails(output)
    return S.normalQuantile(logLower: tails.lower, logUpper: tails.upper)
  }

  /// g⁻¹ at each of several points, as `latent(at:)`.
  @inlinable public func latents(at outputs: [S]) -> [S] {
    target.logTails(at: outputs).map { S.normalQuantile(logLower: $0.lower, logUpper: $0.upper) }
  }

  /// log g′ at the latent point that maps to `output`: log φ(g⁻¹(y)) − log p_data(y).
  ///
  /// The logarithm, because g′ reaches σ·exp(gap²/8σ²), which overflows for ordinary mixtures.
  ///
  /// - Source: derivative of the inverse function; proof of Theorem C.3, first two lines.
  /// - Accuracy: a few ulp of the larger of the two logarithms.
  @inlinable public func logSteepness(atOutput output: S) -> S {
    S.logNormalDensity(latent(at: output)) - logDensity(output)
  }

  @inlinable func logDensity(_ output: S) -> S {
    guard let value = target.logDensity(at: [output]) else {
      preconditionFailure("a mixture of Gaussians vanishes nowhere")
    }
    return value
  }
}

extension MeasurePreservingMap where S == Double {
  /// g(z) = Ψ⁻¹(Φ(z)).
  ///
  /// - Source: section 3.2.
  /// - Accuracy: as `GaussianMixture.quantile`; both tails of z are used.
  /// - Throws: `NumericError` where the root finder fails.
  public func value(at latent: Double) throws -> Double {
    try target.quantile(
      logLower: Double.logNormalCDF(latent), logUpper: Double.logNormalUpperTail(latent))
  }

  /// The steepest point of g and log g′ there.
  ///
  /// log g′ is followed over the outputs between the outermost modes: a scan with 64 points a gap
  /// starts Brent's minimiser in the best bracket of every gap.
  ///
  /// - Source: Theorem 3.1, the point x_*.
  /// - Accuracy: half the digits in the position, all in the value.
  /// - Rigour: heuristic: a maximum narrower than 1/64 of a gap, or outside all modes, would be missed;
  ///   `greatestSteepness` in balls misses none.
  /// - Throws: `NumericError` where the minimiser fails.
  public func steepest() throws -> (latent: Double, output: Double, logSteepness: Double) {
    let modes = target.modes.sorted()
    var best = (output: modes[0], logSteepness: logSteepness(atOutput: modes[0]))
    func consider(_ output: Double) {
      let candidate = logSteepness(atOutput: output)
      if candidate > best.logSteepness { best = (output, candidate) }
    }
    for (left, right) in zip(modes, modes.dropFirst()) where left < right {
      consider(right)
      let grid = (0...64).map { left + (right - left) * Double($0) / 64 }
      let heights = grid.map { logSteepness(atOutput: $0) }
      guard let top = heights.indices.max(by: { heights[$0] < heights[$1] }) else { continue }
      consider(grid[top])
      guard top > 0, top < 64 else { continue }
      let minimum = try Bracketing.minimum(
        of: { -logSteepness(atOutput: $0) }, in: grid[top - 1]...grid[top + 1],
        absoluteTolerance: 0x1p-24 * (right - left))
      consider(minimum.point[0])
    }
    return (latent(at: best.output), best.output, best.logSteepness)
  }
}
