import Foundation
import GANTheory
import NumericKernel
import RealModule
import Scalars
import Testing

@Suite struct `The greatest steepness of the monotone map` {
  private func map(_ parameters: MixtureParameters) -> MeasurePreservingMap<Ball> {
    MeasurePreservingMap(to: GaussianMixture<Ball>(parameters))
  }

  private func parameters(_ weights: [Rational], _ means: [Rational], _ deviations: [Rational])
    throws -> MixtureParameters
  {
    try MixtureParameters(
      weights: weights, means: means.map { [$0] }, standardDeviations: deviations)
  }

  /// The rows of `Tests/ReferenceTables/steepest.csv`; `steepest.py` beside it says how they were made.
  static let references: [[String]] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "ReferenceTables/steepest.csv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: ",").map(String.init)
    }
  }()

  private func fractions(_ text: String) throws -> [Rational] {
    try text.split(separator: " ").map { try #require(Rational(String($0))) }
  }

  @Test func `has reference values`() { #expect(Self.references.count == 13) }

  @Test(arguments: references)
  func `agrees with a fine scan by mpmath in every digit`(row: [String]) throws {
    let mixture = try parameters(fractions(row[0]), fractions(row[1]), fractions(row[2]))
    Ball.$precision.withValue(256) {
      let greatest = map(mixture).greatestSteepness()
      #expect(greatest.reservation == nil)
      #expect(greatest.logSteepness.rounded(toDigits: 40) == row[5])
      // Of equal maxima the scan names one.
      #expect(
        greatest.points.contains { point in
          [(point.output, row[3]), (point.latent, row[4])].allSatisfy { ball, digits in
            digits == "0"
              ? ball.containsZero && ball.radius.upperBound < 1e-40
              : ball.rounded(toDigits: 25) == digits
          }
        }, "\(greatest.points)")
    }
  }

  @Test(arguments: [64, 128, 512, 2048])
  func `of two equal modes is exp(gap²/8σ²)·σ at every precision`(bits: Int) throws {
    let mixture = try parameters([Rational(1, 2), Rational(1, 2)], [0, 5], [1, 1])
    Ball.$precision.withValue(bits) {
      let greatest = map(mixture).greatestSteepness()
      #expect(Ball(Rational(25, 8)).isContained(in: greatest.logSteepness))
      #expect(
        (Ball.powerOfTwo(8 - bits) - greatest.logSteepness.radius).isPositive == .holds)
      #expect(greatest.points.count == 1)
      #expect(greatest.points.allSatisfy { Ball(Rational(5, 2)).isContained(in: $0.output) })
      #expect(greatest.points.allSatisfy { $0.latent.containsZero })
    }
  }

  @Test func `is found at every gap from 3σ to 1000σ, among ten modes too`() throws {
    for gap in [3, 10, 100, 1000] {
      let mixture = try MixtureParameters(
        modes: (0..<10).map { [Rational(gap * $0)] }, standardDeviation: 1)
      let greatest = map(mixture).greatestSteepness()
      #expect(greatest.reservation == nil)
      #expect(greatest.points.count == 1)
      #expect(greatest.points.allSatisfy { Ball(Rational(9 * gap, 2)).isContained(in: $0.output) })
      // At the middle z = 0: all that is left is −log(√2π·p) there.
      let middle = map(mixture).logSteepness(atOutput: Ball(Rational(9 * gap, 2)))
      #expect((middle - greatest.logSteepness).containsZero)
      #expect(greatest.logSteepness.radius.upperBound < 1e-30)
    }
  }

  @Test func `names all of several equal maxima and does not look for ever`() throws {
    let mixture = try MixtureParameters(
      modes: (0..<5).map { [Rational(6 * $0)] }, standardDeviation: 1)
    let greatest = map(mixture).greatestSteepness()
    #expect(greatest.points.count == 2)
    // Mirror images of one another in 12.
    let sum = greatest.points.reduce(Ball(-24)) { $0 + $1.output }
    #expect(sum.containsZero)
  }

  @Test func `tells apart maxima that differ by a billionth`() throws {
    let mixture = try MixtureParameters(
      modes: [[0], [5], [Rational("10.000000001")!]], standardDeviation: 1)
    let map = map(mixture)
    let greatest = map.greatestSteepness()
    #expect(greatest.points.count == 1)
    #expect(greatest.points.allSatisfy { $0.output.lowerBound > 7 })
    for middle in [Rational(5, 2), Rational("7.5000000005")!] {
      let value = map.logSteepness(atOutput: Ball(middle))
      #expect((greatest.logSteepness - value).isPositive == .holds)
    }
  }

  @Test func `of one mode is σ everywhere`() throws {
    let greatest = map(try parameters([1], [3], [Rational(1, 3)])).greatestSteepness()
    #expect(greatest.isConstant && greatest.points.isEmpty && greatest.reservation == nil)
    #expect((Ball.exp(greatest.logSteepness) * Ball(3) - Ball(1)).containsZero)
  }

  @Test func `of modes that coincide is undecided, with a true enclosure, until they are merged`()
    throws
  {
    let mixture = try parameters([Rational(1, 3), Rational(2, 3)], [1, 1], [2, 2])
    let greatest = map(mixture).greatestSteepness()
    #expect(greatest.reservation != nil)
    #expect(Ball.log(Ball(2)).isContained(in: greatest.logSteepness))
    let merged = map(mixture.withoutRepetitions).greatestSteepness()
    #expect(merged.isConstant)
  }

  /// A tail is steeper than its limit σ, however little: so the supremum is attained.
  @Test func `exceeds the greatest σ even where a tiny mode hides inside a large one`() throws {
    let tiny = Rational(1, 1_000_000_000_000)
    let rest = Rational(999_999_999_999, 1_000_000_000_000)
    let mixture = try parameters([tiny, rest], [0, 0], [Rational(1, 2), 1])
    let greatest = map(mixture).greatestSteepness()
    #expect(greatest.reservation == nil)
    #expect(greatest.logSteepness.isPositive == .holds)
    #expect(greatest.logSteepness.upperBound < 1e-12)
    #expect(greatest.points.count == 2)
  }

  @Test func `says that it stopped, and encloses what it could not separate`() throws {
    let mixture = try parameters([Rational(1, 2), Rational(1, 2)], [0, 5], [1, 1])
    let greatest = map(mixture).greatestSteepness(cellLimit: 3)
    #expect(greatest.reservation?.contains("3 cells") == true)
    #expect(greatest.points.isEmpty)
    #expect(Ball(Rational(25, 8)).isContained(in: greatest.logSteepness))
  }

  /// One mixture a seed: two to six modes, gaps from σ/2 to 50σ, weights and deviations unequal.
  private func randomParameters(_ seed: UInt64) throws -> MixtureParameters {
    let stream = RandomStream(seed: seed, name: "greatest steepness")
    let count = 2 + Int(stream.uniform() * 5)
    let shares = (0..<count).map { _ in 1 + Int(Double.pow(10, 4 * stream.uniform())) }
    var mean = Rational(0)
    let means = (0..<count).map { _ -> Rational in
      mean = mean + Rational(1 + Int(Double.exp(stream.uniform() * 4.6)), 2)
      return mean
    }
    let total = shares.reduce(0, +)
    return try parameters(
      shares.map { Rational($0, total) }, means,
      (0..<count).map { _ in Rational(1 + Int(stream.uniform() * 20), 10) })
  }

  @Test(arguments: 1...30)
  func `is not exceeded at any point that is tried, and is attained`(seed: UInt64) throws {
    let mixture = try randomParameters(seed)
    let map = map(mixture)
    let greatest = map.greatestSteepness()
    #expect(greatest.reservation == nil, "seed \(seed)")
    #expect(greatest.logSteepness.radius.upperBound < 1e-25, "seed \(seed)")
    #expect(!greatest.points.isEmpty, "seed \(seed)")
    for point in greatest.points {
      let attained = map.logSteepness(atOutput: point.output.midpoint)
      #expect((attained - greatest.logSteepness).magnitude.lowerBound < 1e-20, "seed \(seed)")
    }
    let stream = RandomStream(seed: seed, name: "points that are tried")
    let reach = mixture.means.map { $0[0].approximation }
    for _ in 0..<200 {
      // Uniform, and as near to the maximum as any power of ten.
      let near = greatest.points[0].output.approximation
      let output =
        stream.uniform() < 0.5
        ? reach[0] - 12 + (reach[reach.count - 1] - reach[0] + 24) * stream.uniform()
        : near + (stream.uniform() - 0.5) * Double.pow(10, -12 * stream.uniform())
      let value = map.logSteepness(atOutput: Ball(exactly: output))
      #expect(
        (greatest.logSteepness - value).isNonNegative != .fails, "seed \(seed), y = \(output)")
    }
  }

  @Test(arguments: 1...10)
  func `agrees with the search in doubles where that resolves the gaps`(seed: UInt64) throws {
    let mixture = try randomParameters(seed)
    let certified = map(mixture).greatestSteepness().logSteepness.approximation
    let searched = try MeasurePreservingMap(to: GaussianMixture<Double>(mixture)).steepest()
    // The search looks between the modes only, and its value has the rounding of log p.
    let logDensity = try #require(
      GaussianMixture<Double>(mixture).logDensity(at: [searched.output]))
    let rounding = 256 * Double.ulpOfOne * (1 + logDensity.magnitude)
    #expect(searched.logSteepness <= certified + rounding, "seed \(seed)")
  }

  @Test func `equals what the search in doubles finds for equal modes`() throws {
    for gap in [4, 9, 30] {
      let mixture = try MixtureParameters(
        modes: (0..<4).map { [Rational(gap * $0)] }, standardDeviation: 1)
      let certified = map(mixture).greatestSteepness().logSteepness.approximation
      let searched = try MeasurePreservingMap(to: GaussianMixture<Double>(mixture)).steepest()
      // Brent's method leaves half the digits of the position, squared in the value.
      #expect((certified - searched.logSteepness).magnitude <= 1e-12 * certified)
    }
  }
}
