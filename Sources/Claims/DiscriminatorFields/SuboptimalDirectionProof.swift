import ClaimKit
import GANTheory
import RealModule
import Scalars

/// An identity of appendix D that holds for any densities and any f: they enter as numbers p, q > 0 with slopes, and
/// f(r), f′(r).
struct SuboptimalIdentity: Claim {
  enum Place: String, Sendable {
    /// The two rewritings of d̂.
    case rewriting = "appendix-D.1"
    /// The formula for cos θ.
    case formula = "proposition-D.1-formula"
    /// α is taken out of the gradient.
    case commonFactor = "proposition-D.1-proof-line-1"
    /// Both vectors are divided by p·q·α.
    case logarithms = "proposition-D.1-proof-line-2"
    /// f ≡ 1.
    case optimal = "proposition-D.1-remark-optimal"
    /// The update of D.2's proof.
    case update = "proposition-D.2-proof-field"
  }

  let place: Place

  var id: String { place.rawValue }

  var title: String {
    switch place {
    case .rewriting: "Two ways of writing the suboptimal discriminator"
    case .formula: "The cosine between suboptimal and optimal gradient"
    case .commonFactor: "Gradient with α·p_g in place of p_g"
    case .logarithms: "Both gradients as logarithmic ones"
    case .optimal: "f ≡ 1 as a special case of Proposition D.1"
    case .update: "Velocity under a suboptimal discriminator in terms of r"
    }
  }

  var source: String {
    switch place {
    case .rewriting: "Appendix D.1"
    case .formula: "Proposition D.1, displayed equation, appendix D.2"
    case .commonFactor, .logarithms: "Proof of Proposition D.1, appendix D.2"
    case .optimal: "Remarks after Proposition D.1, appendix D.2"
    case .update: "Proof of Proposition D.2, first display, appendix D.3"
    }
  }

  var statement: String {
    switch place {
    case .rewriting:
      "p_data/(p_data + f(r)·p_g) = 1/(1 + f(r)·(p_data/p_g)⁻¹) = 1/(1 + (r/f(r))⁻¹)"
    case .formula:
      """
      cos θ = ⟨∇d̂, ∇d_*⟩/(‖∇d̂‖·‖∇d_*‖) = sign(f(r)/r − f′(r)); judged through \
      ∇d̂ = (f − r·f′)·((1 + r)/(r + f))²·∇d_*, whose factor has that sign
      """
    case .commonFactor:
      """
      −p_data·∇(α·p_g) + α·p_g·∇p_data = α·(−p_data·∇p_g + p_g·∇p_data) − p_data·p_g·∇α, α = f(r)
      """
    case .logarithms:
      """
      divided by p_data·p_g·α the vectors are ∇log r and ∇log r − ∇log α, and the second is \
      (1/r − f′(r)/f(r))·∇r
      """
    case .optimal: "f ≡ 1 gives cos θ = 1 for every x: f/r − f′ = 1/r > 0"
    case .update: "∇d̂/d̂ = (f(r) − r·f′(r))·∇r/(r·(r + f(r)))"
    }
  }

  var hypotheses: [String] {
    let general = ["p_data·p_g > 0 at the point", "d̂ = p_data/(p_data + f(r)·p_g)"]
    return place == .rewriting ? general : general + ["f is differentiable at r"]
  }

  var families: [any Statement] { [SuboptimalIdentityStatement(place: place, factor: 1)] }

  let isExhaustive = true

  var control: Control {
    Control(
      "the printed side one per cent larger",
      families: [SuboptimalIdentityStatement(place: place, factor: Rational(101, 100))])
  }

  var remarks: [String] {
    switch place {
    case .rewriting:
      return [
        "The second form needs f(r) ≠ 0.",
        "Every discriminator that depends on x through r alone is of this form, with f = r·(1 − d̂)/d̂; it has values in (0, 1) exactly if f > 0, which is not printed.",
      ]
    case .formula:
      return [
        "Not printed but needed: ∇r ≠ 0 and f ≠ r·f′, or there is no angle; r + f ≠ 0.",
        "No sign of f is needed for the gradients ∇d̂ and ∇d_*; the vectors ∇d̂/(2d̂) and ∇d_*/(2d_*) of the text make the same angle only if d̂ > 0, that is r + f > 0.",
        "Algorithm 1 moves particles along ∇d/d; the 2 in ∇d/(2d) does not matter for the angle.",
      ]
    case .commonFactor: return ["Judged along any direction."]
    case .logarithms:
      return ["Needs α ≠ 0. Dividing by a negative α turns the second vector around."]
    case .optimal: return ["At points where ∇r = 0 there is no angle."]
    case .update: return ["Needs r + f(r) ≠ 0 only."]
    }
  }

