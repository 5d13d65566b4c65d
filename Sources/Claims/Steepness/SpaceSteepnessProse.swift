import ClaimKit
import GANTheory
import RealModule
import Scalars

struct SpaceBoundInDistance: Claim {
  let id = "prose-3.2-space-distance"
  let title = "The bound in space grows exponentially with the distances"
  let source = "Section 3.2, after Theorem 3.2"
  let statement = """
    when all modes are dilated by c ≥ 1, the bound M grows exponentially with the squared distances: log M increases by \
    (c² − 1)·D²/2nσ², D² = max over λ of min over i of ‖λx̄ − xᵢ‖²
    """
  let hypotheses = ["M as in Theorem 3.2", "σ, r and n fixed"]

  var families: [any Statement] {
    [(2, 1), (2, 2), (3, 2)].map { DilationStatement(count: $0.0, dimension: $0.1, power: 2) }
  }
  var control: Control {
    Control("c³ in place of c²", families: [DilationStatement(count: 3, dimension: 2, power: 3)])
  }

  let remarks = [
    "True of M; since every number is a lower bound under the theorem's hypotheses, it says nothing of S_g.",
    "The rate is 1/2nσ² in the squared distance from λx̄: n times less than that of the truth, 1/8σ² in the squared gap.",
  ]
  let uses = ["theorem-3.2"]
  let recorded = Verdict.proved
}

struct SpaceBoundInVariance: Claim {
  let id = "prose-3.2-space-variance"
  let title = "The bound in space grows as the variance falls"
  let source = "Section 3.2, after Theorem 3.2"
  let statement =
    "with the modes fixed, M grows when σ falls, while the modes are separated by 6σ or more"
  let hypotheses = ["M as in Theorem 3.2", "two modes at distance 6σ or more, r and n fixed"]

