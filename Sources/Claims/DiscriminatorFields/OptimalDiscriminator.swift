import ClaimKit
import RealModule
import Scalars

struct OptimalDiscriminator: Claim {
  let id = "equation-2.2-optimal"
  let title = "The optimal discriminator"
  let source = "Section 2.2, before the displayed equation"
  let statement = """
    V(d) = p_data·log d + p_g·log(1 − d) is greatest at d_* = p_data/(p_data + p_g); judged through \
    V′(d) = (p_data + p_g)·(d_* − d)/(d·(1 − d)), which is positive below d_* and negative above
    """
  let hypotheses = ["p_data > 0 and p_g > 0 at the point", "0 < d < 1"]

  var families: [any Statement] { [ObjectiveStatement(form: .slope(factor: 1))] }

  let isExhaustive = true

  var control: Control {
    Control("twice that slope", families: [ObjectiveStatement(form: .slope(factor: 2))])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened,
        """
        V(d_*) − V(d) ≥ 2·(p_data + p_g)·(d − d_*)²: the maximum is unique; no factor above 2 does, since the \
        quotient of the sides tends to 1 for p_data = p_g and d → ½
        """,
        families: [ObjectiveStatement(form: .gap(factor: 2))],
        control: Control(
          "the factor 3 in place of 2", families: [ObjectiveStatement(form: .gap(factor: 3))]))
    ]
  }

  let remarks = [
    "Where only p_g vanishes V increases up to d = 1, where only p_data does it decreases from d = 0: the formula gives these ends; where both vanish every d is optimal."
  ]

  let recorded = Verdict.proved
}

/// V as a function of d = e/(1 + e), e > 0.
private struct ObjectiveStatement: Statement {
  enum Form {
    /// V′(d) = factor·(p + q)·(d_* − d)/(d(1 − d)).
    case slope(factor: Int)
    /// V(d_*) − V(d) ≥ factor·(p + q)·(d − d_*)².
    case gap(factor: Int)
  }

  let form: Form

  var variables: [Variable] {
    [
      Variable("p_data", from: Rational(1, 100), to: 100, scale: .logarithmic),
      Variable("p_g", from: Rational(1, 100), to: 100, scale: .logarithmic),
      Variable("d/(1−d)", from: Rational(1, 100), to: 100, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("p_data > 0", positive: instance["p_data"]),
      Hypothesis("p_g > 0", positive: instance["p_g"]),
      Hypothesis("0 < d < 1", positive: instance["d/(1−d)"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (p, q, odds) = (instance["p_data"], instance["p_g"], instance["d/(1−d)"])
    let (d, rest) = (odds / (S(1) + odds), S(1) / (S(1) + odds))
    let (optimal, optimalRest) = (p / (p + q), q / (p + q))
    switch form {
    case .slope(let factor):
      let rising = Jet(constant: p) * .log(Jet.variable(at: d, order: 1))
      let falling = Jet(constant: q) * .log(Jet(coefficients: [rest, S(-1)]))
      return .equal([
        (
          left: S(factor) * (p + q) * (optimal - d) / (d * rest),
          right: (rising + falling).derivative(1)
        )
      ])
    case .gap(let factor):
      let gap = p * S.log(optimal / d) + q * S.log(optimalRest / rest)
      return .atLeast(gap, S(factor) * (p + q) * (d - optimal).squared)
    }
  }
}
