import RealModule
public import Scalars

/// The four configurations of Table 2, each with the closed form that the appendix prints for it.
///
/// - Source: Table 2; Propositions C.1–C.4.
public enum TableTwoCase: Int, CaseIterable, Sendable {
  /// Particles concentrated at the origin.
  case concentrated = 1
  /// Particles spread over a box that covers all modes.
  case covering = 2
  /// Particles around a single mode.
  case singleMode = 3
  /// Modes far apart, particles around one of them.
  case separated = 4

  /// Distance of a mode from the axes: the modes are (±a, ±a).
  public var modeOffset: Rational { self == .separated ? 3 : 1 }

  /// Variance of every mode, per coordinate.
  public var dataVariance: Rational { Rational(1, 10) }

  /// The four modes.
  public func modes<S: Scalar>() -> [[S]] {
    let offset = S(modeOffset)
    return [[offset, offset], [offset, -offset], [-offset, offset], [-offset, -offset]]
  }

  /// Mean (on both axes) and variance of the Gaussian p_g, nil for the box of case 2.
  public var generatedGaussian: (mean: Rational, variance: Rational)? {
    switch self {
    case .concentrated: (0, Rational(1, 5))
    case .covering: nil
    case .singleMode: (1, 1)
    case .separated: (3, 3)
    }
  }

  /// The real density.
  public func data<S: Scalar>() -> GaussianMixture<S> {
    GaussianMixture(modes: modes(), standardDeviation: .sqrt(S(dataVariance)))
  }

  /// The generated density.
  public func generated<S: Scalar>() -> any Density<S> {
    guard let gaussian = generatedGaussian else {
      return UniformBox(lower: [S(-2), S(-2)], upper: [S(2), S(2)])
    }
    return GaussianMixture(
      modes: [[S(gaussian.mean), S(gaussian.mean)]], standardDeviation: .sqrt(S(gaussian.variance)))
  }

  /// The closed form as printed.
  ///
  /// - Source: Propositions C.1–C.4.
  public var printedRatio: PrintedRatio {
    switch self {
    case .concentrated:
      PrintedRatio(
        prefactor: Rational(1, 2), gradientPrefactor: Rational(5, 2), prefactorIsOverPi: false,
        rate: Rational(5, 2), centreScale: 2, centreShift: 0, boost: 5, boostOrigin: 0,
        indicatorHalfSide: nil)
    case .covering:
      PrintedRatio(
        prefactor: 20, gradientPrefactor: 200, prefactorIsOverPi: true,
        rate: 5, centreScale: 1, centreShift: 0, boost: 0, boostOrigin: 0, indicatorHalfSide: 2)
    case .singleMode:
      PrintedRatio(
        prefactor: Rational(5, 2), gradientPrefactor: Rational(45, 2), prefactorIsOverPi: false,
        rate: Rational(9, 2), centreScale: Rational(10, 9), centreShift: Rational(-1, 9),
        boost: Rational(5, 9), boostOrigin: 1, indicatorHalfSide: nil)
    case .separated:
      PrintedRatio(
        prefactor: Rational(15, 4), gradientPrefactor: Rational(145, 4), prefactorIsOverPi: false,
        rate: Rational(29, 6), centreScale: Rational(30, 29), centreShift: Rational(-3, 29),
        boost: Rational(5, 29), boostOrigin: 3, indicatorHalfSide: nil)
    }
  }
}
