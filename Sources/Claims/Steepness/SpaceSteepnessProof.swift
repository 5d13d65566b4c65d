import ClaimKit
import GANTheory
import RealModule
import Scalars

struct TruncatedSlope: Claim {
  let id = "theorem-C.4-proof-derivative"
  let title = "Least slope of the truncated distribution function"
  let source = "Proof of Theorem C.4, definition of δ, appendix C.6"
  let statement = """
    Φ_r′(x) ≥ δ = exp(−r²/2)/√(2π) for |x| < r, Φ_r the CDF of N(0, 1) truncated to (−r, r)
    """
  let hypotheses = ["|x| < r"]

  var families: [any Statement] { [TruncatedSlopeStatement(form: .slope, factor: 1)] }
  var control: Control {
    Control("2δ", families: [TruncatedSlopeStatement(form: .slope, factor: 2)])
  }
  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened, "Φ_r′(x) ≥ δ/P(|Z| < r), Z ~ N(0, 1), the infimum, approached at ±r",
        families: [TruncatedSlopeStatement(form: .infimum, factor: 1)],
        control: Control(
          "11/10 of that",
          families: [TruncatedSlopeStatement(form: .infimum, factor: Rational(11, 10))]))
    ]
  }

  let recorded = Verdict.proved
}

struct TruncatedDeterminant: Claim {
  let id = "theorem-C.4-proof-determinant"
  let title = "Least Jacobian determinant of g₁ on the ball"
  let source = "Proof of Theorem C.4, appendix C.6"
  let statement = "|det J_{g₁}(x)| = Φ_r′(x₁)⋯Φ_r′(x_n) ≥ δⁿ for ‖x‖ < r, δ = exp(−r²/2)/√(2π)"
  let hypotheses = ["‖x‖ < r", "g₁ = (Φ_r, …, Φ_r)"]

  var families: [any Statement] { [TruncatedDeterminantStatement(isBall: false, factor: 1)] }
  var control: Control {
    Control(
      "δ^(n/2)", families: [TruncatedDeterminantStatement(isBall: false, factor: Rational(1, 2))])
  }
  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened,
        """
        on the ball only one coordinate can be near r: |det J_{g₁}| ≥ (2π)^(−n/2)·exp(−r²/2), better by exp((n − 1)·r²/2); the \
        bound M becomes better by exp((n − 1)·r²/2n)
        """,
        families: [TruncatedDeterminantStatement(isBall: true, factor: 1)],
        control: Control(
          "exp(−r²/4)",
          families: [TruncatedDeterminantStatement(isBall: true, factor: Rational(1, 2))]))
    ]
  }

  let uses = ["theorem-C.4-proof-derivative"]
  let recorded = Verdict.supported
}

struct UniformOnCube: Claim {
  let id = "theorem-C.4-proof-uniform"
  let title = "g₁ makes the truncated noise uniform on the cube"
  let source = "Proof of Theorem C.4, appendix C.6"
  let statement = """
    g₁ = (Φ_r, …, Φ_r) carries N(0, I_n), truncated to the ball of radius r, to the uniform law on (0, 1)ⁿ
    """
  let hypotheses = ["p_z = N(0, I_n) truncated to the ball of radius r"]

