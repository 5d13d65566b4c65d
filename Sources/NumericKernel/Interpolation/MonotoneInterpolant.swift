internal import CGSL

/// Steffen's interpolant through given points: a continuously differentiable piecewise cubic that
/// is monotone between neighbouring points, hence has no extremum that the points do not have.
///
/// - Source: M. Steffen, A simple method for monotonic interpolation in one dimension, Astronomy
///   and Astrophysics 239 (1990).
/// - Accuracy: third order in the spacing for smooth data; exact at the points.
public final class MonotoneInterpolant: @unchecked Sendable {
  // Nothing changes after init, and GSL's accelerator, which would, is not used.
  private let x: [Double]
  private let y: [Double]
  private let interpolant: UnsafeMutablePointer<gsl_interp>

  /// Where the interpolant is defined.
  public var domain: ClosedRange<Double> { x[0]...x[x.count - 1] }

  /// The interpolant through the points (x, y).
  ///
  /// - Throws: `NumericError` where there are fewer than three points, where x does not increase
  ///   strictly, or where a number is not finite.
  public init(x: [Double], y: [Double]) throws {
    GSL.errorHandlerIsOff
    try Self.check(x, y)
    self.x = x
    self.y = y
    guard let interpolant = gsl_interp_alloc(steepness_interp_steffen(), x.count) else {
      throw NumericError.outOfMemory("monotone interpolant")
    }
    self.interpolant = interpolant
    let status = gsl_interp_init(interpolant, x, y, x.count)
    guard Int(status) == GSL_SUCCESS else {
      throw NumericError(
        "monotone interpolant", status: status, remedy: "Give points with increasing abscissae.")
    }
  }

  deinit {
    gsl_interp_free(interpolant)
  }

  /// The value at an abscissa.
  ///
  /// - Throws: `NumericError` outside the domain.
  public func value(at abscissa: Double) throws -> Double {
    try result(at: abscissa, gsl_interp_eval_e)
  }

  /// The derivative at an abscissa; continuous.
  ///
  /// - Throws: `NumericError` outside the domain.
  public func derivative(at abscissa: Double) throws -> Double {
    try result(at: abscissa, gsl_interp_eval_deriv_e)
  }

  /// The integral over an interval inside the domain.
  ///
  /// - Throws: `NumericError` where the interval leaves the domain.
  public func integral(over interval: ClosedRange<Double>) throws -> Double {
    try checkDomain(interval.lowerBound)
    try checkDomain(interval.upperBound)
    var integral = Double.nan
    try checkStatus(
      gsl_interp_eval_integ_e(
        interpolant, x, y, interval.lowerBound, interval.upperBound, nil, &integral),
      at: interval.upperBound)
    return integral
  }

  private typealias Evaluation = (
    UnsafePointer<gsl_interp>?, UnsafePointer<Double>?, UnsafePointer<Double>?, Double,
    UnsafeMutablePointer<gsl_interp_accel>?, UnsafeMutablePointer<Double>?
  ) -> Int32

  private func result(at abscissa: Double, _ evaluate: Evaluation) throws -> Double {
    try checkDomain(abscissa)
    var result = Double.nan
    let status = x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        evaluate(interpolant, x.baseAddress, y.baseAddress, abscissa, nil, &result)
      }
    }
    try checkStatus(status, at: abscissa)
    return result
  }

  private func checkDomain(_ abscissa: Double) throws {
    guard domain.contains(abscissa) else {
      throw NumericError(
        "monotone interpolant", .outOfDomain, "the abscissa lies outside the points",
        evidence: [
          .init("abscissa", abscissa), .init("first point", domain.lowerBound),
          .init("last point", domain.upperBound),
        ], remedy: "Give points that cover the abscissa; the interpolant does not extrapolate.")
    }
  }

  private func checkStatus(_ status: Int32, at abscissa: Double) throws {
    guard Int(status) != GSL_SUCCESS else { return }
    throw NumericError(
      "monotone interpolant", status: status, evidence: [.init("abscissa", abscissa)],
      remedy: "Stay inside the points.")
  }

  private static func check(_ x: [Double], _ y: [Double]) throws {
    precondition(x.count == y.count, "\(x.count) abscissae break count = \(y.count) ordinates")
    guard x.count >= 3 else {
      throw NumericError(
        "monotone interpolant", .invalidInput, "there are fewer than three points",
        evidence: [.init("points", Double(x.count))], remedy: "Give at least three points.")
    }
    if let index = x.indices.first(where: { !x[$0].isFinite || !y[$0].isFinite }) {
      throw NumericError(
        "monotone interpolant", .invalidInput, "a point is not finite",
        evidence: [.init("index", Double(index)), .init("x", x[index]), .init("y", y[index])],
        remedy: "Leave out points that are not finite.")
    }
    if let index = x.indices.dropFirst().first(where: { x[$0 - 1] >= x[$0] }) {
      throw NumericError(
        "monotone interpolant", .invalidInput, "the abscissae do not increase strictly",
        evidence: [
          .init("index", Double(index)), .init("x before", x[index - 1]), .init("x", x[index]),
        ], remedy: "Sort the points and merge those with equal abscissae.")
    }
  }
}
