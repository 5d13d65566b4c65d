import ClaimKit
import GANTheory
import RealModule
import Scalars

struct CaseThreeDiscriminator: Claim {
  let id = "prose-3.1-case-3"
  let title = "Case 3: order of d at the modes"
  let source = "Section 3.1, case 3 and Figure 2"
  let statement = """
    d is least at the covered mode (1, 1) and greatest at the farthest, (−1, −1), the others between
    """
  let hypotheses = ["p_data and p_g are those of case 3"]
  let isExhaustive = true

  var families: [any Statement] {
    [
      DiscriminatorOrderStatement(higher: (1, -1), lower: (1, 1), gap: 0),
      DiscriminatorOrderStatement(higher: (-1, -1), lower: (1, -1), gap: 0),
      DiscriminatorOrderStatement(higher: (-1, 1), lower: (1, 1), gap: 0),
      DiscriminatorOrderStatement(higher: (-1, -1), lower: (-1, 1), gap: 0),
    ]
  }

  var control: Control {
    Control(
      "the farthest has the least",
      families: [DiscriminatorOrderStatement(higher: (1, 1), lower: (-1, -1), gap: 0)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened,
        """
        d = 0.714, 0.949 and 0.993 at the covered, the neighbouring and the farthest mode, from \
        r = (5/2)·exp(‖m − (1, 1)‖²/2) up to 10⁻⁸: all are above ½, also where particles abound
        """,
        families: [
          ModeValueStatement(mode: (1, 1), value: Rational(714, 1000)),
          ModeValueStatement(mode: (1, -1), value: Rational(949, 1000)),
          ModeValueStatement(mode: (-1, -1), value: Rational(993, 1000)),
        ],
        control: Control(
          "0.718 at the covered mode",
          families: [ModeValueStatement(mode: (1, 1), value: Rational(718, 1000))]))
    ]
  }

  let uses = ["proposition-C.3", "equation-2.2-optimal"]

  let recorded = Verdict.proved
}

struct CaseThreeIntensity: Claim {
  let id = "prose-3.1-case-3-intensity"
  let title = "Case 3: strongest near unoccupied modes, weak near the crowded one"
  let source = "Section 3.1, case 3 and Figure 2"
  let statement = """
    the velocity is longest near unoccupied modes and short near the crowded one; judged as: at one and the same \
    distance, between σ/4 and 3σ/2, it is not shorter about an unoccupied mode than about the crowded one, as a root \
    mean square over four directions at right angles
    """
  let hypotheses = ["p_data and p_g are those of case 3", "unoccupied: (1, −1), (−1, 1), (−1, −1)"]

  var families: [any Statement] {
    unoccupied.map { statement($0, isReversed: false, isMean: true) }
  }

