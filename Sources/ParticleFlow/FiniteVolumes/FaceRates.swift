import RealModule

/// The two coefficients of the flux through the face before each cell of a mesh, along one axis.
///
/// The flux into a cell through its face is leaving·M(before) − returning·M(cell). Faces on the border of
/// the mesh have rates 0.
struct FaceRates: Sendable {
  struct Face: Sendable {
    var leaving = 0.0
    var returning = 0.0
  }

  /// One entry a cell, and `stride` more for the faces after the last cells.
  let faces: [Face]

  /// - Parameters:
  ///   - stride: how far neighbours along the axis lie apart in the mesh's order.
  ///   - face: for the face between the cells at two indices its conductance, nil on the border.
  init(logEquilibrium: [Double], stride: Int, conductance: (_ cell: Int) -> Double?) {
    let count = logEquilibrium.count
    var faces = [Face](repeating: Face(), count: count + stride)
    for cell in stride..<max(count, stride) {
      guard let conductance = conductance(cell) else { continue }
      let rise = logEquilibrium[cell] - logEquilibrium[cell - stride]
      faces[cell] = Face(
        leaving: conductance * Self.fitted(-rise), returning: conductance * Self.fitted(rise))
    }
    self.faces = faces
  }

  /// x/(exp x − 1), Bernoulli's function.
  ///
  /// - Edge cases: 1 at 0; 0 where exp x overflows.
  /// - Accuracy: a few ulps.
  static func fitted(_ x: Double) -> Double {
    x == 0 ? 1 : x / .expMinusOne(x)
  }
}
