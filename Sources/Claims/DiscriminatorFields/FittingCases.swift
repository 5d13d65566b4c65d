import ClaimKit
import GANTheory
import RealModule
import Scalars

struct CaseOneDirection: Claim {
  let id = "prose-3.1-case-1"
  let title = "Case 1: the field pulls towards the nearest mode"
  let source = "Section 3.1, case 1 and Figure 2"
  let statement = """
    the velocity pulls in the direction of the nearest mode m; judged as ⟨∇d/d, m − x⟩ ≥ 0 in the quadrant \
    0 < x₁, x₂ ≤ 2, m = (1, 1)
    """
  let hypotheses = ["p_data and p_g are those of case 1"]

  var families: [any Statement] { [NearestModeStatement(configuration: .concentrated, mode: 1)] }

  var control: Control {
    Control(
      "towards (½, ½)",
      families: [NearestModeStatement(configuration: .concentrated, mode: Rational(1, 2))])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        each component points to the nearest mode where |xⱼ| < 1, which holds for both in 94% of the particles; \
        beyond, each points to 2, so that particles overshoot the modes as long as p_g stays what it is
        """,
        families: [
          ComponentSignStatement(mode: 1, reach: 1), ShareInsideStatement(least: Rational(94, 100)),
        ],
        control: Control(
          "where |xⱼ| < 6/5", families: [ComponentSignStatement(mode: 1, reach: Rational(6, 5))])),
      Amendment(
        .sharpened,
        "in the quadrant the component vanishes at one x_* only, 2 − 10⁻¹⁵ < x_* < 2, not at the mode",
        families: [
          ComponentSignStatement(mode: justBelowTwo, reach: 3, isWithin: true)
        ],
        control: Control(
          "it has the sign of 3/2 − xⱼ",
          families: [ComponentSignStatement(mode: Rational(3, 2), reach: 3, isWithin: true)])),
    ]
  }

  let remarks = [
    "Within three standard deviations of p_g, ‖x‖ ≤ 1.34, it fails too, in slivers along the axes: at (1/200, 6/5).",
    "The length is judged apart, in prose-3.1-case-1-length.",
  ]

  let uses = ["proposition-C.1", "prose-2.3-nearest-mode"]

  let defect: Defect? = Defect(
    .interpretation,
    """
    The field points to twice the modes, (±2, ±2), as appendix C.3 says, not to the modes: beyond a mode the two \
    directions are opposed, and at the mode the velocity does not vanish.
    """)

  let checkByHand: String? =
    "at (3/2, 3/2): ∇log r = 5·(2·tanh 15 − 3/2)·(1, 1) ≈ (2.5, 2.5), away from (1, 1)"

  let recorded = Verdict.refuted

  /// 2 − 10⁻¹⁵.
  private var justBelowTwo: Rational {
    Rational(2) - Rational(1, 1_000_000_000_000_000)
  }
}

struct CaseOneLength: Claim {
  let id = "prose-3.1-case-1-length"
  let title = "Case 1: lengths grow with the distance from the nearest mode"
  let source = "Section 3.1, case 1 and Figure 2"
  let statement = """
    the velocity's length is proportional to the distance from the mode; judged in the weaker form that of two \
    points on the way from the centre (0, 0) to a mode, the farther one from the mode is not the slower
    """
  let hypotheses = ["p_data and p_g are those of case 1", "0 ≤ t < u ≤ 1, at (t, t) and (u, u)"]

  var families: [any Statement] { [DiagonalSpeedStatement(nearest: 0, factor: 1)] }

  var control: Control {
    Control(
      "the farther one is at least twice as fast, for t ≥ 1/4",
      families: [DiagonalSpeedStatement(nearest: Rational(1, 4), factor: 2)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        the weaker form holds from t = 1/4 on; before, the length rises from 0 at (0, 0) to its maximum near \
        t = 0.2155
        """,
        families: [
          DiagonalSpeedStatement(nearest: Rational(1, 4), factor: 1),
          RisingSpeedStatement(farthest: Rational(21, 100)),
        ],
        control: Control(
          "it rises up to t = 3/10", families: [RisingSpeedStatement(farthest: Rational(3, 10))])),
      Amendment(
        .sharpened,
        """
        not proportional there either: length over distance is more than five times as large at (¼, ¼) as at \
        (0.9, 0.9); the length is 5·‖(2·tanh(10xⱼ) − xⱼ)‖/(1 + r), a multiple of the distance from (2, 2)
        """,
        families: [ProportionStatement(factor: 5)],
        control: Control("more than six times", families: [ProportionStatement(factor: 6)])),
    ]
  }

  let remarks = [
    "The weaker form follows from proportionality; where it fails, proportionality does.",
    "Particles start around (0, 0), where the distance to every mode is √2 and the velocity vanishes.",
  ]

  let uses = ["proposition-C.1"]

  let defect: Defect? = Defect(
    .interpretation,
    """
    At the centre of the particles the velocity is 0 although the modes are farthest; on the way to a mode length \
    over distance changes by a factor above five.
    """)

  let checkByHand: String? =
    "at (0, 0), √2 away from all modes, ∇log r = 0 by symmetry; at (½, ½), half as far, ∇log r ≈ (7.5, 7.5)"

  let recorded = Verdict.refuted
}

