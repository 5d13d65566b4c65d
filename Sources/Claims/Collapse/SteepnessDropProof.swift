import ClaimKit
import GANTheory
import RealModule
import Scalars

struct DiscriminatorSlope: Claim {
  let id = "theorem-C.9-proof-gradient"
  let title = "Gradient of the linear discriminator"
  let source = "Proof of Theorem C.9, second display, appendix C.9"
  let statement = "∇d(x) = −y/(8σr), y = x − xᵢ, r = ‖y‖"
  let hypotheses = ["d(x) = 1/2 − ‖x − xᵢ‖/8σ", "0 < r < 4σ"]

  var families: [any Statement] {
    (1...3).map { GradientStatement(form: .slope, dimension: $0) }
  }

  var control: Control {
    Control("y/(8σr)", families: [GradientStatement(form: .wrongSlope, dimension: 2)])
  }

  let uses = ["assumption-4.1-differentiable"]

  let recorded = Verdict.proved
}

struct JacobianUpdateProof: Claim {
  let id = "theorem-C.8-proof"
  let title = "Differentiation of the update, line by line"
  let source = "Proof of Theorem C.8, last two displays, appendix C.9"
  let statement = """
    J_{g′} = J_g + s·∇_z(v(g(z))) and ∇_z(v(g(z))) = ∇_x v(g(z))·J_g(z), v = ∇d/d
    """
  let hypotheses = ["g′ = g + s·v∘g"]

  var families: [any Statement] {
    [(1, 1), (2, 2)].map {
      PolynomialUpdateStatement(latents: $0.0, outputs: $0.1, isEvaluatedAtLatent: false)
    }
  }

  var control: Control {
    Control(
      "∇_x v at z",
      families: [PolynomialUpdateStatement(latents: 2, outputs: 2, isEvaluatedAtLatent: true)])
  }

  let remarks = [
    "Linearity of the derivative and the chain rule; searched with quadratic g and v.",
    "That every z is updated, not only the sampled zᵢ, is what infinitely many particles stand for.",
  ]

  let recorded = Verdict.proved
}

struct SpectralSubmultiplicativity: Claim {
  let id = "theorem-C.9-proof-submultiplicative"
  let title = "Steepness after the update by submultiplicativity"
  let source = "Proof of Theorem C.9, third display, appendix C.9"
  let statement = "S_{g′}(z) = ‖(I + sH)·J_g(z)‖ ≤ ‖I + sH‖·S_g(z)"
  let hypotheses = ["H is the Hessian of log d at g(z)"]

  var families: [any Statement] { [NormStatement(form: .submultiplicative)] }

  var control: Control {
    Control("≥", families: [NormStatement(form: .supermultiplicative)])
  }

  let uses = ["theorem-4.1"]

  let recorded = Verdict.supported
}

struct RadialEigenvalue: Claim {
  let id = "theorem-C.9-proof-simplification"
  let title = "Simplification of the eigenvalue along the radius"
  let source = "Proof of Theorem C.9, last display but one, appendix C.9"
  let statement = "−1/(r(4σ − r)) + (4σ − 2r)/(r(4σ − r)²) = −1/(4σ − r)²"
  let hypotheses = ["0 < r < 4σ"]

  var families: [any Statement] { [SimplificationStatement(numerator: 2)] }

  let isExhaustive = true

  var control: Control {
    Control("4σ − 3r in the numerator", families: [SimplificationStatement(numerator: 3)])
  }

  let recorded = Verdict.proved
}

struct NormAsLargestEigenvalue: Claim {
  let id = "theorem-C.9-proof-norm"
  let title = "Spectral norm of I + sH"
  let source = "Proof of Theorem C.9, last display but one, appendix C.9"
  let statement = "‖I + sH‖ = 1 − s/(4σ − r)², the largest eigenvalue of the symmetric I + sH"
  let hypotheses = ["0 < r < 2σ", "0 < s < (4σ − r)²"]

  var families: [any Statement] { [NormStatement(form: .largestEigenvalue)] }

