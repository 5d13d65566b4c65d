/// Cells of space around the modes of a mixture: by the nearest mode in units of its σ, and by shells
/// around it, between the quartiles of the mixture's own distances and out to 3σ.
struct MixtureCells {
  private let data: MixtureDataSet
  private let nearestMode: NearestMode
  /// Squared distances, in units of σ², at which shells end; beyond the last lies one more.
  private let edges: [Double]

  /// - Parameter reference: samples of the mixture, row-major.
  init(_ data: MixtureDataSet, reference: [Double]) {
    self.data = data
    let nearestMode = NearestMode(data)
    self.nearestMode = nearestMode
    let dimension = data.dimension
    let squares = stride(from: 0, to: reference.count, by: dimension).map {
      nearestMode.nearest(reference, at: $0).square
    }.sorted()
    let quartiles = [0.25, 0.5, 0.75].map { Quantiles.quantile($0, ofSorted: squares) }
    edges = quartiles + (quartiles[2] < 9 ? [9] : [])
  }

  /// The share of samples in each cell.
  ///
  /// - Shapes: `samples` is count × dimension, row-major; the result has a number for each mode and
  ///   shell.
  func chances(of samples: [Double]) -> [Double] {
    var counts = [Double](repeating: 0, count: data.modes.count * (edges.count + 1))
    for start in stride(from: 0, to: samples.count, by: data.dimension) {
      let (mode, square) = nearestMode.nearest(samples, at: start)
      counts[mode * (edges.count + 1) + edges.count { $0 < square }] += 1
    }
    let total = Double(samples.count / data.dimension)
    return counts.map { $0 / total }
  }
}
