import Foundation
import NumericKernel
import Testing

@Suite struct IntegrationFailureTests {
  private func trajectory(
    _ equation: OrdinaryDifferentialEquation, _ method: IntegrationMethod = .rkf45,
    to end: Double = 2, initial: [Double] = [1]
  ) throws -> Trajectory {
    try Integrator(equation, method: method).integrate(
      from: 0, to: end, initial: initial, absoluteTolerance: 1e-8, relativeTolerance: 1e-8,
      maximumSteps: 2000)
  }

  @Test(arguments: [IntegrationMethod.rkf45, .rk8pd, .msadams, .msbdf, .rk4imp, .bsimp])
  func `a solution that blows up is a typed error near the singularity`(
    _ method: IntegrationMethod
  ) throws {
    // y′ = y², y(0) = 1: y = 1/(1 − t).
    let equation = OrdinaryDifferentialEquation(dimension: 1) { _, y, derivative in
      derivative[0] = y[0] * y[0]
    }
    let error = try #require(
      #expect(throws: NumericError.self) { try trajectory(equation, method) })
    let reached = error.evidence("time reached") ?? error.evidence("last accepted time")
    #expect(abs(try #require(reached) - 1) < 0.01)
  }

  @Test func `a wall that a shorter step avoids is no failure`() throws {
    // y′ = −√y reaches zero at t = 2; beyond, trial steps see NaN.
    let equation = OrdinaryDifferentialEquation(dimension: 1) { _, y, derivative in
      derivative[0] = -y[0].squareRoot()
    }
    let solution = try trajectory(equation, to: 1.9)
    #expect(abs(solution.last.state[0] - 0.05 * 0.05) <= 20 * 1e-8)
  }

  @Test func `a wall that no step avoids is a typed error with the time`() throws {
    let equation = OrdinaryDifferentialEquation(dimension: 2) { t, _, derivative in
      derivative = [1, t < 0.5 ? 1 : .nan]
    }
    let error = try #require(
      #expect(throws: NumericError.self) { try trajectory(equation, initial: [0, 0]) })
    #expect(error.cause == .nonFiniteValue)
    #expect(error.evidence("component") == 1)
    #expect(abs(try #require(error.evidence("last accepted time")) - 0.5) < 1e-6)
  }

  @Test(arguments: IntegrationMethod.allCases, [1, 2, 5, 17])
  func `an error of the right-hand side comes out as it is`(
    _ method: IntegrationMethod, _ last: Int
  ) {
    var calls = 0
    let equation = OrdinaryDifferentialEquation(dimension: 1) { _, y, derivative in
      calls += 1
      if calls == last { throw Interruption() }
      derivative[0] = -y[0]
    }
    #expect(throws: Interruption()) { try trajectory(equation, method) }
    #expect(calls == last)
  }

  @Test func `an error of the Jacobian comes out as it is`() {
    let equation = OrdinaryDifferentialEquation(
      dimension: 1, jacobian: { _, _, _, _ in throw Interruption() },
      rightHandSide: { _, y, derivative in derivative[0] = -y[0] })
    for method in [IntegrationMethod.rk1imp, .rk2imp, .rk4imp, .bsimp, .msbdf] {
      #expect(throws: Interruption()) { try trajectory(equation, method) }
    }
  }

  @Test func `an integrator works again after an error`() throws {
    var isBroken = true
    let equation = OrdinaryDifferentialEquation(dimension: 1) { t, y, derivative in
      if isBroken && t > 0.5 { throw Interruption() }
      derivative[0] = -y[0]
    }
    let integrator = try Integrator(equation, method: .msbdf)
    func end() throws -> Double {
      try integrator.integrate(
        from: 0, to: 1, initial: [1], absoluteTolerance: 1e-6, relativeTolerance: 1e-6
      ).last.state[0]
    }
    #expect(throws: Interruption()) { try end() }
    isBroken = false
    #expect(abs(try end() - exp(-1)) <= 500 * 1e-6)
  }

  @Test func `initial values and times that are not finite are typed errors`() throws {
    let nan = #expect(throws: NumericError.self) {
      try trajectory(KnownProblems.rational, initial: [.nan])
    }
    #expect(nan?.cause == .invalidInput)
    let infinite = #expect(throws: NumericError.self) {
      try trajectory(KnownProblems.rational, to: .infinity)
    }
    #expect(infinite?.cause == .invalidInput)
  }

  @Test func `a time outside the trajectory is a typed error with the domain`() throws {
    let solution = try trajectory(KnownProblems.rational)
    for time in [-0.1, 2.1, .nan] {
      let error = #expect(throws: NumericError.self) { try solution.state(at: time) }
      #expect(error?.cause == .outOfDomain)
      #expect(error?.evidence("last time") == 2)
      #expect(throws: NumericError.self) { try solution.derivative(at: time) }
    }
  }
}
