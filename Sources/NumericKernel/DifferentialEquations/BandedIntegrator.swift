internal import CSUNDIALS

/// A stiff system y′ = f(t, y) whose Jacobian is banded, for `BandedIntegrator`.
///
/// The closures get plain memory of `dimension` entries. Each says whether it could do its work: where it could not,
/// the step is repeated shorter.
public struct BandedEquation {
  public typealias RightHandSide = (
    _ time: Double, _ state: UnsafePointer<Double>, _ derivative: UnsafeMutablePointer<Double>
  ) -> Bool
  public typealias Jacobian = (
    _ time: Double, _ state: UnsafePointer<Double>, _ matrix: BandedMatrix
  ) -> Bool
  public typealias ErrorSizes = (
    _ state: UnsafePointer<Double>, _ sizes: UnsafeMutablePointer<Double>
  ) -> Bool

  /// The count of unknowns.
  public let dimension: Int
  /// ∂fᵢ/∂yⱼ = 0 for |i − j| > bandwidth.
  public let bandwidth: Int
  /// f.
  public let rightHandSide: RightHandSide
  /// ∂f/∂y, added to a matrix of zeros; nil for differences of f.
  public let jacobian: Jacobian?
  /// The error of each component that counts as one tolerance.
  public let errorSizes: ErrorSizes

  public init(
    dimension: Int, bandwidth: Int, rightHandSide: @escaping RightHandSide,
    jacobian: Jacobian?, errorSizes: @escaping ErrorSizes
  ) {
    precondition(dimension > 0 && bandwidth >= 0, "dimension > 0, bandwidth ≥ 0")
    self.dimension = dimension
    self.bandwidth = bandwidth
    self.rightHandSide = rightHandSide
    self.jacobian = jacobian
    self.errorSizes = errorSizes
  }
}

/// A square matrix with a band, while a Jacobian is being written.
public struct BandedMatrix {
  let matrix: SUNMatrix

  /// Adds to the entry in a row and a column within the band.
  @inline(__always) public func add(_ value: Double, row: Int, column: Int) {
    steepness_band_column(matrix, column)[row - column] += value
  }
}

/// Backward differentiation of order 1 to 5 with Newton's method on a banded matrix: CVODE.
///
/// - Source: SUNDIALS, CVODE; why it is used: decision 0010.
/// - Accuracy: each step's error, as the root mean square of the components' errors over `errorSizes`, is estimated
///   below the tolerance (heuristic).
/// - Edge cases: for one task at a time.
public final class BandedIntegrator {
  private let context: SUNContext
  private let memory: UnsafeMutableRawPointer
  private let vector: N_Vector
  private let matrix: SUNMatrix
  private let solver: SUNLinearSolver
  private let box: Box

  /// The time that has been reached.
  public private(set) var time: Double

  private final class Box {
    let equation: BandedEquation
    let tolerance: Double

    init(_ equation: BandedEquation, _ tolerance: Double) {
      self.equation = equation
      self.tolerance = tolerance
    }
  }

  /// An integration that starts at a time and a state.
  ///
  /// - Throws: `NumericError` where SUNDIALS cannot get memory or refuses the state.
  public init(
    _ equation: BandedEquation, from start: Double, state: [Double], tolerance: Double
  ) throws {
    precondition(state.count == equation.dimension, "state.count = dimension")
    precondition(tolerance > 0, "tolerance > 0")
    let size = Int64(equation.dimension)
    let band = Int64(equation.bandwidth)
    guard let context = steepness_sundials_context(), let memory = steepness_cvode_create(context),
      let vector = N_VNew_Serial(size, context),
      let matrix = SUNBandMatrix(size, band, band, context),
      let solver = SUNLinSol_Band(vector, matrix, context)
    else { throw Self.error(CV_MEM_FAIL, at: start) }
    self.context = context
    self.memory = memory
    self.vector = vector
    self.matrix = matrix
    self.solver = solver
    time = start
    box = Box(equation, tolerance)
    let entries = steepness_vector_entries(vector)
    for index in state.indices { entries?[index] = state[index] }
    var statuses = [CVodeInit(memory, evaluateBandedEquation, start, vector)]
    statuses.append(CVodeSetUserData(memory, Unmanaged.passUnretained(box).toOpaque()))
    statuses.append(CVodeWFtolerances(memory, weighBandedErrors))
    statuses.append(CVodeSetMaxNumSteps(memory, -1))
    statuses.append(CVodeSetMaxHnilWarns(memory, -1))
    statuses.append(CVodeSetLinearSolver(memory, solver, matrix))
    if equation.jacobian != nil { statuses.append(CVodeSetJacFn(memory, evaluateBandedJacobian)) }
    for status in statuses where status < 0 { throw Self.error(status, at: start) }
  }

  deinit {
    SUNLinSolFree(solver)
    SUNMatDestroy(matrix)
    N_VDestroy(vector)
    var memory: UnsafeMutableRawPointer? = memory
    CVodeFree(&memory)
    var context: SUNContext? = context
    SUNContext_Free(&context)
  }

  /// The state at `time`.
  public var state: [Double] { Array(UnsafeBufferPointer(start: entries, count: dimension)) }

