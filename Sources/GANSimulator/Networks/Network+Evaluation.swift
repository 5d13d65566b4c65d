extension Network {
  /// Runs the network over points of any number, as many at a time as the workspace holds, and
  /// joins what `read` makes of each batch of rows.
  ///
  /// - Shapes: `points` is count × inputWidth, row-major.
  func map(
    _ points: [Double], in workspace: Workspace<Element>, _ read: (_ rows: Int) throws -> [Double]
  ) rethrows -> [Double] {
    precondition(
      points.count % inputWidth == 0, "\(points.count) numbers break count % \(inputWidth) = 0")
    let count = points.count / inputWidth
    var result: [Double] = []
    for start in stride(from: 0, to: count, by: workspace.capacity) {
      let rows = min(workspace.capacity, count - start)
      for index in 0..<rows * inputWidth {
        workspace.input[index] = Element(points[start * inputWidth + index])
      }
      forward(workspace, rows: 0..<rows)
      result += try read(rows)
    }
    return result
  }
}

extension Network {
  /// The same network in double precision, with parameters of its own.
  func inDoublePrecision() -> Network<Double> {
    let result = Network<Double>(layers: layers)
    for index in 0..<parameters.count {
      result.parameters.base[index] = Double(parameters.base[index])
    }
    result.pack()
    return result
  }
}
