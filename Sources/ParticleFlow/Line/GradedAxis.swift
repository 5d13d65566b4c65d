import RealModule

/// Nodes on an axis that are dense around centres: evenly spaced in ξ(z) = Σ asinh((z − zᵢ)/aᵢ)·w + z/c.
///
/// Near a centre the spacing goes down to aᵢ/w; away from it it grows in proportion to the distance, up to c. A layer that
/// is exponentially thin takes a number of nodes that is proportional to the exponent.
public struct GradedAxis: Sendable {
  /// A place to resolve, with the length below which spacing is even.
  public struct Centre: Sendable, Equatable {
    public let position: Double
    public let length: Double

    public init(position: Double, length: Double) {
      self.position = position
      self.length = length
    }
  }

  public let centres: [Centre]
  /// c, the spacing in units of the step of ξ far from all centres.
  public let widest: Double
  /// The nodes, ascending; 0 is one of them where the axis is symmetric and their count odd.
  public let nodes: [Double]
  private let start: Double
  /// The step of ξ from node to node.
  public let coordinateStep: Double

  /// - Shapes: `count` nodes from `range.lowerBound` to `range.upperBound`, `count` ≥ 8.
  public init(count: Int, in range: ClosedRange<Double>, centres: [Centre], widest: Double) {
    precondition(count >= 8, "count ≥ 8")
    self.centres = centres
    self.widest = widest
    let (low, high) = (
      Self.coordinate(range.lowerBound, centres, widest),
      Self.coordinate(range.upperBound, centres, widest)
    )
    start = low
    coordinateStep = (high - low) / Double(count - 1)
    var nodes = (0..<count).map { index -> Double in
      if index == 0 { return range.lowerBound }
      if index == count - 1 { return range.upperBound }
      let target = low + (high - low) * Double(index) / Double(count - 1)
      return Self.position(of: target, in: range, centres, widest)
    }
    let isSymmetric =
      range.lowerBound == -range.upperBound
      && centres.allSatisfy { centre in
        centres.contains { $0.position == -centre.position && $0.length == centre.length }
      }
    if isSymmetric {
      for index in 0..<count / 2 { nodes[index] = -nodes[count - 1 - index] }
      if count % 2 == 1 { nodes[count / 2] = 0 }
    }
    self.nodes = nodes
  }

  /// The place of a point among the nodes, in steps from the first: ξ over its step.
  public func place(of position: Double) -> Double {
    (Self.coordinate(position, centres, widest) - start) / coordinateStep
  }

  private static func coordinate(
    _ position: Double, _ centres: [Centre], _ widest: Double
  ) -> Double {
    centres.reduce(position / widest) {
      $0 + Double.asinh((position - $1.position) / $1.length)
    }
  }

  /// The inverse of ξ: bisection in the sinh of the distance to the nearest centre, which keeps its relative accuracy.
  private static func position(
    of target: Double, in range: ClosedRange<Double>, _ centres: [Centre], _ widest: Double
  ) -> Double {
    let anchor = centres.min {
      abs(coordinate($0.position, centres, widest) - target)
        < abs(coordinate($1.position, centres, widest) - target)
    }
    let origin = anchor?.position ?? 0
    let length = anchor?.length ?? 1
    var low = Double.asinh((range.lowerBound - origin) / length)
    var high = Double.asinh((range.upperBound - origin) / length)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      let position = origin + length * Double.sinh(middle)
      if coordinate(position, centres, widest) < target { low = middle } else { high = middle }
    }
    return origin + length * Double.sinh((low + high) / 2)
  }
}
