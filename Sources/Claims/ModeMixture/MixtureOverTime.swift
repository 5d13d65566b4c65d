import ClaimKit
import GANTheory
import RealModule
import Scalars

struct SeverityOverTime: Claim {
  let id = "prose-5-severity"
  let title = "Mode mixture decreases over time"
  let source = "Section 5, item (ii); section 3.2, last paragraph"
  let statement = """
    the severity of mode mixture decreases over time; judged for two modes ±μ as the sign of dP/dt for the mass P of \
    p_g on [−b, b], b = μ − 3σ: P does not increase, which by continuity means that the velocity at b points outwards, \
    with p_g = ½N(−μ, τ²) + ½N(μ, τ²), σ/2 ≤ τ ≤ 2σ
    """
  let hypotheses = [
    "p_data = ½N(−μ, σ²) + ½N(μ, σ²), 2μ ≥ 8σ", "d is optimal", "particles follow ∇d/d",
  ]

  var families: [any Statement] { [EdgeVelocityStatement(form: .anyWidth)] }

  var control: Control {
    Control(
      "p_g = N(0, k²), and P does not decrease", families: [EdgeVelocityStatement(form: .reversed)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        from a linear generator g(z) = k·z, whatever k is: the velocity at b points outwards, and dP/dt = −2·p_g(b)·v(b) < 0 \
        at that moment
        """,
        families: [EdgeVelocityStatement(form: .linear)], control: control),
      Amendment(
        .sharpened,
        """
        in the family of the claim it decreases where τ > σ; for τ < σ, generated modes that are narrower than the data's, \
        it increases, up to the P of p_data itself, which is positive (prose-3.2-remaining)
        """,
        families: [
          EdgeVelocityStatement(form: .broader), EdgeVelocityStatement(form: .narrower),
        ],
        control: Control(
          "it increases where τ > σ", families: [EdgeVelocityStatement(form: .broaderReversed)])),
    ]
  }

  let remarks = [
    "Neither theorem that the paper combines gives it: Theorem 3.3 is about g′(0) and needs g‴(0), Theorem 3.4 bounds P from below by a decreasing function of sup S_g. That a bound decreases does not make P decrease (prose-3.4-severity).",
    "The continuity equation dP/dt = −2·p_g(b)·v(b) is taken by hand.",
    "Section 6.1 itself reports that mixture increases at first.",
  ]

  let uses = ["theorem-3.3", "theorem-3.4", "prose-3.4-severity", "equation-2.2"]

  let defect: Defect? = Defect(
    .interpretation,
    """
    Theorems 3.3 and 3.4 do not imply that mode mixture decreases, and under the flow it need not: it increases where \
    generated modes are narrower than the data's.
    """)

  let checkByHand: String? = """
    σ = 1, μ = 8, τ = ½, b = 5: (log p_data)′(b) = 8 − 5 = 3 and (log p_g)′(b) = 3/τ² = 12, so that ∇log r = −9 < 0: \
    particles at b move inwards
    """

  let recorded = Verdict.refuted
}

struct RemainingMixture: Claim {
  let id = "prose-3.2-remaining"
  let title = "Mode mixture is not eliminated entirely"
  let source = "Section 3.2, last paragraph"
  let statement = """
    mode mixture often remains; judged for the optimal generator of two modes, whose mass on [x₁ + 3σ, x₂ − 3σ] is that of \
    p_data: at least ½·Φ(−3) = 0.07% from a gap of 6.3σ on
    """
  let hypotheses = ["p_data = ½N(−μ, σ²) + ½N(μ, σ²)", "g_#p_z = p_data"]

  var families: [any Statement] { [OptimalMassStatement(share: Rational(1, 2))] }

  var control: Control {
    Control("at least Φ(−3)", families: [OptimalMassStatement(share: 1)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened, "it is Φ(−3) − Φ(3 − gap/σ), which is 0 at gap = 6σ and tends to 0.135%",
        families: [OptimalMassIdentity(clearance: 3)],
        control: Control("Φ(−2) in place of Φ(−3)", families: [OptimalMassIdentity(clearance: 2)]),
        isExhaustive: true)
    ]
  }

  let remarks = [
    "Mixture as Theorem 3.4 measures it, which is the mass that p_data itself has there, is no defect of a generator."
  ]

  let uses = ["theorem-3.4"]

  let recorded = Verdict.supported
}

struct FlatGeneratorsOfManyModes: Claim {
  let id = "prose-3.4-small-k-many-modes"
  let title = "Generators of small steepness for three modes"
  let source =
    "Section 3.2, before Theorem 3.4, implication (i), with the hypotheses of Theorem 3.4"
  let statement = """
    Theorem 3.4 covers small k for three modes as well; judged for modes −gap, 0, gap as: some increasing g with \
    sup S_g ≤ k takes the midpoints at their quantiles, k·(c₂ − c₁) ≥ m₂ − m₁
    """
  let hypotheses = ["as in Theorem 3.4, N = 3, equal gaps", "k > 0"]

  var families: [any Statement] { [FeasibilityStatement(form: .any)] }

  var control: Control {
    Control("for no k > 0", families: [FeasibilityStatement(form: .none)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        for k ≥ 1.161·gap some g meets the hypotheses, for k ≤ 1.1608·gap none does: c₂ − c₁ is 2·Φ⁻¹(2/3) up to 10⁻¹⁷. \
        With gap = 10, σ = 1 the theorem says nothing of k < 11.6
        """,
        families: [FeasibilityStatement(form: .large), FeasibilityStatement(form: .small)],
        control: Control(
          "for k ≥ gap some g does", families: [FeasibilityStatement(form: .tooSmall)]))
    ]
  }

