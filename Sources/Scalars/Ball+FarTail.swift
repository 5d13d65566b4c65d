extension Ball {
  /// log(1 − Φ(x)), also where 1 − Φ(x) is too small for Arb to bound its error: beyond x = 2¹⁵.
  ///
  /// There the expansion φ(x)/x·(1 − 1/x² + 1·3/x⁴ − …) is used, whose error has the sign of the
  /// first term left out and is not larger.
  ///
  /// - Accuracy: as `logNormalUpperTail`; the expansion reaches 2⁻³⁰ with every term.
  /// - Rigour: enclosure.
  package static func logNormalFarUpperTail(_ x: Ball) -> Ball {
    guard (x - powerOfTwo(15)).isPositive == .holds else { return logNormalUpperTail(x) }
    let step = Ball(1) / x.squared
    let unit = powerOfTwo(-precision)
    var (sum, term, factor) = (Ball(1), Ball(1), 1)
    repeat {
      term = .zero - term * step * Ball(factor)
      factor += 2
      sum += term
    } while (unit - term.magnitude).isPositive == .fails
    // The last partial sum is off by at most the next term, which is shorter than the last one.
    let series = Ball(midpoint: sum, radius: term.magnitude.upperEnd)
    return logNormalDensity(x) - log(x) + log(series)
  }
}