  var control: Control {
    Control(
      "the reverse by a factor of five",
      families: [statement((1, -1), isReversed: true, isMean: false, factor: 5)]
    )
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        the reverse, and not only on average: at each such offset it is shorter at an unoccupied mode, by a factor of 6/5 at least at \
        (1, −1) and of 4 at (−1, −1), since 1 + r is largest where p_g is least
        """,
        families: [
          statement((1, -1), isReversed: true, isMean: false, factor: Rational(6, 5)),
          statement((-1, -1), isReversed: true, isMean: false, factor: 4),
        ], control: control),
      Amendment(
        .sharpened,
        """
        its peaks are not near any mode: at (−0.3, −0.3), between the modes, it is more than 500 times as long as at \
        the farthest mode, and beyond the modes it grows like 9·‖x‖ without bound
        """,
        families: [PeakStatement(factor: 500)],
        control: Control("more than 600 times", families: [PeakStatement(factor: 600)])),
    ]
  }

  let remarks = [
    "At the very centres the order is the printed one: the velocity vanishes within 10⁻⁸ of (1, 1), and is 0.10 long at (1, −1), 0.02 at (−1, −1); it changes at σ/5 from the centres at most.",
    "By symmetry (−1, 1) is as (1, −1).",
  ]

  let uses = ["proposition-C.3", "prose-3.1-case-3"]

  let defect: Defect? = Defect(
    .interpretation,
    """
    The velocity is weakest, not strongest, around modes without particles: 1/(1 + r) makes it small exactly where \
    p_g is small. This is the opposite of a force that repopulates missing modes.
    """)

  let checkByHand: String? =
    """
    one σ ≈ 0.316 right of the modes (the other coordinates at the modes): at (1.316, 1) ∇log r ≈ (−2.85, 0), \
    r ≈ 1.6, length 1.1; at (−0.684, −1) it is ≈ (−4.85, −2), r ≈ 46, length 0.11
    """

  let recorded = Verdict.refuted

  private let unoccupied = [(1, -1), (-1, -1)]

  private func statement(
    _ mode: (Int, Int), isReversed: Bool, isMean: Bool, factor: Rational = 1
  ) -> OffsetSpeedStatement {
    let near = ModeOffset(mode.0, mode.1, from: Rational(1, 4), to: Rational(3, 2))
    let crowded = ModeOffset(1, 1, from: near.least, to: near.most)
    return OffsetSpeedStatement(
      faster: isReversed ? (.singleMode, crowded) : (.singleMode, near),
      slower: isReversed ? (.singleMode, near) : (.singleMode, crowded), factor: factor,
      isMean: isMean)
  }
}

struct CaseFourIntensity: Claim {
  let id = "prose-3.1-case-4"
  let title = "Case 4: weaker near all modes"
  let source = "Section 3.1, case 4 and Figure 2"
  let statement = """
    the velocity is weaker near all modes than in case 3; judged as: at one and the same distance of at most 2σ from \
    corresponding modes it is shorter in case 4, as a root mean square over four directions at right angles
    """
  let hypotheses = ["p_data and p_g are those of cases 3 and 4"]

  var families: [any Statement] {
    statements(ModeOffset.signPatterns.map { ($0.0, $0.1, 1) }, to: 2)
  }

  var control: Control {
    Control("at any offset up to 4σ", families: statements([(1, 1, 1)], to: 4))
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened,
        """
        shorter by a factor of at least 13/10 about the crowded mode, 60 about its neighbours and 5000 about the \
        farthest:
        the pull h′ is about the same, but 1 + r is larger
        """,
        families: statements(
          [(1, 1, Rational(13, 10)), (1, -1, 60), (-1, -1, 5000)], to: 2),
        control: Control(
          "by a factor of 7/5 at the crowded mode",
          families: statements([(1, 1, Rational(7, 5))], to: 2)))
    ]
  }

  let remarks = [
    "At the crowded mode the order turns at about 3σ.",
    "Compared point by point at the same offset, a first reading, it was refuted; judged is the mean over four offsets.",
    "Not at every single point: near (1, −11/9), where the field of case 3 vanishes, that of case 4 is longer, though only 4·10⁻⁵.",
    "It is the farness of the particles, not of the modes from one another, that weakens the field: r at a mode is the ratio of peak heights times exp(distance²/2τ²).",
  ]

  let uses = ["proposition-C.3", "proposition-C.4"]

  let recorded = Verdict.supported

  private func statements(
    _ modes: [(Int, Int, Rational)], to most: Rational
  ) -> [any Statement] {
    modes.map { first, second, factor in
      let near = ModeOffset(first, second, from: 0, to: most)
      return OffsetSpeedStatement(
        faster: (.singleMode, near), slower: (.separated, near), factor: factor, isMean: true)
    }
  }
}

struct SeparatedMagnitude: Claim {
  let id = "proposition-C.4-discussion-magnitude"
  let title = "Where 1 + r is large in case 4"
  let source = "Closing discussion of Proposition C.4, appendix C.3"
  let statement = """
    1 + r is large where x is far from the axes x₁ = 0, x₂ = 0 and from the modes; judged as: r ≥ 1 at 3σ or more \
    from the axes and from (3, 3), in the quadrant of (3, 3)
    """
  let hypotheses = ["p_data and p_g are those of Proposition C.4"]

  var families: [any Statement] { [RatioSizeStatement(form: .farIsLarge)] }

  var control: Control {
    Control(
      "1 + r ≤ 8 at every x within σ of (3, 3)", families: [RatioSizeStatement(form: .nearIsSmall)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        1 + r is largest near the modes: at most 1.1 at 3σ or more from them, and at the modes 8.5, 3026 and \
        1.2·10⁶; within 2σ of corresponding modes 1 + r is larger than in case 3, which does explain the weakening
        """,
        families: [RatioSizeStatement(form: .farIsSmall)]
          + ModeOffset.signPatterns.map { RatioOrderStatement(signs: $0, factor: 1) },
        control: Control(
          "twice that of case 3 near (3, 3)",
          families: [RatioOrderStatement(signs: (1, 1), factor: 2)]
        ))
    ]
  }

  let remarks = [
    "Perhaps 'close to' is meant instead of 'far from' the modes; the explanation of the weakening is right then.",
    "r is the corrected one, with 15/2; the printed constant would give half of it.",
  ]

  let uses = ["proposition-C.4", "prose-3.1-case-4"]

  let defect: Defect? = Defect(
    .interpretation,
    """
    1 + r is close to 1 far from the modes and largest at them. The stated places are the wrong ones; the \
    conclusion that the field is weaker near the modes than in case 3 is right.
    """)

  let checkByHand: String? =
    "at (1, 1): r ≈ 7.5·exp(−5·8 + 8/6) ≈ 10⁻¹⁶; at (3, 3): r ≈ 7.5"

  let recorded = Verdict.refuted
}