  var families: [any Statement] { [VarianceStatement(limit: .separation)] }
  var control: Control {
    Control("while D ≥ σ√n/2", families: [VarianceStatement(limit: .distance(Rational(1, 4)))])
  }
  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        while D² ≥ nσ², D the greatest over λ of the least distance from λx̄ to a mode; M falls with σ where D² < nσ², and is \
        least at σ = D/√n. With n = 3072 this asks for D ≥ 55σ
        """,
        families: [VarianceStatement(limit: .distance(1))], control: control),
      Amendment(
        .corrected,
        """
        for the steepness itself: two modes need sup S_g ≥ σ·exp(gap²/8σ²) in every dimension, which grows as σ falls while \
        gap ≥ 2σ
        """,
        families: [VarianceStatement(limit: .truth(2))],
        control: Control("while gap ≥ σ", families: [VarianceStatement(limit: .truth(1))])),
    ]
  }

  let remarks = [
    """
    Read as monotone in σ, with the paper's own 6σ for 'widely separated'. As σ → 0 with everything else fixed it is true; but \
    how small σ must be depends on √n, which is not said.
    """
  ]
  let uses = ["theorem-3.2"]
  let defect: Defect? = Defect(
    .interpretation,
    """
    The factor σ of M outweighs the exponential unless the modes are √n·σ away from λx̄: in high dimension a smaller variance \
    makes the bound smaller for modes that count as well separated.
    """)
  let checkByHand: String? = """
    n = 16, modes ±3, r fixed: σ = 1 gives M ∝ exp(9/32) = 1.32, σ = 1/2 gives ½·exp(36/32) = 1.54, but σ = 3/4 gives \
    ¾·exp(16/32) = 1.24 < 1.32
    """
  let recorded = Verdict.refuted
}

struct ModesAwayFromOrigin: Claim {
  let id = "theorem-3.2-translation"
  let title = "Modes may be supposed to differ from the origin"
  let source = "Theorem 3.2, 'without loss of generality'; Theorem C.4"
  let statement = """
    moving the data by v, which moves g by v and leaves S_g as it is, leaves the bound M as it is, so that xᵢ ≠ 0 is no \
    restriction
    """
  let hypotheses = ["M as in Theorem 3.2"]

  var families: [any Statement] {
    [
      TranslationStatement(count: 1, form: .bound), TranslationStatement(count: 2, form: .bound),
    ]
  }
  var control: Control {
    Control(
      "the steepness of the monotone map, doubled by a translation",
      families: [TranslationStatement(count: 2, form: .doubled)])
  }
  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        "S_g is invariant, of the monotone map on the line at corresponding points; M is not",
        families: [TranslationStatement(count: 2, form: .steepness)], control: control)
    ]
  }

  let remarks = [
    """
    M depends on the origin through λx̄. For one mode, x₁ = v and g = v + z have S_g = 1, while M grows like \
    exp(‖v‖²/2nσ²) with the distance from the origin: no bound of this form can hold for maps that exist.
    """,
    "xᵢ ≠ 0 is used nowhere in the proof.",
  ]
  let uses = ["theorem-3.2"]
  let defect: Defect? = Defect(
    .result,
    """
    M changes when the data are translated although the steepness of the maps does not; for one mode it grows without bound with \
    the distance from the origin, where a translation of the noise, of steepness σ, would do.
    """)
  let checkByHand: String? = """
    n = 1, N = 1, σ = 1: x₁ = 1 gives log M = 1/2 − r²/2, x₁ = 3 gives 9/2 − r²/2 (λ = 0 or 2, distance |x₁|)
    """
  let recorded = Verdict.refuted
}

extension SpaceSteepnessLowerBound {
  /// What a map from the whole Gaussian must do, in any dimension.
  var furtherAmendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        for p_z = N(0, I_n), without truncation, and every locally Lipschitz g with g_#p_z = p_data: sup S_g ≥ φ(Φ⁻¹(Ψᵤ(c)))/pᵤ(c) \
        for every unit vector u and every c, where Ψᵤ and pᵤ are CDF and density of ⟨u, y⟩ under p_data: the bound of the line for \
        the projected modes, free of n. Two modes: sup S_g ≥ σ·exp(gap²/8σ²)
        """,
        families: (2...4).map { AnyMapStatement(preimages: $0, factor: 1) }
          + [
            PlaneMapStatement(count: 2, form: .projection(1)),
            PlaneMapStatement(count: 3, form: .projection(1)),
          ],
        control: Control(
          "twice as much", families: [PlaneMapStatement(count: 2, form: .projection(2))])),
      Amendment(
        .sharpened,
        """
        that is the best constant for two modes in every dimension: the map that is monotone along their axis and σ·z across has \
        sup S_g = σ·exp(gap²/8σ²)
        """,
        families: [AxisMapStatement(form: .attained(1))],
        control: Control(
          "11/10 of that", families: [AxisMapStatement(form: .attained(Rational(11, 10)))])),
      Amendment(
        .corrected,
        """
        at a given point: an injective continuously differentiable g with g_#N(0, I_n) = p_data has \
        S_g(z) ≥ |det J_g(z)|^(1/n) = (p_z(z)/p_data(g(z)))^(1/n) at every z. Searched for the triangular map of the plane
        """,
        families: [
          PlaneMapStatement(count: 2, form: .volume(1)),
          PlaneMapStatement(count: 3, form: .volume(1)),
        ],
        control: Control("twice as much", families: [PlaneMapStatement(count: 2, form: .volume(2))])
      ),
      Amendment(
        .sharpened,
        """
        what volume loses: at the centre between two modes the map along their axis has log(S_g/σ) = gap²/8σ², the n-th root of its \
        determinant gives gap²/8nσ² only: for a gap of 20σ, exp(50) against exp(50/n), which is 2.2, 1.066 and 1.016 for n = 64, \
        784 and 3072
        """,
        families: [AxisMapStatement(form: .volume(1))],
        control: Control(
          "without n", families: [AxisMapStatement(form: .volume(0))]), isExhaustive: true),
      Amendment(
        .sharpened,
        """
        M ≤ σ, which every map's supremum exceeds, unless D ≥ √n·r·σ, D the distance in M. A ball that keeps half of the noise has \
        r ≈ √n, so that M says something for D > nσ only: 64σ, 784σ and 3072σ for n = 64, 784 and 3072
        """,
        families: [TrivialRangeStatement(factor: 1)],
        control: Control("unless D ≥ 2√n·r·σ", families: [TrivialRangeStatement(factor: 2)])),
    ]
  }
}

/// log M of modes dilated by c against log M plus (c^power − 1)·D²/2nσ².
private struct DilationStatement: Statement {
  let count: Int
  let dimension: Int
  let power: Int

