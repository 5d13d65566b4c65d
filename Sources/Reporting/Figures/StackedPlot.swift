/// Grids of plots one below the other, in one picture: panels of different sizes.
public struct StackedPlot: Plot {
  public var title: String
  /// From top to bottom; each is as wide as the picture, and its size states its height.
  public let grids: [MultiPlot]

  public init(title: String, grids: [MultiPlot]) {
    precondition(!grids.isEmpty, "a stack of grids needs a grid")
    self.title = title
    self.grids = grids
  }

  public var size: PlotSize {
    PlotSize(
      width: grids.reduce(0) { max($0, $1.size.width) },
      height: grids.reduce(0) { $0 + $1.size.height })
  }

  public func commands(in frame: PlotFrame) throws(ReportingError) -> String {
    let scale = frame.height / Double(size.height)
    var text = "set multiplot\n"
    var top = frame.top
    for grid in grids {
      let height = Double(grid.size.height) * scale
      text += try grid.panelCommands(
        in: PlotFrame(
          canvas: frame.canvas, left: frame.left, top: top, width: frame.width, height: height))
      top += height
    }
    return text + "unset multiplot\n"
  }

  public var numbers: [PlottedNumbers] {
    grids.flatMap { grid in
      grid.numbers.map { numbers in
        var named = numbers
        if !grid.title.isEmpty { named.panel = "\(grid.title): \(numbers.panel)" }
        return named
      }
    }
  }
}
