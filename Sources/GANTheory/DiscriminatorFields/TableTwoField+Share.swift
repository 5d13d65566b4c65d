import RealModule
import Scalars

extension TableTwoField {
  /// The share of p_g in cells that have ‖∇d/d‖ above a value throughout: at most P(‖∇d/d‖ > value).
  ///
  /// A grid over four standard deviations of p_g, or over the box of case 2. On balls a cell counts where the
  /// enclosures of h, by the mean value theorem, and of h′ over it prove the inequality; in doubles a cell is
  /// judged at a corner.
  ///
  /// - Source: ‖∇d/d‖² = (h′(x₁)² + h′(x₂)²)/(1 + r)².
  /// - Rigour: a lower bound on balls, an estimate in doubles.
  public func shareExceeding(_ value: S, cells: Int) -> S {
    let axis = (0..<cells).map { cell(Rational($0, cells), Rational($0 + 1, cells)) }
    let squaredValue = value.squared
    var share = S.zero
    for first in axis {
      var mass = S.zero
      for second in axis {
        let scale = (S(1) + first.factor * second.factor).squared
        let excess = first.squaredSlope + second.squaredSlope - squaredValue * scale
        if excess.isPositive == .holds { mass += second.mass }
      }
      share += first.mass * mass
    }
    return share
  }

  /// exp h, h′² and the mass of p_g over a part of the axis, from its lower to its upper end.
  private func cell(
    _ lower: Rational, _ upper: Rational
  ) -> (factor: S, squaredSlope: S, mass: S) {
    let (centre, reach): (S, S) =
      generated.map { ($0.mean, S(4) * S.sqrt($0.variance)) } ?? (.zero, S(2))
    let ends = (
      centre + reach * S(Rational(2) * lower - 1), centre + reach * S(Rational(2) * upper - 1)
    )
    let middle = (ends.0 + ends.1) / S(2)
    let x = S.hull(ends.0, ends.1)
    let slope = slope(at: x)
    let mass: S
    if let generated {
      let deviation = S.sqrt(generated.variance)
      mass =
        S.normalCDF((ends.1 - centre) / deviation) - S.normalCDF((ends.0 - centre) / deviation)
    } else {
      mass = S(upper - lower)
    }
    return (
      S.exp(logFactor(at: middle) + slope * (x - middle)), slope.squared, mass
    )
  }
}
