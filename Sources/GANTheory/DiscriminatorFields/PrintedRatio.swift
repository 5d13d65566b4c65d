public import RealModule
public import Scalars

/// A density ratio and its gradient exactly as a proposition of appendix C.3 prints them.
///
/// r(x) = C·Σ exp(−λ·‖x − α·m − β‖² + κ·‖m − η‖²) and ∇r(x) = −G·Σ exp(…)·(x − α·m − β), the sum
/// over the four modes m, and α, β, η the same on both axes. Nothing is simplified or repaired here.
///
/// - Source: Propositions C.1–C.4.
public struct PrintedRatio: Sendable {
  /// C; divided by π in case 2.
  public let prefactor: Rational
  /// G; divided by π in case 2.
  public let gradientPrefactor: Rational
  public let prefactorIsOverPi: Bool
  /// λ.
  public let rate: Rational
  /// α.
  public let centreScale: Rational
  /// β.
  public let centreShift: Rational
  /// κ.
  public let boost: Rational
  /// η.
  public let boostOrigin: Rational
  /// Half the side of the box whose indicator multiplies r and ∇r, where one is printed.
  public let indicatorHalfSide: Rational?

  package init(
    prefactor: Rational, gradientPrefactor: Rational, prefactorIsOverPi: Bool, rate: Rational,
    centreScale: Rational, centreShift: Rational, boost: Rational, boostOrigin: Rational,
    indicatorHalfSide: Rational?
  ) {
    self.prefactor = prefactor
    self.gradientPrefactor = gradientPrefactor
    self.prefactorIsOverPi = prefactorIsOverPi
    self.rate = rate
    self.centreScale = centreScale
    self.centreShift = centreShift
    self.boost = boost
    self.boostOrigin = boostOrigin
    self.indicatorHalfSide = indicatorHalfSide
  }

  /// r(x) as printed; nil where the indicator cannot be decided.
  ///
  /// - Source: Propositions C.1–C.4, first display.
  /// - Accuracy: relative, a few ulp times the largest exponent.
  @inlinable public func ratio<S: Scalar>(at point: [S], modes: [[S]]) -> S? {
    switch indicator(at: point) {
    case .undecided: return nil
    case .fails: return .zero
    case .holds: break
    }
    var sum = S.zero
    for mode in modes { sum += S.exp(exponent(at: point, mode: mode)) }
    return scaled(S(prefactor)) * sum
  }

  /// ∇r(x) as printed; nil where the indicator cannot be decided.
  ///
  /// - Source: Propositions C.1–C.4, second display.
  /// - Accuracy: as `ratio`.
  @inlinable public func ratioGradient<S: Scalar>(at point: [S], modes: [[S]]) -> [S]? {
    var gradient = point.map { _ in S.zero }
    switch indicator(at: point) {
    case .undecided: return nil
    case .fails: return gradient
    case .holds: break
    }
    for mode in modes {
      let height = S.exp(exponent(at: point, mode: mode))
      for axis in point.indices {
        gradient[axis] += height * (point[axis] - centre(mode[axis]))
      }
    }
    return gradient.map { -scaled(S(gradientPrefactor)) * $0 }
  }

  /// exp(−λ·‖x − α·m − β‖² + κ·‖m − η‖²), the term of one mode.
  ///
  /// - Source: proofs of Propositions C.1–C.4.
  /// - Accuracy: as `ratio`.
  @inlinable public func term<S: Scalar>(at point: [S], mode: [S]) -> S {
    S.exp(exponent(at: point, mode: mode))
  }

  /// α·m + β, the point to which the vector of a mode's coordinate m points.
  ///
  /// - Source: Propositions C.1–C.4, second displays.
  @inlinable public func centre<S: Scalar>(_ coordinate: S) -> S {
    S(centreScale) * coordinate + S(centreShift)
  }

  @inlinable func exponent<S: Scalar>(at point: [S], mode: [S]) -> S {
    let distance = squaredDistance(point, mode.map { centre($0) })
    let fromOrigin = squaredDistance(mode, mode.map { _ in S(boostOrigin) })
    return S(boost) * fromOrigin - S(rate) * distance
  }

  @inlinable func scaled<S: Scalar>(_ factor: S) -> S { prefactorIsOverPi ? factor / S.pi : factor }

  /// Whether the printed indicator is 1.
  @inlinable func indicator<S: Scalar>(at point: [S]) -> Decision {
    guard let half = indicatorHalfSide else { return .holds }
    var decision = Decision.holds
    for coordinate in point {
      decision =
        decision && (S(half) - coordinate).isNonNegative && (S(half) + coordinate).isNonNegative
    }
    return decision
  }
}
