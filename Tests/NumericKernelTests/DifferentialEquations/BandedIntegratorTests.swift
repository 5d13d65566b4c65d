import Foundation
import NumericKernel
import Testing

@Suite struct BandedIntegratorTests {
  /// u′ = n²·δ²u on n − 1 inner points with u = 0 at the ends, from a sine: it decays at the rate of the discrete operator.
  private static func heat(_ count: Int, withJacobian: Bool) -> BandedEquation {
    let strength = Double((count + 1) * (count + 1))
    return BandedEquation(
      dimension: count, bandwidth: 1,
      rightHandSide: { _, state, derivative in
        for i in 0..<count {
          let left = i > 0 ? state[i - 1] : 0
          let right = i < count - 1 ? state[i + 1] : 0
          derivative[i] = strength * (left - 2 * state[i] + right)
        }
        return true
      },
      jacobian: withJacobian
        ? { _, _, matrix in
          for i in 0..<count {
            matrix.add(-2 * strength, row: i, column: i)
            if i > 0 { matrix.add(strength, row: i, column: i - 1) }
            if i < count - 1 { matrix.add(strength, row: i, column: i + 1) }
          }
          return true
        } : nil,
      errorSizes: { _, sizes in
        for i in 0..<count { sizes[i] = 1 }
        return true
      })
  }

  @Test(arguments: [true, false])
  func `heat decays at the rate of the discrete operator`(_ withJacobian: Bool) throws {
    let count = 31
    let sine = (1...count).map { sin(Double.pi * Double($0) / Double(count + 1)) }
    let integrator = try BandedIntegrator(
      Self.heat(count, withJacobian: withJacobian), from: 0, state: sine, tolerance: 1e-8)
    while integrator.time < 0.1 { try integrator.step(towards: 0.1) }
    let state = try integrator.interpolated(at: 0.1)
    let half = sin(Double.pi / 2 / Double(count + 1))
    let decay = exp(-0.1 * 4 * Double((count + 1) * (count + 1)) * half * half)
    // Local errors of 1e-8 in a decay add up to few of them: heuristic.
    for (value, start) in zip(state, sine) { #expect(abs(value - decay * start) <= 1e-6) }
    #expect(integrator.cost.jacobianEvaluations > 0)
    #expect(integrator.cost.evaluations >= integrator.cost.acceptedSteps)
  }

  @Test func `a state outside the domain is an error with the time reached`() throws {
    let equation = BandedEquation(
      dimension: 1, bandwidth: 0,
      rightHandSide: { time, _, derivative in
        derivative[0] = 1
        return time < 0.5
      }, jacobian: nil,
      errorSizes: { _, sizes in
        sizes[0] = 1
        return true
      })
    let integrator = try BandedIntegrator(equation, from: 0, state: [0], tolerance: 1e-6)
    let error = #expect(throws: NumericError.self) {
      while integrator.time < 1 { try integrator.step(towards: 1) }
    }
    #expect((error?.evidence("time reached") ?? 1) <= 0.5)
  }

  @Test func `a tolerance below rounding is said to be that`() throws {
    let error = #expect(throws: NumericError.self) {
      let integrator = try BandedIntegrator(
        Self.heat(3, withJacobian: true), from: 0, state: [1, 1, 1], tolerance: 1e-20)
      try integrator.step(towards: 1)
    }
    #expect(error?.cause == .roundOff)
    #expect(error?.remedy.contains("looser tolerance") == true)
  }
}
