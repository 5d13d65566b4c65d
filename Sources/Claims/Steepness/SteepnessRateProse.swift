import ClaimKit
import GANTheory
import RealModule
import Scalars

struct SteepestAtCentre: Claim {
  let id = "prose-3.3-maximum-at-zero"
  let title = "The optimal generator of a symmetric pair is steepest at the centre"
  let source = "Section 3.2, before Theorem 3.3, and Figure 3"
  let statement = "for 0.5·N(−μ, σ²) + 0.5·N(μ, σ²) and g = Ψ⁻¹∘Φ: S_g(z) ≤ S_g(0) for every z"
  let hypotheses = ["p_data is the symmetric pair"]

  var families: [any Statement] { [CentreMaximum(shape: .pair, factor: 1)] }
  var control: Control {
    Control(
      "the same for three modes −μ, 0, μ", families: [CentreMaximum(shape: .triple, factor: 1)])
  }
  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened, "S_g(0) = σ·exp(μ²/2σ²), so that S_g(z) ≤ σ·exp(μ²/2σ²), for any μ, σ > 0",
        families: [CentreMaximum(shape: .value, factor: 1)],
        control: Control(
          "99/100 of that",
          families: [CentreMaximum(shape: .value, factor: Rational(99, 100))]))
    ]
  }

  let remarks = [
    "Read for the optimal generator. A trained one is not known to be steepest at 0.",
    "Symmetry alone is not enough: with an odd number of modes 0 is a flat place.",
  ]
  let uses = ["theorem-3.1"]
  let recorded = Verdict.proved
}

struct SteepnessIncreases: Claim {
  let id = "prose-3.3-monotone"
  let title = "Steepness increases while the third derivative is small"
  let source = "Section 3.2, implication (i) of Theorem 3.3; appendix C.7"
  let statement = """
    where |g‴(0)| is small compared with g′(0), here at most g′(0), the right-hand side of Theorem 3.3 is ≥ 0
    """
  let hypotheses = ["as in Theorem 3.3, with μ ≥ 3σ for μ ≫ σ", "|g‴(0)| ≤ g′(0)"]

  var families: [any Statement] { [IncreaseStatement(limit: .relative(1))] }
  var control: Control {
    Control("|g‴(0)| ≤ 10·g′(0)", families: [IncreaseStatement(limit: .relative(10))])
  }
  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened,
        "g′(0) increases if and only if g‴(0) > −g′(0)·(1 + a·g′(0)²), a = (μ² − σ²)/σ⁴",
        families: [IncreaseStatement(limit: .exact(1))],
        control: Control(
          "twice that limit", families: [IncreaseStatement(limit: .exact(2))])),
      Amendment(
        .sharpened,
        """
        with g‴ = 0 it increases beyond the optimum too: at k_* = σ·exp(μ²/2σ²) still at the relative rate \
        (a + 1/k_*²)/2. What ends the growth is g‴, which is −k_*·(1 + a·k_*²) at the optimum: not small
        """,
        families: [OptimumRate(factor: 1)],
        control: Control("twice that rate", families: [OptimumRate(factor: 2)]), isExhaustive: true),
    ]
  }

  let remarks = [
    """
    The condition does not last: at the optimum |g‴|/g′ exceeds a·k_*², and from a linear start g‴ falls at once (amendment of \
    prose-3.3-early-rate).
    """
  ]
  let uses = ["theorem-3.3"]
  let recorded = Verdict.proved
}

struct EarlyGrowthRate: Claim {
  let id = "prose-3.3-early-rate"
  let title = "Early growth of steepness at the rate (μ² − σ²)/σ⁴"
  let source = "Section 3.2, implication (ii) of Theorem 3.3; appendix C.7"
  let statement = """
    early, a·g′(0)³ dominates the numerator and g′(0)² the denominator of Theorem 3.3, so that g′(0) grows at the relative \
    rate a = (μ² − σ²)/σ⁴: here within a factor 2 of a while g′(0) ≤ k_*/10
    """
  let hypotheses = [
    "as in Theorem 3.3, with μ ≥ 3σ for μ ≫ σ", "g‴(0) = 0", "g′(0) ≤ k_*/10, k_* = σ·exp(μ²/2σ²)",
  ]

