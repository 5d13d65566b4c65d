import ClaimKit
import GANTheory

struct CoveringField: Claim {
  let id = "proposition-C.2"
  let title = "Density ratio for particles spread over a box"
  let source = "Proposition C.2, appendix C.3"
  let statement = """
    r(x) = (20/π)·Σ exp(−5·‖x − m‖²)·1[x ∈ [−2, 2]²] and \
    ∇r(x) = −(200/π)·Σ exp(…)·(x − m)·1[x ∈ [−2, 2]²], over the four modes m = (±1, ±1)
    """
  let hypotheses = [
    "p_data is the equal mixture of N((±1, ±1), 0.1·I)", "p_g = U([−2, 2]²)", "x ∈ ℝ²",
  ]

  var families: [any Statement] {
    [ImpliedDiscriminatorStatement(configuration: .covering, printed: printed)]
  }

  var control: Control { ratioControl(.covering, of: printed) }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        "the printed r and ∇r hold where p_g > 0, inside the box; outside it r is infinite and d = 1",
        families: [
          RatioStatement(configuration: .covering, printed: printed, isInsideBox: true)
        ],
        control: control)
    ]
  }

  let remarks = [
    "Outside the box p_g = 0 < p_data, so that r = p_data/p_g is infinite; the printed indicator makes it 0.",
    "Judged through d = r/(1 + r), which both readings define everywhere.",
    "Particles start inside the box, so that the fields of Figure 2 are not affected there.",
  ]

  let uses = ["proposition-C.2-proof", "equation-2.2"]

  let defect: Defect? = Defect(
    .presentation,
    """
    The indicator belongs to p_g, in the denominator: outside the box r is infinite and d = 1, not r = 0 and d = 0.
    """)

  let checkByHand: String? =
    "x = (3, 0): p_g = 0 < p_data, so that d = p_data/(p_data + 0) = 1; the printed r = 0 gives d = 0"

  let recorded = Verdict.refuted

  private var printed: PrintedRatio { TableTwoCase.covering.printedRatio }
}
