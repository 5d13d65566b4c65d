import ClaimKit
import GANTheory

struct ConcentratedField: Claim {
  let id = "proposition-C.1"
  let title = "Density ratio for particles at the origin"
  let source = "Proposition C.1, appendix C.3"
  let statement = """
    r(x) = ½·Σ exp(−2.5·‖x − 2m‖² + 5·‖m‖²) and \
    ∇r(x) = −(5/2)·Σ exp(…)·(x − 2m), over the four modes m = (±1, ±1)
    """
  let hypotheses = [
    "p_data is the equal mixture of N((±1, ±1), 0.1·I)", "p_g = N((0, 0), 0.2·I)", "x ∈ ℝ²",
  ]

  var families: [any Statement] {
    [RatioStatement(configuration: .concentrated, printed: TableTwoCase.concentrated.printedRatio)]
  }

  var control: Control { ratioControl(.concentrated, of: TableTwoCase.concentrated.printedRatio) }

  let uses = ["proposition-C.1-proof", "equation-2.2"]

  let recorded = Verdict.proved
}
