import ClaimKit
import GANTheory
import RealModule
import Scalars

struct QuantileOfUniform: Claim {
  let id = "lemma-C.1-quantile"
  let title = "The quantile function of a uniform variable"
  let source = "Lemma C.1, first statement, appendix C.4"
  let statement =
    "F⁻¹(U) has the law of X, for U uniform on (0, 1) and F the CDF of any X on the line"
  let hypotheses = [
    "X takes values on the line", "F⁻¹(u) = min{x : F(x) ≥ u} where F has no inverse",
  ]

  var families: [any Statement] {
    [
      GaloisStatement(side: .below, isStrict: false),
      GaloisStatement(side: .above, isStrict: false),
    ]
  }
  var control: Control {
    Control(
      "F⁻¹(u) ≤ x wherever u ≤ F(x) + 1/10",
      families: [GaloisStatement(side: .below, isStrict: true)])
  }

  let remarks = [
    "F⁻¹ is not defined in the lemma; with the usual generalised inverse it holds for every law.",
    """
    Searched as F⁻¹(u) ≤ x ⟺ u ≤ F(x), which gives P(F⁻¹(U) ≤ x) = F(x), for Laplace laws with an atom of mass w at 0.
    """,
  ]
  let recorded = Verdict.proved
}

struct UniformOfCDF: Claim {
  let id = "lemma-C.1-uniform"
  let title = "A variable in its own distribution function"
  let source = "Lemma C.1, second statement, appendix C.4"
  let statement = "F(X) is uniform on (0, 1) for F the CDF of any X on the line"
  let hypotheses = ["X takes values on the line"]

  var families: [any Statement] { [OwnCDFStatement(form: .equal)] }
  var control: Control {
    Control("P(F(X) ≤ u) ≤ 9u/10", families: [OwnCDFStatement(form: .atMost(Rational(9, 10)))])
  }
  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        "if F is continuous; with a density p the density of F(X) at F(x) is p(x)/F′(x) = 1. Searched for mixtures",
        families: (1...3).map { UniformDensityStatement(count: $0, isShifted: false) },
        control: Control(
          "F′ one tenth of σ farther on",
          families: [UniformDensityStatement(count: 2, isShifted: true)])),
      Amendment(
        .sharpened,
        "for any X, P(F(X) ≤ u) ≤ u, and the shortfall is at most the largest jump of F",
        families: [OwnCDFStatement(form: .atMost(1)), OwnCDFStatement(form: .jump(1))],
        control: Control(
          "at most half of the largest jump",
          families: [OwnCDFStatement(form: .jump(Rational(1, 2)))])),
    ]
  }

  let remarks = [
    "The paper uses it for p_data only, whose CDF is continuous: nothing there depends on the defect."
  ]
  let defect: Defect? = Defect(
    .hypothesis,
    "The second statement needs a continuous F; for a law with an atom F(X) is not uniform.")
  let checkByHand: String? = "X = 0 always: F(X) = F(0) = 1 always"
  let recorded = Verdict.refuted
}

struct MapCharacterisation: Claim {
  let id = "theorem-C.2"
  let title = "Every map with the right push-forward is Ψ⁻¹∘h∘Φ"
  let source = "Theorem C.2, appendix C.4; section 3.2"
  let statement = """
    g_#N(0, 1) = p_data implies g = Ψ⁻¹∘h∘Φ with h = Ψ∘g∘Φ⁻¹ measure-preserving on (0, 1)
    """
  let hypotheses = ["g_#N(0, 1) = p_data", "Ψ is the CDF of p_data"]

  var families: [any Statement] {
    (1...3).map { BranchStatement(count: $0, form: .densityOfTransform) }
  }
  var control: Control {
    Control(
      "with h = Ψ∘g∘Φ", families: [BranchStatement(count: 2, form: .densityWithoutInverse)])
  }
  var amendments: [Amendment] {
    [
      Amendment(
        .generalised,
        "and conversely: if h preserves the uniform law, g = Ψ⁻¹∘h∘Φ has g_#N(0, 1) = p_data",
        families: (1...3).map { BranchStatement(count: $0, form: .converse) },
        control: Control(
          "with twice the slope of h on one branch",
          families: [BranchStatement(count: 2, form: .converseDoubled)]))
    ]
  }

