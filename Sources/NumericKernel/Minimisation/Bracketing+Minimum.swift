internal import CGSL

extension Bracketing {
  /// A local minimum of a continuous function inside an interval.
  ///
  /// Brent's method needs a point inside whose value is below those at both ends. The interval is
  /// sampled at `samples` equidistant inner points; the least of them and its neighbours are that
  /// bracket, so a minimum narrower than the spacing can be missed.
  ///
  /// - Parameters:
  ///   - f: the function; it must be finite on the interval.
  ///   - interval: where to look.
  ///   - samples: the count of inner points.
  ///   - absoluteTolerance: the iteration ends where the bracket is shorter than this plus
  ///     `relativeTolerance` times the least magnitude in it.
  ///   - relativeTolerance: see above. Brent's method does not shorten the bracket below 2√ulp, that is 2⁻²⁵.
  ///   - maximumIterations: the limit of iterations.
  /// - Edge cases: of several least samples the leftmost counts. A function that is least at an
  ///   end, or constant, is an error that says so.
  /// - Accuracy: the point to the tolerances, but not better than √ulp; the value to about an ulp
  ///   of the function for a smooth minimum.
  /// - Rigour: heuristic: a local minimum, global on the samples only.
  /// - Throws: `NumericError` with the values at both ends where no sample lies below them, where
  ///   the function is not finite or the limit of iterations is reached; and whatever `f` throws.
  public static func minimum(
    of f: (Double) throws -> Double, in interval: ClosedRange<Double>, samples: Int = 31,
    absoluteTolerance: Double = 0, relativeTolerance: Double = 0x1p-24,
    maximumIterations: Int = 200
  ) throws -> Minimum {
    GSL.errorHandlerIsOff
    checkTolerances(absoluteTolerance, relativeTolerance, maximumIterations)
    precondition(samples > 0, "\(samples) breaks samples > 0")
    try checkFinite("minimum on an interval", interval)
    return try withoutActuallyEscaping(f) { f in
      let box = RealFunctionBox("minimum on an interval", f)
      return try withExtendedLifetime(box) {
        let minimiser = try IntervalMinimiser(
          box, try IntervalBracket(of: box, in: interval, samples: samples))
        return try minimiser.minimum(
          absoluteTolerance: absoluteTolerance, relativeTolerance: relativeTolerance,
          maximumIterations: maximumIterations)
      }
    }
  }
}

/// Three points of which the middle one has the least value.
private struct IntervalBracket {
  var points: (lower: Double, middle: Double, upper: Double)
  var values: (lower: Double, middle: Double, upper: Double)

  init(of box: RealFunctionBox, in interval: ClosedRange<Double>, samples: Int) throws {
    let count = samples + 1
    let weights = (0...count).map { Double($0) / Double(count) }
    let points = weights.map { interval.lowerBound * (1 - $0) + interval.upperBound * $0 }
    let values = points.map(box.value)
    try box.rethrow()
    let least = (1...samples).min { values[$0] < values[$1] } ?? 1
    guard values[least] < values[0], values[least] < values[count] else {
      throw NumericError(
        "minimum on an interval", .notEnclosed,
        "no inner sample lies below the values at both ends",
        evidence: Bracketing.evidence(interval, (values[0], values[count]))
          + [.init("least inner sample", points[least]), .init("value of it", values[least])],
        remedy: "The least value is at an end, or the minimum is narrower than the samples: "
          + "give another interval or more samples.")
    }
    // The leftmost least sample lies below its left neighbour; to the right there may be a plateau,
    // which would not enclose: go on to the next higher value.
    let lower = least - 1
    let upper = (least + 1...count).first { values[$0] > values[least] } ?? count
    self.points = (points[lower], points[least], points[upper])
    self.values = (values[lower], values[least], values[upper])
  }
}

/// The owner of GSL's minimiser and of the function record that it points to.
private final class IntervalMinimiser {
  private let box: RealFunctionBox
  private let minimiser: UnsafeMutablePointer<gsl_min_fminimizer>
  private let function: UnsafeMutablePointer<gsl_function>

  init(_ box: RealFunctionBox, _ bracket: IntervalBracket) throws {
    guard let minimiser = gsl_min_fminimizer_alloc(steepness_minimum_brent()) else {
      throw NumericError.outOfMemory("minimum on an interval")
    }
    self.box = box
    self.minimiser = minimiser
    function = .allocate(capacity: 1)
    function.initialize(to: box.gslFunction)
    try check(
      gsl_min_fminimizer_set_with_values(
        minimiser, function, bracket.points.middle, bracket.values.middle, bracket.points.lower,
        bracket.values.lower, bracket.points.upper, bracket.values.upper))
  }

  deinit {
    gsl_min_fminimizer_free(minimiser)
    function.deallocate()
  }

  func minimum(
    absoluteTolerance: Double, relativeTolerance: Double, maximumIterations: Int
  ) throws -> Minimum {
    var lower = Double.nan
    var upper = Double.nan
    for iteration in 1...maximumIterations {
      let status = gsl_min_fminimizer_iterate(minimiser)
      // GSL_FAILURE says that rounding leaves no point between: the bracket is as short as it gets.
      let isStuck = Int(status) == GSL_FAILURE
      if !isStuck { try check(status) }
      lower = gsl_min_fminimizer_x_lower(minimiser)
      upper = gsl_min_fminimizer_x_upper(minimiser)
      let isShort =
        gsl_min_test_interval(lower, upper, absoluteTolerance, relativeTolerance)
        == GSL_SUCCESS
      if isStuck || isShort {
        return Minimum(
          point: [gsl_min_fminimizer_x_minimum(minimiser)],
          value: gsl_min_fminimizer_f_minimum(minimiser), iterations: iteration,
          evaluations: box.evaluations, converged: true)
      }
    }
    throw NumericError(
      "minimum on an interval", .notConverged,
      "\(maximumIterations) iterations do not reach the tolerance",
      evidence: [.init("lower end", lower), .init("upper end", upper)],
      remedy: "Allow more iterations or a larger tolerance.")
  }

  private func check(_ status: Int32) throws {
    try box.rethrow()
    guard Int(status) != GSL_SUCCESS else { return }
    throw NumericError(
      "minimum on an interval", status: status,
      evidence: [.init("last abscissa", box.lastAbscissa)],
      remedy: "Give a shorter interval around the minimum.")
  }
}
