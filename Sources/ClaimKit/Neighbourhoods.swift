import RealModule

/// The worst point in every cell of a grid over the unit cube, to find basins beside the deepest one.
struct Neighbourhoods {
  private let dimension: Int
  private let cellsPerAxis: Int
  private var margins: [Double]
  private var points: [Double]

  /// A grid with about one cell for every eight of `count` points; of one cell in high dimensions.
  init(dimension: Int, count: Int) {
    self.dimension = dimension
    let most = Double.pow(max(Double(count) / 8, 1), 1 / Double(dimension))
    cellsPerAxis = max(Int(most), 1)
    let cells = (0..<dimension).reduce(1) { cells, _ in cells * max(Int(most), 1) }
    margins = [Double](repeating: .infinity, count: cells)
    points = [Double](repeating: 0, count: cells * dimension)
  }

  mutating func keep(_ point: [Double], _ margin: Double) {
    var cell = 0
    for axis in 0..<dimension {
      cell = cell * cellsPerAxis + min(Int(point[axis] * Double(cellsPerAxis)), cellsPerAxis - 1)
    }
    guard margin < margins[cell] else { return }
    margins[cell] = margin
    for axis in 0..<dimension { points[cell * dimension + axis] = point[axis] }
  }

  /// The worst points of those cells that are worse than all beside them: by turns the one that stands
  /// out most from its neighbours, and the worst. A long valley has many bottoms, none of which stands out.
  func basins(most: Int) -> [(coordinates: [Double], margin: Double)] {
    let strides = (0..<dimension).map { axis in
      (axis + 1..<dimension).reduce(1) { stride, _ in stride * cellsPerAxis }
    }
    let deepest = margins.indices.filter { margins[$0] < .infinity }
      .map { (cell: $0, prominence: prominence(of: $0, strides)) }
      .filter { $0.prominence > 0 }
    let standingOut = deepest.sorted { ($1.prominence, $0.cell) < ($0.prominence, $1.cell) }
    let worst = deepest.sorted { (margins[$0.cell], $0.cell) < (margins[$1.cell], $1.cell) }
    var cells: [Int] = []
    for (first, second) in zip(standingOut, worst) where cells.count < most {
      for cell in [first.cell, second.cell] where !cells.contains(cell) { cells.append(cell) }
    }
    return cells.prefix(most).map { cell in
      (Array(points[cell * dimension..<(cell + 1) * dimension]), margins[cell])
    }
  }

  /// How far a cell's margin lies below the least of the cells beside it along the axes.
  private func prominence(of cell: Int, _ strides: [Int]) -> Double {
    var least = Double.infinity
    for stride in strides {
      let place = cell / stride % cellsPerAxis
      if place > 0 { least = min(least, margins[cell - stride]) }
      if place < cellsPerAxis - 1 { least = min(least, margins[cell + stride]) }
    }
    return least - margins[cell]
  }
}
