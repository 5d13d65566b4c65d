import ClaimKit
import GANTheory
import RealModule
import Scalars

struct LineSteepnessLowerBound: Claim {
  let id = "theorem-3.1"
  let title = "Steepness of the monotone map on the line"
  let source = "Theorem 3.1, section 3.2"
  let statement = """
    some x_* has S_g(x_*) ≥ min over gaps of σ·exp(gap²/8σ²)·exp(−q²), q the (1 − 1/N)-quantile of N(0, 1)
    """
  let hypotheses = [
    "p_data is the equal mixture of N(xᵢ, σ²), i = 1 … N, x₁ < … < x_N", "x_{i+1} − xᵢ ≥ 6σ",
    "g = Ψ⁻¹∘Φ",
  ]

  let predicates: [[String]] = [
    ["σ > 0"],
    ["x_{i+1} − xᵢ ≥ 6σ"],
    [],
  ]

  var families: [any Statement] {
    (2...6).map { LineBoundStatement(count: $0, leastGap: 6, form: .printed) }
  }

  var control: Control {
    Control(
      "the same bound at every x instead of at some x_*",
      families: [EverywhereStatement(count: 2), EverywhereStatement(count: 3)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened,
        """
        some x_* has S_g(x_*) ≥ max over gaps of σ·exp(gap²/8σ²)·exp(−q²/2), for any gaps > 0: better by \
        exp(q²/2 + (greatest gap² − least gap²)/8σ²), and attained by two modes
        """,
        families: (2...6).map {
          LineBoundStatement(count: $0, leastGap: Rational(1, 100), form: .sharpened)
        },
        control: control),
      Amendment(
        .sharpened,
        """
        with gaps of 6σ or more, at the midpoint of every gap S_g ≥ (N/2)·exp(−q²/2)·σ·exp(gap²/8σ²)·(1 − 10⁻¹⁴), N/2 better \
        again; the constant is the best, since at the outermost gaps it is at most 1 + 10⁻⁶ times that
        """,
        families: (3...5).flatMap { count in
          [
            MidpointConstant(count: count, isOutermost: false, excess: 1),
            MidpointConstant(count: count, isOutermost: true, excess: 1),
          ]
        },
        control: Control(
          "11/10 of that at every midpoint",
          families: [MidpointConstant(count: 3, isOutermost: false, excess: Rational(11, 10))])),
      Amendment(
        .sharpened,
        """
        with gaps of 6σ or more, the exact supremum is known within a factor (N/2)·exp(q²/2): \
        S_g(x) ≤ (N/2)·σ·exp(greatest gap²/8σ²) at every x, with equality for two modes, so that \
        sup S_g = σ·exp(gap²/8σ²) there
        """,
        families: (2...5).map { SupremumStatement(count: $0, side: .above(share: Rational(1, 2))) },
        control: Control(
          "half of that",
          families: (2...3).map {
            SupremumStatement(count: $0, side: .above(share: Rational(1, 4)))
          })),
      Amendment(
        .sharpened, "S_g(x) ≥ σ at every x, for any gaps > 0; σ is the limit at ±∞",
        families: (2...5).map { SupremumStatement(count: $0, side: .below(factor: 1)) },
        control: Control(
          "S_g(x) ≥ 11σ/10",
          families: [SupremumStatement(count: 2, side: .below(factor: Rational(11, 10)))])),
      Amendment(
        .generalised,
        """
        every locally Lipschitz g with g_#N(0, 1) = p_data, monotone or not, has \
        sup S_g ≥ sup over y of φ(Φ⁻¹(Ψ(y)))/p_data(y), the supremum of the monotone map's steepness: no map is less \
        steep than Ψ⁻¹∘Φ
        """,
        families: (2...4).map { AnyMapStatement(preimages: $0, factor: 1) },
        control: Control(
          "twice as much", families: [AnyMapStatement(preimages: 2, factor: 2)])),
    ]
  }

  let remarks = [
    "The separation of 6σ is not needed, nor that the modes are many: σ·exp(gap²/8σ²) comes from one gap.",
    """
    N = 1 is not excluded: the minimum is then over no gap and q is the 0-quantile, −∞; the bound has no value. S_g = σ.
    """,
    "With two modes both sides are equal, which balls cannot decide: those instances count as undecided.",
    "The proof's first inequality is stated for every y, where it is false; the midpoint of a gap is enough.",
    """
    Any map: where g takes the value y at z₁ … z_K, p_data(y) = Σφ(z_k)/|g′(z_k)| ≥ Σφ(z_k)/sup S_g, and \
    Σφ(z_k) ≥ φ(Φ⁻¹(P(g ≤ y))) since rays have the least Gaussian boundary. Searched over the z_k and slopes.
    """,
  ]

  let checkByHand: String? = """
    N = 2, ±4, σ = 1: q = 0, the bound is exp(64/8) = 2981, and g′(0) = φ(0)/p_data(0) = 1/exp(−8) = 2981
    """

  let recorded = Verdict.proved
}

/// Some midpoint is at least as steep as a bound, in logarithms.
private struct LineBoundStatement: Statement {
  enum Form {
    case printed
    case sharpened
  }

  let count: Int
  let leastGap: Rational
  let form: Form

