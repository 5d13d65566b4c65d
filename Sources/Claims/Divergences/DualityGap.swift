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

struct NonNegativeGap: Claim {
  let id = "appendix-G.5-gap"
  let title = "The duality gap measures how far the two players are from optimal"
  let source = "Appendix G.5, definition"
  let statement = """
    DG = max F(p_g, ·) − min F(·, d) quantifies suboptimality: DG ≥ 0, since F(p_g, d) is between the two; judged \
    on three points for unrestricted players
    """
  let hypotheses = ["F is the vanilla objective", "0 < d < 1"]

  var families: [any Statement] { [NonNegativeGapStatement(isAtEquilibrium: false)] }

  var control: Control {
    Control("DG ≥ 1/10", families: [NonNegativeGapStatement(isAtEquilibrium: true)])
  }

  let remarks = [
    "For players restricted to parameter spaces it holds as well: both optima include the current player.",
    "F is the vanilla game's; the training is the non-saturating one, whose generator has another loss.",
  ]

  let recorded = Verdict.proved
}

struct TrendsOfGaps: Claim {
  let id = "figure-18-trend"
  let title = "‖∇d/d‖ and the perturbed duality gap before the collapse"
  let source = "Figure 18, caption, against the results of appendix G.5"
  let statement = """
    ‖∇d/d‖ has a trend like that of the perturbed duality gap, though both gaps decrease and ‖∇d/d‖ increases; judged \
    as: their covariance is not negative for one rising and one falling sequence of four values
    """
  let hypotheses = [
    "before the collapse ‖∇d/d‖ increases", "before the collapse both gaps decrease",
    "without the oscillations",
  ]

  var families: [any Statement] { [CovarianceStatement(isReversed: false)] }

  var control: Control {
    Control(
      "it exceeds their product of ranges",
      families: [CovarianceStatement(isReversed: false, excess: 1)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        "it is negative (Chebyshev's sum inequality): with the text's trends the two are opposed",
        families: [CovarianceStatement(isReversed: true)], control: control)
    ]
  }

  let remarks = [
    "Text and caption contradict one another; the figure decides which is right.",
    "The caption may mean the vanilla or a mirrored trend: a slip of one word.",
    "The legend of Figure 18 calls the steepness markers square, as those of the perturbed gap; elsewhere they are diamonds.",
  ]

  let defect: Defect? = Defect(
    .presentation,
    "By the text the gaps decrease while ‖∇d/d‖ increases, by the caption their trends are similar."
  )

  let checkByHand: String? =
    "1, 2, 3, 4 and 4, 3, 2, 1: the covariance is −5/4"

  let recorded = Verdict.refuted
}

struct LossesAfterCollapse: Claim {
  let id = "appendix-G.6-losses"
  let title = "The losses of discriminator and generator after collapse"
  let source = "Appendix G.6 and Figure 19"
  let statement = """
    after the collapse the losses escalate or drop to zero: as the discriminator's drops to zero the generator's \
    escalates; judged as L_g ≥ log(1/L_d)
    """
  let hypotheses = ["L_d and L_g are the binary cross-entropies of appendix G.6", "0 < d < 1"]

  var families: [any Statement] { [LossStatement(form: .logarithm(1))] }

  var control: Control {
    Control("L_g ≥ 2·log(1/L_d)", families: [LossStatement(form: .logarithm(2))])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened,
        """
        exp(−L_d) + exp(−L_g) ≤ 1: the two losses cannot both drop to zero. It is attained in the limit d → 1 on \
        real and d constant on generated data
        """,
        families: [LossStatement(form: .sum(1))],
        control: Control("≤ 9/10", families: [LossStatement(form: .sum(Rational(9, 10)))])),
      Amendment(
        .generalised,
        "at p_g = p_data and d = 1/2 they are L_d = 2·log 2 and L_g = log 2: neither is zero at the equilibrium",
        families: [LossStatement(form: .equilibrium(1))],
        control: Control("three times these", families: [LossStatement(form: .equilibrium(3))]),
        isExhaustive: true),
    ]
  }

  let remarks = [
    "By Jensen's inequality: −log(1 − e^(−a)) is convex in a = −log(1 − d).",
    "That each loss alone escalates or vanishes is what Figure 19 shows, not a theorem.",
    "Two values on real and two on generated data, with any shares.",
  ]

  let recorded = Verdict.proved
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

