import Foundation
import NumericKernel
import Testing

@Suite struct IntegratorTests {
  /// Errors, in tolerances, that local errors may add up to on ten units of the oscillator; the
  /// documentation of `Integrator` states them. Heuristic: measured, not derived.
  static func documentedFactor(_ method: IntegrationMethod) -> Double {
    switch method {
    case .rkf45, .rkck, .rk8pd: 8
    case .rk4, .rk4imp, .bsimp, .rk2: 60
    default: 500
    }
  }

  static let accurateMethods: [IntegrationMethod] = [
    .rk2, .rk4, .rkf45, .rkck, .rk8pd, .rk4imp, .bsimp, .msadams, .msbdf,
  ]

  @Test(arguments: accurateMethods, [1e-4, 1e-6, 1e-8])
  func `states on and between steps are as accurate as asked`(
    _ method: IntegrationMethod, _ tolerance: Double
  ) throws {
    let trajectory = try Integrator(KnownProblems.oscillator, method: method).integrate(
      from: 0, to: 10, initial: [1, 0], absoluteTolerance: tolerance, relativeTolerance: tolerance)
    let bound = Self.documentedFactor(method) * tolerance
    for step in trajectory.steps {
      #expect(abs(step.state[0] - cos(step.time)) <= bound)
      #expect(abs(step.state[1] + sin(step.time)) <= bound)
    }
    for index in 0...500 {
      let time = Double(index) / 50
      let state = try trajectory.state(at: time)
      #expect(abs(state[0] - cos(time)) <= bound + tolerance, "t = \(time)")
      #expect(abs(state[1] + sin(time)) <= bound + tolerance, "t = \(time)")
    }
    #expect(trajectory.interpolationError <= 1)
    #expect(trajectory.last.time == 10)
  }

  @Test(arguments: accurateMethods)
  func `the dense output passes through the steps and is continuous`(
    _ method: IntegrationMethod
  ) throws {
    let trajectory = try Integrator(KnownProblems.rational, method: method).integrate(
      from: 0, to: 3, initial: [1], absoluteTolerance: 1e-7, relativeTolerance: 1e-7)
    for step in trajectory.steps {
      #expect(try trajectory.state(at: step.time) == step.state)
      #expect(try trajectory.derivative(at: step.time) == step.derivative)
      for time in [step.time.nextDown, step.time.nextUp]
      where trajectory.domain.contains(time) {
        #expect(abs(try trajectory.state(at: time)[0] - step.state[0]) <= 1e-13)
      }
    }
    let times = trajectory.steps.map(\.time)
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
    #expect(times.first == 0 && times.last == 3)
  }

  @Test func `the derivative of the dense output solves the equation`() throws {
    let tolerance = 1e-8
    let trajectory = try Integrator(KnownProblems.rational, method: .rkf45).integrate(
      from: 0, to: 3, initial: [1], absoluteTolerance: tolerance, relativeTolerance: tolerance)
    for index in 1..<300 {
      let time = Double(index) / 100
      let state = try trajectory.state(at: time)[0]
      let derivative = try trajectory.derivative(at: time)[0]
      // The defect times the step is kept below the tolerance at a third of each step, and is at
      // most about as large elsewhere; steps are longer than 0.01 here.
      #expect(abs(derivative + 2 * time * state * state) <= 100 * tolerance)
    }
  }

  @Test(arguments: accurateMethods)
  func `integration runs backwards in time`(_ method: IntegrationMethod) throws {
    let trajectory = try Integrator(KnownProblems.rational, method: method).integrate(
      from: 2, to: -1, initial: [0.2], absoluteTolerance: 1e-8, relativeTolerance: 1e-8)
    #expect(trajectory.last.time == -1)
    #expect(trajectory.domain == -1...2)
    for time in [-1, -0.5, 0, 0.7, 1.9, 2] {
      let error = try trajectory.state(at: time)[0] - KnownProblems.rationalSolution(time)
      // Backwards, errors at t = 2 grow by (y(0)/y(2))² = 25.
      #expect(abs(error) <= 25 * 500 * 1e-8, "t = \(time)")
    }
  }

