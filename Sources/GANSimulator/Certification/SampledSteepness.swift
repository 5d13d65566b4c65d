internal import NumericKernel

/// The search for a steep point of a network: drawn latents, then climbs from the steepest.
///
/// A climb tries points around its place, within a distance that is halved when none of them is steeper. It needs no
/// derivative of the steepness, which rectifiers do not have.
///
/// - Accuracy: steepness in double precision; no bound of anything.
struct SampledSteepness {
  private static let trialCount = 32
  private static let halvings = 20

  /// The steepest point found, and its steepness.
  private(set) var point: [Double]
  private(set) var steepness: Double

  private let norms: ([Double]) throws -> [Double]

  /// - Parameter norms: the steepness at points, count × dimension, row-major.
  init(
    in box: LatentBox, settings: CertificationSettings,
    norms: @escaping ([Double]) throws -> [Double]
  ) throws {
    self.norms = norms
    let stream = RandomStream(seed: settings.seed, name: "certification")
    let dimension = box.dimension
    let drawn = (0..<settings.samples).map { _ in
      (0..<dimension).map { box.lower[$0] + (box.upper[$0] - box.lower[$0]) * stream.uniform() }
    }.map(box.clamped)
    let found = try norms(drawn.flatMap { $0 })
    let order = drawn.indices.sorted { found[$0] > found[$1] }
    (point, steepness) = (drawn[order[0]], found[order[0]])
    for start in order.prefix(settings.climbs) {
      var (place, height) = (drawn[start], found[start])
      var reach = 0.125
      for _ in 0..<Self.halvings {
        var isSteeper = true
        while isSteeper {
          let trials = (0..<Self.trialCount).map { _ in
            box.clamped(
              (0..<dimension).map {
                place[$0] + reach * (box.upper[$0] - box.lower[$0]) * (2 * stream.uniform() - 1)
              })
          }
          let heights = try norms(trials.flatMap { $0 })
          let best = heights.indices.max { heights[$0] < heights[$1] } ?? 0
          // Gains of rounding would keep a climb going for ever.
          isSteeper = heights[best] > height * (1 + 1e-9)
          if isSteeper { (place, height) = (trials[best], heights[best]) }
        }
        reach /= 2
      }
      consider(place, height)
    }
  }

  /// Takes over a steeper point.
  private mutating func consider(_ place: [Double], _ height: Double) {
    if height > steepness { (point, steepness) = (place, height) }
  }

  /// Takes over the steepest of some points where it is steeper.
  ///
  /// - Throws: as `norms`.
  mutating func consider(_ points: [[Double]]) throws {
    let heights = try norms(points.flatMap { $0 })
    for (point, height) in zip(points, heights) { consider(point, height) }
  }
}
