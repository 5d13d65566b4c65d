import ClaimKit
import GANTheory

struct SingleModeField: Claim {
  let id = "proposition-C.3"
  let title = "Density ratio for particles around one mode"
  let source = "Proposition C.3, appendix C.3"
  let statement = """
    r(x) = (5/2)·Σ exp(−(9/2)·‖x − (10m − 1)/9‖² + (5/9)·‖m − 1‖²) and \
    ∇r(x) = −(45/2)·Σ exp(…)·(x − (10m − 1)/9), over the four modes m = (±1, ±1)
    """
  let hypotheses = [
    "p_data is the equal mixture of N((±1, ±1), 0.1·I)", "p_g = N((1, 1), I)", "x ∈ ℝ²",
  ]

  var families: [any Statement] {
    [RatioStatement(configuration: .singleMode, printed: TableTwoCase.singleMode.printedRatio)]
  }

  var control: Control { ratioControl(.singleMode, of: TableTwoCase.singleMode.printedRatio) }

  let uses = ["proposition-C.3-proof", "equation-2.2"]

  let recorded = Verdict.proved
}
