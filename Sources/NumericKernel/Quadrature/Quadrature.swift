internal import CGSL

/// Integrals of functions of one variable, by QUADPACK's adaptive methods as GSL has them.
///
/// All end where the estimated error is at most the larger of `absoluteTolerance` and
/// `relativeTolerance` times the value. Integrands must be finite where they are evaluated; the
/// methods never evaluate at an end of the interval.
///
/// - Accuracy: the error estimate of each result; heuristic, since a feature that no node falls on
///   stays unseen.
/// - Throws: `NumericError` where the tolerance is not reached, with the value and the estimate that
///   were reached as evidence, or where the integrand is not finite; and whatever it throws.
public enum Quadrature {
  /// The relative tolerance where none is given.
  public static let defaultRelativeTolerance = 1e-10
  /// The count of subintervals where none is given.
  public static let defaultMaximumIntervals = 1000

  /// The integral over a finite interval (QAGS: 21-point Gauss–Kronrod with extrapolation, which
  /// copes with integrable singularities at the ends).
  public static func integral(
    of f: (Double) throws -> Double, over interval: ClosedRange<Double>,
    absoluteTolerance: Double = 0, relativeTolerance: Double = defaultRelativeTolerance,
    maximumIntervals: Int = defaultMaximumIntervals
  ) throws -> Integral {
    try Bracketing.checkFinite("integral", interval)
    return try integral(
      "integral over an interval", of: f, absoluteTolerance, relativeTolerance, maximumIntervals
    ) { function, workspace, value, error in
      gsl_integration_qags(
        function, interval.lowerBound, interval.upperBound, absoluteTolerance, relativeTolerance,
        maximumIntervals, workspace, value, error)
    }
  }

  /// The integral over a finite interval with known singularities or kinks inside (QAGP).
  ///
  /// - Parameters:
  ///   - points: the places, in any order; those outside the interval are left out.
  public static func integral(
    of f: (Double) throws -> Double, over interval: ClosedRange<Double>,
    brokenAt points: [Double],
    absoluteTolerance: Double = 0, relativeTolerance: Double = defaultRelativeTolerance,
    maximumIntervals: Int = defaultMaximumIntervals
  ) throws -> Integral {
    try Bracketing.checkFinite("integral", interval)
    let inside = Set(points.filter { interval.lowerBound < $0 && $0 < interval.upperBound })
    var nodes = [interval.lowerBound] + inside.sorted() + [interval.upperBound]
    return try integral(
      "integral over an interval with break points", of: f, absoluteTolerance, relativeTolerance,
      max(maximumIntervals, nodes.count)
    ) { function, workspace, value, error in
      gsl_integration_qagp(
        function, &nodes, nodes.count, absoluteTolerance, relativeTolerance,
        max(maximumIntervals, nodes.count), workspace, value, error)
    }
  }

  /// The integral over (−∞, ∞) (QAGI: mapped to (0, 1], 15-point Gauss–Kronrod).
  public static func integralOverRealLine(
    of f: (Double) throws -> Double,
    absoluteTolerance: Double = 0, relativeTolerance: Double = defaultRelativeTolerance,
    maximumIntervals: Int = defaultMaximumIntervals
  ) throws -> Integral {
    try integral(
      "integral over the real line", of: f, absoluteTolerance, relativeTolerance, maximumIntervals
    ) { function, workspace, value, error in
      gsl_integration_qagi(
        function, absoluteTolerance, relativeTolerance, maximumIntervals, workspace, value, error)
    }
  }

  /// The integral over (lower, ∞) (QAGIU).
  public static func integral(
    of f: (Double) throws -> Double, from lower: Double,
    absoluteTolerance: Double = 0, relativeTolerance: Double = defaultRelativeTolerance,
    maximumIntervals: Int = defaultMaximumIntervals
  ) throws -> Integral {
    try checkEnd(lower)
    return try integral(
      "integral to infinity", of: f, absoluteTolerance, relativeTolerance, maximumIntervals
    ) { function, workspace, value, error in
      gsl_integration_qagiu(
        function, lower, absoluteTolerance, relativeTolerance, maximumIntervals, workspace, value,
        error)
    }
  }

  /// The integral over (−∞, upper) (QAGIL).
  public static func integral(
    of f: (Double) throws -> Double, upTo upper: Double,
    absoluteTolerance: Double = 0, relativeTolerance: Double = defaultRelativeTolerance,
    maximumIntervals: Int = defaultMaximumIntervals
  ) throws -> Integral {
    try checkEnd(upper)
    return try integral(
      "integral from minus infinity", of: f, absoluteTolerance, relativeTolerance,
      maximumIntervals
    ) { function, workspace, value, error in
      gsl_integration_qagil(
        function, upper, absoluteTolerance, relativeTolerance, maximumIntervals, workspace, value,
        error)
    }
  }

  private static func checkEnd(_ end: Double) throws {
    guard end.isFinite else {
      throw NumericError(
        "integral", .invalidInput, "the end of the interval is not finite",
        evidence: [.init("end", end)], remedy: "Use `integralOverRealLine` for the whole line.")
    }
  }

  private typealias Rule = (
    UnsafeMutablePointer<gsl_function>, UnsafeMutablePointer<gsl_integration_workspace>,
    UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>
  ) -> Int32

  private static func integral(
    _ computation: String, of f: (Double) throws -> Double, _ absoluteTolerance: Double,
    _ relativeTolerance: Double, _ maximumIntervals: Int, by rule: Rule
  ) throws -> Integral {
    GSL.errorHandlerIsOff
    Bracketing.checkTolerances(absoluteTolerance, relativeTolerance, maximumIntervals)
    return try withoutActuallyEscaping(f) { f in
      let box = RealFunctionBox(computation, f)
      return try withExtendedLifetime(box) {
        let workspace = try QuadratureWorkspace(maximumIntervals)
        var function = box.gslFunction
        var value = Double.nan
        var errorEstimate = Double.nan
        let status = rule(&function, workspace.workspace, &value, &errorEstimate)
        try box.rethrow()
        guard Int(status) == GSL_SUCCESS else {
          throw NumericError(
            computation, status: status,
            evidence: [
              .init("value reached", value), .init("error estimate", errorEstimate),
              .init("absolute tolerance", absoluteTolerance),
              .init("relative tolerance", relativeTolerance),
              .init("evaluations", Double(box.evaluations)),
            ],
            remedy: "Check that the integral exists; split it at its singularities, "
              + "or ask for a larger tolerance.")
        }
        return Integral(
          value: value, errorEstimate: errorEstimate, evaluations: box.evaluations)
      }
    }
  }
}

/// The owner of GSL's workspace.
private final class QuadratureWorkspace {
  let workspace: UnsafeMutablePointer<gsl_integration_workspace>

  init(_ intervals: Int) throws {
    guard let workspace = gsl_integration_workspace_alloc(intervals) else {
      throw NumericError.outOfMemory("integral")
    }
    self.workspace = workspace
  }

  deinit {
    gsl_integration_workspace_free(workspace)
  }
}
