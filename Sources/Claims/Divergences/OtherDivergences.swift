import ClaimKit
import GANTheory
import RealModule
import Scalars

struct PrintedDivergence: Claim {
  let id = "appendix-H-divergence"
  let title = "The divergence of appendix H"
  let source = "Appendix H, first display"
  let statement = """
    D_f(Q‖p_data) = ∫ p_data·f(p_data/Q) is an f-divergence; judged as: it is not negative, on two points, for the \
    usual generators f with f(1) = 0
    """
  let hypotheses = ["f is convex with f(1) = 0", "p_data and Q are probabilities"]

  var families: [any Statement] {
    DivergenceGenerator.normalised.map { TwoPointStatement($0, form: .printedIsPositive) }
  }

  var control: Control {
    Control(
      "the corrected form is negative for the KL divergence",
      families: [TwoPointStatement(.kullbackLeibler, form: .isNegative)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        ∫ Q·f(p_data/Q) is not negative (Jensen). With f as the function of p_data/Q it is D_f(p_data‖Q) of f-GAN: \
        weight and order of the arguments are exchanged
        """,
        families: DivergenceGenerator.normalised.map { TwoPointStatement($0, form: .isPositive) },
        control: control),
      Amendment(
        .sharpened, "for f = −log u the printed integral is −KL(p_data‖Q), never positive",
        families: [TwoPointStatement(.reverseKullbackLeibler, form: .printedIsOpposite)],
        control: Control(
          "it is KL(p_data‖Q)",
          families: [TwoPointStatement(.reverseKullbackLeibler, form: .printedIsSame)]),
        isExhaustive: true),
    ]
  }

  let remarks = [
    "f-GAN defines D_f(P‖Q) = ∫ q·f(p/q), P the data. D_f(Q‖p_data) would be ∫ p_data·f(Q/p_data): as printed either the weight or the argument of f is the other one.",
    "A one-letter slip, which may be one of transcription; the bound displayed next is one of ∫ Q·f(p_data/Q).",
  ]

  let defect: Defect? = Defect(
    .presentation,
    "Weighted with p_data instead of Q the integral is no divergence: it is negative for the reverse KL generator."
  )

  let checkByHand: String? =
    "f = −log u, p_data = (½, ½), Q = (¼, ¾): −½·log 2 − ½·log(2/3) = −½·log(4/3) < 0"

  let recorded = Verdict.refuted
}

struct PrintedVariationalBound: Claim {
  let id = "appendix-H-variational-bound"
  let title = "The variational lower bound of appendix H"
  let source = "Appendix H, second display"
  let statement = """
    F = E_{p_data}[g_f(V)] − E_Q[f*(g_f(V))] is a lower bound of the printed divergence ∫ p_data·f(p_data/Q), for \
    every V; judged on two points, with g_f(V) = f′(w) for any w > 0 there
    """
  let hypotheses = ["f is convex", "g_f(V) has values where f* is finite"]

  var families: [any Statement] {
    DivergenceGenerator.normalised.map { TwoPointStatement($0, form: .boundsPrinted) }
  }

  var control: Control {
    Control(
      "the corrected bound exceeds half of the divergence everywhere",
      families: [TwoPointStatement(.kullbackLeibler, form: .isTight)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected, "it is a lower bound of ∫ Q·f(p_data/Q), attained for g_f(V) = f′(p_data/Q)",
        families: DivergenceGenerator.allCases.map { TwoPointStatement($0, form: .bounds) }
          + DivergenceGenerator.allCases.map { TwoPointStatement($0, form: .attained) },
        control: control)
    ]
  }

  let remarks = [
    "As T runs through the values of f′, Fenchel's inequality is f(r) ≥ f(w) + f′(w)·(r − w)."
  ]

  let uses = ["appendix-H-divergence"]

  let defect: Defect? = Defect(
    .presentation,
    "The bound is one of ∫ Q·f(p_data/Q), not of the integral that is displayed before it.")

  let checkByHand: String? =
    "f = −log u, p_data = (½, ½), Q = (¼, ¾), w = 1: F = −1 + 1 = 0 > −½·log(4/3)"

  let recorded = Verdict.refuted
}

struct UpdateOfOtherDivergences: Claim {
  let id = "appendix-H-update"
  let title = "Particle update of other divergence GANs"
  let source = "Appendix H, general methodology"
  let statement = """
    descending −E_Q[g_f(V)] moves particles by g_f′(V)·∇V; judged as: ∇(g_f(V)) = g_f′(V)·∇V for the six usual \
    generators and any V with a derivative
    """
  let hypotheses = ["V is differentiable", "g_f is f-GAN's activation"]

  var families: [any Statement] {
    DivergenceGenerator.allCases.map { UpdateStatement(divergence: $0, form: .chainRule(1)) }
  }

  var isExhaustive: Bool { true }

  var control: Control {
    Control(
      "twice that", families: [UpdateStatement(divergence: .vanilla, form: .chainRule(2))])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened,
        """
        at the optimal V it is f″(r)·∇r: ∇r/r for KL, ∇r/r² for reverse KL, ∇r/(r(1 + r)) for Jensen–Shannon and \
        vanilla GAN (which is NSGAN's), 2·∇r for Pearson's χ², ∇r/(2r^(3/2)) for squared Hellinger
        """,
        families: DivergenceGenerator.allCases.map {
          UpdateStatement(divergence: $0, form: .optimal(1))
        },
        control: Control(
          "twice that", families: [UpdateStatement(divergence: .pearson, form: .optimal(2))]),
        isExhaustive: true),
      Amendment(
        .generalised,
        """
        this is not the steepest descent of D_f, which is r·f″(r)·∇r, but of D_h with h″ = f″/r: the variant with the \
        generator of KL descends D_h with h = −log u, and that of the vanilla GAN descends appendix B's divergence
        """,
        families: [
          UpdateStatement(divergence: .kullbackLeibler, form: .descended),
          UpdateStatement(divergence: .vanilla, form: .descended),
        ],
        control: Control(
          "KL's variant descends KL",
          families: [UpdateStatement(divergence: .kullbackLeibler, form: .itself)]),
        isExhaustive: true),
    ]
  }

  let remarks = [
    "The step size of Algorithm 1 is missing: as printed s = 1.",
    "Only the discriminator's objective is that of D_f; the variant of the generator's changes the divergence that is descended.",
  ]

  let uses = ["appendix-B-descent"]

  let recorded = Verdict.proved
}

struct NonSaturatingSpecialCase: Claim {
  let id = "appendix-H-nonsaturating"
  let title = "NSGAN as a case of appendix H"
  let source = "Appendix H, fitting phase"
  let statement = """
    g_f′(V)·∇V stands in place of ∇d/d; judged as: for the vanilla generator and its optimal V the two are equal, \
    ∇r/(r(1 + r))
    """
  let hypotheses = ["V is optimal", "g_f(v) = −log(1 + exp(−v))"]

  var families: [any Statement] {
    [UpdateStatement(divergence: .vanilla, form: .nonSaturating(1))]
  }

  let isExhaustive = true

  var control: Control {
    Control(
      "half of it", families: [UpdateStatement(divergence: .vanilla, form: .nonSaturating(2))])
  }

  let uses = ["appendix-H-update", "equation-2.2"]

  let recorded = Verdict.proved
}

extension DivergenceGenerator {
  /// Those with f(1) = 0.
  fileprivate static var normalised: [DivergenceGenerator] { allCases.filter { $0 != .vanilla } }
}

/// Inequalities between two distributions on two points.
private struct TwoPointStatement: Statement {
  enum Form {
    case printedIsPositive
    case isPositive
    case isNegative
    /// Printed = −Σ p·log(p/q), and + it.
    case printedIsOpposite
    case printedIsSame
    case boundsPrinted
    case bounds
    /// The bound at w = p/q is the divergence.
    case attained
    case isTight
  }

  let divergence: DivergenceGenerator
  let form: Form

  init(_ divergence: DivergenceGenerator, form: Form) {
    self.divergence = divergence
    self.form = form
  }

  var variables: [Variable] {
    let pair = ["p", "q"].map {
      Variable("odds of \($0)", from: Rational(1, 20), to: 20, scale: .logarithmic)
    }
    switch form {
    case .boundsPrinted, .bounds, .isTight:
      return pair
        + ["w₁", "w₂"].map { Variable($0, from: Rational(1, 20), to: 20, scale: .logarithmic) }
    case .printedIsPositive, .isPositive, .isNegative, .printedIsOpposite, .printedIsSame,
      .attained:
      return pair
    }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    ["odds of p", "odds of q"].map { Hypothesis("\($0) > 0", positive: instance[$0]) }
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (p, q) = (instance["odds of p"], instance["odds of q"])
    let (data, generated) = (p / (S(1) + p), q / (S(1) + q))
    let pair = TwoPointDivergence(divergence, data: data, generated: generated)
    func relativeEntropy() -> S {
      zip(pair.data, pair.generated).reduce(S.zero) { $0 + $1.0 * S.log($1.0 / $1.1) }
    }
    switch form {
    case .printedIsPositive: return .atLeast(pair.printed, .zero)
    case .isPositive: return .atLeast(pair.divergence, .zero)
    case .isNegative: return .atLeast(.zero, pair.divergence)
    case .printedIsOpposite: return .equal([(left: pair.printed, right: -relativeEntropy())])
    case .printedIsSame: return .equal([(left: pair.printed, right: relativeEntropy())])
    case .attained:
      let ratios = zip(pair.data, pair.generated).map { $0 / $1 }
      return .equal([
        (left: pair.objective(atRatios: ratios), right: pair.divergence)
      ])
    case .boundsPrinted, .bounds, .isTight:
      let objective = pair.objective(atRatios: [instance["w₁"], instance["w₂"]])
      switch form {
      case .boundsPrinted: return .atLeast(pair.printed, objective)
      case .isTight: return .atLeast(objective, pair.divergence / S(2))
      default: return .atLeast(pair.divergence, objective)
      }
    }
  }
}

/// Fields of a divergence as factors of ∇V or ∇r.
private struct UpdateStatement: Statement {
  enum Form {
    /// (g_f(V))′ = factor·g_f′(V)·V′.
    case chainRule(Int)
    /// At the optimal V: the tabulated multiple of ∇r, over the divisor.
    case optimal(Int)
    /// The field is r·h″(r)·∇r for the stated h.
    case descended
    /// The field is r·f″(r)·∇r for f itself.
    case itself
    /// divisor·∇d/d.
    case nonSaturating(Int)
  }

  let divergence: DivergenceGenerator
  let form: Form

  var variables: [Variable] {
    if case .chainRule = form {
      return [Variable("V", from: -3, to: 3), Variable("V′", from: -3, to: 3)]
    }
    return [
      Variable("r", from: Rational(1, 100), to: 100, scale: .logarithmic),
      Variable("r′", from: -10, to: 10),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    if case .chainRule = form { return [] }
    return [Hypothesis("r > 0", positive: instance["r"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    if case .chainRule(let factor) = form {
      let (value, slope) = (instance["V"], instance["V′"])
      let own = divergence.activation(Jet.variable(at: value, order: 1)).derivative(1)
      let composed = divergence.activation(Jet(coefficients: [value, slope])).derivative(1)
      return .equal([(left: S(factor) * own * slope, right: composed)])
    }
    let (r, slope) = (instance["r"], instance["r′"])
    let output = divergence.optimalOutput(at: Jet(coefficients: [r, slope]))
    let own = divergence.activation(Jet.variable(at: output.value, order: 1)).derivative(1)
    let field = own * output.derivative(1)
    switch form {
    case .chainRule: return nil
    case .optimal(let factor):
      return .equal([(left: field, right: S(factor) * tabulated(at: r) * slope)])
    case .descended:
      return .equal([(left: field, right: r * descendedCurvature(at: r) * slope)])
    case .itself:
      return .equal([
        (
          left: field,
          right: r * divergence.value(at: Jet.variable(at: r, order: 2)).derivative(2) * slope
        )
      ])
    case .nonSaturating(let divisor):
      let ratio = Jet(coefficients: [r, slope])
      let velocity = Jet.log(ratio / (Jet(1) + ratio)).derivative(1)
      return .equal([(left: S(divisor) * field, right: velocity)])
    }
  }

  /// f″(r) as the statement lists it.
  private func tabulated<S: Scalar>(at r: S) -> S {
    switch divergence {
    case .kullbackLeibler: S(1) / r
    case .reverseKullbackLeibler: S(1) / r.squared
    case .jensenShannon, .vanilla: S(1) / (r * (S(1) + r))
    case .pearson: S(2)
    case .squaredHellinger: S(1) / (S(2) * r * S.sqrt(r))
    }
  }

  /// h″(r): of −log u for KL, of appendix B's function for the vanilla GAN.
  private func descendedCurvature<S: Scalar>(at r: S) -> S {
    let x = Jet.variable(at: r, order: 2)
    return divergence == .kullbackLeibler
      ? DivergenceGenerator.reverseKullbackLeibler.value(at: x).derivative(2)
      : NonSaturatingDivergence.generator(x).derivative(2)
  }
}