  var control: Control {
    Control("‖I + sH‖ = 1 − s/(r(4σ − r))", families: [NormStatement(form: .otherEigenvalue)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        ‖I + sH‖ = max(|1 − s/(4σ − r)²|, |1 − s/(r(4σ − r))|) in n ≥ 2 dimensions, for every s > 0 and \
        0 < r < 4σ; it is 1 − s/(4σ − r)² just where r ≤ 2σ and s ≤ r(4σ − r)²/2σ
        """,
        families: [NormStatement(form: .larger), NormStatement(form: .limited)],
        control: Control("without |·|", families: [NormStatement(form: .largerUnsigned)]))
    ]
  }

  let remarks = [
    "For a symmetric matrix the norm is the largest eigenvalue in absolute value.",
    "On the line there is one eigenvalue, and the display is right for s ≤ (4σ − r)².",
  ]

  let uses = ["theorem-C.9-eigenvalues", "theorem-C.9-proof-positive-definite"]

  let defect: Defect? = Defect(
    .argument,
    "The norm of a symmetric matrix is its largest eigenvalue only if no negative one is larger in size."
  )

  let checkByHand: String? =
    "σ = 1, r = 1, s = 6: the eigenvalues are 1 − 6/9 = 1/3 and 1 − 6/3 = −1, so that the norm is 1"

  let recorded = Verdict.refuted
}

struct PositiveDefiniteness: Claim {
  let id = "theorem-C.9-proof-positive-definite"
  let title = "I + sH is positive definite"
  let source = "Proof of Theorem C.9, after the last display but one, appendix C.9"
  let statement = "s < (4σ − r)² makes I + sH positive definite"
  let hypotheses = ["0 < r < 2σ", "0 < s < (4σ − r)²"]

  var families: [any Statement] { [DefiniteStatement(limit: .printed, isReversed: false)] }

  var control: Control {
    Control("s < 2(4σ − r)²", families: [DefiniteStatement(limit: .doubled, isReversed: false)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        in n ≥ 2 dimensions and for r ≤ 2σ it is positive semidefinite just where s ≤ r(4σ − r), which is at \
        most (4σ − r)² and tends to 0 with r
        """,
        families: [
          DefiniteStatement(limit: .derived, isReversed: false),
          DefiniteStatement(limit: .derived, isReversed: true),
        ],
        control: Control(
          "s < 2r(4σ − r)", families: [DefiniteStatement(limit: .derivedDoubled, isReversed: false)]
        )
      )
    ]
  }

  let uses = ["theorem-C.9-eigenvalues"]

  let defect: Defect? = Defect(
    .argument,
    """
    The eigenvalue across the radius, 1 − s/(r(4σ − r)), is negative for s > r(4σ − r), which is less than \
    (4σ − r)² everywhere in the ball of radius 2σ.
    """)

  let checkByHand: String? = "σ = 1, r = 1, s = 6 < 9: 1 − 6/(1·3) = −1 < 0"

  let recorded = Verdict.refuted
}

struct ThresholdAtTwoDeviations: Claim {
  let id = "arithmetic-4.3-threshold"
  let title = "Value of ‖∇d/d‖ at 2σ"
  let source = "Section 4.3, ingredient (i)"
  let statement = "‖∇d/d‖ = 1/2σ at distance 2σ from a mode"
  let hypotheses = ["d(x) = 1/2 − ‖x − xᵢ‖/8σ"]

  var families: [any Statement] { [TwoDeviationsStatement(divisor: 2)] }

  let isExhaustive = true

  var control: Control { Control("1/4σ", families: [TwoDeviationsStatement(divisor: 4)]) }

  let remarks = [
    "1/2σ is one over a length; k_d/2σ compares it with a number, see algorithm-2-scale."
  ]

  let uses = ["equation-4.1-gradient"]

  let recorded = Verdict.proved
}

// MARK: Statements

/// I + sH in the plane at (r, 0), H by jets through ∇d/d.
private struct NormStatement: Statement {
  enum Form {
    case submultiplicative
    case supermultiplicative
    case largestEigenvalue
    case otherEigenvalue
    case larger
    case largerUnsigned
    case limited
  }

  let form: Form

