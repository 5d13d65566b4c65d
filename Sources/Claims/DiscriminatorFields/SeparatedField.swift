import ClaimKit
import GANTheory
import Scalars

struct SeparatedField: Claim {
  let id = "proposition-C.4"
  let title = "Density ratio for modes far apart"
  let source = "Proposition C.4, appendix C.3"
  let statement = """
    r(x) = (15/4)·Σ exp(−(29/6)·‖x − (30m − 3)/29‖² + (5/29)·‖m − 3‖²) and \
    ∇r(x) = −(145/4)·Σ exp(…)·(x − (30m − 3)/29), over the four modes m = (±3, ±3)
    """
  let hypotheses = [
    "p_data is the equal mixture of N((±3, ±3), 0.1·I)", "p_g = N((3, 3), 3·I)", "x ∈ ℝ²",
  ]

  var families: [any Statement] {
    [RatioStatement(configuration: .separated, printed: printed)]
  }

  var control: Control { ratioControl(.separated, of: printed) }

  var amendments: [Amendment] {
    let doubled = printed.scaled(by: 2)
    return [
      Amendment(
        .corrected,
        "both constants are twice the printed ones: r has 15/2 and ∇r has −145/2",
        families: [RatioStatement(configuration: .separated, printed: doubled)],
        control: ratioControl(.separated, of: doubled))
    ]
  }

  let uses = ["proposition-C.4-proof", "equation-2.2"]

  let defect: Defect? = Defect(
    .presentation,
    """
    Both constants are half of what they should be, which changes the weight 1/(1 + r) of the velocity by up to a \
    factor of two where r is large, at all modes.
    """)

  let checkByHand: String? =
    """
    x = (3, 3): p_data ≈ 1/(0.8π) and p_g = 1/(6π), so that r ≈ 6/0.8 = 7.5; printed is 15/4 = 3.75
    """

  let recorded = Verdict.refuted

  private var printed: PrintedRatio { TableTwoCase.separated.printedRatio }
}
