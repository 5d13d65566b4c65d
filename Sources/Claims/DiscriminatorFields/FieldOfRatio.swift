import ClaimKit
import GANTheory
import RealModule
import Scalars

struct FieldOfRatio: Claim {
  let id = "equation-2.2"
  let title = "Particle velocity in terms of the density ratio"
  let source = "Displayed equation of section 2.2"
  let statement = "∇d(x)/d(x) = ∇r(x)/(r(x)·(1 + r(x))), r = p_data/p_g"
  let hypotheses = ["d = p_data/(p_data + p_g)"]

  var families: [any Statement] { [FieldStatement(form: .exact)] }

  var control: Control {
    Control("∇r/(1 + r)² in place of ∇r/(r(1 + r))", families: [FieldStatement(form: .misprinted)])
  }

  let remarks = [
    "Not printed but needed: both densities are positive and differentiable at x.",
    "Searched in the plane: two modes against one Gaussian.",
  ]

  let uses = [
    "equation-2.2-optimal", "theorem-C.1-proof-line-1", "theorem-C.1-proof-line-2",
    "theorem-C.1-proof-line-3",
  ]

  let recorded = Verdict.proved
}

struct LimitingFields: Claim {
  let id = "theorem-C.1"
  let title = "Velocity where r is small and where it is large"
  let source = "Theorem C.1, appendix C.2"
  let statement = """
    ∇d/d ≈ ∇log r where r ≈ 0 and ∇d/d ≈ ∇(−1/r) where r ≫ 1; judged as relative errors of at most r and 1/r
    """
  let hypotheses = ["d = p_data/(p_data + p_g)", "r = p_data/p_g"]

  var families: [any Statement] {
    [FieldStatement(form: .small(Rational(1))), FieldStatement(form: .large(Rational(1)))]
  }

  var control: Control {
    Control(
      "relative errors of at most a tenth of r and 1/r",
      families: [
        FieldStatement(form: .small(Rational(1, 10))),
        FieldStatement(form: .large(Rational(1, 10))),
      ])
  }

  let remarks = [
    "The theorem says 'approximately'; the relative errors are exactly r/(1 + r) and 1/(1 + r).",
    "Not printed but needed: both densities are positive and differentiable at x.",
  ]

  let uses = ["equation-2.2", "theorem-C.1-proof-line-4", "theorem-C.1-proof-line-5"]

  let recorded = Verdict.proved
}

/// Forms of the velocity for p_data = ½·N((±m, 0), σ²I) against p_g = N(0, 4σ²I).
private struct FieldStatement: Statement {
  enum Form {
    /// The printed identity.
    case exact
    /// ∇r/(1 + r)².
    case misprinted
    /// ‖∇log r − ∇d/d‖ ≤ factor·r·‖∇log r‖.
    case small(Rational)
    /// ‖∇(−1/r) − ∇d/d‖ ≤ factor/r·‖∇(−1/r)‖.
    case large(Rational)
  }

  let form: Form

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 2), to: 2, scale: .logarithmic),
      Variable("m", from: Rational(1, 2), to: 3),
      Variable("x1", from: -4, to: 4), Variable("x2", from: -4, to: 4),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("σ > 0", positive: instance["σ"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let place = [instance["x1"], instance["x2"]]
    let pair = densities(offset: instance["m"], deviation: instance["σ"])
    let lifted = densities(
      offset: Jet(constant: instance["m"]), deviation: Jet(constant: instance["σ"]))
    guard let velocity = pair.velocity(at: place), let logRatio = pair.logRatio(at: place) else {
      return nil
    }
    let ratio = S.exp(logRatio)
    let ratioSlope = gradient(at: place) { Jet.exp(lifted.logRatio(at: $0) ?? .zero) }
    switch form {
    case .exact:
      let divisor = ratio * (S(1) + ratio)
      return .equal(zip(ratioSlope, velocity).map { (left: $0 / divisor, right: $1) })
    case .misprinted:
      let divisor = (S(1) + ratio).squared
      return .equal(zip(ratioSlope, velocity).map { (left: $0 / divisor, right: $1) })
    case .small(let factor):
      let limit = ratioSlope.map { $0 / ratio }
      return .atLeast(S(factor) * ratio * length(limit), distance(limit, velocity))
    case .large(let factor):
      let limit = ratioSlope.map { $0 / ratio.squared }
      return .atLeast(S(factor) / ratio * length(limit), distance(limit, velocity))
    }
  }

  private func densities<S: Scalar>(
    offset: S, deviation: S
  ) -> DensityPair<GaussianMixture<S>, GaussianMixture<S>> {
    DensityPair(
      data: GaussianMixture(
        modes: [[-offset, .zero], [offset, .zero]], standardDeviation: deviation),
      generated: GaussianMixture(modes: [[.zero, .zero]], standardDeviation: S(2) * deviation))
  }

  private func length<S: Scalar>(_ vector: [S]) -> S { distance(vector, vector.map { _ in .zero }) }

  private func distance<S: Scalar>(_ left: [S], _ right: [S]) -> S {
    S.sqrt(squaredDistance(left, right))
  }
}