  private var hasGenerator: Bool { form == .submultiplicative || form == .supermultiplicative }
  private var isPrinted: Bool { form == .largestEigenvalue || form == .otherEigenvalue }

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      isPrinted || form == .limited
        ? Variable("r/σ", from: Rational(1, 100), to: Rational(199, 100))
        : Variable("r/σ", from: Rational(1, 100), to: Rational(399, 100)),
      isPrinted
        ? Variable("s/(4σ − r)²", from: Rational(1, 1000), to: Rational(99, 100))
        : form == .limited
          ? Variable("s/limit", from: Rational(1, 1000), to: 1)
          : Variable("s/σ²", from: Rational(1, 1000), to: 20, scale: .logarithmic),
    ] + (hasGenerator ? ["a", "b", "c", "e"].map { Variable($0, from: -2, to: 2) } : [])
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let common = [
      Hypothesis("σ > 0", positive: instance["σ"]), Hypothesis("r > 0", positive: instance["r/σ"]),
    ]
    if isPrinted {
      return common + [
        Hypothesis("r < 2σ", positive: S(2) - instance["r/σ"]),
        Hypothesis("s < (4σ − r)²", positive: S(1) - instance["s/(4σ − r)²"]),
      ]
    }
    if form == .limited {
      return common + [
        Hypothesis("r ≤ 2σ", nonNegative: S(2) - instance["r/σ"]),
        Hypothesis("s ≤ r(4σ − r)²/2σ", nonNegative: S(1) - instance["s/limit"]),
      ]
    }
    return common + [Hypothesis("r < 4σ", positive: S(4) - instance["r/σ"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let r = instance["r/σ"] * deviation
    let model = LinearDiscriminator(mode: [.zero, .zero], standardDeviation: deviation)
    let step =
      isPrinted
      ? instance["s/(4σ − r)²"] * (S(4) * deviation - r).squared
      : form == .limited
        ? instance["s/limit"] * model.largestContractingStep(atDistance: r)
        : instance["s/σ²"] * deviation.squared
    let velocityJacobian = jacobian(at: [r, .zero]) {
      LinearDiscriminator(mode: [.zero, .zero], standardDeviation: Jet(constant: deviation))
        .velocity(at: $0)
    }
    let update = GeneratorUpdate(stepSize: step)
    let identity = [[S(1), S.zero], [S.zero, S(1)]]
    let norm = planarSpectralNorm(update.jacobian(identity, velocityJacobian: velocityJacobian))
    let rates = model.eigenvalues(atDistance: r)
    let along = S(1) + step * rates.radial
    let across = S(1) + step * rates.tangential
    switch form {
    case .submultiplicative, .supermultiplicative:
      let generator = [[instance["a"], instance["b"]], [instance["c"], instance["e"]]]
      let updated = planarSpectralNorm(
        update.jacobian(generator, velocityJacobian: velocityJacobian))
      let product = norm * planarSpectralNorm(generator)
      return form == .submultiplicative ? .atLeast(product, updated) : .atLeast(updated, product)
    case .largestEigenvalue, .limited: return .equal([(left: along, right: norm)])
    case .otherEigenvalue: return .equal([(left: across, right: norm)])
    case .larger:
      return .equal([(left: model.contraction(atDistance: r, stepSize: step), right: norm)])
    case .largerUnsigned: return .equal([(left: S.larger(along, across), right: norm)])
    }
  }
}

private struct SimplificationStatement: Statement {
  let numerator: Int

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("r/σ", from: Rational(1, 100), to: Rational(399, 100)),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]), Hypothesis("r > 0", positive: instance["r/σ"]),
      Hypothesis("r < 4σ", positive: S(4) - instance["r/σ"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let r = instance["r/σ"] * instance["σ"]
    let reach = S(4) * instance["σ"]
    let rest = reach - r
    return .equal([
      (
        left: S(-1) / (r * rest) + (reach - S(numerator) * r) / (r * rest.squared),
        right: S(-1) / rest.squared
      )
    ])
  }
}

/// wᵀ(I + sH)w ≥ 0 in the plane; the converse with w across the radius.
private struct DefiniteStatement: Statement {
  enum Limit {
    case printed
    case doubled
    case derived
    case derivedDoubled
  }

  let limit: Limit
  /// Steps beyond the limit, and a direction in which the form is negative.
  let isReversed: Bool

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("r/σ", from: Rational(1, 100), to: Rational(199, 100)),
      isReversed
        ? Variable("s/limit", from: 1, to: 10, scale: .logarithmic)
        : Variable("s/limit", from: Rational(1, 1000), to: Rational(99, 100)),
    ] + (isReversed ? [] : [Variable("angle", from: 0, to: 4)])
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]), Hypothesis("r > 0", positive: instance["r/σ"]),
      Hypothesis("r < 2σ", positive: S(2) - instance["r/σ"]),
      isReversed
        ? Hypothesis("s ≥ limit", nonNegative: instance["s/limit"] - S(1))
        : Hypothesis("s < limit", positive: S(1) - instance["s/limit"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let r = instance["r/σ"] * deviation
    let rest = S(4) * deviation - r
    let largest =
      switch limit {
      case .printed: rest.squared
      case .doubled: S(2) * rest.squared
      case .derived: r * rest
      case .derivedDoubled: S(2) * r * rest
      }
    let step = instance["s/limit"] * largest
    let hessian = jacobian(at: [r, .zero]) {
      LinearDiscriminator(mode: [.zero, .zero], standardDeviation: Jet(constant: deviation))
        .velocity(at: $0)
    }
    let w =
      isReversed ? [S.zero, S(1)] : [S.cos(instance["angle"]), S.sin(instance["angle"])]
    var form = w[0].squared + w[1].squared
    for row in 0..<2 {
      for column in 0..<2 { form += step * w[row] * hessian[row][column] * w[column] }
    }
    return isReversed ? .atLeast(.zero, form) : .atLeast(form, .zero)
  }
}

private struct TwoDeviationsStatement: Statement {
  let divisor: Int

  var variables: [Variable] {
    [Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic)]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("σ > 0", positive: instance["σ"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let slope = gradient(at: [S(2) * deviation]) {
      Jet.log(
        LinearDiscriminator(mode: [.zero], standardDeviation: Jet(constant: deviation))
          .value(at: $0))
    }
    return .equal([(left: S(1) / (S(divisor) * deviation), right: -slope[0])])
  }
}
