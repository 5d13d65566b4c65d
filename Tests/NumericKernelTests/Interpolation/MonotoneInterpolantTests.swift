import Foundation
import NumericKernel
import Testing

@Suite struct MonotoneInterpolantTests {
  /// Values with steep and flat parts, as a distribution function has.
  static let x = [0, 0.5, 1, 1.1, 1.2, 3, 4, 10]
  static let y = [0, 0.01, 0.02, 0.5, 0.97, 0.98, 0.98, 1]

  @Test func `the points are met exactly`() throws {
    let interpolant = try MonotoneInterpolant(x: Self.x, y: Self.y)
    for (x, y) in zip(Self.x, Self.y) {
      #expect(abs(try interpolant.value(at: x) - y) <= 2 * y.ulp)
    }
    #expect(interpolant.domain == 0...10)
  }

  @Test func `monotone points give a monotone curve`() throws {
    let interpolant = try MonotoneInterpolant(x: Self.x, y: Self.y)
    var before = 0.0
    for index in 0...5000 {
      let x = Double(index) / 500
      let value = try interpolant.value(at: x)
      #expect(value >= before - 4 * Double.ulpOfOne, "at \(x)")
      #expect(try interpolant.derivative(at: x) >= -4 * Double.ulpOfOne, "at \(x)")
      before = value
    }
  }

  @Test func `a straight line is reproduced`() throws {
    let x = [-1.0, 0, 0.25, 2, 5]
    let interpolant = try MonotoneInterpolant(x: x, y: x.map { 3 * $0 - 1 })
    for abscissa in stride(from: -1.0, through: 5, by: 0.125) {
      #expect(abs(try interpolant.value(at: abscissa) - (3 * abscissa - 1)) <= 8 * (14.0).ulp)
      #expect(abs(try interpolant.derivative(at: abscissa) - 3) <= 16 * (3.0).ulp)
    }
    #expect(abs(try interpolant.integral(over: -1...5) - 30) <= 8 * (30.0).ulp)
  }

  @Test func `smooth data are met with at least second order`() throws {
    func error(_ count: Int) throws -> Double {
      let x = (0...count).map { Double($0) / Double(count) }
      let interpolant = try MonotoneInterpolant(x: x, y: x.map { exp($0) })
      return try (0..<count).reduce(0) { largest, index in
        let middle = (Double(index) + 0.37) / Double(count)
        return max(largest, abs(try interpolant.value(at: middle) - exp(middle)))
      }
    }
    #expect(log2(try error(20) / error(40)) > 1.75)
  }

  @Test func `the integral agrees with quadrature, piece by piece`() throws {
    let interpolant = try MonotoneInterpolant(x: Self.x, y: Self.y)
    let interval = 0.3...7.7
    let quadrature = try Quadrature.integral(
      of: { try interpolant.value(at: $0) }, over: interval, brokenAt: Self.x)
    let integral = try interpolant.integral(over: interval)
    #expect(abs(integral - quadrature.value) <= max(quadrature.errorEstimate, 32 * integral.ulp))
    #expect(try interpolant.integral(over: 2...2) == 0)
  }

  @Test func `an abscissa outside is a typed error with the domain`() throws {
    let interpolant = try MonotoneInterpolant(x: Self.x, y: Self.y)
    for abscissa in [-0.1, 10.5, .nan] {
      let error = #expect(throws: NumericError.self) { try interpolant.value(at: abscissa) }
      #expect(error?.cause == .outOfDomain)
      #expect(error?.evidence("last point") == 10)
      #expect(throws: NumericError.self) { try interpolant.derivative(at: abscissa) }
    }
    let integral = #expect(throws: NumericError.self) { try interpolant.integral(over: 5...11) }
    #expect(integral?.evidence("abscissa") == 11)
    #expect(integral?.evidence("last point") == 10)
  }

  @Test func `points out of order, too few or not finite are typed errors`() throws {
    let bad: [(x: [Double], y: [Double])] = [
      ([0, 1, 1, 2], [0, 1, 2, 3]), ([0, 2, 1], [0, 1, 2]), ([0, 1], [0, 1]), ([], []),
      ([0, 1, 2], [0, .nan, 1]), ([0, 1, .infinity], [0, 1, 2]),
    ]
    for points in bad {
      let error = #expect(throws: NumericError.self) {
        try MonotoneInterpolant(x: points.x, y: points.y)
      }
      #expect(error?.cause == .invalidInput)
    }
    let equal = #expect(throws: NumericError.self) {
      try MonotoneInterpolant(x: [0, 1, 1, 2], y: [0, 1, 2, 3])
    }
    #expect(equal?.evidence("index") == 2)
    #expect(equal?.evidence("x before") == 1)
  }
}
