import RealModule

/// The velocity v = ∇W between the cells' centres.
extension DensityFlow {
  /// W(log r) in a cell.
  func potential(_ cell: Int) -> Double {
    law.potential(at: min(logRatio(cell) ?? .infinity, Self.vanishing))
  }

  /// v at points, from differences of W at the faces, which are linear between them.
  ///
  /// - Shapes: `points` is count × 2, row-major, like the result.
  /// - Units: one over length.
  /// - Hypotheses: both axes are intervals.
  /// - Accuracy: second order in the cells' size; beyond the outermost faces v is that of the nearest.
  public func velocities(at points: [Double]) -> [Double] {
    precondition(horizontal.count > 1 && vertical.count > 1, "both axes are intervals")
    // Only cells that are asked for are evaluated, and those once.
    var known = [Double](repeating: .nan, count: density.count)
    func potentialOnce(_ cell: Int) -> Double {
      if known[cell].isNaN { known[cell] = potential(cell) }
      return known[cell]
    }
    let (columns, rows) = (horizontal.count, vertical.count)
    let width = horizontal.edges[1] - horizontal.edges[0]
    let height = vertical.edges[1] - vertical.edges[0]
    func place(_ coordinate: Double, _ first: Double, _ size: Double, _ count: Int) -> (Int, Double)
    {
      let position = min(max((coordinate - first) / size, 0), Double(count - 1))
      let index = min(Int(position), count - 2)
      return (index, position - Double(index))
    }
    func mean(_ share: Double, _ before: Double, _ after: Double) -> Double {
      before + share * (after - before)
    }
    var result: [Double] = []
    result.reserveCapacity(points.count)
    for index in stride(from: 0, to: points.count, by: 2) {
      let (x, y) = (points[index], points[index + 1])
      // Faces across lie between centres, one fewer than there are cells.
      let (face, share) = place(x, horizontal.edges[1], width, columns - 1)
      let (row, up) = place(y, vertical.edges[0] + height / 2, height, rows)
      func across(_ row: Int, _ face: Int) -> Double {
        (potentialOnce(row * columns + face + 1) - potentialOnce(row * columns + face)) / width
      }
      result.append(
        mean(
          up, mean(share, across(row, face), across(row, face + 1)),
          mean(share, across(row + 1, face), across(row + 1, face + 1))))
      let (upper, rise) = place(y, vertical.edges[1], height, rows - 1)
      let (column, right) = place(x, horizontal.edges[0] + width / 2, width, columns)
      func along(_ face: Int, _ column: Int) -> Double {
        (potentialOnce((face + 1) * columns + column) - potentialOnce(face * columns + column))
          / height
      }
      result.append(
        mean(
          rise, mean(right, along(upper, column), along(upper, column + 1)),
          mean(right, along(upper + 1, column), along(upper + 1, column + 1))))
    }
    return result
  }

  /// The mean of a function of (x, y) under p.
  ///
  /// - Accuracy: the midpoint's rule.
  public func mean(of observable: (_ x: Double, _ y: Double) -> Double) -> Double {
    let (x, y) = (horizontal.centres, vertical.centres)
    return density.indices.reduce(0) {
      $0 + density[$1] * volume($1) * observable(x[$1 % x.count], y[$1 / x.count])
    }
  }

  /// log p at the middle of the mesh, a corner of four cells.
  ///
  /// At a point that the flow does not move, the generator's Jacobian J satisfies p·|det J| = const, so that
  /// p falls as the square of the steepness where the flow is symmetric about it.
  ///
  /// - Hypotheses: both axes are intervals with an even number of cells.
  /// - Accuracy: second order in the cells' size.
  public var logDensityAtCentre: Double? {
    let (columns, rows) = (horizontal.count, vertical.count)
    precondition(columns % 2 == 0 && rows % 2 == 0, "even numbers of cells")
    let cells = [rows / 2 - 1, rows / 2].flatMap { row in
      [columns / 2 - 1, columns / 2].map { density[row * columns + $0] }
    }
    guard cells.allSatisfy({ $0 > 0 }) else { return nil }
    return cells.reduce(0) { $0 + .log($1) } / 4
  }
}
