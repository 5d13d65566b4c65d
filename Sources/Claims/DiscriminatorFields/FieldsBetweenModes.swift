import ClaimKit
import GANTheory
import RealModule
import Scalars

struct CaseThreeRedistribution: Claim {
  let id = "prose-3.1-case-3-redistribution"
  let title = "Case 3: particles leave the crowded mode for the others"
  let source = "Section 3.1, case 3; section 4.1, second paragraph"
  let statement = """
    too many particles at a mode are driven towards the other modes; judged generously as: at a distance between σ/10 \
    and 2σ from the crowded mode (1, 1) the velocity points away from it, on average over four directions at right \
    angles
    """
  let hypotheses = ["p_data and p_g are those of case 3"]

  var families: [any Statement] { [OutwardStatement(isOutward: true, isMean: true)] }

  var control: Control {
    Control(
      "it points away from it in every direction",
      families: [OutwardStatement(isOutward: true, isMean: false)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        "the reverse, and not only on average: it points towards (1, 1) in every direction",
        families: [OutwardStatement(isOutward: false, isMean: false)], control: control),
      Amendment(
        .sharpened,
        """
        as long as p_g is what it is, no particle with both coordinates above 1/50 leaves the quadrant of (1, 1): each \
        component of the velocity is positive at xⱼ in [1/50, 99/100]. These are more than 69% of the particles, where a \
        balanced share would be a quarter
        """,
        families: [
          InflowStatement(isReversed: false), CrowdedShareStatement(least: Rational(69, 100)),
        ],
        control: Control(
          "more than 71%", families: [CrowdedShareStatement(least: Rational(71, 100))])),
    ]
  }

  let remarks = [
    "At this first moment only: as particles gather at (1, 1), r falls there; that the flow ends in balance is a matter of the whole flow (appendix-B-descent), not of this field.",
    "r has a maximum at (1, 1) in spite of the particles: p_g is ten times as broad as the mode.",
  ]

  let uses = ["proposition-C.3", "prose-3.1-case-3-intensity"]

  let defect: Defect? = Defect(
    .interpretation,
    """
    The field of case 3 attracts particles to the crowded mode: (1, 1) is a sink, and no particle of its quadrant is \
    sent to another mode. Nothing redistributes.
    """)

  let checkByHand: String? = """
    at (1.2, 0.9) ∇log r ≈ 9·(1 − 1.2, 1 − 0.9) = (−1.8, 0.9) and 1 + r ≈ 3, so that the velocity is about (−0.6, 0.3): \
    towards (1, 1)
    """

  let recorded = Verdict.refuted
}

struct SeparatedModesField: Claim {
  let id = "prose-3.1-summary"
  let title = "Gradients are weaker for globally separated modes"
  let source = "Section 3.1, last paragraph"
  let statement = """
    for globally separated modes (case 4) the gradients weaken; judged on the way between the centre and the crowded \
    mode: at the same fractions (t, u) of the way, between 1/4 and 7/10, the velocity of case 4 at (3t, 3u) is not longer \
    than that of case 3 at (t, u)
    """
  let hypotheses = ["cases 3 and 4 of Table 2"]

  var families: [any Statement] { [SamePlaceStatement(isReversed: false, factor: 1)] }

  var control: Control {
    Control(
      "in case 4 it is longer by a factor of six",
      families: [SamePlaceStatement(isReversed: true, factor: 6)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        near the modes (prose-3.1-case-4) only: there it is three times as long as in case 3, since the pull grows with \
        the distance and r is small
        """,
        families: [SamePlaceStatement(isReversed: true, factor: 3)], control: control)
    ]
  }

  let remarks = [
    "Read of the neighbourhoods of modes, it is prose-3.1-case-4, and true.",
    "The velocity is ∇log r/(1 + r): where r is small its length is that of ∇log r, which is 29·(1 − t) and 9·(1 − t) along each axis.",
  ]

  let uses = ["proposition-C.3", "proposition-C.4", "prose-3.1-case-4"]

  let defect: Defect? = Defect(
    .interpretation,
    """
    Separated modes have weaker gradients near the modes only. Between them the gradients are longer, so that particles \
    there are not in danger of stagnation.
    """)

  let checkByHand: String? = """
    halfway, t = u = 1/2: case 3 has ∇log r ≈ (4.5, 4.5) and r = 0.26, length 5.0; case 4 has ∇log r = (14.5, 14.5) and \
    r < 10⁻⁷, length 20.5
    """

  let recorded = Verdict.refuted
}

struct SeparationOfCases: Claim {
  let id = "table-2-separation"
  let title = "The cases of Table 2 have the separation that section 4 assumes"
  let source = "Table 2 and Assumption 4.1, whose argument in section 4.1 refers to cases 2 and 3"
  let statement =
    "Δ = 8σ in cases 1 to 3: modes at (±1, ±1) with variance 1/10 are 8σ apart, 2 ≥ 8·√(1/10)"
  let hypotheses: [String] = []
  let isExhaustive = true

  var families: [any Statement] { [GapStatement(gap: 2, deviations: 8, variance: Rational(1, 10))] }

  var control: Control {
    Control(
      "they are 9σ apart",
      families: [GapStatement(gap: 2, deviations: 9, variance: Rational(1, 10))])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        in case 4, where 6 ≥ 8·√(1/10), and with the variance 0.0125 of the experiment; the modes of cases 1 to 3 are 6σ \
        apart, as section 3 asks, and not 6.4σ
        """,
        families: [
          GapStatement(gap: 6, deviations: 8, variance: Rational(1, 10)),
          GapStatement(gap: 2, deviations: 8, variance: Rational(1, 80)),
          GapStatement(gap: 2, deviations: 6, variance: Rational(1, 10)),
        ],
        control: Control(
          "6.4σ apart in cases 1 to 3",
          families: [GapStatement(gap: 2, deviations: Rational(64, 10), variance: Rational(1, 10))]),
        isExhaustive: true)
    ]
  }