struct CaseDescriptions: Claim {
  let id = "table-2"
  let title = "Descriptions of the four cases"
  let source = "Table 2"
  let statement = """
    case 2: the particles cover all modes (the box contains the ball of 3σ around each); case 3: they are \
    concentrated near one mode (more than half of them in its quadrant); case 4: the modes are separated globally \
    (18σ apart at least, against 6σ in case 3)
    """
  let hypotheses = ["σ² = 0.1"]
  let isExhaustive = true

  var families: [any Statement] {
    [CoverageStatement(form: .box(3)), CoverageStatement(form: .quadrant(Rational(1, 2)))]
      + [CoverageStatement(form: .separation(.separated, 18))]
      + [CoverageStatement(form: .separation(.singleMode, 6))]
  }

  var control: Control {
    Control(
      "case 3: more than three quarters in its quadrant",
      families: [CoverageStatement(form: .quadrant(Rational(3, 4)))])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened,
        """
        'near' is wide in case 3: fewer than a fifth of the particles are within 2σ of that mode, as their variance \
        is ten times the mode's
        """,
        families: [CoverageStatement(form: .nearMode(Rational(1, 5)))],
        control: Control(
          "fewer than a sixth", families: [CoverageStatement(form: .nearMode(Rational(1, 6)))]))
    ]
  }

  let remarks = [
    "Notation such as N([±1, ±1], 0.1·I) is read as the equal mixture that Propositions C.1–C.4 write out.",
    "Footnote 2 sets the variance to 0.1; the experiment of Figure 1 trains with 0.0125 (appendix F.2), so that Figure 2 does not show that experiment's field.",
  ]

  let recorded = Verdict.proved
}

/// d at one mode is at least d at another plus a gap, in case 3.
private struct DiscriminatorOrderStatement: Statement {
  let higher: (Int, Int)
  let lower: (Int, Int)
  let gap: Rational

  var variables: [Variable] { [] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let field = TableTwoField<S>(.singleMode)
    func value(_ mode: (Int, Int)) -> S { field.discriminator(S(mode.0), S(mode.1)) }
    return .atLeast(value(higher), value(lower) + S(gap))
  }
}

/// d at a mode of case 3 is a decimal, to three places.
private struct ModeValueStatement: Statement {
  let mode: (Int, Int)
  let value: Rational

  var variables: [Variable] { [] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let error = TableTwoField<S>(.singleMode).discriminator(S(mode.0), S(mode.1)) - S(value)
    return .atLeast(S(Rational(1, 2000)), S.larger(error, -error))
  }
}

/// Lengths of the velocity at one offset from two modes; root mean squares over its four quarter turns where
/// the surroundings as a whole are compared.
private struct OffsetSpeedStatement: Statement {
  let faster: (TableTwoCase, ModeOffset)
  let slower: (TableTwoCase, ModeOffset)
  let factor: Rational
  let isMean: Bool

  var variables: [Variable] { faster.1.variables }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    faster.1.hypotheses(at: instance)
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast(speed(faster, instance), S(factor) * speed(slower, instance))
  }

  private func speed<S: Scalar>(
    _ place: (TableTwoCase, ModeOffset), _ instance: Assignment<S>
  ) -> S {
    let (mode, offset) = place.1.place(place.0, at: instance)
    let field = TableTwoField<S>(place.0)
    guard isMean else { return field.speed(mode.0 + offset.0, mode.1 + offset.1) }
    let (a, b) = offset
    var sum = S.zero
    for (first, second) in [(a, b), (-b, a), (-a, -b), (b, -a)] {
      let velocity = field.velocity(mode.0 + first, mode.1 + second)
      sum += velocity.0.squared + velocity.1.squared
    }
    return S.sqrt(sum / S(4))
  }
}

