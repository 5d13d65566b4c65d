import RealModule

/// A look at space from far away in one direction, without perspective.
///
/// The corners of a cube are seen apart from one another.
struct SpaceView {
  /// In radians, around the third axis and above the plane of the first two.
  let azimuth: Double
  let elevation: Double

  init(azimuth: Double = 0.42, elevation: Double = 0.33) {
    self.azimuth = azimuth
    self.elevation = elevation
  }

  /// Where a point of space is seen.
  ///
  /// - Shapes: three coordinates give two.
  func place(_ point: some Collection<Double>) -> (Double, Double) {
    let coordinates = Array(point)
    precondition(coordinates.count == 3, "point.count = 3")
    let across =
      -Double.sin(azimuth) * coordinates[0] + Double.cos(azimuth) * coordinates[1]
    let towards = Double.cos(azimuth) * coordinates[0] + Double.sin(azimuth) * coordinates[1]
    return (
      across, Double.cos(elevation) * coordinates[2] - Double.sin(elevation) * towards
    )
  }

  /// Where points that follow one another in one array are seen.
  ///
  /// - Shapes: count × 3, row-major.
  func places(_ points: [Double]) -> [(Double, Double)] {
    stride(from: 0, to: points.count, by: 3).map { place(points[$0..<$0 + 3]) }
  }
}