/// The covariance of a rising and a falling sequence of four values.
private struct CovarianceStatement: Statement {
  let isReversed: Bool
  /// How many products of the ranges it is to exceed.
  var excess = 0

  var variables: [Variable] {
    (1...3).flatMap { place in
      ["rise", "fall"].map {
        Variable("\($0)\(place)", from: Rational(1, 100), to: 10, scale: .logarithmic)
      }
    }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    (1...3).flatMap { place in
      ["rise", "fall"].map { Hypothesis("\($0)\(place) > 0", positive: instance["\($0)\(place)"]) }
    }
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    func sums(_ name: String) -> [S] {
      instance[name, 3].reduce(into: [S.zero]) { $0.append($0[$0.count - 1] + $1) }
    }
    let (rising, falling) = (sums("rise"), sums("fall"))
    func mean(_ values: [S]) -> S { values.reduce(S.zero) { $0 + $1 } / S(values.count) }
    let covariance =
      mean(zip(rising, falling).map { -($0 * $1) }) + mean(rising) * mean(falling)
    let bound = S(excess) * rising[3] * falling[3]
    return isReversed ? .atLeast(.zero, covariance) : .atLeast(covariance, bound)
  }
}

/// Binary cross-entropies of a d with two values on real and two on generated data.
private struct LossStatement: Statement {
  enum Form {
    /// L_g ≥ factor·log(1/L_d).
    case logarithm(Int)
    /// exp(−L_d) + exp(−L_g) ≤ bound.
    case sum(Rational)
    /// factor·2·log 2 and factor·log 2 at d = 1/2.
    case equilibrium(Int)
  }

  let form: Form

  var variables: [Variable] {
    if case .equilibrium = form { return [] }
    return ["1 − d on real 1", "1 − d on real 2", "1 − d generated 1", "1 − d generated 2"].map {
      Variable($0, from: Rational(1, 10000), to: Rational(9999, 10000), scale: .logarithmic)
    }
      + ["odds of real shares", "odds of generated shares"].map {
        Variable($0, from: Rational(1, 100), to: 100, scale: .logarithmic)
      }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    variables.dropLast(2).flatMap {
      [
        Hypothesis("0 < \($0.name)", positive: instance[$0.name]),
        Hypothesis("\($0.name) < 1", positive: S(1) - instance[$0.name]),
      ]
    }
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    if case .equilibrium(let factor) = form {
      let half = S(Rational(1, 2))
      let own = losses(real: [(S(1), half)], generated: [(S(1), half)])
      let unit = S(factor) * S.log(S(2))
      return .equal([
        (left: own.discriminator, right: S(2) * unit), (left: own.generator, right: unit),
      ])
    }
    func weighted(_ kind: String, _ odds: String) -> [(S, S)] {
      let share = instance[odds] / (S(1) + instance[odds])
      return [
        (share, instance["1 − d \(kind) 1"]), (S(1) - share, instance["1 − d \(kind) 2"]),
      ]
    }
    let own = losses(
      real: weighted("on real", "odds of real shares"),
      generated: weighted("generated", "odds of generated shares"))
    switch form {
    case .logarithm(let factor):
      return .atLeast(own.generator, S(factor) * -S.log(own.discriminator))
    case .sum(let bound):
      return .atLeast(S(bound), S.exp(-own.discriminator) + S.exp(-own.generator))
    case .equilibrium: return nil
    }
  }

  /// From pairs of a share and 1 − d.
  private func losses<S: Scalar>(
    real: [(S, S)], generated: [(S, S)]
  ) -> (discriminator: S, generator: S) {
    func mean(_ pairs: [(S, S)], _ value: (S) -> S) -> S {
      pairs.reduce(S.zero) { $0 + $1.0 * value($1.1) }
    }
    let onReal = mean(real) { -S.log(S(1) - $0) }
    return (
      onReal + mean(generated) { -S.log($0) }, mean(generated) { -S.log(S(1) - $0) }
    )
  }
}
