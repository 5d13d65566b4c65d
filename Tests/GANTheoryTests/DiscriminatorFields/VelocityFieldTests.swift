import CFieldKernels
import GANTheory
import NumericKernel
import RealModule
import Scalars
import Testing

/// The vectorised fields against the generic formula in balls, within the error that they state.
@Suite struct `Velocities of many points` {
  /// What `VelocityField.fill` states as its accuracy.
  private func allowance(
    at point: [Double], _ mixtures: [GaussianMixture<Double>]
  ) -> Double {
    var exponent = 0.0
    var pull = 0.0
    for component in mixtures.flatMap(\.components) {
      let variance = component.standardDeviation.squared
      let distance = squaredDistance(point, component.mean)
      let normalisation = Double(point.count) / 2 * Double.log(2 * .pi * variance).magnitude
      exponent = max(
        exponent, distance / variance / 2 - Double.log(component.weight) + normalisation)
      pull = max(pull, distance.squareRoot() / variance)
    }
    let count = Double(mixtures.map(\.components.count).max() ?? 0)
    let dimension = Double(point.count)
    let factor = 8 * ((2 * dimension + 13) * exponent + 2) + 4 * count + 24
    return factor * pull * Double.ulpOfOne / 2
  }

  private func check(
    _ velocities: [Double], at points: [Double], data: GaussianMixture<Double>,
    generated: any Density<Double>, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let mixture = generated as? GaussianMixture<Double>
    let dimension = data.dimension
    let exactData = data.mapped { Ball(exactly: $0) }
    let exactGenerated: any Density<Ball>
    if let mixture {
      exactGenerated = mixture.mapped { Ball(exactly: $0) }
    } else {
      let box = try #require(generated as? UniformBox<Double>)
      exactGenerated = UniformBox(
        lower: box.lower.map { Ball(exactly: $0) }, upper: box.upper.map { Ball(exactly: $0) })
    }
    let pair = AnyDensityPair<Ball>(data: exactData, generated: exactGenerated)
    for start in stride(from: 0, to: points.count, by: dimension) {
      let point = Array(points[start..<start + dimension])
      let exact = try #require(pair.velocity(at: point.map { Ball(exactly: $0) }))
      let allowed = allowance(at: point, [data] + (mixture.map { [$0] } ?? []))
      for axis in 0..<dimension {
        let error = (velocities[start + axis] - exact[axis].approximation).magnitude
        #expect(
          error <= allowed, "\(point) axis \(axis): \(velocities[start + axis])",
          sourceLocation: sourceLocation)
      }
    }
  }

  /// A mixture with unequal weights and widths.
  private func mixture(
    _ count: Int, dimension: Int, reach: Double, _ stream: RandomStream
  ) -> GaussianMixture<Double> {
    let weights = (0..<count).map { _ in 0.1 + stream.uniform() }
    let total = weights.reduce(0, +)
    return GaussianMixture(
      components: weights.map { weight in
        GaussianMixture.Component(
          weight: weight / total,
          mean: (0..<dimension).map { _ in reach * (2 * stream.uniform() - 1) },
          standardDeviation: 0.2 + stream.uniform())
      })
  }

  @Test(arguments: TableTwoCase.allCases)
  func `agree with the generic formula in the cases of Table 2`(configuration: TableTwoCase) throws
  {
    let axis = Array(stride(from: -3.5, through: 3.5, by: 0.5))
    let points = axis.flatMap { x in axis.flatMap { [x, $0] } }
    try check(
      VelocityField(configuration).velocities(at: points), at: points, data: configuration.data(),
      generated: configuration.generated())
  }

  @Test(arguments: [(1, 1, 1), (1, 5, 2), (2, 4, 1), (2, 9, 3), (3, 6, 2), (9, 5, 1), (64, 7, 5)])
  func `agree with the generic formula for any mixtures`(
    dimension: Int, real: Int, fake: Int
  ) throws {
    let stream = RandomStream(seed: 7, name: "velocity field \(dimension) \(real) \(fake)")
    let data = mixture(real, dimension: dimension, reach: 2, stream)
    let generated = mixture(fake, dimension: dimension, reach: 2, stream)
    // No multiple of eight.
    let points = (0..<13 * dimension).map { _ in 8 * stream.uniform() - 4 }
    try check(
      VelocityField(data: data, generated: generated).velocities(at: points), at: points,
      data: data,
      generated: generated)
  }

  @Test func `stay finite where r leaves the range of doubles, to either side`() throws {
    let narrow = GaussianMixture<Double>(modes: [[0], [1]], standardDeviation: 0.01)
    let wide = GaussianMixture<Double>(modes: [[0]], standardDeviation: 10)
    let points = [-1e3, -10, -0.5, 0, 0.5, 1, 1.3, 10, 1e5]
    for (data, generated) in [(narrow, wide), (wide, narrow)] {
      let velocities = VelocityField(data: data, generated: generated).velocities(at: points)
      try check(velocities, at: points, data: data, generated: generated)
    }
  }

  @Test func `have the same bits however the points are blocked and shared`() {
    let field = VelocityField(.separated)
    let stream = RandomStream(seed: 3, name: "blocked points")
    let points = (0..<2 * 9001).map { _ in 12 * stream.uniform() - 6 }
    let whole = field.velocities(at: points)
    for (start, count) in [(0, 1), (5, 8), (4093, 9), (8998, 3)] {
      let range = 2 * start..<2 * (start + count)
      #expect(field.velocities(at: Array(points[range])) == Array(whole[range]))
    }
    var alone = [Double](repeating: .nan, count: points.count)
    points.withUnsafeBufferPointer { points in
      alone.withUnsafeMutableBufferPointer { field.fill($0, at: points, isParallel: false) }
    }
    #expect(alone == whole)
  }

  @Test(arguments: [1, 2, 3, 5, 9]) func `have the same bits in every length of block`(
    dimension: Int
  ) {
    let stream = RandomStream(seed: 5, name: "blocks of dimension \(dimension)")
    let field = VelocityField(
      data: mixture(7, dimension: dimension, reach: 3, stream),
      generated: mixture(3, dimension: dimension, reach: 2, stream))
    let points = (0..<50 * dimension).map { _ in 6 * stream.uniform() - 3 }
    let each = (0..<50).flatMap { index in
      field.velocities(at: Array(points[index * dimension..<(index + 1) * dimension]))
    }
    // Up to three vectors, full and not.
    for count in 1...50 {
      let together = field.velocities(at: Array(points[..<(count * dimension)]))
      #expect(together == Array(each[..<(count * dimension)]), "\(count) points")
    }
  }

  /// The field on a grid, and the points of the grid.
  private func onGrid(
    _ field: VelocityField, _ first: [Double], _ second: [Double]
  ) -> (velocities: [Double], points: [Double]) {
    var velocities = [Double](repeating: .nan, count: 2 * first.count * second.count)
    velocities.withUnsafeMutableBufferPointer { field.fill($0, onGrid: first, second) }
    return (velocities, first.flatMap { x in second.flatMap { [x, $0] } })
  }

  @Test(arguments: TableTwoCase.allCases)
  func `on a grid agree with the generic formula`(configuration: TableTwoCase) throws {
    let first = (0..<7).map { -3 + Double($0) }
    // Two stretches of four vectors, a vector, and five numbers.
    let second = (0..<77).map { -3.25 + 0.085 * Double($0) }
    let (velocities, points) = onGrid(VelocityField(configuration), first, second)
    try check(
      velocities, at: points, data: configuration.data(), generated: configuration.generated())
  }

  @Test(arguments: [TableTwoCase.concentrated, .covering])
  func `on a grid so wide that the factors leave the range agree with the generic formula`(
    configuration: TableTwoCase
  ) throws {
    let axis = (-5...5).map { 12 * Double($0) }
    let (velocities, points) = onGrid(VelocityField(configuration), axis, axis.reversed())
    try check(
      velocities, at: points, data: configuration.data(), generated: configuration.generated())
  }

  @Test func `on a grid against a mixture of several Gaussians agree with the generic formula`()
    throws
  {
    let stream = RandomStream(seed: 11, name: "grid of mixtures")
    let data = mixture(3, dimension: 2, reach: 2, stream)
    let generated = mixture(2, dimension: 2, reach: 2, stream)
    let axis = (0..<9).map { -2 + 0.5 * Double($0) }
    let (velocities, points) = onGrid(
      VelocityField(data: data, generated: generated), axis, [0.25, -1])
    try check(velocities, at: points, data: data, generated: generated)
  }

  @Test func `on a grid have the same bits in every length of row`() {
    let field = VelocityField(.singleMode)
    let first = [-1.25, 0.3]
    let second = (0..<300).map { -3.25 + 0.0225 * Double($0) }
    let each = second.map { onGrid(field, first, [$0]).velocities }
    for count in [1, 7, 8, 31, 32, 33, 40, 64, 255, 256, 257, 289, 300] {
      let together = onGrid(field, first, Array(second[..<count])).velocities
      let rows = (0..<2).flatMap { row in each[..<count].flatMap { $0[2 * row..<2 * row + 2] } }
      #expect(together == rows, "\(count) points")
    }
  }

  @Test func `rest on an exponential within 2 ulps`() {
    let stream = RandomStream(seed: 5, name: "exponentials")
    let arguments = (0..<4099).map { _ in 1416 * stream.uniform() - 707 }.map { min($0, 708) }
    var values = [Double](repeating: .nan, count: arguments.count)
    steepness_exponentials(arguments, &values, arguments.count)
    for (argument, value) in zip(arguments, values) {
      let exact = Ball.exp(Ball(exactly: argument))
      let relative = ((Ball(exactly: value) - exact) / exact).approximation.magnitude
      #expect(relative <= 2 * Double.ulpOfOne, "exp(\(argument))")
    }
    var edges = [Double](repeating: .nan, count: 4)
    steepness_exponentials([0, -709, -1e300, -.infinity], &edges, 4)
    #expect(edges == [1, 0, 0, 0])
  }
}
