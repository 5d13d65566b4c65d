import ClaimKit
import GANTheory
import RealModule
import Scalars

struct SteepnessInDistance: Claim {
  let id = "prose-3.2-exponential"
  let title = "Steepness grows exponentially with the squared gap"
  let source = "Section 3.2, after Theorem 3.1"
  let statement = """
    between neighbouring modes log S_g grows like gap²/8σ²: at every midpoint \
    −q²/2 ≤ log(S_g/σ) − gap²/8σ² ≤ log(N/2), q the (1 − 1/N)-quantile of N(0, 1)
    """
  let hypotheses = ["p_data is the equal mixture of N(xᵢ, σ²), gaps of 6σ or more", "g = Ψ⁻¹∘Φ"]

  var families: [any Statement] {
    (3...5).flatMap { count in
      [GrowthStatement.Side.lower, .upper].map {
        GrowthStatement(count: count, side: $0, rate: Rational(1, 8))
      }
    }
  }
  var control: Control {
    Control(
      "gap²/9σ² in the upper bound",
      families: [GrowthStatement(count: 3, side: .upper, rate: Rational(1, 9))])
  }
  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened,
        "for two modes S_g at the midpoint, which is its maximum, is exactly σ·exp(gap²/8σ²)",
        families: [PairValue(rate: Rational(1, 8))],
        control: Control("gap²/9σ²", families: [PairValue(rate: Rational(1, 9))]),
        isExhaustive: true)
    ]
  }

  let remarks = [
    "An inequality both ways with constants free of the gap: the growth is at this rate, not only at least."
  ]
  let uses = ["theorem-3.1"]
  let recorded = Verdict.proved
}

struct SteepnessInVariance: Claim {
  let id = "prose-3.2-inverse-variance"
  let title = "A smaller variance needs a steeper generator"
  let source = "Section 3.2, after Theorem 3.1"
  let statement =
    "with the modes fixed, S_g at every midpoint falls when σ grows, while all gaps are 6σ or more"
  let hypotheses = ["p_data is the equal mixture of N(xᵢ, σ²), gaps of 6σ or more", "g = Ψ⁻¹∘Φ"]

  var families: [any Statement] { (2...4).map { VarianceSlope(count: $0, leastGap: 6) } }
  var control: Control {
    Control("while all gaps are σ or more", families: [VarianceSlope(count: 2, leastGap: 1)])
  }
  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened,
        "for two modes while the gap is 2σ or more, which is the exact limit: σ·exp(gap²/8σ²) is least at σ = gap/2",
        families: [VarianceSlope(count: 2, leastGap: 2)], control: control)
    ]
  }

  let remarks = [
    "'Inversely related' read as decreasing. For gaps below 2σ steepness grows with σ."
  ]
  let uses = ["theorem-3.1"]
  let recorded = Verdict.supported
}

struct InverseProportionality: Claim {
  let id = "prose-3.2-summary"
  let title = "Steepness is inversely proportional to the variance"
  let source = "Section 3.2, closing paragraph on the role of steepness"
  let statement =
    "the steepness that a pair of modes needs is inversely proportional to their variance: S_g·σ² is constant"
  let hypotheses = [
    "p_data is an equal pair of N(xᵢ, σ²), gap of 6σ or more at both variances", "g = Ψ⁻¹∘Φ",
  ]

  var families: [any Statement] { [ProportionStatement(form: .steepness)] }
  var control: Control {
    Control("log S_g·σ² is constant", families: [ProportionStatement(form: .wholeLogarithm)])
  }
  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        "the exponent is: log(S_g/σ) = gap²/8σ², so that σ²·log(S_g/σ) is constant",
        families: [ProportionStatement(form: .exponent)], control: control, isExhaustive: true)
    ]
  }

  let remarks = [
    """
    Read literally. 'Inverse' in the weaker sense of decreasing is prose-3.2-inverse-variance; what is inversely proportional to \
    the variance is the exponent.
    """
  ]
  let uses = ["prose-3.2-exponential", "prose-3.2-inverse-variance"]
  let defect: Defect? = Defect(
    .interpretation,
    "The exponent of the steepness, not the steepness, is inversely proportional to the variance.")
  let checkByHand: String? = """
    gap 12: σ = 1 gives exp(18) = 6.6·10⁷, σ = 2 gives 2·exp(4.5) = 180: the ratio is 3.6·10⁵, not 4
    """
  let recorded = Verdict.refuted
}

