import Foundation
import NumericKernel
import Testing

@Suite struct StiffnessTests {
  static let implicit: [IntegrationMethod] = [.rk4imp, .bsimp, .msbdf]

  @Test(arguments: implicit, [true, false])
  func `an implicit method takes few steps where an explicit one needs many`(
    _ method: IntegrationMethod, _ hasJacobian: Bool
  ) throws {
    let tolerance = 1e-5
    func trajectory(_ method: IntegrationMethod) throws -> Trajectory {
      try Integrator(
        KnownProblems.protheroRobinson(1000, withJacobian: hasJacobian), method: method
      ).integrate(
        from: 0, to: 3, initial: [1], absoluteTolerance: tolerance, relativeTolerance: tolerance)
    }
    let stiff = try trajectory(method)
    let explicit = try trajectory(.rkf45)
    #expect(stiff.cost.acceptedSteps < explicit.cost.acceptedSteps / 8)
    #expect(stiff.cost.jacobianEvaluations > 0)
    for index in 0...300 {
      let time = Double(index) / 100
      // Off the slow solution errors decay within 1/λ, so they do not add up; but the order of
      // Runge–Kutta methods suffers (Prothero and Robinson), here by a factor of up to 20.
      #expect(abs(try stiff.state(at: time)[0] - cos(time)) <= 20 * tolerance, "t = \(time)")
    }
  }

  @Test(arguments: implicit)
  func `the steep transient before a slow solution is resolved`(_ method: IntegrationMethod) throws
  {
    let lambda = 1e4
    let trajectory = try Integrator(KnownProblems.protheroRobinson(lambda), method: method)
      .integrate(
        from: 0, to: 1, initial: [3], absoluteTolerance: 1e-6, relativeTolerance: 1e-6)
    #expect(trajectory.cost.acceptedSteps < 500)
    // y = cos t + 2·exp(−λt)
    for time in [0.2, 1, 3, 10, 100, 5000].map({ $0 / lambda }) {
      let exact = cos(time) + 2 * exp(-lambda * time)
      #expect(abs(try trajectory.state(at: time)[0] - exact) <= 100 * 1e-6, "t = \(time)")
    }
  }

  @Test func `two implicit methods agree on van der Pol's oscillator, which stops explicit ones`()
    throws
  {
    let equation = KnownProblems.vanDerPol(1000)
    func end(_ method: IntegrationMethod) throws -> Trajectory {
      try Integrator(equation, method: method).integrate(
        from: 0, to: 1500, initial: [2, 0], absoluteTolerance: 1e-6, relativeTolerance: 1e-6,
        maximumSteps: 4000)
    }
    let first = try end(.bsimp)
    let second = try end(.msbdf)
    // Multistep errors come to 500 tolerances; the jump near t = 807 shifts with them.
    #expect(abs(first.last.state[0] - second.last.state[0]) <= 1000 * 1e-6)
    let error = #expect(throws: NumericError.self) { try end(.rkf45) }
    #expect(error?.cause == .notConverged)
    #expect(error?.evidence("time reached").map { $0 < 100 } == true)
  }
}
