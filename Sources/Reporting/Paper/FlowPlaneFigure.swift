import Foundation
package import ParticleFlow

/// Pictures of a density that flows in the plane.
package enum FlowPlaneFigure {
  /// The most cells a side that a picture shows; finer meshes are averaged.
  private static let mostCells = 48

  /// One moment: p as colour, ∇d/d as arrows.
  ///
  /// - Parameter greatest: the density at the end of the colour bar.
  package static func panel(
    _ flow: DensityFlow, markers: [[Double]], greatest: Double, arrows: Int = 13
  ) -> VectorFieldPlot {
    let (horizontal, vertical) = (flow.horizontal.edges, flow.vertical.edges)
    let xRange = horizontal[0]...horizontal[horizontal.count - 1]
    let yRange = vertical[0]...vertical[vertical.count - 1]
    func places(_ range: ClosedRange<Double>) -> [Double] {
      let size = range.upperBound - range.lowerBound
      return (0..<arrows).map {
        range.lowerBound + size * (Double($0) + 0.5) / Double(arrows)
      }
    }
    let points = places(yRange).flatMap { y in places(xRange).flatMap { [$0, y] } }
    let field = flow.velocities(at: points)
    return VectorFieldPlot(
      title: "t = \(NumberText.sixDigits(flow.time))", xRange: xRange, yRange: yRange,
      background: heatMap(flow, greatest: greatest),
      arrows: stride(from: 0, to: points.count, by: 2).map {
        (x: points[$0], y: points[$0 + 1], u: field[$0], v: field[$0 + 1])
      },
      arrowStyle: .unitLength(label: "v"), markers: markers.map { (x: $0[0], y: $0[1]) })
  }

  private static func heatMap(_ flow: DensityFlow, greatest: Double) -> HeatMap {
    let (columns, rows) = (flow.horizontal.count, flow.vertical.count)
    let (across, along) = (min(columns, mostCells), min(rows, mostCells))
    var sums = [Double](repeating: 0, count: across * along)
    var counts = sums
    for cell in flow.density.indices {
      let place = (cell / columns) * along / rows * across + (cell % columns) * across / columns
      sums[place] += flow.density[cell]
      counts[place] += 1
    }
    return HeatMap(
      label: "p_{g}", columns: across, rows: along, values: zip(sums, counts).map { $0 / $1 },
      range: 0...greatest)
  }

  /// The densest that any of the moments and p_data get, for a colour bar that they share.
  package static func greatestDensity(_ moments: [DensityFlow]) -> Double {
    let data = moments.first?.logEquilibrium.max().map(Foundation.exp) ?? 1
    // The start may be far denser than anything after it: it may saturate.
    let later = moments.dropFirst().compactMap { $0.density.max() }.max() ?? 0
    return max(data, min(later, 4 * data))
  }

  /// Several moments in one picture.
  package static func moments(
    _ moments: [DensityFlow], markers: [[Double]], title: String, columns: Int = 3
  ) -> MultiPlot {
    let greatest = greatestDensity(moments)
    return MultiPlot(
      title: title, panels: moments.map { panel($0, markers: markers, greatest: greatest) },
      columns: columns)
  }

  /// Many moments, one after another.
  package static func animation(
    _ moments: [DensityFlow], markers: [[Double]], title: String
  ) -> AnimatedPlot {
    let greatest = greatestDensity(moments)
    return AnimatedPlot(
      title: title, frames: moments.map { panel($0, markers: markers, greatest: greatest) })
  }
}
