import ClaimKit
import GANTheory
import RealModule
import Scalars

struct TheoremsOfOtherDivergences: Claim {
  let id = "appendix-H-theorems"
  let title = "Only Theorems 3.3 and 3.4 change with the divergence"
  let source = "Appendix H, fitting phase"
  let statement = """
    of section 3.2 only Theorems 3.3 and 3.4 need to be modified for another divergence; judged by the result for a \
    single mode that section 3.2 refers to, Theorem C.5: a step from k at x₀ = 0 (its corrected form) is the same for \
    KL, reverse KL, Pearson's χ² and Hellinger as for the NSGAN
    """
  let hypotheses = [
    "V is optimal", "p_data = N(0, k_*²·I_n) and p_g = N(0, k²·I_n), k ≠ k_*", "s > 0",
  ]

  var families: [any Statement] {
    others.map { SingleModeStepStatement(divergence: $0, form: .nonSaturating) }
  }

  var control: Control {
    Control(
      "the NSGAN's step is twice as long",
      families: [SingleModeStepStatement(divergence: .vanilla, form: .multiple(2))])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        Theorem C.5 changes as well: k' = k + s·k·(1/k² − 1/k_*²)·r·f″(r), r = (k/k_*)ⁿ at x₀ = 0, where the NSGAN has \
        1/(1 + r) for r·f″(r); Theorem 3.4 stays as it is, since no discriminator occurs in it
        """,
        families: DivergenceGenerator.allCases.map {
          SingleModeStepStatement(divergence: $0, form: .multiple(1))
        },
        control: control)
    ]
  }

  let remarks = [
    "Theorem 3.4 is about any Lipschitz generator: it needs no modification. Theorems 3.1 and 3.2 do not either.",
    "Beyond section 3.2 Theorem C.1, Propositions C.1 to C.4 (the factor 1/(r(1 + r))), D.1, D.2 and 4.1 have the NSGAN's field.",
    "The appendix calls g_f 'analogous to the generator': in f-GAN it is the output activation of the discriminator; the generator is Q_θ.",
  ]

  let uses = ["appendix-H-update", "theorem-C.5", "theorem-3.4"]

  let defect: Defect? = Defect(
    .interpretation,
    """
    Theorem 3.4 does not depend on the divergence, while Theorem C.5, to which section 3.2 refers, does: its factor \
    1/(1 + r) becomes r·f″(r).
    """)

  let checkByHand: String? =
    "n = 1, k = 1, k_* = 2, s = 1: with 1/(1 + r), r = 1/2, k' = 1 + (3/4)·(2/3) = 3/2; for KL k' = 1 + 3/4 = 7/4"

  let recorded = Verdict.refuted

  private var others: [DivergenceGenerator] {
    [.kullbackLeibler, .reverseKullbackLeibler, .pearson, .squaredHellinger]
  }
}

/// One step at x₀ = 0 from the activation and the optimal output, by jets, against a formula.
private struct SingleModeStepStatement: Statement {
  enum Form {
    /// The factor 1/(1 + r).
    case nonSaturating
    /// So many times the factor r·f″(r).
    case multiple(Int)
  }

  let divergence: DivergenceGenerator
  let form: Form

  var variables: [Variable] {
    [
      Variable("n", in: 1...4), Variable("k_*", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("k/k_*", from: Rational(1, 10), to: Rational(9, 10)),
      Variable("s", from: Rational(1, 100), to: 1, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("k_* > 0", positive: instance["k_*"]),
      Hypothesis("k > 0", positive: instance["k/k_*"]),
      Hypothesis("k < k_*", positive: S(1) - instance["k/k_*"]),
      Hypothesis("s > 0", positive: instance["s"]),
    ]
  }

  /// d/dx of the field at x = 0 is g_f′(V)·(V∘r)″(0), since r′(0) = 0.
  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let dimension = Int(instance["n"].approximation)
    let limit = instance["k_*"]
    let share = instance["k/k_*"]
    let k = share * limit
    let x = Jet.variable(at: S.zero, order: 2)
    let exponent =
      x.squared / Jet(constant: S(2) * k.squared) - x.squared / Jet(constant: S(2) * limit.squared)
    let ratio = Jet(constant: S.pow(share, dimension)) * Jet.exp(exponent)
    let output = divergence.optimalOutput(at: ratio)
    let own = divergence.activation(Jet.variable(at: output.value, order: 1)).derivative(1)
    let next = k + instance["s"] * k * own * output.derivative(2)
    let recurrence = SingleModeRecurrence(
      dimension: max(dimension, 1), optimalSteepness: limit, stepSize: instance["s"])
    let r = recurrence.ratio(steepness: k, squaredLength: .zero)
    let factor: S
    switch form {
    case .nonSaturating: factor = S(1) / (S(1) + r)
    case .multiple(let multiple):
      factor =
        S(multiple) * r * divergence.value(at: Jet.variable(at: r, order: 2)).derivative(2)
    }
    return .equal([(left: next, right: recurrence.next(steepness: k, factor: factor))])
  }
}