  var families: [any Statement] {
    [CubeStatement(dimension: 1, form: .uniform), CubeStatement(dimension: 2, form: .uniform)]
  }
  var control: Control {
    Control("twice the corrected density", families: [CubeStatement(dimension: 2, form: .doubled)])
  }
  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        the image is uniform on g₁(B_r), a part of the cube without its corners, with density P(|Z₁| < r)ⁿ/P(‖Z‖ < r), \
        which is > 1 for n ≥ 2
        """,
        families: [
          CubeStatement(dimension: 1, form: .onImage), CubeStatement(dimension: 2, form: .onImage),
        ], control: control),
      Amendment(
        .corrected, "if the noise is truncated to the cube (−r, r)ⁿ instead of the ball",
        families: [
          CubeStatement(dimension: 1, form: .cube), CubeStatement(dimension: 2, form: .cube),
          CubeStatement(dimension: 3, form: .cube),
        ],
        control: Control(
          "the ball's normalisation", families: [CubeStatement(dimension: 2, form: .uniform)])),
    ]
  }

  let remarks = [
    "True for n = 1. For n ≥ 2 the coordinates of the truncated noise depend on each other: (0.9r, 0.9r) is not in the ball.",
    "The rest of the proof needs p_z/|det J_{g₁}| only, which is constant on the ball: the step can be mended.",
  ]
  let uses = ["lemma-C.1-uniform"]
  let defect: Defect? = Defect(
    .argument,
    """
    For n ≥ 2 the coordinates of a Gaussian truncated to a ball are dependent, so that their CDFs do not carry it to the \
    uniform law on the cube; the image is not even the cube.
    """)
  let checkByHand: String? = """
    n = 2, r = 1: P(|Z₁| < 1)² = 0.6827² = 0.466, P(‖Z‖ < 1) = 1 − exp(−1/2) = 0.393: density 1.18 on the image
    """
  let recorded = Verdict.refuted
}

struct BranchesOfCube: Claim {
  let id = "theorem-C.4-proof-branches"
  let title = "Density of the data from the branches of g₂"
  let source = "Proof of Theorem C.4, display after Lemma C.2's application, appendix C.6"
  let statement = """
    p_data(g₂(y)) = Σ_k |det J_{g₂}(y)|⁻¹ over the pieces whose image contains g₂(y), with the same y in every term
    """
  let hypotheses = [
    "g₂ carries the uniform law on (0, 1)ⁿ to p_data", "g₂ is injective on each piece",
  ]

  var families: [any Statement] { [TentStatement(form: .samePoint)] }
  var control: Control { Control("one branch", families: [TentStatement(form: .oneBranch)]) }
  var amendments: [Amendment] {
    [
      Amendment(
        .corrected, "with y_k, the point of piece k with g₂(y_k) = g₂(y), in term k",
        families: [TentStatement(form: .points)], control: control),
      Amendment(
        .corrected,
        "what the proof needs, p_data(g₂(y)) ≥ |det J_{g₂}(y)|⁻¹, is right: one term of the sum",
        families: [TentStatement(form: .bound(1))],
        control: Control("twice that", families: [TentStatement(form: .bound(2))])),
    ]
  }

  let remarks = [
    "Searched on the line with g₂ = Ψ⁻¹ after a tent map with its peak at w; right for w = 1/2 only."
  ]
  let uses = ["lemma-C.2-second", "theorem-C.4-proof-uniform"]
  let defect: Defect? = Defect(
    .argument,
    "The second form of Lemma C.2 is used, which repeats one branch; the inequality that follows is right."
  )
  let checkByHand: String? = """
    U uniform, g₂(y) = 4y for y < 1/4 and 4(1 − y)/3 beyond: p = 1, at y = 1/8 the printed sum is 1/4 + 1/4
    """
  let recorded = Verdict.refuted
}

struct FarthestPointDensity: Claim {
  let id = "theorem-C.4-proof-farthest"
  let title = "The data are rarer at the farthest point than at multiples of the mean"
  let source = "Proof of Theorem C.4, appendix C.6"
  let statement = """
    p_data(x₀) ≤ p_data(λx̄) for every λ in [0, 2], x₀ the point of the ball of radius R = 2·max‖xᵢ‖ whose distance to the \
    nearest mode is greatest
    """
  let hypotheses = ["p_data is the equal mixture of N(xᵢ, σ²·I)", "0 ≤ λ ≤ 2"]

  var families: [any Statement] {
    [(2, 1), (2, 2), (3, 2), (4, 2), (3, 3)].map {
      FarthestStatement(count: $0.0, dimension: $0.1, leastMultiple: 0)
    }
  }
  var control: Control {
    Control(
      "λ in [2, 4]", families: [FarthestStatement(count: 3, dimension: 2, leastMultiple: 2)])
  }

  let remarks = [
    """
    True, though not for the reason that nearest distances suggest. Every point of the sphere is at least R/2 from every mode, so \
    that x₀ is, and p_data(x₀) ≤ (2πσ²)^(−n/2)·exp(−R²/8σ²); by Jensen p_data(λx̄) ≥ (2πσ²)^(−n/2)·exp(−mean ‖λx̄ − xᵢ‖²/2σ²), \
    whose mean is mean ‖xᵢ‖² + (λ² − 2λ)‖x̄‖² ≤ R²/4. Searched for every point at least R/2 from all modes.
    """,
    "The maximum over the open ball need not exist (one mode x₁: the supremum is at −2x₁); the closed ball is meant.",
    "That x₀ is a value of g₂ is not shown either; values come near to every point, which is enough.",
  ]
  let recorded = Verdict.proved
}

struct ReciprocalDensity: Claim {
  let id = "theorem-C.4-proof-reciprocal"
  let title = "Reciprocal of the density at a multiple of the mean"
  let source = "Proof of Theorem C.4, appendix C.6"
  let statement = "1/p_data(λx̄) ≥ (2πσ²)^(n/2)·min over i of exp(‖λx̄ − xᵢ‖²/2σ²)"
  let hypotheses = ["p_data is the equal mixture of N(xᵢ, σ²·I)"]

  var families: [any Statement] {
    [(2, 1), (3, 2), (3, 3)].map { ReciprocalStatement(count: $0.0, dimension: $0.1, factor: 1) }
  }
  var control: Control {
    Control(
      "3/2 of that", families: [ReciprocalStatement(count: 3, dimension: 2, factor: Rational(3, 2))]
    )
  }

  let recorded = Verdict.proved
}

struct ComposedDeterminant: Claim {
  let id = "theorem-C.4-proof-composition"
  let title = "Jacobian determinant of the composition"
  let source = "Proof of Theorem C.4, appendix C.6"
  let statement = """
    |det J_g| = |det J_{g₂}(y₀)·det J_{g₁}(g₂(y₀))| for g = g₂∘g₁, at the point that g₁ maps to y₀
    """
  let hypotheses = [
    "g = g₂∘g₁, g₁ = (Φ_r, …, Φ_r)", "g₂(y₀) is in the ball, where J_{g₁} is defined",
  ]

  var families: [any Statement] { [CompositionStatement(place: .output)] }
  var control: Control { Control("J_{g₁} at y₀", families: [CompositionStatement(place: .middle)]) }
  var amendments: [Amendment] {
    [
      Amendment(
        .corrected, "with J_{g₁} at z₀ = g₁⁻¹(y₀): J_g(z₀) = J_{g₂}(y₀)·J_{g₁}(z₀)",
        families: [CompositionStatement(place: .latent)], control: control)
    ]
  }

  let remarks = [
    """
    Printed as the determinant of J_g at y₀, a point of the cube where a point of the ball is due; x_* = y₀ in the end likewise. \
    Since |det J_{g₁}| ≥ δⁿ everywhere on the ball, the bound is not affected.
    """,
    "Searched on the line with g₂ = m + s·Φ⁻¹.",
  ]
  let defect: Defect? = Defect(
    .presentation,
    "The chain rule is evaluated at the wrong points: J_{g₁} belongs at the latent point g₁⁻¹(y₀), not at g₂(y₀)."
  )
  let checkByHand: String? = """
    n = 1, r → ∞, g₂ = 2 + Φ⁻¹, y₀ = 1/2: z₀ = 0 and g = 2 + z, g′ = 1; g₂′ = 1/φ(0), g₁′(g₂(y₀)) = φ(2): product 0.135
    """
  let recorded = Verdict.refuted
}

struct DeterminantBound: Claim {
  let id = "theorem-C.4-proof-spectral"
  let title = "Determinant against spectral norm"
  let source = "Proof of Theorem C.4, appendix C.6"
  let statement = "|det J| ≤ ‖J‖₂ⁿ, so that S_g ≥ |det J_g|^(1/n)"
  let hypotheses = ["J is a real n × n matrix"]

  var families: [any Statement] {
    [PlanarDeterminant(factor: 1)] as [any Statement]
      + [2, 3, 5].map { SingularProduct(count: $0, factor: 1) }
  }
  var control: Control {
    Control("half of the right side", families: [PlanarDeterminant(factor: 2)])
  }

  let remarks = [
    """
    By singular values, whose product is |det J|. Equality only where all are equal: a map that is steep in one direction loses \
    n-th roots.
    """
  ]
  let recorded = Verdict.supported
}

struct MeanMultiple: Claim {
  let id = "theorem-C.4-remark"
  let title = "The bound for λ = 1"
  let source = "Remark after the proof of Theorem C.4, appendix C.6"
  let statement = """
    with λ = 1 the bound is δ·σ·√(2π)·min over i of exp(‖x̄ − xᵢ‖²/2nσ²), at most M
    """
  let hypotheses = ["as in Theorem C.4"]

  var families: [any Statement] {
    [(2, 1), (2, 2), (3, 2), (4, 2)].map {
      MultipleStatement(count: $0.0, dimension: $0.1, factor: 1)
    }
  }
  var control: Control {
    Control(
      "M ≤ 10 times the bound for λ = 1",
      families: [MultipleStatement(count: 3, dimension: 2, factor: -10)])
  }

  let remarks = [
    "Where a mode lies at x̄ the bound for λ = 1 is δ·σ·√(2π), whatever the other modes are."
  ]
  let uses = ["theorem-3.2"]
  let recorded = Verdict.proved
}

/// log Φ_r′(x) against log(factor·δ), or against log(factor·δ/P(|Z| < r)).
private struct TruncatedSlopeStatement: Statement {
  enum Form {
    case slope
    case infimum
  }

  let form: Form
  let factor: Rational

  var variables: [Variable] {
    [
      Variable("r", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("x/r", from: Rational(-999, 1000), to: Rational(999, 1000)),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("r > 0", positive: instance["r"]),
      Hypothesis("|x| < r", positive: S(1) - instance["x/r"].squared),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let radius = instance["r"]
    let mass = S(1) - S(2) * S.normalUpperTail(radius)
    let place = Jet.variable(at: instance["x/r"] * radius, order: 1)
    // Φ_r by its definition.
    let below = Jet.normalCDF(place) - Jet(constant: S.normalUpperTail(radius))
    let slope = (below / Jet(constant: mass)).derivative(1)
    let bound = S(factor) * S.normalDensity(radius)
    return .atLeast(slope, form == .slope ? bound : bound / mass)
  }
}

/// log det J_{g₁} at a point of length θ·r in dimension n.
private struct TruncatedDeterminantStatement: Statement {
  /// Whether the bound is that of the ball, with exp(−r²/2), or δⁿ.
  let isBall: Bool
  /// Multiplies n·log δ, or r²/2.
  let factor: Rational

  var variables: [Variable] {
    [
      Variable("n", in: 1...3072),
      Variable("r", from: Rational(1, 10), to: 100, scale: .logarithmic),
      Variable("‖x‖/r", from: 0, to: Rational(999, 1000)),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("r > 0", positive: instance["r"]),
      Hypothesis("‖x‖ < r", positive: S(1) - instance["‖x‖/r"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (count, radius) = (instance["n"], instance["r"])
    let constant = S.log(S(2) * S.pi) / S(2)
    let logMass = S.log(S(1) - S(2) * S.normalUpperTail(radius))
    // Σ log φ(xᵢ) depends on ‖x‖ alone.
    let determinant =
      -count * constant - (instance["‖x‖/r"] * radius).squared / S(2) - count * logMass
    let bound =
      isBall
      ? -count * constant - S(factor) * radius.squared / S(2)
      : S(factor) * count * (-constant - radius.squared / S(2))
    return .atLeast(determinant, bound)
  }
}

/// The density of g₁(Z) at g₁(x), Z truncated to the ball or to the cube, in dimension up to 3.
private struct CubeStatement: Statement {
  enum Form {
    case uniform, onImage, doubled, cube
  }

  let dimension: Int
  let form: Form

  var variables: [Variable] {
    [Variable("r", from: Rational(1, 10), to: 6, scale: .logarithmic)]
      + (1...dimension).map { Variable("x/r \($0)", from: Rational(-1, 2), to: Rational(1, 2)) }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("r > 0", positive: instance["r"]),
      Hypothesis(byConstruction: "x is in the ball of radius r"),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let radius = instance["r"]
    let interval = S(1) - S(2) * S.normalUpperTail(radius)
    let cube = S.pow(interval, dimension)
    // P(‖Z‖ < r) in one and two dimensions.
    let ball = dimension == 1 ? interval : -S.expMinusOne(-radius.squared / S(2))
    let mass = form == .cube ? cube : ball
    let places = instance["x/r ", dimension].map { $0 * radius }
    let density = places.reduce(S(1) / mass) { product, place in
      let below = Jet.normalCDF(Jet.variable(at: place, order: 1))
      let slope = below.derivative(1) / interval
      return product * S.normalDensity(place) / slope
    }
    let claimed =
      switch form {
      case .uniform, .cube: S(1)
      case .onImage: cube / ball
      case .doubled: S(2) * cube / ball
      }
    return .equal([(left: density, right: claimed)])
  }
}

/// g₂ = Ψ⁻¹ after the tent with its peak at w: at y < w its slope is 1/(w·p), p = p_data(g₂(y)).
private struct TentStatement: Statement {
  enum Form {
    case samePoint, points, oneBranch
    case bound(Int)
  }

  let form: Form

  var variables: [Variable] {
    [
      Variable("w", from: Rational(1, 100), to: Rational(99, 100)),
      Variable("p", from: Rational(1, 100), to: 10, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("w > 0", positive: instance["w"]),
      Hypothesis("w < 1", positive: S(1) - instance["w"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (peak, density) = (instance["w"], instance["p"])
    // Slopes of Ψ⁻¹∘tent: 1/p times those of the tent.
    let rising = S(1) / (peak * density)
    let falling = S(1) / ((S(1) - peak) * density)
    switch form {
    case .samePoint: return .equal([(left: S(2) / rising, right: density)])
    case .points: return .equal([(left: S(1) / rising + S(1) / falling, right: density)])
    case .oneBranch: return .equal([(left: S(1) / rising, right: density)])
    case .bound(let factor): return .atLeast(density, S(factor) / rising)
    }
  }
}

/// p_data at a point that is R/2 or more from every mode against p_data at λx̄.
private struct FarthestStatement: Statement {
  let count: Int
  let dimension: Int
  let leastMultiple: Int

  var variables: [Variable] {
    PointMixture<Double>.variables(count: count, dimension: dimension)
      + (1...dimension).map { Variable("x₀/R \($0)", from: -1, to: 1) }
      + [Variable("λ", from: Rational(leastMultiple), to: Rational(leastMultiple + 2))]
  }

  private func place<S: Scalar>(_ instance: Assignment<S>, _ mixture: PointMixture<S>) -> (
    point: [S], radius: S
  ) {
    let lengths = mixture.modes.map { mode in
      S.sqrt(mode.dropFirst().reduce(mode[0].squared) { $0 + $1.squared })
    }
    let radius = S(2) * lengths.dropFirst().reduce(lengths[0], S.larger)
    return (instance["x₀/R ", dimension].map { $0 * radius }, radius)
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let mixture = PointMixture(at: instance, count: count, dimension: dimension)
    let (point, radius) = place(instance, mixture)
    let distances = mixture.modes.map { squaredDistance(point, $0) }
    return [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis(
        "x₀ is R/2 or more from every mode",
        nonNegative: distances.dropFirst().reduce(distances[0], S.smaller) - radius.squared / S(4)),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let mixture = PointMixture(at: instance, count: count, dimension: dimension)
    let (point, _) = place(instance, mixture)
    let multiple = mixture.centre.map { instance["λ"] * $0 }
    guard let there = mixture.density.logDensity(at: multiple),
      let here = mixture.density.logDensity(at: point)
    else { return nil }
    return .atLeast(there, here)
  }
}

/// −log p_data(λx̄) against its bound.
private struct ReciprocalStatement: Statement {
  let count: Int
  let dimension: Int
  let factor: Rational

  var variables: [Variable] {
    PointMixture<Double>.variables(count: count, dimension: dimension) + [
      Variable("λ", from: 0, to: 2)
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("σ > 0", positive: instance["σ"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let mixture = PointMixture(at: instance, count: count, dimension: dimension)
    let point = mixture.centre.map { instance["λ"] * $0 }
    guard let logDensity = mixture.density.logDensity(at: point) else { return nil }
    let distances = mixture.modes.map { squaredDistance(point, $0) }
    let least = distances.dropFirst().reduce(distances[0], S.smaller)
    let variance = mixture.standardDeviation.squared
    let bound =
      S(dimension) * S.log(S(2) * S.pi * variance) / S(2) + least / (S(2) * variance)
    return .atLeast(-logDensity, bound + S.log(S(factor)))
  }
}

/// g′ of g = g₂∘Φ_r with g₂ = m + s·Φ⁻¹, at z₀ = Φ_r⁻¹(y₀).
private struct CompositionStatement: Statement {
  enum Place {
    case latent, middle, output
  }

  let place: Place

  var variables: [Variable] {
    [
      Variable("r", from: Rational(1, 2), to: 10, scale: .logarithmic),
      Variable("z₀/r", from: Rational(-9, 10), to: Rational(9, 10)),
      Variable("m", from: -3, to: 3),
      Variable("s", from: Rational(1, 10), to: 10, scale: .logarithmic),
    ]
  }

  /// y₀ with both tails, and g near z₀.
  private func parts<S: Scalar>(_ instance: Assignment<S>) -> (middle: S, map: Jet<S>, mass: S) {
    let radius = instance["r"]
    let mass = S(1) - S(2) * S.normalUpperTail(radius)
    let latent = Jet.variable(at: instance["z₀/r"] * radius, order: 1)
    let outside = Jet(constant: S.normalUpperTail(radius))
    let below = (Jet.normalCDF(latent) - outside) / Jet(constant: mass)
    let above = (Jet.normalUpperTail(latent) - outside) / Jet(constant: mass)
    let score = Jet.normalQuantile(logLower: .log(below), logUpper: .log(above))
    let map = Jet(constant: instance["m"]) + Jet(constant: instance["s"]) * score
    return (below.value, map, mass)
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let (_, map, _) = parts(instance)
    return [
      Hypothesis("s > 0", positive: instance["s"]),
      Hypothesis("|g₂(y₀)| < r", positive: instance["r"].squared - map.value.squared),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (middle, map, mass) = parts(instance)
    let score = (map.value - instance["m"]) / instance["s"]
    let outer = instance["s"] / S.normalDensity(score)
    let point =
      switch place {
      case .latent: instance["z₀/r"] * instance["r"]
      case .middle: middle
      case .output: map.value
      }
    let inner = S.normalDensity(point) / mass
    return .equal([(left: outer * inner, right: map.derivative(1))])
  }
}

/// ‖J‖₂² ≥ factor·|det J| in the plane.
private struct PlanarDeterminant: Statement {
  let factor: Int

  var variables: [Variable] { (1...4).map { Variable("j\($0)", from: -10, to: 10) } }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let entries = instance["j", 4]
    let norm = planarSpectralNorm([[entries[0], entries[1]], [entries[2], entries[3]]])
    let determinant = entries[0] * entries[3] - entries[1] * entries[2]
    return .atLeast(norm.squared, S(factor) * S.larger(determinant, -determinant))
  }
}

/// The n-th power of the greatest singular value against their product.
private struct SingularProduct: Statement {
  let count: Int
  let factor: Int

  var variables: [Variable] {
    (1...count).map {
      Variable("s\($0)", from: Rational(1, 100), to: 100, scale: .logarithmic)
    }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let values = instance["s", count]
    let greatest = values.dropFirst().reduce(values[0], S.larger)
    let product = values.dropFirst().reduce(values[0], *)
    return .atLeast(S.pow(greatest, count), S(factor) * product)
  }
}

/// log M against the same with λ = 1, or below ten times it where the factor is negative.
private struct MultipleStatement: Statement {
  let count: Int
  let dimension: Int
  let factor: Int

  var variables: [Variable] {
    PointMixture<Double>.variables(count: count, dimension: dimension) + [
      Variable("r", from: Rational(1, 10), to: 10, scale: .logarithmic)
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("σ > 0", positive: instance["σ"]), Hypothesis("r > 0", positive: instance["r"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let mixture = PointMixture(at: instance, count: count, dimension: dimension)
    let bound = SpaceBound(
      modes: mixture.modes, standardDeviation: mixture.standardDeviation, radius: instance["r"])
    let remark = bound.logPrinted(squaredDistance: bound.leastSquaredDistance(at: S(1)))
    guard factor < 0 else { return .atLeast(bound.logPrinted, remark) }
    return .atLeast(remark + S.log(S(-factor)), bound.logPrinted)
  }
}