  let remarks = [
    "In cases 1 to 3 the balls of radius 4σ overlap, and Assumption 4.1 gives d two values at (0, 1).",
    "Section 4.1 takes the behaviour of d near a mode from cases 2 and 3, to which the assumption does not apply.",
  ]

  let uses = ["table-2", "assumption-4.1-separation"]

  let defect: Defect? = Defect(
    .hypothesis,
    """
    The modes of cases 1 to 3 are 2 = 6.3σ apart: Assumption 4.1, which asks for 8σ and is motivated by cases 2 and 3, \
    does not cover them.
    """)

  let checkByHand: String? = "2² = 4 < 6.4 = 64·0.1 = (8σ)²"

  let recorded = Verdict.refuted
}

// MARK: Statements

/// ⟨∇d/d, x − m⟩ at distance ρσ from m = (1, 1) in case 3: in one direction, or the sum over four.
private struct OutwardStatement: Statement {
  let isOutward: Bool
  let isMean: Bool

  var variables: [Variable] {
    [Variable("ρ/σ", from: Rational(1, 10), to: 2), Variable("angle/π", from: 0, to: 2)]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("ρ > 0", positive: instance["ρ/σ"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let distance = instance["ρ/σ"] * S.sqrt(S(Rational(1, 10)))
    let angle = instance["angle/π"] * S.pi
    let (x, y) = (distance * S.cos(angle), distance * S.sin(angle))
    let field = TableTwoField<S>(.singleMode)
    let offsets = isMean ? [(x, y), (-y, x), (-x, -y), (y, -x)] : [(x, y)]
    var outward = S.zero
    for (x, y) in offsets {
      let velocity = field.velocity(S(1) + x, S(1) + y)
      outward += velocity.0 * x + velocity.1 * y
    }
    return isOutward ? .atLeast(outward, .zero) : .atLeast(.zero, outward)
  }
}

/// h′(x) ≥ 0 between the axis and the crowded mode in case 3.
private struct InflowStatement: Statement {
  let isReversed: Bool

  var variables: [Variable] { [Variable("x", from: Rational(1, 50), to: Rational(99, 100))] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let slope = TableTwoField<S>(.singleMode).slope(at: instance["x"])
    return isReversed ? .atLeast(.zero, slope) : .atLeast(slope, .zero)
  }
}

/// P(both coordinates > 1/50) for N((1, 1), I).
private struct CrowdedShareStatement: Statement {
  let least: Rational

  var variables: [Variable] { [] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast(S.normalCDF(S(Rational(49, 50))).squared, S(least))
  }
}

/// ‖∇d/d‖ of case 3 at (t, u) against case 4 at (3t, 3u).
private struct SamePlaceStatement: Statement {
  let isReversed: Bool
  let factor: Rational

  var variables: [Variable] {
    ["t", "u"].map { Variable($0, from: Rational(1, 4), to: Rational(7, 10)) }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (t, u) = (instance["t"], instance["u"])
    let near = S(factor) * TableTwoField<S>(.singleMode).speed(t, u)
    let far = TableTwoField<S>(.separated).speed(S(3) * t, S(3) * u)
    return isReversed ? .atLeast(far, near) : .atLeast(near, far)
  }
}

/// gap ≥ deviations·√variance.
private struct GapStatement: Statement {
  let gap: Rational
  let deviations: Rational
  let variance: Rational

  var variables: [Variable] { [] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast(S(gap), S(deviations) * S.sqrt(S(variance)))
  }
}
