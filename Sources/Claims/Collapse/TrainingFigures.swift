import ClaimKit
import RealModule
import Scalars

struct CheckpointsBeforeCollapse: Claim {
  let id = "appendix-G.1-checkpoints"
  let title = "Epochs of the checkpoints and of the stops against those of the collapse"
  let source = "Appendix G.1; Figures 5 and 19"
  let statement = """
    the checkpoints of appendix G.1 (epochs 43 and 124) and the stops of Figure 5 (45, 98, 121) precede the \
    collapse (46, 128, 122), and the stops follow the warm-up (20, 50, 50; 130 and 50 for the mixture)
    """
  let hypotheses = ["warm-up read in epochs"]

  let isExhaustive = true

  var families: [any Statement] {
    [
      (46, 43), (128, 124), (46, 45), (128, 98), (122, 121), (45, 20), (98, 50), (121, 50),
      (130, 50),
    ]
    .map { LaterStatement(later: $0.0, earlier: $0.1) }
  }

  var control: Control {
    Control(
      "the checkpoint of Fashion MNIST precedes the stop",
      families: [LaterStatement(later: 98, earlier: 124)])
  }

  let remarks = [
    "The Fashion MNIST checkpoint, epoch 124, is 26 epochs after Algorithm 2 had stopped.",
    "Algorithm 2 counts N_w in iterations, section 6.2 measures in epochs: 20 iterations are less than one of MNIST.",
  ]

  let recorded = Verdict.proved
}

struct CollapseVaries: Claim {
  let id = "appendix-F.2-runs"
  let title = "The point of collapse varies from run to run"
  let source = "Appendix F.2, number of training runs; Figures 7, 14, 16 and 19"
  let statement = """
    runs on one data set collapse at different epochs; judged by the printed ones: MNIST 36 and 46, Fashion MNIST 54 \
    and 128, CIFAR-10 99 at the latest and 122
    """
  let hypotheses = ["epochs of Figures 14, 7, 16 and of Figure 19"]

  let isExhaustive = true

  var families: [any Statement] {
    [(46, 36), (128, 54), (122, 99)].map { LaterStatement(later: $0.0, earlier: $0.1) }
  }

  var control: Control {
    Control("36 is later than 46", families: [LaterStatement(later: 36, earlier: 46)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened,
        """
        by a factor above 2 on Fashion MNIST, 128/54: at 54, the noise-free run of Figure 7 collapses 44 epochs before \
        the other is stopped, at 98
        """,
        families: [
          LaterStatement(later: 128, earlier: 2 * 54), LaterStatement(later: 98, earlier: 54 + 43),
        ],
        control: Control(
          "by a factor of three", families: [LaterStatement(later: 128, earlier: 3 * 54)]),
        isExhaustive: true)
    ]
  }

  let remarks = [
    "The captions do not say that the figures are about different runs; G.1 says so of Figures 5, 6 and 17 to 19 only.",
    "Runs that collapsed early were chosen (appendix F.2), and the epochs shown in Figure 5 after seeing the collapse (section 6.2).",
    "With the warm-up of 50 epochs of F.2 the run of Figure 7 leaves Algorithm 2 four epochs.",
  ]

  let recorded = Verdict.proved
}

struct WarmUpIterations: Claim {
  let id = "algorithm-2-warm-up"
  let title = "The warm-up outlasts the fitting phase"
  let source = "Section 4.3, ingredient (iii); Algorithm 2, line 5; appendix F.2"
  let statement = """
    N_w iterations prevent stopping in the fitting phase; judged for MNIST: N_w = 20 iterations are past batch 64 of \
    epoch 0, which Figure 1 shows as fitting
    """
  let hypotheses = ["an iteration of Algorithm 2 trains on one batch", "N_w = 20, appendix F.2"]

  let isExhaustive = true

  var families: [any Statement] { [LaterStatement(later: 20, earlier: 64)] }

  var control: Control {
    Control("they are past batch 32", families: [LaterStatement(later: 20, earlier: 32)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        "in epochs it is so: 20 and 50 are past epoch 8, at which Figure 4 ends, and before the stops 45, 98, 121 and 130",
        families: [(20, 8), (45, 20), (98, 50), (121, 50), (130, 50)].map {
          LaterStatement(later: $0.0, earlier: $0.1)
        },
        control: Control(
          "MNIST with N_w = 50", families: [LaterStatement(later: 45, earlier: 50)]),
        isExhaustive: true)
    ]
  }

  let remarks = [
    "Sections 4.3 and F.2 say iterations, section 6.2 and all figures epochs; ΔS_g from one batch to the next is another statistic than from one epoch to the next.",
    "The mixture's fitting lasts longer: Figure 1 shows it at epoch 60, after N_w = 50.",
  ]

  let defect: Defect? = Defect(
    .presentation,
    """
    20 or 50 iterations are a part of the first epoch, in which fitting has barely begun. Epochs must be meant.
    """)

  let checkByHand: String? = "20 < 64"

  let recorded = Verdict.refuted
}

struct LogarithmicAxis: Claim {
  let id = "figure-7-log-scale"
  let title = "A logarithmic axis makes the density look concentrated on the left"
  let source = "Section 6.2, last paragraph, on Figure 7"
  let statement = """
    on a logarithmic axis from the least to the largest value a value lies farther left than on a linear one
    """
  let hypotheses = ["0 < least < value < largest"]

  var families: [any Statement] { [AxisStatement(isReversed: false)] }

  var control: Control {
    Control(
      "half as far as on a linear one",
      families: [AxisStatement(isReversed: false, factor: Rational(1, 2))])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        it lies farther right, log being concave: a linear axis would show the bulk even farther left, next to \
        its outliers' range
        """,
        families: [AxisStatement(isReversed: true)], control: control)
    ]
  }

  let remarks = [
    "That the axis compresses the right tail is true; it moves the bulk to the right for that very reason."
  ]

  let defect: Defect? = Defect(
    .interpretation,
    "A logarithmic axis moves every value to the right of its place on a linear axis, never to the left."
  )

  let checkByHand: String? =
    "values from 1 to 100: 10 is in the middle of the logarithmic axis, at 1/11 of the linear one"

  let recorded = Verdict.refuted
}

private struct LaterStatement: Statement {
  let later: Int
  let earlier: Int

  var variables: [Variable] { [] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast(S(later), S(earlier + 1))
  }
}

private struct AxisStatement: Statement {
  let isReversed: Bool
  var factor: Rational = 1

  var variables: [Variable] {
    [
      Variable("value/least", from: Rational(101, 100), to: 1000, scale: .logarithmic),
      Variable("largest/value", from: Rational(101, 100), to: 1000, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("least < value", positive: instance["value/least"] - S(1)),
      Hypothesis("value < largest", positive: instance["largest/value"] - S(1)),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let value = instance["value/least"]
    let largest = value * instance["largest/value"]
    let linear = S(factor) * (value - S(1)) / (largest - S(1))
    let logarithmic = S.log(value) / S.log(largest)
    return isReversed ? .atLeast(logarithmic, linear) : .atLeast(linear, logarithmic)
  }
}
