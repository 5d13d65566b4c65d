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
  }

  let form: Form

  var variables: [Variable] {
    if case .normalisation = form { return [] }
    return [Variable("u", from: Rational(1, 1000), to: 1000, scale: .logarithmic)]
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
    }
  }
}
