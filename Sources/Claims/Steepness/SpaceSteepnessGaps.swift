import ClaimKit
import GANTheory
import RealModule
import Scalars

struct InverseOfInjectiveMap: Claim {
  let id = "theorem-C.4-proof-inverse"
  let title = "Injective pieces have continuously differentiable inverses"
  let source = "Proof of Theorem C.4 with the hypotheses of Lemma C.2, appendix C.6"
  let statement = """
    a continuously differentiable g that is injective on a piece satisfies Lemma C.2, whose φ⁻¹ has a Jacobian; judged \
    for g(x) = x³ as: for some L the inverse's difference quotient at 0 is at most L near 0, tried at x = 1/(2√L)
    """
  let hypotheses = ["g is continuously differentiable and injective"]

  var families: [any Statement] { [InverseQuotientStatement(form: .cube)] }

  var control: Control {
    Control(
      "g(x) = x³ + ε·x with quotients of at most 1/(2ε)",
      families: [InverseQuotientStatement(form: .halved)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        if det J_g ≠ 0, by the inverse function theorem; for g(x) = x³ + ε·x the quotient is at most 1/ε
        """,
        families: [InverseQuotientStatement(form: .regular)], control: control)
    ]
  }

  let remarks = [
    "The points where det J_g = 0 have an image of measure 0 (Sard), so that the densities still agree almost everywhere: the proof can be mended.",
    "That there are finitely many pieces, and that they are measurable, is not printed either.",
  ]

  let uses = ["lemma-C.2-first"]

  let defect: Defect? = Defect(
    .argument,
    """
    An injective continuously differentiable map need not have a differentiable inverse, which Lemma C.2 asks for; \
    det J_g ≠ 0 is missing, or Sard's theorem.
    """)

  let checkByHand: String? = "g(x) = x³ has g⁻¹(y)/y = y^(−2/3), which is unbounded as y → 0"

  let recorded = Verdict.refuted
}

struct MapOntoCube: Claim {
  let id = "theorem-C.4-proof-onto"
  let title = "The ball is mapped onto the cube"
  let source = "Proof of Theorem C.4, definition of g₂ = g∘g₁⁻¹, appendix C.6"
  let statement = """
    g₁ = (Φ_r, …, Φ_r) maps the ball of radius r onto (0, 1)ⁿ, so that g₂ = g∘g₁⁻¹ is defined on the cube; judged for \
    n = 2 as: a point of the cube comes from z in (−r, r)² with ‖z‖ < r
    """
  let hypotheses = ["Φ_r is the CDF of N(0, 1) truncated to (−r, r)", "n ≥ 2"]

  var families: [any Statement] { [PreimageStatement(least: -1)] }

  var control: Control {
    Control(
      "z is in the ball where both coordinates are at least r/2",
      families: [PreimageStatement(least: Rational(1, 2))])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        the image of the ball contains the image of the cube |zⱼ| < r/√n, here those with |zⱼ| ≤ 0.7·r; the corners of \
        (0, 1)ⁿ are not in it, and g₂ is not defined there
        """,
        families: [PreimageStatement(least: Rational(-7, 10), most: Rational(7, 10))],
        control: Control(
          "|zⱼ| ≤ 0.72·r",
          families: [PreimageStatement(least: Rational(-72, 100), most: Rational(72, 100))]))
    ]
  }

  let remarks = [
    "For n = 1 g₁ is onto. In high dimension the ball is a vanishing part of the cube around it.",
    "What the law of g₁ is instead is in theorem-C.4-proof-uniform; the proof can be had without g₁: p_data(g(z))·|det J_g(z)| ≥ p_z(z).",
  ]

  let uses = ["theorem-C.4-proof-uniform"]

  let defect: Defect? = Defect(
    .argument,
    "For n ≥ 2 the image of the ball lacks the corners of the cube, where g₂ = g∘g₁⁻¹ is not defined."
  )

  let checkByHand: String? =
    "n = 2: z = (0.9r, 0.9r) has ‖z‖ = 1.27r > r, but (Φ_r(0.9r), Φ_r(0.9r)) is in (0, 1)²"

  let recorded = Verdict.refuted
}

struct FarthestPointOfOpenBall: Claim {
  let id = "theorem-C.4-proof-open-ball"
  let title = "The farthest point of the open ball"
  let source = "Proof of Theorem C.4, definition of y₀, appendix C.6"
  let statement = """
    some point of the open ball of radius R = 2·max‖xᵢ‖ has the greatest distance to the nearest mode; judged for one mode \
    x₁ = (ρ, 0) as: a point y of the open ball is at least as far as −((1 + ‖y‖/R)/2)·2x₁, which is in the ball too
    """
  let hypotheses = ["B_R = {‖y‖ < R}", "R = 2·max‖xᵢ‖"]

