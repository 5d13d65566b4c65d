internal import CGSL

/// Roots of functions of one variable by iteration from a guess, with the derivative.
public enum Polishing {
  /// An iteration that improves a guess.
  public enum Method: String, CaseIterable, Sendable {
    /// Newton's iteration: quadratic convergence near a simple root.
    case newton
    /// Newton's iteration with Aitken's acceleration (named as GSL spells it).
    case steffenson
    /// Newton's first step, then secants: one evaluation an iteration and no further derivative.
    case secant
  }

  /// The place and the cost of a root.
  public struct Root: Sendable, Equatable {
    /// The root.
    public let abscissa: Double
    /// The length of the last step: an estimate of the error before that step, hence a cautious
    /// one of the error after it (heuristic).
    public let lastStep: Double
    /// The count of iterations of the method.
    public let iterations: Int
    /// The count of evaluations of the function, without those of the derivative.
    public let evaluations: Int
  }

  /// A root near a guess.
  ///
  /// - Parameters:
  ///   - guess: where the iteration starts.
  ///   - f: the function.
  ///   - derivative: its derivative.
  ///   - method: the iteration.
  ///   - absoluteTolerance: the iteration ends where a step is shorter than this plus
  ///     `relativeTolerance` times the magnitude of the iterate.
  ///   - relativeTolerance: see above.
  ///   - maximumIterations: the limit of iterations.
  /// - Edge cases: a zero of the function met on the way is returned at once.
  /// - Accuracy: near a simple root, that of the function's own rounding divided by its slope. At a
  ///   multiple root convergence is only linear.
  /// - Rigour: heuristic; `Bracketing.root` gives an enclosure.
  /// - Throws: `NumericError` where the derivative vanishes, an iterate or value is not finite or
  ///   the limit of iterations is reached; and whatever `f` or `derivative` throws.
  public static func root(
    from guess: Double, of f: (Double) throws -> Double,
    derivative: (Double) throws -> Double, method: Method = .newton,
    absoluteTolerance: Double = 0, relativeTolerance: Double = 4 * Double.ulpOfOne,
    maximumIterations: Int = 100
  ) throws -> Root {
    GSL.errorHandlerIsOff
    Bracketing.checkTolerances(absoluteTolerance, relativeTolerance, maximumIterations)
    guard guess.isFinite else {
      throw NumericError(
        "polished root", .invalidInput, "the guess is not finite",
        evidence: [.init("guess", guess)], remedy: "Give a finite guess.")
    }
    return try withoutActuallyEscaping(f) { f in
      try withoutActuallyEscaping(derivative) { derivative in
        let pair = FunctionPair(f, derivative)
        return try withExtendedLifetime(pair) {
          let value = pair.function.value(at: guess)
          try pair.rethrow()
          if value == 0 {
            return Root(abscissa: guess, lastStep: 0, iterations: 0, evaluations: 1)
          }
          let polisher = try Polisher(pair, method, from: guess)
          return try polisher.root(
            absoluteTolerance: absoluteTolerance, relativeTolerance: relativeTolerance,
            maximumIterations: maximumIterations)
        }
      }
    }
  }
}

/// A function and its derivative on their way through C; see `RealFunctionBox`.
private final class FunctionPair {
  let function: RealFunctionBox
  let derivative: RealFunctionBox

  init(
    _ function: @escaping (Double) throws -> Double,
    _ derivative: @escaping (Double) throws -> Double
  ) {
    self.function = RealFunctionBox("polished root", function)
    self.derivative = RealFunctionBox("derivative for a polished root", derivative)
  }

  func rethrow() throws {
    try function.rethrow()
    try derivative.rethrow()
  }

  var gslFunction: gsl_function_fdf {
    gsl_function_fdf(
      f: { x, pair in FunctionPair.from(pair)?.function.value(at: x) ?? .nan },
      df: { x, pair in FunctionPair.from(pair)?.derivative.value(at: x) ?? .nan },
      fdf: { x, pair, value, slope in
        value?.pointee = FunctionPair.from(pair)?.function.value(at: x) ?? .nan
        slope?.pointee = FunctionPair.from(pair)?.derivative.value(at: x) ?? .nan
      },
      params: Unmanaged.passUnretained(self).toOpaque())
  }

  private static func from(_ pair: UnsafeMutableRawPointer?) -> FunctionPair? {
    pair.map { Unmanaged<FunctionPair>.fromOpaque($0).takeUnretainedValue() }
  }
}

/// The owner of GSL's iteration and of the function record that it points to.
private final class Polisher {
  private let pair: FunctionPair
  private let solver: UnsafeMutablePointer<gsl_root_fdfsolver>
  private let function: UnsafeMutablePointer<gsl_function_fdf>

  init(_ pair: FunctionPair, _ method: Polishing.Method, from guess: Double) throws {
    let type =
      switch method {
      case .newton: steepness_polish_newton()
      case .steffenson: steepness_polish_steffenson()
      case .secant: steepness_polish_secant()
      }
    guard let solver = gsl_root_fdfsolver_alloc(type) else {
      throw NumericError.outOfMemory("polished root")
    }
    self.pair = pair
    self.solver = solver
    function = .allocate(capacity: 1)
    function.initialize(to: pair.gslFunction)
    try check(gsl_root_fdfsolver_set(solver, function, guess), at: guess)
  }

  deinit {
    gsl_root_fdfsolver_free(solver)
    function.deallocate()
  }

  func root(
    absoluteTolerance: Double, relativeTolerance: Double, maximumIterations: Int
  ) throws -> Polishing.Root {
    var iterate = gsl_root_fdfsolver_root(solver)
    for iteration in 1...maximumIterations {
      let previous = iterate
      let status = gsl_root_fdfsolver_iterate(solver)
      try pair.rethrow()
      iterate = gsl_root_fdfsolver_root(solver)
      let value = iterate.isFinite ? pair.function.value(at: iterate) : .nan
      try pair.rethrow()
      let step = abs(iterate - previous)
      let bound = absoluteTolerance + relativeTolerance * abs(iterate)
      if value == 0 || (Int(status) == GSL_SUCCESS && iteration > 1 && step <= bound) {
        return Polishing.Root(
          abscissa: iterate, lastStep: step, iterations: iteration,
          evaluations: pair.function.evaluations)
      }
      try check(status, at: iterate)
    }
    throw NumericError(
      "polished root", .notConverged,
      "\(maximumIterations) iterations do not reach the tolerance",
      evidence: [.init("iterate", iterate)],
      remedy: "Start nearer to the root, allow more iterations, or enclose it.")
  }

  private func check(_ status: Int32, at iterate: Double) throws {
    try pair.rethrow()
    guard Int(status) != GSL_SUCCESS else { return }
    throw NumericError(
      "polished root", status: status, evidence: [.init("iterate", iterate)],
      remedy: "Start where the derivative does not vanish, or use `Bracketing.root`.")
  }
}