  var variables: [Variable] {
    PointMixture<Double>.variables(count: count, dimension: dimension) + [
      Variable("r", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("c", from: 1, to: 4),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis("c ≥ 1", nonNegative: instance["c"] - S(1)),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let mixture = PointMixture(at: instance, count: count, dimension: dimension)
    let (deviation, factor) = (mixture.standardDeviation, instance["c"])
    func bound(_ modes: [[S]]) -> SpaceBound<S> {
      SpaceBound(modes: modes, standardDeviation: deviation, radius: instance["r"])
    }
    let original = bound(mixture.modes)
    let spread =
      original.bestMultiple.squaredDistance / (S(2) * S(dimension) * deviation.squared)
    let dilated = bound(mixture.modes.map { $0.map { factor * $0 } })
    return .equal([
      (
        left: dilated.logPrinted,
        right: original.logPrinted + (S.pow(factor, power) - S(1)) * spread
      )
    ])
  }
}

/// Whether M, or the true bound, grows when σ becomes share·σ, for two modes at ±D along an axis.
private struct VarianceStatement: Statement {
  enum Limit {
    /// 2D ≥ 6σ.
    case separation
    /// D² ≥ factor·nσ².
    case distance(Rational)
    /// gap = 2D ≥ factor·σ, and σ·exp(gap²/8σ²) in place of M.
    case truth(Int)
  }

  let limit: Limit

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("D/σ", from: Rational(1, 2), to: 100, scale: .logarithmic),
      Variable("n", in: 1...3072),
      Variable("share", from: Rational(1, 10), to: Rational(99, 100)),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let distance = instance["D/σ"]
    let room: Hypothesis<S> =
      switch limit {
      case .separation:
        Hypothesis("the modes are 6σ apart or more", nonNegative: S(2) * distance - S(6))
      case .distance(let factor):
        Hypothesis(
          "D² ≥ nσ², or that share of it",
          nonNegative: distance.squared - S(factor) * instance["n"])
      case .truth(let factor):
        Hypothesis("gap ≥ 2σ, or half of it", nonNegative: S(2) * distance - S(factor))
      }
    return [Hypothesis("σ > 0", positive: instance["σ"]), room]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let distance = instance["D/σ"] * deviation
    func value(_ deviation: S) -> S {
      if case .truth = limit {
        return SteepnessODE(modeOffset: distance, standardDeviation: deviation).logOptimalSteepness
      }
      return SpaceBound.logPrinted(
        squaredDistance: distance.squared, dimension: instance["n"],
        standardDeviation: deviation, radius: S(1))
    }
    return .atLeast(value(instance["share"] * deviation), value(deviation))
  }
}

/// log M, or the slope of the monotone map, of translated modes on the line.
private struct TranslationStatement: Statement {
  enum Form {
    case bound, steepness, doubled
  }

  let count: Int
  let form: Form

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("x1", from: Rational(1, 10), to: 10),
      Variable("v/σ", from: Rational(1, 10), to: 10),
      Variable("y", from: -2, to: 8),
    ]
      + (1..<count).map { Variable("gap/σ \($0)", from: 1, to: 20, scale: .logarithmic) }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]), Hypothesis("xᵢ ≠ 0", positive: instance["x1"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    var modes = [instance["x1"]]
    for gap in instance["gap/σ ", count - 1] {
      modes.append(modes[modes.count - 1] + gap * deviation)
    }
    let shift = instance["v/σ"] * deviation
    let moved = modes.map { $0 + shift }
    if form == .bound {
      func bound(_ modes: [S]) -> S {
        SpaceBound(modes: modes.map { [$0] }, standardDeviation: deviation, radius: S(1)).logPrinted
      }
      return .equal([(left: bound(moved), right: bound(modes))])
    }
    func slope(_ modes: [S], _ output: S) -> S {
      MeasurePreservingMap(
        to: GaussianMixture(modes: modes.map { [$0] }, standardDeviation: deviation)
      ).logSteepness(atOutput: output)
    }
    let output = modes[0] + instance["y"] * deviation
    let expected = slope(modes, output) + (form == .doubled ? S.log(S(2)) : .zero)
    return .equal([(left: slope(moved, output + shift), right: expected)])
  }
}

/// ‖J_g‖₂ of the triangular map of the plane, from the Jacobian of its inverse, against a bound.
struct PlaneMapStatement: Statement {
  enum Form {
    /// factor·φ(Φ⁻¹(Ψ₁(y₁)))/p₁(y₁), the half-space through y across the first axis.
    case projection(Int)
    /// factor·(p_z(z)/p_data(y))^(1/2).
    case volume(Int)
    /// p_data(y) = p_z(z)·|det J_{g⁻¹}(y)|, or factor times that.
    case density(Int)
  }

