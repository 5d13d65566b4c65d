internal import CGSL

/// An equation on its way through C; see `RealFunctionBox`.
///
/// A thrown error is kept, and GSL gets `GSL_EBADFUNC`, at which it gives up. A derivative that is
/// not finite is kept too, and GSL gets `GSL_ERANGE`, at which it tries a shorter step.
final class EquationBox {
  let equation: OrdinaryDifferentialEquation
  private(set) var failure: (any Error)?
  private(set) var nonFinite: (time: Double, component: Int, value: Double)?
  private(set) var evaluations = 0
  private(set) var jacobianEvaluations = 0
  private var state: [Double]
  private var derivative: [Double]
  private var byState: [Double] = []
  private var byTime: [Double] = []

  init(_ equation: OrdinaryDifferentialEquation) {
    self.equation = equation
    state = [Double](repeating: 0, count: equation.dimension)
    derivative = state
  }

  /// Forgets failures and counts, for the next integration.
  func reset() {
    failure = nil
    nonFinite = nil
    evaluations = 0
    jacobianEvaluations = 0
  }

  /// f(t, y) at a state of ours; throws what the caller's function throws, or that it is not
  /// finite.
  func derivative(_ time: Double, _ y: [Double]) throws -> [Double] {
    var result = [Double](repeating: 0, count: equation.dimension)
    let status = evaluate(time, y, &result)
    guard status == GSL_SUCCESS else { throw error(status: Int32(status), time: time) }
    return result
  }

  /// The error that stands for a status at a time: the caller's own, if it threw.
  func error(status: Int32, time: Double) -> any Error {
    if let failure { return failure }
    if let nonFinite {
      return NumericError(
        "ordinary differential equation", .nonFiniteValue,
        "the derivative is not finite, however short the step",
        evidence: [
          .init("time", nonFinite.time), .init("component", Double(nonFinite.component)),
          .init("derivative", nonFinite.value), .init("last accepted time", time),
        ], remedy: "End before the solution leaves the domain, for instance by a terminal event.")
    }
    return NumericError(
      "ordinary differential equation", status: status,
      evidence: [.init("last accepted time", time)],
      remedy: "Check for a singularity there; loosen the tolerances or choose another method.")
  }

  private func evaluate(_ time: Double, _ y: [Double], _ result: inout [Double]) -> Int {
    evaluations += 1
    do {
      try equation.rightHandSide(time, y, &result)
    } catch {
      failure = failure ?? error
      return GSL_EBADFUNC
    }
    precondition(
      result.count == equation.dimension,
      "\(result.count) derivatives break count = dimension = \(equation.dimension)")
    if let component = result.firstIndex(where: { !$0.isFinite }) {
      nonFinite = (time, component, result[component])
      return GSL_ERANGE
    }
    return GSL_SUCCESS
  }

  private func readState(_ y: UnsafePointer<Double>) {
    for index in state.indices {
      state[index] = y[index]
    }
  }

  fileprivate func evaluate(
    _ time: Double, _ y: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>
  ) -> Int {
    guard failure == nil else { return GSL_EBADFUNC }
    readState(y)
    let status = evaluate(time, state, &derivative)
    for index in derivative.indices {
      result[index] = derivative[index]
    }
    return status
  }

  fileprivate func evaluateJacobian(
    _ time: Double, _ y: UnsafePointer<Double>, _ byStateOut: UnsafeMutablePointer<Double>,
    _ byTimeOut: UnsafeMutablePointer<Double>
  ) -> Int {
    guard failure == nil else { return GSL_EBADFUNC }
    let dimension = equation.dimension
    jacobianEvaluations += 1
    readState(y)
    byState = [Double](repeating: 0, count: dimension * dimension)
    byTime = [Double](repeating: 0, count: dimension)
    if let jacobian = equation.jacobian {
      do {
        try jacobian(time, state, &byState, &byTime)
      } catch {
        failure = error
        return GSL_EBADFUNC
      }
      precondition(
        byState.count == dimension * dimension && byTime.count == dimension,
        "a Jacobian of \(byState.count) and \(byTime.count) entries breaks count = dimension²")
    } else {
      let status = takeDifferences(time)
      guard status == GSL_SUCCESS else { return status }
    }
    guard byState.allSatisfy(\.isFinite), byTime.allSatisfy(\.isFinite) else {
      nonFinite = (time, 0, .nan)
      return GSL_ERANGE
    }
    for index in byState.indices { byStateOut[index] = byState[index] }
    for index in byTime.indices { byTimeOut[index] = byTime[index] }
    return GSL_SUCCESS
  }

  /// Forward differences of f in each unknown and in time.
  private func takeDifferences(_ time: Double) -> Int {
    let dimension = equation.dimension
    var base = derivative
    var shifted = derivative
    var status = evaluate(time, state, &base)
    guard status == GSL_SUCCESS else { return status }
    let root = Double.ulpOfOne.squareRoot()
    for column in 0..<dimension {
      let kept = state[column]
      state[column] = kept + root * max(abs(kept), 1)
      let step = state[column] - kept
      status = evaluate(time, state, &shifted)
      state[column] = kept
      guard status == GSL_SUCCESS else { return status }
      for row in 0..<dimension {
        byState[row * dimension + column] = (shifted[row] - base[row]) / step
      }
    }
    let later = time + root * max(abs(time), 1)
    status = evaluate(later, state, &shifted)
    guard status == GSL_SUCCESS else { return status }
    for row in 0..<dimension {
      byTime[row] = (shifted[row] - base[row]) / (later - time)
    }
    return GSL_SUCCESS
  }

  /// The equation as GSL takes it; valid while the box lives.
  var gslSystem: gsl_odeiv2_system {
    gsl_odeiv2_system(
      function: { time, y, result, box in
        guard let y, let result, let box else { return Int32(GSL_EFAULT) }
        let equation = Unmanaged<EquationBox>.fromOpaque(box).takeUnretainedValue()
        return Int32(equation.evaluate(time, y, result))
      },
      jacobian: { time, y, byState, byTime, box in
        guard let y, let byState, let byTime, let box else { return Int32(GSL_EFAULT) }
        let equation = Unmanaged<EquationBox>.fromOpaque(box).takeUnretainedValue()
        return Int32(equation.evaluateJacobian(time, y, byState, byTime))
      },
      dimension: equation.dimension, params: Unmanaged.passUnretained(self).toOpaque())
  }
}
