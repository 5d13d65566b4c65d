internal import CGSL

/// The owner of GSL's driver: a stepper, a controller of its error, and what carries them along.
///
/// The implicit steppers ask the driver for the tolerances, so all methods get one.
final class StepDriver {
  let box: EquationBox
  private let system: UnsafeMutablePointer<gsl_odeiv2_system>
  private let driver: UnsafeMutablePointer<gsl_odeiv2_driver>
  /// Steps that the error controller refused, over all resets.
  private(set) var rejections = 0
  private var failedBefore: UInt = 0

  init(_ equation: OrdinaryDifferentialEquation, _ method: IntegrationMethod) throws {
    GSL.errorHandlerIsOff
    box = EquationBox(equation)
    system = .allocate(capacity: 1)
    system.initialize(to: box.gslSystem)
    guard let driver = gsl_odeiv2_driver_alloc_y_new(system, method.stepType, 1, 1, 1) else {
      system.deallocate()
      throw NumericError.outOfMemory("ordinary differential equation")
    }
    self.driver = driver
  }

  deinit {
    gsl_odeiv2_driver_free(driver)
    system.deallocate()
  }

  /// Starts anew, with an error per step and component of at most absolute + relative·|y|.
  func start(absoluteTolerance: Double, relativeTolerance: Double) {
    restart()
    gsl_odeiv2_control_init(driver.pointee.c, absoluteTolerance, relativeTolerance, 1, 0)
    box.reset()
    rejections = 0
  }

  /// Forgets the steps taken, so that the next one may start anywhere.
  func restart() {
    gsl_odeiv2_driver_reset(driver)
    failedBefore = 0
  }

  /// Takes one accepted step towards `end`; `step` is the length to try, then the one to try next.
  func advance(
    _ time: inout Double, towards end: Double, step: inout Double, _ state: inout [Double]
  ) throws {
    let before = time
    let status = gsl_odeiv2_evolve_apply(
      driver.pointee.e, driver.pointee.c, driver.pointee.s, system, &time, end, &step, &state)
    let failed = driver.pointee.e.pointee.failed_steps
    rejections += Int(failed - failedBefore)
    failedBefore = failed
    guard Int(status) == GSL_SUCCESS, box.failure == nil else {
      throw box.error(status: status, time: before)
    }
  }

  /// Takes one step of a given length, whatever its error.
  func advance(from time: Double, by step: Double, _ state: inout [Double]) throws {
    let derivative = try box.derivative(time, state)
    var error = [Double](repeating: 0, count: state.count)
    var derivativeAfter = error
    let status = gsl_odeiv2_step_apply(
      driver.pointee.s, time, step, &state, &error, derivative, &derivativeAfter, system)
    guard Int(status) == GSL_SUCCESS, box.failure == nil else {
      throw box.error(status: status, time: time)
    }
  }
}