struct RescaledData: Claim {
  let id = "prose-3.2-rescaling"
  let title = "Rescaling the data reduces the steepness that is needed"
  let source = "Section 3.2, after Theorem 3.2"
  let statement =
    "data that are scaled by c < 1 need no more steepness: the greatest slope at a midpoint does not grow"
  let hypotheses = [
    "p_data is the equal mixture of N(xᵢ, σ²)", "all data are multiplied by c in (0, 1]",
  ]

  var families: [any Statement] { (2...3).map { RescalingStatement(count: $0, form: .less) } }
  var control: Control {
    Control("c in (1, 2]", families: [RescalingStatement(count: 2, form: .lessForGreater)])
  }
  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened,
        """
        by the factor c and no more: gap/σ and with it the exponent gap²/8σ² stay, the slope at every point is c times the former. \
        Only where σ is kept while the modes move together does the exponent shrink
        """,
        families: (2...3).map { RescalingStatement(count: $0, form: .proportional) },
        control: Control(
          "by c²", families: [RescalingStatement(count: 2, form: .squared)]), isExhaustive: false)
    ]
  }

  let remarks = [
    "To unit variance, c = 1/√(μ² + σ²) for a pair ±μ: the steepness is still exp(μ²/2σ²) up to that factor."
  ]
  let uses = ["theorem-3.1"]
  let recorded = Verdict.supported
}

struct InsufficientSteepness: Claim {
  let id = "prose-3.2-insufficient"
  let title = "A generator that is not steep enough does not match the data"
  let source = "Section 3.2, opening paragraph"
  let statement = """
    a generator whose steepness stays below the bound of Theorem 3.1 for a pair of modes, σ·exp(gap²/8σ²), does not push N(0, 1) \
    forward to p_data: at the midpoint it cannot make both the mass below and the density right
    """
  let hypotheses = [
    "g is locally Lipschitz, monotone or not", "p_data is an equal pair of N(xᵢ, σ²)",
  ]

  var families: [any Statement] { (2...4).map { HalfMassStatement(preimages: $0, factor: 1) } }
  var control: Control {
    Control("twice the bound", families: [HalfMassStatement(preimages: 2, factor: 2)])
  }

  let remarks = [
    """
    Theorem 3.1 speaks of the monotone map only; for other maps this needs the isoperimetric inequality (amendment of theorem-3.1). \
    Stated as: where g takes the midpoint's value at z₁ … z_K with half of the noise below it, density p there needs a slope of \
    φ(0)/p = σ·exp(gap²/8σ²) at least at one z_k.
    """
  ]
  let uses = ["theorem-3.1"]
  let recorded = Verdict.supported
}

struct MonotoneTransport: Claim {
  let id = "prose-3.2-optimal-transport"
  let title = "The monotone map is the optimal transport for strictly convex costs"
  let source = "Section 3.2, on h = identity"
  let statement = """
    for a strictly convex cost h(x − y), pairing ascending with ascending points is cheaper than any other pairing, of two or three \
    points; hence Ψ⁻¹∘Φ is the optimal map
    """
  let hypotheses = ["h is strictly convex: x², x⁴, (1 + x²)^(p/2) with 1 ≤ p ≤ 4, cosh x, exp x"]

  var families: [any Statement] {
    TransportStatement.Cost.convex.map { TransportStatement(cost: $0, count: 3) }
  }
  var control: Control {
    Control("a concave cost, √(1 + |x|)", families: [TransportStatement(cost: .concave, count: 2)])
  }

  let remarks = [
    """
    The swap inequality makes the support of an optimal plan monotone, which on the line determines it. The cost of some plan must \
    be finite, which for Gaussian tails excludes costs such as exp(x²).
    """
  ]
  let uses = ["theorem-C.2"]
  let recorded = Verdict.supported
}

/// log g′ at a midpoint against its bounds.
private struct GrowthStatement: Statement {
  enum Side {
    case lower
    case upper
  }

  let count: Int
  let side: Side
  let rate: Rational

