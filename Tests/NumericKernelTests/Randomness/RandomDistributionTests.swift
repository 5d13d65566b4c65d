import NumericKernel
import Testing

/// Statistical tests at fixed seeds. Each bound holds for a fresh seed with a probability of at
/// least 1 − 10⁻⁶, by the normal approximation: 4.9 standard errors.
@Suite struct RandomDistributionTests {
  static let standardErrors = 4.9
  static let count = 100_000

  @Test(arguments: [UInt64(1), 2, 3])
  func `normal numbers have mean zero, variance one and no skew`(_ seed: UInt64) {
    let numbers = RandomStream(seed: seed, name: "normal").normals(Self.count)
    let count = Double(Self.count)
    let mean = numbers.reduce(0, +) / count
    let variance = numbers.reduce(0) { $0 + $1 * $1 } / count
    let third = numbers.reduce(0) { $0 + $1 * $1 * $1 } / count
    let fourth = numbers.reduce(0) { $0 + $1 * $1 * $1 * $1 } / count
    // The variances of x, x², x³ and x⁴ are 1, 2, 15 and 96.
    #expect(abs(mean) <= Self.standardErrors * (1 / count).squareRoot())
    #expect(abs(variance - 1) <= Self.standardErrors * (2 / count).squareRoot())
    #expect(abs(third) <= Self.standardErrors * (15 / count).squareRoot())
    #expect(abs(fourth - 3) <= Self.standardErrors * (96 / count).squareRoot())
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `uniform numbers fill the interval evenly`(_ seed: UInt64) {
    let numbers = RandomStream(seed: seed, name: "uniform").uniforms(Self.count)
    #expect(numbers.allSatisfy { $0 > 0 && $0 < 1 })
    // Kolmogorov: P(√n·D > 2.7) < 2·exp(−2·2.7²) < 10⁻⁶.
    let sorted = numbers.sorted()
    let count = Double(Self.count)
    let distance = sorted.indices.reduce(0) { largest, index in
      let below = sorted[index] - Double(index) / count
      return max(largest, below, Double(index + 1) / count - sorted[index])
    }
    #expect(distance * count.squareRoot() <= 2.7)
  }

  @Test func `neighbouring numbers and neighbouring streams are uncorrelated`() {
    let root = RandomStream(seed: 9, name: "root")
    let first = root.split("1").normals(Self.count)
    let second = root.split("2").normals(Self.count)
    let error = (1 / Double(Self.count)).squareRoot()
    let across = zip(first, second).reduce(0) { $0 + $1.0 * $1.1 } / Double(Self.count)
    let along = zip(first, first.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 } / Double(Self.count)
    #expect(abs(across) <= Self.standardErrors * error)
    #expect(abs(along) <= Self.standardErrors * error)
  }

  @Test func `double-precision samples have no ties`() {
    // 2⁵² values: 10⁵ draws tie with probability 10⁻⁶. GSL's ziggurat ties here.
    let numbers = RandomStream(seed: 5, name: "ties").normals(Self.count)
    #expect(Set(numbers).count == Self.count)
  }

  @Test(arguments: [1, 2, 7, 10, 1000, 1 << 33, 3 << 61, Int.max])
  func `integers stay below their bound and are even on both halves`(_ bound: Int) {
    let stream = RandomStream(seed: 6, name: "integer")
    let draws = (0..<10_000).map { _ in stream.integer(below: bound) }
    #expect(draws.allSatisfy { (0..<bound).contains($0) })
    let share = Double(bound / 2) / Double(bound)
    let below = Double(draws.filter { $0 < bound / 2 }.count) / 10_000
    let error = (share * (1 - share) / 10_000).squareRoot()
    #expect(abs(below - share) <= Self.standardErrors * error)
  }

  @Test func `every integer below a small bound is equally likely`() {
    let stream = RandomStream(seed: 8, name: "die")
    var counts = [Double](repeating: 0, count: 6)
    for _ in 0..<60_000 { counts[stream.integer(below: 6)] += 1 }
    let chiSquared = counts.reduce(0) { $0 + ($1 - 10_000) * ($1 - 10_000) / 10_000 }
    #expect(chiSquared <= 35.9, "the 1 − 10⁻⁶ quantile of χ² with 5 degrees of freedom is 35.9")
  }
}
