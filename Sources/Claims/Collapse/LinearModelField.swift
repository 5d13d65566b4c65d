import ClaimKit
import GANTheory
import RealModule
import Scalars

struct LinearModelGradient: Claim {
  let id = "equation-4.1-gradient"
  let title = "Length of ∇d/d under the linear model"
  let source = "Section 4.1, paragraph on mode boundaries"
  let statement = "‖∇d(x)/d(x)‖ = 1/(4σ − r), r = ‖x − xᵢ‖"
  let hypotheses = ["d(x) = 1/2 − ‖x − xᵢ‖/8σ", "r < 4σ"]

  var families: [any Statement] {
    [1, 2, 3].map { GradientStatement(form: .length, dimension: $0) }
  }

  var control: Control {
    Control("1/(8σ − r)", families: [GradientStatement(form: .wrongLength, dimension: 2)])
  }

  let remarks = ["Not printed but needed: r > 0. At r = 0 d has a kink and no gradient."]

  let uses = ["assumption-4.1", "assumption-4.1-differentiable"]

  let recorded = Verdict.proved
}

struct GradientNearBoundary: Claim {
  let id = "prose-4.1-boundary"
  let title = "The gradient grows sharply towards the boundary"
  let source = "Section 4.1, paragraphs on mode boundaries"
  let statement = """
    ‖∇d/d‖ increases as r → 4σ, beyond every bound: it is at least 1/ε where 4σ − ε ≤ r < 4σ
    """
  let hypotheses = ["d(x) = 1/2 − ‖x − xᵢ‖/8σ", "0 < r < 4σ"]

  var families: [any Statement] {
    [BoundaryStatement(form: .increasing), BoundaryStatement(form: .unbounded)]
  }

  var control: Control {
    Control("it decreases", families: [BoundaryStatement(form: .decreasing)])
  }

  let remarks = [
    "The growth is that of the model: with an optimal d of two Gaussians ∇log d grows linearly in r."
  ]

  let uses = ["equation-4.1-gradient"]

  let recorded = Verdict.proved
}

struct PushFromBoundary: Claim {
  let id = "prose-4.1-direction"
  let title = "The field near a boundary points away from the boundary"
  let source = "Section 4.1; Table 1, collapse"
  let statement = """
    particles near a mode boundary are pushed away from it; judged as ∇d/d·(x − xᵢ) ≤ 0: towards the mode
    """
  let hypotheses = ["d(x) = 1/2 − ‖x − xᵢ‖/8σ", "0 < r < 4σ"]

  var families: [any Statement] { [DirectionStatement(isOutward: false)] }

  var control: Control {
    Control("away from the mode", families: [DirectionStatement(isOutward: true)])
  }

  let remarks = [
    "The push is inwards, so that by itself it keeps particles at their mode: see prose-4.1-escape."
  ]

  let uses = ["equation-4.1-gradient"]

  let recorded = Verdict.proved
}

struct EscapeFromMode: Claim {
  let id = "prose-4.1-escape"
  let title = "Particles near a boundary are pushed away from their mode"
  let source = "Sections 2.1 and 4.1; Table 1, collapse"
  let statement = """
    particles near a mode boundary escape from their mode, which reduces the number of modes; judged as: \
    following ∇d/d, r does not decrease for 2σ < r < 4σ
    """
  let hypotheses = ["d(x) = 1/2 − ‖x − xᵢ‖/8σ", "2σ < r < 4σ"]

  var families: [any Statement] { [FlowStatement(form: .escapes)] }

