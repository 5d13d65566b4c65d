import ClaimKit
import GANTheory
import RealModule
import Scalars

struct SingleModeMonotone: Claim {
  let id = "theorem-C.5-monotone"
  let title = "The steepness of a single mode increases at every step"
  let source = "Discussion before Theorem C.5, appendix C.7"
  let statement = """
    k_t increases monotonically; judged for the first two steps of the printed recurrence from 0 < k₀ < k_*: \
    k₁ ≥ k₀ and k₂ ≥ k₁, x₀ = 0
    """
  let hypotheses = [
    "p_data = N(0, k_*²·I_n)", "the discriminator is optimal", "s > 0", "0 < k₀ < k_*",
  ]

  var families: [any Statement] { [PrintedStepsStatement(form: .increase, factor: 1)] }

  var control: Control {
    Control(
      "every step increases k by half at least, corrected recurrence, greatest admissible step",
      families: [StepBoundStatement(form: .growth(Rational(3, 2)))])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        the (corrected) recurrence never decreases and never exceeds k_* exactly if 0 < k₀ < k_* and \
        s ≤ k_*²·B(k₀/k_*), B(u) = u·(1 + uⁿ)/(1 + u): then k₀ ≤ k₁ ≤ k_*, and the condition holds at k₁ again. \
        This suffices for x₀ ≠ 0 as well
        """,
        families: [
          StepBoundStatement(form: .belowLimit(1)), StepBoundStatement(form: .growth(1)),
          StepBoundStatement(form: .staysAdmissible), StepBoundStatement(form: .anyLatent),
        ],
        control: Control(
          "a step a tenth larger stays below k_*",
          families: [StepBoundStatement(form: .belowLimit(Rational(11, 10)))])),
      Amendment(
        .sharpened,
        """
        no larger step does: beyond it k₁ > k_*, and from there k decreases. On the line B(u) = u, so that the \
        condition is s ≤ k₀·k_*
        """,
        families: [StepBoundStatement(form: .overshoot)],
        control: Control(
          "nine tenths of it overshoot",
          families: [StepBoundStatement(form: .earlyOvershoot)])),
    ]
  }

  let remarks = [
    "From k₀ > k_* every step decreases k.",
    "Of the recurrence as printed the exact condition is s ≤ k₀²·k_*.",
  ]

  let uses = ["theorem-C.5"]

  let defect: Defect? = Defect(
    .hypothesis,
    "A bound on the step size is missing: a long step leads beyond k_*, and the next one back.")

  let checkByHand: String? =
    """
    k_* = 1, k₀ = ½, s = 1, x₀ = 0: k₁ = ½ + (4 − 1)/(1 + ½) = 5/2 > k_*, then k₂ = 5/2 − (1 − 4/25)/(7/2) < k₁
    """

  let recorded = Verdict.refuted
}

struct SingleModeLimit: Claim {
  let id = "theorem-C.5-limit"
  let title = "The steepness of a single mode converges to k_*"
  let source = "Discussion before Theorem C.5 and footnote 5, appendix C.7"
  let statement = """
    k_t → k_* as t → ∞, by taking limits on both sides; judged by what such a limit needs: from within 1% of k_* no \
    step of the printed recurrence leads farther away, x₀ = 0
    """
  let hypotheses = ["p_data = N(0, k_*²·I_n)", "the discriminator is optimal", "s > 0"]

  var families: [any Statement] { [PrintedStepsStatement(form: .approach, factor: 1)] }

  var control: Control {
    Control(
      "every step halves the distance to k_*",
      families: [PrintedStepsStatement(form: .approach, factor: Rational(1, 2))])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        if 0 < k₀ < k_* and s ≤ k_*²·B(k₀/k_*), the (corrected) recurrence at x₀ = 0 increases to k_*, and \
        1 − k_t/k_* ≤ (1 − s/k_*²)^t·(1 − k₀/k_*)
        """,
        families: [StepBoundStatement(form: .contraction(1))],
        control: Control(
          "the rate 1 − 2s/k_*²", families: [StepBoundStatement(form: .contraction(2))])),
      Amendment(
        .sharpened,
        """
        near k_* a step multiplies the distance by 1 − s/k_*², in every dimension and for every x₀: k_* attracts for \
        0 < s < 2·k_*² and repels for s > 2·k_*², monotonically below k_*²
        """,
        families: [FixedPointStatement(isSuboptimal: false, factor: 1)],
        control: Control(
          "1 − 2s/k_*²", families: [FixedPointStatement(isSuboptimal: false, factor: 2)]),
        isExhaustive: true),
    ]
  }

  let remarks = [
    "Footnote 5's argument shows that a limit, if there is one, is k_*; that there is one needs monotonicity and a bound.",
    "If the steps near k_* lead away, no sequence converges to k_* except one that hits it.",
    "For the recurrence as printed the multiplier is 1 − s/k_*³.",
  ]

  let uses = ["theorem-C.5", "theorem-C.5-monotone"]

  let defect: Defect? = Defect(
    .hypothesis,
    "Taking limits presupposes convergence. For long steps k_* repels, and the sequence oscillates."
  )

  let checkByHand: String? =
    "k_* = 1, s = 4, x₀ = 0, k = 0.99: k′ = 0.99 + 4·(1/0.9801 − 1)/1.99 ≈ 1.0308, three times as far from 1"

  let recorded = Verdict.refuted
}

