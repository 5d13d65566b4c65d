import ClaimKit
import GANTheory
import RealModule
import Scalars

struct ApproximationFromFewerDimensions: Claim {
  let id = "appendix-B-approximation"
  let title = "Generators of lower dimension cannot approximate"
  let source = "Appendix B, after the formula for singular measures"
  let statement = """
    a generator of lower latent dimension cannot approximate the data well even if trained perfectly; judged in the \
    distance W₁ for the uniform law on the unit square as: transport from the curve (u, saw(m·u)), u uniform, costs at \
    least 1/100 on average for every number m of teeth
    """
  let hypotheses = ["latent dimension 1, data in the plane with a density"]

  var families: [any Statement] { [CostStatement(least: Rational(1, 100))] }

  var control: Control { Control("at least 1/2", families: [CostStatement(least: Rational(1, 2))]) }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        it cannot in D_f, which is +∞ for every such generator (appendix-B-positive-gap); in W₁ it can to any accuracy: a \
        point (x, y) is paired with the point of the tooth above [j/m, (j + 1)/m] ∋ x that has the same y, which is nearer \
        than 1/m and has the right law
        """,
        families: [PairingStatement(divisor: 1)],
        control: Control("nearer than 1/2m", families: [PairingStatement(divisor: 2)]))
    ]
  }

  let remarks = [
    "The curve is √(1 + m²)-Lipschitz, and u = Φ(z) makes it the image of Gaussian noise.",
    "x and the partner's first coordinate are independent and uniform in the tooth's interval: the mean distance is 1/3m.",
    "Accuracy costs steepness: the map has S_g of the order m.",
    "Read of D_f alone, as the sentence before it, the statement is true.",
  ]

  let uses = ["appendix-B-positive-gap", "appendix-B-low-dimension"]

  let defect: Defect? = Defect(
    .interpretation,
    """
    An infinite D_f does not mean that samples are bad: in the Wasserstein distance curves approximate every law. The \
    argument shows that D_f is the wrong yardstick there, not that the latent dimension must be n.
    """)

  let checkByHand: String? =
    "100 teeth: each point of the square is within 1/100 of its partner, the mean is 1/300"

  let recorded = Verdict.refuted
}

/// E|x − x′| = 1/3m for independent uniform x, x′ in an interval of length 1/m.
private struct CostStatement: Statement {
  let least: Rational

  var variables: [Variable] { [Variable("m", in: 1...1000)] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("m ≥ 1", nonNegative: instance["m"] - S(1))]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast(S(1) / (S(3) * instance["m"]), S(least))
  }
}

/// The distance of ((j + t)/m, y) from its partner ((j + y)/m, y) on a rising tooth, ((j + 1 − y)/m, y) on a
/// falling one.
private struct PairingStatement: Statement {
  let divisor: Int

  var variables: [Variable] {
    [
      Variable("m", in: 1...1000), Variable("t", from: 0, to: 1), Variable("y", from: 0, to: 1),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("m ≥ 1", nonNegative: instance["m"] - S(1))]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (count, t, y) = (instance["m"], instance["t"], instance["y"])
    let rising = S.larger(t - y, y - t)
    let falling = S.larger(t - (S(1) - y), S(1) - y - t)
    return .atLeast(S(1) / (S(divisor) * count), S.larger(rising, falling) / count)
  }
}
