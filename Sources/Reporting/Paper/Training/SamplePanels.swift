import GANSimulator
import GANTheory

/// Generated samples of a run over real ones, each moment in a panel of the same view.
struct SamplePanels {
  /// Panels that have the width of a column in threes.
  static let size = PanelSize(width: 140, height: 150)
  static let legend: [(name: String, colour: PlotColour)] = [
    ("real samples", .orange), ("generated", .blue),
  ]

  private let history: SampleHistory
  private let real: [(Double, Double)]
  private let edges: [[(Double, Double)]]
  private let xRange: ClosedRange<Double>
  private let yRange: ClosedRange<Double>

  /// - Throws: `InputError` where samples are neither points of the plane nor of space.
  init(_ history: SampleHistory) throws {
    let data = history.data
    guard data.dimension == 2 || data.dimension == 3 else {
      throw InputError(
        argument: "--run", value: history.configuration.experiment.name,
        rule: "has samples with \(data.dimension) coordinates",
        remedy: "give a run in the plane or in space, such as mixture-3d")
    }
    self.history = history
    let buffer = AlignedBuffer<Double>(count: history.count * data.dimension)
    MixtureSampler<Double>(data, seed: history.configuration.seed, name: "figure/data")
      .writeSamples(count: history.count, into: buffer.base)
    real = Self.places(Array(buffer.elements), dimension: data.dimension)
    let modes = Self.places(data.modes.flatMap(\.mean), dimension: data.dimension)
    edges = Self.neighbours(data).map { [modes[$0], modes[$1]] }
    func range(_ values: [Double]) -> ClosedRange<Double> {
      let (low, high) = (values.min() ?? 0, values.max() ?? 0)
      let margin = 0.15 * max(high - low, 1)
      return low - margin...high + margin
    }
    xRange = range(real.map(\.0))
    yRange = range(real.map(\.1))
  }

  /// Where points are drawn: as they are in the plane, seen from one side in space.
  static func places(_ points: [Double], dimension: Int) -> [(Double, Double)] {
    dimension == 3
      ? SpaceView().places(points)
      : stride(from: 0, to: points.count, by: 2).map { (points[$0], points[$0 + 1]) }
  }

  /// Pairs of modes as near to one another as any two.
  private static func neighbours(_ data: MixtureDataSet) -> [(Int, Int)] {
    guard let least = data.leastModeDistance else { return [] }
    return data.modes.indices.flatMap { first in
      (first + 1..<data.modes.count).compactMap { second -> (Int, Int)? in
        let pair = MixtureDataSet(modes: [data.modes[first], data.modes[second]])
        return (pair.leastModeDistance ?? 0) < 1.001 * least ? (first, second) : nil
      }
    }
  }

  /// A moment: its iteration and how many modes its samples cover.
  func panel(_ moment: SampleHistory.Moment, marks: [ScatterPlot.Cloud] = []) -> ScatterPlot {
    let covered = history.census(moment).coveredModes
    let generated = Self.places(moment.samples, dimension: history.data.dimension)
    return ScatterPlot(
      title: "\(moment.iteration) (\(covered) of \(history.data.modes.count))", xRange: xRange,
      yRange: yRange,
      clouds: [
        ScatterPlot.Cloud("real samples", points: real, colour: .orange),
        ScatterPlot.Cloud("generated", points: generated, colour: marks.isEmpty ? .blue : .sky),
      ] + marks, lines: edges)
  }

  /// Panels in threes.
  func grid(title: String = "", _ moments: [SampleHistory.Moment]) -> MultiPlot {
    CaptionedFigure.grid(
      title: title, moments.map { panel($0) }, columns: 3, panel: Self.size, legend: Self.legend)
  }

  /// How the samples are seen, for a caption.
  var view: String {
    history.data.dimension == 3
      ? "Points of space are seen from one side, without perspective; grey lines join neighbouring modes."
      : "Grey lines join neighbouring modes."
  }
}