  var families: [any Statement] { [OpenBallStatement(form: .open)] }

  var control: Control {
    Control(
      "a point of the ball is at least 2ρ from the mode",
      families: [OpenBallStatement(form: .distant)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        "the closed ball has such a point: for one mode −2x₁, at distance 3ρ, the greatest for ‖y‖ ≤ R",
        families: [OpenBallStatement(form: .closed)],
        control: Control(
          "x₁ itself in the place of −2x₁", families: [OpenBallStatement(form: .wrongPoint)]))
    ]
  }

  let remarks = [
    "In n ≥ 2 dimensions the open ball never has one, by hand: a local maximum inside lies in the convex hull of its nearest modes, so that its distance is at most R/2, while boundary points off the modes' directions are farther.",
    "The bound that is drawn from the point, p_data(y₀) ≤ p_data(λx̄), holds on the sphere and near it: theorem-C.4-proof-farthest.",
  ]

  let uses = ["theorem-C.4-proof-farthest"]

  let defect: Defect? = Defect(
    .argument,
    "The maximum over the open ball does not exist: the distance to the nearest mode is greatest on the sphere."
  )

  let checkByHand: String? = """
    one mode x₁ = 1 on the line, R = 2: |y − 1| < 3 on (−2, 2), and values near −2 come as near to 3 as one likes
    """

  let recorded = Verdict.refuted
}

// MARK: Statements

private struct InverseQuotientStatement: Statement {
  enum Form {
    /// x³ at x = 1/(2√L).
    case cube
    /// x³ + ε·x.
    case regular
    case halved
  }

  let form: Form

  var variables: [Variable] {
    form == .cube
      ? [Variable("L", from: 1, to: 1_000_000_000_000, scale: .logarithmic)]
      : [
        Variable("ε", from: Rational(1, 1000), to: 1, scale: .logarithmic),
        Variable("x", from: Rational(1, 1_000_000), to: 1, scale: .logarithmic),
      ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    form == .cube
      ? [Hypothesis("L > 0", positive: instance["L"])]
      : [
        Hypothesis("ε > 0", positive: instance["ε"]), Hypothesis("x > 0", positive: instance["x"]),
      ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    guard form != .cube else {
      let x = S(1) / (S(2) * S.sqrt(instance["L"]))
      return .atLeast(instance["L"], x / (x * x * x))
    }
    let (slope, x) = (instance["ε"], instance["x"])
    let bound = S(1) / (form == .regular ? slope : S(2) * slope)
    return .atLeast(bound, x / (x * x * x + slope * x))
  }
}

/// z₁² + z₂² ≤ r² for z in the square.
private struct PreimageStatement: Statement {
  let least: Rational
  var most: Rational = 1

  var variables: [Variable] {
    [Variable("r", from: Rational(1, 10), to: 10, scale: .logarithmic)]
      + ["z1/r", "z2/r"].map { Variable($0, from: least, to: most) }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("r > 0", positive: instance["r"]),
      Hypothesis("|z₁| < r", positive: S(1) - instance["z1/r"].squared),
      Hypothesis("|z₂| < r", positive: S(1) - instance["z2/r"].squared),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let radius = instance["r"]
    let (x, y) = (instance["z1/r"] * radius, instance["z2/r"] * radius)
    return .atLeast(radius.squared, x.squared + y.squared)
  }
}

/// ‖y − x₁‖ for x₁ = (ρ, 0) and y = 2ρ·t·(cos, sin).
private struct OpenBallStatement: Statement {
  enum Form {
    case open
    case distant
    case closed
    case wrongPoint
  }

  let form: Form

  var variables: [Variable] {
    [
      Variable("ρ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("t", from: 0, to: form == .closed || form == .wrongPoint ? 1 : Rational(999, 1000)),
      Variable("angle/π", from: 0, to: 2),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("ρ > 0", positive: instance["ρ"]), Hypothesis("t ≥ 0", nonNegative: instance["t"]),
      form == .closed || form == .wrongPoint
        ? Hypothesis("‖y‖ ≤ R", nonNegative: S(1) - instance["t"])
        : Hypothesis("‖y‖ < R", positive: S(1) - instance["t"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (length, share) = (instance["ρ"], instance["t"])
    let angle = instance["angle/π"] * S.pi
    let radius = S(2) * length * share
    let distance = S.length(radius * S.cos(angle) - length, radius * S.sin(angle))
    return switch form {
    case .open: .atLeast(distance, length * (S(2) + share))
    case .distant: .atLeast(distance, S(2) * length)
    case .closed: .atLeast(S(3) * length, distance)
    case .wrongPoint: .atLeast(.zero, distance)
    }
  }
}
