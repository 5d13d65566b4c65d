import ClaimKit
import GANTheory
import RealModule
import Scalars

struct SignificantDrop: Claim {
  let id = "prose-4.2-significant"
  let title = "Steepness decreases significantly in one update"
  let source = "Section 4.2, after Theorem 4.2, with k_g = −0.5 of section 6.2"
  let statement = """
    within the neighbourhood of the mode one update of Theorem 4.2 decreases steepness significantly; judged by the \
    paper's own measure: by half at least, 1 − s/(4σ − r)² ≤ 1/2
    """
  let hypotheses = ["0 < r < 2σ", "0 < s < (4σ − r)²"]

  var families: [any Statement] { [DropStatement(form: .half)] }

  var control: Control {
    Control("to a tenth at most", families: [DropStatement(form: .tenth)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        "it decreases by half or more just where s ≥ (4σ − r)²/2, which is at least 2σ² within 2σ of the mode",
        families: [DropStatement(form: .halfForLong), DropStatement(form: .leastStep)],
        control: Control("for s ≥ (4σ − r)²/3", families: [DropStatement(form: .halfForShorter)])),
      Amendment(
        .sharpened,
        """
        in n ≥ 2 dimensions the steps for which the bound holds, s ≤ r(4σ − r)²/2σ, give the factor 1 − r/2σ at \
        least: a drop by half is within reach of the theorem for σ ≤ r ≤ 2σ only
        """,
        families: [DropStatement(form: .leastFactor(1))],
        control: Control("1 − r/4σ", families: [DropStatement(form: .leastFactor(2))])),
    ]
  }

  let remarks = [
    "For small s, which Theorem 4.2 asks for, the factor is between 1 − s/4σ² and 1 − s/16σ².",
    "Repeated small drops are not seen either: algorithm-2-decay.",
  ]

  let uses = ["theorem-4.2", "algorithm-2-decay"]

  let defect: Defect? = Defect(
    .interpretation,
    """
    For the small steps of Theorem 4.2 the factor is near 1. A drop by half, which Algorithm 2 looks for, needs \
    s ≥ (4σ − r)²/2 ≥ 2σ² in a single update.
    """)

  let checkByHand: String? = "σ = r = 1, s = 9/10: 1 − (9/10)/9 = 0.9 > 1/2"

  let recorded = Verdict.refuted
}

struct DropAndEscape: Claim {
  let id = "prose-4.2-onset"
  let title = "The drop of Theorem 4.2 signals particles that leave their mode"
  let source = "Sections 4.1 and 4.2: the two accounts of the collapse phase"
  let statement = """
    under Theorem 4.2's hypotheses particles leave the mode as section 4.1 describes: after the update a particle is \
    farther than 4σ from it
    """
  let hypotheses = ["0 < r < 4σ", "0 < s < (4σ − r)²", "the update is Algorithm 1's"]

  var families: [any Statement] { [LandingStatement(form: .escapes)] }

  var control: Control {
    Control(
      "after the update it is farther than before", families: [LandingStatement(form: .recedes)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        with s < (4σ − r)² no particle leaves its ball: it lands at |r − s/(4σ − r)| < 4σ from the mode
        """,
        families: [LandingStatement(form: .stays)],
        control: Control(
          "with s < 3(4σ + r)²",
          families: [LandingStatement(form: .staysForLong)])),
      Amendment(
        .sharpened,
        """
        an escape needs s > 16σ² − r² = (4σ − r)·(4σ + r), which exceeds Theorem 4.2's (4σ − r)² by 2r(4σ − r) > 0: \
        the two accounts of collapse exclude one another
        """,
        families: [LandingStatement(form: .gap(2))],
        control: Control("by r(4σ − r)", families: [LandingStatement(form: .gap(1))]),
        isExhaustive: true),
    ]
  }

  let remarks = [
    "Contraction takes place around every mode at once, also when p_g sharpens towards p_data: by itself it signals no loss of modes."
  ]

  let uses = ["prose-4.1-escape", "theorem-4.2"]

  let defect: Defect? = Defect(
    .interpretation,
    """
    The step sizes for which particles leave a ball and those of Theorem 4.2 have nothing in common. Where the \
    theorem applies, every particle stays with its mode.
    """)

  let checkByHand: String? = "σ = 1, r = 3, s = 1/2 < 1: the particle lands at 3 − 1/2 = 5/2 < 4"

  let recorded = Verdict.refuted
}

struct SpikeAtCollapse: Claim {
  let id = "appendix-G.3-spike"
  let title = "‖∇d/d‖ rises and steepness falls at one and the same time"
  let source = "Appendix G.3, results, with sections 4.1 and 4.2"
  let statement = """
    at the collapse steepness drops and ‖∇d/d‖ spikes for the same particle, as sections 4.1 and 4.2 have it; judged \
    as: an update that Theorem 4.2 applies to, in its corrected form, does not decrease the particle's ‖∇d/d‖
    """
  let hypotheses = ["0 < r ≤ 2σ", "0 < s ≤ r(4σ − r)²/2σ", "d stays what it is"]

  var families: [any Statement] { [SpeedStatement(form: .rises)] }

  var control: Control { Control("it doubles", families: [SpeedStatement(form: .doubles)]) }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        the update lowers ‖∇d/d‖ = 1/(4σ − r) for s < 2r(4σ − r), and raises it for larger steps, by which the \
        particle lands farther away on the other side
        """,
        families: [SpeedStatement(form: .falls), SpeedStatement(form: .risesForLong)],
        control: Control(
          "it is lowered for s < 3r(4σ − r)", families: [SpeedStatement(form: .fallsForLonger)]))
    ]
  }

