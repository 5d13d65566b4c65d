import ClaimKit
import GANTheory
import Scalars

/// The mixture of Assumption 2.1 in ℝⁿ at an instance: σ, and the coordinates of the modes in units of it.
struct PointMixture<S: Scalar> {
  let standardDeviation: S
  let modes: [[S]]

  init(at instance: Assignment<S>, count: Int, dimension: Int) {
    let deviation = instance["σ"]
    standardDeviation = deviation
    let coordinates = instance["x/σ ", count * dimension]
    modes = (0..<count).map { mode in
      (0..<dimension).map { deviation * coordinates[mode * dimension + $0] }
    }
  }

  var density: GaussianMixture<S> {
    GaussianMixture(modes: modes, standardDeviation: standardDeviation)
  }

  /// x̄.
  var centre: [S] {
    modes[0].indices.map { axis in
      modes.reduce(S.zero) { $0 + $1[axis] } / S(modes.count)
    }
  }
}

extension PointMixture where S == Double {
  static func variables(count: Int, dimension: Int, reach: Rational = 10) -> [Variable] {
    [Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic)]
      + (1...count * dimension).map {
        Variable("x/σ \($0)", from: Rational(0) - reach, to: reach)
      }
  }
}