  let remarks = [
    """
    Ψ is continuous and strictly increasing for Assumption 2.1, so that Ψ⁻¹∘Ψ is the identity; for general p_data the equality \
    would hold almost everywhere only.
    """,
    """
    Searched as: where g takes the value y at z₁ … z_K and p_data(y) = Σφ(z_k)/|g′(z_k)|, the density Σ1/|h′(Φ(z_k))| of h(U) \
    at Ψ(y) is 1; K up to 3, slopes and places free.
    """,
  ]
  let uses = ["lemma-C.1-uniform", "lemma-C.2-first"]
  let recorded = Verdict.supported
}

struct MapCharacterisationProof: Claim {
  let id = "theorem-C.2-proof"
  let title = "Chain of push-forwards in the proof"
  let source = "Proof of Theorem C.2, appendix C.4"
  let statement = "(Ψ∘g∘Φ⁻¹)_#U = (Ψ∘g)_#p_z = Ψ_#p_data = U, U the uniform law on (0, 1)"
  let hypotheses = ["g_#p_z = p_data", "p_z = N(0, 1)"]

  var families: [any Statement] {
    (1...3).map { BranchStatement(count: $0, form: .chain) }
  }
  var control: Control {
    Control(
      "Ψ_#p_z in place of Ψ_#p_data", families: [BranchStatement(count: 2, form: .chainOfNoise)])
  }

  let remarks = [
    "As densities at Ψ(y): Σ1/|h′| = Σφ(z_k)/(p_data(y)·|g′(z_k)|) = p_data(y)/p_data(y) = 1."
  ]
  let uses = ["lemma-C.1-quantile", "lemma-C.1-uniform"]
  let recorded = Verdict.supported
}

/// A Laplace law with an atom of mass w at 0, and its generalised inverse.
private struct AtomLaw<S: Scalar> {
  let atom: S

  func cdf(_ x: S, isNegative: Bool) -> S {
    let tail = (S(1) - atom) / S(2)
    return isNegative ? tail * S.exp(x) : S(1) - tail * S.exp(-x)
  }

  /// min{x : F(x) ≥ u}; nil where it is undecided which part u belongs to.
  func quantile(_ u: S) -> S? {
    let tail = (S(1) - atom) / S(2)
    switch (tail - u).isNonNegative {
    case .holds: return S.log(u / tail)
    case .undecided: return nil
    case .fails: break
    }
    switch (S(1) - tail - u).isNonNegative {
    case .holds: return .zero
    case .undecided: return nil
    case .fails: return -S.log((S(1) - u) / tail)
    }
  }
}

/// One direction of F⁻¹(u) ≤ x ⟺ u ≤ F(x).
private struct GaloisStatement: Statement {
  enum Side {
    /// u ≤ F(x) implies F⁻¹(u) ≤ x.
    case below
    /// u ≥ F(x) + 0 implies F⁻¹(u) ≥ x.
    case above
  }

  let side: Side
  /// Allows u up to F(x) + 1/10: false.
  let isStrict: Bool

  var variables: [Variable] {
    [
      Variable("w", from: 0, to: Rational(9, 10)), Variable("x", from: -3, to: 3),
      Variable("u", from: Rational(1, 1000), to: Rational(999, 1000)),
    ]
  }

  private func excess<S: Scalar>(_ instance: Assignment<S>) -> S? {
    let isNegative: Bool
    switch instance["x"].isNonNegative {
    case .holds: isNegative = false
    case .fails: isNegative = true
    case .undecided: return nil
    }
    return AtomLaw(atom: instance["w"]).cdf(instance["x"], isNegative: isNegative) - instance["u"]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let excess = excess(instance) ?? .zero
    switch side {
    case .below:
      return [
        Hypothesis(
          "u ≤ F(x)", nonNegative: isStrict ? excess + S(Rational(1, 10)) : excess)
      ]
    case .above: return [Hypothesis("u > F(x)", positive: -excess)]
    }
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    guard let quantile = AtomLaw(atom: instance["w"]).quantile(instance["u"]) else { return nil }
    switch side {
    case .below: return .atLeast(instance["x"], quantile)
    case .above: return .atLeast(quantile, instance["x"])
    }
  }
}

/// P(F(X) ≤ u) for X = 1 with probability w and 0 otherwise: F(0) = 1 − w, F(1) = 1.
private struct OwnCDFStatement: Statement {
  enum Form {
    case equal
    case atMost(Rational)
    /// u − P(F(X) ≤ u) ≤ factor times the largest jump.
    case jump(Rational)
  }

  let form: Form