  let remarks = [
    "The general condition is in theorem-3.4. For two modes there is none: prose-3.4-small-k.",
    "Below that k the hypotheses contradict each other, and the bound may exceed 1: 1.96 as printed for gap = 8σ, k = σ.",
  ]

  let uses = ["theorem-3.4", "prose-3.4-small-k"]

  let defect: Defect? = Defect(
    .hypothesis,
    """
    For three modes or more the condition at the midpoints excludes small k: no generator meets the hypotheses of \
    Theorem 3.4 for k below about 1.16 gaps.
    """)

  let checkByHand: String? = """
    modes −10, 0, 10, σ = 1: g must rise from −5 to 5 between c = ∓Φ⁻¹(2/3) = ∓0.4307, so that its mean slope there is \
    10/0.8615 = 11.6
    """

  let recorded = Verdict.refuted
}

// MARK: Statements

/// (log p_data)′ against (log p_g)′ at b = μ − 3σ.
private struct EdgeVelocityStatement: Statement {
  enum Form {
    /// p_g = ½N(−μ, τ²) + ½N(μ, τ²).
    case anyWidth
    case broader
    case broaderReversed
    case narrower
    /// p_g = N(0, k²).
    case linear
    case reversed
  }

  let form: Form

  private var isLinear: Bool { form == .linear || form == .reversed }

  private var width: Variable {
    switch form {
    case .anyWidth: Variable("τ/σ", from: Rational(1, 2), to: 2, scale: .logarithmic)
    case .broader, .broaderReversed: Variable("τ/σ", from: Rational(101, 100), to: 2)
    case .narrower: Variable("τ/σ", from: Rational(1, 2), to: Rational(99, 100))
    case .linear, .reversed: Variable("k/σ", from: Rational(1, 10), to: 100, scale: .logarithmic)
    }
  }

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("gap/σ", from: 8, to: 40, scale: .logarithmic), width,
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis("2μ ≥ 8σ", nonNegative: instance["gap/σ"] - S(8)),
      Hypothesis("the width of p_g is positive", positive: instance[width.name]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let offset = instance["gap/σ"] * deviation / S(2)
    let edge = offset - S(3) * deviation
    let spread = instance[width.name] * deviation
    let data = LineMixture.pair(-offset, offset, standardDeviation: deviation)
    let generated =
      isLinear
      ? GaussianMixture(modes: [[S.zero]], standardDeviation: spread)
      : LineMixture.pair(-offset, offset, standardDeviation: spread)
    guard let real = data.score(at: [edge])?[0], let own = generated.score(at: [edge])?[0] else {
      return nil
    }
    return switch form {
    case .anyWidth, .broader, .linear: .atLeast(real, own)
    case .narrower, .broaderReversed, .reversed: .atLeast(own, real)
    }
  }
}

/// P(|x| ≤ μ − 3σ) ≥ share·Φ(−3).
private struct OptimalMassStatement: Statement {
  let share: Rational

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("gap/σ", from: Rational(63, 10), to: 40, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis("gap ≥ 6.3σ", nonNegative: instance["gap/σ"] - S(Rational(63, 10))),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast(optimalMass(instance), S(share) * S.normalUpperTail(S(3)))
  }
}

private struct OptimalMassIdentity: Statement {
  let clearance: Int

  var variables: [Variable] { OptimalMassStatement(share: 1).variables }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    OptimalMassStatement(share: 1).hypotheses(at: instance)
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let near = S.normalUpperTail(S(clearance))
    let far = S.normalUpperTail(instance["gap/σ"] - S(3))
    return .equal([(left: optimalMass(instance), right: near - far)])
  }
}

/// The mass of ½N(−μ, σ²) + ½N(μ, σ²) on [−(μ − 3σ), μ − 3σ], from its distribution function.
private func optimalMass<S: Scalar>(_ instance: Assignment<S>) -> S {
  let offset = instance["gap/σ"] * instance["σ"] / S(2)
  let edge = offset - S(3) * instance["σ"]
  let density = LineMixture.pair(-offset, offset, standardDeviation: instance["σ"])
  return density.cdf(edge) - density.cdf(-edge)
}

/// k·(c₂ − c₁) against gap for modes at −gap, 0, gap.
private struct FeasibilityStatement: Statement {
  enum Form {
    case any
    case none
    case large
    case small
    case tooSmall
  }

  let form: Form

  private var steepness: Variable {
    let (lower, upper): (Rational, Rational) =
      switch form {
      case .any: (Rational(1, 100), 10)
      case .none, .tooSmall: (1, 10)
      case .large: (Rational(1161, 1000), 100)
      case .small: (Rational(1, 100), Rational(11608, 10000))
      }
    return Variable("k/gap", from: lower, to: upper, scale: .logarithmic)
  }

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("gap/σ", from: 6, to: 40, scale: .logarithmic), steepness,
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis("gap ≥ 6σ", nonNegative: instance["gap/σ"] - S(6)),
      Hypothesis("k > 0", positive: instance["k/gap"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let gap = instance["gap/σ"] * instance["σ"]
    let density = GaussianMixture(
      modes: [[-gap], [.zero], [gap]], standardDeviation: instance["σ"])
    let tails = density.logTails(gap / S(2))
    let upper = S.normalQuantile(logLower: tails.lower, logUpper: tails.upper)
    let rise = instance["k/gap"] * gap * S(2) * upper
    return form == .none || form == .small ? .atLeast(gap, rise) : .atLeast(rise, gap)
  }
}
