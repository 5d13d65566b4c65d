internal import Foundation

/// Compares what a generator makes of fixed noise with fixed samples of a mixture.
package final class SampleComparison {
  private static let directionCount = 64

  private let data: MixtureDataSet
  private let count: Int
  private let cells: MixtureCells
  private let cellChances: [Double]
  private let directions: [[Double]]
  /// The real samples along each direction, ascending.
  private let sortedProjections: [[Double]]
  private let realSamples: PointCloud
  /// E‖Y − Y′‖ over the real samples.
  private let realSpread: Double

  package init(_ data: MixtureDataSet, count: Int, seed: UInt64) {
    self.data = data
    self.count = count
    let dimension = data.dimension
    func draw(_ count: Int, _ name: String) -> [Double] {
      let buffer = AlignedBuffer<Double>(count: count * dimension)
      MixtureSampler<Double>(data, seed: seed, name: name).writeSamples(
        count: count, into: buffer.base)
      return Array(buffer.elements)
    }
    let reference = draw(20 * count, "probe/cells")
    cells = MixtureCells(data, reference: reference)
    cellChances = cells.chances(of: reference)
    let real = draw(count, "probe/samples")
    realSamples = PointCloud(real, dimension: dimension)
    realSpread = realSamples.meanDistance(to: realSamples)
    directions = Self.directions(dimension, seed: seed)
    sortedProjections = directions.map { PointCloud.projections(real, on: $0).sorted() }
  }

  /// The metrics of generated samples.
  ///
  /// - Shapes: `samples` is count × dimension, row-major.
  package func metrics(of samples: [Double]) -> SampleMetrics {
    let dimension = data.dimension
    precondition(
      samples.count == count * dimension, "\(samples.count) numbers break \(count) × \(dimension)")
    let census = ModeCensus(of: samples, in: data)
    let within = census.counts.reduce(0, +)
    let entropy = census.counts.reduce(0.0) { sum, modeCount in
      let share = Double(modeCount) / Double(max(within, 1))
      return modeCount > 0 ? sum - share * log(share) : sum
    }
    let cloud = PointCloud(samples, dimension: dimension)
    let distances = zip(directions, sortedProjections).map { direction, real in
      zip(PointCloud.projections(samples, on: direction).sorted(), real)
        .reduce(0) { $0 + ($1.0 - $1.1).magnitude } / Double(count)
    }
    return SampleMetrics(
      highQualityFraction: Double(within) / Double(count),
      modesCaptured: census.counts.count { $0 > 0 }, coverageEntropy: entropy,
      mixtureMass: census.mixtureFraction,
      massBetweenModes: dimension == 1 ? massBetweenModes(samples) : nil,
      jensenShannon: Self.jensenShannon(cells.chances(of: samples), cellChances),
      energyDistance: 2 * cloud.meanDistance(to: realSamples) - cloud.meanDistance(to: cloud)
        - realSpread,
      wasserstein: distances.reduce(0, +) / Double(distances.count))
  }

  private func massBetweenModes(_ samples: [Double]) -> Double {
    let modes = data.modes.sorted { $0.mean[0] < $1.mean[0] }
    let gaps = zip(modes, modes.dropFirst()).map { left, right in
      (
        left.mean[0] + 3 * left.variance.squareRoot(),
        right.mean[0] - 3 * right.variance.squareRoot()
      )
    }
    let between = samples.count { sample in gaps.contains { $0.0 <= sample && sample <= $0.1 } }
    return Double(between) / Double(samples.count)
  }

  /// ½ Σ p log(p/m) + ½ Σ q log(q/m) with m = (p + q)/2.
  static func jensenShannon(_ first: [Double], _ second: [Double]) -> Double {
    zip(first, second).reduce(0) { sum, chances in
      let (p, q) = chances
      let middle = (p + q) / 2
      return sum + (p > 0 ? p * log(p / middle) / 2 : 0) + (q > 0 ? q * log(q / middle) / 2 : 0)
    }
  }

  /// Unit vectors; on the line the one that there is.
  private static func directions(_ dimension: Int, seed: UInt64) -> [[Double]] {
    guard dimension > 1 else { return [[1]] }
    let numbers = AlignedBuffer<Double>(count: directionCount * dimension)
    CounterStream(seed: seed, name: "probe/directions").writeNormals(
      count: numbers.count, into: numbers.base)
    return (0..<directionCount).map { index in
      let vector = (0..<dimension).map { numbers.base[index * dimension + $0] }
      let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return vector.map { $0 / length }
    }
  }
}
