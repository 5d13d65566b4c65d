import ClaimKit
import GANTheory
import RealModule
import Scalars

struct DualityGapAfterCollapse: Claim {
  let id = "appendix-G.5-collapse"
  let title = "The duality gap after collapse"
  let source = "Appendix G.5, results, and Figure 18"
  let statement = """
    after collapse the vanilla duality gap is near 0; judged for m modes of equal mass of which p_g covers one, \
    and the optimal d, as DG ≤ 1/10
    """
  let hypotheses = [
    "p_data has m ≥ 2 modes of equal mass, far apart", "p_g has all mass at one of them",
    "both players are unrestricted", "d = p_data/(p_data + p_g)",
  ]

  var families: [any Statement] { [CollapsedGapStatement(greatest: Rational(1, 10))] }

  var control: Control {
    Control("DG ≤ 1/20", families: [CollapsedGapStatement(greatest: Rational(1, 20))])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        DG ≥ 2·JS(p_data, p_g) for every d: the gap of unrestricted players is positive wherever p_g ≠ p_data, \
        and at least 2·JS = 1.05 for one of ten modes
        """,
        families: [GapBoundStatement(factor: 1)],
        control: Control("DG ≥ 4·JS", families: [GapBoundStatement(factor: 2)])),
      Amendment(
        .sharpened,
        "attained: at p_g = p_data and d = 1/2 both sides are 0; DG ≥ 0 always",
        families: [NonNegativeGapStatement(isAtEquilibrium: false)],
        control: Control(
          "DG ≥ 1/10", families: [NonNegativeGapStatement(isAtEquilibrium: true)])),
    ]
  }

  let remarks = [
    "What the figure shows is an estimate, by networks trained for a while with the other player fixed.",
    "An estimate of 0 after collapse shows that they did not find the better answers that exist.",
    "Modes as single points: the supremum over d and the infimum over p_g are then in closed form.",
  ]

  let defect: Defect? = Defect(
    .interpretation,
    """
    The duality gap bounds twice the Jensen–Shannon divergence from above and cannot be 0 for a collapsed \
    generator. That its estimate is 0 is a failure of the estimate, not a property of the gap.
    """)

  let checkByHand: String? = """
    m = 2, p_g = (1, 0): DG ≥ 2·JS = ½·log(⅔) + log(4/3) + ½·log 2 = 0.43 > 0.1
    """

  let recorded = Verdict.refuted
}

/// m modes, all generated mass at the first.
private struct CollapsedGapStatement: Statement {
  let greatest: Rational

  var variables: [Variable] { [Variable("m", in: 2...20)] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis(byConstruction: "p_g is at one mode")]
  }

  /// d = 1 at the modes without generated mass makes min log(1 − d) = −∞; 2·JS is a lower bound for any d.
  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let count = Int(instance["m"].approximation)
    let game = AdversarialValue<S>(
      data: Array(repeating: S(Rational(1, count)), count: count))
    let generated = [S(1)] + Array(repeating: S.zero, count: count - 1)
    return game.twiceJensenShannon(to: generated).map { .atLeast(S(greatest), $0) }
  }
}

/// Three modes with any shares and any d in (0, 1).
private struct GapBoundStatement: Statement {
  let factor: Int

  var variables: [Variable] { gapVariables }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    gapHypotheses(instance)
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let game = AdversarialValue(data: shares(instance, "p"))
    let generated = shares(instance, "q")
    guard
      let gap = game.dualityGap(generated: generated, discriminator: instance["d", 3]),
      let divergence = game.twiceJensenShannon(to: generated)
    else { return nil }
    return .atLeast(gap, S(factor) * divergence)
  }
}

private struct NonNegativeGapStatement: Statement {
  /// Asks for DG ≥ 1/10, which is false near the equilibrium.
  let isAtEquilibrium: Bool

  var variables: [Variable] { gapVariables }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    gapHypotheses(instance)
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    AdversarialValue(data: shares(instance, "p")).dualityGap(
      generated: shares(instance, "q"), discriminator: instance["d", 3]
    ).map { .atLeast(S(1) + $0, S(isAtEquilibrium ? Rational(11, 10) : 1)) }
  }
}

private let gapVariables: [Variable] =
  ["p", "q"].flatMap { name in
    (1...3).map { Variable("\(name)\($0)", from: Rational(1, 100), to: 1, scale: .logarithmic) }
  } + (1...3).map { Variable("d\($0)", from: Rational(1, 100), to: Rational(99, 100)) }

private func gapHypotheses<S: Scalar>(_ instance: Assignment<S>) -> [Hypothesis<S>] {
  [
    Hypothesis("0 < d", positive: instance["d", 3].dropFirst().reduce(instance["d1"], S.smaller)),
    Hypothesis(
      "d < 1", positive: S(1) - instance["d", 3].dropFirst().reduce(instance["d1"], S.larger)),
  ]
}

/// Three positive numbers over their sum.
private func shares<S: Scalar>(_ instance: Assignment<S>, _ name: String) -> [S] {
  let parts = instance[name, 3]
  let sum = parts.reduce(S.zero) { $0 + $1 }
  return parts.map { $0 / sum }
}
