/// Latents between two corners.
public struct LatentBox: Hashable, Codable, Sendable {
  /// The least of each coordinate.
  public let lower: [Double]
  /// The greatest.
  public let upper: [Double]

  /// - Throws: `SimulationError.invalidArgument` where the corners are not finite or not in order.
  public init(lower: [Double], upper: [Double]) throws(SimulationError) {
    try require(
      !lower.isEmpty && lower.count == upper.count, "box", "\(lower.count) and \(upper.count)",
      "both corners have the latent's coordinates", "give as many")
    for (low, high) in zip(lower, upper) {
      try require(
        low.isFinite && high.isFinite && low <= high && (high - low).isFinite, "box",
        "\(low):\(high)", "a side goes from a finite number to one that is not below it",
        "write it as -1:1")
    }
    (self.lower, self.upper) = (lower, upper)
  }

  private init(uncheckedLower lower: [Double], upper: [Double]) {
    (self.lower, self.upper) = (lower, upper)
  }

  /// The box of one point.
  init(point: [Double]) { self.init(uncheckedLower: point, upper: point) }

  /// The number of coordinates.
  public var dimension: Int { lower.count }

  /// A point inside, the middle but for rounding.
  var centre: [Double] {
    zip(lower, upper).map { low, high in min(max(low + (high - low) / 2, low), high) }
  }

  /// A number that no coordinate of the box is farther from the centre's, for each coordinate.
  var halfWidths: [Double] {
    zip(centre, zip(lower, upper)).map { middle, ends in
      let farthest = max(middle - ends.0, ends.1 - middle)
      return farthest > 0 ? farthest.nextUp : 0
    }
  }

  /// Two boxes that cover this one, cut across its longest side; nil where doubles do not tell them apart.
  var halves: (LatentBox, LatentBox)? {
    let sides = zip(lower, upper).map { $1 - $0 }
    guard let axis = sides.indices.max(by: { sides[$0] < sides[$1] }) else { return nil }
    let cut = centre[axis]
    guard lower[axis] < cut, cut < upper[axis] else { return nil }
    var (below, above) = (upper, lower)
    (below[axis], above[axis]) = (cut, cut)
    return (
      LatentBox(uncheckedLower: lower, upper: below), LatentBox(uncheckedLower: above, upper: upper)
    )
  }

  /// The nearest point of the box.
  func clamped(_ point: [Double]) -> [Double] {
    point.indices.map { min(max(point[$0], lower[$0]), upper[$0]) }
  }
}
