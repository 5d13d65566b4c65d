import ClaimKit
import GANTheory
import RealModule
import Scalars

struct DivergenceOfTraining: Claim {
  let id = "appendix-B-divergence"
  let title = "The function of appendix B generates a divergence"
  let source = "Appendix B, first display"
  let statement = """
    f(u) = −(u + 1)·log(u/(u + 1)) + u·(1 − 2·log 2) − 1 generates an f-divergence: f(1) = 0 and f is convex, \
    f″(u) = 1/(u²(u + 1))
    """
  let hypotheses = ["u > 0"]

  var families: [any Statement] {
    [DivergenceStatement(form: .normalisation(1)), DivergenceStatement(form: .curvature(1))]
  }

  let isExhaustive = true

  var control: Control {
    Control(
      "f(2) = 0 and f″(u) = 2/(u²(u + 1))",
      families: [
        DivergenceStatement(form: .normalisation(2)), DivergenceStatement(form: .curvature(2)),
      ])
  }

  let remarks = ["The paper prints f only; f″ is derived here, and shows that f is convex."]

  let recorded = Verdict.proved
}

struct DescentOfDivergence: Claim {
  let id = "appendix-B-descent"
  let title = "Particles descend the divergence of appendix B"
  let source = "Appendix B, first paragraph, with the equation of section 2.2"
  let statement = """
    the steepest descent of D_f(p_data‖p_g) moves particles along r·f″(r)·∇r, which is ∇r/(r(1 + r))
    """
  let hypotheses = ["r = p_data/p_g > 0", "the discriminator is optimal"]

  var families: [any Statement] { [DivergenceStatement(form: .descent(1))] }

  let isExhaustive = true

  var control: Control {
    Control("twice that field", families: [DivergenceStatement(form: .descent(2))])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened,
        """
        the functional is D_f = 2·KL((p_data + p_g)/2 ‖ p_data): f(r) is (r + 1)·log((r + 1)/2r) up to \
        (1 − log 2)·(r − 1), which has no integral against p_g
        """,
        families: [DivergenceStatement(form: .functional(1))],
        control: Control(
          "twice that divergence", families: [DivergenceStatement(form: .functional(2))]),
        isExhaustive: true),
      Amendment(
        .generalised,
        """
        how fast: along the flow v = ∇d/d the divergence falls at the rate E‖v‖² over p_g, since \
        ⟨∇(f(r) − r·f′(r)), v⟩ = −‖v‖² at every point
        """,
        families: [DivergenceStatement(form: .dissipation(1))],
        control: Control(
          "at half that rate", families: [DivergenceStatement(form: .dissipation(2))]),
        isExhaustive: true),
    ]
  }

  let uses = ["appendix-B-divergence", "equation-2.2"]

  let remarks = [
    "The first variation of ∫ p_g·f(p_data/p_g) in p_g is f(r) − r·f′(r), taken by hand; the rest is algebra."
  ]

  let recorded = Verdict.proved
}

/// Identities of f, by Taylor series through its definition.
private struct DivergenceStatement: Statement {
  enum Form {
    /// f(point) = 0.
    case normalisation(Int)
    /// f″(u) = factor/(u²(u + 1)).
    case curvature(Int)
    /// r·f″(r) = factor/(r(1 + r)).
    case descent(Int)
    /// f(u) = factor·(u + 1)·log((u + 1)/2u) + (1 − log 2)·(u − 1).
    case functional(Int)
    /// factor·⟨∇(f(r) − r·f′(r)), v⟩ = −‖v‖² along ∇r, v = ∇r/(r(1 + r)).
    case dissipation(Int)
  }

  let form: Form

  var variables: [Variable] {
    let ratio = Variable("u", from: Rational(1, 1000), to: 1000, scale: .logarithmic)
    return switch form {
    case .normalisation: []
    case .dissipation: [ratio, Variable("∂r", from: -10, to: 10)]
    default: [ratio]
    }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    if case .normalisation = form { return [] }
    return [Hypothesis("u > 0", positive: instance["u"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    switch form {
    case .normalisation(let point):
      return .equal([
        (left: S(1) + NonSaturatingDivergence.generator(S(point)), right: S(1))
      ])
    case .curvature(let factor):
      let u = instance["u"]
      let curvature = NonSaturatingDivergence.generator(Jet.variable(at: u, order: 2)).derivative(2)
      return .equal([(left: curvature, right: S(factor) / (u.squared * (u + S(1))))])
    case .descent(let factor):
      let r = instance["u"]
      return .equal([
        (
          left: NonSaturatingDivergence.descentFactor(at: r),
          right: S(factor) / (r * (S(1) + r))
        )
      ])
    case .functional(let factor):
      let u = instance["u"]
      let (one, log2) = (S(1), S.log(S(2)))
      let relative = (u + one) * (S.log((u + one) / u) - log2)
      return .equal([
        (
          left: NonSaturatingDivergence.generator(u),
          right: S(factor) * relative + (one - log2) * (u - one)
        )
      ])
    case .dissipation(let factor):
      let slope = instance["∂r"]
      let ratio = Jet(coefficients: [instance["u"], slope])
      // f′ as a series in x, by the derivative of f in its own argument.
      let marginal = NonSaturatingDivergence.generator(Jet.variable(at: ratio, order: 1))
        .derivative(1)
      let variation = NonSaturatingDivergence.generator(ratio) - ratio * marginal
      let velocity = slope / (ratio.value * (S(1) + ratio.value))
      return .equal([
        (left: S(factor) * variation.derivative(1) * velocity, right: -velocity.squared)
      ])
    }
  }
}