/// ‖∇d/d‖ at (−0.3, −0.3) against (−1, −1) in case 3.
private struct PeakStatement: Statement {
  let factor: Int

  var variables: [Variable] { [] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let field = TableTwoField<S>(.singleMode)
    let between = S(Rational(-3, 10))
    return .atLeast(field.speed(between, between), S(factor) * field.speed(S(-1), S(-1)))
  }
}

/// The size of r in the quadrant of (3, 3) in case 4.
private struct RatioSizeStatement: Statement {
  enum Form {
    /// r ≥ 1 at 3σ or more from axes and mode.
    case farIsLarge
    /// r ≤ 1/10 at 3σ or more from the mode, within 6 of it.
    case farIsSmall
    /// r ≤ 7 within σ of the mode.
    case nearIsSmall
  }

  let form: Form

  var variables: [Variable] {
    [Variable("x1", from: Rational(1, 10), to: 7), Variable("x2", from: Rational(1, 10), to: 7)]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let (x, y) = (instance["x1"], instance["x2"])
    let distance = (x - S(3)).squared + (y - S(3)).squared
    let (nine, one) = (S(Rational(9, 10)), S(Rational(1, 10)))
    switch form {
    case .farIsLarge:
      return [
        Hypothesis("x is 3σ from the mode", nonNegative: distance - nine),
        Hypothesis("x₁ ≥ 3σ", nonNegative: x.squared - nine),
        Hypothesis("x₂ ≥ 3σ", nonNegative: y.squared - nine),
      ]
    case .farIsSmall: return [Hypothesis("x is 3σ from the mode", nonNegative: distance - nine)]
    case .nearIsSmall: return [Hypothesis("x is within σ", nonNegative: one - distance)]
    }
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let ratio = TableTwoField<S>(.separated).ratio(instance["x1"], instance["x2"])
    return switch form {
    case .farIsLarge: .atLeast(ratio, S(1))
    case .farIsSmall: .atLeast(S(Rational(1, 10)), ratio)
    case .nearIsSmall: .atLeast(S(7), ratio)
    }
  }
}

/// 1 + r in case 4 against case 3, within 2σ of corresponding modes.
private struct RatioOrderStatement: Statement {
  let signs: (Int, Int)
  let factor: Int

  private var near: ModeOffset { ModeOffset(signs.0, signs.1, from: 0, to: 2) }

  var variables: [Variable] { near.variables }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    near.hypotheses(at: instance)
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast(
      S(1) + ratio(.separated, instance), S(factor) * (S(1) + ratio(.singleMode, instance)))
  }

  private func ratio<S: Scalar>(_ configuration: TableTwoCase, _ instance: Assignment<S>) -> S {
    let (mode, offset) = near.place(configuration, at: instance)
    return TableTwoField<S>(configuration).ratio(mode.0 + offset.0, mode.1 + offset.1)
  }
}

/// Table 2's descriptions as inequalities.
private struct CoverageStatement: Statement {
  enum Form {
    /// Each mode is so many σ inside the box.
    case box(Int)
    /// At least this share of p_g of case 3 in the first quadrant.
    case quadrant(Rational)
    /// At most this share of p_g of case 3 within 2σ of (1, 1).
    case nearMode(Rational)
    /// Nearest modes are at least so many σ apart.
    case separation(TableTwoCase, Int)
  }

  let form: Form

  var variables: [Variable] { [] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = S.sqrt(S(TableTwoCase.covering.dataVariance))
    switch form {
    case .box(let count): return .atLeast(S(1), S(count) * deviation)
    case .quadrant(let share): return .atLeast(S.normalCDF(S(1)).squared, S(share))
    case .nearMode(let share):
      return .atLeast(S(share), S(1) - S.exp(-S(2) * deviation.squared))
    case .separation(let configuration, let count):
      return .atLeast(S(2) * S(configuration.modeOffset), S(count) * deviation)
    }
  }
}
