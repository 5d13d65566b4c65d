import ClaimKit
import GANTheory
import RealModule
import Scalars

struct StoppingInFitting: Claim {
  let id = "algorithm-2-fitting"
  let title = "The gradient criterion does not hold in the fitting phase"
  let source = "Algorithm 2, line 5, and section 4.3, against Table 2"
  let statement = """
    q_d > k_d/2σ tells collapse from fitting; judged as: in the four configurations by which section 3.1 describes \
    the fitting phase at most 1/m of the particles have ‖∇d/d‖ > k_d/2σ, so that q_d does not exceed it
    """
  let hypotheses = [
    "d is optimal", "m = 4, and k_d is the distance of adjacent modes: 2, in case 4 6",
    "σ² = 0.1, p_data and p_g as in Table 2",
  ]

  var families: [any Statement] {
    TableTwoCase.allCases.map { ExceedingStatement(configuration: $0, form: .atMost(1)) }
  }

  var control: Control {
    Control(
      "at most 1/2m have twice that length",
      families: TableTwoCase.allCases.map {
        ExceedingStatement(configuration: $0, form: .atMostHalfShare)
      })
  }

  let isExhaustive = true

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        "more than 1/m of the particles exceed twice the threshold in each of the four: q_d > k_d/σ",
        families: TableTwoCase.allCases.map {
          ExceedingStatement(configuration: $0, form: .atLeast(2))
        },
        control: Control(
          "more than 1/m exceed ten times the threshold",
          families: TableTwoCase.allCases.map {
            ExceedingStatement(configuration: $0, form: .atLeast(10))
          }),
        isExhaustive: true)
    ]
  }

  let remarks = [
    "q_d is 11.2, 8.4, 11.2 and 26.5 in cases 1 to 4 (by quadrature), the threshold 3.2, 3.2, 3.2 and 9.5.",
    "Only the warm-up keeps Algorithm 2 from stopping at once; the criterion itself does not tell the phases apart.",
    "With an optimal d ‖∇d/d‖ is large where p_g is and p_data is not, that is in fitting, and 0 once p_g = p_data.",
    "A trained network's ‖∇d/d‖ may be smaller than the optimal one's; section 3.1 and Figure 2 are about the optimal one.",
    "With the variance 0.0125 of appendix F.2 the contrast is greater: the lengths grow like 1/σ², the threshold like 1/σ.",
  ]

  let uses = ["table-2", "algorithm-2-scale"]

  let defect: Defect? = Defect(
    .argument,
    """
    With an optimal discriminator ‖∇d/d‖ exceeds k_d/2σ for most particles in all four configurations of Table 2: \
    there Algorithm 2 would stop. A crossing does not mark the end of fitting.
    """)

  let checkByHand: String? = """
    case 4, T = 6/(2·√0.1) = 9.5: at (3 + u, 3 + v), u² + v² ≥ 1.5, ‖∇log r‖ = (29/3)·√(u² + v²) ≥ 11.8 beside the \
    mode, r ≤ 7.5·exp(−7.25) < 0.01; e^(−1.5/6) = 78% of the particles are that far out, at most 9% in other quadrants
    """

  let recorded = Verdict.refuted
}

/// The share of p_g with ‖∇d/d‖ above a multiple of k_d/2σ, from below.
private struct ExceedingStatement: Statement {
  enum Form {
    /// At most 1/4 exceeds so many times the threshold.
    case atMost(Int)
    /// At most 1/8 exceeds twice the threshold.
    case atMostHalfShare
    /// At least 1/4 does.
    case atLeast(Int)
  }

  let configuration: TableTwoCase
  let form: Form

  var variables: [Variable] { [] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let rule = StoppingRule(
      modeDistance: S(2) * S(configuration.modeOffset),
      standardDeviation: S.sqrt(S(configuration.dataVariance)))
    func share(_ multiple: Int) -> S {
      TableTwoField<S>(configuration).shareExceeding(
        S(multiple) * rule.gradientThreshold, cells: 64)
    }
    switch form {
    case .atMost(let multiple): return .atLeast(S(Rational(1, 4)), share(multiple))
    case .atMostHalfShare: return .atLeast(S(Rational(1, 8)), share(2))
    case .atLeast(let multiple): return .atLeast(share(multiple), S(Rational(1, 4)))
    }
  }
}
