/// Points whose coordinates lie one axis after the other, so that eight are worked on at once.
struct PointCloud {
  private let dimension: Int
  private let count: Int
  /// For each axis, the coordinates in blocks of eight.
  private let axes: [[SIMD8<Double>]]

  /// - Shapes: `points` is count × dimension, row-major.
  init(_ points: [Double], dimension: Int) {
    self.dimension = dimension
    count = points.count / dimension
    let count = count
    axes = (0..<dimension).map { axis in
      stride(from: 0, to: count, by: 8).map { start in
        var block = SIMD8<Double>.zero
        for lane in 0..<Swift.min(8, count - start) {
          block[lane] = points[(start + lane) * dimension + axis]
        }
        return block
      }
    }
  }

  /// The mean of ‖x − y‖ over all pairs of points, of one with itself as well.
  ///
  /// - Accuracy: sums in double precision.
  func meanDistance(to other: PointCloud) -> Double {
    var sum = SIMD8<Double>.zero
    var surplus = 0.0
    for index in 0..<count {
      for block in 0..<other.axes[0].count {
        var square = SIMD8<Double>.zero
        for axis in 0..<dimension {
          let offset = other.axes[axis][block] - axes[axis][index / 8][index % 8]
          square += offset * offset
        }
        let distance = square.squareRoot()
        sum += distance
        if block == other.axes[0].count - 1, other.count % 8 != 0 {
          // Lanes beyond the last point.
          for lane in other.count % 8..<8 { surplus += distance[lane] }
        }
      }
    }
    return (sum.sum() - surplus) / (Double(count) * Double(other.count))
  }

  /// The coordinates of points along a direction.
  static func projections(_ points: [Double], on direction: [Double]) -> [Double] {
    stride(from: 0, to: points.count, by: direction.count).map { start in
      direction.indices.reduce(0) { $0 + points[start + $1] * direction[$1] }
    }
  }
}