  var variables: [Variable] {
    LineMixture<Double>.variables(count: count, leastGap: 6) + [Variable("gap", in: 1...count - 1)]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    LineMixture(at: instance, count: count).hypotheses(leastGap: 6)
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let mixture = LineMixture(at: instance, count: count)
    let index = instance.choice("gap", among: count - 1)
    let slope = mixture.steepnessBound.logAtMidpoint(index) - S.log(mixture.standardDeviation)
    let growth = S(rate) * mixture.relativeGaps[index].squared
    switch side {
    case .lower: return .atLeast(slope, growth - mixture.steepnessBound.quantile.squared / S(2))
    case .upper: return .atLeast(growth + S.log(S(Rational(count, 2))), slope)
    }
  }
}

/// log g′ of a pair at its midpoint.
private struct PairValue: Statement {
  let rate: Rational

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("gap/σ", from: Rational(1, 10), to: 40, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("σ > 0", positive: instance["σ"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let half = instance["gap/σ"] * deviation / S(2)
    let bound = LineBound(modes: [-half, half], standardDeviation: deviation)
    return .equal([
      (
        left: S.log(deviation) + S(rate) * instance["gap/σ"].squared,
        right: bound.logAtMidpoint(0)
      )
    ])
  }
}

/// −d(log g′)/d(log σ) ≥ 0 at a midpoint with fixed modes, by a jet in σ.
private struct VarianceSlope: Statement {
  let count: Int
  let leastGap: Rational

  var variables: [Variable] {
    LineMixture<Double>.variables(count: count, leastGap: leastGap)
      + (count > 2 ? [Variable("gap", in: 1...count - 1)] : [])
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let mixture = LineMixture(at: instance, count: count)
    let least = mixture.relativeGaps.dropFirst().reduce(mixture.relativeGaps[0], S.smaller)
    return [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis("all gaps are wide enough", nonNegative: least - S(leastGap)),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let mixture = LineMixture(at: instance, count: count)
    let index = count > 2 ? instance.choice("gap", among: count - 1) : 0
    let bound = LineBound(
      modes: mixture.modes.map { Jet(constant: $0) },
      standardDeviation: Jet.variable(at: mixture.standardDeviation, order: 1))
    return .atLeast(.zero, bound.logAtMidpoint(index).derivative(1))
  }
}

/// Two variances of one pair.
private struct ProportionStatement: Statement {
  enum Form {
    case steepness, exponent, wholeLogarithm
  }

  let form: Form

  var variables: [Variable] {
    [
      Variable("gap", from: 1, to: 20, scale: .logarithmic),
      Variable("gap/σ 1", from: 6, to: 40, scale: .logarithmic),
      Variable("gap/σ 2", from: 6, to: 40, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("gap > 0", positive: instance["gap"]),
      Hypothesis("gap ≥ 6σ₁", nonNegative: instance["gap/σ 1"] - S(6)),
      Hypothesis("gap ≥ 6σ₂", nonNegative: instance["gap/σ 2"] - S(6)),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let gap = instance["gap"]
    let sides = instance["gap/σ ", 2].map { ratio -> S in
      let deviation = gap / ratio
      let logSteepness = LineBound(
        modes: [-gap / S(2), gap / S(2)], standardDeviation: deviation
      ).logAtMidpoint(0)
      return switch form {
      case .steepness: logSteepness + S(2) * S.log(deviation)
      case .exponent: (logSteepness - S.log(deviation)) * deviation.squared
      case .wholeLogarithm: logSteepness * deviation.squared
      }
    }
    return .equal([(left: sides[0], right: sides[1])])
  }
}

/// The slope at midpoints of scaled data.
private struct RescalingStatement: Statement {
  enum Form {
    case less, lessForGreater, proportional, squared
  }

  let count: Int
  let form: Form

  var variables: [Variable] {
    LineMixture<Double>.variables(count: count, leastGap: Rational(1, 10))
      + [
        form == .lessForGreater
          ? Variable("c", from: Rational(11, 10), to: 2)
          : Variable("c", from: Rational(1, 100), to: 1, scale: .logarithmic)
      ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]), Hypothesis("c > 0", positive: instance["c"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let mixture = LineMixture(at: instance, count: count)
    let factor = instance["c"]
    let scaled = LineBound(
      modes: mixture.modes.map { factor * $0 },
      standardDeviation: factor * mixture.standardDeviation)
    let original = mixture.steepnessBound
    switch form {
    case .less, .lessForGreater:
      // Logarithms below 0 and above, so that a margin has a size.
      return .atLeast(original.logAtMidpoint(0), scaled.logAtMidpoint(0))
    case .proportional:
      return .equal(
        (0..<count - 1).map {
          (left: scaled.logAtMidpoint($0), right: original.logAtMidpoint($0) + S.log(factor))
        })
    case .squared:
      return .equal([
        (left: scaled.logAtMidpoint(0), right: original.logAtMidpoint(0) + S(2) * S.log(factor))
      ])
    }
  }
}

/// Any map with half of the noise below the midpoint: the greatest slope there against σ·exp(gap²/8σ²), which is φ(0) over the
/// density that a pair has at its midpoint.
private struct HalfMassStatement: Statement {
  let preimages: Int
  let factor: Rational

  var variables: [Variable] {
    // z₁ is left of the median; the last place follows from the half mass.
    [Variable("u1", from: Rational(1, 1000), to: Rational(499, 1000))]
      + (1..<preimages).map {
        Variable("share \($0)", from: Rational(1, 100), to: Rational(99, 100))
      }
      + (1...preimages).map {
        Variable("slope \($0)", from: Rational(1, 100), to: 100, scale: .logarithmic)
      }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis(
        byConstruction: "P(g ≤ midpoint) = 1/2, and p_data(midpoint) is the density that g makes")
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let levels = levels(instance)
    let slopes = instance["slope ", preimages]
    let density = zip(levels, slopes).reduce(S.zero) { sum, pair in
      let latent = S.normalQuantile(
        logLower: S.log(pair.0), logUpper: S.log(S(1) - pair.0))
      return sum + S.normalDensity(latent) / pair.1
    }
    let greatest = slopes.dropFirst().reduce(slopes[0], S.larger)
    return .atLeast(greatest * density, S(factor) * S.normalDensity(.zero))
  }

  /// Φ(z₁), …, Φ(z_K) with mass 1/2 in g ≤ midpoint: rays or intervals, divided by the shares.
  private func levels<S: Scalar>(_ instance: Assignment<S>) -> [S] {
    let first = instance["u1"]
    let half = S(Rational(1, 2))
    let shares = instance["share ", preimages - 1]
    // Below: [0, u₁] and then later pieces of total 1/2 − u₁; above: pieces of total 1/2.
    let rest = half - first
    switch preimages {
    case 2: return [first, first + half]
    case 3:
      let gap = half * shares[0]
      return [first, first + gap, first + gap + rest]
    default:
      let gap = half * shares[0]
      let piece = rest * shares[1]
      return [first, first + gap, first + gap + piece, half + first + piece]
    }
  }
}

/// The cheapest pairing of ascending points with permuted ones against the ascending pairing.
private struct TransportStatement: Statement {
  enum Cost {
    case square, fourth, power, hyperbolic, exponential, concave

    static let convex: [Cost] = [.square, .fourth, .power, .hyperbolic, .exponential]

    func value<S: Scalar>(_ t: S, _ p: S) -> S {
      switch self {
      case .square: t.squared
      case .fourth: t.squared.squared
      case .power: S.exp(p / S(2) * S.log(S(1) + t.squared))
      case .hyperbolic: S.cosh(t)
      case .exponential: S.exp(t)
      case .concave: S.sqrt(S(1) + S.sqrt(t.squared))
      }
    }
  }

  let cost: Cost
  let count: Int

  var variables: [Variable] {
    [Variable("offset", from: -5, to: 5), Variable("p", from: 1, to: 4)]
      + (1..<count).map {
        Variable("x step \($0)", from: Rational(1, 10), to: 5, scale: .logarithmic)
      }
      + (1..<count).map {
        Variable("y step \($0)", from: Rational(1, 10), to: 5, scale: .logarithmic)
      }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis(byConstruction: "both sets of points ascend")]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    var (sources, targets) = ([S.zero], [instance["offset"]])
    for step in instance["x step ", count - 1] { sources.append(sources[sources.count - 1] + step) }
    for step in instance["y step ", count - 1] { targets.append(targets[targets.count - 1] + step) }
    func total(_ order: [Int]) -> S {
      order.enumerated().reduce(S.zero) {
        $0 + cost.value(targets[$1.element] - sources[$1.offset], instance["p"])
      }
    }
    let others =
      count == 2
      ? [[1, 0]] : [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    let costs = others.map(total)
    return .atLeast(
      costs.dropFirst().reduce(costs[0], S.smaller), total(Array(0..<count)))
  }
}