  var variables: [Variable] {
    [
      Variable("w", from: Rational(1, 100), to: Rational(99, 100)),
      Variable("u", from: Rational(1, 100), to: Rational(99, 100)),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("0 < w", positive: instance["w"]),
      Hypothesis("w < 1", positive: S(1) - instance["w"]),
      // Where both are equal balls do not tell on which side of the jump u is.
      Hypothesis("u ≠ 1 − w", positive: (S(1) - instance["w"] - instance["u"]).squared),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let level = S(1) - instance["w"]
    let probability: S
    switch (instance["u"] - level).isNonNegative {
    case .holds: probability = level
    case .fails: probability = .zero
    case .undecided: return nil
    }
    switch form {
    case .equal: return .equal([(left: probability, right: instance["u"])])
    case .atMost(let factor): return .atLeast(S(factor) * instance["u"], probability)
    case .jump(let factor):
      return .atLeast(
        S(factor) * S.larger(level, instance["w"]), instance["u"] - probability)
    }
  }
}

/// p(x)/F′(x) = 1 for a mixture, F′ by a jet through its tails.
private struct UniformDensityStatement: Statement {
  let count: Int
  let isShifted: Bool

  var variables: [Variable] {
    LineMixture<Double>.variables(count: count, leastGap: Rational(1, 10), greatestGap: 10)
      + [Variable("y", from: -4, to: 14)]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("σ > 0", positive: instance["σ"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let mixture = LineMixture(at: instance, count: count)
    let place = mixture.modes[0] + instance["y"] * mixture.standardDeviation
    let other = isShifted ? place + mixture.standardDeviation / S(10) : place
    let lifted = mixture.density.mapped { Jet(constant: $0) }
    let slope = lifted.cdf(.variable(at: other, order: 1)).derivative(1)
    guard let logDensity = mixture.density.logDensity(at: [place]) else { return nil }
    return .equal([(left: S.exp(logDensity), right: slope)])
  }
}

/// Any map that takes a value y at K places: latent points and slopes are free, the density of the data at y is
/// the one that they make.
private struct BranchStatement: Statement {
  enum Form {
    case densityOfTransform, densityWithoutInverse
    case converse, converseDoubled
    case chain, chainOfNoise
  }

  let count: Int
  let form: Form

  var variables: [Variable] {
    (1...count).map { Variable("z\($0)", from: -3, to: 3) }
      + (1...count).map {
        Variable("slope \($0)", from: Rational(1, 100), to: 100, scale: .logarithmic)
      }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis(
        byConstruction: "g takes the value y at z₁ … z_K with these slopes, and nowhere else")
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let places = instance["z", count]
    let slopes = instance["slope ", count]
    let data = zip(places, slopes).reduce(S.zero) { $0 + S.normalDensity($1.0) / $1.1 }
    // Ψ near y by its slope, g near z_k by its, Φ⁻¹ by the quantile of a jet through Φ.
    let transforms = zip(places, slopes).map { place, slope in
      data * slope * latentSlope(at: place)
    }
    let density = transforms.reduce(S.zero) { $0 + S(1) / $1 }
    switch form {
    case .densityOfTransform: return .equal([(left: density, right: S(1))])
    case .densityWithoutInverse:
      let other = zip(places, slopes).reduce(S.zero) {
        $0 + S(1) / (data * $1.1 * S.normalDensity($1.0))
      }
      return .equal([(left: other, right: S(1))])
    case .converse, .converseDoubled:
      // Slopes of h with Σ1/|h′| = 1, and the density that g = Ψ⁻¹∘h∘Φ makes of the noise.
      let total = slopes.reduce(S.zero) { $0 + S(1) / $1 }
      let generated = zip(places, slopes).enumerated().reduce(S.zero) { sum, pair in
        let (index, (place, slope)) = pair
        let isDoubled = form == .converseDoubled && index == 0
        let transform = slope * total * S(isDoubled ? 2 : 1)
        return sum + S.normalDensity(place) / (transform * S.normalDensity(place) / data)
      }
      return .equal([(left: generated, right: data)])
    case .chain:
      let middle = zip(places, slopes).reduce(S.zero) {
        $0 + S.normalDensity($1.0) / (data * $1.1)
      }
      return .equal([(left: density, right: middle), (left: middle, right: data / data)])
    case .chainOfNoise:
      return .equal([(left: density, right: S.normalDensity(places[0]) / data)])
    }
  }

  /// (Φ⁻¹)′ at Φ(z), by the jet of the quantile.
  private func latentSlope<S: Scalar>(at place: S) -> S {
    let below = Jet(coefficients: [S.normalCDF(place), S(1)])
    let above = Jet(coefficients: [S.normalUpperTail(place), S(-1)])
    return Jet.normalQuantile(logLower: .log(below), logUpper: .log(above)).derivative(1)
  }
}
