import ClaimKit
import GANTheory
import RealModule
import Scalars

struct StoppingRuleFirstIteration: Claim {
  let id = "algorithm-2-first-iteration"
  let title = "The previous steepness is defined when it is used"
  let source = "Algorithm 2, lines 4 and 8, section 4.3"
  let statement = """
    S_prev is set no later than it is first read; judged by the order of execution in the first iteration: it is \
    read in line 4 and set in line 8
    """
  let hypotheses: [String] = []

  var families: [any Statement] { [OrderStatement(set: 8, read: 4)] }

  var control: Control { Control("set in line 9", families: [OrderStatement(set: 9, read: 4)]) }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        with S_prev = S_current before line 4 of the first iteration the change is 0 there, and no k_g < 0 \
        stops training
        """,
        families: [FirstChangeStatement(share: 1)],
        control: Control("S_prev = 3·S_current", families: [FirstChangeStatement(share: 3)]))
    ]
  }

  let remarks = [
    "Without effect for N_w ≥ 1, since the first iteration cannot stop then; the algorithm allows N_w = 0."
  ]

  let defect: Defect? = Defect(
    .presentation, "In the first iteration S_prev is read in line 4 before it has a value.")

  let checkByHand: String? = "4 < 8"

  let recorded = Verdict.refuted
}

struct StoppingRuleUnits: Claim {
  let id = "algorithm-2-scale"
  let title = "The gradient criterion does not depend on the unit of length"
  let source = "Algorithm 2, line 5, and section 4.3, ingredient (i)"
  let statement = """
    comparing ‖∇d/d‖ with k_d/2σ, k_d a multiple of the distance between modes, is a comparison of like with \
    like: the ratio of the two is unchanged when the data are multiplied by c
    """
  let hypotheses = [
    "data, modes and generated samples are multiplied by c > 0; d changes with them"
  ]

  var families: [any Statement] { [ScaleStatement(power: 1)] }

  var control: Control {
    Control("with k_d²/2σ", families: [ScaleStatement(power: 2)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        invariant with a number κ in place of k_d, such as distance between modes over σ: ‖∇d/d‖ > κ/2σ, \
        which under Assumption 4.1 says r > 4σ − 2σ/κ
        """,
        families: [ScaleStatement(power: 0)],
        control: Control("with k_d", families: [ScaleStatement(power: 1)]))
    ]
  }

  let remarks = [
    "‖∇d/d‖ is one over a length, k_d/2σ a pure number; a particle moves by s·‖∇d/d‖, which is a length.",
    "The rationale of section 4.3 compares ‖∇d/d‖ with distances between modes: 1/length with length.",
    "The printed thresholds depend on the normalisation of the data to [−1, 1].",
    "Not claimed in so many words: it is what a threshold made of k_d and σ is for.",
  ]

  let uses = ["arithmetic-4.3-threshold"]

  let defect: Defect? = Defect(
    .argument,
    """
    Multiplying the data by c divides ‖∇d/d‖ by c and leaves k_d/2σ as it is: whether Algorithm 2 stops depends \
    on the unit in which data are measured.
    """)

  let checkByHand: String? = """
    σ = 1, r = 3, k_d = 8: ‖∇d/d‖ = 1 < 4. In units of a tenth of that, σ = 1/10, r = 3/10, k_d = 8/10: \
    ‖∇d/d‖ = 10 > 4
    """

  let recorded = Verdict.refuted
}

struct StoppingRuleDecay: Claim {
  let id = "algorithm-2-decay"
  let title = "A fall of steepness stops the training"
  let source = "Section 4.2, last paragraphs; Algorithm 2, lines 4 and 5; k_g = −0.5 of section 6.2"
  let statement = """
    the drop of Theorem 4.2, repeated until steepness is below a hundredth, makes ΔS_g < k_g = −0.5 in some \
    iteration
    """
  let hypotheses = [
    "S falls by the factor 1 − s/(4σ − r)² in every iteration", "0 < r < 2σ", "s < (4σ − r)²",
    "after T iterations S is below a hundredth of its value",
  ]

  var families: [any Statement] {
    [DecayStatement(threshold: Rational(-1, 2), isAgainstMaximum: false)]
  }