/// Steps of the printed recurrence at x₀ = 0, with k_* = 1 or any k_*.
private struct PrintedStepsStatement: Statement {
  enum Form {
    /// k₂ ≥ k₁ ≥ k₀.
    case increase
    /// |k′ − k_*| ≤ factor·|k − k_*|.
    case approach
  }

  let form: Form
  let factor: Rational

  var variables: [Variable] {
    let start =
      switch form {
      case .increase:
        Variable("k/k_*", from: Rational(1, 10), to: Rational(99, 100), scale: .logarithmic)
      case .approach: Variable("k/k_*", from: Rational(99, 100), to: Rational(101, 100))
      }
    return [
      start, Variable("k_*", from: Rational(1, 2), to: 4, scale: .logarithmic),
      Variable("s", from: Rational(1, 1000), to: 10, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("s > 0", positive: instance["s"])]
      + (form == .increase
        ? [Hypothesis("k₀ < k_*", positive: S(1) - instance["k/k_*"])] : [])
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let optimal = instance["k_*"]
    let recurrence = SingleModeRecurrence(
      dimension: 1, optimalSteepness: optimal, stepSize: instance["s"])
    func next(_ steepness: S) -> S {
      let ratio = recurrence.printedRatio(steepness: steepness, squaredLength: .zero)
      return recurrence.printedNext(steepness: steepness, factor: S(1) / (S(1) + ratio))
    }
    let start = instance["k/k_*"] * optimal
    let first = next(start)
    switch form {
    case .increase:
      let second = next(first)
      return .atLeast(S.smaller(first - start, second - first), .zero)
    case .approach:
      let (before, after) = (start - optimal, first - optimal)
      return .atLeast(S(factor) * S.larger(before, -before), S.larger(after, -after))
    }
  }
}

/// The corrected recurrence at x₀ = 0 in units: u = k/k_*, σ = s/k_*² as a share of B(u).
private struct StepBoundStatement: Statement {
  enum Form {
    /// u′ ≤ 1 for σ up to this times B(u).
    case belowLimit(Rational)
    /// u′ ≥ factor·u.
    case growth(Rational)
    /// B(u′) ≥ σ.
    case staysAdmissible
    /// B for x₀ ≠ 0 is not less.
    case anyLatent
    /// u′ ≥ 1 for σ ≥ B(u), and then u″ ≤ u′.
    case overshoot
    /// The same from 0.9·B(u) on.
    case earlyOvershoot
    /// 1 − u′ ≤ (1 − factor·σ)(1 − u).
    case contraction(Int)
  }

  let form: Form

  private var shareRange: (Rational, Rational) {
    switch form {
    case .belowLimit(let most): (Rational(1, 100), most)
    case .overshoot: (1, 4)
    case .earlyOvershoot: (Rational(9, 10), 4)
    case .growth, .staysAdmissible, .anyLatent, .contraction: (Rational(1, 100), 1)
    }
  }

  var variables: [Variable] {
    let (least, most) = shareRange
    return [
      Variable("k/k_*", from: Rational(1, 20), to: Rational(99, 100), scale: .logarithmic),
      Variable("n", from: 1, to: 16), Variable("s/(k_*²B)", from: least, to: most),
    ] + (isWithLatent ? [Variable("‖x₀‖", from: 0, to: 3)] : [])
  }