  var uses: [String] {
    switch place {
    case .rewriting: ["equation-2.2-optimal"]
    case .formula: ["appendix-D.1", "theorem-C.1-proof-line-3"]
    case .commonFactor: ["theorem-C.1-proof-line-1"]
    case .logarithms: ["proposition-D.1-proof-line-1"]
    case .optimal: ["proposition-D.1-formula"]
    case .update: ["appendix-D.1"]
    }
  }

  let recorded = Verdict.proved
}

private struct SuboptimalIdentityStatement: Statement {
  let place: SuboptimalIdentity.Place
  let factor: Rational

  var variables: [Variable] {
    [
      Variable("p", from: Rational(1, 100), to: 100, scale: .logarithmic),
      Variable("q", from: Rational(1, 100), to: 100, scale: .logarithmic),
      Variable("p′", from: -10, to: 10), Variable("q′", from: -10, to: 10),
      Variable("f", from: Rational(1, 100), to: 100, scale: .logarithmic),
      Variable("f′", from: -10, to: 10),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    ["p", "q", "f"].map { Hypothesis("\($0) > 0", positive: instance[$0]) }
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (p, q) = (instance["p"], instance["q"])
    let (f, slope) = (instance["f"], instance["f′"])
    let data = Jet(coefficients: [p, instance["p′"]])
    let generated = Jet(coefficients: [q, instance["q′"]])
    let ratio = data / generated
    let (r, ratioSlope) = (ratio.value, ratio.derivative(1))
    let deviation = Jet(coefficients: [f, slope * ratioSlope])
    let suboptimal = data / (data + deviation * generated)
    let optimal = data / (data + generated)
    // −p∇q + q∇p, and the same with α·q.
    func cross(_ other: Jet<S>) -> S {
      other.value * data.derivative(1) - p * other.derivative(1)
    }
    let pairs: [(left: S, right: S)] =
      switch place {
      case .rewriting:
        [
          (S(1) / (S(1) + f * (q / p)), suboptimal.value),
          (S(1) / (S(1) + S(1) / (r / f)), suboptimal.value),
        ]
      case .formula:
        [
          (
            (f - r * slope) * ((S(1) + r) / (r + f)).squared * optimal.derivative(1),
            suboptimal.derivative(1)
          )
        ]
      case .commonFactor:
        [
          (
            f * cross(generated) - p * q * deviation.derivative(1),
            cross(deviation * generated)
          )
        ]
      case .logarithms:
        [
          (Jet.log(ratio).derivative(1), cross(generated) * f / (p * q * f)),
          (
            Jet.log(ratio).derivative(1) - Jet.log(deviation).derivative(1),
            cross(deviation * generated) / (p * q * f)
          ),
          (
            (S(1) / r - slope / f) * ratioSlope,
            Jet.log(ratio).derivative(1) - Jet.log(deviation).derivative(1)
          ),
        ]
      case .optimal:
        [
          (
            S(1) / r,
            SuboptimalDiscriminator<S> { _ in Jet(1) }.velocityFactor(at: r) * (S(1) + r) / r
          )
        ]
      case .update:
        [
          (
            (f - r * slope) * ratioSlope / (r * (r + f)), Jet.log(suboptimal).derivative(1)
          )
        ]
      }
    return .equal(pairs.map { (left: S(factor) * $0.left, right: $0.right) })
  }
}

struct SuboptimalSignStep: Claim {
  let id = "proposition-D.1-proof-line-3"
  let title = "Sign of 1/r − f′/f against f/r − f′"
  let source = "Proof of Proposition D.1, last but one display, appendix D.2"
  let statement =
    "sign(1/r − f′(r)/f(r)) = sign(f(r)/r − f′(r)); judged as: their product is not negative"
  let hypotheses = ["r > 0", "f is differentiable at r, f(r) ≠ 0"]

  var families: [any Statement] { [SignStepStatement(isControl: false)] }

