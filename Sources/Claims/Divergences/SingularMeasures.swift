import ClaimKit
import GANTheory
import RealModule
import Scalars

struct DivergenceOfSingularMeasures: Claim {
  let id = "appendix-B-mutually-singular"
  let title = "Divergence of mutually singular measures"
  let source = "Appendix B, second display"
  let statement = """
    D_f(μ‖ν) = f(0) + f*(0) with the Fenchel conjugate f*: what the mass of μ outside the support of ν \
    contributes, lim f(v)/v for v → ∞, is f*(0) = sup_u −f(u); judged as f(v)/v ≥ −f(u) for v ≥ 100
    """
  let hypotheses = ["f as in appendix B", "u > 0"]

  var families: [any Statement] { [SingularStatement(form: .fenchel)] }

  var control: Control {
    Control("lim f(v)/v is at least 1", families: [SingularStatement(form: .one)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        D_f(μ‖ν) = f(0) + lim f(v)/v; here f(u) ≥ log 1/u − 2 for u ≤ 1, so that f(0) = +∞, \
        and f(v)/v is within 2/v of its limit 1 − 2·log 2; D_f = +∞
        """,
        families: [
          SingularStatement(form: .slopeFromBelow), SingularStatement(form: .slopeFromAbove),
          SingularStatement(form: .atZero),
        ],
        control: Control(
          "the limit 2 − 2·log 2", families: [SingularStatement(form: .wrongSlope)]))
    ]
  }

  let remarks = [
    "f decreases to −∞, hence f*(0) = +∞; for f(u) = |u − 1|/2 the printed formula gives 1/2 in place of 1.",
    "With f* the Csiszár conjugate u·f(1/u), whose value at 0 is lim f(v)/v, the display is right.",
    "Here both readings give D_f = +∞, by f(0) = +∞.",
  ]

  let uses = ["appendix-B-divergence"]

  let defect: Defect? = Defect(
    .presentation,
    """
    f*(0) must be the Csiszár conjugate at 0, lim f(v)/v = 1 − 2·log 2, not the Fenchel conjugate, which is \
    +∞ at 0 for this f.
    """)

  let checkByHand: String? = """
    f(100) = −101·log(100/101) + 100·(1 − 1.386) − 1 = −38.6, hence f*(0) ≥ 38.6, while f(v)/v → −0.386
    """

  let recorded = Verdict.refuted
}

struct GapOfSingularMeasures: Claim {
  let id = "appendix-B-positive-gap"
  let title = "There is a gap in divergence to a generator of lower dimension"
  let source = "Appendix B, after the second display"
  let statement = """
    mutually singular measures have positive divergence; judged for two points with shares (1 − ε, ε) and \
    (ε, 1 − ε), singular in the limit, as D_f ≥ log 1/4ε
    """
  let hypotheses = ["0 < ε < 1/4", "f as in appendix B"]

  var families: [any Statement] { [GapStatement(form: .atLeast(1))] }

  var control: Control { Control("D_f ≥ 2·log 1/4ε", families: [GapStatement(form: .atLeast(2))]) }

  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened,
        """
        D_f = log 1/(4ε(1 − ε)): the gap is infinite in the limit, so that this divergence is +∞ for every \
        generator of lower dimension, and does not tell a good one from a bad one
        """,
        families: [GapStatement(form: .exact(1))],
        control: Control("log 1/(2ε(1 − ε))", families: [GapStatement(form: .exact(2))]),
        isExhaustive: true)
    ]
  }

  let remarks = [
    "That the divergence is positive wherever μ ≠ ν holds for every strictly convex f."
  ]

  let uses = ["appendix-B-divergence", "appendix-B-mutually-singular"]

  let recorded = Verdict.proved
}

struct ImageOfFewerDimensions: Claim {
  let id = "appendix-B-low-dimension"
  let title = "A generator from fewer dimensions has a singular image"
  let source = "Appendix B, after the second display"
  let statement = """
    g: ℝᵐ → ℝⁿ with m < n has an image of measure 0, so that g_#p_z and a density are mutually singular; judged \
    for k-Lipschitz g on [−R, R]ᵐ by a covering of volume at most C·h for every h ≤ 1
    """
  let hypotheses = ["m < n", "g is k-Lipschitz", "the real distribution has a density"]

  var families: [any Statement] { [CoveringStatement(isOfFewer: true)] }

  var control: Control { Control("m = n", families: [CoveringStatement(isOfFewer: false)]) }

  let remarks = [
    "Not printed but needed: g is Lipschitz or differentiable, as networks are.",
    "A measurable g need not be singular: dealing out the digits of one uniform number gives two independent ones.",
    "The covering: (2R/h + 1)ᵐ cubes of side h, whose images lie in cubes of side 2kh·√m.",
    "Needed as well: the data have a density, as they do after smoothing; the samples themselves do not.",
  ]

  let uses = ["appendix-B-positive-gap"]

  let recorded = Verdict.supported
}

private struct SingularStatement: Statement {
  enum Form {
    /// f(v)/v ≥ −f(u).
    case fenchel
    /// f(v)/v ≥ 1.
    case one
    /// f(v)/v ≥ 1 − 2·log 2 − 2/v.
    case slopeFromBelow
    /// f(v)/v ≤ 1 − 2·log 2 + 2/v.
    case slopeFromAbove
    case wrongSlope
    /// f(u) ≥ −log u − 2 for u ≤ 1: f(0) = +∞.
    case atZero
  }

  let form: Form

  var variables: [Variable] {
    let v = Variable("v", from: 100, to: 1_000_000, scale: .logarithmic)
    return switch form {
    case .fenchel: [v, Variable("u", from: Rational(1, 100), to: 1000, scale: .logarithmic)]
    case .atZero: [Variable("u", from: Rational(1, 1_000_000), to: 1, scale: .logarithmic)]
    case .one, .slopeFromBelow, .slopeFromAbove, .wrongSlope: [v]
    }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    if form == .atZero { return [Hypothesis("u > 0", positive: instance["u"])] }
    return [Hypothesis("v ≥ 100", nonNegative: instance["v"] - S(100))]
      + (form == .fenchel ? [Hypothesis("u > 0", positive: instance["u"])] : [])
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    if form == .atZero {
      let u = instance["u"]
      return .atLeast(NonSaturatingDivergence.generator(u), -S.log(u) - S(2))
    }
    let v = instance["v"]
    let slope = NonSaturatingDivergence.generator(v) / v
    let limit = S(1) - S(2) * S.log(S(2))
    return switch form {
    case .fenchel: .atLeast(slope, -NonSaturatingDivergence.generator(instance["u"]))
    case .one: .atLeast(slope, S(1))
    case .slopeFromBelow: .atLeast(slope, limit - S(2) / v)
    case .slopeFromAbove: .atLeast(limit + S(2) / v, slope)
    case .wrongSlope: .atLeast(slope, S(2) - S(2) * S.log(S(2)))
    case .atZero: nil
    }
  }
}

private struct GapStatement: Statement {
  enum Form {
    /// D_f ≥ factor·log 1/4ε.
    case atLeast(Int)
    /// D_f = log factor/(4ε(1 − ε)).
    case exact(Int)
  }

  let form: Form

  /// ε/(1 − ε), in which both shares are seen to be positive.
  var variables: [Variable] {
    [
      Variable(
        "ε/(1 − ε)", from: Rational(1, 1_000_000), to: Rational(33, 100), scale: .logarithmic)
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("ε > 0", positive: instance["ε/(1 − ε)"]),
      Hypothesis("ε < 1/4", positive: S(1) - S(3) * instance["ε/(1 − ε)"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let odds = instance["ε/(1 − ε)"]
    let share = odds / (S(1) + odds)
    let rest = S(1) / (S(1) + odds)
    let divergence = NonSaturatingDivergence.divergence(from: [rest, share], to: [share, rest])
    switch form {
    case .atLeast(let factor): return .atLeast(divergence, -S(factor) * S.log(S(4) * share))
    case .exact(let factor):
      return .equal([
        (left: divergence, right: S.log(S(factor)) - S.log(S(4)) - S.log(share) - S.log(rest))
      ])
    }
  }
}

/// (2R/h + 1)ᵐ·(2kh·√m)ⁿ ≤ C·h with C = (2R + 1)ᵐ·(2k·√m)ⁿ.
private struct CoveringStatement: Statement {
  /// m < n; otherwise n = m.
  let isOfFewer: Bool

  var variables: [Variable] {
    [
      Variable("m", in: 1...5), Variable("n − m", in: isOfFewer ? 1...5 : 0...1),
      Variable("k", from: Rational(1, 10), to: 100, scale: .logarithmic),
      Variable("R", from: Rational(1, 10), to: 100, scale: .logarithmic),
      Variable("h", from: Rational(1, 1_000_000), to: 1, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      isOfFewer
        ? Hypothesis("m < n", positive: instance["n − m"])
        : Hypothesis("m = n", nonNegative: -instance["n − m"]),
      Hypothesis("k > 0", positive: instance["k"]), Hypothesis("R > 0", positive: instance["R"]),
      Hypothesis("h > 0", positive: instance["h"]),
      Hypothesis("h ≤ 1", nonNegative: S(1) - instance["h"]),
    ]
  }

  /// The logarithms of both sides.
  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (m, h) = (instance["m"], instance["h"])
    let n = m + instance["n − m"]
    let side = S.log(S(2) * instance["k"] * S.sqrt(m))
    let constant = m * S.log(S(2) * instance["R"] + S(1)) + n * side
    let volume = m * S.log(S(2) * instance["R"] / h + S(1)) + n * (side + S.log(h))
    return .atLeast(constant + S.log(h), volume)
  }
}