struct CaseTwoStrength: Claim {
  let id = "prose-3.1-case-2"
  let title = "Case 2: weak near the centres, stronger farther away, towards the nearest mode"
  let source = "Section 3.1, case 2 and Figure 2"
  let statement = """
    within σ/2 of a mode the velocity is shorter than anywhere beyond σ from it, and there it points to the nearest \
    mode; judged in a quadrant, apart from the strips |xⱼ| < 1/4 in which section 2.3 puts the critical points
    """
  let hypotheses = ["p_data and p_g are those of case 2", "x and y in [1/4, 2]² for the lengths"]

  var families: [any Statement] {
    [
      StrengthStatement(factor: 1),
      NearestModeStatement(configuration: .covering, mode: 1, distance: Rational(1, 1_000_000)),
    ]
  }

  var control: Control {
    Control("stronger by a factor of three", families: [StrengthStatement(factor: 3)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened,
        "stronger by a factor of 5/2; at distance ρ the length is 10ρ/(1 + (20/π)·exp(−5ρ²)) up to the other modes",
        families: [StrengthStatement(factor: Rational(5, 2))], control: control)
    ]
  }

  let remarks = [
    "Inside the strips it fails: at (0, 0), √2 from every mode, the velocity vanishes.",
    "The direction is judged in the whole open quadrant, from 10⁻⁶ off the mode: the velocity vanishes 4·10⁻⁹ before the mode.",
    "At a mode d = 0.86, not ½: particles are held there by the shape of r, not by a balanced discriminator.",
  ]

  let uses = ["proposition-C.2", "prose-2.3-critical-points"]

  let recorded = Verdict.supported
}

struct CaseTwoSharpening: Claim {
  let id = "prose-3.1-case-2-sharpening"
  let title = "Case 2: particles accumulate near the modes"
  let source = "Section 3.1, case 2"
  let statement = """
    p_g sharpens as particles accumulate near the modes; judged as: its first time derivative −div(p_g·∇d/d) is \
    positive within 2σ of every mode
    """
  let hypotheses = ["p_data and p_g are those of case 2", "particles move by ẋ = ∇d/d"]

  var families: [any Statement] {
    [AccumulationStatement(near: ModeOffset(1, 1, from: 0, to: 2))]
  }

  var control: Control {
    Control(
      "positive within 3σ",
      families: [AccumulationStatement(near: ModeOffset(1, 1, from: 0, to: 3))])
  }

  let remarks = [
    "By symmetry one mode stands for all. At the first moment only: p_g does not stay flat.",
    "p_g empties between the modes: the divergence is positive around (0, 0).",
  ]

  let uses = ["proposition-C.2"]

  let recorded = Verdict.supported
}

/// ⟨∇d/d, m − x⟩ ≥ 0 for 0 < x₁, x₂ ≤ 2.
private struct NearestModeStatement: Statement {
  let configuration: TableTwoCase
  /// m on both axes.
  let mode: Rational
  /// The least distance from m.
  var distance: Rational = 0

