internal import CBLAS

extension TrainingBenchmark {
  /// The shape of a product op(A) op(B): rows × depth by depth × columns.
  package struct ProductShape {
    var rows: Int
    var columns: Int
    var depth: Int
    var isTransposedA: Bool
    var isTransposedB: Bool

    package var floatingPointOperations: Int { 2 * rows * columns * depth }
  }

  /// The products of an iteration with matrices of their own, formed by OpenBLAS.
  final class PreparedProducts: SharedWork {
    private let shapes: [ProductShape]
    private let factors: [(a: AlignedBuffer<Float>, b: AlignedBuffer<Float>)]
    private let results: [AlignedBuffer<Float>]
    private let team: WorkerTeam

    init(_ shapes: [ProductShape], team: WorkerTeam) {
      self.shapes = shapes
      self.team = team
      factors = shapes.map { shape in
        let a = AlignedBuffer<Float>(count: shape.rows * shape.depth)
        let b = AlignedBuffer<Float>(count: shape.depth * shape.columns)
        a.base.update(repeating: 0.5, count: a.count)
        b.base.update(repeating: 0.25, count: b.count)
        return (a, b)
      }
      results = shapes.map { AlignedBuffer(count: $0.rows * $0.columns) }
    }

    /// All products, one after the other, by the library's own threads.
    func multiplyByLibrary() {
      openblas_set_num_threads(Int32(team.members))
      takeShare(0, of: 1)
      openblas_set_num_threads(1)
    }

    /// All products, each member forming its rows of every one without waiting for the others: less
    /// than training can do with.
    func multiplyByTeam() {
      openblas_set_num_threads(1)
      team.run(self)
    }

    func takeShare(_ member: Int, of members: Int) {
      for (index, shape) in shapes.enumerated() {
        let rows = (0..<shape.rows).share(member, of: members)
        guard !rows.isEmpty else { continue }
        // A transposed left factor of fewer rows would have another stride: its start will do.
        steepness_sgemm(
          shape.isTransposedA ? 1 : 0,
          factors[index].a.base + (shape.isTransposedA ? 0 : rows.lowerBound * shape.depth),
          shape.isTransposedB ? 1 : 0, factors[index].b.base,
          results[index].base + rows.lowerBound * shape.columns, Int32(rows.count),
          Int32(shape.columns), Int32(shape.depth))
      }
    }
  }

  /// The products of one iteration, in order, derived from the widths alone.
  package static func products(of experiment: Experiment) -> [ProductShape] {
    let generator =
      [experiment.latentDimension] + experiment.generator.hiddenWidths
      + [experiment.data.dimension]
    let discriminator =
      [experiment.data.dimension] + experiment.discriminator.hiddenWidths + [1]
    let batch = experiment.batchSize
    let discriminatorStep =
      forward(generator, batch) + forward(discriminator, 2 * batch)
      + backward(discriminator, 2 * batch, toParameters: true, toInput: false)
    let generatorStep =
      forward(generator, batch) + forward(discriminator, batch)
      + backward(discriminator, batch, toParameters: false, toInput: true)
      + backward(generator, batch, toParameters: true, toInput: false)
    return (0..<experiment.discriminatorSteps).flatMap { _ in discriminatorStep }
      + (0..<experiment.generatorSteps).flatMap { _ in generatorStep }
  }

  private static func forward(_ widths: [Int], _ rows: Int) -> [ProductShape] {
    zip(widths, widths.dropFirst()).map { input, output in
      ProductShape(
        rows: rows, columns: output, depth: input, isTransposedA: false, isTransposedB: true)
    }
  }

  private static func backward(
    _ widths: [Int], _ rows: Int, toParameters: Bool, toInput: Bool
  ) -> [ProductShape] {
    zip(widths, widths.dropFirst()).enumerated().reversed().flatMap { index, layer in
      let (input, output) = layer
      let weights = ProductShape(
        rows: output, columns: input, depth: rows, isTransposedA: true, isTransposedB: false)
      let inputs = ProductShape(
        rows: rows, columns: input, depth: output, isTransposedA: false, isTransposedB: false)
      return (toParameters ? [weights] : []) + (index > 0 || toInput ? [inputs] : [])
    }
  }
}
