import ClaimKit
import GANTheory
import RealModule
import Scalars

struct SteepnessNearMode: Claim {
  let id = "prose-4.2-local"
  let title = "Steepness decreases near the modes"
  let source = "Section 4.2, after Theorem 4.2 and last paragraph"
  let statement = """
    an update decreases the steepness everywhere in the neighbourhood of a mode; judged as S_{g′} ≤ S_g for \
    0 < r < 2σ and small steps, s ≤ σ²/10
    """
  let hypotheses = [
    "d(x) = 1/2 − ‖x − xᵢ‖/8σ on B_{4σ}(xᵢ)", "g is updated as in Theorem 4.1",
    "0 < ‖g(z) − xᵢ‖ < 2σ", "0 < s ≤ σ²/10",
  ]

  var families: [any Statement] { [NearModeStatement(limit: nil)] }

  var control: Control {
    Control("S_{g′} ≤ S_g/2", families: [NearModeStatement(limit: nil, share: Rational(1, 2))])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        in n ≥ 2 dimensions, for 0 < r ≤ 2σ, it decreases whatever J_g just where s < 2r(4σ − r); nearer to \
        the mode than about s/8σ a generator that moves across the radius becomes steeper, by a factor \
        s/(r(4σ − r)) − 1 that grows without bound as r → 0
        """,
        families: [NearModeStatement(limit: 1)],
        control: Control("s < 3r(4σ − r)", families: [NearModeStatement(limit: Rational(3, 2))]))
    ]
  }

  let remarks = [
    "Judged in the plane. On the line there is no direction across, and s ≤ 2(4σ − r)² will do.",
    "Within that ball a step takes particles across the mode, and farther from it than they were: they fan out.",
  ]

  let uses = ["theorem-4.2", "theorem-C.9-eigenvalues"]

  let defect: Defect? = Defect(
    .interpretation,
    """
    Whatever the step, around each mode there is a ball of radius about s/8σ in which one update makes the \
    generator steeper; the drop is near the modes' flanks, not at their centres.
    """)

  let checkByHand: String? = """
    σ = 1, r = 1/100, s = 1/10, J_g = diag(0, 1): 1 − 0.1/(0.01·3.99) = −1.51, so that S_{g′} = 1.51 > 1 = S_g
    """

  let recorded = Verdict.refuted
}

/// The plane: the mode at the origin, g(z) = (r, 0), J_g any matrix.
private struct NearModeStatement: Statement {
  /// s as a share of 2r(4σ − r), nil for s ≤ σ²/10.
  let limit: Rational?
  /// Multiplies S_g.
  var share: Rational = 1

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("r/σ", from: Rational(1, 1000), to: 2, scale: .logarithmic),
      limit == nil
        ? Variable("s/σ²", from: Rational(1, 1000), to: Rational(1, 10), scale: .logarithmic)
        : Variable("s/limit", from: Rational(1, 1000), to: 1, scale: .logarithmic),
    ] + ["a", "b", "c", "e"].map { Variable($0, from: -2, to: 2) }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]), Hypothesis("r > 0", positive: instance["r/σ"]),
      Hypothesis("r < 2σ", positive: S(2) - instance["r/σ"]),
      limit == nil
        ? Hypothesis("s ≤ σ²/10", nonNegative: S(Rational(1, 10)) - instance["s/σ²"])
        : Hypothesis("s ≤ limit", nonNegative: S(1) - instance["s/limit"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let r = instance["r/σ"] * deviation
    let model = LinearDiscriminator(mode: [.zero, .zero], standardDeviation: deviation)
    let step =
      limit.map { instance["s/limit"] * S($0) * model.overshootingStep(atDistance: r) }
      ?? instance["s/σ²"] * deviation.squared
    let generator = [[instance["a"], instance["b"]], [instance["c"], instance["e"]]]
    let velocityJacobian = jacobian(at: [r, .zero]) {
      LinearDiscriminator(mode: [.zero, .zero], standardDeviation: Jet(constant: deviation))
        .velocity(at: $0)
    }
    let updated = GeneratorUpdate(stepSize: step).jacobian(
      generator, velocityJacobian: velocityJacobian)
    return .atLeast(S(share) * planarSpectralNorm(generator), planarSpectralNorm(updated))
  }
}
