import Foundation
import GANSimulator
import NumericKernel
import Testing

@Suite struct ProbeTests {
  @Test func `the spectral norm of special matrices is exact`() throws {
    #expect(try SpectralNorm.norm([0.0, 0, 0, 0], rows: 2, columns: 2) == 0)
    #expect(try SpectralNorm.norm([-7.0], rows: 1, columns: 1) == 7)
    #expect(try SpectralNorm.norm([3.0, 4], rows: 1, columns: 2) == 5)
    #expect(try SpectralNorm.norm([3.0, 4], rows: 2, columns: 1) == 5)
    #expect(try SpectralNorm.norm([3.0, 0, 0, -4], rows: 2, columns: 2) == 4)
    #expect(try SpectralNorm.norm([3e300, 0, 0, -4e300], rows: 2, columns: 2) == 4e300)
  }

  @Test func `the spectral norm of a shear is the golden ratio`() throws {
    let ratio = (1 + 5.0.squareRoot()) / 2
    let norm = try SpectralNorm.norm([1.0, 1, 0, 1], rows: 2, columns: 2)
    // Gram entries are exact; hypotenuse, sum, root and product round, and so does the ratio.
    #expect((norm - ratio).magnitude <= 4 * ratio.ulp)
  }

  @Test func `closed forms agree with singular value decomposition`() throws {
    let stream = RandomStream(seed: 21, name: "matrices")
    for (rows, columns) in [(1, 4), (4, 1), (2, 2), (2, 5), (5, 2), (3, 4), (3, 3), (9, 3)] {
      for _ in 0..<20 {
        let matrix = stream.normals(rows * columns)
        let norm = try SpectralNorm.norm(matrix, rows: rows, columns: columns)
        let reference = try SingularValues(of: matrix, rows: rows, columns: columns).spectralNorm
        // 'A few times rows·columns·2⁻⁵³' in both documents; few = 4 for the two together.
        let bound = 4 * Double(rows * columns) * Double.ulpOfOne * reference
        #expect((norm - reference).magnitude <= bound, "seed 21, \(matrix)")
      }
    }
  }

  @Test func `the spectral norm is right where singular values meet`() throws {
    // Rows of an orthogonal matrix with entries ±⅓, ±⅔, each stretched: the lengths are the singular
    // values.
    let rotation: [[Double]] = [[2, -1, 2], [2, 2, -1], [-1, 2, 2]]
    for lengths in [
      [3.0, 3, 1], [3, 3 - 1e-9, 1], [3, 3, 3], [3, 1, 1], [3, 0, 0], [3, 3, 0],
    ] {
      let matrix = zip(rotation, lengths).flatMap { row, length in row.map { $0 * length / 3 } }
      let norm = try SpectralNorm.norm(matrix, rows: 3, columns: 3)
      // 'Some tens of 2⁻⁵³' of the square, and three roundings of each entry.
      #expect((norm - 3).magnitude <= 3 * 50 * 0x1p-53, "\(lengths)")
    }
  }

  @Test func `quantiles are linear between order statistics`() {
    let numbers = [1.0, 2, 4, 8, 16]
    #expect(Quantiles.quantile(0, ofSorted: numbers) == 1)
    #expect(Quantiles.quantile(0.5, ofSorted: numbers) == 4)
    #expect(Quantiles.quantile(0.625, ofSorted: numbers) == 6)
    #expect(Quantiles.quantile(1, ofSorted: numbers) == 16)
    #expect(Quantiles.quantile(0.75, ofSorted: [3]) == 3)
  }

  @Test func `a census counts what is near a mode and what is not`() {
    let data = MixtureDataSet(modes: [
      .init(weight: 1, mean: [-2], variance: 0.25), .init(weight: 3, mean: [2], variance: 0.25),
    ])
    // −3.5 and −0.5 are 3σ from −2: still within.
    let census = ModeCensus(of: [-3.5, -2, -0.5, -0.49, 0, 2, 3.6, 100], in: data)
    #expect(census.counts == [3, 1])
    #expect(census.mixtureFraction == 0.5)
    // One of eight is below a quarter of ¾·8 = 6.
    #expect(census.coveredModes == 1)
  }

  @Test func `a mode's own deviation decides what is near it`() {
    let data = MixtureDataSet(modes: [
      .init(weight: 0.5, mean: [0, 0], variance: 1), .init(weight: 0.5, mean: [4, 0], variance: 4),
    ])
    // 1.9 to the left centre, 2.1 to the right one, which is 1.05 of its deviations.
    #expect(ModeCensus(of: [1.9, 0], in: data).counts == [0, 1])
  }

