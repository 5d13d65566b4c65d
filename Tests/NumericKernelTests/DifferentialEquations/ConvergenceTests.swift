import Foundation
import NumericKernel
import Testing

@Suite struct ConvergenceTests {
  static let methods = IntegrationMethod.allCases.filter { $0.claimedOrder != nil }

  /// A count of steps at which the error on five units of time is above rounding and in its
  /// asymptotic range.
  static func stepCount(_ method: IntegrationMethod) -> Int {
    method.claimedOrder == 8 ? 16 : 64
  }

  @Test(arguments: methods)
  func `halving a fixed step divides the error as the claimed order says`(
    _ method: IntegrationMethod
  ) throws {
    let order = Double(try #require(method.claimedOrder))
    let integrator = try Integrator(KnownProblems.exponentialOfSine, method: method)
    let errors = try [1, 2].map { factor in
      let end = try integrator.state(
        after: Self.stepCount(method) * factor, equalStepsFrom: 0, to: 5, initial: [1])
      return abs(end[0] - exp(sin(5)))
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