  let remarks = [
    "Under the linear model the two signals of Algorithm 2 are opposed: contraction takes particles to where ‖∇d/d‖ is least, 1/4σ.",
    "A discriminator that becomes steeper meanwhile may do otherwise; section 4 has no model of that.",
    "Appendix G.4 reports for CIFAR-10, the data set of G.3, no rapid rise of ‖∇d/d‖ at the stop, and Figure 7 values that tend to 0 after collapse.",
  ]

  let uses = ["equation-4.1-gradient", "theorem-4.2"]

  let defect: Defect? = Defect(
    .interpretation,
    """
    Under Assumption 4.1 an update that lowers steepness takes the particle towards the mode, where ‖∇d/d‖ is \
    smaller. The model does not explain a rise and a drop at once.
    """)

  let checkByHand: String? =
    "σ = 1, r = 2, s = 2: the particle lands at r = 1, and ‖∇d/d‖ falls from 1/2 to 1/3"

  let recorded = Verdict.refuted
}

private let modeVariables = [
  Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
  Variable("r/σ", from: Rational(1, 100), to: Rational(399, 100)),
  Variable("step", from: Rational(1, 100), to: Rational(99, 100)),
]

/// σ and r, and the distance left to the boundary.
private func place<S: Scalar>(_ instance: Assignment<S>) -> (deviation: S, r: S, rest: S) {
  let deviation = instance["σ"]
  let r = instance["r/σ"] * deviation
  return (deviation, r, S(4) * deviation - r)
}

private func modeHypotheses<S: Scalar>(
  _ instance: Assignment<S>, reach: Int
) -> [Hypothesis<S>] {
  [
    Hypothesis("σ > 0", positive: instance["σ"]), Hypothesis("r > 0", positive: instance["r/σ"]),
    Hypothesis("r < \(reach)σ", positive: S(reach) - instance["r/σ"]),
    Hypothesis("s > 0", positive: instance["step"]),
    Hypothesis("s is below its limit", positive: S(1) - instance["step"]),
  ]
}

/// Theorem 4.2's factor; the step is a multiple of what the form names.
private struct DropStatement: Statement {
  enum Form {
    /// s is a share of (4σ − r)²: the factor is at most 1/2, or 1/10.
    case half
    case tenth
    /// s is between 1/2 and 1 of (4σ − r)², or between 1/3 and 1.
    case halfForLong
    case halfForShorter
    /// (4σ − r)²/2 ≥ 2σ².
    case leastStep
    /// s is a share of r(4σ − r)²/2σ: the factor is at least 1 − r/(2·divisor·σ).
    case leastFactor(Int)
  }

  let form: Form