  private var isWithLatent: Bool { if case .anyLatent = form { true } else { false } }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("k > 0", positive: instance["k/k_*"]),
      Hypothesis("k < k_*", positive: S(1) - instance["k/k_*"]),
      Hypothesis("s > 0", positive: instance["s/(k_*²B)"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (u, n) = (instance["k/k_*"], instance["n"])
    let greatest = SingleModeStep.greatestStep(u, dimension: n)
    let stepSize = instance["s/(k_*²B)"] * greatest
    let next = SingleModeStep.next(u, dimension: n, stepSize: stepSize)
    switch form {
    case .belowLimit: return .atLeast(S(1), next)
    case .growth(let factor): return .atLeast(next, S(factor) * u)
    case .staysAdmissible:
      return .atLeast(SingleModeStep.greatestStep(next, dimension: n), stepSize)
    case .anyLatent:
      let square = instance["‖x₀‖"].squared
      let ratio = S.exp(n * S.log(u) + square * (S(1) - u.squared) / S(2))
      return .atLeast(u * (S(1) + ratio) / (S(1) + u), greatest)
    case .overshoot, .earlyOvershoot:
      let second = SingleModeStep.next(next, dimension: n, stepSize: stepSize)
      return .atLeast(S.smaller(next - S(1), next - second), .zero)
    case .contraction(let factor):
      return .atLeast((S(1) - S(factor) * stepSize) * (S(1) - u), S(1) - next)
    }
  }
}

/// The slope of k ↦ k′ at k_*, by a jet through the corrected recurrence, against 1 − factor·(s/k_*²)·G, where
/// G = 2·(f(1) − f′(1))/(1 + f(1)), which is 1 for f ≡ 1.
struct FixedPointStatement: Statement {
  let isSuboptimal: Bool
  let factor: Int