  var variables: [Variable] {
    [
      Variable("x1", from: Rational(1, 1000), to: 2),
      Variable("x2", from: Rational(1, 1000), to: 2),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let (first, second) = (instance["x1"] - S(mode), instance["x2"] - S(mode))
    return [
      Hypothesis("x₁ > 0", positive: instance["x1"]),
      Hypothesis("x₂ > 0", positive: instance["x2"]),
      Hypothesis(
        "x is at least so far from the mode",
        nonNegative: first.squared + second.squared - S(distance).squared),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (x, y) = (instance["x1"], instance["x2"])
    let velocity = TableTwoField<S>(configuration).velocity(x, y)
    return .atLeast(velocity.0 * (S(mode) - x), -velocity.1 * (S(mode) - y))
  }
}

/// h′(x)·(m − x) ≥ 0 in case 1 for 0 < x < reach, or up to m only.
private struct ComponentSignStatement: Statement {
  let mode: Rational
  let reach: Rational
  /// Whether x is drawn on both sides of m, with h′ judged against the exact sign.
  var isWithin = false

  var variables: [Variable] { [Variable("x", from: Rational(1, 1000), to: reach)] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let hypothesis = Hypothesis("x > 0", positive: instance["x"])
    guard isWithin else { return [hypothesis] }
    // Within 10⁻¹⁵ of 2 the sign is not claimed.
    let distance = instance["x"] - S(mode)
    return [
      hypothesis,
      Hypothesis(
        "|x − x_*| > 10⁻¹⁵",
        positive: distance.squared - S(Rational(1, 1_000_000_000_000_000)).squared),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let x = instance["x"]
    return .atLeast(TableTwoField<S>(.concentrated).slope(at: x) * (S(mode) - x), .zero)
  }
}

/// The share of p_g of case 1 in [−1, 1]².
private struct ShareInsideStatement: Statement {
  let least: Rational

  var variables: [Variable] { [] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let inside = S(1) - S(2) * S.normalUpperTail(S.sqrt(S(5)))
    return .atLeast(inside.squared, S(least))
  }
}

/// ‖∇d/d‖ at (t, t) is at least a factor times that at (u, u), t < u ≤ 1.
private struct DiagonalSpeedStatement: Statement {
  let nearest: Rational
  let factor: Int

  var variables: [Variable] {
    [Variable("t", from: nearest, to: 1), Variable("u", from: nearest, to: 1)]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("t < u", positive: instance["u"] - instance["t"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let field = TableTwoField<S>(.concentrated)
    let (t, u) = (instance["t"], instance["u"])
    return .atLeast(field.velocity(t, t).0, S(factor) * field.velocity(u, u).0)
  }
}

/// ‖∇d/d‖ rises along the diagonal from (0, 0).
private struct RisingSpeedStatement: Statement {
  let farthest: Rational

  var variables: [Variable] { [Variable("t", from: 0, to: farthest)] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("t ≥ 0", nonNegative: instance["t"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let t = Jet.variable(at: instance["t"], order: 1)
    let speed = TableTwoField<Jet<S>>(.concentrated).velocity(t, t).0
    return .atLeast(speed.derivative(1), .zero)
  }
}

/// Length over distance from (1, 1) at (¼, ¼) against that at (0.9, 0.9).
private struct ProportionStatement: Statement {
  let factor: Int

  var variables: [Variable] { [] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let field = TableTwoField<S>(.concentrated)
    func proportion(_ t: Rational) -> S { field.velocity(S(t), S(t)).0 / (S(1) - S(t)) }
    return .atLeast(proportion(Rational(1, 4)), S(factor) * proportion(Rational(9, 10)))
  }
}

/// Lengths in case 2: beyond σ from (1, 1) against within σ/2.
private struct StrengthStatement: Statement {
  let factor: Rational

  private static let near = ModeOffset(1, 1, from: 0, to: Rational(1, 2))

  var variables: [Variable] {
    StrengthStatement.near.variables + [
      Variable("y1", from: Rational(1, 4), to: 2), Variable("y2", from: Rational(1, 4), to: 2),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let distance = (instance["y1"] - S(1)).squared + (instance["y2"] - S(1)).squared
    return StrengthStatement.near.hypotheses(at: instance) + [
      Hypothesis("‖y − m‖ ≥ σ", nonNegative: distance - S(Rational(1, 10)))
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let field = TableTwoField<S>(.covering)
    let (mode, offset) = StrengthStatement.near.place(.covering, at: instance)
    return .atLeast(
      field.speed(instance["y1"], instance["y2"]),
      S(factor) * field.speed(mode.0 + offset.0, mode.1 + offset.1))
  }
}

/// −div ∇d/d ≥ 0 near a mode in case 2, by jets.
private struct AccumulationStatement: Statement {
  let near: ModeOffset

  var variables: [Variable] { near.variables }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    near.hypotheses(at: instance)
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let field = TableTwoField<Jet<S>>(.covering)
    let (mode, offset) = near.place(.covering, at: instance)
    let (x, y) = (mode.0 + offset.0, mode.1 + offset.1)
    let first = field.velocity(.variable(at: x, order: 1), Jet(constant: y)).0.derivative(1)
    let second = field.velocity(Jet(constant: x), .variable(at: y, order: 1)).1.derivative(1)
    return .atLeast(-first, second)
  }
}
