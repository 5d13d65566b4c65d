internal import CGSL

/// A caller's function of one variable on its way through C.
///
/// GSL calls back through a C function pointer and a `void *`, and no Swift error may cross its
/// frames. The box is that `void *`: it counts the calls, keeps the first failure, and answers
/// zero from then on, so that GSL comes to an end soon; the wrapper asks for the failure afterwards.
final class RealFunctionBox {
  private let function: (Double) throws -> Double
  private let computation: String
  private(set) var failure: (any Error)?
  private(set) var evaluations = 0
  private(set) var lastAbscissa = Double.nan

  init(_ computation: String, _ function: @escaping (Double) throws -> Double) {
    self.computation = computation
    self.function = function
  }

  /// The value at `x`, or zero once a call has failed.
  func value(at x: Double) -> Double {
    guard failure == nil else { return 0 }
    evaluations += 1
    lastAbscissa = x
    do {
      let value = try function(x)
      if value.isFinite { return value }
      failure = NumericError(
        computation, .nonFiniteValue, "the function is not finite",
        evidence: [.init("abscissa", x), .init("value", value)],
        remedy: "Restrict the interval, or give the limit value at that point.")
    } catch {
      failure = error
    }
    return 0
  }

  /// Throws the first failure, if there was one.
  func rethrow() throws {
    if let failure { throw failure }
  }

  /// The function as GSL takes it; valid while the box lives.
  var gslFunction: gsl_function {
    gsl_function(
      function: { x, box in
        guard let box else { return .nan }
        return Unmanaged<RealFunctionBox>.fromOpaque(box).takeUnretainedValue().value(at: x)
      },
      params: Unmanaged.passUnretained(self).toOpaque())
  }
}
