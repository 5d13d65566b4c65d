public import Scalars

/// An increasing generator near one latent point, by its Taylor series, with the density it makes there.
public struct GeneratorGerm<S: Scalar>: Sendable {
  /// z.
  public let latent: S
  /// g(z), then the further Taylor coefficients in the latent variable.
  public let series: Jet<S>

  /// - Hypotheses: g′(z) > 0; the series has order 1 at least.
  @inlinable public init(latent: S, series: Jet<S>) {
    precondition(series.order >= 1, "series.order ≥ 1")
    self.latent = latent
    self.series = series
  }

  /// g(z) = g′·z + g‴·z³/6 near 0, known up to `order`.
  @inlinable public init(oddWithSlope slope: S, thirdDerivative: S, order: Int = 3) {
    precondition(order >= 3, "order ≥ 3")
    self.init(
      latent: .zero,
      series: Jet(
        coefficients: [.zero, slope, .zero, thirdDerivative / S(6)]
          + Array(repeating: .zero, count: order - 3)))
  }

  /// g⁻¹ as a Taylor series in x about g(z).
  ///
  /// From x − g(z) = g₁·h + g₂·h² + …: every round of h = (x − g(z) − g₂·h² − …)/g₁ makes one more
  /// coefficient right.
  ///
  /// - Source: reversion of series.
  /// - Accuracy: that of the coefficients' arithmetic; exact in `Expression`.
  @inlinable public var inverse: Jet<S> {
    let order = series.order
    let slope = Jet(constant: series.coefficients[1])
    let offset = Jet.variable(at: S.zero, order: order)
    var step = offset / slope
    for _ in 1..<max(order, 1) {
      var tail = Jet<S>.zero
      for coefficient in series.coefficients[2...].reversed() {
        tail = (tail * step) + Jet(constant: coefficient)
      }
      step = (offset - tail * step * step) / slope
    }
    return Jet(constant: latent) + step
  }

  /// log p_g about x = g(z), one order lower: p_g = φ(g⁻¹)·(g⁻¹)′.
  ///
  /// - Source: proof of Theorem C.6, step (iv), the density of a push-forward.
  /// - Accuracy: as `inverse`.
  @inlinable public var logDensity: Jet<S> {
    let inverse = inverse
    return Jet.logNormalDensity(inverse) + .log(inverse.differentiated)
  }

  /// The series of the identity x about g(z), to the order of `logDensity`.
  @inlinable public var output: Jet<S> {
    .variable(at: series.value, order: max(series.order - 1, 1))
  }
}
