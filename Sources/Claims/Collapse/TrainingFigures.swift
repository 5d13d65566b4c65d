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

  let recorded = Verdict.certified
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
