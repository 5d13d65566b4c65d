import RealModule

/// One axis of a mesh: its cells, their volumes, and how well mass passes between neighbours.
///
/// A mesh is the product of two axes. With an interval and a single point it is a line, with a radius and a
/// single point the n-dimensional space of radial densities.
public struct MeshAxis: Sendable, Equatable {
  /// Where cells meet: one number more than there are cells, ascending.
  public let edges: [Double]
  /// The volume of each cell.
  public let volumes: [Double]
  /// Area over distance of the centres, for each pair of neighbours.
  public let conductances: [Double]

  /// The middle of each cell.
  public var centres: [Double] { zip(edges, edges.dropFirst()).map { ($0 + $1) / 2 } }

  public var count: Int { volumes.count }

  /// Equal cells of an interval.
  ///
  /// - Throws: `FlowError` for ends that do not ascend or fewer than 2 cells.
  public static func interval(from lower: Double, to upper: Double, cells: Int) throws -> MeshAxis {
    let edges = try equalEdges(from: lower, to: upper, cells: cells)
    let size = (upper - lower) / Double(cells)
    return MeshAxis(
      edges: edges, volumes: edges.dropFirst().map { _ in size },
      conductances: (1..<cells).map { _ in 1 / size })
  }

  /// Equally thick shells of the ball of this radius in ℝⁿ.
  ///
  /// A shell from a to b has the volume ωₙ·(bⁿ − aⁿ)/n and the area ωₙ·bⁿ⁻¹, where ωₙ is the area of the unit
  /// sphere.
  ///
  /// - Throws: as `interval`; also for n < 1 and where a volume is not a positive double.
  public static func radius(to outer: Double, cells: Int, dimension: Int) throws -> MeshAxis {
    guard dimension >= 1 else {
      throw FlowError(
        quantity: "dimension", value: "\(dimension)", rule: "must be at least 1",
        remedy: "give the dimension of the samples")
    }
    let edges = try equalEdges(from: 0, to: outer, cells: cells)
    let power = Double(dimension)
    let logSphere = Double.log(2) + power / 2 * Double.log(.pi) - .logGamma(power / 2)
    let volumes = zip(edges, edges.dropFirst()).map { inner, outer in
      // bⁿ·(1 − (a/b)ⁿ)/n without the difference of two powers.
      let share = inner == 0 ? 1 : -Double.expMinusOne(power * .log(inner / outer))
      return Double.exp(logSphere + power * .log(outer)) * share / power
    }
    guard volumes.allSatisfy({ $0.isNormal }) else {
      throw FlowError(
        quantity: "dimension", value: "\(dimension)",
        rule: "gives shells whose volumes no double holds",
        remedy: "take fewer shells or a lower dimension")
    }
    let thickness = outer / Double(cells)
    let areas = edges[1..<cells].map { Double.exp(logSphere + (power - 1) * .log($0)) }
    return MeshAxis(edges: edges, volumes: volumes, conductances: areas.map { $0 / thickness })
  }

  /// A single cell of volume 1: an axis along which nothing moves.
  public static let point = MeshAxis(edges: [-0.5, 0.5], volumes: [1], conductances: [])

  private static func equalEdges(
    from lower: Double, to upper: Double, cells: Int
  ) throws -> [Double] {
    guard lower < upper, (upper - lower).isFinite else {
      throw FlowError(
        quantity: "axis", value: "\(lower)…\(upper)", rule: "must ascend and be finite",
        remedy: "put the smaller end first")
    }
    guard (2...100_000).contains(cells) else {
      throw FlowError(
        quantity: "cells", value: "\(cells)", rule: "must be between 2 and 100,000 an axis",
        remedy: "256 resolves the cases of Table 2")
    }
    return (0...cells).map { lower + (upper - lower) * Double($0) / Double(cells) }
  }
}