  private var dimension: Int { box.equation.dimension }
  private var entries: UnsafeMutablePointer<Double> {
    guard let entries = steepness_vector_entries(vector) else {
      preconditionFailure("a serial vector has entries")
    }
    return entries
  }

  /// One step of the method's own length; `time` may pass any mark, `interpolated(at:)` goes back.
  ///
  /// - Throws: `NumericError` where no step is short enough.
  public func step(towards end: Double) throws {
    var reached = time
    let status = CVode(memory, end, vector, &reached, CV_ONE_STEP)
    guard status >= 0 else { throw Self.error(status, at: reached) }
    guard reached > time else { throw Self.error(CV_TOO_CLOSE, at: reached) }
    time = reached
  }

  /// The state at a time within the last step, by the method's own polynomial, or that polynomial's derivative.
  ///
  /// - Throws: `NumericError` for a time outside the last step.
  public func interpolated(at time: Double, derivative: Int = 0) throws -> [Double] {
    guard let copy = N_VClone(vector) else { throw Self.error(CV_MEM_FAIL, at: time) }
    defer { N_VDestroy(copy) }
    let status = CVodeGetDky(memory, time, Int32(derivative), copy)
    guard status >= 0, let entries = steepness_vector_entries(copy) else {
      throw Self.error(status, at: time)
    }
    return Array(UnsafeBufferPointer(start: entries, count: dimension))
  }

  /// What the integration has cost up to now.
  public var cost: Trajectory.Cost {
    var (steps, evaluations, failures, jacobians) = (0, 0, 0, 0)
    CVodeGetNumSteps(memory, &steps)
    CVodeGetNumRhsEvals(memory, &evaluations)
    CVodeGetNumErrTestFails(memory, &failures)
    CVodeGetNumJacEvals(memory, &jacobians)
    return Trajectory.Cost(
      acceptedSteps: steps, rejectedSteps: failures, coarseSteps: 0, evaluations: evaluations,
      jacobianEvaluations: jacobians)
  }

  /// The library's version.
  public static var libraryVersion: String { String(cString: steepness_sundials_version()) }

  private static func error(_ status: Int32, at time: Double) -> NumericError {
    let reasons: [Int32: (NumericError.Cause, String)] = [
      CV_ERR_FAILURE: (.notConverged, "the error stays too large however short the step"),
      CV_CONV_FAILURE: (.notConverged, "Newton's method does not converge however short the step"),
      CV_REPTD_RHSFUNC_ERR: (.outOfDomain, "the state leaves the domain however short the step"),
      CV_FIRST_RHSFUNC_ERR: (.outOfDomain, "the initial state is outside the domain"),
      CV_TOO_CLOSE: (.notConverged, "steps became too short for the time to grow"),
      CV_ILL_INPUT: (.outOfDomain, "an error size is not positive, or the time cannot grow"),
      CV_MEM_FAIL: (.outOfMemory, "there is no memory"),
      CV_TOO_MUCH_ACC: (.roundOff, "the tolerance is below the rounding of doubles"),
    ]
    let (cause, reason) = reasons[status] ?? (.other, "CVODE gave up with status \(status)")
    return NumericError(
      "banded stiff equation", cause, reason, evidence: [.init("time reached", time)],
      remedy: status == CV_TOO_MUCH_ACC
        ? "Take a looser tolerance." : "Take a finer grid, or another tolerance.")
  }

  fileprivate static func equation(_ data: UnsafeMutableRawPointer?) -> (BandedEquation, Double)? {
    guard let data else { return nil }
    let box = Unmanaged<Box>.fromOpaque(data).takeUnretainedValue()
    return (box.equation, box.tolerance)
  }
}

private func evaluateBandedEquation(
  _ time: Double, _ state: N_Vector?, _ derivative: N_Vector?, _ data: UnsafeMutableRawPointer?
) -> Int32 {
  guard let (equation, _) = BandedIntegrator.equation(data), let state, let derivative,
    let from = steepness_vector_entries(state), let to = steepness_vector_entries(derivative)
  else { return -1 }
  guard equation.rightHandSide(time, from, to) else { return 1 }
  for index in 0..<equation.dimension where !to[index].isFinite { return 1 }
  return 0
}

private func evaluateBandedJacobian(
  _ time: Double, _ state: N_Vector?, _ derivative: N_Vector?, _ matrix: SUNMatrix?,
  _ data: UnsafeMutableRawPointer?, _: N_Vector?, _: N_Vector?, _: N_Vector?
) -> Int32 {
  guard let (equation, _) = BandedIntegrator.equation(data), let state, let matrix,
    let from = steepness_vector_entries(state), let jacobian = equation.jacobian
  else { return -1 }
  SUNMatZero(matrix)
  return jacobian(time, from, BandedMatrix(matrix: matrix)) ? 0 : 1
}

private func weighBandedErrors(
  _ state: N_Vector?, _ weights: N_Vector?, _ data: UnsafeMutableRawPointer?
) -> Int32 {
  guard let (equation, tolerance) = BandedIntegrator.equation(data), let state, let weights,
    let from = steepness_vector_entries(state), let to = steepness_vector_entries(weights),
    equation.errorSizes(from, to)
  else { return -1 }
  for index in 0..<equation.dimension {
    guard to[index] > 0 else { return -1 }
    to[index] = 1 / (tolerance * to[index])
  }
  return 0
}
