import ClaimKit
import GANTheory
import Scalars

struct SeparatedFieldDiscussion: Claim {
  let id = "proposition-C.4-discussion"
  let title = "Where the vectors of the last case point"
  let source = "Closing discussion of Proposition C.4, appendix C.3"
  let statement = """
    ∇r is a weighted sum of vectors from x towards (±27/29 or −33/29 on each axis): \
    27/29 for the modes at 3 and −33/29 for those at −3
    """
  let hypotheses = ["p_data and p_g are those of Proposition C.4"]

  var families: [any Statement] {
    [CentreStatement(towards: [3: Rational(27, 29), -3: Rational(-33, 29)])]
  }

  var control: Control {
    Control(
      "centres at the modes themselves, 3 and −3", families: [CentreStatement(towards: [-3: -3])])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected, "the vectors point to 3 for the modes at 3, and to −93/29 for those at −3",
        families: [CentreStatement(towards: [3: 3, -3: Rational(-93, 29)])], control: control)
    ]
  }

  let remarks = ["27/29 and −33/29 are (30m − 3)/29 at m = ±1, the modes of the other cases."]

  let uses = ["proposition-C.4"]

  let defect: Defect? = Defect(
    .interpretation,
    """
    The centres were computed with modes at ±1 instead of ±3. In the first quadrant the field points to (3, 3), not \
    to (27/29, 27/29), where there are no data.
    """)

  let checkByHand: String? = "(30·3 − 3)/29 = 87/29 = 3, not 27/29; (30·(−3) − 3)/29 = −93/29"

  let recorded = Verdict.refuted
}

/// The centre (30m − 3)/29 that the printed closed form gives to a mode coordinate m, by completing
/// the square: the vertex −f′(0)/f″(0) of the exponent f(x) = −5(x − m)² + (x − 3)²/6.
private struct CentreStatement: Statement {
  /// Mode coordinate to centre.
  let towards: [Rational: Rational]

  var variables: [Variable] { [] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .equal(
      towards.sorted { $0.key < $1.key }.map { mode, centre in
        let x = Jet<S>.variable(at: .zero, order: 2)
        let exponent = Jet(-5) * (x - Jet(mode)).squared + (x - Jet(3)).squared / Jet(6)
        return (left: S(centre), right: -exponent.derivative(1) / exponent.derivative(2))
      })
  }
}
