internal import CGSL

/// Roots and minima of functions of one variable on an interval that encloses them, by Brent's
/// methods.
public enum Bracketing {
  /// The place and the cost of a root.
  public struct Root: Sendable, Equatable {
    /// The root.
    public let abscissa: Double
    /// The last interval with a change of sign; its ends may be the root itself.
    public let enclosure: ClosedRange<Double>
    /// The count of iterations of the method.
    public let iterations: Int
    /// The count of evaluations of the function.
    public let evaluations: Int
  }

  /// A root of a continuous function with a change of sign on the interval.
  ///
  /// - Parameters:
  ///   - f: the function; it must be finite on the interval.
  ///   - interval: its two ends must have values of opposite sign, or zero.
  ///   - absoluteTolerance: the iteration ends where the enclosure is shorter than this plus
  ///     `relativeTolerance` times the least magnitude in it.
  ///   - relativeTolerance: see above; not below 4 ulps.
  ///   - maximumIterations: Brent's method needs about ten for a smooth function.
  /// - Edge cases: an end at which the function is zero is returned at once.
  /// - Accuracy: the true root of the computed function lies in `enclosure`, and `abscissa` too.
  /// - Throws: `NumericError` with the values at both ends where the sign does not change, where
  ///   the function is not finite or the limit of iterations is reached; and whatever `f` throws.
  public static func root(
    of f: (Double) throws -> Double, in interval: ClosedRange<Double>,
    absoluteTolerance: Double = 0, relativeTolerance: Double = 4 * Double.ulpOfOne,
    maximumIterations: Int = 200
  ) throws -> Root {
    GSL.errorHandlerIsOff
    checkTolerances(absoluteTolerance, relativeTolerance, maximumIterations)
    try checkFinite("root", interval)
    return try withoutActuallyEscaping(f) { f in
      let box = RealFunctionBox("root", f)
      return try withExtendedLifetime(box) {
        let ends = try endValues(of: box, on: interval)
        if ends.lower == 0 || ends.upper == 0 {
          let end = ends.lower == 0 ? interval.lowerBound : interval.upperBound
          return Root(
            abscissa: end, enclosure: end...end, iterations: 0, evaluations: box.evaluations)
        }
        guard (ends.lower < 0) != (ends.upper < 0) else {
          throw NumericError(
            "root", .notEnclosed, "the function has the same sign at both ends",
            evidence: evidence(interval, ends),
            remedy: "Give an interval at whose ends the function has opposite signs.")
        }
        let solver = try RootSolver(box, interval)
        return try solver.root(
          absoluteTolerance: absoluteTolerance, relativeTolerance: relativeTolerance,
          maximumIterations: maximumIterations)
      }
    }
  }

  static func checkTolerances(_ absolute: Double, _ relative: Double, _ iterations: Int) {
    precondition(absolute >= 0, "\(absolute) breaks absoluteTolerance ≥ 0")
    precondition(relative >= 0, "\(relative) breaks relativeTolerance ≥ 0")
    precondition(iterations > 0, "\(iterations) breaks maximumIterations > 0")
  }

  static func checkFinite(_ computation: String, _ interval: ClosedRange<Double>) throws {
    guard interval.lowerBound.isFinite, interval.upperBound.isFinite else {
      throw NumericError(
        computation, .invalidInput, "the interval is not finite",
        evidence: [
          .init("lower end", interval.lowerBound), .init("upper end", interval.upperBound),
        ], remedy: "Give finite ends, or substitute a variable with a finite range.")
    }
  }

  static func endValues(
    of box: RealFunctionBox, on interval: ClosedRange<Double>
  ) throws -> (lower: Double, upper: Double) {
    let lower = box.value(at: interval.lowerBound)
    let upper = box.value(at: interval.upperBound)
    try box.rethrow()
    return (lower, upper)
  }

  static func evidence(
    _ interval: ClosedRange<Double>, _ values: (lower: Double, upper: Double)
  ) -> [NumericError.Evidence] {
    [
      .init("lower end", interval.lowerBound), .init("value there", values.lower),
      .init("upper end", interval.upperBound), .init("value at the upper end", values.upper),
    ]
  }
}

/// The owner of GSL's root finder and of the function record that it points to.
private final class RootSolver {
  private let box: RealFunctionBox
  private let solver: UnsafeMutablePointer<gsl_root_fsolver>
  private let function: UnsafeMutablePointer<gsl_function>

  init(_ box: RealFunctionBox, _ interval: ClosedRange<Double>) throws {
    guard let solver = gsl_root_fsolver_alloc(steepness_root_brent()) else {
      throw NumericError.outOfMemory("root")
    }
    self.box = box
    self.solver = solver
    function = .allocate(capacity: 1)
    function.initialize(to: box.gslFunction)
    let status = gsl_root_fsolver_set(
      solver, function, interval.lowerBound, interval.upperBound)
    try check(status)
  }

  deinit {
    gsl_root_fsolver_free(solver)
    function.deallocate()
  }

  private var enclosure: ClosedRange<Double> {
    gsl_root_fsolver_x_lower(solver)...gsl_root_fsolver_x_upper(solver)
  }

  func root(
    absoluteTolerance: Double, relativeTolerance: Double, maximumIterations: Int
  ) throws -> Bracketing.Root {
    for iteration in 1...maximumIterations {
      try check(gsl_root_fsolver_iterate(solver))
      let bounds = enclosure
      let status = gsl_root_test_interval(
        bounds.lowerBound, bounds.upperBound, absoluteTolerance, relativeTolerance)
      let isShort = bounds.lowerBound.nextUp >= bounds.upperBound
      if Int(status) == GSL_SUCCESS || isShort {
        return Bracketing.Root(
          abscissa: gsl_root_fsolver_root(solver), enclosure: bounds, iterations: iteration,
          evaluations: box.evaluations)
      }
    }
    throw NumericError(
      "root", .notConverged, "\(maximumIterations) iterations do not reach the tolerance",
      evidence: [
        .init("lower end", enclosure.lowerBound), .init("upper end", enclosure.upperBound),
      ], remedy: "Allow more iterations or a larger tolerance.")
  }

  private func check(_ status: Int32) throws {
    try box.rethrow()
    guard Int(status) != GSL_SUCCESS else { return }
    throw NumericError(
      "root", status: status, evidence: [.init("last abscissa", box.lastAbscissa)],
      remedy: "Give a shorter interval around the root.")
  }
}
