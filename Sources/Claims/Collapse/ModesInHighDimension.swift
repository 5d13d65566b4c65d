import ClaimKit
import GANTheory
import RealModule
import Scalars

struct ModesInHighDimension: Claim {
  let id = "assumption-4.1-dimension"
  let title = "The balls of Assumption 4.1 hold the real data"
  let source =
    "Assumption 4.1, section 4.1, used for images of 64 × 64 pixels in section 6 and appendix G.1"
  let statement = """
    real samples are where d > 0: at least half of N(xᵢ, σ²·I_n) is within 4σ of xᵢ; judged for even n up to 4096 \
    = 64², the dimension of the images
    """
  let hypotheses = ["p_data as in Assumption 2.1", "modes at least 8σ apart"]

  var families: [any Statement] { [MassStatement(halfDimensions: 1...2048, least: Rational(1, 2))] }

  var control: Control {
    Control(
      "at least 99% for n ≤ 16",
      families: [MassStatement(halfDimensions: 1...8, least: Rational(99, 100))])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        "at least half for even n ≤ 16, where it is 0.547; less than half from n = 18 on",
        families: [
          MassStatement(halfDimensions: 1...8, least: Rational(1, 2)),
          MassStatement(halfDimensions: 9...2048, least: Rational(1, 2), isReversed: true),
        ],
        control: Control(
          "at least half for n ≤ 20",
          families: [MassStatement(halfDimensions: 1...10, least: Rational(1, 2))])),
      Amendment(
        .sharpened,
        """
        for n ≥ 17 the share is at most (16/n)^(n/2)·exp((n − 16)/2): 2·10⁻⁹ for n = 64, 10⁻⁴⁹⁵ for n = 784. \
        Lengths are about σ·√n: a ball that holds half of the data has a radius of about σ·√n, and modes have to be \
        2σ·√n apart for such balls to be disjoint
        """,
        families: [ChernoffStatement(divisor: 2)],
        control: Control(
          "with exp(n − 16) for the inverse power", families: [ChernoffStatement(divisor: 1)])),
    ]
  }

  let remarks = [
    "Where d = 0 the velocity ∇d/d is 0/0: the model says nothing about almost all of the real images.",
    "The same of Theorem 4.2's B_{2σ}: it holds 0.86 of a mode in the plane, 0.053 in ten dimensions.",
    "If images lie near a manifold of few dimensions its dimension counts; Assumption 2.1 has σ²·I_n.",
  ]

  let uses = ["assumption-2.1", "assumption-4.1"]

  let defect: Defect? = Defect(
    .hypothesis,
    """
    In n dimensions samples of a mode are about σ·√n away from it. For images, n = 4096, the balls of radius 4σ hold \
    no real data, and d = 0 on all of them.
    """)

  let checkByHand: String? = """
    ‖x − xᵢ‖²/σ² has mean n = 4096 and variance 2n = 8192: 16 is 45 standard deviations below; by Chebyshev at \
    most 8192/4080² = 0.0005 of the data are in the ball
    """

  let recorded = Verdict.refuted
}

/// P(‖Z‖ < 4) in 2m dimensions.
private struct MassStatement: Statement {
  let halfDimensions: ClosedRange<Int>
  let least: Rational
  var isReversed = false

  var variables: [Variable] { [Variable("n/2", in: halfDimensions)] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("n > 0", positive: instance["n/2"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let half = Int(instance["n/2"].approximation)
    guard half > 0 else { return nil }
    let mass = StandardGaussianLength.evenBallMass(halfDimension: half, radius: S(4))
    return isReversed ? .atLeast(S(least), mass) : .atLeast(mass, S(least))
  }
}

/// log P(‖Z‖ < 4) ≤ (n/divisor)·log(16/n)… + (n − 16)/2.
private struct ChernoffStatement: Statement {
  let divisor: Int

  var variables: [Variable] { [Variable("n", in: 17...800)] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("n > 16", positive: instance["n"] - S(16))]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let n = instance["n"]
    let count = Int(n.approximation)
    guard count > 16 else { return nil }
    let bound = n / S(divisor) * S.log(S(16) / n) + (n - S(16)) / S(2)
    return .atLeast(
      bound, StandardGaussianLength.logBallMassBound(dimension: count, radius: S(4)))
  }
}