  var control: Control {
    Control(
      "k_g = −0.9",
      families: [DecayStatement(threshold: Rational(-9, 10), isAgainstMaximum: false)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        true of the drop against the largest steepness so far, (S − S_max)/S_max < k_g; against the previous \
        iteration the rule sees factors below 1/2 only, that is steps s > (4σ − r)²/2
        """,
        families: [DecayStatement(threshold: Rational(-1, 2), isAgainstMaximum: true)],
        control: Control(
          "k_g = −0.999",
          families: [DecayStatement(threshold: Rational(-999, 1000), isAgainstMaximum: true)]))
    ]
  }

  let remarks = [
    "Theorem 4.2 is about small s, for which its factor is near 1: k_g = −0.5 never sees such a drop, however long.",
    "The mean over a batch falls by less than the factor at one point.",
  ]

  let uses = ["theorem-4.2"]

  let defect: Defect? = Defect(
    .argument,
    """
    Algorithm 2 compares with the previous iteration only. Steepness that falls by 49 per cent in every \
    iteration tends to 0 without ever crossing k_g = −0.5.
    """)

  let checkByHand: String? = """
    s/(4σ − r)² = 1/4: ΔS_g = −1/4 ≥ −1/2 in every iteration, and (3/4)¹⁷ = 0.0075 < 1/100
    """

  let recorded = Verdict.refuted
}

struct StoppingRuleQuantile: Claim {
  let id = "algorithm-2-quantile"
  let title = "The quantile sees the collapse of one mode"
  let source = "Section 4.3, ingredient (ii)"
  let statement = """
    the (1 − 1/m)-quantile of ‖∇d/d‖ over a batch exceeds a threshold once particles of one of the m modes do
    """
  let hypotheses = [
    "m modes with J particles each",
    "of one mode's particles 1 ≤ e ≤ J have ‖∇d/d‖ above T, all others below",
  ]

  var families: [any Statement] { [QuantileStatement(form: .oneMode)] }

  var control: Control {
    Control("the quantile is twice their value", families: [QuantileStatement(form: .twice)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        for m ≥ 2 it exceeds T just where more than 1/m of the batch does: all particles of one mode and one of \
        another; the (1 − 1/B)-quantile, the second largest of B ≥ 2 values, exceeds T where two particles do
        """,
        families: [QuantileStatement(form: .moreThanShare), QuantileStatement(form: .atMostShare)],
        control: Control("half of that share", families: [QuantileStatement(form: .halfShare)]))
    ]
  }

  let remarks = [
    "Quantile: the least value that at least the share 1 − 1/m of the batch does not exceed.",
    "Where libraries interpolate, the value for e = J is between the two groups, and may exceed T.",
    "For m = 1, which Algorithm 2 allows, the 0-quantile is the least value: all particles must exceed T.",
    "Near a boundary are few of a mode's particles: beyond 2σ, a share of 0.046 on the line.",
  ]

  let defect: Defect? = Defect(
    .interpretation,
    """
    The quantile exceeds the threshold only when more than 1/m of the batch does, that is more particles than \
    one of m equally filled modes has; not at the start of one mode's collapse.
    """)

  let checkByHand: String? = """
    m = 2, J = 1: values 0 and 10, T = 5: the median is 0, although the one particle of a mode exceeds T
    """

  let recorded = Verdict.refuted
}

private struct OrderStatement: Statement {
  let set: Int
  let read: Int

  var variables: [Variable] { [] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast(S(read), S(set))
  }
}

private struct FirstChangeStatement: Statement {
  let share: Int

