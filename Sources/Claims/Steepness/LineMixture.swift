import ClaimKit
import GANTheory
import Scalars

/// The mixture of Assumption 2.1 on the line at an instance: σ, x₁ and the gaps in units of σ.
///
/// Gaps are drawn in units of σ, because every bound depends on gap/σ.
struct LineMixture<S: Scalar> {
  let standardDeviation: S
  let relativeGaps: [S]
  let modes: [S]

  init(at instance: Assignment<S>, count: Int) {
    standardDeviation = instance["σ"]
    relativeGaps = instance["gap/σ ", count - 1]
    var modes: [S] = []
    modes.reserveCapacity(count)
    modes.append(instance["x1"])
    for gap in relativeGaps { modes.append(modes[modes.count - 1] + gap * standardDeviation) }
    self.modes = modes
  }

  var density: GaussianMixture<S> {
    let weight = S(Rational(1, modes.count))
    return GaussianMixture(
      components: modes.map {
        GaussianMixture<S>.Component(
          weight: weight, mean: [$0], standardDeviation: standardDeviation)
      })
  }

  /// Two modes without a list of them, where speed matters.
  static func pair(_ left: S, _ right: S, standardDeviation: S) -> GaussianMixture<S> {
    let weight = S(Rational(1, 2))
    return GaussianMixture(
      components: [
        .init(weight: weight, mean: [left], standardDeviation: standardDeviation),
        .init(weight: weight, mean: [right], standardDeviation: standardDeviation),
      ])
  }

  var steepnessBound: LineBound<S> {
    LineBound(modes: modes, standardDeviation: standardDeviation)
  }

  /// σ > 0, and gaps of at least `leastGap`·σ, of which the least decides.
  func hypotheses(leastGap: Rational) -> [Hypothesis<S>] {
    var least = relativeGaps[0]
    for index in 1..<relativeGaps.count { least = S.smaller(least, relativeGaps[index]) }
    return [
      Hypothesis("σ > 0", positive: standardDeviation),
      Hypothesis(
        leastGap == 6 ? "x_{i+1} − xᵢ ≥ 6σ" : "x_{i+1} − xᵢ > 0",
        nonNegative: least - S(leastGap)),
    ]
  }
}

extension LineMixture where S == Double {
  static func variables(count: Int, leastGap: Rational, greatestGap: Rational = 40) -> [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("x1", from: -10, to: 10),
    ]
      + (1..<count).map {
        Variable("gap/σ \($0)", from: leastGap, to: greatestGap, scale: .logarithmic)
      }
  }
}
