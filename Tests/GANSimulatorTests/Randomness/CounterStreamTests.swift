import Foundation
import GANSimulator
import NumericKernel
import Testing

@Suite struct CounterStreamTests {
  private func normals(_ seed: UInt64, from: Int, count: Int) -> [Double] {
    let numbers = AlignedBuffer<Double>(count: count)
    CounterStream(seed: seed, name: "test").writeNormals(
      at: UInt64(from), count: count, into: numbers.base)
    return Array(numbers.elements)
  }

  @Test func `any stretch of a stream has the numbers of the whole`() {
    let whole = normals(51, from: 0, count: 200)
    for (start, count) in [(0, 1), (1, 1), (1, 40), (7, 33), (16, 16), (63, 137)] {
      #expect(
        normals(51, from: start, count: count) == Array(whole[start..<start + count]),
        "\(count) from \(start)")
    }
    #expect(normals(52, from: 0, count: 200) != whole)
  }

  @Test func `pairs are Box and Muller's of the words of the stream`() {
    let stream = CounterStream(seed: 53, name: "test")
    let found = normals(53, from: 0, count: 2000)
    for pair in 0..<1000 {
      let radius = (-2 * log(stream.uniform(at: UInt64(2 * pair)))).squareRoot()
      // Uniforms have ½·2⁻⁵² that the angle lacks: a turn of 7·10⁻¹⁶ at most, within the bound.
      let turn = 2 * Double.pi * stream.uniform(at: UInt64(2 * pair + 1))
      // The angle is counted from the middle of the first quarter turn: ¼·(q + f) with f from −½.
      let angle = turn - Double.pi / 4
      let bound = 16 * Double.ulpOfOne * max(radius, 1)
      #expect((found[2 * pair] - radius * cos(angle)).magnitude <= bound, "pair \(pair), seed 53")
      #expect((found[2 * pair + 1] - radius * sin(angle)).magnitude <= bound)
    }
  }

  @Test func `single precision rounds the same numbers`() {
    let single = AlignedBuffer<Float>(count: 501)
    CounterStream(seed: 54, name: "test").writeNormals(at: 3, count: 501, into: single.base)
    #expect(Array(single.elements) == normals(54, from: 3, count: 501).map { Float($0) })
  }

  @Test func `the numbers are standard normal and independent, as far as 50,000 can tell`() {
    let count = 50_000
    let numbers = normals(55, from: 0, count: count)
    func mean(_ statistic: (Int) -> Double) -> Double {
      (0..<count - 2).reduce(0) { $0 + statistic($1) } / Double(count - 2)
    }
    // Five standard errors, which chance exceeds with probability 6·10⁻⁷ each: the variances of z, z²,
    // z³, z⁴ and of products of two are 1, 2, 15, 96 and 1.
    func expect(_ found: Double, _ expected: Double, variance: Double, _ name: Comment) {
      let error = 5 * (variance / Double(count - 2)).squareRoot()
      #expect((found - expected).magnitude <= error, name)
    }
    expect(mean { numbers[$0] }, 0, variance: 1, "mean")
    expect(mean { pow(numbers[$0], 2) }, 1, variance: 2, "variance")
    expect(mean { pow(numbers[$0], 3) }, 0, variance: 15, "skewness")
    expect(mean { pow(numbers[$0], 4) }, 3, variance: 96, "kurtosis")
    expect(mean { numbers[$0] * numbers[$0 + 1] }, 0, variance: 1, "next")
    expect(mean { numbers[$0] * numbers[$0 + 2] }, 0, variance: 1, "next but one")
    for level in stride(from: -3.0, through: 3, by: 0.5) {
      let chance = 0.5 * erfc(-level / 2.0.squareRoot())
      expect(
        mean { numbers[$0] <= level ? 1 : 0 }, chance, variance: chance * (1 - chance),
        "below \(level)")
    }
  }
}