  var variables: [Variable] {
    [
      Variable("S", from: Rational(1, 1000), to: 1000, scale: .logarithmic),
      Variable("−k_g", from: Rational(1, 100), to: 1, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("S > 0", positive: instance["S"]),
      Hypothesis("k_g < 0", positive: instance["−k_g"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast(
      StoppingRule.proportionalChange(from: S(share) * instance["S"], to: instance["S"]),
      -instance["−k_g"])
  }
}

/// ‖∇d/d‖ at distance r over the threshold, before and after multiplication by c.
private struct ScaleStatement: Statement {
  /// k_d is this power of the distance between modes.
  let power: Int

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("r/σ", from: Rational(1, 10), to: Rational(39, 10)),
      Variable("gap/σ", from: 8, to: 40, scale: .logarithmic),
      Variable("c", from: Rational(1, 100), to: 100, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]), Hypothesis("r > 0", positive: instance["r/σ"]),
      Hypothesis("r < 4σ", positive: S(4) - instance["r/σ"]),
      Hypothesis("c > 0", positive: instance["c"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let ratios = [S(1), instance["c"]].map { scale -> S in
      let deviation = scale * instance["σ"]
      let gap = instance["gap/σ"] * deviation
      let distance = power == 0 ? S(8) : power == 1 ? gap : gap.squared
      let model = LinearDiscriminator(mode: [.zero, .zero], standardDeviation: deviation)
      let length = -model.velocity(at: [instance["r/σ"] * deviation, .zero])[0]
      let rule = StoppingRule(modeDistance: distance, standardDeviation: deviation)
      return length / rule.gradientThreshold
    }
    return .equal([(left: ratios[0], right: ratios[1])])
  }
}

private struct DecayStatement: Statement {
  let threshold: Rational
  let isAgainstMaximum: Bool

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("r/σ", from: Rational(1, 100), to: Rational(199, 100)),
      Variable("s/(4σ − r)²", from: Rational(1, 20), to: Rational(99, 100)),
      Variable("T", in: 1...100),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]), Hypothesis("r > 0", positive: instance["r/σ"]),
      Hypothesis("r < 2σ", positive: S(2) - instance["r/σ"]),
      Hypothesis("s < (4σ − r)²", positive: S(1) - instance["s/(4σ − r)²"]),
      Hypothesis(
        "S_T < S₀/100", positive: S(Rational(1, 100)) - share(instance)),
    ]
  }

  /// The least change that the rule sees is the same in each iteration, or that from S₀ to S_T.
  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let last = isAgainstMaximum ? share(instance) : factor(instance)
    return .atLeast(S(threshold), StoppingRule.proportionalChange(from: S(1), to: last))
  }

  private func factor<S: Scalar>(_ instance: Assignment<S>) -> S {
    let deviation = instance["σ"]
    let r = instance["r/σ"] * deviation
    let step = instance["s/(4σ − r)²"] * (S(4) * deviation - r).squared
    return LinearDiscriminator<S>(mode: [], standardDeviation: deviation)
      .printedContraction(atDistance: r, stepSize: step)
  }

  /// S_T/S₀.
  private func share<S: Scalar>(_ instance: Assignment<S>) -> S {
    S.exp(instance["T"] * S.log(factor(instance)))
  }
}

/// m modes with J particles each, e of which have the value `high`, all others 1/10 of the threshold 1.
private struct QuantileStatement: Statement {
  enum Form {
    case oneMode
    case twice
    case moreThanShare
    case atMostShare
    /// More than half of a mode.
    case halfShare
  }

  let form: Form

  var variables: [Variable] {
    [
      Variable("m", in: 2...10), Variable("J", in: 1...20), Variable("e", in: 1...200),
      Variable("high", from: Rational(11, 10), to: 100, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let (m, perMode, high) = (instance["m"], instance["J"], instance["e"])
    let count =
      switch form {
      case .oneMode, .twice, .atMostShare: Hypothesis("e ≤ J", nonNegative: perMode - high)
      case .moreThanShare: Hypothesis("e > J", positive: high - perMode)
      case .halfShare: Hypothesis("2e > J", positive: S(2) * high - perMode)
      }
    return [count, Hypothesis("e ≤ mJ", nonNegative: m * perMode - high)]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let modes = Int(instance["m"].approximation)
    let size = modes * Int(instance["J"].approximation)
    let exceeding = Int(instance["e"].approximation)
    let place = quantilePlace(count: size, modes: modes)
    let quantile = place > size - exceeding ? instance["high"] : S(Rational(1, 10))
    switch form {
    case .oneMode, .moreThanShare, .halfShare: return .atLeast(quantile, S(1))
    case .twice: return .atLeast(quantile, S(2) * instance["high"])
    case .atMostShare: return .atLeast(S(1), quantile)
    }
  }
}
