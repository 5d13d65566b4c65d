import NumericKernel
import Testing

@Suite struct SobolSequenceTests {
  @Test func `the first points in two dimensions are the known dyadic ones`() throws {
    var sequence = try SobolSequence(dimension: 2)
    let points = (0..<7).map { _ in sequence.next() }
    #expect(
      points == [
        [0.5, 0.5], [0.75, 0.25], [0.25, 0.75], [0.375, 0.375], [0.875, 0.875], [0.625, 0.125],
        [0.125, 0.625],
      ])
    #expect(sequence.index == 7)
  }

  @Test(arguments: [1, 2, 17, 40])
  func `with the origin, the first 2ᵏ points meet each dyadic interval once`(
    _ dimension: Int
  ) throws {
    var sequence = try SobolSequence(dimension: dimension)
    let points = [[Double](repeating: 0, count: dimension)] + (1..<64).map { _ in sequence.next() }
    for axis in 0..<dimension {
      #expect(Set(points.map { Int($0[axis] * 64) }).count == 64, "axis \(axis)")
    }
  }

  @Test func `the discrepancy is far below that of pseudo-random points`() throws {
    let count = 256
    var sequence = try SobolSequence(dimension: 2)
    let stream = RandomStream(seed: 2, name: "points")
    let sobol = starDiscrepancy((0..<count).map { _ in sequence.next() })
    let random = starDiscrepancy((0..<count).map { _ in stream.uniforms(2) })
    #expect(sobol < random / 2, "\(sobol) against \(random)")
    // Of a (0, 2)-sequence in base two: log₂²-bound of Niederreiter, about 0.08 at 256 points.
    #expect(sobol < 0.08)
  }

  @Test func `a shift moves every point by the same vector modulo one`() throws {
    let stream = RandomStream(seed: 1, name: "shift")
    var plain = try SobolSequence(dimension: 5)
    var shifted = try SobolSequence(dimension: 5, shiftedBy: stream)
    #expect(plain.shift.isEmpty)
    #expect(shifted.shift == RandomStream(seed: 1, name: "shift").uniforms(5))
    for _ in 0..<200 {
      let from = plain.next()
      let to = shifted.next()
      for axis in 0..<5 {
        #expect(to[axis] >= 0 && to[axis] < 1)
        let moved = from[axis] + shifted.shift[axis]
        #expect(to[axis] == (moved < 1 ? moved : moved - 1))
      }
    }
  }

  @Test func `a copy goes on from the same place on its own`() throws {
    var original = try SobolSequence(dimension: 3)
    for _ in 0..<10 { _ = original.next() }
    var copy = original
    let expected = original.next()
    for _ in 0..<5 { _ = original.next() }
    #expect(copy.next() == expected)
    #expect(copy.index == 11)
    #expect(original.index == 16)
  }

  @Test(arguments: [-1, 0, 41])
  func `a dimension without direction numbers is a typed error`(_ dimension: Int) throws {
    let error = #expect(throws: NumericError.self) { try SobolSequence(dimension: dimension) }
    #expect(error?.cause == .invalidInput)
    #expect(error?.evidence("dimension") == Double(dimension))
    let stream = RandomStream(seed: 1, name: "shift")
    #expect(throws: NumericError.self) {
      try SobolSequence(dimension: dimension, shiftedBy: stream)
    }
    #expect(stream.bits() == RandomStream(seed: 1, name: "shift").bits())
  }

  /// The star discrepancy in two dimensions, exactly: the supremum is at corners whose coordinates
  /// are those of points, or one.
  private func starDiscrepancy(_ points: [[Double]]) -> Double {
    let count = Double(points.count)
    let first = points.map { $0[0] } + [1]
    let second = points.map { $0[1] } + [1]
    var largest = 0.0
    for x in first {
      let column = points.filter { $0[0] <= x }
      for y in second {
        let closed = Double(column.filter { $0[1] <= y }.count) / count
        let open = Double(column.filter { $0[0] < x && $0[1] < y }.count) / count
        largest = max(largest, closed - x * y, x * y - open)
      }
    }
    return largest
  }
}
