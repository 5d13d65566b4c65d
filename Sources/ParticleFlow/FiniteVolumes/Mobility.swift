import RealModule

/// q = p_data in one cell, as its logarithm and as 1/q.
package struct CellEquilibrium: Sendable {
  package let logDensity: Double
  /// 1/q, cut at exp 690.
  package let inverseDensity: Double

  package init(logDensity: Double) {
    self.logDensity = logDensity
    inverseDensity = .exp(min(-logDensity, 690))
  }

  /// u = p/q, cut at exp 690.
  @inline(__always)
  package func ratio(_ density: Double) -> Double {
    if logDensity > -690 { return min(density * inverseDensity, 1e300) }
    return density > 0 ? .exp(min(Double.log(density) - logDensity, 690)) : 0
  }
}

/// How much mass a law of motion sets free in a cell, as a function of its density p.
///
/// A velocity v = w(ℓ)·∇ℓ with ℓ = log r and u = 1/r = p/q turns ∂ₜp = −∇·(p·v) into
/// ∂ₜp = ∇·(q·∇Φ(u)) with Φ′(u) = w(−log u): a diffusion of p towards q that is nonlinear in u. A cell
/// then offers its neighbours q·Φ(u).
package protocol Mobility: Sendable {
  /// q·Φ(p/q).
  func offered(_ density: Double, _ equilibrium: CellEquilibrium) -> Double

  /// Φ′(p/q) = w(ℓ), which is also the derivative of what is offered in p.
  func weight(_ density: Double, _ equilibrium: CellEquilibrium) -> Double
}

/// NSGAN under the optimal discriminator: w = 1/(1 + r), Φ(u) = u − log(1 + u).
///
/// - Source: equation of section 2.2; ∇d/d = −∇log(1 + u).
/// - Edge cases: where p vanishes so do both; beyond u = exp 690, Φ(u)/u is 1 to the last digit.
/// - Accuracy: absolutely within a few ulps of p.
package struct NonSaturatingMobility: Mobility {
  package init() {}

  @inline(__always)
  package func offered(_ density: Double, _ equilibrium: CellEquilibrium) -> Double {
    let ratio = equilibrium.ratio(density)
    // Φ(u)/u = u/2 − u²/3 + u³/4 − …, where the difference would lose more than half of the digits.
    if ratio < 1e-5 { return density * ratio * (0.5 - ratio * (1.0 / 3 - ratio * 0.25)) }
    return density - density * (.log(onePlus: ratio) / ratio)
  }

  @inline(__always)
  package func weight(_ density: Double, _ equilibrium: CellEquilibrium) -> Double {
    let ratio = equilibrium.ratio(density)
    return ratio / (1 + ratio)
  }
}
