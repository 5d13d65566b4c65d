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

  /// A product with matrices of its own.
  struct PreparedProduct {
    let shape: ProductShape
    private let a: AlignedBuffer<Float>
    private let b: AlignedBuffer<Float>
    private let c: AlignedBuffer<Float>

    init(_ shape: ProductShape) {
      self.shape = shape
      a = AlignedBuffer(count: shape.rows * shape.depth)
      b = AlignedBuffer(count: shape.depth * shape.columns)
      c = AlignedBuffer(count: shape.rows * shape.columns)
      a.base.update(repeating: 0.5, count: a.count)
      b.base.update(repeating: 0.25, count: b.count)
    }

    func multiply() {
      Float.writeProduct(
        a.base, isTransposedA: shape.isTransposedA, b.base, isTransposedB: shape.isTransposedB,
        into: c.base, rows: shape.rows, columns: shape.columns, depth: shape.depth)
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
    return (0..<experiment.discriminatorSteps).flatMap { _ in discriminatorStep } + generatorStep
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
