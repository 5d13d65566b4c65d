import ClaimKit
import GANTheory
import RealModule
import Scalars

struct SteepnessDrop: Claim {
  let id = "theorem-4.2"
  let title = "Drop of steepness near a collapsing mode"
  let source = "Theorem 4.2, section 4.2"
  let statement = "S_{g′}(z) ≤ (1 − s/(4σ − r)²)·S_g(z), r = ‖g(z) − xᵢ‖"
  let hypotheses = [
    "d(x) = 1/2 − ‖x − xᵢ‖/8σ on B_{4σ}(xᵢ)", "g is updated as in Theorem 4.1",
    "g(z) ∈ B_{2σ}(xᵢ)", "0 < s < (4σ − r)², s sufficiently small",
  ]

  let predicates: [[String]] = [
    ["σ > 0"],
    [],
    ["r > 0", "r < 2σ"],
    ["s > 0", "s < (4σ − r)²"],
  ]

  var families: [any Statement] { [DropStatement(condition: .printed)] }

  var control: Control {
    Control(
      "the factor 1 − 2s/(4σ − r)² in place of 1 − s/(4σ − r)²",
      families: [DropStatement(condition: .printed, drop: 2)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        holds for 0 < r ≤ 2σ and 0 < s ≤ r(4σ − r)²/2σ; the condition is exact in n ≥ 2 dimensions: beyond \
        it a generator that moves across the radius violates the bound
        """,
        families: [
          DropStatement(condition: .derived),
          StretchStatement(dimension: 3, side: .printed, model: .linear),
        ],
        control: Control(
          "steps up to three halves of that limit", families: [DropStatement(condition: .exceeded)])
      ),
      Amendment(
        .sharpened,
        """
        for every s > 0 and 0 < r < 4σ, m·S_g(z) ≤ S_{g′}(z) ≤ M·S_g(z) with M and m the larger and the \
        smaller of |1 − s/(4σ − r)²| and |1 − s/(r(4σ − r))|; both are attained. On the line \
        S_{g′}(z) = |1 − s/(4σ − r)²|·S_g(z), so that there the printed condition is exact
        """,
        families: [
          StretchStatement(dimension: 2, side: .upper, model: .linear),
          StretchStatement(dimension: 2, side: .lower, model: .linear),
          StretchStatement(dimension: 3, side: .upper, model: .linear),
          StretchStatement(dimension: 3, side: .lower, model: .linear),
          LineDropStatement(isSquared: true),
        ],
        control: Control(
          "1 − s/(4σ − r) on the line", families: [LineDropStatement(isSquared: false)])),
      Amendment(
        .generalised,
        """
        for any radial discriminator d = exp f(r) in n ≥ 2 dimensions the same with |1 + s·f″(r)| and \
        |1 + s·f′(r)/r|: steepness drops by one update where f′ and f″ are negative and s is less than \
        2/max(|f″|, |f′|/r)
        """,
        families: [
          StretchStatement(dimension: 2, side: .upper, model: .radial),
          StretchStatement(dimension: 2, side: .lower, model: .radial),
          StretchStatement(dimension: 3, side: .upper, model: .radial),
          StretchStatement(dimension: 3, side: .lower, model: .radial),
        ],
        control: Control(
          "f″ alone", families: [StretchStatement(dimension: 2, side: .radialOnly, model: .radial)])
      ),
    ]
  }

  let remarks = [
    "Across the radius I + sH has the eigenvalue 1 − s/(r(4σ − r)), below minus the bound once s > r(4σ − r)²/2σ.",
    "That limit tends to 0 with r: no step size, however small, serves all z with g(z) in the ball.",
    "For 2σ < r < 4σ the eigenvalue across the radius is the larger for small s, and the bound fails for all of them.",
    "Such a drop is no sign of collapse by itself: an optimal d of a p_g that is too broad contracts the same way.",
    "At r = 0 the discriminator has a kink and ∇d/d does not exist.",
    "The printed claim is judged in the plane; in three dimensions by the lengths of images of vectors.",
  ]

  let uses = ["theorem-4.1", "assumption-4.1", "theorem-C.9-proof-norm", "theorem-C.9-eigenvalues"]

  let defect: Defect? = Defect(
    .hypothesis,
    """
    The spectral norm of I + sH is taken for its largest eigenvalue, which forgets −1/(r(4σ − r)) across the \
    radius. In two or more dimensions the step must satisfy s ≤ r(4σ − r)²/2σ; near a mode no fixed step will do.
    """)

  let checkByHand: String? = """
    σ = 1, r = 1, n = 2, J_g = diag(0, 1): s = 6 < 9, across the radius 1 − 6/3 = −1, so that S_{g′} = S_g, \
    while the bound is 1 − 6/9 = 1/3
    """

  let recorded = Verdict.refuted
}

/// The plane: the mode at the origin, g(z) = (r, 0), J_g any matrix.
private struct DropStatement: Statement {
  enum Condition {
    /// s < (4σ − r)².
    case printed
    /// s ≤ r(4σ − r)²/2σ.
    case derived
    /// s ≤ (3/2)·r(4σ − r)²/2σ.
    case exceeded
  }

  let condition: Condition
  /// Multiplies s in the bound.
  var drop = 1

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("r/σ", from: Rational(1, 100), to: 2, scale: .logarithmic),
      Variable(stepName, from: Rational(1, 1000), to: 1, scale: .logarithmic),
    ] + ["a", "b", "c", "e"].map { Variable($0, from: -2, to: 2) }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let rest = S(4) * instance["σ"] - distance(instance)
    return [
      Hypothesis("σ > 0", positive: instance["σ"]), Hypothesis("r > 0", positive: instance["r/σ"]),
      Hypothesis("r < 2σ", positive: S(2) - instance["r/σ"]),
      Hypothesis("s > 0", positive: instance[stepName]),
      Hypothesis("s < (4σ − r)²", positive: rest.squared - stepSize(instance)),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let r = distance(instance)
    let discriminator = LinearDiscriminator(
      mode: [.zero, .zero], standardDeviation: instance["σ"])
    let generator = [[instance["a"], instance["b"]], [instance["c"], instance["e"]]]
    // The Jacobian of ∇d/d from its definition, by jets.
    let velocityJacobian = jacobian(at: [r, .zero]) {
      LinearDiscriminator(
        mode: [.zero, .zero], standardDeviation: Jet(constant: instance["σ"])
      ).velocity(at: $0)
    }
    let updated = GeneratorUpdate(stepSize: stepSize(instance)).jacobian(
      generator, velocityJacobian: velocityJacobian)
    let factor = discriminator.printedContraction(
      atDistance: r, stepSize: S(drop) * stepSize(instance))
    return .atLeast(factor * planarSpectralNorm(generator), planarSpectralNorm(updated))
  }

  /// The step is drawn as a share of the largest one that the condition allows.
  private var stepName: String { condition == .printed ? "s/(4σ − r)²" : "s/limit" }

  private func distance<S: Scalar>(_ instance: Assignment<S>) -> S {
    instance["r/σ"] * instance["σ"]
  }

  /// s, as a share of the largest step that the condition allows.
  private func stepSize<S: Scalar>(_ instance: Assignment<S>) -> S {
    let r = distance(instance)
    let discriminator = LinearDiscriminator<S>(mode: [], standardDeviation: instance["σ"])
    let derived = discriminator.largestContractingStep(atDistance: r)
    let limit =
      switch condition {
      case .printed: (S(4) * instance["σ"] - r).squared
      case .derived: derived
      case .exceeded: S(Rational(3, 2)) * derived
      }
    return instance[stepName] * limit
  }
}
