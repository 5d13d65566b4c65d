internal import NumericKernel

/// Draws samples of a mixture, any of which can be had without those before it.
///
/// Sample n takes one uniform number for its mode and `dimension` normal ones.
///
/// - Accuracy: mean + σ·z is rounded twice in `Element`; of a mode with covariance L·Lᵀ, mean + L·z a few
///   times.
package final class MixtureSampler<Element: NetworkFloat> {
  private let dimension: Int
  private let means: AlignedBuffer<Element>
  private let deviations: AlignedBuffer<Element>
  /// L of the modes with a covariance.
  private let factors: [AlignedBuffer<Element>?]
  /// The chance of a mode before or at each mode.
  private let cumulative: AlignedBuffer<Double>
  private let modeStream: CounterStream
  private let normalStream: CounterStream
  /// How many samples were taken: all that a checkpoint needs to keep.
  package var position: UInt64 = 0

  package init(_ data: MixtureDataSet, seed: UInt64, name: String) {
    dimension = data.dimension
    means = AlignedBuffer(count: data.modes.count * data.dimension)
    deviations = AlignedBuffer(count: data.modes.count)
    cumulative = AlignedBuffer(count: data.modes.count)
    var sum = 0.0
    for (index, mode) in data.modes.enumerated() {
      for coordinate in 0..<data.dimension {
        means.base[index * data.dimension + coordinate] = Element(mode.mean[coordinate])
      }
      deviations.base[index] = Element(mode.variance.squareRoot())
      sum += data.normalisedWeights[index]
      cumulative.base[index] = sum
    }
    cumulative.base[data.modes.count - 1] = 1
    factors = data.modes.map { mode in
      mode.covarianceFactor.map { factor in
        let buffer = AlignedBuffer<Element>(count: factor.count)
        for index in factor.indices { buffer.base[index] = Element(factor[index]) }
        return buffer
      }
    }
    modeStream = CounterStream(seed: seed, name: "\(name)/modes")
    normalStream = CounterStream(seed: seed, name: "\(name)/normals")
  }

  /// Writes samples from a position on.
  ///
  /// - Shapes: `samples` is count × dimension, row-major.
  package func writeSamples(
    at position: UInt64, count: Int, into samples: UnsafeMutablePointer<Element>
  ) {
    normalStream.writeNormals(
      at: position * UInt64(dimension), count: count * dimension, into: samples)
    for sample in 0..<count {
      let mode = mode(modeStream.uniform(at: position + UInt64(sample)))
      let (mean, deviation) = (means.base + mode * dimension, deviations.base[mode])
      let numbers = samples + sample * dimension
      if let factor = factors[mode] {
        spread(numbers, by: factor.base, around: mean)
        continue
      }
      for coordinate in 0..<dimension {
        numbers[coordinate] = mean[coordinate] + deviation * numbers[coordinate]
      }
    }
  }

  /// z becomes mean + L·z, the last coordinate first, since it needs all others.
  private func spread(
    _ numbers: UnsafeMutablePointer<Element>, by factor: UnsafePointer<Element>,
    around mean: UnsafePointer<Element>
  ) {
    for row in (0..<dimension).reversed() {
      var sum = mean[row]
      for column in 0...row { sum += factor[row * dimension + column] * numbers[column] }
      numbers[row] = sum
    }
  }

  /// Writes the next samples.
  package func writeSamples(count: Int, into samples: UnsafeMutablePointer<Element>) {
    writeSamples(at: position, count: count, into: samples)
    position += UInt64(count)
  }

  /// The first mode whose cumulative chance exceeds a level, looked for from where it would be if all
  /// weights were equal.
  private func mode(_ level: Double) -> Int {
    let chances = cumulative.base
    var index = min(Int(level * Double(cumulative.count)), cumulative.count - 1)
    while index > 0, level < chances[index - 1] { index -= 1 }
    while level >= chances[index] { index += 1 }
    return index
  }
}
