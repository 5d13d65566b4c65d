public import RealModule
public import Scalars

/// The densities that the proofs of Propositions C.1–C.4 display, as printed.
///
/// A mode is exp(−λ‖x − m‖²)/(c·π), p_data is Σ exp(−λ‖x − m‖²)/(C·π), and p_g is exp(−λ_g‖x − μ‖²)/(c_g·π).
///
/// - Source: proofs of Propositions C.1–C.4.
public struct PrintedDensities: Sendable {
  /// c.
  public let componentScale = Rational(1, 5)
  /// λ.
  public let rate: Rational = 5
  /// C.
  public let dataScale = Rational(4, 5)
  /// c_g and λ_g; nil for the box of case 2, where 1/16 is printed.
  public let generated: (scale: Rational, rate: Rational, mean: Rational)?
  /// The factor by which the gradient of one exponential is printed as a multiple of exponential times vector.
  public let termSlope: Rational

  public init(_ configuration: TableTwoCase) {
    switch configuration {
    case .concentrated:
      generated = (Rational(2, 5), Rational(5, 2), 0)
      termSlope = -5
    case .covering:
      generated = nil
      termSlope = -10
    case .singleMode:
      generated = (2, Rational(1, 2), 1)
      termSlope = -9
    case .separated:
      generated = (6, Rational(1, 6), 3)
      termSlope = Rational(-29, 3)
    }
  }

  /// The density of one mode.
  ///
  /// - Accuracy: relative, a few ulp times the exponent.
  @inlinable public func component<S: Scalar>(at point: [S], mode: [S]) -> S {
    S.exp(-S(rate) * squaredDistance(point, mode)) / (S(componentScale) * S.pi)
  }

  /// p_data.
  ///
  /// - Accuracy: as `component`.
  @inlinable public func data<S: Scalar>(at point: [S], modes: [[S]]) -> S {
    var sum = S.zero
    for mode in modes { sum += S.exp(-S(rate) * squaredDistance(point, mode)) }
    return sum / (S(dataScale) * S.pi)
  }

  /// p_g inside its support.
  ///
  /// - Accuracy: as `component`.
  @inlinable public func generatedDensity<S: Scalar>(at point: [S]) -> S {
    guard let generated else { return S(Rational(1, 16)) }
    let mean = point.map { _ in S(generated.mean) }
    return S.exp(-S(generated.rate) * squaredDistance(point, mean)) / (S(generated.scale) * S.pi)
  }
}
