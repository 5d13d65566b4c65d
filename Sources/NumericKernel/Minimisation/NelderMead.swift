internal import CGSL

/// Minimisation without derivatives by the simplex method of Nelder and Mead.
///
/// - Rigour: heuristic. A local method that may also stall at a point that is no minimum; the value
///   it returns is nonetheless a value of the function, hence an upper bound of the minimum.
public enum NelderMead {
  /// The least value found from a start, by GSL's `nmsimplex2`.
  ///
  /// The first simplex has the start and, for each axis, the start plus that axis' step. The method
  /// stops where the simplex' size, the root mean square distance of its corners from their
  /// centre, falls below `simplexSize`.
  ///
  /// - Edge cases: `f` may return +∞ to say that a point is forbidden: such a point is worse than
  ///   every finite one. NaN and −∞ are failures. Where the limit of iterations comes first, the
  ///   best point is still returned, with `converged` false.
  /// - Accuracy: the point to about `simplexSize` where the method converges to a minimum.
  /// - Throws: `NumericError` for bad input, for NaN or −∞, or where no finite value was found; and
  ///   whatever `f` throws.
  public static func minimum(
    from start: [Double], step: [Double], maximumIterations: Int, simplexSize: Double,
    of f: ([Double]) throws -> Double
  ) throws -> Minimum {
    GSL.errorHandlerIsOff
    precondition(
      start.count == step.count && !start.isEmpty,
      "\(start.count) coordinates and \(step.count) steps break 0 < count = count")
    precondition(maximumIterations > 0, "\(maximumIterations) breaks maximumIterations > 0")
    precondition(simplexSize > 0, "\(simplexSize) breaks simplexSize > 0")
    guard (start + step).allSatisfy(\.isFinite), step.allSatisfy({ $0 != 0 }) else {
      throw NumericError(
        "Nelder–Mead minimum", .invalidInput, "start and step must be finite and no step zero",
        remedy: "Give each axis a step of the size in which the function changes.")
    }
    return try withoutActuallyEscaping(f) { f in
      let box = ObjectiveBox(f, dimension: start.count)
      return try withExtendedLifetime(box) {
        let simplex = try Simplex(box, start: start, step: step)
        return try simplex.descend(box, maximumIterations: maximumIterations, until: simplexSize)
      }
    }
  }
}

/// The caller's function of several variables on its way through C; see `RealFunctionBox`.
private final class ObjectiveBox {
  let function: ([Double]) throws -> Double
  let dimension: Int
  private(set) var failure: (any Error)?
  private(set) var evaluations = 0
  private(set) var bestPoint: [Double]
  private(set) var bestValue = Double.infinity

  init(_ function: @escaping ([Double]) throws -> Double, dimension: Int) {
    self.function = function
    self.dimension = dimension
    bestPoint = [Double](repeating: .nan, count: dimension)
  }

  /// The value for GSL, which takes finite values only: a wall is the greatest finite number.
  func value(at x: UnsafePointer<gsl_vector>) -> Double {
    guard failure == nil else { return 0 }
    evaluations += 1
    let point = (0..<dimension).map { gsl_vector_get(x, $0) }
    do {
      let value = try function(point)
      if value.isNaN || value == -.infinity {
        failure = NumericError(
          "Nelder–Mead minimum", .nonFiniteValue, "the function is NaN or −∞",
          evidence: point.enumerated().map { .init("x\($0.offset)", $0.element) }
            + [.init("value", value)],
          remedy: "Return +∞ where a point is forbidden; bound the function below.")
        return 0
      }
      if value < bestValue {
        bestValue = value
        bestPoint = point
      }
      return min(value, .greatestFiniteMagnitude)
    } catch {
      failure = error
      return 0
    }
  }

  func rethrow() throws {
    if let failure { throw failure }
  }

  var gslFunction: gsl_multimin_function {
    gsl_multimin_function(
      f: { x, box in
        guard let x, let box else { return .nan }
        return Unmanaged<ObjectiveBox>.fromOpaque(box).takeUnretainedValue().value(at: x)
      },
      n: dimension, params: Unmanaged.passUnretained(self).toOpaque())
  }
}

/// The owner of GSL's minimiser and of the function record that it points to.
private final class Simplex {
  private let minimiser: UnsafeMutablePointer<gsl_multimin_fminimizer>
  private let function: UnsafeMutablePointer<gsl_multimin_function>

  init(_ box: ObjectiveBox, start: [Double], step: [Double]) throws {
    guard
      let minimiser = gsl_multimin_fminimizer_alloc(steepness_multimin_nmsimplex2(), start.count)
    else { throw NumericError.outOfMemory("Nelder–Mead minimum") }
    self.minimiser = minimiser
    function = .allocate(capacity: 1)
    function.initialize(to: box.gslFunction)
    var start = start
    var step = step
    let status = start.withUnsafeMutableBufferPointer { start in
      step.withUnsafeMutableBufferPointer { step in
        var startView = gsl_vector_view_array(start.baseAddress, start.count).vector
        var stepView = gsl_vector_view_array(step.baseAddress, step.count).vector
        return gsl_multimin_fminimizer_set(minimiser, function, &startView, &stepView)
      }
    }
    try box.rethrow()
    try check(status, box)
  }

  deinit {
    gsl_multimin_fminimizer_free(minimiser)
    function.deallocate()
  }

  func descend(
    _ box: ObjectiveBox, maximumIterations: Int, until simplexSize: Double
  ) throws -> Minimum {
    var iterations = 0
    var converged = false
    while iterations < maximumIterations, !converged {
      let status = gsl_multimin_fminimizer_iterate(minimiser)
      try box.rethrow()
      if Int(status) == GSL_ENOPROG { break }
      try check(status, box)
      iterations += 1
      converged = gsl_multimin_fminimizer_size(minimiser) < simplexSize
    }
    guard box.bestValue < .infinity else {
      throw NumericError(
        "Nelder–Mead minimum", .nonFiniteValue, "every point visited is forbidden (+∞)",
        evidence: [.init("evaluations", Double(box.evaluations))],
        remedy: "Start at a point where the function is finite.")
    }
    return Minimum(
      point: box.bestPoint, value: box.bestValue, iterations: iterations,
      evaluations: box.evaluations, converged: converged)
  }

  private func check(_ status: Int32, _ box: ObjectiveBox) throws {
    guard Int(status) != GSL_SUCCESS else { return }
    throw NumericError(
      "Nelder–Mead minimum", status: status, evidence: [.init("best value", box.bestValue)],
      remedy: "Start elsewhere, or with other steps.")
  }
}