  var variables: [Variable] { modeVariables }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    modeHypotheses(instance, reach: 2)
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (deviation, r, rest) = place(instance)
    let share = instance["step"]
    let limit = rest.squared
    let model = LinearDiscriminator<S>(mode: [], standardDeviation: deviation)
    func factor(_ step: S) -> S { model.printedContraction(atDistance: r, stepSize: step) }
    switch form {
    case .half: return .atLeast(S(Rational(1, 2)), factor(share * limit))
    case .tenth: return .atLeast(S(Rational(1, 10)), factor(share * limit))
    case .halfForLong:
      return .atLeast(S(Rational(1, 2)), factor((S(1) + share) / S(2) * limit))
    case .halfForShorter:
      return .atLeast(S(Rational(1, 2)), factor((S(1) + S(2) * share) / S(3) * limit))
    case .leastStep: return .atLeast(limit / S(2), S(2) * deviation.squared)
    case .leastFactor(let divisor):
      let step = share * model.largestContractingStep(atDistance: r)
      return .atLeast(factor(step), S(1) - r / (S(2 * divisor) * deviation))
    }
  }
}

/// Where a particle at (r, 0) lands, by the field itself; the step is a share of (4σ − r)².
private struct LandingStatement: Statement {
  enum Form {
    case escapes
    /// It is farther from the mode than before.
    case recedes
    case stays
    /// With a step up to 3(4σ + r)².
    case staysForLong
    /// 16σ² − r² = (4σ − r)² + factor·r(4σ − r).
    case gap(Int)
  }

  let form: Form

  var variables: [Variable] {
    if case .gap = form { return Array(modeVariables.dropLast()) }
    return modeVariables
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    if case .gap = form {
      return [
        Hypothesis("σ > 0", positive: instance["σ"]),
        Hypothesis("r > 0", positive: instance["r/σ"]),
        Hypothesis("r < 4σ", positive: S(4) - instance["r/σ"]),
      ]
    }
    return modeHypotheses(instance, reach: 4)
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (deviation, r, rest) = place(instance)
    let reach = S(4) * deviation
    if case .gap(let factor) = form {
      let model = LinearDiscriminator<S>(mode: [], standardDeviation: deviation)
      return .equal([
        (
          left: model.escapingStep(atDistance: r), right: rest.squared + S(factor) * r * rest
        )
      ])
    }
    let share = instance["step"]
    var step = share * rest.squared
    if case .staysForLong = form { step = S(3) * share * (reach + r).squared }
    let model = LinearDiscriminator(mode: [.zero, .zero], standardDeviation: deviation)
    let landing = r + step * model.velocity(at: [r, .zero])[0]
    let distance = S.larger(landing, -landing)
    switch form {
    case .escapes: return .atLeast(distance, reach)
    case .recedes: return .atLeast(distance, r)
    case .stays, .staysForLong, .gap: return .atLeast(reach, distance)
    }
  }
}

/// ‖∇d/d‖ before and after an update, at (r, 0).
private struct SpeedStatement: Statement {
  enum Form {
    /// The step is a share of r(4σ − r)²/2σ.
    case rises
    case doubles
    /// It is a share of 2r(4σ − r), or of 3r(4σ − r).
    case falls
    case fallsForLonger
    /// It is between 2r(4σ − r) and 16σ² − r².
    case risesForLong
  }

  let form: Form

  var variables: [Variable] { modeVariables }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    switch form {
    case .rises, .doubles: modeHypotheses(instance, reach: 2)
    case .falls, .fallsForLonger, .risesForLong: modeHypotheses(instance, reach: 4)
    }
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (deviation, r, _) = place(instance)
    let share = instance["step"]
    let model = LinearDiscriminator(mode: [.zero, .zero], standardDeviation: deviation)
    let back = model.overshootingStep(atDistance: r)
    let step: S
    switch form {
    case .rises, .doubles: step = share * model.largestContractingStep(atDistance: r)
    case .falls: step = share * back
    case .fallsForLonger: step = share * back * S(Rational(3, 2))
    case .risesForLong: step = back + share * (model.escapingStep(atDistance: r) - back)
    }
    let before = -model.velocity(at: [r, .zero])[0]
    let landing = r - step * before
    let distance = S.larger(landing, -landing)
    let rest = S(4) * deviation - distance
    guard rest.isPositive != .fails else { return nil }
    // ‖∇d/d‖ = 1/(4σ − r) at the new distance, which may be 0.
    let after = S(1) / rest
    switch form {
    case .rises, .risesForLong: return .atLeast(after, before)
    case .doubles: return .atLeast(after, S(2) * before)
    case .falls, .fallsForLonger: return .atLeast(before, after)
    }
  }
}
