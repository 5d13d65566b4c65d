import ClaimKit
import GANTheory
import RealModule
import Scalars

/// A point near a mode of Table 2: the mode (±a, ±a) and an offset (e₁, e₂) in units of σ = √0.1 whose length is
/// in a stated range.
struct ModeOffset: Sendable {
  /// Signs of the mode's coordinates.
  let signs: (Int, Int)
  /// The range of the offset's length, in σ.
  let least: Rational
  let most: Rational

  init(_ first: Int, _ second: Int, from least: Rational, to most: Rational) {
    signs = (first, second)
    self.least = least
    self.most = most
  }

  /// The modes up to exchange of the coordinates, that of the particles in cases 3 and 4 first.
  static let signPatterns = [(1, 1), (1, -1), (-1, -1)]

  var variables: [Variable] {
    let reach = Rational(-most.numerator, most.denominator)
    return [Variable("e1", from: reach, to: most), Variable("e2", from: reach, to: most)]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let square = instance["e1"].squared + instance["e2"].squared
    return [
      Hypothesis("the offset is at least \(least)σ", nonNegative: square - S(least).squared),
      Hypothesis("the offset is at most \(most)σ", nonNegative: S(most).squared - square),
    ]
  }

  /// The mode, and the offset in the units of x.
  func place<S: Scalar>(
    _ configuration: TableTwoCase, at instance: Assignment<S>
  ) -> (mode: (S, S), offset: (S, S)) {
    let deviation = S.sqrt(S(configuration.dataVariance))
    let distance = S(configuration.modeOffset)
    return (
      (S(signs.0) * distance, S(signs.1) * distance),
      (deviation * instance["e1"], deviation * instance["e2"])
    )
  }
}

struct NearestMode: Claim {
  let id = "prose-2.3-nearest-mode"
  let title = "Near a mode, the velocity points to the nearest mode"
  let source = "Section 2.3, first paragraph, with section 3"
  let statement = """
    a particle near a mode m moves towards it; judged as ⟨∇d/d, m − x⟩ ≥ 0 for ‖x − m‖ between 10⁻⁴σ and σ, in \
    the four configurations of Table 2
    """
  let hypotheses = ["p_data and p_g are those of Table 2", "x is near a mode"]

  var families: [any Statement] {
    [statement(.concentrated, 1, 1, target: .mode)]
      + [statement(.covering, 1, 1, target: .mode)]
      + ModeOffset.signPatterns.map { statement(.singleMode, $0.0, $0.1, target: .mode) }
      + ModeOffset.signPatterns.map { statement(.separated, $0.0, $0.1, target: .mode) }
  }

  var control: Control {
    Control(
      "towards the centre of p_data, near the mode of the particles in case 3",
      families: [statement(.singleMode, 1, 1, target: .origin)])
  }

  var amendments: [Amendment] {
    let cases: [any Statement] =
      [statement(.concentrated, 1, 1, target: .centreOfPull)]
      + [statement(.covering, 1, 1, target: .centreOfPull)]
      + ModeOffset.signPatterns.map { statement(.singleMode, $0.0, $0.1, target: .centreOfPull) }
      + ModeOffset.signPatterns.map { statement(.separated, $0.0, $0.1, target: .centreOfPull) }
    return [
      Amendment(
        .corrected,
        """
        it moves towards A = m + (m − c)·σ²/(τ² − σ²) for p_g = N(c, τ²I), τ > σ, and towards m for a flat p_g \
        only: (2, 2) for (1, 1) in case 1, −11/9 for −1 in case 3, −93/29 for −3 in case 4. ⟨∇d/d, A − x⟩ ≥ 0 \
        within σ of each mode wherever ‖A − x‖ ≥ 10⁻⁴. Away from m it moves inside the sphere with diameter mA
        """,
        families: cases,
        control: Control(
          "towards the modes in cases 1, 3 and 4",
          families: [statement(.concentrated, 1, 1, target: .mode)]))
    ]
  }

  let remarks = [
    "'Typically' is read as: in the configurations that section 3 examines.",
    "In case 1 the sphere with diameter mA touches the mode, so that about half of the directions near the mode lead away from it.",
    "Right in case 2 and near the mode of the particles in cases 3 and 4.",
  ]

  let uses = ["equation-2.2", "proposition-C.1-discussion", "proposition-C.3-discussion"]

  let defect: Defect? = Defect(
    .interpretation,
    """
    The velocity vanishes beyond the modes, not at them: against p_g = N(0, 0.2·I) particles at a mode are still \
    pushed outwards, to twice the mode, as appendix C.3 says itself.
    """)

  let checkByHand: String? =
    "case 1 at (1.1, 1.1): ∇log r = 5·(2·tanh 11 − 1.1)·(1, 1) ≈ (4.5, 4.5), away from the mode (1, 1)"

  let recorded = Verdict.refuted

  private func statement(
    _ configuration: TableTwoCase, _ first: Int, _ second: Int, target: TowardsStatement.Target
  ) -> TowardsStatement {
    TowardsStatement(
      configuration: configuration,
      near: ModeOffset(first, second, from: Rational(1, 10_000), to: 1), target: target)
  }
}

/// ⟨∇d/d, target − x⟩ ≥ 0 near a mode.
private struct TowardsStatement: Statement {
  enum Target {
    case mode
    case origin
    /// Where ∇log r of one mode vanishes.
    case centreOfPull
  }

  let configuration: TableTwoCase
  let near: ModeOffset
  let target: Target

  var variables: [Variable] { near.variables }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    guard target == .centreOfPull else { return near.hypotheses(at: instance) }
    let (first, second) = vectors(at: instance).target
    return near.hypotheses(at: instance) + [
      Hypothesis(
        "‖A − x‖ ≥ 10⁻⁴",
        nonNegative: first.squared + second.squared - S(Rational(1, 100_000_000)))
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (velocity, target) = vectors(at: instance)
    return .atLeast(velocity.0 * target.0, -velocity.1 * target.1)
  }

  private func vectors<S: Scalar>(
    at instance: Assignment<S>
  ) -> (velocity: (S, S), target: (S, S)) {
    let field = TableTwoField<S>(configuration)
    let (mode, offset) = near.place(configuration, at: instance)
    let (x, y) = (mode.0 + offset.0, mode.1 + offset.1)
    let end: (S, S) =
      switch target {
      case .mode: mode
      case .origin: (.zero, .zero)
      case .centreOfPull: (field.centreOfPull(mode: mode.0), field.centreOfPull(mode: mode.1))
      }
    return (field.velocity(x, y), (end.0 - x, end.1 - y))
  }
}