  @Test(arguments: [IntegrationMethod.rk4, .rkf45, .rkck], [1e-4, 1e-6, 1e-8])
  func `the quintic never limits the steps of a method of order five`(
    _ method: IntegrationMethod, _ tolerance: Double
  ) throws {
    let trajectory = try Integrator(KnownProblems.oscillator, method: method).integrate(
      from: 0, to: 10, initial: [1, 0], absoluteTolerance: tolerance, relativeTolerance: tolerance)
    #expect(trajectory.cost.coarseSteps == 0)
  }

  @Test func `the counts tell what was spent`() throws {
    var calls = 0
    let equation = OrdinaryDifferentialEquation(dimension: 1) { _, y, derivative in
      calls += 1
      derivative[0] = -y[0]
    }
    let integrator = try Integrator(equation, method: .rkf45)
    let trajectory = try integrator.integrate(
      from: 0, to: 5, initial: [1], absoluteTolerance: 1e-8, relativeTolerance: 1e-8)
    #expect(trajectory.cost.evaluations == calls)
    #expect(trajectory.cost.acceptedSteps == trajectory.steps.count - 1)
    #expect(trajectory.cost.jacobianEvaluations == 0)
    // A first step that is far too long is refused first.
    let rash = try integrator.integrate(
      from: 0, to: 5, initial: [1], absoluteTolerance: 1e-8, relativeTolerance: 1e-8,
      initialStep: 5)
    #expect(rash.cost.rejectedSteps > 0)
    #expect(abs(rash.last.state[0] - exp(-5)) <= 8e-8)
  }

  @Test func `an integrator can be used again and gives the same bits`() throws {
    for method in IntegrationMethod.allCases {
      let integrator = try Integrator(KnownProblems.rational, method: method)
      let first = try integrator.integrate(
        from: 0, to: 1, initial: [1], absoluteTolerance: 1e-5, relativeTolerance: 1e-5)
      _ = try integrator.integrate(
        from: 1, to: 3, initial: [2], absoluteTolerance: 1e-4, relativeTolerance: 0)
      let second = try integrator.integrate(
        from: 0, to: 1, initial: [1], absoluteTolerance: 1e-5, relativeTolerance: 1e-5)
      #expect(first.steps == second.steps, "\(method)")
      #expect(first.cost == second.cost, "\(method)")
    }
  }

  @Test func `steps do not exceed the limit`() throws {
    let trajectory = try Integrator(KnownProblems.oscillator, method: .rk8pd).integrate(
      from: 0, to: 4, initial: [1, 0], absoluteTolerance: 1e-3, relativeTolerance: 1e-3,
      maximumStep: 0.25)
    let times = trajectory.steps.map(\.time)
    #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 <= (0.25).nextUp + (4.0).ulp })
  }

  @Test func `the limit of steps is exact`() throws {
    let integrator = try Integrator(KnownProblems.oscillator, method: .rkf45)
    func trajectory(_ limit: Int) throws -> Trajectory {
      try integrator.integrate(
        from: 0, to: 4, initial: [1, 0], absoluteTolerance: 1e-6, relativeTolerance: 1e-6,
        maximumSteps: limit)
    }
    let count = try trajectory(1000).cost.acceptedSteps
    #expect(try trajectory(count).last.time == 4)
    let error = #expect(throws: NumericError.self) { try trajectory(count - 1) }
    #expect(error?.cause == .notConverged)
  }

  @Test func `an interval of no length is one point`() throws {
    let trajectory = try Integrator(KnownProblems.rational, method: .rkf45).integrate(
      from: 1, to: 1, initial: [0.5], absoluteTolerance: 1e-3, relativeTolerance: 1e-3)
    #expect(trajectory.steps.count == 1)
    #expect(try trajectory.state(at: 1) == [0.5])
    #expect(throws: NumericError.self) { try trajectory.state(at: 1.5) }
  }
}