  var families: [any Statement] {
    [
      EarlyRate(side: .above(Rational(2)), isWindowed: false),
      EarlyRate(side: .below(Rational(1, 2)), isWindowed: false),
    ]
  }
  var control: Control {
    Control(
      "1% in place of the factor 2",
      families: [EarlyRate(side: .above(Rational(101, 100)), isWindowed: false)])
  }
  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        if also g′(0) ≥ σ²/√(μ² − σ²) = 1/√a: below that the linear term g′(0) dominates the numerator, and the relative \
        rate is about 1/g′(0)². With k√a ≥ K and k ≤ k_*/K the rate is between a·K/(K + 1) and a·(1 + 1/K²)
        """,
        families: [
          EarlyRate(side: .above(Rational(1)), isWindowed: true),
          EarlyRate(side: .below(Rational(1)), isWindowed: true),
        ],
        control: Control(
          "a·(1 + 1/2K²) as the upper bound",
          families: [EarlyRate(side: .above(Rational(1, 2)), isWindowed: true)])),
      Amendment(
        .sharpened,
        """
        how long, with g‴ = 0: from k₀ to k the time is between L and L + (k − k₀)/(a·k_*), \
        L = log((a·k² + 1)/(a·k₀² + 1))/2a. So (k² + 1/a) grows like exp(2at); from any k₀ < 1/√a the start \
        that is not exponential takes at most (log 2/2 + 1/(√a·k_*))/a, and k_* is reached within L + 1/a
        """,
        families: [TravelTime(side: .below, factor: 1), TravelTime(side: .above, factor: 1)],
        control: Control(
          "L + (k − k₀)/(2a·k_*)", families: [TravelTime(side: .above, factor: Rational(1, 2))])),
      Amendment(
        .sharpened,
        """
        how long 'initially' is: when g is linear, d²(log k)/dt² = (1 − d)²·(−2μ⁴/σ⁸ − 4·d·(a + 1/k²)² − 2(a + 1/k²)/k²) at 0, \
        d = c·k/(1 + c·k)
        """,
        families: [SlowingStatement(form: .exact)],
        control: Control("without the term of g‴", families: [SlowingStatement(form: .closed)]),
        isExhaustive: true),
      Amendment(
        .sharpened,
        """
        how long for the flow itself: g‴ = 0 does not last. When g is linear, d²(log k)/dt² ≤ −(3/2)·(d(log k)/dt)², \
        where exponential growth has 0: at this pace a relative rate λ is halved within 1/3λ. The rate a is that of one moment, \
        not of an exponential phase
        """,
        families: [SlowingStatement(form: .bound(Rational(3, 2)))],
        control: Control(
          "5/2 in place of 3/2", families: [SlowingStatement(form: .bound(Rational(5, 2)))])),
    ]
  }

  let remarks = [
    "The theorem admits every g₀′(0) > 0, small ones included; 'early' is not defined.",
    """
    μ = 8, σ = 1, k₀ = 1: a = 63 and log k_* = 32. With g‴ = 0 throughout, log k = 31.5 at t = 0.5. The flow itself, solved by finite \
    differences for p_g (nothing certified), has log k = 9.8 there: its relative rate has fallen from 64 to 41 when k is 1.5, to 30 when \
    k is 3, to 15 at t = 0.5, since g‴/g′ falls from 0 at the rate 2μ⁴k²/σ⁸ = 8192 at first.
    """,
  ]
  let uses = ["theorem-3.3"]
  let defect: Defect? = Defect(
    .interpretation,
    """
    The cubic term dominates the numerator only for g′(0) > σ²/√(μ² − σ²), which is not said. Exponential growth at the rate \
    (μ² − σ²)/σ⁴ also needs g‴(0) to stay small, whereas the flow makes it negative at once from a linear start, so that the relative \
    rate falls before g′(0) has grown by a factor e.
    """)
  let checkByHand: String? = """
    σ = 1, μ = 4, g′ = 1/10, g‴ = 0: numerator 15/1000 + 1/10, denominator 1/100 up to 3·10⁻⁷; the relative rate is 115, \
    not 15
    """
  let recorded = Verdict.refuted
}

struct MoreModes: Claim {
  let id = "prose-3.3-more-modes"
  let title = "The evolution equation for more modes"
  let source = "Section 3.2, remark after Theorem 3.3"
  let statement = """
    the derivation extends to more modes: for any mixture on the line d/dt log g′(z) is a function of the derivatives of \
    log p_data at g(z) and of g at z
    """
  let hypotheses = [
    "p_data is a mixture of Gaussians on the line", "g has three derivatives, g′ > 0",
  ]

  var families: [any Statement] {
    [AnywhereRateStatement(potential: .optimal, isMiscounted: false)]
      + [MixtureRateStatement(count: 3, isMiscounted: false)]
  }
  let isExhaustive = true
  var control: Control {
    Control(
      "without the square of the slope of log r",
      families: [MixtureRateStatement(count: 3, isMiscounted: true)])
  }
  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened,
        """
        for modes that lie symmetrically about 0 the equation is not more complex but the printed one, with \
        a = (log p_data)″(0) and c = √(2π)·p_data(0). Three modes −μ, 0, μ have a < 0 for μ ≫ σ: g′(0) falls there
        """,
        families: [SymmetricModes(isOuterOnly: false)],
        control: Control(
          "a and c of the outer pair alone", families: [SymmetricModes(isOuterOnly: true)]))
    ]
  }

  let remarks = [
    """
    The formula is given with theorem-3.3, amendment 'at any z': one more term than at 0. Proved for any density with two \
    logarithmic derivatives at g(z), of which mixtures are a case.
    """
  ]
  let uses = ["theorem-3.3"]
  let recorded = Verdict.proved
}

/// log g′ at any output against log g′(0), or against the logarithm of the value there.
private struct CentreMaximum: Statement {
  enum Shape {
    case pair
    case triple
    case value
  }

  let shape: Shape
  let factor: Rational

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("μ/σ", from: Rational(1, 10), to: 20, scale: .logarithmic),
      Variable("y/μ", from: Rational(1, 1000), to: 3),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]), Hypothesis("μ > 0", positive: instance["μ/σ"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let offset = instance["μ/σ"] * deviation
    let modes = shape == .triple ? [-offset, .zero, offset] : [-offset, offset]
    let map = MeasurePreservingMap(
      to: GaussianMixture(modes: modes.map { [$0] }, standardDeviation: deviation))
    let elsewhere = map.logSteepness(atOutput: instance["y/μ"] * offset)
    let centre =
      shape == .value
      ? SteepnessODE(modeOffset: offset, standardDeviation: deviation).logOptimalSteepness
      : map.logSteepness(atOutput: .zero)
    return .atLeast(centre + S.log(S(factor)), elsewhere)
  }
}

/// The sign of the printed rate, divided by k.
private struct IncreaseStatement: Statement {
  enum Limit {
    /// |g‴| ≤ limit·g′.
    case relative(Int)
    /// g‴ ≥ −limit·g′·(1 + a·g′²).
    case exact(Int)
  }

  let limit: Limit

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("μ/σ", from: 3, to: 10, scale: .logarithmic),
      Variable("k/σ", from: Rational(1, 1000), to: 1000, scale: .logarithmic),
      Variable("share", from: -1, to: 1),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis("μ ≥ 3σ", nonNegative: instance["μ/σ"] - S(3)),
      Hypothesis("g′(0) > 0", positive: instance["k/σ"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let ode = SteepnessODE(
      modeOffset: instance["μ/σ"] * deviation, standardDeviation: deviation)
    let steepness = instance["k/σ"] * deviation
    let relative: S =
      switch limit {
      case .relative(let limit): S(limit) * instance["share"]
      case .exact(let limit):
        S(limit) * instance["share"] * (S(1) + ode.growthRate * steepness.squared)
      }
    return .atLeast(
      ode.printedRate(steepness: steepness, thirdDerivative: relative * steepness), .zero)
  }
}

/// The relative rate at k_* with g‴ = 0.
private struct OptimumRate: Statement {
  let factor: Int

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("μ", from: Rational(1, 10), to: 10, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("σ > 0", positive: instance["σ"]), Hypothesis("μ > 0", positive: instance["μ"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let ode = SteepnessODE(modeOffset: instance["μ"], standardDeviation: instance["σ"])
    let optimum = S.exp(ode.logOptimalSteepness)
    let rate = ode.printedRate(steepness: optimum, thirdDerivative: .zero) / optimum
    let formula = (ode.growthRate + S(1) / optimum.squared) / S(2)
    return .equal([(left: rate, right: S(factor) * formula)])
  }
}

/// The relative rate over a, with g‴ = 0, from above or below.
private struct EarlyRate: Statement {
  enum Side {
    case above(Rational)
    case below(Rational)
  }

  let side: Side
  /// Between K/√a and k_*/K, with 1 + factor/K² above and factor·K/(K + 1) below; otherwise below k_*/10, with the factor alone.
  let isWindowed: Bool

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("μ/σ", from: 3, to: 10, scale: .logarithmic),
      Variable("k/σ", from: Rational(1, 1000), to: 1000, scale: .logarithmic),
    ] + (isWindowed ? [Variable("K", from: 1, to: 10, scale: .logarithmic)] : [])
  }

  private func ode<S: Scalar>(_ instance: Assignment<S>) -> SteepnessODE<S> {
    SteepnessODE(
      modeOffset: instance["μ/σ"] * instance["σ"], standardDeviation: instance["σ"])
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let ode = ode(instance)
    let steepness = instance["k/σ"] * instance["σ"]
    let room = ode.logOptimalSteepness - S.log(steepness)
    let common = [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis("μ ≥ 3σ", nonNegative: instance["μ/σ"] - S(3)),
    ]
    guard isWindowed else {
      return common + [Hypothesis("g′(0) ≤ k_*/10", nonNegative: room - S.log(S(10)))]
    }
    let margin = instance["K"]
    return common + [
      Hypothesis("g′(0) ≤ k_*/K", nonNegative: room - S.log(margin)),
      Hypothesis(
        "a·g′(0)² ≥ K²", nonNegative: ode.growthRate * steepness.squared - margin.squared),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let ode = ode(instance)
    let steepness = instance["k/σ"] * instance["σ"]
    let rate = ode.printedRate(steepness: steepness, thirdDerivative: .zero) / steepness
    let relative = rate / ode.growthRate
    switch side {
    case .above(let factor):
      let bound = isWindowed ? S(1) + S(factor) / instance["K"].squared : S(factor)
      return .atLeast(bound, relative)
    case .below(let factor):
      let bound = isWindowed ? S(factor) * instance["K"] / (instance["K"] + S(1)) : S(factor)
      return .atLeast(relative, bound)
    }
  }
}

/// The closed form of the time against its two bounds.
private struct TravelTime: Statement {
  enum Side {
    case below
    case above
  }

  let side: Side
  let factor: Rational

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("μ/σ", from: Rational(11, 10), to: 6, scale: .logarithmic),
      Variable("k₀/σ", from: Rational(1, 1000), to: 10, scale: .logarithmic),
      Variable("k/k₀", from: Rational(11, 10), to: 1_000_000, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis("μ > σ", positive: instance["μ/σ"] - S(1)),
      Hypothesis("k > k₀", positive: instance["k/k₀"] - S(1)),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let ode = SteepnessODE(
      modeOffset: instance["μ/σ"] * instance["σ"], standardDeviation: instance["σ"])
    let start = instance["k₀/σ"] * instance["σ"]
    let end = start * instance["k/k₀"]
    let rate = ode.growthRate
    let logarithm = S.log((rate * end.squared + S(1)) / (rate * start.squared + S(1)))
    let time = ode.time(from: start, to: end)
    switch side {
    case .below: return .atLeast(time, logarithm / (S(2) * rate))
    case .above:
      let delay = (end - start) * S.exp(-ode.logOptimalSteepness) / rate
      return .atLeast(logarithm / (S(2) * rate) + S(factor) * delay, time)
    }
  }
}

/// Theorem 3.3's equation with the mixture's own two numbers, for modes −μ, 0, μ, against the germ.
private struct SymmetricModes: Statement {
  let isOuterOnly: Bool

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("μ/σ", from: Rational(1, 2), to: 8, scale: .logarithmic),
      Variable("k/σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("g‴/g′", from: -10, to: 10),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]), Hypothesis("μ > 0", positive: instance["μ/σ"]),
      Hypothesis("g′(0) > 0", positive: instance["k/σ"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let distance = instance["μ/σ"]
    let slope = instance["k/σ"] * deviation
    let third = instance["g‴/g′"] * slope
    // a and c from the share of the outer modes: a·σ² = ρ·(μ/σ)² − 1.
    let outer = S(2) * S.exp(-distance.squared / S(2))
    let inner = isOuterOnly ? S.zero : S(1)
    let curvature = (outer * distance.squared / (outer + inner) - S(1)) / deviation.squared
    let overlap = (outer + inner) / (S(3) * deviation)
    let ode = EvenSteepnessODE(curvature: curvature, overlap: overlap)
    let offset = distance * deviation
    let data = GaussianMixture<Jet<S>>(
      modes: [-offset, .zero, offset].map { [Jet(constant: $0)] },
      standardDeviation: Jet(constant: deviation))
    let germ = GeneratorGerm(oddWithSlope: slope, thirdDerivative: third)
    guard let real = data.logDensity(at: [germ.output]) else { return nil }
    let derived = -Jet.log(Jet(1) + Jet.exp(germ.logDensity - real)).derivative(2) * slope
    return .equal([(left: ode.rate(steepness: slope, thirdDerivative: third), right: derived)])
  }
}
