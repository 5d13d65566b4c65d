public import RealModule
public import Scalars

/// The length of a standard Gaussian vector in n dimensions.
public enum StandardGaussianLength {
  /// P(‖Z‖ < a) in one, two or three dimensions.
  ///
  /// 2Φ(a) − 1, 1 − exp(−a²/2), and 2Φ(a) − 1 − 2a·φ(a).
  ///
  /// - Source: the chi distribution.
  /// - Accuracy: an absolute error of a few ulp of 1.
  @inlinable public static func ballMass<S: Scalar>(dimension: Int, radius: S) -> S {
    precondition((1...3).contains(dimension), "1 ≤ dimension ≤ 3")
    if dimension == 2 { return S(1) - S.exp(-radius.squared / S(2)) }
    let line = S(1) - S(2) * S.normalUpperTail(radius)
    return dimension == 1 ? line : line - S(2) * radius * S.normalDensity(radius)
  }

  /// P(‖Z‖ < a) in 2m dimensions: 1 − exp(−x)·Σ_{k<m} xᵏ/k!, x = a²/2.
  ///
  /// - Source: the chi distribution; the Erlang distribution of ‖Z‖²/2.
  /// - Accuracy: an absolute error of a few ulp of 1.
  @inlinable public static func evenBallMass<S: Scalar>(halfDimension m: Int, radius: S) -> S {
    precondition(m > 0, "m > 0")
    let x = radius.squared / S(2)
    var (sum, term) = (S(1), S(1))
    for k in 1..<max(m, 1) {
      term = term * x / S(k)
      sum += term
    }
    return S(1) - S.exp(-x) * sum
  }

  /// An upper bound of log P(‖Z‖ < a): log f(a) + log(a/n) − log(1 − a²/(n + 2)), f the density of ‖Z‖.
  ///
  /// P = f(a)·(a/n)·Σ_j a^(2j)/((n + 2)·…·(n + 2j)), of which a geometric series is a bound.
  ///
  /// - Source: the series of the incomplete gamma function.
  /// - Hypotheses: a² < n + 2.
  /// - Accuracy: a few ulp of n·log n.
  @inlinable public static func logBallMassBound<S: Scalar>(dimension n: Int, radius: S) -> S {
    logDensity(dimension: n, at: radius) + S.log(radius / S(n))
      - S.log(S(1) - radius.squared / S(n + 2))
  }

  /// log of the density of ‖Z‖ at a: (n − 1)·log a − a²/2 − (n/2 − 1)·log 2 − log Γ(n/2).
  ///
  /// - Source: the chi distribution.
  /// - Accuracy: a few ulp of n·log n.
  @inlinable public static func logDensity<S: Scalar>(dimension: Int, at radius: S) -> S {
    S(dimension - 1) * S.log(radius) - radius.squared / S(2)
      - S(Rational(dimension - 2, 2)) * S.log(S(2)) - logGammaOfHalf(dimension)
  }

  /// E‖Z‖ = √2·Γ((n + 1)/2)/Γ(n/2).
  ///
  /// - Source: the chi distribution.
  /// - Accuracy: a few ulp of n·log n relative.
  @inlinable public static func mean<S: Scalar>(dimension: Int) -> S {
    S.sqrt(S(2)) * S.exp(logGammaOfHalf(dimension + 1) - logGammaOfHalf(dimension))
  }

  /// log Γ(n/2), from Γ(1) = 1, Γ(1/2) = √π and Γ(x + 1) = x·Γ(x).
  @inlinable static func logGammaOfHalf<S: Scalar>(_ n: Int) -> S {
    precondition(n > 0, "n > 0")
    var sum = n % 2 == 0 ? S.zero : S.log(S.pi) / S(2)
    for place in stride(from: n % 2 == 0 ? 2 : 1, to: n, by: 2) {
      sum += S.log(S(Rational(place, 2)))
    }
    return sum
  }
}