  var control: Control {
    Control("the first is at most twice the second", families: [SignStepStatement(isControl: true)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        the product is (f − r·f′)²/(r²·f): the signs agree for f(r) > 0 and are opposite for f(r) < 0. The result stands: the step before divides by \
        α = f(r), which turns the vector around just then (proposition-D.1-formula)
        """,
        families: [SignProductStatement(divisor: 1)],
        control: Control("half of that product", families: [SignProductStatement(divisor: 2)]),
        isExhaustive: true)
    ]
  }

  let remarks = ["f > 0 is what makes d̂ a number between 0 and 1; it is not printed."]

  let uses = ["proposition-D.1-proof-line-2"]

  let defect: Defect? = Defect(
    .hypothesis, "Multiplying by f inside the sign needs f > 0, which is nowhere required.")

  let checkByHand: String? = "r = 1, f = −2, f′ = 0: sign(1) against sign(−2)"

  let recorded = Verdict.refuted
}

/// (1/r − f′/f)·(f/r − f′) = (f − r·f′)²/(r²·f).
private struct SignProductStatement: Statement {
  let divisor: Int

  var variables: [Variable] {
    [
      Variable("r", from: Rational(1, 100), to: 10, scale: .logarithmic),
      Variable("f", from: -5, to: 5), Variable("f′", from: -5, to: 5),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("r > 0", positive: instance["r"]),
      Hypothesis("f ≠ 0", positive: instance["f"].squared),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (r, f, slope) = (instance["r"], instance["f"], instance["f′"])
    let product = (S(1) / r - slope / f) * (f / r - slope)
    return .equal([
      (left: (f - r * slope).squared / (r.squared * f), right: S(divisor) * product)
    ])
  }
}

private struct SignStepStatement: Statement {
  let isControl: Bool

  var variables: [Variable] {
    [
      Variable("r", from: Rational(1, 100), to: 10, scale: .logarithmic),
      Variable("f", from: -5, to: 5), Variable("f′", from: -5, to: 5),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("r > 0", positive: instance["r"]),
      Hypothesis("f ≠ 0", positive: instance["f"].squared),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (r, f, slope) = (instance["r"], instance["f"], instance["f′"])
    let (first, second) = (S(1) / r - slope / f, f / r - slope)
    return isControl
      ? .atLeast(S(2) * second, first) : .atLeast(first * second, .zero)
  }
}

struct SuboptimalTaylorStep: Claim {
  let id = "proposition-D.1-proof-taylor"
  let title = "Taylor's formula for f − r·f′"
  let source = "Proof of Proposition D.1, last display, appendix D.2"
  let statement = "f(r) − r·f′(r) = f(0) + r²·f″(ξ)/2 for some ξ in (0, r)"
  let hypotheses = ["f ∈ C² on [0, r]"]

  var families: [any Statement] { [TaylorStepStatement(sign: 1)] }

  let isExhaustive = false

  var control: Control {
    Control("f(0) + r²·f″/4", families: [TaylorStepStatement(sign: Rational(1, 2))])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        f(r) − r·f′(r) = f(0) − r²·f″(ξ)/2, from f(0) = f(r) − r·f′(r) + r²·f″(ξ)/2; the bound that is drawn \
        from it, f(0) > r²·M/2, does not depend on the sign
        """,
        families: [TaylorStepStatement(sign: -1)], control: control)
    ]
  }

  let remarks = [
    "Judged for quadratics, whose f″ is constant, so that ξ does not matter.",
    "A bound M on f″ near 0 is taken from f ∈ C²(0, ∞), which does not give one: f = 1 + r^(3/2) has f″ → ∞ (see proposition-D.1).",
  ]

  let uses = ["proposition-D.1-proof-line-3"]

  let defect: Defect? = Defect(
    .presentation, "The sign of the remainder is wrong; the argument uses its size only.")

  let checkByHand: String? = "f(r) = r² at r = 1: f − r·f′ = 1 − 2 = −1, and f(0) + f″/2 = 1"

  let recorded = Verdict.refuted
}

/// For f = a + b·r + c·r².
private struct TaylorStepStatement: Statement {
  let sign: Rational

  var variables: [Variable] {
    [
      Variable("a", from: -3, to: 3), Variable("b", from: -3, to: 3),
      Variable("c", from: -3, to: 3),
      Variable("r", from: Rational(1, 100), to: 10, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("r > 0", positive: instance["r"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let r = instance["r"]
    let (a, b, c) = (instance["a"], instance["b"], instance["c"])
    let x = Jet.variable(at: r, order: 2)
    let f = Jet(constant: a) + Jet(constant: b) * x + Jet(constant: c) * x.squared
    return .equal([
      (
        left: f.value - r * f.derivative(1),
        right: a + S(sign) * r.squared * f.derivative(2) / S(2)
      )
    ])
  }
}
