import NumericKernel
import Testing

@Suite struct `Simulated annealing` {
  private func minimum(
    seed: UInt64, from start: [Double], of f: ([Double]) throws -> Double
  ) throws -> Minimum {
    try SimulatedAnnealing.minimum(
      from: start, stepSize: 0.5, stepsPerTemperature: 300, temperatures: 1e-3...1, cooling: 1.1,
      stream: RandomStream(seed: seed, name: "annealing"), of: f)
  }

  /// A shallow basin around (0.2, 0.2) and a deep narrow one at (0.9, 0.8), out of a descent's reach.
  private func twoBasins(_ x: [Double]) -> Double {
    func square(_ a: Double, _ b: Double) -> Double {
      (x[0] - a) * (x[0] - a) + (x[1] - b) * (x[1] - b)
    }
    return min(square(0.2, 0.2), 400 * square(0.9, 0.8) - 1)
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6]) func `leaves a shallow basin for a deep one`(
    seed: UInt64
  ) throws {
    let result = try minimum(seed: seed, from: [0.2, 0.2], of: twoBasins)
    #expect(result.value < -0.9)
    #expect(result.value == twoBasins(result.point))
  }

  @Test func `repeats itself from the same seed`() throws {
    let first = try minimum(seed: 9, from: [0.5, 0.5], of: twoBasins)
    let second = try minimum(seed: 9, from: [0.5, 0.5], of: twoBasins)
    #expect(first.point == second.point)
    #expect(first.evaluations == second.evaluations)
  }

  @Test func `stays in the cube and out of what is forbidden`() throws {
    let result = try minimum(seed: 3, from: [0.6, 0.6]) { x in
      #expect(x.allSatisfy { (0...1).contains($0) })
      return x[0] < 0.5 ? .infinity : x[0] + x[1]
    }
    #expect(result.point[0] >= 0.5)
    #expect(result.value < 0.6)
  }

  @Test func `refuses bad input and passes failures on`() {
    #expect(throws: NumericError.self) { try minimum(seed: 1, from: [], of: { _ in 0 }) }
    #expect(throws: NumericError.self) { try minimum(seed: 1, from: [2], of: { _ in 0 }) }
    #expect(throws: NumericError.self) { try minimum(seed: 1, from: [0.5], of: { _ in .nan }) }
    #expect(throws: Planted.self) {
      try minimum(seed: 1, from: [0.5], of: { _ in throw Planted() })
    }
  }

  private struct Planted: Error {}
}