  var control: Control {
    Control("r ≥ 4σ at any later time", families: [FlowStatement(form: .leaves)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        a single finite step s takes a particle farther from its mode just where s > 2r(4σ − r), and out of \
        the ball of radius 4σ, on the far side, just where s > 16σ² − r²; smaller steps take it nearer
        """,
        families: OvershootStatement.Form.allCases.map {
          OvershootStatement(form: $0, dimension: 2)
        }
          + [OvershootStatement(form: .farther, dimension: 1)],
        control: Control(
          "farther wherever s > r(4σ − r)",
          families: [OvershootStatement(form: .farther, dimension: 2, share: Rational(1, 2))])),
      Amendment(
        .sharpened,
        """
        in continuous time r(t) = 4σ − √((4σ − r₀)² + 2t): every particle of the ball moves to its mode and \
        reaches it at t = r₀(8σ − r₀)/2 ≤ 8σ²; none leaves, so that the mass at each mode is conserved
        """,
        families: [FlowStatement(form: .solution)],
        control: Control("√((4σ − r₀)² + t)", families: [FlowStatement(form: .wrongSolution)]),
        isExhaustive: true),
      Amendment(
        .generalised,
        """
        for any step the two particles xᵢ ± y keep their mean: where p_g is symmetric around its modes, the \
        distance between the means of two modes' masses does not change
        """,
        families: [1, 2, 3].map { MeanStatement(dimension: $0, isTilted: false) },
        control: Control(
          "particles at xᵢ + y and xᵢ − 2y", families: [MeanStatement(dimension: 2, isTilted: true)]
        )),
    ]
  }

  let remarks = [
    "What the formulas support is overshooting by a finite step, an artefact of the step size.",
    "For every s > 0 some r overshoots, since 2r(4σ − r) → 0 as r → 4σ and as r → 0.",
    "The field is 0/0 between the balls: where a particle goes that has left one is not in the model.",
  ]

  let uses = ["equation-4.1-gradient", "prose-4.1-direction"]

  let defect: Defect? = Defect(
    .interpretation,
    """
    ∇d/d points to the mode everywhere in its ball. Particles near the boundary are attracted, not expelled; \
    only a finite step that exceeds 2r(4σ − r) moves them farther away.
    """)

  let checkByHand: String? = """
    σ = 1, r₀ = 3: dr/dt = −1/(4 − 3) = −1, hence r(1/2) = 4 − √(1 + 1) = 2.59 < 3
    """

  let recorded = Verdict.refuted
}

struct VectorsThroughCentres: Claim {
  let id = "figure-13"
  let title = "Vectors of the field pass through the mode centres"
  let source = "Figure 13 and appendix G.1, last paragraph"
  let statement = """
    with σ² = 0.0125 unscaled vectors ∇d/d that start in the ball of a mode end beyond the mode; of vectors \
    scaled to a tenth some do; judged for all: ‖∇d/d‖/10 ≥ r for 0 < r < 4σ
    """
  let hypotheses = ["d(x) = 1/2 − ‖x − xᵢ‖/8σ", "σ² = 0.0125"]

  var families: [any Statement] {
    [
      ArrowStatement(form: .reachesCentre(scale: 1)),
      ArrowStatement(form: .reachesCentre(scale: 10)),
    ]
  }

  var control: Control {
    Control(
      "all vectors that are scaled to a twenty-first",
      families: [ArrowStatement(form: .reachesCentre(scale: 21))])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .sharpened,
        """
        all vectors pass through the centre at every scale down to 4σ² = 1/20; unscaled, all end outside the \
        ball on the far side, at least 1/4σ (more than 2.23) beyond the centre
        """,
        families: [
          ArrowStatement(form: .reachesCentre(scale: 20)), ArrowStatement(form: .leavesBall),
        ],
        control: Control(
          "at a twenty-first", families: [ArrowStatement(form: .reachesCentre(scale: 21))]))
    ]
  }

  let remarks = [
    "An arrow of length ‖∇d/d‖ is a step of size 1; the figure shows overshooting by such a step, not a flow.",
    "The caption calls the arrows 'outward': they point to the centre, and end beyond it.",
  ]

  let uses = ["equation-4.1-gradient"]

  let recorded = Verdict.proved
}

// MARK: Statements

/// Gradients of d and log d by jets, at any point of the ball.
struct GradientStatement: Statement {
  enum Form {
    /// ‖∇d/d‖ = 1/(4σ − r).
    case length
    case wrongLength
    /// ∇d = −y/8σr.
    case slope
    case wrongSlope
  }

  let form: Form
  let dimension: Int

  var variables: [Variable] { ballVariables(dimension: dimension) }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    ballHypotheses(instance, dimension: dimension)
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let y = ballPoint(instance, dimension: dimension)
    let r = S.sqrt(y.reduce(S.zero) { $0 + $1.squared })
    func model(_ place: [Jet<S>]) -> Jet<S> {
      LinearDiscriminator(
        mode: place.map { _ in .zero }, standardDeviation: Jet(constant: deviation)
      ).value(at: place)
    }
    switch form {
    case .length, .wrongLength:
      let slope = gradient(at: y) { Jet.log(model($0)) }
      let length = S.sqrt(slope.reduce(S.zero) { $0 + $1.squared })
      let reach = S(form == .length ? 4 : 8) * deviation
      return .equal([(left: S(1) / (reach - r), right: length)])
    case .slope, .wrongSlope:
      let sign = S(form == .slope ? -1 : 1)
      let slope = gradient(at: y) { model($0) }
      return .equal(
        zip(y, slope).map { (left: sign * $0 / (S(8) * deviation * r), right: $1) })
    }
  }
}

/// At two distances from the mode, in the plane.
private struct BoundaryStatement: Statement {
  enum Form {
    case increasing
    case decreasing
    case unbounded
  }

  let form: Form

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable(
        "(4σ − r)/σ", from: Rational(1, 1_000_000), to: Rational(399, 100), scale: .logarithmic),
      Variable("share", from: Rational(1, 1000), to: Rational(99, 100), scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis("r < 4σ", positive: instance["(4σ − r)/σ"]),
      Hypothesis("r > 0", positive: S(4) - instance["(4σ − r)/σ"]),
      Hypothesis("nearer to the boundary", positive: S(1) - instance["share"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let rest = instance["(4σ − r)/σ"] * deviation
    let nearer = instance["share"] * rest
    let lengths = [rest, nearer].map { rest in
      let slope = gradient(at: [S(4) * deviation - rest, .zero]) {
        Jet.log(
          LinearDiscriminator(
            mode: [.zero, .zero], standardDeviation: Jet(constant: deviation)
          ).value(at: $0))
      }
      return S.sqrt(slope[0].squared + slope[1].squared)
    }
    return switch form {
    case .increasing: .atLeast(lengths[1], lengths[0])
    case .decreasing: .atLeast(lengths[0], lengths[1])
    case .unbounded: .atLeast(lengths[1], S(1) / rest)
    }
  }
}

/// ∇log d·y by jets along the ray.
private struct DirectionStatement: Statement {
  let isOutward: Bool

  var variables: [Variable] { ballVariables(dimension: 3) }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    ballHypotheses(instance, dimension: 3)
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = Jet(constant: instance["σ"])
    let y = ballPoint(instance, dimension: 3)
    let slope = gradient(at: y) {
      Jet.log(
        LinearDiscriminator(mode: [.zero, .zero, .zero], standardDeviation: deviation)
          .value(at: $0))
    }
    let product = zip(slope, y).reduce(S.zero) { $0 + $1.0 * $1.1 }
    return isOutward ? .atLeast(product, .zero) : .atLeast(.zero, product)
  }
}

/// r(t) along the flow; its derivative by a jet in t.
private struct FlowStatement: Statement {
  enum Form {
    /// r(t) ≥ r₀.
    case escapes
    /// r(t) ≥ 4σ.
    case leaves
    /// r′(t) = −1/(4σ − r(t)) and r(0) = r₀.
    case solution
    case wrongSolution
  }

  let form: Form

  private var isIdentity: Bool { form == .solution || form == .wrongSolution }

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      // Positive, so that algebra sees the sign under the root.
      Variable("(4σ − r₀)/σ", from: Rational(1, 100), to: 2),
      Variable(isIdentity ? "t" : "t/end", from: Rational(1, 100), to: Rational(99, 100)),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]),
      Hypothesis("r₀ > 2σ", positive: S(2) - instance["(4σ − r₀)/σ"]),
      Hypothesis("r₀ < 4σ", positive: instance["(4σ − r₀)/σ"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let start = S(4) * deviation - instance["(4σ − r₀)/σ"] * deviation
    let model = LinearDiscriminator(mode: [], standardDeviation: deviation)
    if isIdentity {
      // Any t for which the square root exists.
      let lifted = LinearDiscriminator<Jet<S>>(
        mode: [], standardDeviation: Jet(constant: deviation))
      let time = Jet.variable(at: instance["t"], order: 1)
      let scaled = form == .solution ? time : time / Jet(2)
      let distance = lifted.distance(after: scaled, from: Jet(constant: start))
      let slope = distance.derivative(1)
      return .equal([
        (left: slope * (S(4) * deviation - distance.value), right: S(-1))
      ])
    }
    let end = start * (S(8) * deviation - start) / S(2)
    let later = model.distance(after: instance["t/end"] * end, from: start)
    return form == .escapes ? .atLeast(later, start) : .atLeast(later, S(4) * deviation)
  }
}

/// One step of a particle at distance r, in one or two dimensions.
private struct OvershootStatement: Statement {
  enum Form: CaseIterable {
    /// s ≥ 2r(4σ − r): at least as far from the mode as before.
    case farther
    /// s ≤ 2r(4σ − r): at most as far.
    case nearer
    /// s ≥ 16σ² − r²: outside the ball.
    case outside
    /// s ≤ 16σ² − r²: inside.
    case inside
  }

  let form: Form
  let dimension: Int
  /// Multiplies the limit.
  var share: Rational = 1

  private var isAbove: Bool { form == .farther || form == .outside }

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("r/σ", from: Rational(1, 100), to: Rational(399, 100)),
      isAbove
        ? Variable("s/limit", from: 1, to: 10, scale: .logarithmic)
        : Variable("s/limit", from: Rational(1, 100), to: 1, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]), Hypothesis("r > 0", positive: instance["r/σ"]),
      Hypothesis("r < 4σ", positive: S(4) - instance["r/σ"]),
      isAbove
        ? Hypothesis("s ≥ limit", nonNegative: instance["s/limit"] - S(1))
        : Hypothesis("s ≤ limit", nonNegative: S(1) - instance["s/limit"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let r = instance["r/σ"] * deviation
    let mode = [S](repeating: .zero, count: dimension)
    let model = LinearDiscriminator(mode: mode, standardDeviation: deviation)
    let limit =
      form == .farther || form == .nearer
      ? model.overshootingStep(atDistance: r) : model.escapingStep(atDistance: r)
    let step = instance["s/limit"] * S(share) * limit
    var place = mode
    place[0] = r
    let moved = zip(place, model.velocity(at: place)).map { $0 + step * $1 }
    let distance = model.distance(to: moved)
    return switch form {
    case .farther: .atLeast(distance, r)
    case .nearer: .atLeast(r, distance)
    case .outside: .atLeast(distance, S(4) * deviation)
    case .inside: .atLeast(S(4) * deviation, distance)
    }
  }
}

/// The mean of two particles after one step.
private struct MeanStatement: Statement {
  let dimension: Int
  /// The second particle at −2y instead of −y.
  let isTilted: Bool

  var variables: [Variable] {
    ballVariables(dimension: dimension, reach: 1)
      + [Variable("s", from: Rational(1, 100), to: 100, scale: .logarithmic)]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    ballHypotheses(instance, dimension: dimension)
      + [Hypothesis("s > 0", positive: instance["s"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let y = ballPoint(instance, dimension: dimension)
    let model = LinearDiscriminator(
      mode: y.map { _ in .zero }, standardDeviation: instance["σ"])
    let opposite = y.map { S(isTilted ? -2 : -1) * $0 }
    func moved(_ place: [S]) -> [S] {
      zip(place, model.velocity(at: place)).map { $0 + instance["s"] * $1 }
    }
    // Offsets, so that both sides are numbers of ordinary size.
    return .equal(
      zip(zip(moved(y), moved(opposite)), zip(y, opposite)).map {
        (left: S(1) + $0.0 + $0.1, right: S(1) + $1.0 + $1.1)
      })
  }
}

/// σ² = 1/80 and a vector at distance r, scaled by 1/scale.
private struct ArrowStatement: Statement {
  enum Form {
    case reachesCentre(scale: Int)
    case leavesBall
  }

  let form: Form

  var variables: [Variable] {
    [Variable("r/σ", from: Rational(1, 100), to: Rational(399, 100))]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("r > 0", positive: instance["r/σ"]),
      Hypothesis("r < 4σ", positive: S(4) - instance["r/σ"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = S.sqrt(S(Rational(1, 80)))
    let r = instance["r/σ"] * deviation
    let model = LinearDiscriminator(mode: [.zero, .zero], standardDeviation: deviation)
    let length = -model.velocity(at: [r, .zero])[0]
    return switch form {
    case .reachesCentre(let scale): .atLeast(length, S(scale) * r)
    case .leavesBall: .atLeast(length - r, S(4) * deviation)
    }
  }
}

// MARK: Points of the ball

func ballVariables(dimension: Int, reach: Rational = 2) -> [Variable] {
  [Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic)]
    + (1...dimension).map {
      Variable("y\($0)/σ", from: Rational(-reach.numerator, reach.denominator), to: reach)
    }
}

func ballPoint<S: Scalar>(_ instance: Assignment<S>, dimension: Int) -> [S] {
  (1...dimension).map { instance["y\($0)/σ"] * instance["σ"] }
}

func ballHypotheses<S: Scalar>(
  _ instance: Assignment<S>, dimension: Int
) -> [Hypothesis<S>] {
  let squares = ballPoint(instance, dimension: dimension).reduce(S.zero) { $0 + $1.squared }
  return [
    Hypothesis("σ > 0", positive: instance["σ"]), Hypothesis("r > 0", positive: squares),
    Hypothesis("r < 4σ", positive: S(16) * instance["σ"].squared - squares),
  ]
}
