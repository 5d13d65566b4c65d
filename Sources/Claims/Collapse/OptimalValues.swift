import ClaimKit
import RealModule
import Scalars

struct OptimalValues: Claim {
  let id = "figure-11"
  let title = "The optimal discriminator is 1/2 at the modes and less elsewhere"
  let source = "Appendix G.1 and Figure 11; section 4.1, second paragraph"
  let statement = """
    a discriminator trained until optimal has values from 1/2 at the modes down to 0 far from them; judged as: an \
    optimal d is at most 1/2 on each of three regions, whatever p_g ≠ p_data is
    """
  let hypotheses = ["d = p_data/(p_data + p_g) on each region", "p_g ≠ p_data"]

  var families: [any Statement] { [GreatestValueStatement(greatest: Rational(1, 2))] }

  var control: Control {
    Control("at most 2/5", families: [GreatestValueStatement(greatest: Rational(2, 5))])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        the mean of 1/d over real data is 2 for every p_g: a d that is optimal and below 1/2 somewhere is above 1/2 \
        somewhere else
        """,
        families: [MeanStatement(factor: 1)],
        control: Control("it is 4", families: [MeanStatement(factor: 2)]), isExhaustive: true)
    ]
  }

  let remarks = [
    "d ≤ 1/2 means p_g ≥ p_data; two densities have the same mass, so that this holds everywhere only for p_g = p_data.",
    "By the same identity Assumption 4.1, d ≤ 1/2 everywhere, is no optimal discriminator's.",
    "The appendix names no p_g. A trained network that shows such values is not optimal for any.",
    "The mean is judged for three regions, any masses; for densities it is ∫(p_data + p_g).",
  ]

  let uses = ["equation-2.2-optimal", "assumption-4.1"]

  let defect: Defect? = Defect(
    .argument,
    """
    No optimal discriminator is 1/2 at the modes and smaller elsewhere: the mean of 1/d over real data is always 2. \
    Figure 11 cannot show an optimal one.
    """)

  let checkByHand: String? =
    "p_data = (½, ½), p_g = (¼, ¾): d = (2/3, 2/5), and ½·(3/2) + ½·(5/2) = 2"

  let recorded = Verdict.refuted
}

private let odds = ["p1", "p2", "q1", "q2"].map {
  Variable("\($0)/\($0.prefix(1))3", from: Rational(1, 20), to: 20, scale: .logarithmic)
}

private func positive<S: Scalar>(_ instance: Assignment<S>) -> [Hypothesis<S>] {
  odds.map { Hypothesis("\($0.name) > 0", positive: instance[$0.name]) }
}

/// Masses of three regions, of p_data and of p_g.
private func masses<S: Scalar>(_ instance: Assignment<S>) -> [(data: S, generated: S)] {
  func shares(_ name: String) -> [S] {
    let parts = [instance["\(name)1/\(name)3"], instance["\(name)2/\(name)3"], S(1)]
    let sum = parts[0] + parts[1] + parts[2]
    return parts.map { $0 / sum }
  }
  return zip(shares("p"), shares("q")).map { ($0, $1) }
}

private struct GreatestValueStatement: Statement {
  let greatest: Rational

  var variables: [Variable] { odds }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let first = instance["p1/p3"] - instance["q1/q3"]
    return positive(instance) + [Hypothesis("p_g ≠ p_data", positive: first.squared)]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let values = masses(instance).map { $0.data / ($0.data + $0.generated) }
    return .atLeast(S(greatest), S.larger(values[0], S.larger(values[1], values[2])))
  }
}

private struct MeanStatement: Statement {
  let factor: Int

  var variables: [Variable] { odds }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { positive(instance) }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let mean = masses(instance).reduce(S.zero) {
      $0 + $1.data / ($1.data / ($1.data + $1.generated))
    }
    return .equal([(left: mean, right: S(2 * factor))])
  }
}
