import Foundation
import NumericKernel
import Testing

@Suite struct ConvergenceTests {
  static let methods = IntegrationMethod.allCases.filter { $0.claimedOrder != nil }

  /// Steps per unit of time at which the error is above rounding and in its asymptotic range.
  static func density(_ method: IntegrationMethod) -> Int {
    method.claimedOrder == 8 ? 2 : 16
  }

  @Test(arguments: methods)
  func `halving a fixed step divides the error as the claimed order says`(
    _ method: IntegrationMethod
  ) throws {
    let order = Double(try #require(method.claimedOrder))
    let integrator = try Integrator(KnownProblems.oscillator, method: method)
    let duration = 10
    let errors = try [1, 2].map { factor in
      let end = try integrator.state(
        after: duration * Self.density(method) * factor, equalStepsFrom: 0, to: Double(duration),
        initial: [1, 0])
      return hypot(end[0] - cos(Double(duration)), end[1] + sin(Double(duration)))
    }
    let measured = log2(errors[0] / errors[1])
    #expect(abs(measured - order) <= 0.25, "measured \(measured), claimed \(order)")
  }

  @Test(arguments: methods)
  func `fixed steps go backwards too`(_ method: IntegrationMethod) throws {
    let integrator = try Integrator(KnownProblems.oscillator, method: method)
    let forwards = try integrator.state(
      after: 20, equalStepsFrom: 0, to: 1, initial: [1, 0])
    // The oscillator is reversible: time backwards is velocity reversed.
    let backwards = try integrator.state(
      after: 20, equalStepsFrom: 0, to: -1, initial: [1, 0])
    #expect(abs(forwards[0] - backwards[0]) <= 1e-11, "stages are solved to 1e−12")
    #expect(abs(forwards[1] + backwards[1]) <= 1e-11)
  }

  @Test func `every method has an order or varies it`() {
    let varying = IntegrationMethod.allCases.filter { $0.claimedOrder == nil }
    #expect(varying == [.bsimp, .msadams, .msbdf])
  }
}