  @Test func `a mode's covariance decides what is near it`() {
    let data = MixtureDataSet(modes: [
      .init(weight: 0.5, mean: [0, 0], covariance: [[4, 0], [0, 0.25]]),
      .init(weight: 0.5, mean: [10, 0], covariance: [[2, 1.5], [1.5, 2]]),
    ])
    // Within 3 of its deviations along the first axis alone; along and across the second mode's diagonal,
    // whose variances are 3.5 and 0.5.
    #expect(ModeCensus(of: [5.9, 0, 0, 1.6], in: data).counts == [1, 0])
    #expect(ModeCensus(of: [13.9, 3.9, 8.4, 1.6], in: data).counts == [0, 1])
  }

  @Test func `∇d over d stays finite where the discriminator is sure`() {
    let architecture = NetworkArchitecture(
      hiddenWidths: [], activation: .identity, initialisation: .kaimingUniform)
    let network = Network<Float>(architecture: architecture, inputWidth: 2, outputWidth: 1)
    let workspace = Workspace(for: network, capacity: 1)
    network.parameters.base[0] = 3
    network.parameters.base[1] = 4
    let bias = network.layers[0].biasOffset
    for (logit, norm) in [(Float(-1000), 5.0), (0, 2.5), (1000, 0)] {
      network.parameters.base[bias] = logit
      network.forward(workspace, rows: 1)
      var norms = [0.0]
      LogGradient.writeNorms(of: network, .nonSaturating, in: workspace, rows: 0..<1, into: &norms)
      #expect(norms == [norm])
    }
  }

  @Test func `samples have the mean, the variance and the weights of their mixture`() {
    let data = MixtureDataSet(modes: [
      .init(weight: 1, mean: [-2, 1], variance: 0.25), .init(weight: 3, mean: [2, 0], variance: 1),
    ])
    let count = 20_000
    let samples = AlignedBuffer<Double>(count: 2 * count)
    MixtureSampler<Double>(data, seed: 22, name: "samples").writeSamples(
      count: count, into: samples.base)
    func mean(_ statistic: (Double, Double) -> Double) -> Double {
      (0..<count).reduce(0) {
        $0 + statistic(samples.base[2 * $1], samples.base[2 * $1 + 1])
      } / Double(count)
    }
    // Five standard errors: for a normal mean, exceeded with probability 6·10⁻⁷ each.
    // First coordinate: mean 1, variance ¼·¼ + ¾·1 + ¼·9 + ¾·1 = 3.8125.
    #expect((mean { x, _ in x } - 1).magnitude <= 5 * (3.8125 / Double(count)).squareRoot())
    // Second: mean ¼, variance ¼·¼ + ¾ + ¼·¾ = 1.
    #expect((mean { _, y in y } - 0.25).magnitude <= 5 * (1 / Double(count)).squareRoot())
    // E y² = ¼(¼ + 1) + ¾ = 1.0625; E y⁴ = ¼(1 + 6/4 + 3/16) + ¾·3 = 2.921875.
    let spread = (2.921875 - 1.0625 * 1.0625) / Double(count)
    #expect((mean { _, y in y * y } - 1.0625).magnitude <= 5 * spread.squareRoot())
    // P(x < 0) = ¼Φ(4) + ¾Φ(−2) = 0.267055; the standard error of a share.
    let share = mean { x, _ in x < 0 ? 1 : 0 }
    let below = 0.25 * 0.5 * erfc(-4 / 2.0.squareRoot()) + 0.75 * 0.5 * erfc(2 / 2.0.squareRoot())
    #expect((share - below).magnitude <= 5 * (below * (1 - below) / Double(count)).squareRoot())
  }

  @Test func `samples have the covariance of their mode`() {
    let data = MixtureDataSet(modes: [
      .init(weight: 1, mean: [1, -1, 2], covariance: [[4, 1, 0], [1, 1, -0.5], [0, -0.5, 2]])
    ])
    let count = 20_000
    let samples = AlignedBuffer<Double>(count: 3 * count)
    MixtureSampler<Double>(data, seed: 23, name: "samples").writeSamples(
      count: count, into: samples.base)
    let (mean, covariance) = (data.modes[0].mean, data.modes[0].covariance!)
    for i in 0..<3 {
      for j in 0...i {
        let product = (0..<count).reduce(0) {
          $0 + (samples.base[3 * $1 + i] - mean[i]) * (samples.base[3 * $1 + j] - mean[j])
        }
        // The variance of a product of centred normal numbers is C_ii·C_jj + C_ij²; five standard errors.
        let spread = covariance[i][i] * covariance[j][j] + covariance[i][j] * covariance[i][j]
        let error = product / Double(count) - covariance[i][j]
        #expect(error.magnitude <= 5 * (spread / Double(count)).squareRoot())
      }
    }
  }
}
