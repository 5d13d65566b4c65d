import NumericKernel
import Testing

@Suite struct NelderMeadTests {
  static func rosenbrock(_ x: [Double]) -> Double {
    100 * (x[1] - x[0] * x[0]) * (x[1] - x[0] * x[0]) + (1 - x[0]) * (1 - x[0])
  }

  @Test func `the minimum of Rosenbrock's valley is found`() throws {
    let minimum = try NelderMead.minimum(
      from: [-1.2, 1], step: [0.5, 0.5], maximumIterations: 500, simplexSize: 1e-8,
      of: Self.rosenbrock)
    #expect(minimum.converged)
    // The Hessian at (1, 1) has the eigenvalues 1002 and 0.4: f ≥ 0.2·|x − x*|².
    #expect(minimum.value <= 1002 * 1e-16)
    #expect(minimum.point.allSatisfy { abs($0 - 1) <= (minimum.value / 0.2).squareRoot() + 1e-15 })
    #expect(minimum.value == Self.rosenbrock(minimum.point))
  }

  @Test func `evaluations and iterations are counted and bounded`() throws {
    var calls = 0
    let minimum = try NelderMead.minimum(
      from: [-1.2, 1], step: [0.5, 0.5], maximumIterations: 7, simplexSize: 1e-8
    ) {
      calls += 1
      return Self.rosenbrock($0)
    }
    #expect(minimum.evaluations == calls)
    #expect(minimum.iterations == 7)
    #expect(!minimum.converged)
    #expect(minimum.value <= Self.rosenbrock([-1.2, 1]))
  }

  @Test func `a wall of infinity keeps the simplex on its side`() throws {
    let minimum = try NelderMead.minimum(
      from: [2, 1], step: [0.5, 0.5], maximumIterations: 1000, simplexSize: 1e-9
    ) { x in
      // Least at the origin, but forbidden left of 1: the minimum there is (1, 0).
      x[0] < 1 ? .infinity : x[0] * x[0] + x[1] * x[1]
    }
    #expect(minimum.point[0] >= 1)
    #expect(minimum.value < 1.01, "a simplex may shrink early beside a wall")
  }

  @Test func `a start behind the wall gets out if a corner of the simplex does`() throws {
    let minimum = try NelderMead.minimum(
      from: [-1], step: [3], maximumIterations: 200, simplexSize: 1e-9
    ) { $0[0] < 0 ? .infinity : ($0[0] - 1) * ($0[0] - 1) }
    #expect(abs(minimum.point[0] - 1) < 1e-7)
  }

  @Test func `a function that is infinite everywhere is a typed error`() throws {
    let error = #expect(throws: NumericError.self) {
      try NelderMead.minimum(
        from: [0], step: [1], maximumIterations: 50, simplexSize: 1e-3
      ) { _ in .infinity }
    }
    #expect(error?.cause == .nonFiniteValue)
  }

  @Test(arguments: [Double.nan, -Double.infinity])
  func `NaN and minus infinity are typed errors with the point`(_ value: Double) throws {
    let error = #expect(throws: NumericError.self) {
      try NelderMead.minimum(
        from: [0.25, 4], step: [1, 1], maximumIterations: 50, simplexSize: 1e-3
      ) { _ in value }
    }
    #expect(error?.cause == .nonFiniteValue)
    #expect(error?.evidence("x0") == 0.25)
    #expect(error?.evidence("x1") == 4)
  }

  @Test func `a step of zero is a typed error`() throws {
    let error = #expect(throws: NumericError.self) {
      try NelderMead.minimum(
        from: [1, 1], step: [1, 0], maximumIterations: 5, simplexSize: 1e-3
      ) { $0[0] }
    }
    #expect(error?.cause == .invalidInput)
  }

  @Test func `an error of the function comes out as it is, early or late`() {
    for last in [1, 2, 5, 20] {
      var calls = 0
      #expect(throws: Interruption()) {
        try NelderMead.minimum(
          from: [-1.2, 1], step: [0.5, 0.5], maximumIterations: 500, simplexSize: 1e-8
        ) {
          calls += 1
          if calls == last { throw Interruption() }
          return Self.rosenbrock($0)
        }
      }
      #expect(calls == last)
    }
  }
}