  var variables: [Variable] {
    [
      Variable("k_*", from: Rational(1, 4), to: 4, scale: .logarithmic),
      Variable("s", from: Rational(1, 1000), to: 10, scale: .logarithmic),
      Variable("n", from: 1, to: 8), Variable("‖x₀‖", from: 0, to: 3),
    ]
      + (isSuboptimal
        ? [
          Variable("f(1)", from: Rational(1, 10), to: 10, scale: .logarithmic),
          Variable("f′(1)", from: -3, to: 3), Variable("f″(1)", from: -3, to: 3),
        ] : [])
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("k_* > 0", positive: instance["k_*"]),
      Hypothesis("s > 0", positive: instance["s"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (optimal, stepSize) = (instance["k_*"], instance["s"])
    let steepness = Jet.variable(at: optimal, order: 1)
    let relative = steepness / Jet(constant: optimal)
    let square = Jet(constant: instance["‖x₀‖"].squared)
    let ratio = Jet.exp(
      Jet(constant: instance["n"]) * .log(relative) + square * (Jet(1) - relative.squared) / Jet(2))
    let value: S = isSuboptimal ? instance["f(1)"] : S(1)
    let slope: S = isSuboptimal ? instance["f′(1)"] : .zero
    let bend: S = isSuboptimal ? instance["f″(1)"] : .zero
    // f and f′ near 1, to the order that a first derivative sees.
    let away = ratio - Jet(1)
    let deviation = Jet(constant: value) + Jet(constant: slope) * away
    let deviationSlope = Jet(constant: slope) + Jet(constant: bend) * away
    let share = (deviation - ratio * deviationSlope) / (ratio + deviation)
    let recurrence = SingleModeRecurrence(
      dimension: 1, optimalSteepness: Jet(constant: optimal), stepSize: Jet(constant: stepSize))
    let next = recurrence.next(steepness: steepness, factor: share)
    let gain = S(2) * (value - slope) / (S(1) + value)
    return .equal([
      (left: S(1) - S(factor) * stepSize / optimal.squared * gain, right: next.derivative(1))
    ])
  }
}

/// The steepness at 0 after a second exact step: the recurrence's, plus a share of the stated error.
struct SecondStepStatement: Statement {
  /// Multiplies the error.
  let share: Rational

  var variables: [Variable] {
    [
      Variable("k/k_*", from: Rational(1, 4), to: Rational(9, 10), scale: .logarithmic),
      Variable("k₁/k − 1", from: Rational(1, 1000), to: 1, scale: .logarithmic),
      Variable("n", from: 1, to: 8),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("0 < k", positive: instance["k/k_*"]),
      Hypothesis("k < k_*", positive: S(1) - instance["k/k_*"]),
      Hypothesis("s > 0", positive: instance["k₁/k − 1"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (u, n) = (instance["k/k_*"], instance["n"])
    // The step that leads to k₁, which is a positive number by this choice of the variables.
    let rise = u * instance["k₁/k − 1"]
    let stepSize = rise * u * (S(1) + S.exp(n * S.log(u))) / (S(1) - u.squared)
    let first = SingleModeStep.next(u, dimension: n, stepSize: stepSize)
    let second = SingleModeStep.next(first, dimension: n, stepSize: stepSize)
    let error = SingleModeStep.secondStepError(u, dimension: n, stepSize: stepSize)
    let exact = RadialFlow(dimension: n, optimalSteepness: S(1), stepSize: stepSize)
      .secondSteepness(steepness: u)
    return .equal([(left: second + S(share) * error, right: exact)])
  }
}

struct SuboptimalEvolutionRemark: Claim {
  let id = "proposition-D.2-remark"
  let title = "f ≡ 1 in Proposition D.2 against Theorem 3.3"
  let source = "Remark after Proposition D.2, appendix D.3"
  let statement = """
    f ≡ 1 leads to the conclusion of Theorem 3.3; judged as: the printed step over s, on the line at x₀ = 0, is the \
    right-hand side of Theorem 3.3 for one mode, μ = 0, σ = k_*, g‴(0) = 0
    """
  let hypotheses = ["f ≡ 1", "n = 1"]

  var families: [any Statement] { [RemarkStatement(form: .printedAgainstODE)] }

  var control: Control {
    Control(
      "twice the printed step is that of Theorem C.5", families: [RemarkStatement(form: .doubled)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected, "f ≡ 1 leads to Theorem C.5 as printed, for all k, k_*, s and x₀",
        families: [RemarkStatement(form: .printedAgainstTheorem)], control: control,
        isExhaustive: true),
      Amendment(
        .generalised,
        """
        the corrected step, with its factor k and at n = 1, x₀ = 0, does agree with Theorem 3.3 at μ = 0: the two \
        printed results contradict each other by that factor
        """,
        families: [RemarkStatement(form: .correctedAgainstODE)], control: control,
        isExhaustive: true),
    ]
  }

  let remarks = [
    "Theorem 3.3 is about two modes with μ ≫ σ, in continuous time; probably Theorem C.5 is meant."
  ]

  let uses = ["proposition-D.2", "theorem-C.5", "theorem-3.3"]

  let defect: Defect? = Defect(
    .presentation,
    "The reference is to Theorem 3.3 instead of Theorem C.5; as printed the two differ by a factor k."
  )

  let checkByHand: String? =
    "k = ½, k_* = 1: (4 − 1)/(1 + ½) = 2 against (−⅛ + ½)/(⅛ + ¼) = 1"

  let recorded = Verdict.refuted
}

private struct RemarkStatement: Statement {
  enum Form {
    case printedAgainstODE
    case correctedAgainstODE
    case printedAgainstTheorem
    case doubled
  }

  let form: Form

  var variables: [Variable] {
    [
      Variable("k", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("k_*", from: Rational(1, 10), to: 10, scale: .logarithmic),
    ]
      + (isAgainstTheorem
        ? [
          Variable("s", from: Rational(1, 1000), to: 1, scale: .logarithmic),
          Variable("‖x₀‖", from: 0, to: 2),
        ] : [])
  }

  private var isAgainstTheorem: Bool { form == .printedAgainstTheorem || form == .doubled }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("k > 0", positive: instance["k"]),
      Hypothesis("k_* > 0", positive: instance["k_*"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (k, optimal) = (instance["k"], instance["k_*"])
    let stepSize = isAgainstTheorem ? instance["s"] : S(1)
    let square = isAgainstTheorem ? instance["‖x₀‖"].squared : .zero
    let recurrence = SingleModeRecurrence(
      dimension: 1, optimalSteepness: optimal, stepSize: stepSize)
    let ratio = recurrence.printedRatio(steepness: k, squaredLength: square)
    // f ≡ 1 in D.2's factor (f − r·f′)/(r + f).
    let factor = SuboptimalDiscriminator<S> { _ in Jet(1) }.velocityFactor(at: ratio)
    let printed = recurrence.printedNext(steepness: k, factor: factor) - k
    switch form {
    case .printedAgainstTheorem, .doubled:
      let theorem = recurrence.printedNext(steepness: k, factor: S(1) / (S(1) + ratio)) - k
      return .equal([(left: form == .doubled ? S(2) * printed : printed, right: theorem)])
    case .printedAgainstODE, .correctedAgainstODE:
      let rate = SteepnessODE(modeOffset: .zero, standardDeviation: optimal)
        .printedRate(steepness: k, thirdDerivative: .zero)
      let corrected = recurrence.next(steepness: k, factor: factor) - k
      return .equal([(left: form == .printedAgainstODE ? printed : corrected, right: rate)])
    }
  }
}
