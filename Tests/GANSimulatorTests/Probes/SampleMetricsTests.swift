import Foundation
import GANSimulator
import Testing

@Suite struct SampleMetricsTests {
  private let pair = MixtureDataSet(means: [[-2], [2]], variance: 0.25)

  private func metrics(_ samples: [Double], of data: MixtureDataSet) -> SampleMetrics {
    SampleComparison(data, count: samples.count / data.dimension, seed: 71).metrics(of: samples)
  }

  /// Samples of the mixture itself, other than those it is compared with.
  private func real(_ data: MixtureDataSet, _ count: Int) -> [Double] {
    let buffer = AlignedBuffer<Double>(count: count * data.dimension)
    MixtureSampler<Double>(data, seed: 72, name: "test").writeSamples(
      count: count, into: buffer.base)
    return Array(buffer.elements)
  }

  @Test func `samples at the centres capture all modes evenly`() {
    let found = metrics((0..<100).map { $0 % 2 == 0 ? -2 : 2 }, of: pair)
    #expect(found.highQualityFraction == 1 && found.mixtureMass == 0)
    #expect(found.modesCaptured == 2 && found.massBetweenModes == 0)
    // Two products, a logarithm and a sum.
    #expect((found.coverageEntropy - log(2)).magnitude <= 3 * log(2).ulp)
  }

  @Test func `samples of one mode have no entropy, and samples between modes no quality`() {
    let collapsed = metrics(Array(repeating: 2, count: 100), of: pair)
    #expect(collapsed.modesCaptured == 1 && collapsed.coverageEntropy == 0)
    // Real samples have mean −2 or 2, so half of them 4 away, plus spread: E|X − 2| of ½N(−2) is
    // about 4 and of ½N(2) is σ√(2/π) = 0.4; five standard errors of |x − y| ≤ 6 over 100.
    let expected = 0.5 * 4 + 0.5 * 0.5 * (2 / Double.pi).squareRoot()
    #expect((collapsed.wasserstein - expected).magnitude <= 5 * 2 / 10)
    let between = metrics(
      Array(repeating: 0, count: 50) + Array(repeating: 9, count: 50), of: pair)
    #expect(between.highQualityFraction == 0 && between.mixtureMass == 1)
    #expect(between.massBetweenModes == 0.5, "9 lies beyond the modes, not between them")
    #expect(between.modesCaptured == 0 && between.coverageEntropy == 0)
    // No cell in common but those beyond 3σ, which have 0.3 % of the mixture.
    #expect(between.jensenShannon > 0.95 * log(2) && between.jensenShannon <= log(2))
  }

  @Test(arguments: [1, 2, 3])
  func `distances of real samples from real samples are those of chance`(dimension: Int) {
    let ends = [-2.0, 2].map { Array(repeating: $0, count: dimension) }
    let data = MixtureDataSet(means: ends, variance: 0.25)
    let (near, far) = (
      metrics(real(data, 400), of: data), metrics(real(data, 400).map { $0 + 1 }, of: data)
    )
    // Two samples of n from one law: n/2 times the energy distance has mean E‖X − X′‖, about 2√dim here;
    // eight times that is beyond chance.
    #expect(near.energyDistance >= 0)
    #expect(near.energyDistance <= 8 * 2 / 400 * 2 * Double(dimension).squareRoot())
    #expect(near.jensenShannon <= 5 * 10 / (8 * 400), "ten cells, five times what chance adds")
    for (small, large) in [
      (near.energyDistance, far.energyDistance), (near.wasserstein, far.wasserstein),
      (near.jensenShannon, far.jensenShannon),
    ] { #expect(2 * small < large, "dimension \(dimension)") }
  }

  @Test func `on the line the Wasserstein distance of a shift is the shift`() {
    let comparison = SampleComparison(pair, count: 101, seed: 71)
    let buffer = AlignedBuffer<Double>(count: 101)
    // The comparison's own real samples.
    MixtureSampler<Double>(pair, seed: 71, name: "probe/samples").writeSamples(
      count: 101, into: buffer.base)
    let shifted = comparison.metrics(of: buffer.elements.map { $0 + 0.5 })
    // 101 roundings of numbers below 4.
    #expect((shifted.wasserstein - 0.5).magnitude <= 101 * 4 * Double.ulpOfOne)
    let same = comparison.metrics(of: Array(buffer.elements))
    #expect(same.wasserstein == 0)
    #expect(same.energyDistance.magnitude <= 101 * 8 * Double.ulpOfOne)
  }

  @Test func `the duality gap leaves its game alone and is 0 for nobody who can improve`() throws {
    var experiment = Experiment.small
    experiment.dualityGap = DualityGapSettings(interval: 12, steps: 20, learningRate: 0.01)
    experiment.sampleInterval = 12
    experiment.probeInterval = 12
    let measured = try Trainer(experiment: experiment, seed: 73)
    try measured.run()
    let gaps = measured.measurements.map(\.dualityGap)
    #expect(gaps.allSatisfy { $0 != nil } && gaps.count == 3)
    // Before training both networks can do better, each against the other.
    #expect(try #require(gaps[0]).gap > 0)
    #expect(try #require(gaps[0]).gap != gaps[0]?.perturbedGap)
    experiment.dualityGap = nil
    let plain = try Trainer(experiment: experiment, seed: 73)
    try plain.run()
    #expect(
      plain.trainedGenerator().values(at: [-1, 0, 2])
        == measured.trainedGenerator().values(at: [-1, 0, 2]))
  }
}
