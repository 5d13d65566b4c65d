import ClaimKit
import GANTheory
import RealModule
import Scalars

struct PerfectDistinction: Claim {
  let id = "appendix-D.1-distinction"
  let title = "The optimal discriminator tells real from generated perfectly"
  let source = "Appendix D.1, last paragraph"
  let statement = """
    with f ≡ 1 the discriminator distinguishes real from generated samples perfectly; judged as: it errs with \
    probability 0, for p_data = N(δ/2, 1), p_g = N(−δ/2, 1)
    """
  let hypotheses = ["the discriminator is optimal"]

  var families: [any Statement] { [ErrorStatement(form: .zero)] }

  var control: Control {
    Control("a shifted threshold errs less", families: [ErrorStatement(form: .shiftedIsBetter)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        it errs least of all discriminators, with probability ½·∫min(p_data, p_g), here 1 − Φ(δ/2), and ½ once \
        p_g = p_data; judged against all other thresholds
        """,
        families: [ErrorStatement(form: .shiftedIsWorse)],
        control: Control(
          "by a tenth at least", families: [ErrorStatement(form: .shiftedIsMuchWorse)]))
    ]
  }

  let uses = ["equation-2.2-optimal", "appendix-D.1"]

  let defect: Defect? = Defect(
    .presentation,
    "Optimal is not perfect: where the densities overlap every discriminator errs, and d_* = ½ at the end."
  )

  let checkByHand: String? = "p_g = p_data: d_* = ½ everywhere, right as often as a coin"

  let recorded = Verdict.refuted
}

/// The error of the test 'real if x > t': ½·(Φ(t − δ/2) + 1 − Φ(t + δ/2)).
private struct ErrorStatement: Statement {
  enum Form {
    case zero
    case shiftedIsBetter
    case shiftedIsWorse
    case shiftedIsMuchWorse
  }

  let form: Form

  var variables: [Variable] {
    let distance = Variable("δ", from: 0, to: 8)
    if case .zero = form { return [distance] }
    return [distance, Variable("t", from: -3, to: 3)]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("δ ≥ 0", nonNegative: instance["δ"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let half = instance["δ"] / S(2)
    let optimal = S.normalUpperTail(half)
    if case .zero = form { return .atLeast(.zero, optimal) }
    let threshold = instance["t"]
    let shifted =
      (S.normalUpperTail(half - threshold) + S.normalUpperTail(half + threshold)) / S(2)
    return switch form {
    case .zero, .shiftedIsBetter: .atLeast(optimal, shifted)
    case .shiftedIsWorse: .atLeast(shifted, optimal)
    case .shiftedIsMuchWorse: .atLeast(shifted, S(Rational(11, 10)) * optimal)
    }
  }
}

struct TypicalRatio: Claim {
  let id = "proposition-D.1-remark-small-ratio"
  let title = "The ratio is typically small where particles are"
  let source = "Remarks after Proposition D.1, appendix D.2"
  let statement = """
    in the fitting phase r(x) is typically small for x ~ p_g; judged as: at least half of the particles have \
    r < 1/10, in case 2 of Table 2
    """
  let hypotheses = ["p_data and p_g are those of case 2"]

  var families: [any Statement] { [RatioShareStatement(form: .covering(Rational(1, 2)))] }

  var control: Control {
    Control(
      "at least nine tenths in case 1",
      families: [RatioShareStatement(form: .concentrated(Rational(9, 10)))])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected, "in case 1, at initialisation, at least half of the particles have r < 1/10",
        families: [RatioShareStatement(form: .concentrated(Rational(1, 2)))], control: control),
      Amendment(
        .sharpened,
        """
        r has mean 1 over the particles wherever p_g > 0: Σ q·(p/q) = 1. It cannot be small for all of them, and as \
        p_g fits p_data it tends to 1
        """,
        families: [MeanRatioStatement(mean: 1)],
        control: Control("mean 2", families: [MeanRatioStatement(mean: 2)]), isExhaustive: true),
    ]
  }

  let remarks = [
    "The bounds: in case 2 r ≥ 1/10 on the four discs of squared radius log(200/π)/5 about the modes, which is 65% of the box; in case 1 r < 1/10 within 2√2 − √((10 + log 20)/2.5) of 0.",
    "The mean is judged for three atoms, any weights; for densities it is ∫p_data = 1.",
  ]

  let uses = ["proposition-C.1", "proposition-C.2", "proposition-D.1"]

  let defect: Defect? = Defect(
    .interpretation,
    """
    r averages to 1 over the particles. In case 2 of the fitting phase two thirds of them have r > 1/10; the \
    restriction r < δ of Proposition D.1 excludes more of them the better p_g fits.
    """)

  let checkByHand: String? =
    "case 2: the discs have area 4π·log(200/π)/5 ≈ 10.4 of the box's 16: 65% of the particles have r ≥ 1/10"

  let recorded = Verdict.refuted
}

/// Shares of particles with r < 1/10, by closed bounds.
private struct RatioShareStatement: Statement {
  enum Form {
    /// An upper bound of the share in case 2 is at least this.
    case covering(Rational)
    /// A lower bound of the share in case 1 is at least this.
    case concentrated(Rational)
  }

  let form: Form

  var variables: [Variable] { [] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    switch form {
    case .covering(let share):
      let square = S.log(S(200) / S.pi) / S(5)
      return .atLeast(S(1) - S.pi * square / S(4), S(share))
    case .concentrated(let share):
      let reach = S.sqrt((S(10) + S.log(S(20))) / S(Rational(5, 2)))
      let radius = S(2) * S.sqrt(S(2)) - reach
      return .atLeast(S(1) - S.exp(-radius.squared / S(Rational(2, 5))), S(share))
    }
  }
}

/// Σ q·(p/q) over three atoms with Σp = 1.
private struct MeanRatioStatement: Statement {
  let mean: Int

  var variables: [Variable] {
    ["p₁", "p₂", "p₃", "q₁", "q₂", "q₃"].map {
      Variable($0, from: Rational(1, 100), to: 1, scale: .logarithmic)
    }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis(byConstruction: "p and q are normalised")]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (p, q) = (
      instance["p₁"] + instance["p₂"] + instance["p₃"],
      instance["q₁"] + instance["q₂"] + instance["q₃"]
    )
    var sum = S.zero
    for index in ["₁", "₂", "₃"] {
      let (own, other) = (instance["p" + index] / p, instance["q" + index] / q)
      sum += other * (own / other)
    }
    return .equal([(left: sum, right: S(mean))])
  }
}

struct AdjustableMagnitude: Claim {
  let id = "proposition-D.1-remark-magnitude"
  let title = "The lengths of suboptimal vectors can be adjusted by the step size"
  let source = "Remarks after Proposition D.1, appendix D.2"
  let statement = """
    the lengths of ∇d̂/d̂ and ∇d_*/d_* can be made equal by the step size; judged as: their quotient, \
    (f − r·f′)·(1 + r)/(r + f), is the same at any two ratios, for constant f = c > 0
    """
  let hypotheses = ["one step size for all particles, as in Algorithm 1"]

  var families: [any Statement] { [QuotientStatement(form: .constant)] }

  var control: Control {
    Control("for f = 1 + r", families: [QuotientStatement(form: .linear)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        the quotient is one number κ for all r exactly for f(r) = r·(c·(1 + 1/r)^κ − 1), that is d̂ = d_*^κ/c; for \
        any other f the step size would have to depend on x
        """,
        families: [QuotientStatement(form: .power)],
        control: Control("with κ + 1", families: [QuotientStatement(form: .wrongPower)]),
        isExhaustive: true)
    ]
  }

