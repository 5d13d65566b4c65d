extension Network {
  /// The same network with parameters of its own.
  func copy(of architecture: NetworkArchitecture) -> Network {
    let result = Network(
      architecture: architecture, inputWidth: inputWidth, outputWidth: outputWidth)
    result.parameters.base.update(from: parameters.base, count: parameters.count)
    return result
  }

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
      forward(workspace, rows: rows)
      result += try read(rows)
    }
    return result
  }
}