  let count: Int
  let form: Form

  var variables: [Variable] {
    PointMixture<Double>.variables(count: count, dimension: 2, reach: 6) + [
      Variable("y/σ 1", from: -8, to: 8), Variable("y/σ 2", from: -8, to: 8),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis(byConstruction: "g is the triangular map from N(0, I₂) to the mixture"),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let mixture = PointMixture(at: instance, count: count, dimension: 2).density
    let output = instance["y/σ ", 2].map { $0 * instance["σ"] }
    let inverse = KnotheMap(to: mixture.mapped { Jet(constant: $0) })
    let rows = jacobian(at: output) { inverse.latent(at: $0) }
    let determinant = rows[0][0] * rows[1][1] - rows[0][1] * rows[1][0]
    // ‖A⁻¹‖₂ = ‖A‖₂/|det A| in the plane.
    let steepness = S.log(planarSpectralNorm(rows)) - S.log(determinant)
    guard let logDensity = mixture.logDensity(at: output) else { return nil }
    let latent = KnotheMap(to: mixture).latent(at: output)
    let logNoise = latent.reduce(S.zero) { $0 + S.logNormalDensity($1) }
    switch form {
    case .projection(let factor):
      let bound = IsoperimetricBound.logSteepness(of: mixture, cut: output[0])
      return .atLeast(steepness, bound + S.log(S(factor)))
    case .volume(let factor):
      return .atLeast(steepness, (logNoise - logDensity) / S(2) + S.log(S(factor)))
    case .density(let factor):
      return .equal([(left: logNoise + S.log(S(factor) * determinant), right: logDensity)])
    }
  }
}

/// The map that is monotone along the axis of two modes and σ·z across it, in dimension n.
private struct AxisMapStatement: Statement {
  enum Form {
    /// At every point S_g ≤ factor·σ·exp(gap²/8σ²) in the other direction: some point has at least that.
    case attained(Rational)
    /// log of the n-th root of the determinant at the centre is log σ + gap²/8nσ²; without n for 0.
    case volume(Int)
  }

  let form: Form

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("gap/σ", from: Rational(1, 10), to: 20, scale: .logarithmic),
    ]
      + (isVolume
        ? [Variable("n", from: 2, to: 3072, scale: .logarithmic)]
        : [Variable("y", from: -2, to: 2)])
  }

  private var isVolume: Bool {
    if case .volume = form { true } else { false }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis("gap > 0", positive: instance["gap/σ"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let half = instance["gap/σ"] * deviation / S(2)
    let map = MeasurePreservingMap(
      to: GaussianMixture(modes: [[-half], [half]], standardDeviation: deviation))
    let bound = S.log(deviation) + instance["gap/σ"].squared / S(8)
    switch form {
    case .attained(let factor):
      // The norm of a diagonal Jacobian; the slope along the axis at y against the one at the centre.
      let along = map.logSteepness(atOutput: instance["y"] * half)
      let norm = S.larger(along, S.log(deviation))
      return .atLeast(bound, norm + S.log(S(factor)))
    case .volume(let dimensions):
      let along = map.logSteepness(atOutput: .zero)
      let count = instance["n"]
      let root = (along + (count - S(1)) * S.log(deviation)) / count
      let spread = instance["gap/σ"].squared / S(8)
      return .equal([
        (left: along, right: bound),
        (left: root, right: S.log(deviation) + (dimensions == 0 ? spread : spread / count)),
      ])
    }
  }
}

/// M ≤ σ where D < factor·√n·r·σ.
private struct TrivialRangeStatement: Statement {
  let factor: Int

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("D/σ", from: Rational(1, 10), to: 10_000, scale: .logarithmic),
      Variable("n", in: 1...3072),
      Variable("r", from: Rational(1, 10), to: 100, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let limit = S(factor * factor) * instance["n"] * instance["r"].squared
    return [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis("D < √n·r·σ, or twice that", positive: limit - instance["D/σ"].squared),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let bound = SpaceBound.logPrinted(
      squaredDistance: (instance["D/σ"] * deviation).squared, dimension: instance["n"],
      standardDeviation: deviation, radius: instance["r"])
    return .atLeast(S.log(deviation), bound)
  }
}
