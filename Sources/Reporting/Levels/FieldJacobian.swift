import RealModule
import Scalars

/// The Jacobian of ∇d/d at places, and what it does to a generator's.
///
/// - Source: Theorem 4.1: J_g changes by s·H·J_g with H = ∇(∇d/d) at g.
/// - Accuracy: central differences, of second order in `reach`.
struct FieldJacobian {
  /// One n × n matrix a place, row-major.
  let matrices: [[Double]]
  let dimension: Int

  /// - Shapes: `places` is count × dimension, row-major; so is what `field` makes of such an array.
  init(
    at places: [Double], dimension: Int, reach: Double, _ field: ([Double]) throws -> [Double]
  ) rethrows {
    let count = places.count / dimension
    var matrices = [[Double]](
      repeating: [Double](repeating: 0, count: dimension * dimension), count: count)
    for axis in 0..<dimension {
      func moved(_ by: Double) -> [Double] {
        places.indices.map { places[$0] + ($0 % dimension == axis ? by : 0) }
      }
      let (after, before) = (try field(moved(reach)), try field(moved(-reach)))
      for place in 0..<count {
        for row in 0..<dimension {
          let entry = place * dimension + row
          matrices[place][row * dimension + axis] = (after[entry] - before[entry]) / (2 * reach)
        }
      }
    }
    (self.matrices, self.dimension) = (matrices, dimension)
  }

  /// H·J at each place.
  func changes(of jacobians: [[Double]]) -> [[Double]] {
    zip(matrices, jacobians).map { matrix, jacobian in
      (0..<dimension * dimension).map { entry in
        let (row, column) = (entry / dimension, entry % dimension)
        return (0..<dimension).reduce(0) {
          $0 + matrix[row * dimension + $1] * jacobian[$1 * dimension + column]
        }
      }
    }
  }

  /// The rate at which log ‖J‖₂ changes while J moves by H·J: uᵀHu with u the first left singular vector of J.
  ///
  /// - Hypotheses: dimension 1 or 2.
  /// - Edge cases: where both singular values of J are equal, u is the first of the axes that attain it.
  func steepnessRates(of jacobians: [[Double]]) -> [Double] {
    precondition((1...2).contains(dimension), "dimension ≤ 2")
    return zip(matrices, jacobians).map { matrix, jacobian in
      guard dimension == 2 else { return matrix[0] }
      let (a, b, c, d) = (jacobian[0], jacobian[1], jacobian[2], jacobian[3])
      // The first axis of the ellipse J·Jᵀ.
      let angle = Double.atan2(y: 2 * (a * c + b * d), x: a * a + b * b - c * c - d * d) / 2
      let (x, y) = (Double.cos(angle), Double.sin(angle))
      return matrix[0] * x * x + (matrix[1] + matrix[2]) * x * y + matrix[3] * y * y
    }
  }
}