  let remarks = [
    "That no other f does: (log d̂)′ = κ·(log d_*)′ integrates to log d̂ = κ·log d_* − log c.",
    "Step sizes that differ from particle to particle are not what Algorithm 1 has.",
  ]

  let uses = ["proposition-D.2-proof-field"]

  let defect: Defect? = Defect(
    .interpretation,
    """
    The quotient of the lengths depends on r, hence on the particle; a step size cannot absorb it unless d̂ is a \
    power of d_* up to a constant.
    """)

  let checkByHand: String? =
    "f = 2: the quotient is 2(1 + r)/(r + 2), 4/3 at r = 1 and 3/2 at r = 2"

  let recorded = Verdict.refuted
}

/// (f − r·f′)(1 + r)/(r + f) at two ratios, or against κ.
private struct QuotientStatement: Statement {
  enum Form {
    case constant
    case linear
    case power
    case wrongPower
  }

  let form: Form

  var variables: [Variable] {
    let ratio = Variable("r", from: Rational(1, 100), to: 100, scale: .logarithmic)
    let constant = Variable("c", from: Rational(1, 4), to: 4, scale: .logarithmic)
    switch form {
    case .constant, .linear:
      return [
        ratio, Variable("r₂", from: Rational(1, 100), to: 100, scale: .logarithmic), constant,
      ]
    case .power, .wrongPower:
      return [ratio, Variable("κ", from: Rational(1, 4), to: 4, scale: .logarithmic), constant]
    }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("r > 0", positive: instance["r"]), Hypothesis("c > 0", positive: instance["c"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (r, constant) = (instance["r"], instance["c"])
    switch form {
    case .constant:
      return .equal([
        (
          left: quotient(r) { _ in Jet(constant: constant) },
          right: quotient(instance["r₂"]) { _ in Jet(constant: constant) }
        )
      ])
    case .linear:
      return .equal([
        (left: quotient(r) { Jet(1) + $0 }, right: quotient(instance["r₂"]) { Jet(1) + $0 })
      ])
    case .power, .wrongPower:
      let power = instance["κ"]
      let left = quotient(r) { r in
        let growth = Jet.exp(Jet(constant: power) * .log(Jet(1) + Jet(1) / r))
        return r * (Jet(constant: constant) * growth - Jet(1))
      }
      return .equal([(left: left, right: form == .power ? power : power + S(1))])
    }
  }

  private func quotient<S: Scalar>(
    _ r: S, deviation: @escaping @Sendable (Jet<S>) -> Jet<S>
  ) -> S {
    SuboptimalDiscriminator<S>(deviation: deviation).velocityFactor(at: r) * (S(1) + r)
  }
}
