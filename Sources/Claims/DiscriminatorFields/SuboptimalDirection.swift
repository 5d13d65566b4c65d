import ClaimKit
import GANTheory
import RealModule
import Scalars

struct SuboptimalDirection: Claim {
  let id = "proposition-D.1"
  let title = "Direction of the velocity under a suboptimal discriminator"
  let source = "Proposition D.1, appendix D.2"
  let statement = """
    cos θ = sign(f(r)/r − f′(r)) for the angle θ between ∇d̂ and ∇d_*; hence some δ > 0 that depends on f \
    makes the two point the same way wherever r < δ
    """
  let hypotheses = ["f ∈ C²(0, ∞)", "p_data·p_g > 0", "d̂ = p_data/(p_data + f(r)·p_g)"]

  let predicates: [[String]] = [
    ["f(r) = r^p is smooth on (0, ∞) and positive"],
    ["r > 0"],
    ["f(r) = r^p is smooth on (0, ∞) and positive"],
  ]

  var families: [any Statement] { [PowerDeviationStatement()] }

  var control: Control {
    Control(
      "the two always point the same way", families: [QuadraticDeviationStatement(reach: nil)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        true where f extends to 0 with f(0) > 0 and |f″| ≤ M near 0; then every r below √(2f(0)/M) will do, \
        and no larger bound does for f(r) = a + b·r + c·r² with c > 0
        """,
        families: [QuadraticDeviationStatement(reach: 1)],
        control: Control(
          "twice that bound on r", families: [QuadraticDeviationStatement(reach: 2)]))
    ]
  }

  let remarks = [
    "For f(r) = r^p, f/r − f′ = (1 − p)·r^(p−1): with p > 1 the vectors are opposed at every r, so that no δ exists.",
    "The proof uses f(0) and a bound on f″ near 0, which f ∈ C²(0, ∞) does not give.",
    "The formula for cos θ needs ∇r ≠ 0 and f/r ≠ f′.",
  ]

  let uses = ["proposition-D.1-formula", "proposition-D.1-proof-taylor", "appendix-D.1"]

  let defect: Defect? = Defect(
    .hypothesis,
    """
    The conclusion needs f(0) > 0 and a bound on f″ near 0, which f ∈ C²(0, ∞) does not give; without them the \
    suboptimal field can be opposed to the optimal one however small r is.
    """)

  let checkByHand: String? =
    "f(r) = r²: f/r − f′ = r − 2r = −r < 0 for every r > 0, so that cos θ = −1"

  let recorded = Verdict.refuted
}

/// f(r) = r^p. The sign of f − r·f′ does not depend on r, so that one r below δ stands for all.
private struct PowerDeviationStatement: Statement {
  var variables: [Variable] {
    [
      Variable("p", from: 0, to: 3),
      Variable("r", from: Rational(1, 1_000_000), to: 1, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("r > 0", positive: instance["r"]),
      Hypothesis(byConstruction: "f(r) = r^p is smooth on (0, ∞) and positive"),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let power = instance["p"]
    let discriminator = SuboptimalDiscriminator<S> { Jet.pow($0, Jet(constant: power)) }
    return .atLeast(discriminator.velocityFactor(at: instance["r"]), .zero)
  }
}

/// f(r) = a + b·r + c·r² with a > 0, for r below `reach` times √(a/|c|), which is √(2f(0)/M).
private struct QuadraticDeviationStatement: Statement {
  /// Nil for any r.
  let reach: Rational?

  var variables: [Variable] {
    [
      Variable("a", from: Rational(1, 100), to: 10, scale: .logarithmic),
      Variable("b", from: -3, to: 3), Variable("c", from: -3, to: 3),
      Variable("r", from: Rational(1, 1000), to: 10, scale: .logarithmic),
    ]
  }

  /// Away from r = √(a/|c|), where the bound is attained, and from r + f(r) = 0.
  var certifiedBox: [Variable]? {
    guard reach == 1 else { return nil }
    return [
      Variable("a", from: 1, to: 10, scale: .logarithmic),
      Variable("b", from: Rational(-1, 2), to: 3), Variable("c", from: -1, to: 1),
      Variable("r", from: Rational(1, 1000), to: Rational(9, 10), scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let (a, b, c, r) = (instance["a"], instance["b"], instance["c"], instance["r"])
    let positivity = [
      Hypothesis("f(0) > 0", positive: a),
      Hypothesis("r + f(r) > 0", positive: r + a + b * r + c * r.squared),
    ]
    guard let reach else { return positivity }
    let limit = S(reach).squared * a
    return positivity + [
      Hypothesis("c·r² < f(0)·reach²", positive: limit - c * r.squared),
      Hypothesis("−c·r² < f(0)·reach²", positive: limit + c * r.squared),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (a, b, c) = (instance["a"], instance["b"], instance["c"])
    let discriminator = SuboptimalDiscriminator<S> { r in
      Jet(constant: a) + Jet(constant: b) * r + Jet(constant: c) * r.squared
    }
    return .atLeast(discriminator.velocityFactor(at: instance["r"]), .zero)
  }
}
