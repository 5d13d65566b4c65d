// Calls every wrapper of NumericKernel that owns memory of GSL, and the number systems, on their ways to success and to
// failure, so that a leak detector has something to see; Tests/leaks.sh runs it. The test runner
// itself ends its main thread early, which Valgrind does not survive.
//
// With the argument `plant`, one object is leaked on purpose, to show that the detector sees it.

import CGSL
import NumericKernel

/// What the caller's functions throw, to exercise the ways out through C.
struct Interruption: Error {}

/// Runs an exercise that must fail.
func expectFailure(_ name: String, _ exercise: () throws -> Void) {
  do {
    try exercise()
  } catch {
    return
  }
  fatalError("\(name) did not fail")
}

func exerciseRandomness() throws {
  let stream = RandomStream(seed: 1, name: "root")
  let child = stream.split("child")
  try child.restore(stream.state)
  expectFailure("restore") { try child.restore([1, 2, 3]) }
  var sequence = try SobolSequence(dimension: 3, shiftedBy: stream)
  var copy = sequence
  _ = sequence.next() + copy.next() + child.normals(3)
  expectFailure("Sobol") { _ = try SobolSequence(dimension: 41) }
}

func exerciseRootsAndMinima() throws {
  _ = try Bracketing.root(of: { $0 * $0 - 2 }, in: 0...2)
  _ = try Bracketing.minimum(of: { $0 * $0 - $0 }, in: -1...2)
  let bowl = { (x: [Double]) in x.reduce(0) { $0 + $1 * $1 } }
  _ = try NelderMead.minimum(
    from: [1, 2], step: [1, 1], maximumIterations: 100, simplexSize: 1e-3, of: bowl)
  for method in Polishing.Method.allCases {
    _ = try Polishing.root(
      from: 1, of: { $0 * $0 - 2 }, derivative: { 2 * $0 }, method: method)
    expectFailure("Polishing") {
      _ = try Polishing.root(
        from: 0, of: { $0 * $0 - 2 }, derivative: { 2 * $0 }, method: method)
    }
    expectFailure("Polishing") {
      _ = try Polishing.root(
        from: 1, of: { $0 - 2 }, derivative: { _ in throw Interruption() }, method: method)
    }
  }
  expectFailure("no sign change") {
    _ = try Bracketing.root(of: { $0 * $0 + 1 }, in: 0...2)
  }
  expectFailure("no minimum") { _ = try Bracketing.minimum(of: { $0 }, in: 0...2) }
  for last in [1, 2, 10, 40] {
    var calls = 0
    let interrupted = { (x: Double) in
      calls += 1
      if calls >= last { throw Interruption() }
      return x * x * x - 2
    }
    expectFailure("Nelder–Mead") {
      _ = try NelderMead.minimum(
        from: [1, 2], step: [1, 1], maximumIterations: 100, simplexSize: 1e-9
      ) { try interrupted($0[0]) + $0[1] * $0[1] }
    }
    calls = 0
    if last < 5 {
      expectFailure("Brent") { _ = try Bracketing.root(of: interrupted, in: 0...2) }
    } else if last > 20 {
      expectFailure("Brent") {
        _ = try Bracketing.minimum(of: { try interrupted($0) + 9 * $0 * $0 }, in: -1...2)
      }
    }
  }
}

func exerciseQuadrature() throws {
  let bell = { (x: Double) in 1 / (1 + x * x) }
  _ = try Quadrature.integral(of: bell, over: 0...1)
  _ = try Quadrature.integral(of: bell, over: 0...1, brokenAt: [0.3])
  _ = try Quadrature.integralOverRealLine(of: bell)
  _ = try Quadrature.integral(of: bell, from: 0)
  _ = try Quadrature.integral(of: bell, upTo: 0)
  expectFailure("divergent") { _ = try Quadrature.integral(of: { 1 / $0 }, over: 0...1) }
  expectFailure("thrown") {
    _ = try Quadrature.integralOverRealLine { _ in throw Interruption() }
  }
}

func exerciseLinearAlgebraAndInterpolation() throws {
  _ = try SingularValues(of: [1, 2, 3, 4, 5, 6], rows: 2, columns: 3)
  expectFailure("NaN") { _ = try SingularValues(of: [.nan], rows: 1, columns: 1) }
  let interpolant = try MonotoneInterpolant(x: [0, 1, 2, 3], y: [0, 1, 1, 5])
  _ =
    try interpolant.value(at: 0.5) + interpolant.derivative(at: 1.5)
    + interpolant.integral(over: 0...3)
  expectFailure("domain") { _ = try interpolant.value(at: 4) }
  expectFailure("order") { _ = try MonotoneInterpolant(x: [0, 0, 1], y: [0, 1, 2]) }
}

func exerciseDifferentialEquations() throws {
  for method in IntegrationMethod.allCases {
    var isBroken = false
    let decay = OrdinaryDifferentialEquation(dimension: 2) { time, state, derivative in
      if isBroken && time > 0.5 { throw Interruption() }
      derivative[0] = -state[0]
      derivative[1] = state[0] - 2 * state[1]
    }
    let integrator = try Integrator(decay, method: method)
    func integrate() throws -> Trajectory {
      try integrator.integrate(
        from: 0, to: 1, initial: [1, 0], absoluteTolerance: 1e-3, relativeTolerance: 1e-3,
        events: [IntegrationEvent("half") { _, state in state[0] - 0.5 }])
    }
    _ = try integrate().state(at: 0.25)
    if method.claimedOrder != nil {
      _ = try integrator.state(after: 4, equalStepsFrom: 0, to: 1, initial: [1, 0])
    }
    isBroken = true
    expectFailure("thrown") { _ = try integrate() }
  }
}

if CommandLine.arguments.dropFirst() == ["plant"] {
  _ = gsl_qrng_alloc(steepness_qrng_sobol(), 3)
}
for _ in 0..<2 {
  try exerciseRandomness()
  try exerciseRootsAndMinima()
  try exerciseQuadrature()
  try exerciseLinearAlgebraAndInterpolation()
  try exerciseDifferentialEquations()
  exerciseNumberSystems()
}
print("exercised every wrapper twice")
