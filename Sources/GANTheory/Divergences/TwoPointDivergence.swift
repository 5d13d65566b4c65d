public import Scalars

/// Two distributions on two points, (p, 1 − p) for the data and (q, 1 − q) for the generator, and what
/// appendix H makes of them.
///
/// - Source: appendix H.
public struct TwoPointDivergence<S: Scalar>: Sendable {
  public let generator: DivergenceGenerator
  /// p and 1 − p.
  public let data: [S]
  /// q and 1 − q.
  public let generated: [S]

  /// - Hypotheses: 0 < p, q < 1; the caller answers for it.
  @inlinable public init(_ generator: DivergenceGenerator, data p: S, generated q: S) {
    self.generator = generator
    data = [p, S(1) - p]
    generated = [q, S(1) - q]
  }

  /// Σ p·f(p/q), as printed.
  ///
  /// - Source: appendix H, first display.
  /// - Accuracy: a few ulp of the largest term.
  @inlinable public var printed: S {
    zip(data, generated).reduce(S.zero) { $0 + $1.0 * generator.value(at: $1.0 / $1.1) }
  }

  /// Σ q·f(p/q), the f-divergence with this argument of f.
  ///
  /// - Source: definition of f-divergences.
  /// - Accuracy: as `printed`.
  @inlinable public var divergence: S {
    zip(data, generated).reduce(S.zero) { $0 + $1.1 * generator.value(at: $1.0 / $1.1) }
  }

  /// Σ p·T − q·f*(T) for T = f′(w), where f*(T) = w·f′(w) − f(w): the objective of the discriminator whose
  /// output is optimal for the ratios w.
  ///
  /// - Source: appendix H, second display, with T = g_f(V).
  /// - Accuracy: as `printed`.
  @inlinable public func objective(atRatios w: [S]) -> S {
    var sum = S.zero
    for index in data.indices {
      let jet = generator.value(at: Jet.variable(at: w[index], order: 1))
      let (value, slope) = (jet.value, jet.derivative(1))
      sum += data[index] * slope - generated[index] * (w[index] * slope - value)
    }
    return sum
  }
}
