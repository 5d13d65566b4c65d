import ClaimKit
import GANTheory
import RealModule
import Scalars

/// A printed density ratio and its gradient against r = p_data/p_g and ∇r from the definitions.
///
/// The derived side knows the densities only: ∇r comes from first-order jets through the log
/// densities, and shares no formula with the printed side.
struct RatioStatement: Statement {
  let configuration: TableTwoCase
  let printed: PrintedRatio
  /// Restricts the points to the open box in which p_g does not vanish.
  var isInsideBox = false

  var variables: [Variable] {
    [Variable("x1", from: -4, to: 4), Variable("x2", from: -4, to: 4)]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    guard isInsideBox else { return [] }
    return ["x1", "x2"].map { Hypothesis("|\($0)| < 2", positive: S(4) - instance[$0].squared) }
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let point = [instance["x1"], instance["x2"]]
    let modes: [[S]] = configuration.modes()
    guard let ratio = derivedRatio(at: point),
      let printedRatio = printed.ratio(at: point, modes: modes),
      let printedSlope = printed.ratioGradient(at: point, modes: modes)
    else { return nil }
    let slope = gradient(at: point) { derivedRatio(at: $0) ?? .zero }
    return .equal(
      [(left: printedRatio, right: ratio)]
        + zip(printedSlope, slope).map { (left: $0, right: $1) })
  }

  /// r = exp(log p_data − log p_g).
  private func derivedRatio<S: Scalar>(at point: [S]) -> S? {
    AnyDensityPair<S>(configuration).logRatio(at: point).map { S.exp($0) }
  }
}

/// The discriminator that a printed ratio implies, r/(1 + r), against p_data/(p_data + p_g), which
/// exists everywhere.
struct ImpliedDiscriminatorStatement: Statement {
  let configuration: TableTwoCase
  let printed: PrintedRatio

  var variables: [Variable] {
    [Variable("x1", from: -4, to: 4), Variable("x2", from: -4, to: 4)]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let point = [instance["x1"], instance["x2"]]
    // A density that vanishes only where that can be decided: both sides, or none.
    guard let ratio = printed.ratio(at: point, modes: configuration.modes()),
      let derived = AnyDensityPair<S>(configuration).discriminator(at: point)
    else { return nil }
    return .equal([(left: ratio / (S(1) + ratio), right: derived)])
  }
}

extension PrintedRatio {
  /// The same closed form with both constants multiplied.
  func scaled(by factor: Rational) -> PrintedRatio {
    PrintedRatio(
      prefactor: factor * prefactor, gradientPrefactor: factor * gradientPrefactor,
      prefactorIsOverPi: prefactorIsOverPi, rate: rate, centreScale: centreScale,
      centreShift: centreShift, boost: boost, boostOrigin: boostOrigin,
      indicatorHalfSide: indicatorHalfSide)
  }
}

/// What the four propositions share: everything but their configuration.
func ratioControl(_ configuration: TableTwoCase, of printed: PrintedRatio) -> Control {
  Control(
    "the same closed form with both constants one per cent larger",
    families: [
      RatioStatement(
        configuration: configuration, printed: printed.scaled(by: Rational(101, 100)),
        isInsideBox: configuration == .covering)
    ])
}
