public import RealModule
public import Scalars

/// The vanilla game F(p_g, d) = E_data log d + E_g log(1 − d) on finitely many points, its players
/// unrestricted.
///
/// - Source: appendix G.5.
public struct AdversarialValue<S: Scalar>: Sendable {
  /// p_data, positive, with sum 1.
  public let data: [S]

  @inlinable public init(data: [S]) { self.data = data }

  /// max over d of F(p_g, d) = Σ p·log(p/(p + q)) + q·log(q/(p + q)), at d = p/(p + q).
  ///
  /// - Source: Goodfellow et al., as section 2.2 quotes it.
  /// - Edge cases: a point with q = 0 contributes 0; nil where q = 0 is undecided.
  /// - Accuracy: a few ulp of log 2.
  @inlinable public func bestDiscriminatorValue(against generated: [S]) -> S? {
    var sum = S.zero
    for (p, q) in zip(data, generated) {
      switch q.isPositive {
      case .holds: sum += p * S.log(p / (p + q)) + q * S.log(q / (p + q))
      case .fails: continue
      case .undecided: return nil
      }
    }
    return sum
  }

  /// min over p_g of F(p_g, d) = Σ p·log d + min log(1 − d): all generated mass at the largest d.
  ///
  /// - Source: F is linear in p_g.
  /// - Accuracy: a few ulp of the logarithms.
  @inlinable public func bestGeneratorValue(against discriminator: [S]) -> S {
    var sum = S.zero
    for (p, d) in zip(data, discriminator) { sum += p * S.log(d) }
    let largest = discriminator.dropFirst().reduce(discriminator[0], S.larger)
    return sum + S.log(S(1) - largest)
  }

  /// The duality gap of (p_g, d).
  ///
  /// - Source: appendix G.5, first display.
  /// - Accuracy: that of its two terms.
  @inlinable public func dualityGap(generated: [S], discriminator: [S]) -> S? {
    bestDiscriminatorValue(against: generated).map {
      $0 - bestGeneratorValue(against: discriminator)
    }
  }

  /// 2·JS(p_data, p_g) = 2·log 2 + max over d of F(p_g, d).
  ///
  /// - Source: Goodfellow et al.
  /// - Accuracy: a few ulp of log 2.
  @inlinable public func twiceJensenShannon(to generated: [S]) -> S? {
    bestDiscriminatorValue(against: generated).map { S(2) * S.log(S(2)) + $0 }
  }
}