  var variables: [Variable] { LineMixture<Double>.variables(count: count, leastGap: leastGap) }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    LineMixture(at: instance, count: count).hypotheses(leastGap: leastGap)
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let bound = LineMixture(at: instance, count: count).steepnessBound
    return .attained(
      bound.logAtMidpoints, atLeast: form == .printed ? bound.logPrinted : bound.logSharpened)
  }
}

/// log g′ at a midpoint against log of (N/2)·exp(−q²/2)·σ·exp(gap²/8σ²): from below at any gap, from above at the
/// first.
private struct MidpointConstant: Statement {
  let count: Int
  let isOutermost: Bool
  /// Multiplies the lower bound.
  let excess: Rational

  var variables: [Variable] {
    LineMixture<Double>.variables(count: count, leastGap: 6)
      + (isOutermost ? [] : [Variable("gap", in: 1...count - 1)])
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    LineMixture(at: instance, count: count).hypotheses(leastGap: 6)
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let mixture = LineMixture(at: instance, count: count)
    let index = isOutermost ? 0 : instance.choice("gap", among: count - 1)
    let bound = mixture.steepnessBound
    let slope = bound.logAtMidpoint(index) - S.log(mixture.standardDeviation)
    let value =
      S.log(S(Rational(count, 2))) - bound.quantile.squared / S(2)
      + mixture.relativeGaps[index].squared / S(8)
    if isOutermost { return .atLeast(value + S(Rational(1, 1_000_000)), slope) }
    return .atLeast(slope + S(Rational(1, 100_000_000_000_000)), value + S.log(S(excess)))
  }
}

/// A bound on the slope of the monotone map at an arbitrary output.
private struct SupremumStatement: Statement {
  enum Side {
    /// At most share·N·σ·exp(greatest gap²/8σ²).
    case above(share: Rational)
    /// At least factor·σ.
    case below(factor: Rational)
  }

  let count: Int
  let side: Side

  private var leastGap: Rational {
    if case .above = side { 6 } else { Rational(1, 100) }
  }

  var variables: [Variable] {
    LineMixture<Double>.variables(count: count, leastGap: leastGap) + [
      Variable("y", from: -1, to: 2)
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    LineMixture(at: instance, count: count).hypotheses(leastGap: leastGap)
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let mixture = LineMixture(at: instance, count: count)
    let span = mixture.modes[count - 1] - mixture.modes[0]
    let output = mixture.modes[0] + instance["y"] * span
    let slope = MeasurePreservingMap(to: mixture.density).logSteepness(atOutput: output)
    let deviation = S.log(mixture.standardDeviation)
    switch side {
    case .below(let factor): return .atLeast(slope, deviation + S.log(S(factor)))
    case .above(let share):
      let greatest = mixture.relativeGaps.dropFirst().reduce(mixture.relativeGaps[0], S.larger)
      return .atLeast(
        deviation + S.log(S(share) * S(count)) + greatest.squared / S(8), slope)
    }
  }
}

/// Any map that takes a value y at z₁ < … < z_K with slopes of alternating sign: the greatest slope there
/// against φ(Φ⁻¹(P(g ≤ y))) over the density Σφ(z_k)/|g′(z_k)| that it makes at y.
struct AnyMapStatement: Statement {
  let preimages: Int
  /// Multiplies the bound.
  let factor: Rational

  var variables: [Variable] {
    [Variable("z1", from: -4, to: 4)]
      + (2...preimages).map {
        Variable("step \($0)", from: Rational(1, 1000), to: 8, scale: .logarithmic)
      }
      + (1...preimages).map {
        Variable("slope \($0)", from: Rational(1, 100), to: 100, scale: .logarithmic)
      }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis(
        byConstruction:
          "g increases through y at z₁ and crosses it at each z_k; p_g is its density at y")
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    var places = [instance["z1"]]
    for step in instance["step ", preimages - 1] { places.append(places[places.count - 1] + step) }
    let slopes = instance["slope ", preimages]
    // g ≤ y left of z₁, between z₂ and z₃, …
    var below = S.normalCDF(places[0])
    var above = S.zero
    for index in 1..<preimages {
      let mass = S.normalMass(from: places[index - 1], to: places[index])
      if index.isMultiple(of: 2) { below += mass } else { above += mass }
    }
    let last = S.normalUpperTail(places[preimages - 1])
    if preimages.isMultiple(of: 2) { below += last } else { above += last }
    let density = zip(places, slopes).reduce(S.zero) { $0 + S.normalDensity($1.0) / $1.1 }
    let greatest = slopes.dropFirst().reduce(slopes[0], S.larger)
    let profile = IsoperimetricBound.logProfile(logLower: S.log(below), logUpper: S.log(above))
    return .atLeast(S.log(greatest), profile - S.log(density) + S.log(S(factor)))
  }
}

/// The printed bound at an arbitrary output y, which is false near a mode.
private struct EverywhereStatement: Statement {
  let count: Int

  var variables: [Variable] {
    LineMixture<Double>.variables(count: count, leastGap: 6) + [Variable("y", from: -1, to: 2)]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    LineMixture(at: instance, count: count).hypotheses(leastGap: 6)
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let mixture = LineMixture(at: instance, count: count)
    let span = mixture.modes[count - 1] - mixture.modes[0]
    let output = mixture.modes[0] + instance["y"] * span
    let map = MeasurePreservingMap(to: mixture.density)
    return .atLeast(map.logSteepness(atOutput: output), mixture.steepnessBound.logPrinted)
  }
}
